"""A question without its bank: what an export is made of, and what a reader of another system's file finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizbank.exchange.shapes import Answer


@dataclass(frozen=True)
class Asked:
    """What a kind makes of a question: all that is said before the answer, in Markdown, and the shape of the answer.

    `after` is said with the explanation, such as what the entries of an odd one out have in common.
    """

    stem: str
    answer: Answer | None
    after: str = ""


@dataclass(frozen=True)
class PortablePicture:
    """The picture of a question: a name for its file, the file, the words for who cannot see it, and its size in pixels."""

    name: str
    data: bytes
    alt: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Target:
    """The objective that a question tests: its number ('LO3.1'), its name for ever, and its text. All '' where it is unknown."""

    id: str = ""
    slug: str = ""
    text: str = ""


@dataclass(frozen=True)
class Portable:
    """One question. `kind` is the bank's name for it; `answer` is None for a case, whose questions are its `parts`.

    `id` is the question's id, '' where a file gives none. `marks` are whole marks, 0 where a file gives none. `title` heads a
    case, whose passage is its stem. `section` is the id of the passage in the notes that teaches it, `passage` the title of that
    passage, `link` its address on the web, '' where the site's is not known. `bloom` is a level, or ''.
    """

    id: str
    kind: str
    stem: str
    answer: Answer | None
    marks: int = 0
    parts: tuple["Portable", ...] = ()
    title: str = ""
    explanation: str = ""
    hint: str = ""
    picture: PortablePicture | None = None
    objective: Target = field(default_factory=Target)
    bloom: str = ""
    section: str = ""
    passage: str = ""
    link: str = ""
    source: str = ""
    as_of: str = ""

    @property
    def each(self) -> tuple["Portable", ...]:
        """What is answered by itself: the question, or those of a case."""
        return self.parts or (self,)


@dataclass(frozen=True)
class Deck:
    """The questions of one chapter: the bank's name, the chapter's title and number, its objectives."""

    name: str
    title: str
    number: int
    questions: tuple[Portable, ...]
    objectives: tuple[Target, ...] = ()

    @property
    def all_questions(self) -> Iterator[Portable]:
        """The questions in their order, and behind each case those inside it."""
        for question in self.questions:
            yield question
            yield from question.parts
