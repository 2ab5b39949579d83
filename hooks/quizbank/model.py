"""What every question and every bank is made of. Closed and frozen: an unknown key is an error, a value never changes.

Kinds of question live in `kinds/`, a folder each, and extend `Question`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, ValidationError, model_validator

from quizbank.fields import Line, Marks, ObjectiveId, Slug, Text, Title, YesOrNo
from quizbank.problems import Problem, question_name
from quizbank.second_look import second_look
from quizbank.wording import Fault, Faults, faults_in, refuse
from quizbank.yaml_reader import Lines

# The revised taxonomy of Anderson and Krathwohl (2001), lowest level first.
Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
BLOOM_LEVELS: tuple[str, ...] = get_args(Bloom)


class Part(BaseModel):
    """Anything that an author writes as a YAML mapping."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Objective(Part):
    """What a learner can do after the chapter: a verb and its object.

    `id` is the number that questions name and readers see; it changes when chapters are renumbered. `slug` is its name for
    ever: flashcards are kept under it. `was` is the number under which cards were kept before objectives had slugs.
    """

    id: ObjectiveId
    slug: Slug
    text: Line
    was: ObjectiveId | None = None


class Option(Part):
    """One choice offered to the learner, with the reason it is right or wrong."""

    text: Line
    why: Text
    correct: YesOrNo = False
    misconception: Slug | None = None

    @property
    def value(self) -> str:
        """The option's name in a stored answer. It follows the text, so reordering options moves no answer."""
        return stable_value(self.text)


