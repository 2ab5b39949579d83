"""The pages of the mock exams: a list of the papers, and for each paper its pattern and the element on which it is sat."""

from collections.abc import Mapping

from markupsafe import Markup

from quizbank.course import Course
from quizbank.papers.blueprint import Blueprint
from quizbank.site.addresses import mock_page
from quizbank.site.pages.headings import heading
from quizbank.strings.words import Words
from quizbank.texts.literal import front_matter

_SETTINGS = ("hide:", "  - toc")
_ABOUT = ("tests.timing", "tests.kept", "tests.result", "tests.code")
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
    return {course.generated.mock_exams: _list(Words(course.language)), **sat}


def _list(words: Words) -> str:
    return "\n".join(
        [
            f"---\nhide:\n  - toc\n---\n{heading(words, 'tests.title')}",
            f"{words.word('tests.drawn')}\n",
            "/// tests\n///\n",
            heading(words, "tests.good_to_know", "good-to-know"),
            *(f"- {words.word(key)}" for key in _ABOUT),
            "",
            heading(words, "tests.how_marked", "marking"),
            f"{marking(words)}\n",
        ]
    )
