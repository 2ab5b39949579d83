"""The pages of the mock exams: a list of the papers, and for each paper its pattern and the element on which it is sat."""

from collections.abc import Iterable, Mapping

from quizbank.course import Course
from quizbank.papers.blueprint import Blueprint
from quizbank.site.addresses import mock_page
from quizbank.texts.literal import as_markdown, front_matter

_SETTINGS = ("hide:", "  - toc")
_ABOUT = """
Each paper is drawn by chance from the questions of these notes, after the pattern of a real exam. The papers are ours: nobody
else has set, seen or approved them, and a mark here does not predict a mark there.

- The clock is yours to use or not. You can pause it or hide it at any time.
- Every answer is kept in this browser as you give it. Close the page when you like, and go on later.
- At the end you see your marks, every answer with its reasons, and what to read next.
- A paper has a code. The same code gives the same questions to everybody, so a class can sit one paper.
"""
MARKING = (
    "A right answer earns its marks, a partly right one its share of them, an open one nothing. Where several options are right, "
    "each right choice earns its share, and each wrong choice costs as much as a right one earns, or more where there are fewer "
    "wrong options than right ones: ticking every option earns nothing. Where marks are taken for a wrong answer, they are taken "
    "only if nothing in it is right. Where you may choose, your best answers count. You mark your own written answers at the "
    "end, point by point, and your reasons where a section gives marks for them beside the right choice."
)

EMPTY = "No question can be drawn for this paper, so it can be neither sat nor printed at present."


def pages(papers: Mapping[str, Blueprint], course: Course) -> dict[str, str]:
    """Return the pages in Markdown, by path. Without papers, or where the course has no page of mock exams, there are none."""
    if not papers or course.generated.mock_exams is None:
        return {}
    sat = {
        mock_page(name): f"{front_matter(paper.title, *_SETTINGS)}\n/// mock | {name}\n///\n" for name, paper in papers.items()
    }
    return {course.generated.mock_exams: _list(papers.values()), **sat}


def _list(papers: Iterable[Blueprint]) -> str:
    rows = (
        f"| [{as_markdown(paper.title)}]({mock_page(paper.name)}) | {sum(section.number for section in paper.sections)} "
        f"| {paper.full_marks} | {paper.minutes} | {_taken(paper)} |"
        for paper in papers
    )
    head = "| Paper | Questions | Marks | Minutes | Taken for a wrong answer |\n|---|---|---|---|---|"
    return (
        f"---\nhide:\n  - toc\n---\n# Mock exams\n{_ABOUT}\n"
        + "\n".join([head, *rows])
        + f"\n\n## How a paper is marked {{ #marking }}\n\n{MARKING}\n"
    )


def _taken(paper: Blueprint) -> str:
    """Return the marks that a wrong answer costs, in the sections where it costs any."""
    taken = {f"{section.negative.normalize():f}" for section in paper.sections if section.negative}
    return " or ".join(sorted(taken)) or "none"
