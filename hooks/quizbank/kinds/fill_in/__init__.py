"""Fill in the blank. Case, gaps and end marks are forgiven; a near miss is reported separately from a wrong answer.

A near miss is one that the author names with its reason, or a spelling one or two letters away. It earns no mark.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, WithJsonSchema, field_validator

from quizbank.model.fields import Text
from quizbank.model.part import Part
from quizbank.model.question import Question
from quizbank.model.repeats import texts_at
from quizbank.problems.wording import Fault, Place
from quizbank.strings.said import said
from quizbank.texts import typed
from quizbank.texts.blanks import BLANK, completed
from quizbank.texts.inline import as_html

MARK = "\ue000"  # for private use: no author types it

_NO_ROOM = re.compile(rf"<[^>]*{MARK}|<(a|code)\b[^>]*>(?:(?!</\1>).)*{MARK}", re.DOTALL)
# What its script needs to read what a learner typed.
TABLES = typed.TABLES

# For the schema: a stem has one run of underscores and no other, an answer something more than what is forgiven.
_Stem = Annotated[Text, WithJsonSchema({"type": "string", "pattern": r"^(?:(?!__)[\s\S])*__+(?!_)(?:(?!__)[\s\S])*$"})]
_SEEN = f"[^{typed.GAPS}{typed.END_MARKS}]"
_Answer = Annotated[
    Text,
    StringConstraints(max_length=typed.LONGEST),
    WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": _SEEN, "maxLength": typed.LONGEST}),
]


class NearMiss(Part):
    """An answer that is close but not accepted, and why."""

    text: _Answer
    why: Text


class Model(Question):
    """A stem with one blank (`____`), the accepted answers, and the near misses with their reasons.

    The first of `answers` is the one that is shown; the others are wordings of it that earn the marks as well.
    """

    called: ClassVar[str] = said("type.fill_in")
    marking: ClassVar[str] = said("marking.single_word")
    script: ClassVar[str] = "own"
    typed_fields: ClassVar[tuple[str, ...]] = ("answers", "near_misses")
    plain_keys: ClassVar[frozenset[str]] = Question.plain_keys | {"answers", "near_misses.text"}

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
        if not _has_room(stem):
            raise ValueError("expected the blank among the words of the stem, got it inside an address, a link or code")
        return stem

    def faults(self) -> Iterator[Fault]:
        """Yield answers and near misses that the marking cannot distinguish, and those in which it sees nothing."""
        answers: list[tuple[Place, str]] = [(("answers", index), answer) for index, answer in enumerate(self.answers)]
        texts = [*answers, *texts_at(self.near_misses, "text", "near_misses")]
        empty = [Fault(place, f"expected letters or digits, got '{text}'") for place, text in texts if not typed.plain(text)]
        yield from empty or _same(texts)

    @property
    def shown_answer(self) -> str:
        """The one answer that screen, paper and exports show."""
        return self.answers[0]

    @property
    def accepted_answers(self) -> tuple[str, ...]:
        """The wordings that earn the marks."""
        return self.answers

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the sentence that each accepted answer makes."""
        return [completed(self.stem, answer) for answer in self.answers]

    @property
    def stem_with_mark(self) -> str:
        """The stem with MARK for the blank, so that Markdown reads it in one piece."""
        return BLANK.sub(MARK, self.stem)


def _has_room(stem: str) -> bool:
    """Say whether a learner sees the blank as one: not in an address, where nobody sees it, nor in a link, nor as code."""
    if not any(sign in stem for sign in "[<`"):
        return True
    html = as_html(BLANK.sub(MARK, stem))
    return html.count(MARK) == 1 and not _NO_ROOM.search(html)


def _same(texts: Iterable[tuple[Place, str]]) -> Iterator[Fault]:
    """Yield a fault for each text that shares a form with one before it: what marking equates cannot be two answers."""
    seen: dict[str, str] = {}
    for place, text in texts:
        forms = typed.forms(text)
        first = next((seen[form] for form in forms if form in seen), None)
        if first is not None:
            got = f"'{text}' a second time" if text == first else f"'{text}', which counts as '{first}'"
            yield Fault(place, f"expected answers and near misses that differ, got {got}")
        seen = dict.fromkeys(forms, text) | seen
