"""One cell of a table of answers, read as the answer to one question: letters, words, a number, or marks."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizbank.model.part import AnswerRow
from quizbank.model.question import Question
from quizbank.results.marking import REASON, Response
from quizbank.strings.said import in_words
from quizbank.strings.words import Words
from quizbank.texts.inline import plain_words
from quizbank.texts.numbers import read_number
from quizbank.texts.typed import forms

# What people write for no answer.
_NOTHING = frozenset({"", "-", "–", "—"})
_BETWEEN = re.compile(r"[\s,;/|>→+&]+")
_NUMBERED = re.compile(r"(\d+)\s*[-–:=.)]*\s*([A-Za-z])(?![A-Za-z])")
# A row that was left open, within an answer of several rows.
_OPEN = frozenset("-–?_.")


class CellFault(ValueError):
    """What is wrong with a cell."""


def is_empty(cell: str) -> bool:
    """Say whether a cell holds no answer."""
    return cell.strip() in _NOTHING


def response_in(cell: str, part: Question, words: Words) -> Response:
    """Return the response that a cell holds to a question that is not marked by a person. `words` are those of the course.

    Raises CellFault.
    """
    if is_empty(cell):
        return Response()
    if part.choices:
        return Response(_choices_in(cell, part, words))
    if part.rows:
        return Response(_rows_in(cell, part.rows))
    return Response(typed={"typed": cell.strip()})


def with_reason(response: Response, cell: str, part: Question) -> Response:
    """Return a response with the reason that a cell pays or does not. Raises CellFault.

    A reason earns all of its marks or none, as on the site.
    """
    paid = marks_in(cell, part.reason_marks)
    if paid not in (0, part.reason_marks):
        raise CellFault(f"expected all marks of the reason ({part.reason_marks}) or 0, got '{cell}'")
    return Response(response.picked, (REASON,) if paid else (), {REASON: cell} if not is_empty(cell) else {})


def marks_in(cell: str, most: int) -> Fraction:
    """Return the marks in a cell, of which there may be `most`; an empty one has none. Raises CellFault."""
    found = 0 if is_empty(cell) else read_number(cell)
    if found is None or not 0 <= found <= most:
        raise CellFault(f"expected marks from 0 to {most}, got '{cell}'")
    return Fraction(found)


def _choices_in(cell: str, part: Question, words: Words) -> tuple[str, ...]:
    own = forms(cell)
    for choice in part.choices:
        if set(own) & {form for text in (choice.text, in_words(choice.text, words)) for form in forms(plain_words(text))}:
            return (choice.value,)
    known = {letter: choice.value for letter, choice in zip(part.choice_letters, part.choices, strict=False)}
    letters = _BETWEEN.sub("", cell.upper()).strip("().")
    if not known.keys() >= set(letters):
        raise CellFault(f"expected a letter from {', '.join(known)} or an option in its own words, got '{cell}'")
    return tuple(dict.fromkeys(known[letter] for letter in letters))


def _rows_in(cell: str, rows: Sequence[AnswerRow]) -> tuple[str, ...]:
    numbered = _NUMBERED.findall(cell)
    if numbered:
        pairs = [(int(number), letter) for number, letter in numbered]
        rest = _BETWEEN.sub("", _NUMBERED.sub("", cell))
    else:
        signs = _BETWEEN.sub("", cell)
        pairs, rest = [(place, sign) for place, sign in enumerate(signs, 1) if sign not in _OPEN], ""
    numbers = [number for number, _ in pairs]
    if rest or len(set(numbers)) != len(numbers) or not all(0 < number <= len(rows) for number in numbers):
        raise _row_fault(cell, rows)
    return tuple(_value(cell, rows, rows[number - 1].choices, letter) for number, letter in pairs)


def _value(cell: str, rows: Sequence[AnswerRow], choices: Mapping[str, str], letter: str) -> str:
    found = choices.get(letter.lower()) or choices.get(letter.upper())
    if found is None:
        raise _row_fault(cell, rows)
    return found


def _row_fault(cell: str, rows: Sequence[AnswerRow]) -> CellFault:
    letters = ", ".join(sorted(rows[0].choices))
    return CellFault(f"expected a letter ({letters}) for each of {len(rows)} rows, such as {_example(rows)}, got '{cell}'")


def _example(rows: Sequence[AnswerRow]) -> str:
    letters = sorted(rows[0].choices)
    return " ".join(letters[index % len(letters)] for index in range(len(rows)))
