"""Match List I with List II. List II may hold spare entries, and never stands in the order of its partners.

Partial marks: each pair that is right earns its share. With `codes` the pairs are offered as an exam's coded options instead,
exactly one of them right: all marks or none.
"""

from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, field_validator, model_validator

from quizbank.kinds.choices import Choice, refuse_repeats
from quizbank.model import Part, Question, Text, stable_value
from quizbank.shuffle import shuffled

_LETTERS = "abcdefghij"


class Pair(Part):
    """An entry of List I, its partner in List II, and why they belong together."""

    left: Text
    right: Text
    why: Text


class Spare(Part):
    """An entry of List II without a partner, and why it fits nothing."""

    text: Text
    why: Text


class Partner(NamedTuple):
    """An entry of List II as shown: its letter, its text, its name in a stored answer."""

    letter: str
    text: str
    value: str


class Model(Question):
    """A stem, three to six pairs, spare entries if wanted, and coded options if wanted."""

    marking: ClassVar[str] = "each right pair earns its share; where codes are offered, all marks or none."

    kind: Literal["matching"]
    stem: Text = "Match List I with List II."
    pairs: Annotated[tuple[Pair, ...], Field(min_length=3, max_length=6)]
    spare: Annotated[tuple[Spare, ...], Field(max_length=4)] = ()
    codes: tuple[Text, ...] = ()
    keep_order: bool = False

    @field_validator("pairs")
    @classmethod
    def _entries_differ(cls, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        refuse_repeats([pair.left for pair in pairs], "entries of List I")
        return pairs

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse_repeats([*(pair.right for pair in self.pairs), *(spare.text for spare in self.spare)], "entries of List II")
        if self.codes:
            self._check_codes()
        return self

    def _check_codes(self) -> None:
        if not 3 <= len(self.codes) <= 5:
            raise ValueError(f"expected 3 to 5 codes such as '1-b, 2-a, 3-c', got {len(self.codes)}")
        read = [self._read(code) for code in self.codes]
        if len(set(read)) < len(read):
            raise ValueError("expected codes that differ, got the same one twice")
        if self._right_code not in read:
            raise ValueError(f"expected the right code among the codes ({_written(self._right_code)}), got none")

    def _read(self, code: str) -> tuple[str, ...]:
        """Return the letters of a code '1-b, 2-a, 3-c' in the order of List I."""
        parts = dict(part.strip().partition("-")[::2] for part in code.split(","))
        letters = tuple(parts.get(str(number), "") for number in range(1, len(self.pairs) + 1))
        known = {partner.letter for partner in self.partners}
        if len(parts) != len(self.pairs) or not set(letters) <= known:
            raise ValueError(
                f"expected a code that gives each number one letter of List II ({', '.join(sorted(known))}), got '{code}'"
            )
        return letters

    @property
    def partners(self) -> list[Partner]:
        """List II as shown, lettered: shuffled by the question's id unless `keep_order` says otherwise."""
        texts = [*(pair.right for pair in self.pairs), *(spare.text for spare in self.spare)]
        seed = self.id if self.codes else self.order  # the author wrote the codes against one order
        ordered = texts if self.keep_order else shuffled(texts, seed, never_as_given=True, among=len(self.pairs))
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
        read = [self._read(code) for code in self.codes]
        return [Choice("".join(letters), _written(letters), self._why(letters), letters == self._right_code) for letters in read]

    def _why(self, letters: tuple[str, ...]) -> str:
        wrong = [pair for pair, got, right in zip(self.pairs, letters, self._right_code, strict=True) if got != right]
        return " ".join(f"{pair.left}: {pair.right}. {pair.why}" for pair in wrong or self.pairs)

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
