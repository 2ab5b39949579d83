"""Tables: those of Markdown and of questions with lines, and columns without."""

from collections.abc import Iterator

from quizbank.word.blocks import Blocks, gap, paragraph
from quizbank.word.styles import MARKS, WIDTH
from quizbank.word.xml import Node, w, words_of

INDENT = 425
_INNER = WIDTH - MARKS - INDENT
_TO_FILL = frozenset(("paper-sort", "paper-table"))  # tables of questions, which stand on one page
# The first column in per cent of a table's width, by the table's class, and by the number of columns where that matters.
_FIRST = {"paper-sort": 52, "paper-sort 5": 36, "paper-table": 22, "sheet-scheme": 25, "sheet-totals": 22}
_EMPTY_ROW = 900  # twentieths of a point: room to write in


def table(word: Blocks, element: Node) -> Iterator[Node]:
    """Yield a table with lines. Its headings come again on the next page, and no row is divided."""
    rows = list(element.iter("tr"))
    widths = _widths(rows, element.get("class", ""))
    kept = not _TO_FILL.isdisjoint(element.get("class", "").split())
    styles = ["KeptText" if kept else "TableText"] * (len(rows) - 1) + ["TableText"]
    yield grid([_row(word, row, widths, style) for row, style in zip(rows, styles, strict=True)], widths)
    yield gap()


def grid(rows: list[Node], widths: list[int], style: str = "QuestionGrid", indent: int = INDENT) -> Node:
    """Return a table of rows; `widths` are those of its columns."""
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=indent, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def row(cells: list[Node], heading: bool = False, height: int = 0) -> Node:
    """Return a row that stays on one page."""
    properties = w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=height, hRule="atLeast") if height else None,
        w("tblHeader") if heading else None,
    )
    return w("tr", properties, *cells)


def cell(content: list[Node], width: int, span: int = 1) -> Node:
    """Return a cell; one without content has an empty paragraph, as the schema wants."""
    properties = w("tcPr", w("tcW", w=width, type="dxa"), w("gridSpan", val=span) if span > 1 else None)
    return w("tc", properties, *(content or [paragraph("TableText", [])]))


def columns(cells: list[list[Node]], count: int, width: int = _INNER) -> Node:
    """Return cells in columns without lines, as many to a row as `count` says."""
    widths = [width // count] * count
    rows = [cells[start : start + count] for start in range(0, len(cells), count)]
    filled = [[*each, *[[] for _ in range(count - len(each))]] for each in rows]
    made = [row([cell(content, widths[0]) for content in each]) for each in filled]
    return grid(made, widths, "Columns")


def _row(word: Blocks, element: Node, widths: list[int], style: str) -> Node:
    parent = element.getparent()
    heading = parent is not None and parent.tag == "thead"
    cells, place = [], 0
    for each in element.iter("th", "td"):
        span = int(each.get("colspan", "1"))
        for box in each.iter("span"):  # the cell itself is the box
            box.set("class", box.get("class", "").replace("paper-box", ""))
        cells.append(cell(list(word.of(each, "TableHeading" if heading else style)), sum(widths[place : place + span]), span))
        place += span
    empty = not words_of(element).strip()
    return row(cells, heading, _EMPTY_ROW if empty else 0)


def _widths(rows: list[Node], kind: str) -> list[int]:
    """Return the widths of the columns: even ones, or where only the first has many words, narrow others."""
    count = max(sum(int(each.get("colspan", "1")) for each in row.iter("th", "td")) for row in rows)
    name = kind.split(" ")[0]
    first = _FIRST.get(f"{name} {count}", _FIRST.get(name, 100 // count))
    whole = WIDTH - INDENT if kind.startswith("sheet-") else _INNER
    if count == 1:
        return [whole]
    # The total, a word above a number, has half as much room again as a section, a letter above one.
    parts = [2] * (count - 2) + [3 if name == "sheet-totals" else 2]
    return [whole * first // 100, *(whole * (100 - first) // 100 * part // sum(parts) for part in parts)]
