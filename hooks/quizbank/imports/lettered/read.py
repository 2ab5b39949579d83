"""Lines of a teacher's document as questions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizbank.imports.lettered.draft import Draft
from quizbank.imports.lettered.rich import Line, Rich
from quizbank.imports.lettered.signs import (
    ANSWER,
    EXPLANATION,
    HINT,
    KEY,
    KEY_LIST,
    letters_in,
    options_in,
    question_start,
    says_question,
)
from quizbank.imports.reader import Found, Refused, Taken, in_order

_ENTRY = re.compile(r"\s*(?:\(?(?:[ivx]{1,5}|[A-Za-z]|\d{1,2})[.)]|[-•–*]\s|\|)")
_LONGEST_HEADING = 120  # characters


def questions_in(lines: Sequence[Line]) -> Found:
    """Return the questions of a document."""
    named = sum(map(says_question, lines))
    numbered = sum(question_start(line) is not None for line in lines)
    reading = _Reading(numbered < 2 * named)
    for line in lines:
        reading.take(line)
    return reading.found()


class _Reading:
    """The questions that were read so far. `named` says that questions name themselves ('Q3')."""

    def __init__(self, named: bool) -> None:
        self.named = named
        self.drafts: list[Draft] = []
        self.strays: list[Line] = []
        self.keys: dict[int, str] = {}
        self.in_keys = False
        self.part = "stem"

    def take(self, line: Line) -> None:
        """Take one line for what it is."""
        if not (line.text.strip() or line.block or line.picture):
            return
        if self._is_key(line) or self._is_question(line):
            return
        if not self.drafts:
            self._take_without_question(line)
            return
        self._take_inside(self.drafts[-1], line)

    def _is_key(self, line: Line) -> bool:
        """Take a list of answers at the end, and what stands in it."""
        if KEY_LIST.fullmatch(line.text) and self.drafts and not line.mark:
            self.in_keys = True
            return True
        found = KEY.findall(f"{line.mark} {line.text}")
        if self.in_keys and found:
            self.keys.update({int(number): letter.lower() for number, letter in found})
            return True
        self.in_keys = False if self.in_keys and options_in(line, "a") else self.in_keys
        return False

    def _is_question(self, line: Line) -> bool:
        start = question_start(line)
        if start is None or (self.named and not (says_question(line) or line.mark)) or not self._comes_next(start[0], line):
            return False
        number, rest = start
        self.in_keys = False
        self._begin(Draft(line.number, number), line)
        if rest.text.strip():
            self.drafts[-1].stem.append(rest.stripped())
        return True

    def _comes_next(self, number: int, line: Line) -> bool:
        """Say whether a number begins a question: the next one, or one behind a question that is complete."""
        if not self.drafts:
            return True
        last = self.drafts[-1]
        complete = len(last.options) > 1 or last.is_answered
        return number == last.number + 1 or (complete and (line.apart or number == 1 or number > last.number))

    def _begin(self, draft: Draft, line: Line) -> None:
        self.drafts.append(draft)
        self.part = "stem"
        if line.picture:
            draft.pictures.append(line)

    def _take_without_question(self, line: Line) -> None:
        if line.text.strip() and not ANSWER.match(line.text):
            self._begin(Draft(line.number), line)
            self.drafts[-1].stem.append(line.rich.stripped())

    def _take_inside(self, draft: Draft, line: Line) -> None:
        if line.picture:
            draft.pictures.append(line)
        if line.block:
            draft.stem.append(line.block)
        elif self._is_labelled(draft, line) or not line.text.strip():
            return
        elif options := self._options(draft, line):
            draft.options += options
            self.part = "options"
        else:
            self._go_on(draft, line)

    @staticmethod
    def _options(draft: Draft, line: Line) -> list[tuple[str, Rich, bool]]:
        return [] if draft.is_answered else options_in(line, draft.following)

    def _is_labelled(self, draft: Draft, line: Line) -> bool:
        """Take an answer, an explanation or a hint."""
        for pattern, name in ((EXPLANATION, "explanation"), (HINT, "hint"), (ANSWER, "given")):
            found = pattern.match(line.text)
            if found and (name != "given" or not draft.is_answered or not letters_in(line.text[found.end() :])[0]):
                rest = line.rich[found.end() :].stripped()
                rest = rest[:-1] if line.text.lstrip().startswith("[") and rest.text.endswith("]") else rest
                getattr(draft, name).extend([rest] if rest.text else [])
                self.part = name
                return True
        return False

    def _go_on(self, draft: Draft, line: Line) -> None:
        """Take a line without a sign: more of what came before it, or the beginning of a question without a number."""
        if self.part == "options" and not line.apart:
            letter, rich, right = draft.options[-1]
            space = Rich.of(" ")
            draft.options[-1] = (letter, rich + space + line.rich.stripped(), right)
        elif self.part == "stem":
            _append(draft.stem, line)
        elif self.part in ("explanation", "hint", "given") and not line.apart:
            _append(getattr(draft, self.part), line)
        else:
            self._begin(Draft(line.number), line)
            self.drafts[-1].stem.append(line.rich.stripped())

    def found(self) -> Found:
        """Return the questions, with the answers of the list at the end."""
        taken: list[Taken] = []
        refused: list[Refused] = []
        deck = ""
        for draft in self.drafts:
            draft.keyed = self.keys.get(draft.number, "")
            result = draft.finished()
            if isinstance(result, Taken):
                taken.append(replace(result, deck=deck))
            elif heading := _heading(draft):
                deck = heading
            else:
                refused.append(result)
        return Found(tuple(taken), in_order(refused))


def _append(parts: list[Rich | str], line: Line) -> None:
    """Add a line: to the words before it, or as a paragraph where it stands apart or begins like an entry of a list."""
    last = parts[-1] if parts else ""
    if isinstance(last, Rich) and not line.apart and not _ENTRY.match(line.text):
        parts[-1] = last + Rich.of(" ") + line.rich.stripped()
    else:
        parts.append(line.rich.stripped())


def _heading(draft: Draft) -> str:
    """Return the words between questions that are no question, such as 'Section A'; '' for what may have been meant as one."""
    if draft.number or draft.options or draft.given:
        return ""
    return " ".join(str(getattr(part, "text", part)) for part in draft.stem)[:_LONGEST_HEADING]


def any_question(lines: Iterable[Line]) -> bool:
    """Say whether lines hold a question in this form: one with options or an answer."""
    return any(options_in(line, "a") or ANSWER.match(line.text) for line in lines)
