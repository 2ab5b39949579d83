"""Typed answers, numbers and written answers on a card: a line or a box on the front, and on the back what counts.

`data-accepted` and `data-near` are what the script, which is that of the site's own questions, compares a typed answer with.
"""

from decimal import Decimal

from quizbank.exchange.shapes import Number, Typed, Written
from quizbank.exports.anki.answers.pieces import Fields, Setting, bullets, titled
from quizbank.exports.anki.texts import words
from quizbank.texts import numbers


def typed(answer: Typed, setting: Setting) -> Fields:
    """Return the fields of words that are typed: the best answer, the other accepted ones, and those that are close."""
    best, *others = (f'<span data-accepted="{words(text)}">{setting.html.line(text)}</span>' for text in answer.answers)
    near = [setting.near(words(each.text), setting.html.line(each.text), each.why) for each in answer.near]
    return {
        "Answer": f'<p class="quiz-key">{best}</p>',
        "Accepted": setting.folded(setting.words.say("anki.also"), [f"<li>{other}</li>" for other in others]),
        "Close": setting.folded(setting.words.say("question.explain_close"), near),
    }


def number(answer: Number, setting: Setting) -> Fields:
    """Return the fields of a number: with its unit and tolerance, the working, and the mistakes that lead elsewhere."""
    slips = [setting.near(_exact(slip.value), setting.quantity(slip.value, answer.unit), slip.why) for slip in answer.slips]
    return {
        "Answer": f"{_key(answer, setting)}{_range(answer, setting)}",
        "Working": setting.html.block(answer.working),
        "Mistakes": setting.folded(setting.words.say("question.explain_mistakes"), slips),
    }


def written(answer: Written, setting: Setting) -> Fields:
    """Return the fields of a written answer: the model, and the points with boxes to tick and their marks."""
    points = [_point(setting.html.line(point.text), point.marks, setting) for point in answer.points]
    return {
        "Model answer": titled(setting.words.say("question.model_answer"), setting.html.block(answer.model)),
        "Points": titled(setting.words.say("question.points"), bullets(points, "quiz-points")),
    }


def _key(answer: Number, setting: Setting) -> str:
    unit = words(numbers.unit_form(numbers.unit_parts(answer.unit)[1]))
    read = f'data-accepted="{_exact(answer.value)}" data-tolerance="{_exact(answer.tolerance)}" data-unit="{unit}"'
    return f'<p class="quiz-key" {read}>{setting.quantity(answer.value, answer.unit)}</p>'


def _range(answer: Number, setting: Setting) -> str:
    if not answer.tolerance:
        return ""
    told = setting.words.say("kind.tolerance", tolerance=setting.quantity(answer.tolerance, answer.unit))
    return f'<p class="quiz-note">{told}</p>'


def _point(text: str, marks: int, setting: Setting) -> str:
    return f'<label><input type="checkbox"> {text} ({setting.words.say("question.marks", n=marks)})</label>'


def _exact(value: Decimal) -> str:
    return format(value, "f")
