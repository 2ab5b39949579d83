"""The JSON Schemas of a bank and of a paper: each is current, every bank names it, and it says of a bank what the program says.

An editor reads YAML 1.2, in which `yes` is a word and `42` a number. The check of the schema here knows the keywords that the
schema uses and no others; it stands in for a library that the project needs nowhere else.
"""

from pathlib import Path

import pytest
import yaml

from editor import SCHEMA, as_an_editor_reads, faults
from golden import parts_of
from places import CASES
from quizbank.banks.load import load_bank
from quizbank.cli import main
from quizbank.kinds import KINDS
from quizbank.schemas import bank_schema, paper_schema

EXAMPLES = [KINDS[kind].folder / "example.yml" for kind in sorted(KINDS)]


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == bank_schema()


def test_the_schema_says_what_it_describes() -> None:
    assert SCHEMA["title"] == "A bank of questions"
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_an_editor_reads_words_numbers_and_nothing_as_yaml_1_2_has_them() -> None:
    read = as_an_editor_reads("[yes, No, on, true, False, 12:30, 1_000, 2024-05-01, 3, -4.5, 1e3, ~, null]")
    assert read == ["yes", "No", "on", True, False, "12:30", "1_000", "2024-05-01", 3, -4.5, 1000.0, None, None]
    assert as_an_editor_reads("hint:") == {"hint": None}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_is_valid_as_an_editor_reads_it(path: Path) -> None:
    assert list(faults(as_an_editor_reads(path.read_text(encoding="utf-8")))) == []


# By what an author got wrong: the kind whose example it is, what is changed in it, and where the schema refuses it.
MISTAKES = {
    "a misspelt key": ("single-choice", "explanation:", "explanatoin:", "/questions/0/explanation: missing"),
    "a key of another kind": ("ordering", "steps:", "answer: 3\n    steps:", "/questions/0/answer: unknown key"),
    "a misspelt key of the bank": ("single-choice", "title:", "titel:", "/title: missing"),
    "an unknown level": (
        "true-false",
        "bloom: understand",
        "bloom: understood",
        "/questions/0/bloom: expected one of ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'], "
        "got 'understood'",
    ),
    "no marks": ("true-false", "marks: 1", "marks: 0", "/questions/0/marks: expected at least 1, got 0"),
    "too many marks": ("true-false", "marks: 1", "marks: 21", "/questions/0/marks: expected at most 20, got 21"),
    "marks in words": ("true-false", "marks: 1", "marks: one", "/questions/0/marks: expected integer, got 'one'"),
    "an id that is no slug": (
        "numeric",
        "id: example-bill-for-the-copies",
        "id: Monthly bill",
        "/questions/0/id: expected ^[a-z0-9]+(-[a-z0-9]+)*$, got 'Monthly bill'",
    ),
    "neither yes nor no": (
        "single-choice",
        "correct: yes",
        "correct: maybe",
        "/questions/0/options/0/correct: expected one of "
        "['yes', 'Yes', 'true', 'True', 'no', 'No', 'false', 'False', True, False], got 'maybe'",
    ),
    "an empty hint": (
        "true-false",
        "marks: 1",
        "marks: 1\n    hint:",
        "/questions/0/hint: expected string or number or boolean, got None",
    ),
    "an answer with commas": (
        "numeric",
        "answer: 360000",
        "answer: 3,60,000",
        "/questions/0/answer: expected ^[-+]?[0-9]{1,12}(?:\\.[0-9]{1,6})?$, got '3,60,000'",
    ),
    "a tolerance below zero": (
        "numeric",
        "unit: Rs",
        "tolerance: -1",
        "/questions/0/tolerance: expected at least 0, got -1",
    ),
    "a match without a partner": (
        "matching",
        "right: Pumps blood",
        "wrong: Pumps blood",
        "/questions/0/pairs/0/right: missing",
    ),
    "an order of seven and one": (
        "ordering",
        "    explanation:",
        "".join(f"      - {{ text: step {n}, why: It has its place. }}\n" for n in range(4)) + "    explanation:",
        "/questions/0/steps: expected at most 7, got 8",
    ),
    "an unknown kind inside a case": (
        "case",
        "kind: numeric",
        "kind: numerical",
        f"/questions/0/questions/0/kind: expected one of {[name for name in sorted(KINDS) if name != 'case']}, got 'numerical'",
    ),
    "a misspelt key inside a case": ("case", "working:", "workings:", "/questions/0/questions/0/working: missing"),
    "a waiver without its reason": (
        "true-false",
        "marks: 1",
        "marks: 1\n    waive: { echo: }",
        "/questions/0/waive/echo: expected string or number or boolean, got None",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_schema_and_the_program_refuse_the_same_mistakes(tmp_path: Path, mistake: str) -> None:
    kind, right, wrong, fault = MISTAKES[mistake]
    example = (KINDS[kind].folder / "example.yml").read_text(encoding="utf-8")
    assert right in example
    bank = example.replace(right, wrong, 1)
    assert fault in list(faults(as_an_editor_reads(bank)))
    (tmp_path / "bank.yml").write_text(bank, encoding="utf-8")
    assert load_bank(tmp_path / "bank.yml", tmp_path)[1]


def test_the_command_prints_the_schema_of_papers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "paper"]) == 0
    assert capsys.readouterr().out == paper_schema()


