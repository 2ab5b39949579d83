"""What a school prints at the head of its papers: its names, and the boxes that learners and examiners fill in."""

from collections.abc import Iterator

from pydantic import Field

from quizbank.model.fields import Title, YesOrNo
from quizbank.model.part import Part


class PaperHeader(Part):
    """The head of a paper, of the course (`paper_header` in its profile) or of one printing (`--header FILE`).

    `section` is the box for the learner's own section of the class, `invigilator` that for a signature; with `totals`, a table
    has room for the marks of each section. Time allowed, full marks and the paper's code are on every paper in any case; `code`
    is one of the school's own.
    """

    school: Title | None = None
    exam: Title | None = None
    class_name: Title | None = Field(default=None, alias="class")
    subject: Title | None = None
    teacher: Title | None = None
    code: Title | None = None
    date: Title | None = None
    time: Title | None = None
    section: YesOrNo = True
    invigilator: YesOrNo = True
    totals: YesOrNo = True

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What stands in two columns below the title: keys of the catalogue, and the author's words."""
        return [(key, value) for key, value in self._lines() if value]

    def _lines(self) -> Iterator[tuple[str, str | None]]:
        yield "paper.class", self.class_name
        yield "paper.subject", self.subject
        yield "paper.teacher", self.teacher
        yield "paper.own_code", self.code
        yield "paper.held_on", ", ".join(filter(None, (self.date, self.time)))
