"""What a paper's sheets say, and which texts of a question tell its answer."""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from places import ROOT
from quizbank.library import Library, read_library
from quizbank.model.question import Question
from quizbank.papers.sets import PaperSet, paper_set
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.texts.inline import question_markdown

# Where a question says what is right and why. Of these, what a reader could guess is no leak: words that the question shows.
TELLING = {"explanation", "hint", "why", "why_true", "why_false", "working", "common"} | {
    *("answers", "near_misses", "mistakes", "points", "bases")
}


@cache
def library() -> Library:
    return read_library(ROOT / "quizzes", ROOT / "docs", ROOT)


@cache
def sheets() -> Sheets:
    return Sheets(Renderer(question_markdown()))


@cache
def made(name: str, letter: str, seed: str = "1") -> PaperSet:
    return paper_set(library().papers[name], library().banks.values(), seed, letter)


def words(text: str) -> str:
    """Return what a reader sees of HTML or Markdown."""
    return " ".join(re.sub(r"[*_`]", "", html.unescape(re.sub(r"<(style)>.*?</\1>|<[^>]+>", " ", text, flags=re.DOTALL))).split())


def bare(text: str) -> str:
    """Return the bare words, so that the marks of a list or a quotation do not hide a text."""
    return " ".join(re.findall(r"\w+", words(text).lower()))


def questions(one: PaperSet) -> Iterator[Question]:
    for _, numbered in one.numbered:
        for each in numbered:
            yield each.question


def telling(question: Question) -> Iterator[str]:
    """Yield every text of a question that tells its answer."""
    for part in (question, *(part for part in question.parts if part is not question)):
        if part.kind == "short-answer":
            yield part.answer  # type: ignore[attr-defined]
        yield from _texts(part, False)


def _texts(value: Any, told: bool) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from _texts(getattr(value, key), told or key in TELLING)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner, told)
    elif isinstance(value, str) and told:
        yield value