@pytest.mark.parametrize("key", ["section", "objective"])
def test_a_question_must_say_what_one_inside_a_case_may_leave_out(key: str) -> None:
    bank = as_an_editor_reads((KINDS["true-false"].folder / "example.yml").read_text(encoding="utf-8"))
    del bank["questions"][0][key]
    assert list(faults(bank)) == [f"/questions/0/{key}: missing"]


# What comes to light only by looking at two places, at another file, or at the YAML that an editor has read already.
BEYOND_A_SCHEMA = {
    "a_bank_that_contrasts_with_itself",
    "a_bank_that_contrasts_with_no_other",
    "a_broken_link_whose_address_stands_below_the_text",
    "a_chapter_named_without_md",
    "a_basis_with_both_sides_the_same",
    "a_basis_written_twice",
    "a_case_of_its_own_section_is_checked_when_its_questions_have_others",
    "a_case_with_an_unknown_section_and_objective_is_told_once",
    "a_code_of_a_matching_that_leaves_an_entry_out",
    "a_code_of_a_matching_with_an_unknown_letter",
    "a_code_of_a_matching_written_twice",
    "a_code_of_statements_with_an_unknown_letter",
    "a_code_of_statements_written_twice",
    "a_group_without_items",
    "a_key_written_twice_in_a_question",
    "a_key_written_twice_in_the_bank",
    "a_mistake_that_is_the_answer",
    "a_mistake_within_the_tolerance",
    "a_mistake_written_twice_in_another_form",
    "a_point_of_an_answer_written_twice",
    "a_question_of_a_case_with_an_unknown_section_and_objective",
    "a_sort_into_an_undeclared_group",
    "a_spare_entry_that_is_also_a_partner",
    "a_standard_tag_is_named_as_the_author_wrote_it",
    "a_step_written_twice",
    "a_blank_inside_a_bare_address",
    "a_blank_inside_a_link",
    "a_link_that_would_lose_its_target",
    "a_blank_inside_code",
    "a_blank_inside_the_address_of_a_link",
    "a_character_that_nobody_sees_in_an_accepted_answer",
    "a_character_that_nobody_sees_is_found_on_its_line_of_a_folded_text",
    "a_cyrillic_letter_among_latin_ones",
    "a_text_of_brackets",
    "markup_that_questions_do_not_know",
    "a_letter_behind_a_currency_that_multiplies_the_number",
    "a_unit_that_begins_with_a_digit",
    "a_unit_that_is_the_short_form_of_a_scale",
    "a_unit_that_multiplies_the_number",
    "an_accepted_answer_that_is_also_a_near_miss",
    "an_anchor",
    "an_id_inside_a_case_that_another_question_has",
    "an_id_of_the_case_used_inside_it",
    "an_id_used_twice_in_one_bank",
    "an_id_used_twice_inside_a_case",
    "an_item_written_twice",
    "an_objective_listed_twice",
    "an_unknown_chapter",
    "an_unknown_objective",
    "an_unknown_section",
    "an_unknown_section_like_no_other_gets_no_suggestion",
    "answers_that_the_marking_cannot_tell_apart",
    "codes_of_a_matching_without_the_right_one",
    "every_fault_of_a_case_is_told_at_its_own_place",
    "every_fault_of_a_distinguish_is_told_at_its_own_place",
    "every_fault_of_a_short_answer_is_told_at_its_own_place",
    "every_fault_of_a_sorting_is_told_at_its_own_place",
    "every_mistake_of_a_sum_is_told_at_its_own_place",
    "fewer_bases_than_marks",
    "marks_of_a_case_that_do_not_add_up",
    "points_that_do_not_add_up_to_the_marks",
    "statements_that_are_all_false_without_a_code_for_that",
    "statements_without_a_fitting_code",
    "two_entries_of_list_one_alike",
    "two_groups_alike",
    "two_options_alike_but_for_case_and_spacing",
    "two_statements_alike",
    "two_things_to_distinguish_that_are_one",
}


