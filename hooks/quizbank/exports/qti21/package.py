"""A package: the manifest, the test, an item for each question, and the pictures."""

from collections.abc import Iterator

from quizbank.exchange.markup import document, name_of, unique_names
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exports.feedback import Texts, texts_of
from quizbank.exports.format import Collection
from quizbank.exports.packing import packed
from quizbank.exports.qti21.assessment import assessment_test
from quizbank.exports.qti21.item import IMAGES, asked, item, item_path
from quizbank.exports.qti21.manifest import PATH, Item, manifest

_TEST = "test.xml"


def package(collection: Collection) -> bytes:
    """Return a collection as a package."""
    texts = texts_of(collection)
    answered = list(_answered(collection))
    names = unique_names(question.id for question, _ in answered)
    made = [_item(name, *each, texts, collection.language) for name, each in zip(names, answered, strict=True)]
    test = document(assessment_test(collection, names))
    listing = document(manifest(collection, name_of(collection.id), _TEST, [each for each, _ in made]))
    items = {each.path: data for each, data in made}
    return packed({PATH: listing, _TEST: test, **items, **_images(collection)}, collection.when)


def _answered(collection: Collection) -> Iterator[tuple[Portable, Portable | None]]:
    """Yield each question that has an answer, with the case to which it belongs."""
    for deck in collection.decks:
        for question in deck.questions:
            for each in question.each:
                yield each, question if question.parts else None


def _item(name: str, question: Portable, case: Portable | None, texts: Texts, language: str) -> tuple[Item, bytes]:
    made = asked(question, case, texts)
    written = item(name, question, made, case, texts, language)
    pictures = tuple(_path(picture) for picture in [question.picture or (case.picture if case else None)] if picture)
    explained = written.find("modalFeedback") is not None
    return Item(name, item_path(name), question, made.interaction, pictures, explained), document(written)


def _images(collection: Collection) -> dict[str, bytes]:
    pictures = [question.picture for deck in collection.decks for question in deck.all_questions if question.picture]
    return {_path(picture): picture.data for picture in sorted(pictures, key=lambda picture: picture.name)}


def _path(picture: PortablePicture) -> str:
    return f"{IMAGES}/{picture.name}"
