"""The bank of all questions of a file: its text, its pictures, and what became of each question."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizbank.exchange.from_plain import clean
from quizbank.exchange.portable import Portable, Target
from quizbank.exchange.texts import plain_line
from quizbank.imports.answers.blanks import is_blank
from quizbank.imports.bank.answers import NotTaken
from quizbank.imports.bank.entries import Entry, Into, entry_of, title_of
from quizbank.imports.bank.ids import new_ids
from quizbank.imports.bank.pictures import pictures_of
from quizbank.imports.bank.sound import as_read, check
from quizbank.imports.bank.yaml_text import Remarked, Value, quoted, yaml_lines
from quizbank.imports.reader import Refused, Taken

_SCHEMA = "# yaml-language-server: $schema=bank.schema.json"
_OBJECTIVE_TEXT = "Say what this chapter teaches."
_OBJECTIVE_WANTED = "what a learner can do after the chapter: a verb and its object"


@dataclass(frozen=True)
class Around:
    """What is known of the place that a bank goes to.

    `title` is the bank's, `chapter` the page, `sections` the ids of its headings, `objective` the first free number for an
    objective (`LO3.7`). `ids` are those of all questions, `objectives` the numbers and slugs of those of all other banks.
    """

    name: str
    title: str
    chapter: str
    sections: Collection[str]
    objective: str
    ids: Collection[str] = ()
    objectives: Collection[str] = ()


@dataclass(frozen=True)
class Composed:
    """A bank as text, its pictures by the names of their files, what was taken, with all that is lost, and what was refused."""

    text: str
    pictures: Mapping[str, bytes]
    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]
    drafts: int


def composed(taken: Sequence[Taken], around: Around) -> Composed:
    """Return the bank of questions."""
    everything = [each for one in taken for each in _with_parts(one)]
    files, data, lost = pictures_of(everything)
    making = _Making(around, _names(taken, around), files, lost, _objectives(everything, around))
    for one in taken:
        making.take(one)
    used = {name for _, entry in making.entries for name in _files_in(entry.data)}
    return Composed(
        text="\n".join(_lines(around, making.objectives, making.entries)) + "\n",
        pictures={name: each for name, each in data.items() if name in used},
        taken=tuple(one for one, _ in making.entries),
        refused=tuple(making.refused),
        drafts=sum("draft" in entry.data for _, entry in making.entries),
    )


class _Making:
    """The entries so far, and what was refused. `names` and `files` are ids and pictures by the `id()` of a question."""

    def __init__(
        self, around: Around, names: dict[int, str], files: dict[int, str], lost: dict[int, str], objectives: list[Target]
    ) -> None:
        self.names, self.files, self.lost, self.objectives = names, files, lost, objectives
        self.into = Into(around.chapter, around.sections, {each.id: each.text for each in objectives})
        self.known = set(around.ids)
        self.entries: list[tuple[Taken, Entry]] = []
        self.refused: list[Refused] = []

    def take(self, one: Taken) -> None:
        """Make the entry of a question, or note why there is none."""
        own = [self.names[id(each)] for each in _with_parts(one)]
        try:
            _must_be_new(own, self.known)
            entry = entry_of(one.question, self.names, self.files, self.into)
            check(entry.data, self.objectives[0].id)
        except NotTaken as fault:
            self.refused.append(Refused(one.line, label(one.question), str(fault)))
            return
        self.known.update(own)
        of_pictures = [self.lost[id(each)] for each in _with_parts(one) if id(each) in self.lost]
        self.entries.append((replace(one, lost=(*one.lost, *entry.lost, *of_pictures)), entry))


def _with_parts(one: Taken) -> tuple[Portable, ...]:
    return one.question, *one.question.parts


def _names(taken: Sequence[Taken], around: Around) -> dict[int, str]:
    """Return the id of each question and of each part of a case, by its `id()`."""
    pairs = [(each, one.question) for one in taken for each in _with_parts(one)]
    ids = new_ids([_told(each, case) for each, case in pairs], around.ids)
    return {id(each): name for (each, _), name in zip(pairs, ids, strict=True)}


def label(question: Portable) -> str:
    """Return what a question is called in messages: its id, or its first words."""
    words = plain_line(title_of(question) if question.answer is None else question.stem)
    return question.id or (words if len(words) <= 40 else words[:40].rpartition(" ")[0] + " …") or "a question"


def _told(question: Portable, case: Portable) -> tuple[str, str, str]:
    """Return what the id of a question follows from: its own id, its stem, all of it. A blank is called after its case."""
    if question.answer is None:
        stem = title_of(question)
    else:
        stem = f"{case.stem} {question.stem}" if is_blank(question.stem) else question.stem
    return question.id, stem, f"{stem}\n{question.answer}"


def _must_be_new(own: Sequence[str], known: Collection[str]) -> None:
    twice = next((name for index, name in enumerate(own) if name in known or name in own[:index]), None)
    if twice:
        raise NotTaken(f"expected a question that is not there yet, got one that is there under the id '{twice}'")


def _objectives(questions: Iterable[Portable], around: Around) -> list[Target]:
    """Return the objectives that the questions name and no other bank has, or one that their author has to write."""
    found: dict[str, Target] = {}
    slugs: set[str] = set()
    for target in (question.objective for question in questions):
        is_new = not {target.id, target.slug} & set(around.objectives)
        if target.id and target.slug and target.text and is_new and (target.id in found or target.slug not in slugs):
            found.setdefault(target.id, target)
            slugs.add(target.slug)
    return list(found.values()) or [Target(around.objective, f"{around.name}-objective", "")]


def _lines(around: Around, objectives: Sequence[Target], entries: Sequence[tuple[Taken, Entry]]) -> Iterator[str]:
    yield _SCHEMA
    yield from (f"title: {quoted(around.title)}", f"chapter: {quoted(around.chapter)}", "objectives:")
    for each in objectives:
        yield from (f"  - id: {each.id}", f"    slug: {each.slug}")
        text: Value = each.text or Remarked(_OBJECTIVE_TEXT, _OBJECTIVE_WANTED)
        yield from yaml_lines({"text": text}, 4)
    yield "questions:"
    deck = ""
    for index, (one, entry) in enumerate(entries):
        if index:
            yield ""
        if one.deck != deck and (name := " ".join(clean(one.deck).split())):
            yield f"  # {name}"
        deck = one.deck
        yield from _item(entry.data)


def _item(data: Mapping[str, Value]) -> Iterator[str]:
    first, *others = yaml_lines(data, 4)
    yield f"  - {first.lstrip()}"
    yield from others


def _files_in(data: Mapping[str, Value]) -> Iterator[str]:
    parts = data.get("questions", ())
    for each in (data, *(parts if isinstance(parts, list) else ())):
        picture = each.get("picture")
        if picture:
            yield as_read(picture)["file"]
