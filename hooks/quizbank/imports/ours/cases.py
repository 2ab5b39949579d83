"""Cases that were taken apart for a format without them: questions that begin with one title and passage, put together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.portable import Portable, Target
from quizbank.exchange.texts import plain_line
from quizbank.imports.ours.pieces import pieces_of
from quizbank.imports.reader import Taken

NOT_THERE = "the file does not hold the explanation and the Bloom level of a case"
_FEWEST = 2  # questions of a case


def in_cases(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return what was taken, with neighbours of ours that begin with the same title and passage as one case."""
    found: list[Taken] = []
    for _, group in groupby(taken, key=lambda one: (one.deck, _title(one.question) or id(one))):
        found += _together(list(group))
    return tuple(found)


def _title(question: Portable) -> str:
    """Return the title of a case before a stem of ours, or ''."""
    first, *others = question.stem.split("\n\n")
    is_title = first.startswith("**") and first.endswith("**") and "**" not in first[2:-2] and len(first) > len("****")
    return first if question.kind and question.answer is not None and is_title and len(others) > 1 else ""


def _together(group: list[Taken]) -> Iterator[Taken]:
    """Yield questions as one case, if they have a title and a passage in common."""
    stems = [one.question.stem.split("\n\n") for one in group]
    alike = takewhile(lambda texts: len(set(texts)) == 1, zip(*stems, strict=False))
    shared = min(len(list(alike)), *(len(stem) - 1 for stem in stems))
    if len(group) < _FEWEST or shared < 2:
        yield from group
        return
    title, *passage = stems[0][:shared]
    asked = [replace(one.question, stem="\n\n".join(stem[shared:])) for one, stem in zip(group, stems, strict=True)]
    case = case_of_ours(title.strip("*"), "\n\n".join(passage), asked)
    yield replace(group[0], question=case, lost=(*(loss for one in group for loss in one.lost), NOT_THERE))


def titled_passage(html: str, title: str) -> tuple[str, str]:
    """Return the title in bold before a passage, if it is this one in plain words, and the passage, from HTML.

    A title that was cut off ends with an ellipsis.
    """
    first, *others = pieces_of(html) or [""]
    words = text_of_html(first)
    bold = words.removeprefix("**").removesuffix("**")
    begins = plain_line(bold).startswith(title.removesuffix("…")) and (title.endswith("…") or plain_line(bold) == title)
    has_title = bool(others) and words.startswith("**") and begins
    return bold if has_title else "", "\n\n".join(map(text_of_html, others if has_title else [first, *others]))


def case_of_ours(title: str, passage: str, parts: Sequence[Portable], own_id: str = "") -> Portable:
    """Return a case; what all its questions share is its own: the objective, the passage of the notes, the picture."""
    first = parts[0]
    picture = first.picture if all(part.picture == first.picture for part in parts) else None
    own = tuple(replace(part, picture=None) for part in parts) if picture else tuple(parts)
    same = all(part.section == first.section for part in parts)
    return Portable(
        id=own_id,
        kind="case",
        stem=passage,
        answer=None,
        marks=sum(part.marks for part in parts),
        parts=own,
        title=title,
        picture=picture,
        objective=first.objective if all(part.objective == first.objective for part in parts) else Target(),
        section=first.section if same else "",
        passage=first.passage if same else "",
        link=first.link if same else "",
    )
