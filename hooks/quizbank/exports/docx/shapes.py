"""The shapes of answer on paper and in the key, as HTML with the classes that the templates of kinds use."""

from collections.abc import Iterable
from hashlib import sha256
from string import ascii_lowercase, ascii_uppercase

from markupsafe import escape

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.texts import block_html, line_html, plain_line
from quizbank.strings.words import Words
from quizbank.texts.blanks import BLANK
from quizbank.texts.numbers import shortest

_LINES = 4
_ARROW = " → "


def asked(question: Portable, words: Words) -> str:
    """Return what stands below a stem: what can be chosen, or room for the answer where the stem has no blank for it."""
    answer = question.answer
    match answer:
        case Typed() if BLANK.search(question.stem):
            return ""
        case Choice(options=options, several=several, shuffled=shuffled):
            hint = f'<p class="paper-hint">{words.say("paper.choose_all")}</p>' if several else ""
            return hint + _listed([option.text for option in options], fixed=not shuffled)
        case Truth():
            return _labelled([("T", words.say("kind.true")), ("F", words.say("kind.false"))])
        case Pairs(groups=groups) if groups:
            return _table(answer, words)
        case Pairs():
            return _lists(answer, words)
        case Sequence():
            boxes = _ARROW.join('<span class="paper-box"></span>' for _ in answer.steps)
            order = f'<p class="paper-answer">{words.say("paper.correct_order")} {boxes}</p>'
            return _listed(_shuffled(step.text for step in answer.steps)) + order
        case Typed() | Number():
            return f'<p class="paper-answer">{words.say("paper.answer")} <span class="paper-blank"></span></p>'
        case Written(points=points):
            return f'<div class="paper-lines">{"<div></div>" * max(_LINES, 2 * len(points))}</div>'
    return ""


def key(answer: Answer | None, words: Words) -> str:
    """Return the right answer."""
    match answer:
        case Choice(options=options):
            right = [(letter, option) for letter, option in zip(ascii_uppercase, options, strict=False) if option.right]
            return "; ".join(f"<b>{letter}</b> {line_html(option.text)}" for letter, option in right)
        case Truth(right=right):
            said = words.say("kind.true") if right else words.say("kind.false")
            return f"<b>{said}.</b> {line_html(answer.why_true if right else answer.why_false)}"
        case Pairs(groups=groups) if groups:
            return _grouped(answer)
        case Pairs():
            letters = dict(zip(_rights(answer), ascii_lowercase, strict=False))
            return "<b>{}</b>".format(", ".join(f"{n}-{letters[pair.right]}" for n, pair in enumerate(answer.pairs, 1)))
        case Sequence(steps=steps):
            letters = dict(zip(_shuffled(step.text for step in steps), ascii_uppercase, strict=False))
            return f"<b>{_ARROW.join(letters[step.text] for step in steps)}</b>"
        case Typed(answers=answers):
            return " / ".join(f"<b>{escape(each)}</b>" for each in answers)
        case Number(value=value, tolerance=off, unit=unit):
            near = f" {words.say('key.tolerance', tolerance=shortest(off))}" if off else ""
            return f"<b>{shortest(value)} {line_html(unit)}</b>{near}"
        case Written(model=model):
            return block_html(model) if model else ""
    return ""


def reasons(answer: Answer | None, words: Words) -> str:
    """Return why each choice, pair or step is right or wrong, the working of a sum, what is not accepted, what earns marks."""
    match answer:
        case Choice(options=options):
            rows = [
                f"<li><b>{letter}</b> {line_html(each.why)}</li>" for letter, each in zip(ascii_uppercase, options, strict=False)
            ]
            return f'<ul class="paper-why paper-lettered">{"".join(rows)}</ul>' if any(each.why for each in options) else ""
        case Truth(right=right):
            other = answer.why_false if right else answer.why_true
            name = words.say("kind.false") if right else words.say("kind.true")
            return _why([(f"<b>{name}:</b>", other)] if other else ())
        case Pairs(pairs=pairs, spare=spare):
            belonging = [(f"<b>{line_html(each.left)}: {line_html(each.right)}.</b>", each.why) for each in pairs]
            return _why([*belonging, *((f"<b>{line_html(each.text)}.</b>", each.why) for each in spare if each.why)])
        case Sequence(steps=steps):
            return _why((f"<b>{line_html(step.text)}.</b>", step.why) for step in steps)
        case Number(working=working, slips=slips):
            worked = f'<div class="paper-working">{block_html(working)}</div>' if working else ""
            return worked + _why(((f"<i>{shortest(slip.value)}:</i>", slip.why) for slip in slips), "paper-mistakes")
        case Typed(near=near):
            return _why(((f"<i>{escape(each.text)}:</i>", each.why) for each in near), "paper-mistakes")
        case Written(points=points):
            return _why(((line_html(point.text), f"({point.marks})") for point in points), "paper-points")
    return ""


