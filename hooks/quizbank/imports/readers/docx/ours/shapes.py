"""The answer of a question: its shape from what stands below the stem and from the key, what is right from the key."""

import re
from collections.abc import Sequence as Several
from decimal import Decimal
from string import ascii_uppercase

from quizbank.exchange.shapes import Alternative, Answer, Choice, Near, Number, Point, Sequence, Slip, Step, Truth, Typed, Written
from quizbank.imports.ours.phrases import said
from quizbank.imports.readers.docx.ours.markdown import as_typed, line, markdown, signs, words
from quizbank.imports.readers.docx.ours.pairs import groups_from, lists_from
from quizbank.imports.readers.docx.ours.parts import (
    MISTAKE,
    MODEL,
    POINT,
    REASON,
    WORKING,
    NotWhole,
    Paper,
    entries_of,
    reason_behind,
)
from quizbank.imports.readers.docx.ours.pieces import Piece
from quizbank.texts.blanks import BLANK

Key = dict[str, list[Piece]]
Losses = tuple[str, ...]
_LETTER = re.compile(r"<b>([A-Z])</b>\s*")
_NEXT = re.compile(r";\s*(?=<b>[A-Z]</b>)")
_ORDER = re.compile(r"[A-Z](?: → [A-Z])+")
_BOLD = re.compile(r"<b>(.*?)</b>\s*(.*)", re.DOTALL)
_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)(?:\s(.+))?", re.DOTALL)
_SLANTED = re.compile(r"<i>(.*?):</i>", re.DOTALL)
_POINTS = re.compile(r"(.*)\s\((\d{1,2})\)", re.DOTALL)


def answer_from(stem: str, paper: Paper, head: str, key: Key) -> tuple[Answer, Losses]:
    """Return the answer and what is lost. `head` is the first line of the key, as HTML. Raises NotWhole."""
    if paper.lists is not None:
        return lists_from(paper.lists, words(head), key[REASON])
    if paper.groups is not None:
        return groups_from(paper.groups, words(head), key[REASON])
    if paper.options:
        return _from_options(paper, head, key)
    if not paper.has_line and not BLANK.search(stem):
        return _written(key), ()
    number = _number(head, key) if paper.has_line else None
    return number or _typed(head, key), ()


def _from_options(paper: Paper, head: str, key: Key) -> tuple[Answer, Losses]:
    if _ORDER.fullmatch(words(head)):
        return _sequence(paper.options, words(head).split(" → "), key[REASON])
    return (_truth(head, key), ()) if _said_truth(head) is not None else _choice(paper, key)


def _said_truth(head: str) -> bool | None:
    """Return what a key says of a statement, None where it says nothing."""
    found = _BOLD.match(head)
    word = words(found[1]).removesuffix(".") if found and found[1].endswith(".") else ""
    return True if said("kind.true", word) is not None else False if said("kind.false", word) is not None else None


def _truth(head: str, key: Key) -> Truth:
    right = _said_truth(head) is True
    first, *more = key[MODEL]
    found = _BOLD.match(first.html)
    own = "\n\n".join(filter(None, (line(found[2] if found else ""), markdown(more))))
    others = [reason_behind(entry, signs(entry[0].html).partition(":")[0] + ":") or "" for entry in entries_of(key[REASON])]
    other = others[0] if others else ""
    return Truth(right, own if right else other, other if right else own)


def _choice(paper: Paper, key: Key) -> tuple[Choice, Losses]:
    texts = dict(zip(ascii_uppercase, paper.options, strict=False))
    right, lost = _letters("; ".join(piece.html for piece in key[MODEL]), {name: each[0].html for name, each in texts.items()})
    reasons, more = _reasons(entries_of(key[REASON]), len(texts))
    options = [
        Alternative(markdown(pieces), name in right, why) for (name, pieces), why in zip(texts.items(), reasons, strict=True)
    ]
    return Choice(tuple(options), paper.several or len(right) > 1, shuffled=not paper.fixed), (*lost, *more)


def _letters(html: str, texts: dict[str, str]) -> tuple[list[str], Losses]:
    """Return the letters of the right options; the words behind each must be those of its option."""
    found, lost = [], []
    while letter := _LETTER.match(html):
        name, rest = letter[1], html[letter.end() :]
        if name not in texts:
            raise NotWhole(f"expected the letter of an option ({', '.join(texts)}) in the key, got '{name}'")
        found.append(name)
        if rest.startswith(texts[name]):
            html = rest[len(texts[name]) :].removeprefix(";").lstrip()
            continue
        lost.append(f"the key says other words for option {name} than the paper; those of the paper are kept")
        html = "".join(_NEXT.split(rest, maxsplit=1)[1:])
    if not found:
        raise NotWhole(f"expected the letter of the right option in the key, got '{words(html)[:40]}'")
    return found, tuple(lost)


def _reasons(entries: Several[Several[Piece]], options: int) -> tuple[list[str], Losses]:
    if len(entries) in (0, options):
        return [markdown(entry) for entry in entries] or [""] * options, ()
    return [""] * options, (f"the key has {len(entries)} reasons for {options} options; they are left out",)


def _sequence(options: Several[Several[Piece]], order: Several[str], said_of: Several[Piece]) -> tuple[Sequence, Losses]:
    texts = dict(zip(ascii_uppercase, options, strict=False))
    if sorted(order) != sorted(texts):
        raise NotWhole(f"expected each of the letters {', '.join(texts)} once in the key, got {' → '.join(order)}")
    steps, lost = [], []
    for name, entry in zip(order, [*entries_of(said_of), *[None] * len(order)], strict=False):
        text = markdown(texts[name])
        why = reason_behind(entry, _what(texts[name])) if entry else ""
        lost += [f"the key says other words for step {name} than the paper; its reason is left out"] if why is None else []
        steps.append(Step(text, why or ""))
    return Sequence(tuple(steps)), tuple(lost)


def _what(pieces: Several[Piece]) -> str:
    return "".join(signs(piece.html) for piece in pieces) + "."


def _number(head: str, key: Key) -> Number | None:
    bold = _BOLD.fullmatch(head)
    found = _NUMBER.fullmatch(bold[1].strip()) if bold else None
    if bold is None or found is None:
        return None
    near = said("key.tolerance", words(bold[2])) or {}
    slips = [Slip(Decimal(text), why) for text, why in _mistakes(key) if _NUMBER.fullmatch(text)]
    unit = line(found[2] or "")
    return Number(Decimal(found[1]), Decimal(near.get("tolerance", "0")), unit, markdown(key[WORKING]), tuple(slips))


def _typed(head: str, key: Key) -> Typed:
    answers = [words(each) for each in re.split(r"</b>\s*/\s*<b>", as_typed(head))]
    if not any(answers):
        raise NotWhole("expected the accepted answers in the key, got none")
    return Typed(tuple(filter(None, answers)), tuple(Near(text, why) for text, why in _mistakes(key)))


def _mistakes(key: Key) -> list[tuple[str, str]]:
    """Return what is not accepted, which stands slanted before a colon, and why."""
    found = ((_SLANTED.match(entry[0].html), entry) for entry in entries_of(key[MISTAKE]))
    return [(words(each[1]), reason_behind(entry, signs(f"{each[1]}:")) or "") for each, entry in found if each]


def _written(key: Key) -> Written:
    if not key[MODEL] and not key[POINT]:
        raise NotWhole("expected an answer in the key, got none")
    points = (_POINTS.fullmatch(markdown(entry)) for entry in entries_of(key[POINT]))
    return Written(markdown(key[MODEL]), tuple(Point(each[1], int(each[2])) for each in points if each))