class Question(Part):
    """What all kinds share. `section` is a heading's id in the bank's chapter; `marks` are whole marks.

    `source` and `as_of` belong to a question that holds a dated fact. `waive` gives, by the name of one of the linter's checks,
    the reason why this question may fail it.

    Of a kind as a whole: where `fixed_marks` is true, marks belong to points of the answer, so no paper can ask the question
    for other marks; where `partial_marks` is true, an answer can be partly right; where `takes_reason` is true, the learner may
    give a reason, for which a paper may give marks; `script` names the script that several kinds share for their marking, if the
    question script is without it; `marking` tells an examiner how marks are given; `choice_letters` name the choices on paper.
    `most_marks` are the most for an answer that is one choice, word or number: boards give such items 1 mark (CBSE, NIOS,
    Maharashtra HSC), and UGC-NET 2.
    """

    fixed_marks: ClassVar[bool] = False
    partial_marks: ClassVar[bool] = False
    most_marks: ClassVar[int] = 2
    script: ClassVar[str] = ""
    takes_reason: ClassVar[bool] = False
    marking: ClassVar[str] = "all marks for the right answer, none for any other."
    choice_letters: ClassVar[str] = "ABCDEF"

    id: Slug
    kind: str
    section: Text
    objective: ObjectiveId
    bloom: Bloom
    marks: Marks
    explanation: Text
    hint: Text | None = None
    facts: tuple[Slug, ...] = ()
    source: Text | None = None
    as_of: Text | None = None
    waive: dict[Slug, Text] = {}

    _reordered_by: str = PrivateAttr("")
    _reason_marks: int = PrivateAttr(0)

    @property
    def order(self) -> str:
        """The seed of the order in which options, partners, items or steps are shown."""
        return f"{self.id}{self._reordered_by}"

    def reordered(self, seed: str) -> Self:
        """Return the same question with what it shuffles in another order, for another set of a paper."""
        other = self.model_copy()
        other._reordered_by = f"/{seed}"
        return other

    @property
    def reason_marks(self) -> int:
        """How many of the marks a paper gives for the learner's reason."""
        return self._reason_marks

    def for_marks(self, marks: int, reason_marks: int = 0) -> Self:
        """Return the same question as a paper asks it: for so many marks, of which `reason_marks` are for the reason."""
        other = self.model_copy(update={"marks": marks})
        other._reason_marks = reason_marks
        return other

    @property
    def parts(self) -> tuple["Question", ...]:
        """What is answered and marked by itself: the question, or the questions of a case."""
        return (self,)

    @property
    def shares(self) -> int:
        """How many parts of the answer earn marks each by itself: its rows, where it has rows."""
        return 1

    @property
    def worth(self) -> int:
        """The most marks that the work is worth: a mark for each share, or those of one answer. 0 where points have their own."""
        return 0 if self.fixed_marks else max(self.most_marks, self.shares)

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong between keys that are sound by themselves. Kinds have rules of their own."""
        yield from ()

    @classmethod
    def faults_of_parts(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong between parts of a question that could not be read, as far as that can be seen."""
        yield from ()

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        refuse(self.faults())
        return self

    @model_validator(mode="wrap")
    @classmethod
    def _all_at_once(cls, data: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        """Read a question, and report all that is wrong with it together."""
        try:
            return read(data)
        except ValidationError as errors:
            known = list(faults_in(errors, cls))
            known += second_look(data, errors, cls, read, known)
            known += [fault for fault in cls.faults_of_parts(data) if fault not in known] if isinstance(data, Mapping) else []
            raise Faults(known) from None


class BankHead(Part):
    """A bank's keys, with its questions still unread: each is checked by the model of its own kind.

    `contrasts` names the bank whose questions look most like these: mixed practice alternates between the two. With `publish: no`
    nothing of the bank goes onto the site or into the book: it serves question papers only. `waive` gives, by the name of one
    of the linter's checks of whole banks, the reason why this bank may fail it.
    """

    title: Title
    chapter: Text
    publish: YesOrNo = True
    contrasts: Slug | None = None
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    questions: Annotated[tuple[object, ...], Field(min_length=1)]
    waive: dict[Slug, Text] = {}


@dataclass(frozen=True)
class Bank:
    """A bank as read: its sound questions, and under their names the problems of those that could not be used.

    `aims` are the objectives of those, as written. `positions` gives the path in the file
    of each question and of each question of a case; `source` finds lines in the file.
    """

    name: str
    file: str
    title: str
    chapter: str
    publish: bool
    contrasts: str | None
    objectives: tuple[Objective, ...]
    questions: tuple[Question, ...]
    waive: dict[str, str]
    broken: dict[str, tuple[Problem, ...]]
    aims: dict[str, str]
    positions: dict[str, tuple[str | int, ...]]
    source: Lines

    @property
    def number(self) -> int:
        """The chapter's number, from the id of the bank's first objective: 'LO10.2' is in chapter 10."""
        return int(self.objectives[0].id[2:].partition(".")[0])

    @property
    def marks(self) -> int:
        """All the marks that the bank's questions carry together."""
        return sum(question.marks for question in self.questions)

    def marks_of(self, objective_id: str) -> int:
        """Return the marks of the questions that test one objective."""
        return sum(part.marks for part in self.parts if part.objective == objective_id)

    @property
    def parts(self) -> tuple[Question, ...]:
        """Everything that is answered by itself, the questions of cases among it."""
        return tuple(part for question in self.questions for part in question.parts)

    @property
    def all_questions(self) -> tuple[Question, ...]:
        """Everything that has an id: the questions in their order, and behind each case the questions inside it."""
        return tuple(
            one for question in self.questions for one in {part.id: part for part in (question, *question.parts)}.values()
        )

    def find(self, question_id: str) -> Question | None:
        """Return the sound question of that id, or None. A case is found by its own id, not by those of its questions."""
        return next((question for question in self.questions if question.id == question_id), None)

    def problem(self, question: Question, key: str, message: str, *needs: str) -> Problem:
        """Return a problem at one key of one question, with the line of that key. `needs` are those of `Problem`."""
        return Problem(self.file, self.line(question.id, key), f"{question.id}: {key}", message, needs=needs)

    def behind(self, objective_id: str) -> tuple[str, ...]:
        """Return the names, as in `Problem.needs`, of the questions that test an objective, or would if they could be used."""
        known = {objective.id for objective in self.objectives}
        lost = [name for name, aim in self.aims.items() if aim == objective_id or aim not in known]
        astray = [part.id for part in self.parts if part.objective == objective_id or part.objective not in known]
        return tuple(question_name(self.name, name) for name in (*lost, *astray))

    def line(self, question_id: str, key: str) -> int:
        """Return the line of one key of one question."""
        return self.source.of((*self.positions[question_id], key))


def stable_value(text: str) -> str:
    """Return eight hexadecimal digits that stand for `text` in a page and in a stored answer."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:8]
