"""What gives a chapter's page its shape, for the templates: its sections, their questions and its quizzes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SectionQuiz:
    """The questions of one section: how many there are, and the address that practises them. `anchor` is the id of its heading.

    Without scripts the address leads to the first of them.
    """

    anchor: str
    url: str
    count: int


@dataclass(frozen=True)
class QuizLink:
    """Where quick practice in a quiz begins, and how long it takes: its questions, those of cases each counted, and minutes."""

    url: str
    title: str
    count: int
    minutes: int


@dataclass(frozen=True)
class SectionLine:
    """A section's line in the list of a page: the id of its heading, its title, and its number or ''."""

    anchor: str
    title: str
    number: str


@dataclass(frozen=True)
class ChapterShape:
    """What a chapter's page says of itself.

    `parts` are the ids of all questions of its quizzes, `minutes` the time to read it.
    """

    path: str
    minutes: int
    sections: tuple[SectionLine, ...]
    quizzes: tuple[QuizLink, ...]
    parts: tuple[str, ...]
