"""What a kind of question can do and what its texts are for, declared by the kind's model and read by everything else.

Linter, draw, schema, pages and scripts ask for these and never for a kind's name, so that adding a kind is adding a folder.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from quizbank.model.part import AnswerRow, Choice, NumberKey, Part


class Abilities(Part):
    """The abilities that kinds may declare, each with what holds for most kinds.

    Words, which every kind has: `called` is its name; `marking` tells an examiner how marks are given.

    Marks: where `fixed_marks` is true, they belong to points of the answer, so no paper can ask the question for other marks;
    where `partial_marks` is true, an answer can be partly right; where `takes_reason` is true, the learner may give a reason, for
    which a paper may give marks. `most_marks` are the most for an answer that is one choice, word or number: boards give such
    items 1 mark (CBSE, NIOS, Maharashtra HSC), and UGC-NET 2.

    Choices: `worded_choices` are the author's own words; `coded_choices` are codes in the order in which the author wrote them;
    `standard_choices` is how many choices are the same in every question of the kind; `choice_letters` name them on paper. Where
    `picks_some` is true, the stem asks for some of several things, so a "not" turns the task round; where
    `options_are_the_task` is true, the stem need not ask anything by itself.

    Texts: the question opens with the fields of `opens_with`; `situation_fields` hold more of what is said before it is asked;
    `feedback_fields` are read after answering, and so is every field whose name begins with `why`; `typed_fields` are in a
    learner's words; `plain_keys` are shown without Markdown ("a.b" is the key b of an entry of a).

    `script` says which script marks the kind: "" is the one that every page with questions loads, "own" a script that only pages
    with this kind load, and any other name a script that several kinds share (`frontend/marking/`). `sheet` names the style sheet
    that the kind needs besides that of all questions. `form_check` names the linter's check of the kind's form;
    `form_in_english` says that it looks for English words.
    """

    called: ClassVar[str]
    marking: ClassVar[str]

    is_case: ClassVar[bool] = False

    fixed_marks: ClassVar[bool] = False
    partial_marks: ClassVar[bool] = False
    takes_reason: ClassVar[bool] = False
    most_marks: ClassVar[int] = 2

    worded_choices: ClassVar[bool] = False
    coded_choices: ClassVar[bool] = False
    standard_choices: ClassVar[int] = 0
    choice_letters: ClassVar[str] = "ABCDEFGH"
    picks_some: ClassVar[bool] = False
    options_are_the_task: ClassVar[bool] = False

    opens_with: ClassVar[tuple[str, ...]] = ("stem",)
    situation_fields: ClassVar[tuple[str, ...]] = ()
    feedback_fields: ClassVar[tuple[str, ...]] = ("explanation", "hint")
    typed_fields: ClassVar[tuple[str, ...]] = ()
    plain_keys: ClassVar[frozenset[str]] = frozenset(
        "id kind section objective bloom marks picture source as_of waive facts misconception".split()
    )

    script: ClassVar[str] = ""
    sheet: ClassVar[str] = ""
    form_check: ClassVar[str] = ""
    form_in_english: ClassVar[bool] = False

    @property
    def choices(self) -> Sequence[Choice]:
        """The choices as shown, for a question that is answered by picking from one list."""
        return ()

    @property
    def rows(self) -> Sequence[AnswerRow]:
        """The rows of the answer, for a question that is answered row by row."""
        return ()

    @property
    def ticks(self) -> Mapping[str, int]:
        """The marks of each point that a person looks for in a written answer, by the point's name in a stored answer."""
        return {}

    @property
    def number_key(self) -> NumberKey | None:
        """What number is right, for a question that is answered by one."""
        return None

    @property
    def offered(self) -> list[str]:
        """The author's texts of which the learner picks some."""
        return [choice.text for choice in self.choices] if self.worded_choices else []

    @property
    def claims(self) -> list[tuple[str, bool]]:
        """The sentences that the question gives to be judged, each with whether it is true."""
        return []

    @property
    def code_rows(self) -> list[tuple[str, ...]]:
        """What each code of the author's own says of each thing in turn, in the order of the choices."""
        return []

    @property
    def accepted_answers(self) -> tuple[str, ...]:
        """What is accepted where the learner types words."""
        return ()

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """The names of the known mistakes that wrong choices stand for."""
        return ()

    @property
    def stem_text(self) -> str:
        """What the learner is asked, in the author's words."""
        return " ".join(getattr(self, field) for field in self.opens_with)

    @property
    def passage_text(self) -> str:
        """What stands around the questions of a case. Empty for all other questions."""
        return ""

    @property
    def shares(self) -> int:
        """How many parts of the answer earn marks each by itself: its rows, where it has rows."""
        return 1

    @property
    def worth(self) -> int:
        """The most marks that the work is worth: a mark for each share, or those of one answer. 0 where points have their own."""
        return 0 if self.fixed_marks else max(self.most_marks, self.shares)

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the texts that the question teaches as right, without its feedback.

        `sought` says what the stem asks for: True for what holds, False for what does not, None for a claim that is at fault.
        """
        return []

    def form_faults(self) -> Iterator[str]:
        """Yield what makes a question of this kind badly formed though it is sound: messages of `form_check`, a warning."""
        yield from ()
