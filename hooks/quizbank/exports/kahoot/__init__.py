"""Kahoot: quiz questions in the spreadsheet that it imports, one row for each.

After its own template and
https://support.kahoot.com/hc/en-us/articles/115002812547-How-to-import-questions-from-a-spreadsheet-to-your-kahoot: headings in
row 8 from column B on, questions from row 9 on; up to four answers; the numbers of the right ones with commas between them.
"""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Truth
from quizbank.exchange.texts import plain_line
from quizbank.exports.format import Collection, Format
from quizbank.exports.kahoot.sheet import fill
from quizbank.exports.workbook import new_workbook, saved
from quizbank.strings.words import Words

LONGEST_STEM, LONGEST_ANSWER, MOST_ANSWERS = 120, 75, 4
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)  # those that Kahoot knows
PACE = 48  # seconds a mark, the pace of the mock tests


def _unable(question: Portable) -> str:
    match question.answer:
        case Choice(options=options):
            if len(options) > MOST_ANSWERS:
                return f"Kahoot's spreadsheet takes {MOST_ANSWERS} answers at most"
            if max(_length(option.text) for option in options) > LONGEST_ANSWER:
                return f"one of its options has more than the {LONGEST_ANSWER} characters that Kahoot takes"
        case Truth():
            pass
        case _:
            return "Kahoot's spreadsheet has only choices"
    return _unable_before_the_answer(question)


def _unable_before_the_answer(question: Portable) -> str:
    if question.picture:
        return "Kahoot's spreadsheet has no pictures"
    too_long = _length(question.stem) > LONGEST_STEM
    return f"its stem has more than the {LONGEST_STEM} characters that Kahoot takes" if too_long else ""


def _length(text: str) -> int:
    """Return the length of a text as scripts of the web count it: an emoji is two."""
    return len(plain_line(text).encode("utf-16-le")) // 2


def _shortened(question: Portable) -> Iterator[str]:
    yield "Kahoot's spreadsheet has no room for reasons, hints and marks"
    if isinstance(question.answer, Choice) and question.answer.several:
        yield "one of its right answers may be enough, unless it is set to multi-select in Kahoot"
    if question.marks * PACE > SECONDS[-1]:
        yield f"Kahoot gives no more than {SECONDS[-1]} seconds"


def _write(collection: Collection) -> bytes:
    words = Words(collection.language)
    book, sheet = new_workbook(collection.title, collection.course, "Quiz")
    questions = [question for deck in collection.decks for question in deck.questions]
    fill(sheet, collection.title, [(plain_line(each.stem), _answers(each, words), _seconds(each)) for each in questions])
    return saved(book, collection.when)


def _answers(question: Portable, words: Words) -> list[tuple[str, bool]]:
    match question.answer:
        case Truth(right=right):
            return [(words.say("kind.true"), right), (words.say("kind.false"), not right)]
        case Choice(options=options):
            return [(plain_line(option.text), option.right) for option in options]
    raise ValueError(f"expected a choice, got {question.answer}")


def _seconds(question: Portable) -> int:
    needed = max(question.marks, 1) * PACE
    return next((seconds for seconds in SECONDS if seconds >= needed), SECONDS[-1])


FORMAT = Format("Kahoot (Excel)", "xlsx", _unable, _write, _shortened)
