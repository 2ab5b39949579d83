"""The book for phones: the parts that `print/` makes, as one EPUB file. It is complete or it is not made, as a PDF file is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from quizbank.course import Course
from quizbank.epub.documents import Document, Documents
from quizbank.epub.finish import Finish, Places, anchored
from quizbank.epub.package import Contents, packed
from quizbank.epub.pictures import Pictures
from quizbank.epub.refused import refused_in
from quizbank.epub.xhtml import elements, fault_in, written
from quizbank.exchange.html_tree import Element, UnfinishedHtmlError, whole_html_tree
from quizbank.print.book import Cover, Part
from quizbank.strings.words import Words
from quizbank.texts.image_files import ImageFile


class EpubError(Exception):
    """An EPUB file cannot be made; the message says why, a line for each fault."""


def epub(
    parts: Sequence[Part], cover: Cover, course: Course, pictures: Mapping[str, ImageFile], icon: bytes | None, when: datetime
) -> bytes:
    """Return the book as an EPUB 3 file: the same bytes from the same input.

    `parts` are those of `Book.parts`. `pictures` are those of the notes, by their paths below the docs folder; `icon` is a PNG
    file for the cover; `when` is the time of what the book is made from. Raises EpubError where there is no chapter, a link leads
    to no place in the book, a picture is none of the course, or a page's HTML cannot be read to its end, shown or made XHTML.
    """
    if not parts:
        raise EpubError("expected a chapter for the book, got none: the navigation names no page of the notes that belongs in it")
    words, collected = Words(course.language), Pictures(pictures)
    cover_picture = collected.add("image/png", icon) if icon else ""
    documents = Documents(words, course.figures.invented_firms)
    made = documents.of(cover, parts, cover_picture)
    trees = _trees(made)
    answers = {answer.anchor for part in parts for answer in part.answers}
    for tree in trees.values():
        anchored(tree, answers)
    finish = Finish(Places(dict(_places(trees))), collected, _asked(parts), words.say("book.answer"))
    faults = [f"{document.title}: {fault}" for document in made for fault in refused_in(trees[document.name])]
    faults += [
        f"{document.title}: {fault}" for document in made for fault in finish.document(document.name, trees[document.name])
    ]
    pages = {one.name: documents.page(cover.language, one.title, written(trees[one.name])) for one in made}
    faults += [
        f"{one.title}: expected HTML that can be XHTML, got {fault}" for one in made if (fault := fault_in(pages[one.name]))
    ]
    _raise(faults)
    return packed(Contents(pages, collected.files, collected.types, cover_picture), cover, course.id, when)


def _trees(documents: Iterable[Document]) -> dict[str, Element]:
    """Return the tree of each document by the document's name."""
    trees, faults = {}, []
    for document in documents:
        try:
            trees[document.name] = whole_html_tree(document.body)
        except UnfinishedHtmlError as unfinished:
            faults.append(f"{document.title}: expected HTML in which everything ends, got no end of {unfinished}")
    _raise(faults)
    return trees


def _raise(faults: Sequence[str]) -> None:
    """Raise EpubError if there are faults: each once."""
    if faults:
        raise EpubError("\n".join(dict.fromkeys(faults)))


def _places(trees: Mapping[str, Element]) -> Iterable[tuple[str, str]]:
    """Yield each id of the book with the name of its document."""
    for name, tree in trees.items():
        yield from ((element.attributes["id"], name) for element in elements(tree) if "id" in element.attributes)


def _asked(parts: Sequence[Part]) -> frozenset[str]:
    quizzes = (quiz.questions for part in parts for quiz in part.quizzes)
    return frozenset(question.anchor for some in (*quizzes, *(part.asked for part in parts)) for question in some)
