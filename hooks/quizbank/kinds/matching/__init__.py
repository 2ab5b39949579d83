"""Match List I with List II. List II may hold spare entries, and never stands in the order of its partners.

Partial marks: each pair that is right earns its share. With `codes` the pairs are offered as an exam's coded options instead,
exactly one of them right: all marks or none.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field, WithJsonSchema

from quizbank.model.fields import Line, Text
from quizbank.model.part import AnswerRow, Choice, Part, stable_value
from quizbank.model.question import Question
from quizbank.model.repeats import repeats, texts_at
from quizbank.model.shuffle import shuffled
from quizbank.problems.wording import Fault, Place
from quizbank.strings.said import said

_LETTERS = "abcdefghij"
_PAIR = r"\s*[1-6]-[a-j]\s*"
_Code = Annotated[Line, WithJsonSchema({"type": "string", "pattern": rf"^(?!.*([1-6])-.*\1-){_PAIR}(?:,{_PAIR})*$"})]


class Pair(Part):
    """An entry of List I, its partner in List II, and why they belong together."""

    left: Line
    right: Line
    why: Text


class Spare(Part):
    """An entry of List II without a partner, and why it fits nothing."""

    text: Line
    why: Text


class Partner(NamedTuple):
    """An entry of List II as shown: its letter, its text, its name in a stored answer."""

    letter: str
    text: str
    value: str


class Model(Question):
    """A stem, three to six pairs, spare entries if wanted, and coded options if wanted."""

    called: ClassVar[str] = said("type.matching")
    partial_marks: ClassVar[bool] = True
    coded_choices: ClassVar[bool] = True
    situation_fields: ClassVar[tuple[str, ...]] = ("pairs",)
    no_text: ClassVar[frozenset[str]] = frozenset({"codes"})
    plain_keys: ClassVar[frozenset[str]] = Question.plain_keys | {"codes"}
    script: ClassVar[str] = "rows"
    sheet: ClassVar[str] = "practice"
    form_check: ClassVar[str] = "match-form"
    marking: ClassVar[str] = said("marking.pairs")

    kind: Literal["matching"]
    stem: Text = said("kind.match_lists")
    pairs: Annotated[tuple[Pair, ...], Field(min_length=3, max_length=6)]
    spare: Annotated[tuple[Spare, ...], Field(max_length=4)] = ()
    codes: Annotated[tuple[_Code, ...], Field(min_length=3, max_length=5)] = ()

    def faults(self) -> Iterator[Fault]:
        """Yield entries that are there twice, and codes that do not fit the lists."""
        yield from repeats(texts_at(self.pairs, "left", "pairs"), "entries of List I")
        alike = list(repeats(self._list_two, "entries of List II"))
        yield from alike
        if self.codes and not alike:
            yield from self._code_faults()

    @property
    def _list_two(self) -> list[tuple[Place, str]]:
        return [*texts_at(self.pairs, "right", "pairs"), *texts_at(self.spare, "text", "spare")]

    def _code_faults(self) -> Iterator[Fault]:
        read = [self._read(code) for code in self.codes]
        for index, (code, letters) in enumerate(zip(self.codes, read, strict=True)):
            if letters is None:
                known = ", ".join(partner.letter for partner in self.partners)
                message = f"expected a code that gives each number one letter of List II ({known}), got '{code}'"
                yield Fault(("codes", index), message)
            elif letters in read[:index]:
                yield Fault(("codes", index), f"expected codes that differ, got '{code}' a second time")
        if not {self._right_code, None} & set(read):
            yield Fault(("codes",), f"expected the right code among the codes ({self.right_code}), got none")

    def _read(self, code: str) -> tuple[str, ...] | None:
        """Return the letters of a code '1-b, 2-a, 3-c' in the order of List I, or None if it is no such code."""
        parts = sorted(part.strip().partition("-")[::2] for part in code.split(","))
        numbers = [number for number, _ in parts]
        letters = tuple(letter for _, letter in parts)
        known = {partner.letter for partner in self.partners}
        whole = numbers == [str(number) for number in range(1, len(self.pairs) + 1)]
        return letters if whole and known.issuperset(letters) else None

    @property
    def shares(self) -> int:
        """Each pair earns its share, but a code is right or wrong as a whole."""
        return 1 if self.codes else len(self.pairs)

    @property
    def partners(self) -> list[Partner]:
        """List II as shown, lettered: shuffled by the question's id, for in the author's order it would be the answer."""
        texts = [text for _, text in self._list_two]
        seed = self.id if self.codes else self.order  # the author wrote the codes against one order
        ordered = shuffled(texts, seed, never_as_given=True, among=len(self.pairs))
        return [Partner(letter, text, stable_value(text)) for letter, text in zip(_LETTERS, ordered, strict=False)]

    @property
    def _right_code(self) -> tuple[str, ...]:
        letters = {partner.text: partner.letter for partner in self.partners}
        return tuple(letters[pair.right] for pair in self.pairs)

    @property
    def right_code(self) -> str:
        """The right pairs as a code: '1-b, 2-a, 3-c'."""
        return _written(self._right_code)

    @property
    def choices(self) -> list[Choice]:
        """The coded options, in the author's order. Empty without codes."""
        right = self._right_code
        return [Choice("".join(row), _written(row), self._why(row), row == right) for row in self.code_rows]

    @property
    def code_rows(self) -> list[tuple[str, ...]]:
        """For each code, the letter that it gives to each entry of List I."""
        return [letters for code in self.codes if (letters := self._read(code))]

    def _why(self, letters: tuple[str, ...]) -> str:
        wrong = [pair for pair, got, right in zip(self.pairs, letters, self._right_code, strict=True) if got != right]
        return " ".join(f"{pair.left}: {pair.right}. {pair.why}" for pair in wrong or self.pairs)

    def asserted(self, sought: bool | None) -> list[str]:
        """Return each entry with its partner."""
        return [f"{pair.left} {pair.right}" for pair in self.pairs]

    def form_faults(self) -> Iterator[str]:
        """[30] With as many partners as entries, the last pair needs no knowledge."""
        if len(self.pairs) < 4:
            yield f"expected four to six pairs, got {len(self.pairs)}"
        if not self.spare and not self.codes:
            yield "expected at least one spare entry in List II, got none"

    @property
    def rows(self) -> list[AnswerRow]:
        """A row for each entry of List I, with the letters of List II. With codes there are choices in their place."""
        return [] if self.codes else [AnswerRow(self.value(pair), self._lettered(pair)) for pair in self.pairs]

    def _lettered(self, pair: Pair) -> dict[str, str]:
        return {partner.letter: f"{stable_value(pair.left)}:{partner.value}" for partner in self.partners}

    @staticmethod
    def value(pair: Pair) -> str:
        """Return the right pair's name in a stored answer."""
        return f"{stable_value(pair.left)}:{stable_value(pair.right)}"

    def partner_choices(self, pair: Pair) -> list[tuple[str, str]]:
        """Return the choices for an entry of List I: the pair's name in a stored answer, and the words."""
        left = stable_value(pair.left)
        return [(f"{left}:{partner.value}", f"{partner.letter}. {partner.text}") for partner in self.partners]


def _written(letters: tuple[str, ...]) -> str:
    return ", ".join(f"{number}-{letter}" for number, letter in enumerate(letters, 1))
