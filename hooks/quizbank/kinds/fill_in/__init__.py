"""Fill in the blank. Case, spacing, hyphens and end marks are forgiven; a near miss is told apart from a wrong answer.

A near miss is one that the author names with its reason, or a spelling one or two letters away. It earns no mark.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, WithJsonSchema, field_validator

from quizbank.kinds.choices import repeats, texts_at
from quizbank.model import Part, Question, Text
from quizbank.wording import Fault, Place

BLANK = re.compile(r"_{2,}")
MARK = "\ue000"  # for private use: no author types it

# As `plain` in page.js reads them: what JavaScript calls a space is not what Python does.
_SPACES = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_END_MARKS = re.compile(r"""([0-9][.,](?=[0-9]))|[.,;:!?'"’‘“”()]""")
_GAPS = re.compile(rf"[{_SPACES}\-‐-―/]+")
_ARTICLE = re.compile(r"^(?:an?|the) ")

# For the schema: a stem has one run of underscores and no other, an answer something besides what is forgiven.
_Stem = Annotated[Text, WithJsonSchema({"type": "string", "pattern": r"^(?:(?!__)[\s\S])*__+(?!_)(?:(?!__)[\s\S])*$"})]
_SEEN = r"""[^\s.,;:!?'"’‘“”()\-‐-―/]"""
_Answer = Annotated[Text, WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": _SEEN})]


def plain(text: str) -> str:
    """Return the text without what the marking forgives: case, spacing, hyphens, end marks and the article."""
    marked = _END_MARKS.sub(r"\1", unicodedata.normalize("NFKC", text).lower())
    return _ARTICLE.sub("", _GAPS.sub(" ", marked).strip(" "))


class NearMiss(Part):
    """An answer that is close but not accepted, and why."""

    text: _Answer
    why: Text


class Model(Question):
    """A stem with one blank (`____`), the accepted answers, and the near misses with their reasons.

    The first of `answers` is the one that is shown; the others are wordings of it that earn the marks as well.
    """

    marking: ClassVar[str] = (
        "all marks for the answer, also in another accepted wording; case, spacing and hyphens do not count, spelling does."
    )

    kind: Literal["fill-in"]
    stem: _Stem
    answers: Annotated[tuple[_Answer, ...], Field(min_length=1)]
    near_misses: tuple[NearMiss, ...] = ()

    @field_validator("stem")
    @classmethod
    def _one_blank(cls, stem: str) -> str:
        blanks = len(BLANK.findall(stem))
        if blanks != 1:
            raise ValueError(f"expected one blank ('____'), got {blanks or 'none'}")
        return stem

    def faults(self) -> Iterator[Fault]:
        """Yield answers and near misses that the marking cannot tell apart, and those of which it sees nothing."""
        answers: list[tuple[Place, str]] = [(("answers", index), answer) for index, answer in enumerate(self.answers)]
        texts = [*answers, *texts_at(self.near_misses, "text", "near_misses")]
        empty = [Fault(place, f"expected letters or digits, got '{text}'") for place, text in texts if not plain(text)]
        yield from empty or repeats(texts, "answers and near misses", plain)

    @property
    def shown_answer(self) -> str:
        """The one answer that screen, paper and exports show."""
        return self.answers[0]

    @property
    def stem_with_mark(self) -> str:
        """The stem with MARK for the blank, so that Markdown reads it in one piece."""
        return BLANK.sub(MARK, self.stem)
