"""One set of a paper: its sections, numbers and marks, the order of the other sets, and the rows of the answer sheet."""

from decimal import Decimal

import example_course
from quizbank.papers.sets import FIRST, Numbered, PaperSet, Row, answer_rows, mock_set, paper_set, parts_of
from quizbank.strings.words import Words

LIBRARY = example_course.library()
BANKS = tuple(LIBRARY.banks.values())


def ids(one: PaperSet) -> list[list[str]]:
    return [[question.id for question in questions] for questions in one.sections]


def test_every_set_of_a_seed_asks_the_same_questions_and_only_the_first_as_they_were_drawn() -> None:
    paper = LIBRARY.papers["choices"]
    first, second, third = (paper_set(paper, iter(BANKS), "7b", letter) for letter in "ABC")
    assert first == paper_set(paper, BANKS, "7b")
    assert FIRST == first.letter == "A"
    assert first.ids == second.ids == third.ids
    assert len(first.ids) == sum(section.number for section in paper.sections)
    assert len({str(ids(one)) for one in (first, second, third)}) == 3
    assert [set(section) for section in ids(first)] == [set(section) for section in ids(second)]
    assert ids(paper_set(paper, BANKS, "7b", "B")) == ids(second)
    assert ids(paper_set(paper, BANKS, "7c", "B")) != ids(second)
    assert ids(first) != ids(mock_set(paper, BANKS, "7b"))


def test_no_neighbour_has_a_section_in_the_same_order() -> None:
    for seed in map(str, range(20)):
        one, other = (paper_set(LIBRARY.papers["reasons"], BANKS, seed, letter) for letter in "AB")
        assert all(mine != theirs for mine, theirs in zip(ids(one), ids(other), strict=True))


def test_options_of_another_set_change_places_by_its_seed() -> None:
    """Sections of one letter in two sets: the options of each question follow the set, not the section."""
    orders = {
        (seed, letter): {
            question.id: [choice.text for choice in question.choices]
            for questions in paper_set(LIBRARY.papers["choices"], BANKS, seed, letter).sections
            for question in questions
        }
        for seed in ("1", "2")
        for letter in "ABC"
    }
    for seed in ("1", "2"):
        assert orders[seed, "A"] != orders[seed, "B"] != orders[seed, "C"]
    both = orders["1", "B"].keys() & orders["2", "B"].keys()
    assert len(both) > 3
    assert any(orders["1", "B"][name] != orders["2", "B"][name] for name in both)


def test_each_question_has_the_marks_of_its_section_unless_they_belong_to_its_points() -> None:
    for paper in LIBRARY.papers.values():
        one = paper_set(paper, BANKS, "1")
        for section, questions in zip(paper.sections, one.sections, strict=True):
            assert len(questions) == section.number
            for question in questions:
                assert question.marks == section.marks
                assert question.reason_marks == (0 if question.fixed_marks else section.reason_marks)


def test_questions_are_numbered_through_the_whole_paper() -> None:
    one = paper_set(LIBRARY.papers["written"], BANKS, "1")
    assert [section.id for section, _ in one.numbered] == list("ABCD")
    names = [numbered.name for _, questions in one.numbered for numbered in questions]
    assert names == [str(number) for number in range(1, 18)]
    assert [[numbered.question for numbered in questions] for _, questions in one.numbered] == [
        list(each) for each in one.sections
    ]


def test_the_label_says_which_set_of_which_paper_it_is() -> None:
    words = Words()
    own = paper_set(LIBRARY.papers["choices"], BANKS, "secret", "B")
    mock = mock_set(LIBRARY.papers["choices"], BANKS, "7b")
    assert own.label.in_words(words) == f"Set B, paper {own.fingerprint}"
    assert mock.label.in_words(words) == f"Set A, mock test 7b.{mock.fingerprint}"
    assert own.fingerprint in own.key_label.in_words(words)
    assert f"7b.{mock.fingerprint}" in mock.key_label.in_words(words)
    assert own.key_label.in_words(words) != own.label.in_words(words)
    assert mock.key_label.in_words(words) != own.key_label.in_words(words).replace(own.fingerprint, f"7b.{mock.fingerprint}")
    assert (own.code, mock.code) == ("", "7b")
    assert "secret" not in str(own.label) + str(own.key_label)


def test_an_answer_sheet_has_a_row_for_each_answer_by_a_letter() -> None:
    one = paper_set(LIBRARY.papers["reasons"], BANKS, "1")
    rows = {row.name: row for row in answer_rows(one)}
    for _, questions in one.numbered:
        for numbered in questions:
            for name, part in parts_of(numbered):
                if not part.choices:
                    assert name not in rows
                    continue
                letters = tuple("ABCDEFGH"[: len(part.choices)]) if not part.kind.startswith("true") else rows[name].letters
                assert rows[name].letters == letters
                assert len(rows[name].letters) == len(part.choices)
                right = [letter for letter, choice in zip(rows[name].letters, part.choices, strict=True) if choice.right]
                assert rows[name] == Row(name, rows[name].letters, tuple(right))
    assert any("(b)" in name for name in rows)


def test_the_questions_of_a_case_have_letters_of_their_own() -> None:
    (case,) = (question for question in LIBRARY.banks["case-1"].questions if question.is_case)
    assert [numbered.name for numbered in parts_of(Numbered("7", case))] == ["7 (a)", "7 (b)"]
    assert [numbered.question for numbered in parts_of(Numbered("7", case))] == list(case.inner)
    alone = LIBRARY.banks["single-choice-1"].questions[0]
    assert list(parts_of(Numbered("7", alone))) == [Numbered("7", alone)]


def test_the_paper_that_takes_marks_says_how_many() -> None:
    assert LIBRARY.papers["choices"].sections[0].negative == Decimal(1)
