"""What every question is made of. Closed and frozen: an unknown key is an error, a value never changes.

The kinds live in `../kinds/`, a folder each, and extend `Question`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, ValidationError, model_validator

from quizbank.model.fields import Line, Marks, ObjectiveId, Slug, Text, YesOrNo
from quizbank.problems.second_look import second_look
from quizbank.problems.wording import Fault, Faults, faults_in, refuse

# The revised taxonomy of Anderson and Krathwohl (2001), lowest level first.
Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
BLOOM_LEVELS: tuple[str, ...] = get_args(Bloom)


class Part(BaseModel):
    """Anything that an author writes as a YAML mapping."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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


def stable_value(text: str) -> str:
    """Return eight hexadecimal digits that stand for `text` in a page and in a stored answer."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:8]
