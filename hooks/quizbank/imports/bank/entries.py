"""One question as an entry of a bank, with a gap wherever the file says nothing that a bank wants."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quizbank.exchange.from_plain import from_plain
from quizbank.exchange.portable import Portable
from quizbank.exchange.texts import plain_line
from quizbank.imports.bank import wanted
from quizbank.imports.bank.answers import Fields, NotTaken, fields_of
from quizbank.imports.bank.texts import line, text
from quizbank.imports.bank.wanted import given
from quizbank.imports.bank.yaml_text import Bare, Gap, Value
from quizbank.model.question import BLOOM_LEVELS
from quizbank.texts.blanks import BLANK

_FEWEST_PARTS = 2
_LONGEST_TITLE = 80
_MOST_MARKS = 20


@dataclass(frozen=True)
class Into:
    """The bank that questions go into: its chapter, the ids of the chapter's headings, and the bank's objectives by their ids."""

    chapter: str
    sections: Collection[str]
    objectives: Mapping[str, str]


@dataclass(frozen=True)
class Entry:
    """An entry of a bank, and what is lost of its question."""

    data: dict[str, Value]
    lost: tuple[str, ...]


def entry_of(question: Portable, ids: Mapping[int, str], pictures: Mapping[int, str], into: Into) -> Entry:
    """Return the entry of a question. Raises NotTaken.

    `ids` and `pictures` are the id, and the name of the picture's file, of each question and part by its `id()`.
    """
    made = _case(question, ids, pictures, into) if question.answer is None else _single(question, ids, pictures, into, None)
    if not (_has_gap(made.data) or _nobody_says(made.lost)):
        return made
    first = {"id": made.data["id"], "draft": Bare("yes")}
    return Entry({**first, **made.data}, made.lost)


def _single(question: Portable, ids: Mapping[int, str], pictures: Mapping[int, str], into: Into, case: Portable | None) -> Entry:
    fields = fields_of(question)
    if not fields.stem:
        raise NotTaken("expected a question with words, got none")
    marks, lost = _marks(question, fields)
    head: dict[str, Value] = {"id": ids[id(question)], "kind": fields.kind, **_place(question, into, case)}
    body: dict[str, Value] = {**_picture(question, pictures), "stem": fields.stem, **fields.answer}
    data = {**head, "bloom": _bloom(question), "marks": Bare(str(marks)), **body, **_after(question)}
    return Entry(data, (*fields.lost, *lost))


def _place(question: Portable, into: Into, case: Portable | None) -> dict[str, Value]:
    """Return section and objective; a question of a case leaves out what it has from the case."""
    objective = question.objective.id if question.objective.id in into.objectives else ""
    section = question.section if question.section in into.sections else ""
    values: dict[str, Value] = {
        "section": section or Gap(wanted.section(into.chapter)),
        "objective": objective or Gap(wanted.objective(into.objectives)),
    }
    if case is None:
        return values
    own = {"section": section != case.section and section, "objective": objective != case.objective.id and objective}
    return {key: value for key, value in values.items() if own[key]}


def _bloom(question: Portable) -> Value:
    return question.bloom if question.bloom in BLOOM_LEVELS else Gap(wanted.BLOOM)


def _marks(question: Portable, fields: Fields) -> tuple[int, tuple[str, ...]]:
    """Return the marks: those of the points of a written answer, else the question's own, else one for each thing to do."""
    points = fields.answer.get("points")
    if isinstance(points, list):
        return sum(int(point["marks"].text) if "marks" in point else 1 for point in points), ()
    things = fields.answer.get("pairs", fields.answer.get("items", fields.answer.get("steps", ())))
    usual = max(1, len(things) if isinstance(things, list) else 1)
    if question.marks > _MOST_MARKS:
        return _MOST_MARKS, (f"a question has {_MOST_MARKS} marks at most, and this one had {question.marks}",)
    return question.marks or min(usual, _MOST_MARKS), ()


def _picture(question: Portable, pictures: Mapping[int, str]) -> dict[str, Value]:
    name = pictures.get(id(question))
    if not name or question.picture is None:
        return {}
    alt = line(question.picture.alt)[:300]
    return {"picture": {"file": name, "alt": given(alt, wanted.ALT)}}


def _after(question: Portable) -> dict[str, Value]:
    found: dict[str, Value] = {"hint": text(question.hint)} if text(question.hint) else {}
    found["explanation"] = given(text(question.explanation), wanted.EXPLANATION)
    return found | {key: text(value) for key, value in (("source", question.source), ("as_of", question.as_of)) if text(value)}


def _case(question: Portable, ids: Mapping[int, str], pictures: Mapping[int, str], into: Into) -> Entry:
    if len(question.parts) < _FEWEST_PARTS:
        raise NotTaken(f"expected a case with {_FEWEST_PARTS} questions or more, got {len(question.parts) or 'none'}")
    parts = [_single(part, ids, pictures, into, question) for part in question.parts]
    marks = sum(int(part.data["marks"].text) for part in parts if isinstance(part.data["marks"], Bare))
    head: dict[str, Value] = {"id": ids[id(question)], "kind": "case", **_place(question, into, None)}
    data = {**head, "bloom": _bloom(question), "marks": Bare(str(marks)), "title": title_of(question)}
    data |= {**_picture(question, pictures), "passage": text(question.stem), "questions": [part.data for part in parts]}
    return Entry({**data, **_after(question)}, tuple(loss for part in parts for loss in part.lost))


def title_of(case: Portable) -> str:
    """Return the title of a case, or the first words of its passage."""
    if title := line(case.title):
        return title
    words = BLANK.sub("…", plain_line(case.stem))
    short = words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
    return from_plain(short)


def _has_gap(value: Value) -> bool:
    match value:
        case Gap():
            return True
        case Mapping():
            return any(map(_has_gap, value.values()))
        case list():
            return any(map(_has_gap, value))
    return False


def _nobody_says(lost: tuple[str, ...]) -> bool:
    return any(wanted.CORRECT in loss for loss in lost)
