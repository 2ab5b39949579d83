"""The marks that a paper gives fit the work: no 5 marks, all or none, for one choice or one code."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from example_course import library
from quizbank.banks.load import example
from quizbank.banks.yaml_reader import Lines
from quizbank.checks.all_checks import check_everything, other_errors
from quizbank.checks.lint.marks import lint_papers
from quizbank.kinds import KINDS
from quizbank.papers.blueprint import Blueprint, PaperFile

TEXT = "title: Made up\nsections:\n  - id: A\n    marks: 5\n    waive: {}\n"
AT = "made-up.yml:4: warning: section A: "
# What the examples of the kinds are worth. A mark for each row, two for one choice, three for a sum, the points' own marks.
WORTH = {
    **dict.fromkeys(("assertion-reason", "fill-in", "odd-one-out", "single-choice", "statements", "true-false"), 2),
    **dict.fromkeys(("case", "distinguish", "short-answer"), 0),
    "numeric": 3,
}


def blueprint(marks: int, *kinds: str, **more: Any) -> Blueprint:
    section = {"id": "A", "title": "Part", "kinds": kinds, "number": 1, "marks": marks, **more}
    head = {"title": "Made up", "style": "no exam", "minutes": 9, "instructions": ["Answer."]}
    read = PaperFile.model_validate({**head, "sections": [section]})
    return Blueprint(**dict(read), name="made-up", file="made-up.yml", source=Lines(TEXT))


def findings(paper: Blueprint) -> list[str]:
    return [str(finding) for finding in lint_papers([paper], library().banks.values(), library().course)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_is_worth_a_mark_for_each_row_and_one_choice_two(kind: str) -> None:
    for question in example(kind).questions:
        rows = {"matching": "pairs", "ordering": "steps", "sorting": "items"}.get(kind)
        if rows:
            wanted = 2 if getattr(question, "codes", ()) else len(getattr(question, rows))
        elif kind == "multiple-choice":
            wanted = sum(option.correct for option in question.options)  # type: ignore[attr-defined]
        else:
            wanted = WORTH[kind]
        assert question.worth == wanted


def test_the_marks_of_a_reason_are_not_those_of_the_choice() -> None:
    assert findings(blueprint(4, "true-false", reason_marks=2)) == []
    (told,) = findings(blueprint(5, "true-false", reason_marks=2))
    assert "expected at most 2 marks for a question of the kind 'true-false', got 3" in told


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (
            blueprint(5, "single-choice", "sorting"),
            [f"{AT}expected at most 2 marks for a question of the kind 'single-choice', got 5 [marks-for-work]"],
        ),
        (
            blueprint(9, "matching"),
            [f"{AT}expected at most 4 marks for a question of the kind 'matching', got 9 [marks-for-work]"],
        ),
        (blueprint(4, "matching", "short-answer", "case"), []),
        (blueprint(2, "single-choice", "true-false", "fill-in", "statements", "ordering"), []),
        (blueprint(5, "single-choice", waive={"marks-for-work": "All questions carry the same."}), []),
        (
            blueprint(1, "single-choice", waive={"marks-for-work": "Not needed."}),
            ["made-up.yml:5: warning: section A: expected a waiver that is needed, got 'marks-for-work'; take it out [waive]"],
        ),
        (
            blueprint(1, "single-choice", waive={"marks-for-wrk": "Misspelt."}),
            [
                "made-up.yml:5: warning: section A: expected the name of a check of papers, got 'marks-for-wrk'; "
                "did you mean 'marks-for-work'? [waive]"
            ],
        ),
    ],
)
def test_marks_that_do_not_fit_the_work_of_a_kind_are_told(paper: Blueprint, expected: list[str]) -> None:
    assert findings(paper) == expected


def test_a_waiver_is_no_rule_of_the_paper() -> None:
    (section,) = blueprint(5, "single-choice", waive={"marks-for-work": "All questions carry the same."}).sections
    assert section.waive
    assert "waive" not in section.as_json()


@pytest.mark.parametrize(("setting", "errors"), [("error", 1), ("warning", 0), ("off", 0)])
def test_a_build_stops_at_marks_of_a_paper_where_the_check_calls_them_an_error(setting: str, errors: int, tmp_path: Path) -> None:
    read = library()
    course = read.course.model_copy(update={"checks": {"marks-for-work": setting}})
    one = replace(read, course=course, papers={"made-up": blueprint(5, "single-choice")})
    for problems in (check_everything(one, tmp_path)[0], other_errors(one, tmp_path)):
        assert len([each for each in problems if each.severity == "error" and each.file == "made-up.yml"]) == errors
