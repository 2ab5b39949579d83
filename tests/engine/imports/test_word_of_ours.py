"""Word files of ours that a teacher edited: what fits together is read, what does not is named with its line."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from docx import Document

import imports
import portables
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Alternative, Choice, Number, Pair, Pairs, Sequence, Step, Truth, Typed, Written
from quizbank.exports import load_format
from quizbank.imports.reader import Found, NotReadable

CHOICE = Choice(tuple(Alternative(text, text == "Leaves", f"Because of {text}") for text in ("Leaves", "Roots", "Stems")))
QUESTIONS = (
    Portable("", "single-choice", "Which part is green?", CHOICE, 1, explanation="Green parts make sugar."),
    Portable("", "ordering", "Put them in order.", Sequence((Step("Seed", "first"), Step("Stem"), Step("Leaf"))), 2),
    Portable("", "matching", "Match.", Pairs((Pair("Leaf", "green", "It is."), Pair("Root", "white"))), 2),
    Portable("", "sorting", "Sort.", Pairs((Pair("Leaf", "green"), Pair("Root", "white")), groups=("green", "white")), 2),
    Portable("", "fill-in", "A leaf is ____.", Typed(("green", "dark green")), 1),
    Portable("", "short-answer", "Explain.", Written("Light makes it green."), 2),
)


def edited(change: Callable[[Any], None], *questions: Portable) -> Found:
    """Return what is read of questions after a change of their Word file."""
    document = Document(BytesIO(load_format("docx").write(portables.of(*(questions or QUESTIONS)))))
    change(document)
    return imports.read("docx", imports.saved(document), "x.docx")


def replaced(old: str, new: str, place: int = 0) -> Callable[[Any], None]:
    """Return what puts other words into one of the runs that have these."""

    def change(document: Any) -> None:
        runs = [run for each in document.paragraphs for run in each.runs if run.text == old]
        runs[place].text = new

    return change


def test_words_that_are_changed_in_the_paper_are_taken_from_it_and_those_of_the_key_named() -> None:
    found = edited(replaced("Leaves", "Green leaves"))
    first = found.taken[0].question.answer
    assert isinstance(first, Choice)
    assert [option.text for option in first.options if option.right] == ["Green leaves"]
    (letter,) = (chr(ord("A") + place) for place, option in enumerate(first.options) if option.right)
    assert found.taken[0].lost == (f"the key says other words for option {letter} than the paper; those of the paper are kept",)
    assert edited(replaced("Leaves", "Leaves")).taken[0].lost == ()


def test_other_marks_in_the_key_are_named() -> None:
    found = edited(replaced("[1]", "[3]"))
    assert found.taken[0].question.marks == 3
    assert found.taken[0].lost == ("the paper gives it 3 marks and the key 1; those of the paper are kept",)


def _without_last_answer(document: Any) -> None:
    last = [each for each in document.paragraphs if each.style.name == "Key answer"][-1]
    last._p.getparent().remove(last._p)


def test_a_question_that_was_deleted_on_one_side_only_stops_the_import() -> None:
    message = (
        r"expected as many answers in the key as there are questions \(6\), got 5: "
        "what is added to one or deleted there must be in the other, too"
    )
    with pytest.raises(NotReadable, match=message):
        edited(_without_last_answer)


def test_a_key_that_does_not_fit_its_question_is_refused_with_the_line() -> None:
    def wrong(document: Any) -> None:
        for style, old, new in (("Key answer", 0, "Z"), ("Key answer", 1, "A → B"), ("Key answer", 2, "1-a")):
            runs = [each for each in document.paragraphs if each.style.name == style][old].runs
            runs[0].text = new

    found = edited(wrong)
    assert [each.where for each in found.refused] == ["question 1", "question 2", "question 3"]
    assert [each.message for each in found.refused] == [
        "expected the letter of an option (A, B, C) in the key, got 'Z'",
        "expected each of the letters A, B, C once in the key, got A → B",
        "expected a partner for each of the 2 entries of the first list in the key, got '1-a'",
    ]
    assert found.refused[0].line == 2
    assert len(found.taken) == 3


def test_a_key_without_answers_is_refused() -> None:
    def emptied(document: Any) -> None:
        for each in document.paragraphs:
            if each.style.name == "Key answer":
                each.clear()

    messages = [each.message for each in edited(emptied).refused]
    assert messages == [
        "expected the letter of the right option in the key, got ''",
        "expected the letter of the right option in the key, got ''",
        "expected a partner for each of the 2 entries of the first list in the key, got ''",
        "expected a group for each of the 2 entries in the key, got ''",
        "expected the accepted answers in the key, got none",
        "expected an answer in the key, got none",
    ]


def test_a_stem_without_words_and_a_case_without_an_answer_are_refused() -> None:
    def emptied(document: Any) -> None:
        next(each for each in document.paragraphs if each.style.name == "Question").clear()

    assert [each.message for each in edited(emptied, QUESTIONS[0]).refused] == ["expected a question in words, got none"]
    case = Portable("", "case", "A plant stands in the dark.", None, 3, QUESTIONS[:2], title="A plant")

    def shortened(document: Any) -> None:
        last = [each for each in document.paragraphs if each.style.name == "Key sub-answer"][-1]
        last._p.getparent().remove(last._p)

    message = "expected as many answers in the key of this case as it has questions (2), got 1"
    assert [each.message for each in edited(shortened, case).refused] == [message]


def test_reasons_that_were_deleted_are_named() -> None:
    def shortened(document: Any) -> None:
        first = next(each for each in document.paragraphs if each.style.name == "Reason")
        first._p.getparent().remove(first._p)

    found = edited(shortened)
    assert found.taken[0].lost == ("the key has 2 reasons for 3 options; they are left out",)


def test_a_list_as_a_model_answer_keeps_the_number_of_its_question() -> None:
    listed = Portable("", "short-answer", "Name two.", Written("1. Leaf\n2. Root"), 2)
    found = edited(lambda _: None, QUESTIONS[0], listed, QUESTIONS[4])
    assert len(found.taken) == 3
    answer = found.taken[1].question.answer
    assert isinstance(answer, Written)
    assert answer.model == "1. Leaf\n2. Root"


def test_an_order_that_means_something_is_a_style_and_stays() -> None:
    kept = Portable("", "single-choice", "How many?", Choice(CHOICE.options, shuffled=False), 1)
    (one,) = edited(lambda _: None, kept).taken
    assert one.question.answer == kept.answer
    (other,) = edited(replaced("Roots", "Thick roots"), QUESTIONS[0]).taken
    assert isinstance(other.question.answer, Choice)
    assert other.question.answer.shuffled


def test_lists_within_lists_come_back() -> None:
    text = "Look at this:\n\n- Plants\n    - Leaves\n    - Roots\n- Animals\n\nWhich is green?"
    (one,) = edited(lambda _: None, Portable("", "true-false", text, Truth(True, "yes", "no"), 1)).taken
    assert one.question.stem == text


def test_a_number_has_its_unit_its_tolerance_and_its_working() -> None:
    number = Number(Decimal("12.5"), Decimal("0.5"), "Rs", "25 ÷ 2 = 12.5")
    (one,) = edited(lambda _: None, Portable("", "numeric", "How much?", number, 2)).taken
    assert one.question.answer == number
