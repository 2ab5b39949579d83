"""What is said after an answer, as HTML: reasons, the working, a model answer, the explanation, the passage to read again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import escape

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Number, Pairs, Sequence, Slip, Typed, Written
from quizbank.exchange.texts import PageAddress, block_html, line_html
from quizbank.exports.collect import page_address
from quizbank.exports.format import Collection
from quizbank.strings.words import Words
from quizbank.texts.numbers import Grouping, grouped, unit_parts


@dataclass(frozen=True)
class Texts:
    """How the texts of a collection become HTML, and the words of its language."""

    words: Words
    page: PageAddress
    grouping: Grouping

    def line(self, text: str) -> str:
        """Return a text as HTML in a line, where it is no more than that."""
        return line_html(text, self.page)

    def block(self, text: str) -> str:
        """Return a text as HTML in paragraphs."""
        return block_html(text, self.page)

    def say(self, key: str) -> str:
        """Return words of the interface as HTML."""
        return str(escape(self.words.say(key)))

    def number(self, value: Decimal, unit: str) -> str:
        """Return a number with its unit as HTML: 'Rs 3,60,000', '42,667 invoices'."""
        before, after = unit_parts(unit or None)
        return self.line(" ".join(part for part in (before, grouped(value, self.grouping), after) if part))


def texts_of(collection: Collection) -> Texts:
    """Return how the texts of a collection are written. Links to pages are words alone where the site's address is not known."""
    address = page_address(collection.site)
    return Texts(Words(collection.language), lambda path: address(path) or None, collection.grouping)


def general_feedback(question: Portable, texts: Texts) -> str:
    """Return what is said after every answer, right or wrong; '' where there is nothing to say."""
    link = f'<p><a href="{escape(question.link)}">{escape(texts.words.say("question.review", title=question.passage))}</a></p>'
    said = [
        *_solution(question.answer, texts),
        texts.block(question.explanation) if question.explanation else "",
        link if question.link else "",
    ]
    return "".join(said)


def near_feedback(answer: Answer | None, texts: Texts) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return wrong answers that have a reason of their own, those with the same reason together, and this reason as HTML.

    The answers are texts as they are typed: words, or numbers without a unit.
    """
    match answer:
        case Typed(near=near):
            return _by_reason(((each.text, each.why) for each in near), "question.close_option", texts)
        case Number(slips=slips):
            return _by_reason(
                ((typed_number(slip.value), slip.why) for slip in _wrong(slips, answer)), "question.mistake_option", texts
            )
    return ()


def typed_number(value: Decimal) -> str:
    """Return a number as it is typed: no groups of digits, no power of ten."""
    return f"{value:f}"


def _wrong(slips: Iterable[Slip], number: Number) -> Iterator[Slip]:
    return (slip for slip in slips if abs(slip.value - number.value) > number.tolerance)


def _by_reason(near: Iterable[tuple[str, str]], key: str, texts: Texts) -> tuple[tuple[tuple[str, ...], str], ...]:
    found: dict[str, dict[str, None]] = {}
    for text, why in near:
        found.setdefault(why, {})[text] = None
    label = f"<strong>{texts.say(key)}</strong> "
    return tuple((tuple(answers), _labelled(label, why, texts)) for why, answers in found.items())


def _labelled(label: str, why: str, texts: Texts) -> str:
    html = texts.block(why) if why else "<p></p>"
    return html.replace("<p>", f"<p>{label}", 1) if html.startswith("<p>") else f"<p>{label}</p>{html}"


def _solution(answer: Answer | None, texts: Texts) -> Iterator[str]:
    match answer:
        case Pairs():
            yield _listed("ul", _rows(answer, texts))
        case Sequence(steps=steps):
            yield _listed("ol", (f"{texts.line(step.text)}{_reason(step.why, texts)}" for step in steps))
        case Typed(answers=answers):
            yield _right(str(escape(answers[0])), texts)
        case Number():
            yield _right(texts.number(answer.value, answer.unit), texts)
            yield texts.block(answer.working) if answer.working else ""
        case Written():
            yield from _model(answer, texts)


def _right(answer: str, texts: Texts) -> str:
    return f"<p><strong>{texts.say('question.right_option')}</strong> {answer}</p>"


def _rows(answer: Pairs, texts: Texts) -> Iterator[str]:
    for pair in answer.pairs:
        yield f"<strong>{texts.line(pair.left)}</strong> → {texts.line(pair.right)}{_reason(pair.why, texts)}"
    for spare in answer.spare:
        yield f"<strong>{texts.say('kind.not_used')}</strong> {texts.line(spare.text)}{_reason(spare.why, texts)}"


def _model(answer: Written, texts: Texts) -> Iterator[str]:
    if answer.model:
        yield f"<p><strong>{texts.say('question.model_answer')}</strong></p>{texts.block(answer.model)}"
    yield _listed("ul", (f"{texts.line(point.text)} ({point.marks})" for point in answer.points))


def _reason(why: str, texts: Texts) -> str:
    return f"<br />{texts.line(why)}" if why else ""


def _listed(tag: str, entries: Iterable[str]) -> str:
    inside = "".join(f"<li>{entry}</li>" for entry in entries)
    return f"<{tag}>{inside}</{tag}>" if inside else ""
