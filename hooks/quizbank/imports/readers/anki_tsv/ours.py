"""Notes of our own types: what each of their fields and tags says of a question."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizbank.exchange.from_html import from_tree, text_of_html
from quizbank.exchange.html_tree import Element, html_tree
from quizbank.exchange.portable import Portable, Target
from quizbank.exports.anki.notetypes import NOTE_TYPES
from quizbank.imports.files.html_text import Texts
from quizbank.imports.ours.after import Passage
from quizbank.imports.ours.marks import dated_source
from quizbank.imports.ours.model_answers import marks_in
from quizbank.imports.ours.phrases import said
from quizbank.imports.ours.pieces import words_in
from quizbank.imports.readers.anki_tsv.fields import below
from quizbank.imports.readers.anki_tsv.own_answers import ANSWERS, answer_of_ours
from quizbank.kinds import KINDS

_TITLE = re.compile(r"Quizbank ([a-z ]+?)(?: \([^()]*\))?")
_OBJECTIVE = re.compile(r"([A-Z]+\d+(?:\.\d+)*) ?(.*)", re.DOTALL)


@dataclass(frozen=True)
class Own:
    """A note of ours: the name of its type, and its fields by their names."""

    kind: str
    fields: Mapping[str, str]

    @property
    def asks(self) -> bool:
        """Whether the note is a question, not a card of the glossary or of an objective."""
        return self.kind in ANSWERS


def own_note(title: str, cells: Sequence[str]) -> Own | None:
    """Return a note of ours, from the title of its type and its cells; None for other people's notes."""
    match = _TITLE.fullmatch(title)
    kind = next((each for each in NOTE_TYPES if match and each.name == match[1]), None)
    if kind is None or len(cells) < len(kind.fields):
        return None
    return Own(kind.name, dict(zip(kind.fields, cells, strict=False)))


def question_of_ours(note: Own, tags: Sequence[str]) -> tuple[Portable, tuple[str, ...]]:
    """Return the question of a note, and what is lost. Raises CardNotRead."""
    fields, texts = note.fields, Texts()
    marked = dict(tag.split("::", 1) for tag in tags if "::" in tag)
    texts.markdown(fields["Picture"])
    question = Portable(
        id=fields["ID"],
        kind=marked["kind"] if marked.get("kind") in KINDS else "",
        stem=text_of_html(fields["Question"]),
        answer=answer_of_ours(note.kind, fields),
        marks=marks_in(fields["Marks"]),
        explanation=text_of_html(fields["Explanation"]),
        hint=text_of_html(fields["Hint"]),
        objective=_target(text_of_html(fields["Objective"]), marked.get("objective", "")),
        bloom=marked.get("bloom", ""),
    )
    source, as_of = dated_source(text_of_html(fields["Source"]))
    return _passage(fields["Review"]).on(replace(question, source=source, as_of=as_of)), tuple(texts.lost)


def _target(text: str, slug: str) -> Target:
    match = _OBJECTIVE.fullmatch(text)
    return Target(match[1], slug, match[2]) if match else Target("", slug, text)


def _passage(html: str) -> Passage:
    """Return the passage of the notes that a note leads to; without an address it is a title alone."""
    whole = html_tree(html)
    link = next(below(whole, "a"), None)
    if link is None:
        return Passage((said("question.review", words_in(whole)) or {}).get("title", ""))
    return Passage(from_tree(Element("", {}, link.inside)).text, link.attributes.get("href", ""))
