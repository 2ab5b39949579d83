"""Fill in the blank. Case, spacing, hyphens and end marks are forgiven; a near miss is told apart from a wrong answer.

A near miss is one that the author names with its reason, or a spelling one or two letters away. It earns no mark.
"""

import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from quizbank.kinds.choices import refuse_repeats
from quizbank.model import Part, Question, Text

BLANK = re.compile(r"_{2,}")
MARK = "\ue000"  # for private use: no author types it


class NearMiss(Part):
    """An answer that is close but not accepted, and why."""

    text: Text
    why: Text


class Model(Question):
    """A stem with one blank (`____`), the accepted answers, and the near misses with their reasons."""

    marking: ClassVar[str] = (
        "all marks for the answer or one listed with it; case, spacing and hyphens do not count, spelling does."
    )

    kind: Literal["fill-in"]
    stem: Text
    answers: Annotated[tuple[Text, ...], Field(min_length=1)]
    near_misses: tuple[NearMiss, ...] = ()

    @field_validator("stem")
    @classmethod
    def _one_blank(cls, stem: str) -> str:
        blanks = len(BLANK.findall(stem))
        if blanks != 1:
            raise ValueError(f"expected one blank ('____'), got {blanks or 'none'}")
        return stem

    @model_validator(mode="after")
    def _no_repeats(self) -> "Model":
        refuse_repeats([*self.answers, *(miss.text for miss in self.near_misses)], "answers and near misses")
        return self

    @property
    def stem_with_mark(self) -> str:
        """The stem with MARK for the blank, so that Markdown reads it in one piece."""
        return BLANK.sub(MARK, self.stem)
