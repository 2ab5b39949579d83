"""Each shape of answer as a type of question in Moodle: the elements that follow the head of a question.

After Moodle's reader (question/format/xml/format.php, and question/type/ordering/questiontype.php for orderings).
"""

from collections.abc import Iterator
from decimal import Decimal

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exports.moodle import feedback
from quizbank.exports.moodle.grades import FULL, NONE, percent, shares
from quizbank.exports.moodle.markup import element, group, html, line, rich, value
from quizbank.exports.moodle.spellings import spellings
from quizbank.exports.moodle.texts import Texts, in_menu
from quizbank.texts.numbers import unit_parts

TRUE_FALSE_PENALTY, PENALTY = "1", "0.3333333"  # of the marks, for each further try; what Moodle's own form proposes
_MOST_LINES, _LINES_PER_MARK = 40, 5  # of the box for an essay; Moodle offers multiples of five


def type_of(question: Portable) -> str:
    """Return Moodle's name for the type of question that holds an answer."""
    match question.answer:
        case Choice():
            return "multichoice"
        case Truth():
            return "truefalse"
        case Pairs():
            return "matching"
        case Sequence():
            return "ordering"
        case Typed():
            return "shortanswer"
        case Number():
            return "numerical"
    return "essay"


def elements(question: Portable, texts: Texts) -> Iterator[str]:
    """Yield the elements of a question that belong to its type."""
    match question.answer:
        case Choice() as choice:
            yield from _choice(choice, texts)
        case Truth() as truth:
            yield from _truth(truth, texts)
        case Pairs() as pairs:
            yield from _pairs(pairs, texts)
        case Sequence() as sequence:
            yield from _sequence(sequence, texts)
        case Typed() as typed:
            yield from _typed(typed, texts)
        case Number() as number:
            yield from _number(number, texts)
        case Written() as written:
            yield from _written(written, question.marks, texts)


def hint(question: Portable, texts: Texts) -> Iterator[str]:
    """Yield the hint, which Moodle shows after a wrong try; essays have none. With rows, it keeps the right ones."""
    if not question.hint or isinstance(question.answer, Written):
        return
    in_rows = isinstance(question.answer, Pairs) or (isinstance(question.answer, Choice) and question.answer.several)
    more = (element("shownumcorrect"), element("clearwrong")) if in_rows else ()
    yield rich("hint", texts.block(question.hint), *more)


def _choice(choice: Choice, texts: Texts) -> Iterator[str]:
    yield value("single", _word(not choice.several))
    yield value("shuffleanswers", _word(choice.shuffled))
    yield value("answernumbering", "abc")
    yield value("showstandardinstruction", int(choice.several))
    yield from _verdicts(texts)
    for option, share in zip(choice.options, shares(choice), strict=True):
        why = rich("feedback", texts.block(option.why))
        yield rich("answer", texts.line(option.text), why, fraction=percent(share))


def _truth(truth: Truth, texts: Texts) -> Iterator[str]:
    for said, why in ((True, truth.why_true), (False, truth.why_false)):
        yield _answer(_word(said), truth.right == said, why, texts)


def _pairs(pairs: Pairs, texts: Texts) -> Iterator[str]:
    yield value("shuffleanswers", _word(True))
    yield from _verdicts(texts)
    for pair in pairs.pairs:
        yield _subquestion(texts.line(pair.left), pair.right)
    # What belongs to nothing: a choice of every menu, without a row of its own.
    lefts = {pair.right for pair in pairs.pairs}
    for right in pairs.rights:
        if right not in lefts:
            yield _subquestion("", right)


def _subquestion(left: str, right: str) -> str:
    return rich("subquestion", left, group("answer", [line(in_menu(right))]))


def _sequence(sequence: Sequence, texts: Texts) -> Iterator[str]:
    options = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": len(sequence.steps),
        "gradingtype": "ABSOLUTE_POSITION",  # each step in its place earns its share, as on the site
        "showgrading": "SHOW",
        "numberingstyle": "none",
    }
    yield from (value(name, setting) for name, setting in options.items())
    yield from _verdicts(texts)
    for place, step in enumerate(sequence.steps, 1):
        yield rich("answer", texts.line(step.text), fraction=str(place))


def _typed(typed: Typed, texts: Texts) -> Iterator[str]:
    yield value("usecase", 0)
    yield from (_answer(pattern(text), True, "", texts) for text in spellings(typed))
    yield from (_answer(pattern(near.text), False, near.why, texts) for near in typed.near)


def pattern(text: str) -> str:
    """Return a typed answer as Moodle compares it: a star stands for any letters, unless a stroke stands before it."""
    return text.replace("*", "\\*")


def _number(number: Number, texts: Texts) -> Iterator[str]:
    """Yield the number first: Moodle takes the first that fits. The slips behind it are exact."""
    yield _answer(plain_number(number.value), True, "", texts, value("tolerance", plain_number(number.tolerance)))
    for slip in number.slips:
        yield _answer(plain_number(slip.value), False, slip.why, texts, value("tolerance", 0))
    yield from _units(number.unit)


def _units(unit: str) -> Iterator[str]:
    """Yield a unit that may be typed or not: before the number if it is a currency, else behind it."""
    if not unit:
        return
    before, after = unit_parts(unit)
    yield group("units", [group("unit", [value("multiplier", 1), value("unit_name", unit)])])
    settings = {"unitgradingtype": 0, "unitpenalty": "0.1", "showunits": 0, "unitsleft": int(bool(before and not after))}
    yield from (value(name, setting) for name, setting in settings.items())


def _written(written: Written, marks: int, texts: Texts) -> Iterator[str]:
    yield value("responseformat", "editor")
    yield value("responserequired", 1)
    yield value("responsefieldlines", min(_MOST_LINES, _LINES_PER_MARK * max(2, marks)))
    yield value("attachments", 0)
    yield value("attachmentsrequired", 0)
    yield rich("graderinfo", feedback.for_markers(written, texts))
    yield rich("responsetemplate", feedback.template(written, texts))


def _answer(text: str, right: bool, why: str, texts: Texts, *more: str) -> str:
    parts = [line(text), rich("feedback", texts.block(why)), *more]
    return group("answer", parts, fraction=percent(FULL if right else NONE), format="moodle_auto_format")


def _verdicts(texts: Texts) -> Iterator[str]:
    for name, key in (("correct", "correct"), ("partiallycorrect", "partly"), ("incorrect", "incorrect")):
        yield group(f"{name}feedback", [html(texts.words.say(f"question.{key}"))], format="html")
    yield value("shownumcorrect", 1)


def plain_number(number: Decimal) -> str:
    """Return a number in digits, without an exponent."""
    return f"{number:f}"


def _word(true: bool) -> str:
    return str(true).lower()
