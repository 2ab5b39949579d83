"""Answers that a learner may give to a question, in its own words, with the share of the marks that the house gives."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Typed

# The options chosen by their places, and the share.
Chosen = tuple[tuple[int, ...], Fraction]


def choices(answer: Choice) -> Iterator[Chosen]:
    """Yield each single option, or with several every set of options."""
    places = range(len(answer.options))
    sets = (
        [each for size in range(len(places) + 1) for each in combinations(places, size)]
        if answer.several
        else [(n,) for n in places]
    )
    right = sum(option.right for option in answer.options)
    wrong = len(places) - right
    for chosen in sets:
        hits = sum(answer.options[place].right for place in chosen)
        cost = max(Fraction(1, right), Fraction(1, wrong) if wrong else Fraction(0))
        yield chosen, max(Fraction(0), Fraction(hits, right) - (len(chosen) - hits) * cost)


def matches(answer: Pairs) -> Iterator[tuple[list[str], Fraction]]:
    """Yield what is chosen for each thing, by its words: all right, each one wrong, and one choice for all."""
    keys = [pair.right for pair in answer.pairs]
    tries = [keys]
    for place, key in enumerate(keys):
        other = next(text for text in answer.rights if text != key)
        tries.append([*keys[:place], other, *keys[place + 1 :]])
    tries.extend([text] * len(keys) for text in answer.rights)
    for chosen in tries:
        yield chosen, Fraction(sum(one == other for one, other in zip(chosen, keys, strict=True)), len(keys))


def orders(answer: Sequence) -> Iterator[tuple[list[str], Fraction]]:
    """Yield orders of the steps, by their words: the right one, its reverse, one moved to the end, two exchanged."""
    right = [step.text for step in answer.steps]
    for order in (right, right[::-1], [*right[1:], right[0]], [right[1], right[0], *right[2:]]):
        yield order, Fraction(sum(one == other for one, other in zip(order, right, strict=True)), len(right))


def typed(answer: Typed) -> Iterator[tuple[str, int]]:
    """Yield what may be typed, and 1 where it is accepted."""
    accepted = {text.casefold() for text in answer.answers}
    yield from ((text, 1) for text in answer.answers)
    yield from ((text.upper(), 1) for text in answer.answers if text.upper().casefold() == text.casefold())
    yield from ((near.text, int(near.text.casefold() in accepted)) for near in answer.near)
    yield "something else entirely", 0


def numbers(answer: Number) -> Iterator[tuple[Decimal, int]]:
    """Yield numbers that may be typed, and 1 where they are accepted: the ends of what is accepted, and what lies just beyond."""
    step = Decimal("0.001")
    for far in (Decimal(0), answer.tolerance, -answer.tolerance):
        yield answer.value + far, 1
    for beyond in (answer.tolerance + step, -answer.tolerance - step):
        yield answer.value + beyond, 0
    for slip in answer.slips:
        yield slip.value, int(abs(slip.value - answer.value) <= answer.tolerance)
