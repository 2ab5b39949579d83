"""Statements to be judged together, answered by a code, as NET and CUET papers ask.

Two statements are I and II with the four standard codes. Three to five are A, B, C … to their author, who lists the codes
("A, C, D"); readers see (i), (ii), (iii), since the options have letters on paper. The right code and the reason for each wrong
one follow from the truth of the statements.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, WithJsonSchema

from quizbank.model.fields import Line, Text, YesOrNo
from quizbank.model.part import Choice, Part
from quizbank.model.question import Question
from quizbank.model.repeats import repeats, texts_at
from quizbank.problems.wording import Fault
from quizbank.strings.said import Said, said

_ROMAN = ("I", "II")
_LETTERS = ("A", "B", "C", "D", "E")
_SHOWN = dict(zip(_LETTERS, ("(i)", "(ii)", "(iii)", "(iv)", "(v)"), strict=True))
_JUDGED = {True: "kind.is_true", False: "kind.is_false"}
_Code = Annotated[Line, WithJsonSchema({"type": "string", "pattern": r"^(?!.*([A-E]).*\1)\s*[A-E](?:\s*,\s*[A-E])*\s*$"})]
# For the schema: two statements have the standard codes, more have their own.
_CODES_FIT: dict[str, Any] = {
    "if": {"properties": {"statements": {"maxItems": 2}}},
    "then": {"properties": {"codes": {"maxItems": 0}}},
    "else": {"required": ["codes"]},
}


class Statement(Part):
    """One statement, whether it is true, and why."""

    text: Line
    correct: YesOrNo
    why: Text


class Model(Question):
    """A stem, two to five statements and, for three or more, the codes to choose from."""

    model_config = ConfigDict(json_schema_extra=_CODES_FIT)

    called: ClassVar[str] = said("type.statements")
    marking: ClassVar[str] = said("marking.whole")
    coded_choices: ClassVar[bool] = True
    picks_some: ClassVar[bool] = True
    situation_fields: ClassVar[tuple[str, ...]] = ("statements",)
    no_text: ClassVar[frozenset[str]] = frozenset({"codes"})
    plain_keys: ClassVar[frozenset[str]] = Question.plain_keys | {"codes"}

    kind: Literal["statements"]
    stem: Text = said("kind.which_statements")
    statements: Annotated[tuple[Statement, ...], Field(min_length=2, max_length=5)]
    codes: Annotated[tuple[_Code, ...], Field(min_length=3, max_length=5)] = ()

    def faults(self) -> Iterator[Fault]:
        """Yield statements that are there twice, and codes that do not fit the statements."""
        yield from repeats(texts_at(self.statements, "text", "statements"), "statements")
        if len(self.statements) > 2:
            yield from self._code_faults()
        elif self.codes:
            yield Fault(("codes",), "expected no codes for two statements (the four standard ones are used), got some")

    def _code_faults(self) -> Iterator[Fault]:
        read = [self._letters_of(code) for code in self.codes]
        for index, (code, letters) in enumerate(zip(self.codes, read, strict=True)):
            if letters is None:
                yield Fault(("codes", index), f"expected letters from {', '.join(self.labels)}, each once, got '{code}'")
            elif letters in read[:index]:
                yield Fault(("codes", index), f"expected codes that differ, got '{code}' a second time")
        if not read:
            yield Fault(("codes",), "expected 3 to 5 codes such as 'A, C', got none")
        elif not {self._true_letters, None} & set(read):
            right = ", ".join(sorted(self._true_letters)) or "none"
            yield Fault(("codes",), f"expected a code with exactly the true statements ({right}), got none")

    def _letters_of(self, code: str) -> frozenset[str] | None:
        """Return the letters of a code such as 'A, C', or None if one is unknown or there twice."""
        letters = [part.strip() for part in code.split(",")]
        return frozenset(letters) if set(letters) <= set(self.labels) and len(set(letters)) == len(letters) else None

    @property
    def labels(self) -> tuple[str, ...]:
        """What the author's codes and stored answers call the statements: I and II, or A, B, C and so on."""
        names = _ROMAN if len(self.statements) == 2 else _LETTERS
        return names[: len(self.statements)]

    @property
    def names(self) -> tuple[str, ...]:
        """What readers see before the statements: I and II, or (i), (ii), (iii) and so on."""
        return tuple(_SHOWN.get(label, label) for label in self.labels)

    @property
    def _true_letters(self) -> frozenset[str]:
        pairs = zip(self.labels, self.statements, strict=True)
        return frozenset(label for label, statement in pairs if statement.correct)

    @property
    def choices(self) -> list[Choice]:
        """The codes, in the author's order or the standard one."""
        if len(self.statements) == 2:
            named = [
                (said("kind.both_true"), frozenset(_ROMAN)),
                (said("kind.both_false"), frozenset[str]()),
                (said("kind.only_one"), frozenset({"I"})),
                (said("kind.only_two"), frozenset({"II"})),
            ]
        else:
            named = [(self._in_words(letters), letters) for code in self.codes if (letters := self._letters_of(code))]
        return [
            Choice("-".join(sorted(letters)) or "none", words, self._why(letters), letters == self._true_letters)
            for words, letters in named
        ]

    @property
    def claims(self) -> list[tuple[str, bool]]:
        """The statements."""
        return [(statement.text, statement.correct) for statement in self.statements]

    @property
    def code_rows(self) -> list[tuple[str, ...]]:
        """For each code, which statements it calls true. The standard codes are no author's."""
        named = [self._letters_of(code) or frozenset[str]() for code in self.codes]
        return [tuple(str(label in letters) for label in self.labels) for letters in named]

    @property
    def offered(self) -> list[str]:
        """The statements."""
        return [statement.text for statement in self.statements]

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the statements that are true."""
        return [text for text, true in self.claims if true]

    def _in_words(self, letters: frozenset[str]) -> Said:
        *others, last = (_SHOWN[letter] for letter in sorted(letters))
        if not others:
            return said("kind.one_only", last=last)
        key = "kind.all" if len(letters) == len(self.labels) else "kind.some_only"
        return said(key, others=", ".join(others), last=last)

    def _why(self, letters: frozenset[str]) -> Said:
        """Say which statements a code judges wrongly, or for the right code, why each statement is true or false."""
        judged = list(zip(self.labels, self.statements, strict=True))
        wrong = [(label, one) for label, one in judged if (label in letters) != one.correct]
        return Said(
            *((_JUDGED[one.correct], {"label": _SHOWN.get(label, label), "why": one.why}) for label, one in wrong or judged)
        )
