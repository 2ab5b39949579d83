"""The whole document as HTML, with the classes of printed questions: the chapters with their questions, then their keys."""

from base64 import b64encode
from collections.abc import Callable

from markupsafe import Markup, escape

from quizbank.exchange.portable import Deck, Portable
from quizbank.exchange.texts import on_web
from quizbank.exports.collect import page_address
from quizbank.exports.docx.shapes import asked, key, reasons
from quizbank.exports.format import Collection
from quizbank.strings.words import Words

_PART = "abcdefghijkl"

Address = Callable[[str], str]


def page(collection: Collection, words: Words) -> str:
    """Return the document. Questions are numbered through all chapters, and the key as they are."""
    decks = [deck for deck in collection.decks if deck.questions]
    address = page_address(collection.site)
    paper = "".join(_section(deck, [_question(each, words, address) for each in deck.questions], len(decks)) for deck in decks)
    answers = "".join(_section(deck, [_key(each, words, address) for each in deck.questions], len(decks)) for deck in decks)
    title = _title(collection.title)
    second = _title(words.say("key.title", title=collection.title), " sheet-next")
    return f"<html><head><title>{escape(collection.title)}</title></head><body>{title}{paper}{second}{answers}</body></html>"


def _title(text: str, more: str = "") -> str:
    return Markup('<h1 class="sheet-title{}">{}</h1>').format(more, text)


def _section(deck: Deck, questions: list[str], decks: int) -> str:
    heading = Markup('<h2 class="sheet-heading">{}</h2>').format(deck.title) if decks > 1 else ""
    return f"{heading}{''.join(questions)}"


def _question(question: Portable, words: Words, address: Address, number: str = "") -> str:
    """Return a question or a case as the templates of kinds have it."""
    title = f"<p><b>{escape(question.title)}</b></p>" if question.title else ""
    stem = f"{title}{on_web(address, question.stem)}{_picture(question)}"
    parts = "".join(_question(part, words, address, f"({letter})") for letter, part in zip(_PART, question.parts, strict=False))
    rest = parts or asked(question, words)
    kind = "paper-case" if question.parts else "paper-question"
    return f'<div class="{kind}">{_stem(stem, number, question.marks)}{rest}</div>'


def _stem(html: str, number: str, marks: int) -> str:
    shown = f"[{marks}]" if marks else ""
    return (
        f'<div class="paper-stem"><span class="paper-number">{number}</span><div>{html}</div>'
        f'<span class="paper-marks">{shown}</span></div>'
    )


def _picture(question: Portable) -> str:
    if question.picture is None:
        return ""
    kind = "png" if question.picture.name.endswith("png") else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(question.picture.data).decode()}"
    tag = Markup('<p class="quiz-picture"><img src="{}" alt="{}" style="width: {}px"></p>')
    return tag.format(source, question.picture.alt, question.picture.width or 480)


def _key(question: Portable, words: Words, address: Address, number: str = "") -> str:
    parts = "".join(_key(part, words, address, f"({letter})") for letter, part in zip(_PART, question.parts, strict=False))
    shown = f"[{question.marks}]" if question.marks else ""
    answer = escape(question.title) if question.parts else key(question.answer, words)
    kind = "paper-case-explanation" if question.parts else "paper-explanation"
    why = f'<div class="{kind}">{on_web(address, question.explanation)}</div>' if question.explanation else ""
    return (
        f'<div class="paper-key{" paper-key-case" if question.parts else ""}"><div><b>{number}</b> {answer} '
        f'<span class="paper-marks">{shown}</span></div>{parts}{reasons(question.answer, words)}{why}</div>'
    )
