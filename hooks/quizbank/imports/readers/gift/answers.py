"""What stands between braces: single answers with their weights and feedback, and which kind of question they make."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from quizbank.imports.readers.gift.scan import GiftFault, shown

_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_MARK = re.compile(r"(?<!-)[=~]")
_ARROW = re.compile(r"\s*->\s*")
_TRUTH = re.compile(r"\s*(TRUE|T|FALSE|F)\s*(?:#([^#]*))?(?:#([^#]*))?\s*", re.IGNORECASE | re.DOTALL)
_GENERAL = "####"


@dataclass(frozen=True)
class Given:
    """One answer: the sign before it, its weight in percent (None if none was written), its text and its feedback."""

    sign: str
    weight: Decimal | None
    text: str
    feedback: str

    @property
    def share(self) -> Decimal:
        """The share of the marks in percent that it earns."""
        if self.weight is not None:
            return self.weight
        return Decimal(100 if self.sign == "=" else 0)


@dataclass(frozen=True)
class Inside:
    """Everything between two braces: its kind (truth, number, pairs, choice, typed, essay), its answers and general feedback.

    For the kind truth, `right` says which it is, and the answers are empty but for their feedback: for a wrong answer, for the
    right one.
    """

    kind: str
    answers: tuple[Given, ...]
    general: str
    right: bool = False


def inside(text: str) -> Inside:
    """Return what stands between braces. Raises GiftFault."""
    body, _, general = text.partition(_GENERAL)
    body, general = body.strip(), general.strip()
    if not body:
        return Inside("essay", (), general)
    if truth := _TRUTH.fullmatch(body):
        feedback = tuple(Given("", None, "", (each or "").strip()) for each in (truth[2], truth[3]))
        return Inside("truth", feedback, general, truth[1].upper().startswith("T"))
    if body.startswith("#"):
        return Inside("number", _given(body[1:].strip(), "="), general)
    answers = _given(body, "")
    return Inside(_kind(answers), answers, general)


def _kind(answers: tuple[Given, ...]) -> str:
    signs = {answer.sign for answer in answers}
    if signs == {"="} and len(answers) > 1 and all(_ARROW.search(answer.text) for answer in answers):
        return "pairs"
    return "choice" if "~" in signs else "typed"


def _given(body: str, otherwise: str) -> tuple[Given, ...]:
    """Return the answers. What stands before the first sign is one only where a sign is known without: a single number."""
    starts = [match.start() for match in _MARK.finditer(body)]
    head = body[: starts[0]] if starts else body
    found = [_one(otherwise, head)] if otherwise and head.strip() else []
    if head.strip() and not otherwise:
        raise GiftFault(f"expected '=' or '~' before each answer, got '{shown(head).strip()[:60]}'")
    ends = [*starts[1:], len(body)]
    return (*found, *(_one(body[start], body[start + 1 : end]) for start, end in zip(starts, ends, strict=False)))


def _one(sign: str, text: str) -> Given:
    weight = _WEIGHT.match(text)
    rest = text[weight.end() :] if weight else text
    answer, _, feedback = rest.partition("#")
    return Given(sign, Decimal(weight[1]) if weight else None, answer.strip(), feedback.strip())


def pair_in(answer: Given) -> tuple[str, str]:
    """Return both sides of a pair."""
    left, right = _ARROW.split(answer.text, maxsplit=1)
    return left, right


def number_in(answer: Given) -> tuple[Decimal, Decimal]:
    """Return a number and its tolerance, from '3.14:0.01', '1..5' or '42'. Raises GiftFault."""
    text = shown(answer.text).replace(",", ".") if answer.text.count(",") == 1 and "." not in answer.text else shown(answer.text)
    low, dots, high = text.partition("..")
    value, _, tolerance = text.partition(":")
    try:
        if dots:
            least, most = _decimal(low), _decimal(high)
            return (least + most) / 2, abs(most - least) / 2
        return _decimal(value), abs(_decimal(tolerance or "0"))
    except (InvalidOperation, ValueError):
        raise GiftFault(f"expected a number, such as 3.14:0.01 or 1..5, got '{text[:60]}'") from None


def _decimal(text: str) -> Decimal:
    value = Decimal(text.strip())
    if not value.is_finite() or abs(value) >= Decimal(10) ** 12 or 0 < abs(value) < Decimal(10) ** -9:
        raise ValueError(text)
    return value
