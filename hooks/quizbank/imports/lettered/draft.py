"""A question while it is being read from a teacher's document, and what it becomes."""

from dataclasses import dataclass, field

from quizbank.exchange.from_plain import plain_words
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Alternative, Answer, Choice, Number, Truth, Typed, Written
from quizbank.imports.answers.orders import keeps_order
from quizbank.imports.lettered.rich import BOLD, MARKED, Line, Rich, joined
from quizbank.imports.lettered.signs import MARKS, letters_in
from quizbank.imports.reader import Refused, Taken
from quizbank.texts.blanks import BLANK
from quizbank.texts.numbers import read_number

_TRUTH = {"true": True, "t": True, "false": False, "f": False}
_LONGEST_TYPED = 5  # words


@dataclass
class Draft:
    """What was read of a question so far. `given` are the lines of its answer, `number` is the one before it, 0 for none."""

    line: int
    number: int = 0
    stem: list[Rich | str] = field(default_factory=list)
    options: list[tuple[str, Rich, bool]] = field(default_factory=list)
    given: list[Rich] = field(default_factory=list)
    explanation: list[Rich] = field(default_factory=list)
    hint: list[Rich] = field(default_factory=list)
    keyed: str = ""
    pictures: list[Line] = field(default_factory=list)

    @property
    def following(self) -> str:
        """The letter of the next option."""
        return chr(ord("a") + len(self.options))

    @property
    def is_answered(self) -> bool:
        """Whether an answer has begun."""
        return bool(self.given)

    def finished(self) -> Taken | Refused:
        """Return the question, or why it is none."""
        stem, marks = self._stem()
        if not stem:
            return Refused(self.line, self._name(), "expected a question in words, got none")
        if len(self.options) == 1:
            return Refused(self.line, self._name(), "expected two options or more, got 1")
        answer, lost = self._answer(stem)
        if answer is None:
            got = "options of which none is marked as right" if self.options else "neither options nor an answer"
            return Refused(self.line, self._name(), f"expected a question with its answer, got {got}")
        picture, more = self._picture()
        explanation = self._explanation(answer)
        hint = "\n\n".join(rich.markdown() for rich in self.hint)
        question = Portable("", "", stem, answer, marks, explanation=explanation, hint=hint, picture=picture)
        return Taken(question, self.line, lost=(*lost, *more))

    def _name(self) -> str:
        return f"question {self.number}" if self.number else "a question without a number"

    def _stem(self) -> tuple[str, int]:
        """Return the stem, and the marks at its end, 0 for none."""
        marks = 0
        parts = list(self.stem)
        for index, part in enumerate(parts):
            if isinstance(part, Rich) and not marks and (found := MARKS.search(part.text)):
                marks = int(found[1])
                parts[index] = part[: found.start()]
        return "\n\n".join(text for text in (_block(part) for part in parts) if text), marks

    def _answer(self, stem: str) -> tuple[Answer | None, tuple[str, ...]]:
        if self.options:
            return self._choice()
        words = plain_words(joined(self.given).text) if self.given else ""
        truth = _TRUTH.get(words.strip(".").lower())
        if truth is None and words.lower().startswith(("true", "false")) and not words[4:6].strip(".,;:–-e ").isalpha():
            truth = words.lower().startswith("true")
        if truth is not None:
            rest = words.partition(" ")[2].strip(" .,;:–-")
            return Truth(truth, **{"why_true" if truth else "why_false": rest}), ()
        number = read_number(words) if words and len(words) < 40 else None
        if number is not None and not any(sign.isalpha() for sign in words):
            return Number(number), ()
        if words and (BLANK.search(stem) or len(words.split()) <= _LONGEST_TYPED):
            return Typed(tuple(part.strip() for part in words.split(" / ") if part.strip())), ()
        model = "\n\n".join(rich.markdown() for rich in self.given)
        return (Written(model), ()) if model else (None, ())

    def _choice(self) -> tuple[Choice, tuple[str, ...]]:
        right, lost = self._right()
        options = tuple(Alternative(rich.markdown(), letter in right) for letter, rich, _ in self.options)
        return Choice(options, len(right) > 1, shuffled=not keeps_order(rich.text for _, rich, _ in self.options)), lost

    def _right(self) -> tuple[list[str], tuple[str, ...]]:
        """Return the letters of the right options: by the answer, by the list at the end, by a sign, by their look."""
        known = [letter for letter, _, _ in self.options]
        said = self._said()
        if said:
            unknown = [letter for letter in said if letter not in known]
            return [letter for letter in said if letter in known], tuple(
                f"expected the letter of an option ({', '.join(known)}) as answer, got '{letter}'" for letter in unknown
            )
        signed = [letter for letter, _, sign in self.options if sign]
        looks = [[letter for letter, rich, _ in self.options if rich.is_all(style)] for style in (BOLD, MARKED)]
        looked = next((letters for letters in looks if 0 < len(letters) < len(known)), [])
        return signed or looked, ()

    def _said(self) -> list[str]:
        if self.given:
            letters, _ = letters_in(self.given[0].text)
            words = plain_words(self.given[0].text).strip(".").lower()
            by_words = [letter for letter, rich, _ in self.options if plain_words(rich.text).strip(".").lower() == words]
            return by_words[:1] or letters
        return [self.keyed] if self.keyed else []

    def _explanation(self, answer: Answer) -> str:
        """Return the explanation; behind the letter of an answer may stand the option again, which is none, or a reason."""
        texts = [rich.markdown() for rich in self.explanation]
        if isinstance(answer, Choice) and self.given:
            first = self.given[0][letters_in(self.given[0].text)[1] :].stripped()
            options = {plain_words(rich.text).strip(".").lower() for _, rich, _ in self.options}
            behind = [first, *self.given[1:]]
            texts = [
                _without_dash(rich).markdown()
                for rich in behind
                if plain_words(rich.text).strip(" .:–-").lower() not in {*options, ""}
            ] + texts
        return "\n\n".join(texts)

    def _picture(self) -> tuple[PortablePicture | None, tuple[str, ...]]:
        loaded = [(line.picture, line.load()) for line in self.pictures if line.load]
        more = (f"a question has one picture, and this one had {len(loaded)}; the first is kept",) if len(loaded) > 1 else ()
        return (PortablePicture(loaded[0][0], loaded[0][1], ""), more) if loaded else (None, ())


def _block(part: Rich | str) -> str:
    return part if isinstance(part, str) else part.markdown()


def _without_dash(rich: Rich) -> Rich:
    text = rich.text
    return rich[len(text) - len(text.lstrip(" .:–-")) :]
