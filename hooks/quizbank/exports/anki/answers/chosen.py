"""Choices and true or false on a card: the options without their verdicts on the front, with verdict and reason on the back."""

from quizbank.exchange.shapes import Alternative, Choice, Truth
from quizbank.exports.anki.answers.pieces import Fields, Setting, tag


def choice(answer: Choice, setting: Setting) -> Fields:
    """Return the fields of a choice, in the order of the file; the script shuffles both sides alike."""
    opening = '<ul class="quiz-options" data-shuffle="options">' if answer.shuffled else '<ul class="quiz-options">'
    task = f'<p class="quiz-note">{setting.words.say("paper.choose_all")}</p>' if answer.several else ""
    front = "".join(_option(n, option, answer.several, setting) for n, option in enumerate(answer.options))
    back = "".join(_reason(n, option, answer.several, setting) for n, option in enumerate(answer.options))
    return {"Options": f"{task}{opening}{front}</ul>", "Reasons": f"{opening}{back}</ul>"}


def truth(answer: Truth, setting: Setting) -> Fields:
    """Return the fields of a true or false: a choice whose order stays."""
    true = Alternative(setting.words.say("kind.true"), answer.right, answer.why_true)
    false = Alternative(setting.words.say("kind.false"), not answer.right, answer.why_false)
    return choice(Choice((true, false), shuffled=False), setting)


def _option(n: int, option: Alternative, several: bool, setting: Setting) -> str:
    control = f'<input type="{"checkbox" if several else "radio"}" name="picked">'
    return f'<li class="quiz-option" data-n="{n}"><label>{control}{setting.text(option.text)}</label></li>'


def _reason(n: int, option: Alternative, several: bool, setting: Setting) -> str:
    marks = f'data-n="{n}" data-right="{"yes" if option.right else ""}"' + ' data-several="yes"' * several
    told = tag(setting.words.say("question.tag_answer") if option.right else "")
    return f'<li class="quiz-option quiz-reason" {marks}>{setting.text(option.text)}{told}{setting.why(option.why)}</li>'
