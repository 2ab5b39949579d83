"""The parts of a question in the paper and of an answer in the key, by the styles of their paragraphs, and entries of lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizbank.imports.ours.phrases import said
from quizbank.imports.readers.docx.ours.markdown import markdown, signs, words
from quizbank.imports.readers.docx.ours.pieces import LISTS, Piece

OPTIONS, FIXED, LAST = "Option", "Option in a fixed order", "Last option"
_BELOW = (OPTIONS, FIXED, LAST, "Hint", "Response", "Answer line")
MODEL, REASON, WORKING, MISTAKE, POINT = "Model answer", "Reason", "Working", "Answer not accepted", "Point"
EXPLANATION, OF_CASE = "Explanation", "Explanation of a case"
_SIGN = re.compile(r"<[^<>]*>|&#?\w+;|\s+|.", re.DOTALL)


class NotWhole(Exception):
    """Paper and key do not fit together; the message is: expected X, got Y."""


@dataclass(frozen=True)
class Paper:
    """A question of the paper: its stem, and below it what can be chosen, a table to fill in, or the line for the answer."""

    stem: list[Piece]
    options: list[list[Piece]]
    lists: Piece | None
    groups: Piece | None
    several: bool
    fixed: bool
    has_line: bool


def paper_of(pieces: Sequence[Piece]) -> Paper:
    """Return the parts of a question."""
    start = next((n for n, piece in enumerate(pieces) if _is_below(piece)), len(pieces))
    below = pieces[start:]
    styles = {piece.style for piece in below}
    first = below[0] if below else None
    return Paper(
        [piece for piece in pieces[:start] if not piece.pictures],
        entries_of([piece for piece in below if not (piece.style in _BELOW and piece.style not in (OPTIONS, FIXED, LAST))])
        if styles & {OPTIONS, FIXED, LAST}
        else [],
        first if first and _is_lists(first) else None,
        first if first and _is_groups(first) else None,
        "Hint" in styles,
        FIXED in styles,
        "Response" in styles,
    )


def _is_below(piece: Piece) -> bool:
    return piece.style in _BELOW or _is_lists(piece) or _is_groups(piece)


def _is_lists(piece: Piece) -> bool:
    """Say whether a piece is the two lists of a matching, whose entries Word numbers; a stem's own table has plain words."""
    first, second, *more = [*_heads(piece), "", ""]
    entries = [each.entry for row in piece.rows[1:] for cell in row for each in cell[:1] if each.html]
    named = said("kind.list_one", first) is not None and said("kind.list_two", second) is not None
    return named and not any(more) and all(entries)


def _is_groups(piece: Piece) -> bool:
    """Say whether a piece is the table of a sorting: things in its first column, and nothing else below its headings."""
    heads = _heads(piece)
    empty = not any(each.html for row in piece.rows[1:] for cell in row[1:] for each in cell)
    return len(heads) > 1 and said("paper.item", heads[0]) is not None and empty


def _heads(piece: Piece) -> list[str]:
    return [words("".join(each.html for each in cell)) for cell in piece.rows[0]] if piece.is_table else []


def key_of(pieces: Sequence[Piece]) -> dict[str, list[Piece]]:
    """Return the parts of an answer by their styles. What has none of these, such as a table, goes on with what is before it."""
    found: dict[str, list[Piece]] = {name: [] for name in (MODEL, REASON, WORKING, MISTAKE, POINT, EXPLANATION, OF_CASE)}
    part = MODEL
    for piece in pieces:
        part = piece.style if piece.style in found else part
        found[part] += [piece] if piece.html or piece.is_table else []
    return found


def entries_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the entries of a list, each with the pieces that stand in it; the first of them is no entry any more."""
    found: list[list[Piece]] = []
    for piece in pieces:
        if piece.entry and (piece.entry.form not in LISTS or piece.entry.list == _list_of(pieces)):
            found.append([replace(piece, entry=None)])
        elif found:
            found[-1].append(piece)
    return found


def _list_of(pieces: Sequence[Piece]) -> str:
    return pieces[0].entry.list if pieces[0].entry else ""


def reason_behind(entry: Sequence[Piece], what: str) -> str | None:
    """Return as Markdown what an entry says behind the words `what` (its `signs`); None where it does not begin with them."""
    first = entry[0]
    if not signs(first.html).startswith(what):
        return None
    return markdown([replace(first, html=_behind(first.html, len(what))), *entry[1:]])


def _behind(html: str, count: int) -> str:
    """Return HTML without its first letters, spaces not counted; the tags stay."""
    found: list[str] = []
    for sign in _SIGN.findall(html):
        is_letter = not (sign.startswith("<") or sign.isspace())
        if count == 0 or sign.startswith("<"):
            found.append(sign)
        count -= is_letter and count > 0
    return "".join(found).strip()
