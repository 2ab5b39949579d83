"""The texts of a question as Moodle holds them, in XML and in GIFT alike: HTML, names, tags and the path of a category."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from quizbank.exchange.portable import Deck, Portable
from quizbank.exchange.shapes import Number
from quizbank.exchange.texts import line_html, on_web, plain_line
from quizbank.exports.collect import page_address
from quizbank.exports.format import Collection
from quizbank.strings.words import Words

LONGEST_NAME = 100  # characters: what a list of questions shows well; 255 are allowed
LONGEST_ID = 100  # characters of an idnumber
# Moodle takes tags out of names (PARAM_TEXT).
_NO_TAGS = str.maketrans("<>", "‹›")
# A case's question begins with the title of its case, and ends with what it asks.
_IN_A_CASE = re.compile(r"\A\*\*(?P<title>[^\n]+)\*\*\n\n.*\n\n(?P<asked>.+?)\Z", re.DOTALL)
_LIKE_HTML = re.compile(r"<|&(?=#?\w+;)")


@dataclass(frozen=True)
class Texts:
    """Texts in the words of one language, with links to the notes. `address` is that of a page, '' where it is not known."""

    words: Words
    address: Callable[[str], str]

    def line(self, text: str) -> str:
        """Return a text as HTML, without a paragraph around a single line."""
        return _framed(line_html(text, lambda page: self.address(page) or None))

    def block(self, text: str) -> str:
        """Return a text as HTML in blocks, '' for ''."""
        return _framed(on_web(self.address, text)) if text else ""

    def stem(self, question: Portable) -> str:
        """Return the stem in blocks; a sum has its unit below, since Moodle shows none beside the box for the answer."""
        unit = question.answer.unit if isinstance(question.answer, Number) else ""
        asked = f"{self.words.say('question.your_answer')} ({unit}):" if unit else ""
        return self.block(question.stem) + self.block(asked)


def texts_of(collection: Collection) -> Texts:
    """Return what says the texts of a collection."""
    return Texts(Words(collection.language), page_address(collection.site))


def name_of(question: Portable) -> str:
    """Return a name for a list of questions: the beginning of the stem in plain words, behind the title of its case."""
    stem = _IN_A_CASE.sub(r"\g<title>: \g<asked>", question.stem)
    words = plain_line(stem).translate(_NO_TAGS)
    if len(words) <= LONGEST_NAME:
        return words or question.id
    cut = words[:LONGEST_NAME].rpartition(" ")[0] or words[:LONGEST_NAME]
    return f"{cut}…"


def id_of(question: Portable) -> str:
    """Return the name for ever of a question, as long as Moodle's idnumber may be."""
    return question.id[:LONGEST_ID]


def tags_of(question: Portable) -> tuple[str, ...]:
    """Return what a question is found by: its kind, the name of its objective, its Bloom level."""
    return tuple(tag for tag in (question.kind, question.objective.slug, question.bloom) if tag)


def category_of(collection: Collection, deck: Deck) -> str:
    """Return the path of a chapter's category, in which Moodle doubles a stroke that is no separator."""
    chapter = f"{deck.number:02} {deck.title}"
    return "/".join(["$course$", "top", *(part.replace("/", "//").translate(_NO_TAGS) for part in (collection.course, chapter))])


def in_menu(text: str) -> str:
    """Return a text for the menus of a matching: plain words, escaped where Moodle would take them for HTML."""
    words = plain_line(text)
    return escape(words, quote=False) if _LIKE_HTML.search(words) else words


def _framed(html: str) -> str:
    """Return HTML whose tables have lines, by the classes of Moodle's themes, and whose quotation marks people can read."""
    return html.replace("<table>", '<table class="table table-bordered">').replace("&#39;", "'").replace("&#34;", '"')
