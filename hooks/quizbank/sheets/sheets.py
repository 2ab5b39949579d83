"""The sheets of a question paper as HTML documents, for a PDF file as for the browser's print dialogue: paper, answers, key."""

import posixpath
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quizbank.kinds import KINDS
from quizbank.model.paper_header import PaperHeader
from quizbank.papers.sets import Numbered, PaperSet, Row, answer_rows, parts_of
from quizbank.render.compiled_templates import KeptTemplates
from quizbank.render.renderer import Renderer
from quizbank.sheets.css import css_content
from quizbank.sheets.layout import PLAIN, Layout
from quizbank.texts.inline import resolved, with_pictures
from quizbank.texts.numbers import shortest
from quizbank.texts.spacing import set_for_print

FOLDER = Path(__file__).parent
# The answer sheet: how many lines stand together, and by the most circles of a line, how many columns fit a page: 176 mm hold a
# number (11.2 mm) and the circles (6.2 mm each) so many times.
BLOCK = 5
_COLUMNS = ((5, 4), (7, 3), (26, 2))


class Sheets:
    """Makes the documents. Each is whole in itself, with its style sheet in it. `header` is the head of a school's own paper."""

    def __init__(self, renderer: Renderer, layout: Layout = PLAIN, header: PaperHeader | None = None) -> None:
        self._layout, self._head = layout, header
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            finalize=renderer.in_words,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.bytecode_cache = KeptTemplates(self._environment)
        words = renderer.words
        self._environment.globals.update(on_paper=renderer.on_paper, key=renderer.key, md=renderer.markdown)
        self._environment.globals.update(
            say=words.say, in_words=renderer.in_words, language=words.language, invented=renderer.invented
        )
        self._environment.globals.update(css=css_content, shortest=shortest, layout=layout, header=header)

    def paper(self, one: PaperSet) -> str:
        """Return the question paper. No answer stands on it."""
        return self._document("paper", one, lettered=bool(_rows(one)))

    def answer_sheet(self, one: PaperSet) -> str | None:
        """Return the sheet with a circle for each letter, or None when no question of the set is answered by a letter."""
        rows = _rows(one)
        return self._document("answers", one, blocks=self._blocks(rows), halves=self._in_halves(rows)) if rows else None

    def key(self, one: PaperSet) -> str:
        """Return the answer key: the letters at a glance, how marks are given, and every answer with its reasons."""
        return self._document("key", one, blocks=self._blocks(_rows(one)), rules=_rules(one))

    def browser_paper(self, one: PaperSet, key: str, home: str) -> str:
        """Return the paper and its answer sheet as one page of the site. `key` and `home` are addresses from there."""
        rows = _rows(one)
        return self._document("browser_paper", one, lettered=bool(rows), blocks=self._blocks(rows), other=key, home=home)

    def browser_key(self, one: PaperSet, paper: str, home: str) -> str:
        """Return the key as a page of the site. `paper` and `home` are addresses from there."""
        return self._document("browser_key", one, blocks=self._blocks(_rows(one)), rules=_rules(one), other=paper, home=home)

    def _blocks(self, rows: list[Row]) -> list[list[list[list[Row]]]]:
        """Return the rows in groups that fit a page, columns of a group, and blocks of a column that keep the eye in its line."""
        columns, most, _ = self._shape(rows)
        groups = _cut(rows, columns * most)
        return [[_cut(column, BLOCK) for column in _cut(group, BLOCK * -(-len(group) // (columns * BLOCK)))] for group in groups]

    def _shape(self, rows: list[Row]) -> tuple[int, int, int]:
        """Return `Layout.rows` with no more columns than fit a page: those of questions with many options are wide."""
        columns, most, half = self._layout.rows
        widest = max((len(row.letters) for row in rows), default=0)
        return min(columns, next(count for circles, count in _COLUMNS if widest <= circles)), most, half

    def _in_halves(self, rows: list[Row]) -> bool:
        """Say whether two answer sheets fit a page, one above the other."""
        columns, _, most = self._shape(rows)
        named = self._head is not None and (self._head.school or self._head.exam)
        return len(rows) <= columns * (most - BLOCK if named else most)

    def _document(self, name: str, one: PaperSet, **more: object) -> str:
        template = self._environment.get_template(f"{name}.html.j2")
        html = template.render(one=one, paper=one.paper, style=stylesheet("home" in more), **more)
        html = set_for_print(resolved(html, lambda page: None))  # no page lies beside a sheet of paper
        return with_pictures(html, lambda path: posixpath.join(posixpath.dirname(str(more.get("home", ""))), path))


def tightened(html: str) -> str:
    """Return a document with less space between its questions, for which the style sheet has a class."""
    return html.replace("<main>", '<main class="sheet-tight">', 1)


@cache
def stylesheet(on_screen: bool = False) -> Markup:
    """Return the style sheet of all sheets: typefaces, printed questions, the sheets' own, and what only a screen needs."""
    names = ["fonts.css", "paper.css", "sheet.css", "layout.css", *["browser.css"] * on_screen]
    return Markup("".join((FOLDER / name).read_text(encoding="utf-8") for name in names))  # noqa: S704 - our own files


def _rows(one: PaperSet) -> list[Row]:
    return list(answer_rows(one))


def _cut(rows: list[Row], size: int) -> list[list[Row]]:
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _rules(one: PaperSet) -> list[tuple[str, str]]:
    """Return how each kind in the set is marked, by the kind's name in words."""
    kinds = {part.kind for name in _numbered(one) for _, part in parts_of(name)}
    return [(KINDS[name].model.called, KINDS[name].model.marking) for name in KINDS if name in kinds]


def _numbered(one: PaperSet) -> list[Numbered]:
    return [numbered for _, questions in one.numbered for numbered in questions]
