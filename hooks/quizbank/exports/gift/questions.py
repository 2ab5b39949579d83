"""A whole file: for each chapter its category, and behind it its questions, with an empty line between them."""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Typed
from quizbank.exports.format import Collection
from quizbank.exports.gift.answers import answers
from quizbank.exports.gift.signs import comment, escaped, html, one_line
from quizbank.exports.moodle.feedback import general_feedback
from quizbank.exports.moodle.texts import Texts, category_of, id_of, name_of, tags_of, texts_of
from quizbank.texts.blanks import BLANK


def lines(collection: Collection) -> Iterator[str]:
    """Yield the lines of the file that holds a collection."""
    texts = texts_of(collection)
    for deck in collection.decks:
        if deck.questions:
            yield from (f"$CATEGORY: {one_line(category_of(collection, deck))}", "")
            for question in deck.questions:
                yield from (*_question(question, texts), "")


def _question(question: Portable, texts: Texts) -> Iterator[str]:
    tags = " ".join([comment("id", id_of(question)), *(comment("tag", tag) for tag in tags_of(question))])
    before, after = _around(question, texts)
    said = "".join([f"\n\t####{html(general)}" for general in [general_feedback(question, texts)] if general])
    entries = "\n\t".join(answers(question, texts))
    yield f"// {tags}"
    yield f"::{escaped(name_of(question))}::[html]{before}{{{entries}{said}}}{after}"


def _around(question: Portable, texts: Texts) -> tuple[str, str]:
    """Return the stem before and behind its answers: they stand in its only blank, where an answer is typed into one."""
    stem = texts.stem(question)
    pieces = BLANK.split(stem)
    if isinstance(question.answer, Typed) and len(pieces) == 2:
        return html(pieces[0]), escaped(pieces[1])
    return html(stem), ""
