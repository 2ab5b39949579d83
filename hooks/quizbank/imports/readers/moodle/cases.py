"""Descriptions: a text that serves the questions behind it, up to the next one, as a case with them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizbank.exchange.portable import Portable
from quizbank.imports.reader import Refused, Taken


def with_descriptions(taken: Sequence[tuple[Taken, bool]]) -> tuple[tuple[Taken, ...], tuple[Refused, ...]]:
    """Return the questions, those behind a description in a case, and the descriptions that serve none.

    `taken` are the questions in order, each with whether it is a description. One question alone gets the text before its stem. A
    question that is a case itself gets it before its passage. Another category ends what a description serves.
    """
    whole: list[Taken] = []
    alone: list[Refused] = []
    for group in _groups(taken):
        first, behind = group[0], [one for one, _ in group[1:]]
        if not first[1]:
            whole += [first[0], *behind]
        elif not behind:
            name = first[0].question.title or "description"
            alone.append(
                Refused(first[0].line, name, "expected a text that serves the questions behind it, got no question there")
            )
        else:
            whole += _served(first[0], behind)
    return tuple(whole), tuple(alone)


def _groups(taken: Sequence[tuple[Taken, bool]]) -> Iterator[list[tuple[Taken, bool]]]:
    """Yield each description with what it serves, and what stands before the first one."""
    group: list[tuple[Taken, bool]] = []
    for one, is_description in taken:
        if group and (is_description or one.deck != group[-1][0].deck):
            yield group
            group = []
        group.append((one, is_description))
    if group:
        yield group


def _served(text: Taken, behind: Sequence[Taken]) -> Iterator[Taken]:
    """Yield what a text and the questions behind it make."""
    single = [one for one in behind if one.question.answer is not None]
    if len(single) < 2:
        yield from (_with_text(text, one) for one in behind)
        return
    lost = tuple(f"{loss}" for one in single for loss in one.lost)
    parts = tuple(one.question for one in single)
    yield replace(text, question=replace(text.question, parts=parts), lost=(*text.lost, *lost))
    yield from (_with_text(text, one) for one in behind if one.question.answer is None)


def _with_text(text: Taken, one: Taken) -> Taken:
    own: Portable = one.question
    stem = f"{text.question.stem}\n\n{own.stem}".strip()
    return replace(one, question=replace(own, stem=stem, picture=own.picture or text.question.picture))
