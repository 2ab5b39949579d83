"""Figures as the page and the CSV file print them, and the words of questions in one line."""

from fractions import Fraction

from quizbank.exchange.texts import plain_line
from quizbank.model.question import Question
from quizbank.strings.said import in_words
from quizbank.strings.words import Words

NONE = "–"
LONGEST_STEM = 110  # characters of a question that a table shows


def marks_text(value: Fraction | float) -> str:
    """Return marks with at most two decimals and none that are zero, as the site writes them."""
    return _signed(f"{float(value):.2f}".rstrip("0").rstrip("."))


def percent_text(share: Fraction | float) -> str:
    """Return a share in whole per cent."""
    return _signed(f"{100 * float(share):.0f}%")


def figure_text(value: float | None) -> str:
    """Return a correlation or a reliability with two decimals, a dash for none."""
    return NONE if value is None else _signed(f"{value:.2f}")


def stem_of(question: Question, words: Words) -> str:
    """Return how a question begins, without marks, in the language of the course."""
    text = line_of(question.stem_text, words)
    return text if len(text) <= LONGEST_STEM else f"{text[:LONGEST_STEM].rsplit(' ', 1)[0]}\u00a0…"


def line_of(text: str, words: Words) -> str:
    """Return a text of a bank, or of a kind in the language of the course, in one line without marks."""
    return plain_line(in_words(text, words))


def _signed(text: str) -> str:
    return "0" if text == "-0" else text.replace("-0%", "0%").replace("-0.00", "0.00").replace("-", "−")
