"""Checks of marks: those of a question and those that a paper's section gives fit the work that its answer takes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizbank.checks.lint.findings import Finding, item_check
from quizbank.model.bank import Bank
from quizbank.model.house import House
from quizbank.model.question import Question
from quizbank.papers.blueprint import Blueprint, Section
from quizbank.papers.draw import Item, items_of, pool
from quizbank.problems.problem import did_you_mean
from quizbank.problems.wording import counted

NAME = "marks-for-work"


@item_check(NAME, "warning")
def marks_for_work(question: Question) -> Iterator[str]:
    """[39] One choice or word is worth a mark or two, however hard it is; rows are worth a mark each. See `Question.worth`."""
    if 0 < question.worth < question.marks:
        yield f"expected at most {counted(question.worth, 'mark')} for such an answer, got {question.marks}"


def lint_papers(papers: Iterable[Blueprint], banks: Iterable[Bank], house: House) -> list[Finding]:
    """Return what the checks find in blueprints and nobody waived, in order of file and line."""
    papers, severity = list(papers), house.severity(NAME, "warning")
    if severity == "off" or not papers:
        return []
    items = items_of(banks)
    return sorted(
        (
            replace(finding, severity=severity) if finding.check == NAME else finding
            for paper in papers
            for index in range(len(paper.sections))
            for finding in _section(paper, index, items)
        ),
        key=lambda one: (one.file, one.line, one.check, one.message),
    )


def _section(paper: Blueprint, index: int, items: Sequence[Item]) -> Iterator[Finding]:
    section = paper.sections[index]
    faults = list(_too_many(section, items))
    if NAME not in section.waive:
        for message in faults:
            yield _finding(paper, index, "marks", NAME, message)
    for name in section.waive:
        if name != NAME:
            message = f"expected the name of a check of papers, got '{name}'{did_you_mean(name, [NAME])}"
        elif not faults:
            message = f"expected a waiver that is needed, got '{name}'; take it out"
        else:
            continue
        yield _finding(paper, index, "waive", "waive", message)


def _too_many(section: Section, items: Sequence[Item]) -> Iterator[str]:
    """Yield each kind of which the section can draw no question that is worth its marks."""
    worth: dict[str, int] = {}
    for item in pool(section, items):
        worth[item.kind] = max(worth.get(item.kind, 0), item.worth)
    for kind, most in sorted(worth.items()):
        given = section.marks - section.reason_marks  # a reason is work of its own
        if 0 < most < given:
            yield f"expected at most {counted(most, 'mark')} for a question of the kind '{kind}', got {given}"


def _finding(paper: Blueprint, index: int, key: str, check: str, message: str) -> Finding:
    line = paper.source.of(("sections", index, key))
    return Finding("warning", check, paper.file, line, f"section {paper.sections[index].id}", message)
