"""The list of the quizzes, in the order of the chapters: it leads to each of them, also without JavaScript."""

from collections.abc import Collection, Mapping
from operator import attrgetter

from quizbank.course import Course
from quizbank.model.bank import Bank
from quizbank.site.addresses import quiz_page
from quizbank.site.pages.headings import heading
from quizbank.strings.words import Words
from quizbank.texts.literal import as_markdown

_SETTINGS = "---\nhide:\n  - toc\n---\n"
_HEAD = ("quizzes.quiz", "quizzes.chapter", "quizzes.questions", "quizzes.marks")


def pages(banks: Mapping[str, Bank], chapters: Collection[str], course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it. `chapters` are the paths of the pages that are there."""
    if course.generated.quizzes is None:
        return {}
    words = Words(course.language)
    start = f"{_SETTINGS}{heading(words, 'quizzes.title')}\n{words.word('quizzes.purpose')}\n\n"
    head = "".join(f"| {words.word(key)} " for key in _HEAD) + "|\n|---|---|---|---|\n"
    rows = (_row(words, bank, bank.chapter in chapters) for bank in sorted(banks.values(), key=attrgetter("number")))
    return {course.generated.quizzes: f"{start}{head}{''.join(rows)}"}


def _row(words: Words, bank: Bank, has_chapter: bool) -> str:
    title = as_markdown(bank.title)
    chapter = f"[{words.word('quizzes.numbered', n=bank.number)}]({bank.chapter})" if has_chapter else "–"
    return f"| [{title}]({quiz_page(bank.name)}) | {chapter} | {len(bank.parts)} | {bank.marks} |\n"
