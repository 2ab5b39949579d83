"""The lines of a Word document, with the styles of their letters, its tables and its pictures."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import pairwise
from typing import Any

from quizbank.imports.lettered.rich import BOLD, LOWERED, MARKED, PLAIN, RAISED, SLANTED, Line, Rich, Style
from quizbank.imports.lettered.signs import ANSWER, KEY, KEY_LIST, options_in
from quizbank.imports.readers.docx.numbering import Numbering, numbering_of
from quizbank.imports.tables.headings import sureness
from quizbank.imports.tables.read import Rows

_FEWEST_COLUMNS = 3  # headings that are known, from which a table is one of questions


def opened(data: bytes) -> Any:
    """Return a document that is opened. Raises what python-docx raises for one that is damaged."""
    from docx import Document

    return Document(BytesIO(data))


def content_of(document: Any) -> tuple[list[Line], list[Rows]]:
    """Return the lines of a document, and its tables whose columns are those of questions."""
    from docx.table import Table

    numbering = numbering_of(document)
    lines: list[Line] = []
    tables: list[Rows] = []
    for block in document.iter_inner_content():
        number = lines[-1].number + 1 if lines else 1
        if not isinstance(block, Table):
            lines += _lines(block, number, numbering)
        elif _is_of_questions(block):
            tables.append([(number + index, [cell.text for cell in row.cells]) for index, row in enumerate(block.rows)])
        else:
            lines += _of_table(block, number, numbering, lines)
    return lines, tables


def _lines(paragraph: Any, number: int, numbering: Numbering) -> Iterator[Line]:
    """Yield the line of a paragraph, or several where its author broke it. Only the first one has its number."""
    mark = numbering.mark_of(paragraph)
    whole, pictures = _rich(paragraph)
    start = 0
    for index, text in enumerate(whole.text.split("\n")):
        rich = whole[start : start + len(text)]
        start += len(text) + 1
        yield Line(number, rich, mark if index == 0 else "", apart=index == 0)
    for name, load in pictures:
        yield Line(number, Rich("", ()), apart=True, picture=name, load=load)


def _rich(paragraph: Any) -> tuple[Rich, list[tuple[str, Any]]]:
    """Return the letters of a paragraph, those of links as well, and its pictures."""
    from docx.text.run import Run

    whole = Rich("", ())
    pictures: list[tuple[str, Any]] = []
    for item in paragraph.iter_inner_content():
        for run in [item] if isinstance(item, Run) else item.runs:
            whole = whole + Rich.of(run.text, _style(run, paragraph))
            pictures += _pictures(run)
    return whole, pictures


def _style(run: Any, paragraph: Any) -> Style:
    font, base = run.font, paragraph.style.font if paragraph.style is not None else run.font
    bold = run.bold if run.bold is not None else base.bold
    slanted = run.italic if run.italic is not None else base.italic
    signs = (
        (BOLD, bold),
        (SLANTED, slanted),
        (LOWERED, font.subscript),
        (RAISED, font.superscript),
        (MARKED, font.highlight_color is not None or bool(font.underline)),
    )
    return frozenset(name for name, is_so in signs if is_so) or PLAIN


def _pictures(run: Any) -> Iterator[tuple[str, Any]]:
    for blip in run._r.xpath(".//a:blip"):
        key = blip.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed")
        part = run.part.related_parts.get(key)
        if part is not None:
            yield str(part.partname).rpartition("/")[2], partial(_blob, part)


def _blob(part: Any) -> bytes:
    return bytes(part.blob)


def _is_of_questions(table: Any) -> bool:
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return sureness(rows, {}) >= _FEWEST_COLUMNS and len(rows) > 1


def _of_table(table: Any, number: int, numbering: Numbering, before: list[Line]) -> Iterator[Line]:
    """Yield what a table is that holds no questions: options in its cells, a list of answers, or a part of what is asked."""
    cells = [list(dict.fromkeys(row.cells)) for row in table.rows]
    texts = [" ".join(cell.text.split()) for row in cells for cell in row]
    first = next((text for text in texts if text), "")
    in_keys = any(KEY_LIST.fullmatch(line.text) for line in before[-1:]) or all(map(KEY.fullmatch, filter(None, texts)))
    if in_keys:
        if not any(KEY_LIST.fullmatch(line.text) for line in before[-1:]):
            yield Line(number, Rich.of("Answers"), apart=True)
        yield from (Line(number, Rich.of(text), apart=True) for text in _pairs(cells))
    elif options_in(Line(number, Rich.of(first)), "a") or ANSWER.match(first):
        for row in cells:
            for cell in row:
                for paragraph in cell.paragraphs:
                    yield from _lines(paragraph, number, numbering)
    else:
        yield Line(number, Rich("", ()), block=_markdown(cells), apart=True)


def _pairs(cells: list[list[Any]]) -> Iterator[str]:
    """Yield numbers with letters: beside one another in a row, or one row below the other."""
    rows = [[" ".join(cell.text.split()) for cell in row] for row in cells]
    yield from (" ".join(row) for row in rows)
    for upper, lower in pairwise(rows):
        yield from (f"{one} {other}" for one, other in zip(upper, lower, strict=False) if one.strip("Q.").isdigit() and other)


def _markdown(cells: list[list[Any]]) -> str:
    rows = [[_cell(cell) for cell in row] for row in cells]
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) < 2:
        return "\n\n".join(text for row in rows for text in row if text)
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * width}", *lines[1:]])


def _cell(cell: Any) -> str:
    texts = [_rich(paragraph)[0].stripped() for paragraph in cell.paragraphs]
    return " ".join(" ".join(rich.markdown().split()) for rich in texts if rich.text).replace("|", "\\|")
