"""Pieces as a bank's Markdown: their HTML, with quotation marks as an author types them."""

from collections.abc import Iterator, Sequence

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.from_plain import plain_words
from quizbank.exchange.html_tree import html_tree
from quizbank.imports.ours.pieces import words_in
from quizbank.imports.readers.docx.ours.pieces import LISTS, Piece
from quizbank.texts.spacing import set_for_print

_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_QUOTATION, _CODE = "Quotation", "Code block"


def markdown(pieces: Sequence[Piece]) -> str:
    """Return pieces as Markdown."""
    return text_of_html(as_typed("".join(_blocks(pieces))))


def line(html: str) -> str:
    """Return the words of one paragraph as Markdown."""
    return text_of_html(as_typed(html))


def words(html: str) -> str:
    """Return the words of HTML without marks, as they were typed, in one line."""
    return plain_words(words_in(html_tree(as_typed(html))))


def as_typed(html: str) -> str:
    """Return HTML with straight quotation marks, as long as printing makes the same of it again."""
    typed = html.translate(_TYPED)
    return typed if set_for_print(typed).replace("\u00a0", " ") == html else html


def signs(html: str) -> str:
    """Return the letters of HTML without spaces and marks, one sign for each kind of quotation mark: to compare by."""
    return "".join(words_in(html_tree(html)).split()).translate(_TYPED)


def _blocks(pieces: Sequence[Piece]) -> Iterator[str]:
    rest = list(pieces)
    while rest:
        taken = _run_of(rest)
        yield _together(rest[:taken])
        rest = rest[taken:]


def _run_of(pieces: Sequence[Piece]) -> int:
    """Return how many of the first pieces are one block: a list with what stands in it, quotations, else one."""
    first = pieces[0]
    if first.style == _QUOTATION:
        return next((n for n, piece in enumerate(pieces) if piece.style != _QUOTATION), len(pieces))
    if not _is_listed(first):
        return 1
    last = max(n for n, piece in enumerate(pieces, 1) if piece.entry == first.entry)
    return last + next((n for n, piece in enumerate(pieces[last:]) if not _is_deeper(piece, first)), len(pieces) - last)


def _is_deeper(piece: Piece, first: Piece) -> bool:
    return piece.entry is not None and first.entry is not None and piece.entry.depth > first.entry.depth


def _is_listed(piece: Piece) -> bool:
    return piece.entry is not None and piece.entry.form in LISTS


def _together(pieces: Sequence[Piece]) -> str:
    first = pieces[0]
    if first.is_table:
        return _table(first)
    if first.entry is not None and first.entry.form in LISTS:
        return _list(pieces, first)
    if first.style == _QUOTATION:
        return f"<blockquote>{''.join(f'<p>{piece.html}</p>' for piece in pieces)}</blockquote>"
    if first.style == _CODE:
        return f"<pre><code>{first.html}</code></pre>"
    return f"<p>{first.html}</p>" if first.html else ""


def _list(pieces: Sequence[Piece], first: Piece) -> str:
    """Return a list: what stands between two of its entries belongs to the first of them."""
    starts = [n for n, piece in enumerate(pieces) if piece.entry == first.entry]
    entries = [pieces[start:end] for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True)]
    tag = LISTS[first.entry.form] if first.entry else "ul"
    inside = "".join(f"<li>{entry[0].html}{''.join(_blocks(entry[1:]))}</li>" for entry in entries)
    return f"<{tag}>{inside}</{tag}>"


def _table(table: Piece) -> str:
    rows = ["".join(f"<td>{''.join(_cell(cell))}</td>" for cell in row) for row in table.rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _cell(cell: Sequence[Piece]) -> Iterator[str]:
    yield from ([cell[0].html] if len(cell) == 1 and not _is_listed(cell[0]) and not cell[0].is_table else _blocks(cell))