def refused_banks() -> dict[str, str]:
    """Return the text of the bank of each golden case that has one bank, with a fault in it."""
    found = {}
    for path in sorted((CASES / "problems").glob("*.txt")):
        parts = parts_of(path.read_text(encoding="utf-8"))
        banks = [name for name in parts if name.startswith("quizzes/")]
        if len(banks) == 1 and f"\n{banks[0]}:" in "\n" + parts["problems"]:
            found[path.stem] = parts[banks[0]]
    return found


REFUSED = refused_banks()


def schema_refuses(text: str) -> bool:
    try:
        return bool(list(faults(as_an_editor_reads(text))))
    except yaml.YAMLError:
        return True


@pytest.mark.parametrize("case", REFUSED)
def test_a_bank_that_the_program_refuses_is_refused_by_the_schema_as_far_as_it_can(case: str) -> None:
    assert schema_refuses(REFUSED[case]) == (case not in BEYOND_A_SCHEMA)


TRUE_OR_FALSE = (KINDS["true-false"].folder / "example.yml").read_text(encoding="utf-8")
FILL_IN = (KINDS["fill-in"].folder / "example.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("example", "right", "written"),
    [
        (TRUE_OR_FALSE, "marks: 1", "marks: 1\n    as_of: 2024"),
        (TRUE_OR_FALSE, "marks: 1", "marks: 1\n    hint: true"),
        (TRUE_OR_FALSE, "id: example-heavy-stones-fall-no-faster", "id: 2024"),
        (TRUE_OR_FALSE, 'title: "True or false"', "title: 1991"),
        (TRUE_OR_FALSE, 'answer: "false"', "answer: No"),
        (FILL_IN, "answers: [photosynthesis, carbon assimilation]", "answers: [1994, 2.5, true]"),
        (FILL_IN, "called ____.", "called ____ in some_books."),
    ],
)
def test_what_the_program_takes_as_text_the_schema_takes_too(tmp_path: Path, example: str, right: str, written: str) -> None:
    assert right in example
    (tmp_path / "bank.yml").write_text(example.replace(right, written), encoding="utf-8")
    assert load_bank(tmp_path / "bank.yml", tmp_path)[1] == []
    assert list(faults(as_an_editor_reads(example.replace(right, written)))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_one_mistake_in_a_question_of_any_kind_is_one_message(kind: str) -> None:
    bank = as_an_editor_reads((KINDS[kind].folder / "example.yml").read_text(encoding="utf-8"))
    bank["questions"][0]["marks"] = "many"
    assert len(list(faults(bank))) == 1
