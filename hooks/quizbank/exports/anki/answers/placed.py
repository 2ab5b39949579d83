"""Matching, sorting and ordering on a card: a list to choose from beside each entry, and on the back what belongs there."""

from collections.abc import Iterable

from quizbank.exchange.order import ordered
from quizbank.exchange.shapes import Alternative, Pair, Pairs, Sequence, Step
from quizbank.exports.anki.answers.pieces import Fields, Setting, bullets, tag, titled
from quizbank.exports.anki.texts import plain

_ROWS = '<ul class="quiz-rows" data-shuffle="rows">'


def pairs(answer: Pairs, setting: Setting) -> Fields:
    """Return the fields of a matching or sorting. What can be chosen stands in an order of a file, groups in their own."""
    choices = answer.groups or [answer.rights[place] for place in scattered(answer.rights)]
    select = _select(setting.words.say("kind.select_match"), map(plain, choices), shuffled=not answer.groups)
    front = "".join(_row(n, pair.left, select, setting) for n, pair in enumerate(answer.pairs))
    back = "".join(_match(n, pair, setting) for n, pair in enumerate(answer.pairs))
    spare = bullets(f"{setting.html.line(each.text)}{setting.why(each.why)}" for each in answer.spare)
    unused = titled(setting.words.say("kind.not_used"), spare)
    return {"Items": f"{_ROWS}{front}</ul>", "Matches": f"{_ROWS}{back}</ul>{unused}"}


def sequence(answer: Sequence, setting: Setting) -> Fields:
    """Return the fields of an ordering: a position to choose for each step, and on the back the steps in their order."""
    places = scattered([step.text for step in answer.steps])
    positions = [str(place) for place in range(1, len(places) + 1)]
    select = _select(setting.words.say("kind.position"), positions, shuffled=False)
    front = "".join(_row(n, answer.steps[place].text, select, setting) for n, place in enumerate(places))
    back = "".join(_step(places.index(place), place + 1, step, setting) for place, step in enumerate(answer.steps))
    return {"Items": f"{_ROWS}{front}</ul>", "Order": f'<ul class="quiz-rows">{back}</ul>'}


def scattered(texts: Iterable[str]) -> list[int]:
    """Return the places of some texts in an order that follows from their words alone, and is not the one they have."""
    numbered = [Alternative(text, right=False, why=str(place)) for place, text in enumerate(texts)]
    places = [int(each.why) for each in ordered(numbered)]
    return [*places[1:], places[0]] if places == sorted(places) else places


def _row(n: int, text: str, select: str, setting: Setting) -> str:
    return f'<li class="quiz-row" data-n="{n}">{setting.text(text)}{select}</li>'


def _select(label: str, choices: Iterable[str], shuffled: bool) -> str:
    numbered = ((f' data-n="{n}"' if shuffled else "", choice) for n, choice in enumerate(choices))
    options = "".join(f'<option value="{choice}"{n}>{choice}</option>' for n, choice in numbered)
    order = ' data-shuffle="choices"' if shuffled else ""
    return f'<select aria-label="{label}"{order}><option value="">{label}</option>{options}</select>'


def _match(n: int, pair: Pair, setting: Setting) -> str:
    key = f'<div class="quiz-key">→ {setting.html.line(pair.right)}</div>'
    opening = f'<li class="quiz-row" data-n="{n}" data-right="{plain(pair.right)}">'
    return f"{opening}{setting.text(pair.left)}{key}{tag()}{setting.why(pair.why)}</li>"


def _step(n: int, position: int, step: Step, setting: Setting) -> str:
    text = f'<div class="quiz-text"><span class="quiz-key">{position}.</span> {setting.html.line(step.text)}</div>'
    return f'<li class="quiz-row" data-n="{n}" data-right="{position}">{text}{tag()}{setting.why(step.why)}</li>'
