"""The course profile `course.yml`: all that is particular to one course and not to the engine.

Closed and frozen, as everything that an author writes. Two lines, `id` and `title`, make a whole profile; the rest has defaults
that suit any subject.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, WithJsonSchema, create_model

from quizbank.banks.reading import open_source
from quizbank.banks.yaml_reader import Lines
from quizbank.model.fields import Line, Slug, Title, YesOrNo
from quizbank.model.house import House
from quizbank.model.paper_header import PaperHeader
from quizbank.model.part import Part
from quizbank.practice import PAGES as PRACTICE
from quizbank.problems.problem import Problem, file_name
from quizbank.texts.numbers import Grouping

FILE = "course.yml"
SCHEMA_FILE = "course.schema.json"  # beside the banks

_PAGE = r"^[a-z0-9][a-z0-9/_-]*\.md$"
_NONE = ("no", "No", "false", "False")
Page = Annotated[str, StringConstraints(pattern=_PAGE, max_length=100)]


def _as_page(raw: Any) -> Any:
    return None if raw in _NONE else raw


# The address of a page that the site makes, or `no` where the course does without that page.
Made = Annotated[
    Page | None, BeforeValidator(_as_page), WithJsonSchema({"anyOf": [{"pattern": _PAGE}, {"enum": [*_NONE, False]}]})
]


class Roles(Part):
    """The pages of the notes that have a part to play, as paths below the docs folder. A page that is not there plays none.

    `start` is where readers begin; `glossary` explains the terms that other pages link to; `sources` names every web site that a
    footnote cites; `teaching` says how to use the site with a class, and the page for teachers leads to it. On the pages of
    `without_terms` no word leads to the glossary: they ask what it explains.
    """

    start: Page = "index.md"
    glossary: Page = "glossary.md"
    sources: Page = "sources.md"
    teaching: Page = "teaching.md"
    without_terms: tuple[Page, ...] = ()


class Generated(Part):
    """The pages that the site makes for itself, each with its address or `no`."""

    mock_exams: Made = "mock-exams.md"
    kinds: Made = "kinds.md"
    about: Made = "about-questions.md"
    teachers: Made = "teachers.md"
    downloads: Made = "downloads.md"
    quizzes: Made = "quizzes.md"

    @property
    def practice(self) -> dict[str, str]:
        """The addresses of the pages on which a learner practises, by their names."""
        return {name: page for name in PRACTICE if (page := getattr(self, name))}


# A practice page declares itself in its module; here it gets a key of its name.
_PRACTICE: dict[str, Any] = {name: (Made, f"{name}.md") for name in PRACTICE}
if TYPE_CHECKING:
    GeneratedPages = Generated
else:
    GeneratedPages = create_model("Generated", __base__=Generated, __doc__=Generated.__doc__, **_PRACTICE)


# As in the attribute `lang` of HTML: hi, mr, pt-BR.
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=20)]

_COLOUR = r"^#[0-9a-f]{6}$"
Colour = Annotated[str, StringConstraints(pattern=_COLOUR)]
TopicName = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,20}$")]


class Topic(Part):
    """One topic of the course: its colours in figures and around its chapters, for lines and areas, on white and dark pages.

    `dashed` lines differ from others without colour too. `title` is the word that stands beside the colour on the pages of
    `chapters`, and of their quizzes.
    """

    line: Colour
    area: Colour
    dashed: YesOrNo = False
    dark_line: Colour | None = None
    dark_area: Colour | None = None
    title: Title | None = None
    chapters: tuple[Page, ...] = ()


class CourseFile(House):
    """What the file holds. `id` is the prefix of everything that a learner's browser keeps: changing it loses all stored answers.

    `short_title` is what stands below the icon on a phone's home screen, `colour` that of the browser's frame there. `numbers`
    says how digits are grouped: 3,60,000 or 360,000. `key_idea` is the title of the boxes whose text flashcards ask for;
    `glossary_languages` are those in which the glossary names its terms as well. Each of the `topics` is a class of shapes in
    figures: `f-NAME`. `paper_header` is what a school prints at the head of its papers. `found_by` gives pages words that
    learners search for and that the pages do not use, such as "merits" for advantages. `translations` say the course's own names
    in other languages of the interface, by language and by the text that stands for it on the site, such as the name of a group
    of chapters.
    """

    id: Slug
    title: Title
    short_title: Title | None = None
    description: Line | None = None
    colour: Colour = "#12506b"
    numbers: Grouping = "english"
    key_idea: Title = "Key idea"
    glossary_languages: tuple[LanguageTag, ...] = ()
    pages: Roles = Roles()
    generated: GeneratedPages = GeneratedPages()
    topics: dict[TopicName, Topic] = {}  # noqa: RUF012 - pydantic copies it
    paper_header: PaperHeader | None = None
    found_by: dict[Page, tuple[Line, ...]] = {}  # noqa: RUF012 - as above
    translations: dict[LanguageTag, dict[Line, Line]] = {}  # noqa: RUF012 - as above


class Course(CourseFile):
    """A profile as read, with the name of its file and what finds lines in it, for messages."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    file: str = FILE
    source: Lines = Field(default=Lines(""), exclude=True, repr=False)

    def line(self, *path: str | int) -> int:
        """Return the line (from 1) of the key or item at `path`, or of its nearest parent that exists."""
        return self.source.of(path)

    def marks_terms(self, page: str) -> bool:
        """Say whether words on a page lead to the glossary. In the glossary itself they do not."""
        return page not in (self.pages.glossary, *self.pages.without_terms)

    def topic_of(self, page: str) -> tuple[str, Topic] | None:
        """Return the topic that a chapter belongs to, with its name, or None."""
        return next(((name, topic) for name, topic in self.topics.items() if page in topic.chapters), None)

    @property
    def book(self) -> str:
        """The path of the book, as a PDF file, below the project's folder."""
        return f"dist/{self.id}-book.pdf"

    @property
    def epub(self) -> str:
        """The path of the book for phones, as an EPUB file, below the project's folder."""
        return f"dist/{self.id}-book.epub"

    @property
    def zip(self) -> str:
        """The path of the edition to hand out, below the project's folder."""
        return f"dist/{self.id}-offline.zip"


# What tests and tools use that read banks without a project around them.
NEUTRAL = Course(id="quizbank", title="Study site")


def read_course(root: Path) -> tuple[Course, list[Problem]]:
    """Read the profile of the project in the folder `root`.

    Returns the neutral one in its place when it cannot be used, and all problems found; a missing file is one.
    """
    path = root / FILE
    if not path.is_file():
        return NEUTRAL, [Problem(file_name(path, root), 1, "", _MISSING)]
    source, data = open_source(path, root, "a course profile", FILE)
    if data is None:
        return NEUTRAL, source.problems
    if not isinstance(data, dict):
        source.add((), "", "expected a course profile with the keys id and title, got something else")
        return NEUTRAL, source.problems
    try:
        read = CourseFile.model_validate(data)
    except ValidationError as errors:
        source.report(errors, CourseFile, (), "")
        return NEUTRAL, source.problems
    return Course(**dict(read), file=source.file, source=source.lines), source.problems


_MISSING = (
    "expected the profile of the course, got no such file; write two lines into it, such as 'id: photosynthesis' and "
    "'title: Photosynthesis'"
)