def _why(lines: Iterable[tuple[str, str]], kind: str = "paper-why") -> str:
    rows = [f"<li>{what} {line_html(why)}</li>" for what, why in lines]
    return f'<ul class="{kind}">{"".join(rows)}</ul>' if rows else ""


def _listed(texts: Iterable[str], fixed: bool = False) -> str:
    return _labelled([(letter, line_html(text)) for letter, text in zip(ascii_uppercase, texts, strict=False)], fixed)


def _labelled(entries: Iterable[tuple[str, str]], fixed: bool = False) -> str:
    """Return what can be chosen, with its letters; `fixed` says that the order means something, as a style of its own does."""
    rows = [f'<li><span class="paper-letter">{label}</span>{html}</li>' for label, html in entries]
    return f'<ul class="paper-choices{" paper-fixed" if fixed else ""}">{"".join(rows)}</ul>'


def _lists(answer: Pairs, words: Words) -> str:
    left = [(str(number), pair.left) for number, pair in enumerate(answer.pairs, 1)]
    right = list(zip(ascii_lowercase, _rights(answer), strict=False))
    sides = ((words.say("kind.list_one"), left), (words.say("kind.list_two"), right))
    html = "".join(f'<div><p class="paper-list-title">{title}</p>{_names(entries)}</div>' for title, entries in sides)
    boxes = " ".join(f'{number} <span class="paper-box"></span>' for number, _ in left)
    return f'<div class="paper-lists">{html}</div><p class="paper-answer">{words.say("paper.pairs")} {boxes}</p>'


def _rights(answer: Pairs) -> list[str]:
    """Return what can be chosen as a partner; the order of those that belong to nothing has no part in it."""
    partners = dict.fromkeys(pair.right for pair in answer.pairs)
    return _shuffled([*partners, *sorted((spare.text for spare in answer.spare), key=_place)])


def _names(entries: list[tuple[str, str]]) -> str:
    rows = [f'<li><b class="paper-name">{label}.</b>{line_html(text)}</li>' for label, text in entries]
    return f"<ul>{''.join(rows)}</ul>"


def _table(answer: Pairs, words: Words) -> str:
    heads = "".join(f"<th>{line_html(group)}</th>" for group in answer.groups)
    cells = "<td></td>" * len(answer.groups)
    rows = [f"<tr><th>{n}. {line_html(text)}</th>{cells}</tr>" for n, text in enumerate(_things(answer), 1)]
    head = f"<thead><tr><th>{words.say('paper.item')}</th>{heads}</tr></thead>"
    return f'<table class="paper-sort">{head}<tbody>{"".join(rows)}</tbody></table>'


def _things(answer: Pairs) -> list[str]:
    return _shuffled(pair.left for pair in answer.pairs)


def _grouped(answer: Pairs) -> str:
    places = {text: str(number) for number, text in enumerate(_things(answer), 1)}
    held = [
        (group, sorted((places[pair.left] for pair in answer.pairs if pair.right == group), key=int)) for group in answer.groups
    ]
    return "; ".join(f"<b>{line_html(group)}:</b> {', '.join(numbers)}" for group, numbers in held)


def _shuffled(texts: Iterable[str]) -> list[str]:
    """Return texts in an order that their words alone decide, so that the author's, which is the answer, is not shown."""
    given = list(texts)
    ordered = sorted(given, key=_place)
    return ordered[1:] + ordered[:1] if ordered == given else ordered


def _place(text: str) -> bytes:
    return sha256(plain_line(text).encode()).digest()
