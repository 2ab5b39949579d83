"""What can be seen in an option without knowing the subject, always in comparison with the other options of its question."""

import re
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, pstdev

from quizbank.blind.asked import Choices
from quizbank.blind.wording import Wording
from quizbank.checks.lint.measures.words import content_words, likeness, words

Measure = Callable[[str, Choices], float]
# What is seen in each option of a question, by the names of the cues.
Rows = list[dict[str, float]]
_DIGITS = re.compile(r"\d")


def measures(wording: Wording | None) -> Mapping[str, Measure]:
    """Return what is measured of an option, by its name in the report. Without a list of a language's words, what any has."""
    plain: dict[str, Measure] = {
        "length": lambda text, _: len(text),
        "words": lambda text, _: len(words(text)),
        "echo of the stem": lambda text, asked: len(content_words(text) & content_words(asked.stem)),
        "likeness to the others": lambda text, asked: fmean(likeness(text, other) for other in asked.options if other != text),
        "digits": lambda text, _: len(_DIGITS.findall(text)),
        "commas": lambda text, _: text.count(","),
        "long words": lambda text, _: fmean(map(len, words(text) or ("",))),
        "first word shared": lambda text, asked: _sharing(_first, text, asked),
        "last word shared": lambda text, asked: _sharing(_last, text, asked),
        "same verb form as the others": lambda text, asked: _sharing(_form, text, asked),
    }
    return plain if wording is None else plain | _of_words(wording)


def _of_words(wording: Wording) -> dict[str, Measure]:
    return {
        "cautious words": lambda text, _: len(wording.hedged.findall(text)),
        "absolute words": lambda text, _: len(wording.absolute.findall(text)),
        "denials": lambda text, _: len(wording.denial.findall(text)),
        "joining words": lambda text, _: len(wording.join.findall(text)),
        "conditions": lambda text, _: len(wording.condition.findall(text)),
    }


def seen(asked: Choices, measured: Mapping[str, Measure]) -> Rows:
    """Return for each option how far it lies from the others, in standard deviations, and its rank by length and by likeness."""
    rows: Rows = [{} for _ in asked.options]
    for name, measure in measured.items():
        values = [measure(text, asked) for text in asked.options]
        for row, value in zip(rows, _standing(values), strict=True):
            row[name] = value
        if name in {"length", "likeness to the others"}:
            _add_ranks(rows, name, values)
    return rows


def _add_ranks(rows: Rows, name: str, values: Sequence[float]) -> None:
    """Add whether an option has the largest, the second-largest or the smallest value: that grows with no number."""
    order = sorted(values, reverse=True)
    for row, value in zip(rows, values, strict=True):
        row[f"largest {name}"] = float(value == order[0])
        row[f"second {name}"] = float(value == order[1] != order[0])
        row[f"smallest {name}"] = float(value == order[-1])


def _standing(values: Sequence[float]) -> list[float]:
    if len(set(values)) == 1:  # as most cues have it in most questions, and `pstdev` computes in fractions
        return [0.0] * len(values)
    spread, middle = pstdev(values), fmean(values)
    return [(value - middle) / spread for value in values]


def _sharing(part: Callable[[str], str], text: str, asked: Choices) -> float:
    return sum(part(other) == part(text) for other in asked.options)


def _first(text: str) -> str:
    return (*words(text), "")[0]


def _last(text: str) -> str:
    return ("", *words(text))[-1]


def _form(text: str) -> str:
    first = _first(text)
    return next((ending for ending in ("ing", "ed", "ly", "s") if first.endswith(ending)), "")
