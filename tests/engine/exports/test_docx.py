"""Word files of chapters: questions as a paper and the key behind them, read back by python-docx."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import portables
from paper_words import words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Alternative, Choice, Pairs, Sequence, Truth, Typed
from quizbank.exchange.texts import plain_line
from quizbank.exports import load_format
from quizbank.exports.format import Collection
from word_reader import Line, lines, opened


def read(collection: Collection) -> tuple[list[Line], list[Line]]:
    """Return the lines of the paper, and those of the key."""
    found = lines(opened(load_format("docx").write(collection)))
    start = next(index for index, line in enumerate(found) if line.style == "Title on a new page")
    return found[:start], found[start:]


@cache
def examples() -> tuple[list[Line], list[Line]]:
    return read(portables.held(portables.examples(), load_format("docx")))


def questions() -> list[Portable]:
    return [question for deck in portables.examples().decks for question in deck.questions]


def answers() -> list[Line]:
    return [line for line in examples()[1] if line.style == "Key answer"]


def test_every_question_is_asked_with_its_marks_and_answered_under_the_same_number() -> None:
    asked = [line for line in examples()[0] if line.style == "Question"]
    wanted = [(f"{number}.", f"[{question.marks}]") for number, question in enumerate(questions(), 1)]
    assert [(line.number, line.marks) for line in asked] == wanted
    assert [(line.number, line.marks) for line in answers()] == wanted


def test_the_letter_in_the_key_stands_before_the_right_option() -> None:
    options: list[dict[str, str]] = []
    for line in examples()[0]:
        if line.style == "Question":
            options.append({})
        elif line.style in ("Option", "Option in a fixed order", "Last option"):
            options[-1][line.number[:-1]] = words(line.words)
    checked = 0
    for question, offered, line in zip(questions(), options, answers(), strict=True):
        match question.answer:
            case Choice(options=alternatives):
                right = [words(plain_line(each.text)) for each in alternatives if each.right]
                letters = [letter for letter, text in offered.items() if text in right]
                assert [part.split(" ")[0] for part in line.words.split("; ")] == letters
                checked += 1
            case Sequence(steps=steps):
                assert [offered[letter] for letter in line.words.split(" → ")] == [words(plain_line(step.text)) for step in steps]
                checked += 1
            case Truth(right=truth):
                assert line.words.startswith("True." if truth else "False.")
            case Typed(answers=accepted):
                assert line.words == " / ".join(accepted)
    assert checked > 20


def test_the_pairs_of_the_key_are_those_of_the_lists() -> None:
    pairs = [(each, line) for each, line in zip(questions(), answers(), strict=True) if isinstance(each.answer, Pairs)]
    for question, line in pairs:
        assert isinstance(question.answer, Pairs)
        if not question.answer.groups:
            assert line.words.count("-") >= len(question.answer.pairs)
    assert pairs


def test_a_loss_is_told() -> None:
    shortened = load_format("docx").shortened
    question = Portable("a", "fill-in", "A ____", Typed(("one", "two")), hint="Think.")
    assert list(shortened(question)) == ["a paper has no place for hints"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
@settings(max_examples=20, derandomize=True, database=None, deadline=None)
def test_any_text_can_be_an_option(text: str) -> None:
    options = (Alternative(f"{text} x", right=True, why=text), Alternative("no", right=False))
    paper, key = read(portables.of(Portable("a", "single-choice", f"Which? {text}", Choice(options), marks=1)))
    assert [line.number for line in paper if "ption" in line.style][:1] == ["A)"]
    assert sum(line.style == "Key answer" for line in key) == 1
