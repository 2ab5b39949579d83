"""All that is wrong with a question is told in one round, and a key at a wrong depth is told once, with where it belongs."""

from pathlib import Path

import pytest

from quizbank.banks.load import load_bank

HEAD = """title: BPO
chapter: chapter.md
objectives:
  - {id: LO1.1, slug: explain-bpo, text: Explain BPO.}
questions:
"""
CHOICE = """  - id: back-office-task
    kind: single-choice
    section: section
    objective: LO1.1
    bloom: apply
    marks: 1
    stem: Which task is back-office work?
    options:
      - {text: Payroll, correct: yes, why: Customers never see it.}
      - {text: Calls, why: Customers meet the agent.}
      - text: Sales
        why: Customers meet the seller.
    explanation: Customers never see back-office work.
"""
CASE = """  - id: a-late-claim
    kind: case
    section: section
    objective: LO1.1
    bloom: apply
    marks: 2
    title: A late claim
    passage: A claim came late.
    explanation: The claim was late.
    questions:
      - id: first
        kind: true-false
        bloom: apply
        marks: 1
        stem: It came late.
        answer: yes
        why_true: It did.
        why_false: It did.
        explanation: It came late.
      - id: second
        kind: true-false
        bloom: apply
        marks: 1
        stem: It came early.
        answer: no
        why_true: It did not.
        why_false: It did not.
        explanation: It came late.
"""


def problems(bank: str, folder: Path, *changes: tuple[str, str]) -> list[str]:
    """Return what is wrong with a bank of one question of which passages are changed; each must be there."""
    for old, new in changes:
        assert old in bank, old
        bank = bank.replace(old, new, 1)
    (folder / "bpo.yml").write_text(HEAD + bank, encoding="utf-8")
    _, found = load_bank(folder / "bpo.yml", folder)
    return [str(problem).removeprefix("bpo.yml:") for problem in found]


def keys(shown: list[str], name: str) -> str:
    return f"expected one of the keys {', '.join(shown)}, got '{name}'"


OPTION_KEYS = ["correct", "misconception", "text", "why"]


def test_a_misspelt_key_does_not_hide_what_is_wrong_between_the_other_keys(tmp_path: Path) -> None:
    found = problems(CASE, tmp_path, ("    passage:", "    pasage:"), ("marks: 2", "marks: 3"))
    assert len(found) == 2
    assert found[0].startswith("13: a-late-claim: pasage: expected one of the keys ")
    assert found[0].endswith("got 'pasage'; did you mean 'passage'?")
    assert found[1] == "11: a-late-claim: marks: expected marks that are the sum of the questions' marks (2), got 3"


WRITTEN = """  - id: two-gains
    kind: short-answer
    section: section
    objective: LO1.1
    bloom: apply
    marks: 2
    stem: Name two gains.
    answer: Cost and time.
    points:
      - {text: Cost, marks: 1}
      - {text: Time, marks: 1}
    explanation: Both are gains.
"""


def test_a_misspelt_key_does_not_hide_marks_that_do_not_add_up(tmp_path: Path) -> None:
    assert problems(WRITTEN, tmp_path) == []
    found = problems(WRITTEN, tmp_path, ("    explanation:", "    explanatoin:"), ("marks: 2", "marks: 3"))
    assert [text.partition(": ")[0] for text in found] == ["17", "14"]
    assert found[0].endswith("got 'explanatoin'; did you mean 'explanation'?")
    assert found[1].startswith("14: two-gains: points: expected points that add up to the question's 3 marks, got 2")


def test_a_broken_question_of_a_case_does_not_hide_what_is_wrong_with_the_case(tmp_path: Path) -> None:
    found = problems(CASE, tmp_path, ("marks: 2", "marks: 3"), ("id: second", "id: first"), ("answer: no", "answer: perhaps"))
    assert found == [
        "30: a-late-claim: questions, 2, answer: expected yes or no, got 'perhaps'",
        "11: a-late-claim: marks: expected marks that are the sum of the questions' marks (2), got 3",
        "25: a-late-claim: questions, 2, id: expected an id of its own for each question, got 'first' a second time",
    ]


def test_a_misspelt_key_of_a_question_in_a_case_is_told_once_beside_the_faults_of_the_case(tmp_path: Path) -> None:
    found = problems(CASE, tmp_path, ("marks: 2", "marks: 3"), ("why_true: It did not.", "why_ture: It did not."))
    assert len(found) == 2
    assert found[0].endswith("got 'why_ture'; did you mean 'why_true'?")
    assert found[1].startswith("11: a-late-claim: marks: ")


def test_a_key_of_the_question_that_stands_in_its_last_option_is_told_once(tmp_path: Path) -> None:
    found = problems(CHOICE, tmp_path, ("    explanation: Customers", "        explanation: Customers"))
    around = "; it belongs to the mapping around this: put fewer spaces before it"
    assert found == [f"18: back-office-task: options, 3, explanation: {keys(OPTION_KEYS, 'explanation')}{around}"]


def test_a_key_of_an_option_that_stands_in_the_question_is_told_once(tmp_path: Path) -> None:
    found = problems(CHOICE, tmp_path, ("        why: Customers meet the seller", "    why: Customers meet the seller"))
    assert len(found) == 1
    assert found[0].startswith("17: back-office-task: why: expected one of the keys ")
    assert found[0].endswith(", got 'why'; it belongs to an entry of 'options': put more spaces before it")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("marks: 1", "marks: 1\u00a0"),
            "11: back-office-task: marks: expected a whole number, got '1' with a no-break space (U+00A0) in it",
        ),
        (
            ("correct: yes", "correct: “yes”"),
            "14: back-office-task: options, 1, correct: expected yes or no, got '“yes”'; "
            "the curly quotation marks “ ” are part of the text, type straight ones or none",
        ),
        (
            ("bloom: apply", "bloom: Apply"),
            "10: back-office-task: bloom: expected one of 'remember', 'understand', 'apply', 'analyse', 'evaluate' or 'create', "
            "got 'Apply'; write 'apply', for small and capital letters are not the same here",
        ),
        (
            ("id: back-office-task", "id: back-office-task\u200b"),
            "6: back-office-task\u200b: id: expected lower-case words joined by hyphens, such as 'front-office', "
            "got 'back-office-task\u200b' with a zero width space (U+200B) in it",
        ),
    ],
    ids=["a no-break space", "curly quotation marks", "a capital letter", "a space of no width"],
)
def test_what_cannot_be_seen_in_a_value_is_named(change: tuple[str, str], expected: str, tmp_path: Path) -> None:
    assert expected in problems(CHOICE, tmp_path, change)


def test_a_bank_with_a_broken_head_tells_what_is_wrong_in_its_questions_as_well(tmp_path: Path) -> None:
    (tmp_path / "bpo.yml").write_text(
        (HEAD + CHOICE).replace("chapter:", "chaptre:").replace("marks: 1", "marks: one"), encoding="utf-8"
    )
    bank, found = load_bank(tmp_path / "bpo.yml", tmp_path)
    assert bank is None
    assert [str(problem).partition(", got ")[2] for problem in found] == ["'chaptre'; did you mean 'chapter'?", "'one'"]
