"""The note types, frozen: each has an id and a list of fields that never change.

Anki compares an incoming note type with the one it has by its id and the names of its fields and templates. Where these differ,
it leaves the learner's notes as they are (https://docs.ankiweb.net/importing/packaged-decks.html#updating). So a field more is a
note type more: raise the number in `version`, which is part of the name and of the id. What a card looks like may change at any
time; then raise `STYLED`, for Anki takes over newer looks only. A test holds both.

A template holds the words around the answers, so each language of a course has note types of its own.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from quizbank.exports.anki.ids import fixed_id
from quizbank.strings.words import DEFAULT

# When the looks of the cards were last changed.
STYLED = datetime(2026, 11, 29, tzinfo=UTC)
_HEAD = ("ID", "Question", "Picture")
_TAIL = ("Explanation", "Hint", "Review", "Marks", "Objective", "Source")


@dataclass(frozen=True)
class NoteType:
    """A note type: its name without the language, its fields, and what the front and the back show of them.

    `frame` is the file, without its ending, around both. `marks` is the kind whose script marks what is typed, or ''.
    """

    name: str
    fields: tuple[str, ...]
    front: str
    back: str
    frame: str = "question"
    marks: str = ""
    version: int = 1

    def title(self, language: str) -> str:
        """Return the name that Anki shows for a course in a language (a BCP 47 tag)."""
        marks = [language] * (language != DEFAULT) + [str(self.version)] * (self.version > 1)
        return f"Quizbank {self.name}" + (f" ({', '.join(marks)})" if marks else "")

    def id(self, language: str) -> int:
        """Return the id that Anki knows it by."""
        return fixed_id(f"note type {self.title(language)}")

    def values(self, texts: dict[str, str]) -> tuple[str, ...]:
        """Return the fields of a note, in order. Raises KeyError for a text without a field; a field may be left out."""
        if unknown := texts.keys() - set(self.fields):
            raise KeyError(f"expected fields of '{self.name}' ({', '.join(self.fields)}), got {', '.join(sorted(unknown))}")
        return tuple(texts.get(field, "") for field in self.fields)


_LINE = '<p data-n="0"><input type="text" autocomplete="off" aria-label="{your_answer}"></p>'
_AREA = '<p data-n="0"><textarea rows="4" aria-label="{your_answer}"></textarea></p>'


def _question(name: str, *own: str, front: str, back: str, marks: str = "") -> NoteType:
    return NoteType(name, (*_HEAD, *own, *_TAIL), front, back, marks=marks)


CHOICE = _question("choice", "Options", "Reasons", front="{{Options}}", back="{{Reasons}}")
TRUTH = _question("true or false", "Options", "Reasons", front="{{Options}}", back="{{Reasons}}")
PAIRS = _question("matching", "Items", "Matches", front="{{Items}}", back="{{Matches}}")
SEQUENCE = _question("ordering", "Items", "Order", front="{{Items}}", back="{{Order}}")
TYPED = _question(
    *("typed answer", "Answer", "Accepted", "Close"),
    front=_LINE,
    back='<div data-kind="fill-in">{{Answer}}{{Accepted}}{{Close}}</div>',
    marks="fill-in",
)
NUMBER = _question(
    *("number", "Answer", "Working", "Mistakes"),
    front=_LINE,
    back='<div data-kind="numeric">{{Answer}}{{Working}}{{Mistakes}}</div>',
    marks="numeric",
)
WRITTEN = _question(
    *("written answer", "Model answer", "Points"),
    front=_AREA,
    back='<div data-kind="">{{Model answer}}{{Points}}</div>',
)
TERM = NoteType(
    *("key term", ("ID", "Term", "Meaning", "Other languages", "Review")),
    front="{{Term}}",
    back="<p>{{Meaning}}</p>{{Other languages}}",
    frame="flashcard",
)
OBJECTIVE = NoteType(
    "objective", ("ID", "Prompt", "Answer", "Review"), front="{{Prompt}}", back="<p>{{Answer}}</p>", frame="flashcard"
)
NOTE_TYPES = (CHOICE, TRUTH, PAIRS, SEQUENCE, TYPED, NUMBER, WRITTEN, TERM, OBJECTIVE)
