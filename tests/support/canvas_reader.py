"""Items of QTI 1.2 compared with their questions, through what Canvas reads of them and through their own conditions."""

from xml.etree.ElementTree import Element

import canvas
import house_marks
from canvas import Attempt
from packages import words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Alternative, Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.texts import plain_line

TYPES = {
    Choice: "multiple_choice_question",
    Truth: "true_false_question",
    Pairs: "matching_question",
    Sequence: "matching_question",
    Typed: "short_answer_question",
    Number: "numerical_question",
    Written: "essay_question",
}


def check_item(item: Element, question: Portable) -> None:
    """Fail where Canvas would find another type, key, mark or reason than the question has, or give an answer other marks."""
    about = canvas.metadata(item)
    several = isinstance(question.answer, Choice) and question.answer.several
    assert about["question_type"] == ("multiple_answers_question" if several else TYPES[type(question.answer)])
    assert about["points_possible"] == str(question.marks)
    assert about["kind"] == question.kind
    assert about.get("bloom", "") == question.bloom
    assert canvas.material(item.find("presentation")).startswith(words(question.stem))
    assert words(question.explanation) in canvas.feedback(item)["general_fb"]
    assert "general_fb" in Attempt(item, {"response1": ["1"]}).shown
    _check_answer(item, question)


def _check_answer(item: Element, question: Portable) -> None:
    match question.answer:
        case Choice() as choice:
            _check_choice(item, choice)
        case Truth() as truth:
            options = (Alternative("True", truth.right, truth.why_true), Alternative("False", not truth.right, truth.why_false))
            _check_choice(item, Choice(options, shuffled=False))
        case Pairs() as pairs:
            _check_pairs(item, pairs)
        case Sequence() as sequence:
            _check_sequence(item, sequence)
        case Typed() as typed:
            _check_typed(item, typed)
        case Number() as number:
            _check_number(item, number)
        case Written() as written:
            said = canvas.feedback(item)["general_fb"]
            assert all(words(text) in said for text in (written.model, *(point.text for point in written.points)))


def _check_choice(item: Element, answer: Choice) -> None:
    names = canvas.choices(item)
    assert all(name.isdigit() for name in names.values())
    assert canvas.metadata(item)["original_answer_ids"].split(",") == list(names.values())
    assert list(names) == [words(option.text) for option in answer.options]
    ids = list(names.values())
    (field,) = item.iter("response_lid")
    assert field[0].attrib["shuffle"] == ("Yes" if answer.shuffled else "No")
    assert field.attrib["rcardinality"] == ("Multiple" if answer.several else "Single")
    for places, share in house_marks.choices(answer):
        attempt = Attempt(item, {"response1": [ids[place] for place in places]})
        assert attempt.score == (100 if share == 1 else 0)
        told = [canvas.feedback(item)[name] for name in attempt.shown if name[0].isdigit()]
        assert told == [words(answer.options[place].why) for place in places if answer.options[place].why]


def _rows(item: Element) -> dict[str, Element]:
    found = {canvas.material(each): each for each in item.iter("response_lid")}
    assert len(found) == len(list(item.iter("response_lid")))
    return found


def _check_pairs(item: Element, answer: Pairs) -> None:
    found = _rows(item)
    lefts = [words(pair.left) for pair in answer.pairs]
    assert list(found) == lefts
    for chosen, share in house_marks.matches(answer):
        attempt = Attempt(item, _answers(found, dict(zip(lefts, map(plain_line, chosen), strict=True))))
        assert abs(attempt.score / 100 - float(share)) < 0.001
    wrong = _answers(found, dict.fromkeys(lefts, plain_line(answer.rights[0])))
    said = canvas.feedback(item)
    told = [said[name] for name in Attempt(item, wrong).shown if name[0].isdigit()]
    assert told == [words(pair.why) for pair in answer.pairs if pair.why and pair.right != answer.rights[0]]


def _check_sequence(item: Element, answer: Sequence) -> None:
    found = _rows(item)
    for order, share in house_marks.orders(answer):
        places = {words(text): str(place) for place, text in enumerate(order, 1)}
        assert abs(Attempt(item, _answers(found, places)).score / 100 - float(share)) < 0.001
    assert sorted(found) == sorted(words(step.text) for step in answer.steps)


def _answers(found: dict[str, Element], chosen: dict[str, str]) -> dict[str, list[str]]:
    """Return what is chosen in each row, by the names of rows and choices, from their words."""
    return {found[left].attrib["ident"]: [canvas.choices(found[left])[right]] for left, right in chosen.items()}


def _check_typed(item: Element, answer: Typed) -> None:
    assert canvas.accepted(item) == list(answer.answers)
    for text, right in house_marks.typed(answer):
        assert Attempt(item, {"response1": [text]}).score == 100 * right
    wrong = Attempt(item, {"response1": ["something else"]})
    for near in answer.near:
        assert near.text in canvas.feedback(item)["general_incorrect_fb"]
        assert words(near.why) in canvas.feedback(item)["general_incorrect_fb"]
        assert "general_incorrect_fb" in wrong.shown
    assert "general_incorrect_fb" not in Attempt(item, {"response1": [answer.answers[0]]}).shown


def _check_number(item: Element, answer: Number) -> None:
    assert canvas.bounds(item) == (answer.value, answer.value - answer.tolerance, answer.value + answer.tolerance)
    for number, right in house_marks.numbers(answer):
        assert Attempt(item, {"response1": [str(number)]}).score == 100 * right
    for slip in answer.slips:
        if abs(slip.value - answer.value) > answer.tolerance:
            assert words(slip.why) in canvas.feedback(item)["general_incorrect_fb"]
