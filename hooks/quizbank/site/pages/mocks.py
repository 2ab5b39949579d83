"""The pages of the mock exams: a list of the papers, and for each paper its pattern and the element on which it is sat."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from quizbank.course import Course
from quizbank.papers.blueprint import Blueprint
from quizbank.site.addresses import mock_page
from quizbank.site.pages.headings import heading, table
from quizbank.strings.words import Words
from quizbank.texts.literal import as_markdown, front_matter

_SETTINGS = ("hide:", "  - toc")
_ABOUT = ("tests.timing", "tests.kept", "tests.result", "tests.code")
_HEAD = ("tests.head_test", "tests.head_questions", "tests.head_marks", "tests.head_minutes", "tests.head_negative")
_MARKING = ("tests.marking_earned", "tests.marking_negative", "tests.marking_own")


def marking(words: Words) -> Markup:
    """Return how a test is marked, in a paragraph."""
    return Markup(" ").join(words.word(key) for key in _MARKING)


def pages(papers: Mapping[str, Blueprint], course: Course) -> dict[str, str]:
    """Return the pages in Markdown, by path. Without papers, or where the course has no page of mock exams, there are none."""
    if not papers or course.generated.mock_exams is None:
        return {}
    sat = {
        mock_page(name): f"{front_matter(paper.title, *_SETTINGS)}\n/// mock | {name}\n///\n" for name, paper in papers.items()
    }
    return {course.generated.mock_exams: _list(papers.values(), Words(course.language)), **sat}


def _list(papers: Iterable[Blueprint], words: Words) -> str:
    return "\n".join(
        [
            f"---\nhide:\n  - toc\n---\n{heading(words, 'tests.title')}",
            f"{words.word('tests.drawn')}\n",
            *(f"- {words.word(key)}" for key in _ABOUT),
            "",
            table([words.word(key) for key in _HEAD], (_row(paper, words) for paper in papers)),
            heading(words, "tests.how_marked", "marking"),
            f"{marking(words)}\n",
        ]
    )


def _row(paper: Blueprint, words: Words) -> tuple[str, ...]:
    link = f"[{as_markdown(paper.title)}]({mock_page(paper.name)})"
    number = sum(section.number for section in paper.sections)
    return link, str(number), str(paper.full_marks), str(paper.minutes), _negative(paper, words)


def _negative(paper: Blueprint, words: Words) -> str:
    """Return the marks that a wrong answer costs, in the sections where it costs any."""
    costs = {f"{section.negative.normalize():f}" for section in paper.sections if section.negative}
    return " / ".join(sorted(costs)) or words.word("tests.no_negative")
