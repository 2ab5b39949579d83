"""Reasons of pairs and of steps, which stand together in a list before the explanation."""

from collections.abc import Iterator
from dataclasses import replace

from quizbank.exchange.from_html import from_tree
from quizbank.exchange.html_tree import Element
from quizbank.exchange.shapes import Answer, Pair, Pairs, Sequence, Spare, Step
from quizbank.exchange.texts import plain_line
from quizbank.imports.ours.pieces import only_element, words_in, words_of

_ARROW = " → "


def pairs_with(answer: Pairs, piece: str) -> Pairs | None:
    """Return pairs with the reasons that a list gives; None where it is no list of theirs.

    A menu holds plain words. Where the list has the same words with marks, these come back as well.
    """
    said = list(_entries(piece, "ul"))
    pairs = [_told(pair, said) for pair in answer.pairs]
    spares = [_spare_told(spare, said) for spare in answer.spare]
    if not said or sum(bool(pair.why) for pair in pairs) + sum(bool(spare.why) for spare in spares) != len(said):
        return None
    return replace(answer, pairs=tuple(pairs), spare=tuple(spares))


def into_groups(answer: Answer | None, kind: str) -> tuple[Answer | None, tuple[str, ...]]:
    """Return the answer of a sorting with its groups, and what is lost; any other answer as it is."""
    if not isinstance(answer, Pairs) or kind != "sorting" or answer.groups:
        return answer, ()
    groups = tuple(dict.fromkeys(answer.rights))
    return replace(answer, spare=(), groups=groups), ("its groups stand in the order in which its entries name them",)


def sequence_with(answer: Sequence, piece: str) -> Sequence | None:
    """Return steps with the reasons that a list gives; None where it is no list of theirs."""
    said = list(_entries(piece, "ol"))
    if [words_of(what) for what, _ in said] != [words_of(step.text) for step in answer.steps]:
        return None
    return Sequence(tuple(Step(step.text, why) for step, (_, why) in zip(answer.steps, said, strict=True)))


def _entries(piece: str, tag: str) -> Iterator[tuple[str, str]]:
    """Yield of each entry of a list what it speaks of, in bold, and what it says of that."""
    whole = only_element(piece, tag)
    for entry in whole.inside if whole else ():
        if isinstance(entry, Element) and entry.inside and isinstance(entry.inside[0], Element):
            what, rest = entry.inside[0], Element("", {}, entry.inside[1:])
            if what.tag == "strong" and (not rest.inside or words_in(rest).startswith(":")):
                yield from_tree(what).text, from_tree(_without_colon(rest)).text


def _without_colon(rest: Element) -> Element:
    first = rest.inside[0] if rest.inside else ""
    return Element("", {}, [first.removeprefix(": "), *rest.inside[1:]]) if isinstance(first, str) else rest


def _told(pair: Pair, said: list[tuple[str, str]]) -> Pair:
    """Return a pair with its reason, if one of the entries speaks of it."""
    for what, why in said:
        places = [place for place in range(len(what)) if what.startswith(_ARROW, place)]
        for place in places:
            left, right = what[:place], what[place + len(_ARROW) :]
            if words_of(left) == words_of(pair.left) and plain_line(right) == plain_line(pair.right):
                return Pair(pair.left, right, why)
    return pair


def _spare_told(spare: Spare, said: list[tuple[str, str]]) -> Spare:
    return next((Spare(what, why) for what, why in said if plain_line(what) == plain_line(spare.text)), spare)
