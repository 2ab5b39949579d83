"""The list of the quizzes, in the order of the chapters: it leads to each of them, also without JavaScript."""

from collections.abc import Collection, Mapping
from operator import attrgetter

from quizbank.course import Course
from quizbank.model.bank import Bank
from quizbank.site.addresses import quiz_page
from quizbank.texts.literal import as_markdown

_INTRODUCTION = """---
hide:
  - toc
---
# Chapter quizzes

Each chapter has a quiz. You get the reason for every option, and your answers stay in this browser.

| Quiz | Chapter | Questions | Marks |
|---|---|---|---|
"""


def pages(banks: Mapping[str, Bank], chapters: Collection[str], course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it. `chapters` are the paths of the pages that are there."""
    if course.generated.quizzes is None:
        return {}
    rows = (_row(bank, bank.chapter in chapters) for bank in sorted(banks.values(), key=attrgetter("number")))
    return {course.generated.quizzes: _INTRODUCTION + "".join(rows)}


def _row(bank: Bank, has_chapter: bool) -> str:
    title = as_markdown(bank.title)
    chapter = f"[Chapter {bank.number}]({bank.chapter})" if has_chapter else "–"
    return f"| [{title}]({quiz_page(bank.name)}) | {chapter} | {len(bank.parts)} | {bank.marks} |\n"
