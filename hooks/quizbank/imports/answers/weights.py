"""Shares of the marks that other systems give to answers: which answers count as right, and what is lost by that."""

from collections.abc import Sequence
from decimal import Decimal

from quizbank.exchange.shapes import Alternative, Choice, Near, Number, Slip, Typed

WHOLE = Decimal(100)
_ALMOST = Decimal("99.9")

# An answer: its share in percent, its text, and why.
Weighted = tuple[Decimal, str, str]


def choice_of(answers: Sequence[Weighted], several: bool, shuffled: bool) -> tuple[Choice, tuple[str, ...]]:
    """Return a choice. Where one answer is whole, only whole ones are right; else each that earns something is one of several."""
    whole = [share >= _ALMOST for share, _, _ in answers]
    some = [share > 0 for share, _, _ in answers]
    right = some if several or not any(whole) else whole
    partly = [share for (share, _, _), is_right in zip(answers, right, strict=True) if share > 0 and not is_right]
    lost = tuple(f"an answer that earned {_percent(share)} counts as wrong" for share in partly)
    options = tuple(Alternative(text, is_right, why) for (_, text, why), is_right in zip(answers, right, strict=True))
    shares = {share for (share, _, _), is_right in zip(answers, right, strict=True) if is_right}
    uneven = (
        ("its right answers earned different shares and now earn the same",)
        if len(shares) > 1 and max(shares) - min(shares) > 1
        else ()
    )
    return Choice(options, several or sum(right) > 1, shuffled), (*lost, *uneven)


def typed_of(answers: Sequence[Weighted]) -> tuple[Typed, tuple[str, ...]]:
    """Return typed words: whole answers are accepted, others are close ones."""
    best = max((share for share, _, _ in answers), default=WHOLE)
    accepted = tuple(text for share, text, _ in answers if share >= min(best, _ALMOST) and share > 0)
    near = tuple(Near(text, why) for share, text, why in answers if text not in accepted and text != "*")
    lost = tuple(
        f"the answer '{text}' earned {_percent(share)} and now earns nothing" for share, text, _ in answers if 0 < share < best
    )
    return Typed(accepted, near), lost


def number_of(answers: Sequence[tuple[Decimal, Decimal, Decimal, str]]) -> tuple[Number | None, tuple[str, ...]]:
    """Return a number from shares, values, tolerances and reasons; None where none of them is right."""
    right = [each for each in answers if each[0] > 0]
    if not right:
        return None, ()
    best = max(right, key=lambda each: each[0])
    slips = tuple(Slip(value, why) for share, value, _, why in answers if value != best[1] and share <= 0)
    lost = tuple(
        f"the number {value:f} earned {_percent(share)} and now earns nothing" for share, value, _, _ in right if value != best[1]
    )
    return Number(best[1], best[2], slips=slips), lost


def _percent(share: Decimal) -> str:
    return f"{float(share):g} %"
