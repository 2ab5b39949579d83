"""What all questions share: the keys of every kind, and how a paper or a set asks the same question in another way.

The kinds live in `../kinds/`, a folder each, and extend `Question`. What they can do is declared as in `abilities.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, Self, get_args

from pydantic import ModelWrapValidatorHandler, PrivateAttr, ValidationError, model_validator

from quizbank.model.abilities import Abilities
from quizbank.model.fields import Marks, ObjectiveId, Slug, Text, YesOrNo
from quizbank.model.picture import Picture
from quizbank.problems.second_look import second_look
from quizbank.problems.wording import Fault, Faults, Place, faults_in, refuse

# The revised taxonomy of Anderson and Krathwohl (2001), lowest level first.
Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
BLOOM_LEVELS: tuple[str, ...] = get_args(Bloom)
# What a question inside a case may leave to the case.
HANDED_DOWN = ("section", "objective")


class Question(Abilities):
    """What all kinds share. `section` is a heading's id in the bank's chapter; `marks` are whole marks.

    `picture` is shown with what is asked. With `draft: yes` the question is shown to an author who is writing and to nobody else.
    `source` and `as_of` belong to a question that holds a dated fact. `waive` gives, by the name of one of the linter's checks,
    the reason why this question may fail it.
    """

    id: Slug
    kind: str
    section: Text
    objective: ObjectiveId
    bloom: Bloom
    marks: Marks
    picture: Picture | None = None
    explanation: Text
    hint: Text | None = None
    facts: tuple[Slug, ...] = ()
    source: Text | None = None
    as_of: Text | None = None
    draft: YesOrNo = False
    waive: dict[Slug, Text] = {}  # noqa: RUF012 - pydantic copies it

    _reordered_by: str = PrivateAttr("")
    _reason_marks: int = PrivateAttr(0)
    _gaps: frozenset[str] = PrivateAttr(frozenset())

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
    def gaps(self) -> frozenset[str]:
        """The keys, of a draft and of what is inside it, in whose place stand words that say what is wanted."""
        return self._gaps

    def with_gaps(self, places: Iterable[Place]) -> Self:
        """Return the same question, of which it is known that something is still wanted at some places."""
        other = self.model_copy()
        other._gaps = frozenset(str(place[-1]) for place in places)
        return other

    @property
    def inner(self) -> tuple["Question", ...]:
        """The questions of a case, in their order. Empty for all other questions."""
        return ()

    @property
    def parts(self) -> tuple["Question", ...]:
        """What is answered and marked by itself: the question, or the questions of a case."""
        return self.inner or (self,)

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
