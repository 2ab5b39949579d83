"""What a bank is: its keys as written, and the bank as read with its sound questions."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from math import ceil
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import Field

from quizbank.model.fields import Line, ObjectiveId, Slug, Text, Title, YesOrNo
from quizbank.model.part import Part
from quizbank.model.question import Question
from quizbank.problems.problem import Problem, question_name

# What a usual learner takes, and how many questions quick practice asks: as the player has both (`frontend/player/pace.js` and
# `frontend/set/lobby.js`).
SECONDS_A_MARK = 48
QUICK = 10

Made = TypeVar("Made")


class Lines(Protocol):
    """Finds lines in the file that a bank was read from."""

    def of(self, path: tuple[str | int, ...]) -> int:
        """Return the line (from 1) of the key or item at `path`, or of its nearest parent that exists."""


class Objective(Part):
    """What a learner can do after the chapter: a verb and its object.

    `id` is the number that questions name and readers see; it changes when chapters are renumbered. `slug` is its name for
    ever: flashcards are kept under it. `was` is the number under which cards were kept before objectives had slugs.
    """

    id: ObjectiveId
    slug: Slug
    text: Line
    was: ObjectiveId | None = None


class BankHead(Part):
    """A bank's keys, with its questions still unread: each is checked by the model of its own kind.

    `contrasts` names the bank whose questions look most like these: mixed practice alternates between the two. With `publish: no`
    nothing of the bank goes onto the site or into the book: it serves question papers only. With `draft: yes` all its questions
    are drafts. `withdrawn` lists the ids of questions that are gone: learners have answers stored under them, so no other
    question may take one. `waive` gives, by the name of one of the linter's checks of whole banks, the reason why this bank may
    fail it.
    """

    title: Title
    chapter: Text
    publish: YesOrNo = True
    draft: YesOrNo = False
    contrasts: Slug | None = None
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    questions: Annotated[tuple[object, ...], Field(min_length=1)]
    withdrawn: tuple[Slug, ...] = ()
    waive: dict[Slug, Text] = {}  # noqa: RUF012 - pydantic copies it


@dataclass(frozen=True)
class Draft:
    """A question that is still being written: its id, the objective that it is to test, and its lines in the file."""

    id: str
    objective: str
    lines: range


@dataclass(frozen=True)
class Bank:
    """A bank as read: its sound questions, and under their names the problems of those that could not be used.

    `aims` are the objectives of those, as written. `positions` gives the path in the file
    of each question and of each question of a case; `source` finds lines in the file. `drafts` are the questions that are still
    being written, whether they can be used or not; `draft` says that all are.
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
    draft: bool = False
    drafts: tuple[Draft, ...] = ()
    withdrawn: tuple[str, ...] = ()
    made: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def number(self) -> int:
        """The chapter's number, from the id of the bank's first objective: 'LO10.2' is in chapter 10."""
        return int(self.objectives[0].id[2:].partition(".")[0])

    @property
    def marks(self) -> int:
        """All the marks that the bank's questions carry together."""
        return sum(question.marks for question in self.questions)

    @property
    def quick(self) -> tuple[int, int]:
        """How many questions quick practice asks a new learner, those of cases each counted, and how many minutes they take."""
        parts = self.parts[:QUICK]
        return len(parts), ceil(sum(part.marks for part in parts) * SECONDS_A_MARK / 60)

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
        return tuple(each for question in self.questions for each in (question, *question.inner))

    def finished(self) -> "Bank":
        """Return the bank without its drafts, as everybody but its author sees it."""
        drafts = {draft.id for draft in self.drafts}
        broken = {name: problems for name, problems in self.broken.items() if name not in drafts}
        return replace(self, questions=tuple(question for question in self.questions if not question.draft), broken=broken)

    def unfinished(self) -> "Bank":
        """Return the bank with its drafts alone."""
        return replace(self, questions=tuple(question for question in self.questions if question.draft))

    def is_drafted(self, line: int) -> bool:
        """Say whether a line of the file belongs to what is still being written."""
        return self.draft or any(line in draft.lines for draft in self.drafts)

    def is_to_be_tested(self, objective_id: str) -> bool:
        """Say whether a draft is to test an objective, so that nobody has to be told when no other question does."""
        return any(draft.objective == objective_id for draft in self.drafts)

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


def once(make: Callable[[Bank], Made]) -> Callable[[Bank], Made]:
    """Remember what a function makes of a bank, with the bank. It must make it of nothing else, and it should be small.

    Under `mkdocs serve` a bank stays the same object until it is saved, so a save looks through one bank and not through all.
    """

    @wraps(make)
    def remembered(bank: Bank) -> Made:
        if make not in bank.made:
            bank.made[make] = make(bank)
        made: Made = bank.made[make]
        return made

    return remembered
