"""Blueprints of question papers: which questions a paper asks for, how many, and for what marks.

A file `quizzes/papers/NAME.yml` becomes a frozen `Blueprint`. The questions themselves are drawn in `draw.py`.
"""

from collections.abc import Collection, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from quizbank.banks.reading import open_source
from quizbank.banks.yaml_reader import Lines
from quizbank.kinds import KINDS
from quizbank.model.fields import AS_WHOLE, Line, Marks, NotNegative, Slug, Text, Title, YesOrNo
from quizbank.model.part import Part
from quizbank.model.repeats import repeats, texts_at
from quizbank.problems.problem import Problem
from quizbank.problems.wording import Fault, counted, refuse, unknown_kind
from quizbank.strings.said import said
from quizbank.texts.numbers import shortest

FOLDER = "papers"
# Half of the marks ask to use what was learnt: the competency share of CBSE's papers for classes XI and XII.
LEAST_SHARE = 50


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(unknown_kind(kind, KINDS))
    return kind


def _once(what: str) -> AfterValidator:
    """Return a validator of a list of words, called `what`, of which none may come twice."""

    def check(words: tuple[str, ...]) -> tuple[str, ...]:
        refuse(repeats([((index,), word) for index, word in enumerate(words)], what))
        return words

    return AfterValidator(check)


KindName = Annotated[str, AfterValidator(_known), WithJsonSchema({"enum": sorted(KINDS)})]
SectionId = Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]


