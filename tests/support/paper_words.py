"""What a paper's sheets say, and which texts of a question tell its answer."""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from quizbank.model.question import Question
from quizbank.papers.sets import PaperSet, answer_rows, parts_of
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.texts.inline import question_markdown

# Where a question says what is right and why. Of these, what a reader could guess is no leak: words that the question shows.
TELLING = {"explanation", "hint", "why", "why_true", "why_false", "working", "common"} | {
    *("answers", "near_misses", "mistakes", "points", "bases")
}

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@cache
def sheets() -> Sheets:
    return Sheets(Renderer(question_markdown()))


def words(text: str) -> str:
    """Return what a reader sees of HTML or Markdown."""
    text = text.translate(_STRAIGHT)
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


def check_no_answer_is_shown(one: PaperSet) -> int:
    """Fail if a text that tells an answer stands on the paper or the answer sheet. Returns how many texts were looked for."""
    sheet = bare(sheets().paper(one) + (sheets().answer_sheet(one) or ""))
    shown = sum(bare(getattr(question, "stem", "").partition("__")[0]) in sheet for question in questions(one))
    assert shown == len(list(questions(one)))
    told = [text for question in questions(one) for text in telling(question) if len(text.split()) > 3]
    assert [text for text in told if bare(text) in sheet] == []
    return len(told)


def check_the_key_fits_the_paper(one: PaperSet) -> None:
    """Fail unless the letter that the key gives stands on the paper before the option that the bank calls right."""
    paper, key = sheets().paper(one), sheets().key(one)
    printed = _printed_options(paper)
    rows = list(answer_rows(one))
    at_a_glance = dict(re.findall(r"<li><b>([^<]+)</b>\s([A-Z](?:, [A-Z])*)</li>", key))
    assert at_a_glance.keys() == {row.name for row in rows}
    lettered = {part.name: part.question for numbered in _numbered(one) for part in parts_of(numbered)}
    for row in rows:
        options = printed[row.name]
        right = {words(choice.text) for choice in lettered[row.name].choices if choice.right}
        assert {options[each] for each in at_a_glance[row.name].split(", ")} == {
            re.sub(r"^\([A-D]\) ", "", text) for text in right
        }


def check_the_marks_add_up(one: PaperSet) -> None:
    """Fail unless the marks beside the questions, those of the sections and the full marks agree."""
    paper = sheets().paper(one)
    sections = re.findall(r'"sheet-sum">(\d+) × (\d+) = (\d+)\smarks?<', paper)
    assert [int(total) for *_, total in sections] == [int(count) * int(marks) for count, marks, _ in sections]
    assert sum(int(total) for *_, total in sections) == one.paper.full_marks
    assert f"Full marks: {one.paper.full_marks}<" in paper
    without_parts = re.sub(r'<div class="paper-question">\n<div class="paper-stem"><span class="paper-number">\(.*', "", paper)
    assert sum(map(int, re.findall(r'"paper-marks">\[(\d+)\]', without_parts))) == one.paper.printed_marks


def _numbered(one: PaperSet) -> list[Any]:
    return [each for _, numbered in one.numbered for each in numbered]


def _printed_options(paper: str) -> dict[str, dict[str, str]]:
    """Read the paper as a reader does: the options by letter, by the name of the question before them."""
    found: dict[str, dict[str, str]] = {}
    number = name = ""
    for mark in re.finditer(r'"paper-number">([^<]+)<|"paper-letter">(.)</span>(.*?)</li>', paper, re.DOTALL):
        if mark[1]:
            number = number if mark[1].startswith("(") else mark[1].rstrip(".")
            name = f"{number} {mark[1]}" if mark[1].startswith("(") else number
        else:
            found.setdefault(name, {})[mark[2]] = words(mark[3])
    return found
