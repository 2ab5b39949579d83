"""Cuts the book into documents: what a reader opens at once, with a body each. A cheap phone opens a chapter and not the book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from quizbank.print.book import Cover, Part
from quizbank.strings.words import Words
from quizbank.texts.spacing import set_for_print

FOLDER = Path(__file__).parent
CONTENTS = "contents.xhtml"


@dataclass(frozen=True)
class Document:
    """One document: the name of its file, its title, and its body as HTML, whose links are still those of the whole book."""

    name: str
    title: str
    body: str


class Documents:
    """Makes the documents of one book. `invented` says that the firms in its questions are."""

    def __init__(self, words: Words, invented: bool) -> None:
        self._words = words
        self._environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
        self._environment.globals.update(say=words.say, invented=invented)

    def of(self, cover: Cover, parts: Sequence[Part], picture: str) -> list[Document]:
        """Return the documents in the order of reading: cover, contents, each chapter and its questions, all answers.

        `picture` is the name of the picture on the cover, '' without one.
        """
        numbered = list(enumerate(parts, 1))
        front = [
            self._document("cover.xhtml", cover.title, "cover", cover=cover, picture=picture),
            self._document(CONTENTS, self._words.say("book.contents"), "contents", parts=parts),
        ]
        chapters = [document for number, part in numbered for document in self._chapter(number, part)]
        answered = [(number, part) for number, part in numbered if has_answers(part)]
        answers = [
            self._document(
                f"answers-{number}.xhtml", self._words.say("key.title", title=part.title), "answers", part=part, first=not place
            )
            for place, (number, part) in enumerate(answered)
        ]
        return [*front, *chapters, *answers]

    def page(self, language: str, title: str, body: str) -> str:
        """Return a whole document around a body that is XHTML."""
        return self._environment.get_template("page.xhtml.j2").render(language=language, title=title, body=body)

    def _chapter(self, number: int, part: Part) -> Iterator[Document]:
        yield self._document(f"chapter-{number}.xhtml", part.title, "chapter", part=part)
        if part.quizzes:
            title = " · ".join(self._words.say("book.quiz", title=quiz.bank.title) for quiz in part.quizzes)
            yield self._document(f"questions-{number}.xhtml", title, "questions", part=part)

    def _document(self, name: str, title: str, template: str, **values: object) -> Document:
        body = self._environment.get_template(f"{template}.html.j2").render(**values)
        return Document(name, title, set_for_print(body))


def has_answers(part: Part) -> bool:
    """Say whether the key holds anything of a chapter."""
    return bool(part.asked or part.answers or part.quizzes)
