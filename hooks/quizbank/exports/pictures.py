"""Pictures of questions as files that lie beside a table, which has only their names."""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exports.format import Collection


def picture_files(collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each picture. The names differ, since each has a part made from the bytes."""
    for deck in collection.decks:
        for question in deck.all_questions:
            if question.picture:
                yield question.picture.name, question.picture.data


def beside_the_table(question: Portable) -> Iterator[str]:
    """Yield what a table says of a question's picture."""
    if question.picture:
        yield "its picture is a file of its own, which lies beside the table"