class Section(Part):
    """One section: `number` questions of these kinds are printed, the learner answers `answer` of them for `marks` each.

    `reason_marks` are those of the marks that the reason earns, beside the right choice. `negative` marks are taken for an answer
    with nothing right in it. Without `chapters`, the names of banks, questions come from all of them. `waive` gives, by the name
    of a check of papers, the reason why this section may fail it.
    """

    id: SectionId
    title: Title
    kinds: Annotated[tuple[KindName, ...], Field(min_length=1), _once("kinds")]
    number: Annotated[int, Field(ge=1, le=200), AS_WHOLE]
    answer: Annotated[int, Field(ge=1), AS_WHOLE] | None = None
    marks: Marks
    reason_marks: Annotated[int, Field(ge=0, le=19), AS_WHOLE] = 0
    negative: NotNegative = Decimal(0)
    chapters: Annotated[tuple[Slug, ...], _once("chapters")] = ()
    waive: dict[Slug, Text] = {}  # noqa: RUF012 - pydantic copies it

    @model_validator(mode="after")
    def _can_be_marked(self) -> Self:
        refuse(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.to_answer > self.number:
            yield Fault(("answer",), f"expected at most as many answers as questions ({self.number}), got {self.answer}")
        fixed = next((kind for kind in self.kinds if KINDS[kind].model.fixed_marks), None)
        if self.negative and fixed:
            message = f"expected no negative marks for the kind '{fixed}', which is marked point by point, got {self.negative}"
            yield Fault(("negative",), message)
        if self.reason_marks:
            yield from self._reason_faults()
        if self.negative > self.marks:
            yield Fault(
                ("negative",),
                f"expected at most {counted(self.marks, 'mark')} to be taken, as many as an answer earns, got {self.negative}",
            )

    def _reason_faults(self) -> Iterator[Fault]:
        without = next((kind for kind in self.kinds if not KINDS[kind].model.takes_reason), None)
        if without:
            able = " and ".join(kind for kind in sorted(KINDS) if KINDS[kind].model.takes_reason)
            message = f"expected no marks for a reason where the kind '{without}' is asked: only {able} ask for one"
            yield Fault(("reason_marks",), f"{message}, got {self.reason_marks}")
        if self.reason_marks >= self.marks:
            whole = f"the {counted(self.marks, 'mark')} of the whole answer"
            yield Fault(("reason_marks",), f"expected fewer marks for the reason than {whole}, got {self.reason_marks}")
        if self.negative:
            message = f"expected no negative marks where a reason, which is marked by hand, earns marks, got {self.negative}"
            yield Fault(("negative",), message)

    @property
    def to_answer(self) -> int:
        """How many answers count: the best ones, if more are given."""
        return self.number if self.answer is None else self.answer

    @property
    def full_marks(self) -> int:
        """The marks of the section's answers that count."""
        return self.to_answer * self.marks

    @property
    def objective(self) -> bool:
        """Whether every question is answered by one choice from a list, with nothing to be written beside it."""
        models = [KINDS[kind].model for kind in self.kinds]
        chosen = all(one.worded_choices or one.coded_choices or one.standard_choices for one in models)
        return chosen and not self.reason_marks and not any(one.script for one in models)

    @property
    def negative_rule(self) -> str:
        """When marks are taken, in sentences for learners. Empty where none are."""
        if not self.negative:
            return ""
        partial = any(KINDS[kind].model.partial_marks for kind in self.kinds)
        return said("paper.nothing_right_costs" if partial else "paper.wrong_costs", n=shortest(self.negative))

    @property
    def reason_rule(self) -> str:
        """What a reason earns, in sentences for learners. Empty where it earns nothing."""
        if not self.reason_marks:
            return ""
        return said("paper.reason_rule", n=self.marks - self.reason_marks, reason=self.reason_marks)

    def as_json(self) -> dict[str, Any]:
        """Return the section as plain JSON, with `answer` filled in. An empty list of chapters stands for all."""
        data = self.model_dump(mode="json", exclude={"reason_marks", "waive"})
        return {**data, "answer": self.to_answer, "reasonMarks": self.reason_marks, "negative": float(self.negative)}

    def without(self, banks: Collection[str]) -> Self:
        """Return the section without the names of some banks.

        A section that drew from these alone draws from none: its list is not empty, for that would mean all banks.
        """
        chapters = tuple(name for name in self.chapters if name not in banks)
        return self.model_copy(update={"chapters": chapters or ("",) * bool(self.chapters)})


class PaperFile(Part):
    """What the file of a blueprint holds. `style` names the exam that the paper imitates; `bloom_share` is per cent.

    With `publish: no` the paper is no mock exam on the site; it is made by the command only.
    """

    title: Title
    style: Title
    publish: YesOrNo = True
    minutes: Annotated[int, Field(ge=1, le=600), AS_WHOLE]
    instructions: Annotated[tuple[Line, ...], Field(min_length=1)]
    bloom_share: Annotated[int, Field(ge=LEAST_SHARE, le=100), AS_WHOLE] = LEAST_SHARE
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    @field_validator("sections")
    @classmethod
    def _sections_differ(cls, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        refuse(repeats(texts_at(sections, "id"), "ids of sections"))
        return sections

    @property
    def full_marks(self) -> int:
        """The most marks that a learner can reach."""
        return sum(section.full_marks for section in self.sections)

    @property
    def printed_marks(self) -> int:
        """The marks of all questions that are printed. The Bloom share is counted over these."""
        return sum(section.number * section.marks for section in self.sections)

    @property
    def pays_reasons(self) -> bool:
        """Whether some section gives marks for reasons."""
        return any(section.reason_marks for section in self.sections)

    @property
    def texts(self) -> tuple[str, ...]:
        """What its page says in the author's words, beside its title."""
        return (self.style, *self.instructions, *(section.title for section in self.sections))

    @property
    def notice(self) -> str:
        """Whose paper this is, in a sentence for learners."""
        return said("paper.notice", style=self.style)


class Blueprint(PaperFile):
    """A blueprint as read: the file's contents, its name, and where it came from."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    name: Slug
    file: str
    source: Lines = Field(exclude=True, repr=False)

    def without(self, banks: Collection[str]) -> Self:
        """Return the blueprint without the names of some banks."""
        return self.model_copy(update={"sections": tuple(section.without(banks) for section in self.sections)})

    def as_json(self) -> dict[str, Any]:
        """Return the blueprint as plain JSON, as `drawPaper` and the mock exam take it."""
        return {
            "name": self.name,
            "title": self.title,
            "style": self.style,
            "minutes": self.minutes,
            "instructions": list(self.instructions),
            "bloomShare": self.bloom_share,
            "sections": [section.as_json() for section in self.sections],
        }


def load_blueprint(path: Path, root: Path) -> tuple[Blueprint | None, list[Problem]]:
    """Read one blueprint. `root` is the folder that file names in messages start from.

    Returns None in place of the blueprint when anything in the file is wrong, and all problems found.
    """
    source, data = open_source(path, root, "a paper", "school-test.yml")
    if data is None:
        return None, source.problems
    if not isinstance(data, dict):
        source.add((), "", "expected a paper with the keys title, style, minutes, instructions and sections, got something else")
        return None, source.problems
    try:
        read = PaperFile.model_validate(data)
    except ValidationError as errors:
        source.report(errors, PaperFile, (), "")
        return None, source.problems
    return Blueprint(**dict(read), name=source.name, file=source.file, source=source.lines), []
