"""A whole file: for each chapter its category, and behind it its questions."""

from collections.abc import Iterator
from html import escape

from quizbank.exchange.portable import Deck, Portable
from quizbank.exchange.shapes import Truth, Written
from quizbank.exports.format import Collection
from quizbank.exports.moodle.answers import PENALTY, TRUE_FALSE_PENALTY, elements, hint, type_of
from quizbank.exports.moodle.feedback import general_feedback
from quizbank.exports.moodle.markup import file, group, line, rich, value
from quizbank.exports.moodle.texts import Texts, category_of, id_of, name_of, tags_of, texts_of

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def quiz(collection: Collection) -> str:
    """Return the file that holds a collection."""
    return f"{_HEAD}{group('quiz', _entries(collection))}\n"


def _entries(collection: Collection) -> Iterator[str]:
    texts = texts_of(collection)
    for deck in collection.decks:
        if deck.questions:
            yield _category(collection, deck, texts)
            yield from (_question(question, texts) for question in deck.questions)


def _category(collection: Collection, deck: Deck, texts: Texts) -> str:
    targets = "".join(f"<li>{escape(target.id)} {texts.line(target.text)}</li>" for target in deck.objectives)
    parts = [
        group("category", [line(category_of(collection, deck))]),
        rich("info", f"<ul>{targets}</ul>" if targets else ""),
        value("idnumber", deck.name),
    ]
    return group("question", parts, type="category")


def _question(question: Portable, texts: Texts) -> str:
    return group(
        "question", [*_head(question, texts), *elements(question, texts), *_tail(question, texts)], type=type_of(question)
    )


def _head(question: Portable, texts: Texts) -> Iterator[str]:
    yield group("name", [line(name_of(question))])
    yield rich("questiontext", texts.stem(question) + _picture(question), *_files(question))
    yield rich("generalfeedback", general_feedback(question, texts))
    yield value("defaultgrade", question.marks or 1)
    yield value("penalty", _penalty(question))
    yield value("hidden", 0)
    yield value("idnumber", id_of(question))


def _tail(question: Portable, texts: Texts) -> Iterator[str]:
    yield from hint(question, texts)
    yield group("tags", (group("tag", [line(tag)]) for tag in tags_of(question)))


def _penalty(question: Portable) -> str:
    """Return what each further try costs, of the marks: with two choices all, and an essay has one try."""
    match question.answer:
        case Truth():
            return TRUE_FALSE_PENALTY
        case Written():
            return "0"
    return PENALTY


def _picture(question: Portable) -> str:
    picture = question.picture
    if not picture:
        return ""
    size = f' width="{picture.width}" height="{picture.height}"' if picture.width and picture.height else ""
    return f'<p><img src="@@PLUGINFILE@@/{escape(picture.name)}" alt="{escape(picture.alt)}"{size}></p>'


def _files(question: Portable) -> Iterator[str]:
    if question.picture:
        yield file(question.picture.name, question.picture.data)
