"""Marks by their rules alone, without files: what an answer earns, which questions count, and the edges of what is read."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from quizbank.banks.load import example
from quizbank.model.question import Question
from quizbank.results.marking import LONGEST, REASON, Response, Verdict, verdict
from quizbank.results.scoring import Cell, Learner, Rules, Unit, by_hand, marked
from quizbank.texts.numbers import read_number, shortest
from quizbank.texts.typed import forms, plain


def question(kind: str) -> Question:
    return example(kind).questions[0]


def cell(earned: int | Fraction, marks: int = 2, given: bool = True) -> Cell:
    return Cell(question("true-false").model_copy(update={"marks": marks}), Fraction(earned), given)


def unit(*cells: Cell, section: int = 0, answer: int | None = None) -> Unit:
    return Unit(section, Rules(answer), cells)


def test_a_point_that_the_question_does_not_have_earns_nothing() -> None:
    asked = question("short-answer")
    (first, worth), *_ = asked.ticks.items()
    known = verdict(asked, Response(points=(first,), typed={"typed": "because"}))
    assert known.share == Fraction(worth, asked.marks)
    more = Response(points=(first, first, "gone", REASON), typed={"typed": "because"})
    assert verdict(asked, more) == known


def test_an_answer_of_the_greatest_length_is_read_and_a_longer_one_is_none() -> None:
    asked = question("fill-in")
    right = asked.accepted_answers[0]
    assert verdict(asked, Response(typed={"typed": right + "." * (LONGEST - len(right))})) == Verdict(Fraction(1))
    assert verdict(asked, Response(typed={"typed": right + "." * (LONGEST + 1 - len(right))})) == Verdict(Fraction(0), blank=True)


def test_what_stands_in_several_boxes_is_one_text() -> None:
    assert Response(typed={"typed-1": " cost", "typed-2": "skill "}).text == "cost skill"


def test_of_one_choice_nothing_is_partly_right() -> None:
    asked = question("single-choice")
    both = tuple(choice.value for choice in asked.choices)
    assert verdict(asked, Response(both)) == Verdict(Fraction(0))


def test_the_digits_of_a_unit_are_no_second_number() -> None:
    asked = question("numeric").model_copy(update={"unit": "m2", "answer": Decimal(12)})
    assert verdict(asked, Response(typed={"typed": "12 m2"})) == Verdict(Fraction(1))
    assert verdict(asked, Response(typed={"typed": "12 m3"})) == Verdict(Fraction(0), blank=True)


def test_a_case_is_not_marked_as_a_whole() -> None:
    case = question("case")
    with pytest.raises(TypeError, match=f"^{case.id}: nothing says how the kind 'case' is marked$"):
        verdict(case, Response())


def test_a_question_earns_the_marks_of_its_parts() -> None:
    case = unit(cell(1), cell(Fraction(1, 2), marks=3), cell(0, given=False))
    assert (case.earned, case.marks, case.given) == (Fraction(3, 2), 7, True)
    assert isinstance(unit().earned, Fraction)
    assert not unit(cell(0, given=False)).given
    assert unit(cell(1, given=False)).given  # marks that a teacher gave


def test_where_a_section_leaves_a_choice_the_best_of_what_was_answered_count() -> None:
    skipped, poor, good, worse = unit(cell(0, given=False), answer=2), *(unit(cell(marks), answer=2) for marks in (1, 2, -1))
    assert Learner("a", (skipped, worse, poor, good)).counting == [good, poor]
    assert Learner("a", (skipped, worse)).counting == [worse, skipped]
    other = unit(cell(1), section=1)
    learner = Learner("a", (other, poor, good, worse))
    assert learner.counting == [good, poor, other]
    assert (learner.earned, learner.marks, learner.share) == (Fraction(4), 6, Fraction(2, 3))


def test_of_questions_that_were_not_answered_the_first_count() -> None:
    units = tuple(unit(cell(0, marks=marks, given=False), answer=1) for marks in (1, 2))
    assert Learner("a", units).marks == 1


def test_who_was_asked_nothing_has_no_share() -> None:
    nobody = Learner("a", ())
    assert (nobody.earned, nobody.marks, nobody.share) == (Fraction(0), 0, Fraction(0))
    assert isinstance(nobody.earned, Fraction)


def test_what_nobody_had_to_answer_is_no_answer_where_there_was_a_choice() -> None:
    skipped, answered = cell(0, given=False), cell(1)
    assert Learner("a", (unit(skipped, answer=1),)).cells == {}
    assert Learner("a", (unit(skipped),)).cells == {skipped.part.id: skipped}
    assert Learner("a", (unit(answered, answer=1),)).cells == {answered.part.id: answered}


def test_marks_given_by_a_person_stand_with_the_answer() -> None:
    response = Response(typed={"typed": "because"})
    assert by_hand(question("short-answer"), Fraction(1), response) == Cell(
        question("short-answer"), Fraction(1), True, response, True
    )


REASONED = question("true-false").for_marks(3, 1)
RIGHT, WRONG = (next(choice.value for choice in REASONED.choices if choice.right is right) for right in (True, False))
BECAUSE = {"typed": "because"}
MARKED: Mapping[str, tuple[Response, int, bool]] = {
    "a right choice and a good reason": (Response((RIGHT,), (REASON,), BECAUSE), 3, True),
    "a right choice and a reason": (Response((RIGHT,), (), BECAUSE), 2, True),
    "a wrong choice and a good reason": (Response((WRONG,), (REASON,), BECAUSE), -1, True),
    "a reason alone": (Response((), (), BECAUSE), -1, True),
    "nothing": (Response(), 0, False),
}


@pytest.mark.parametrize(("response", "earned", "given"), MARKED.values(), ids=MARKED.keys())
def test_a_reason_earns_its_marks_beside_the_right_choice(response: Response, earned: int, given: bool) -> None:
    assert marked(REASONED, response, Rules(negative=Fraction(1))) == Cell(REASONED, Fraction(earned), given, response, True)


def test_an_answer_that_a_script_marks_is_not_marked_by_hand() -> None:
    asked = question("single-choice")
    assert not marked(asked, Response(), Rules()).by_hand
    assert marked(question("short-answer"), Response(typed=BECAUSE), Rules()).by_hand


@pytest.mark.parametrize(
    ("number", "printed"), [("1.00", "1"), ("0.250", "0.25"), ("100", "100"), ("-3.0", "-3"), ("1E+2", "100")]
)
def test_a_number_is_printed_without_needless_zeros(number: str, printed: str) -> None:
    assert str(shortest(Decimal(number))) == printed


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [("5 l", "litres per hour", None), ("5 l", "rupees litres", None), ("5 l", "hours", 500000), ("5 m", "", 5000000)],
)
def test_a_letter_that_may_be_the_unit_is_no_scale_word(text: str, unit: str, number: int | None) -> None:
    assert read_number(text, unit) == number


def test_the_plain_form_of_a_text_has_no_article() -> None:
    assert forms("The front office") == ["frontoffice", "thefrontoffice"]
    assert plain("The front office") == "frontoffice"
