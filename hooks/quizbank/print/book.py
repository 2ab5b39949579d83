"""The book: all notes, each chapter with its quiz, and one answer key at the back, as a plain page of HTML for `write_pdf`.

Its parts make the book for phones too (`epub/`). Knows no site generator: the chapters' order, titles and a function from
Markdown to HTML come from outside.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quizbank.banks.references import StillDraft, UnknownReference, found_in
from quizbank.blocks import BLOCKS
from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.notes.chapters import Heading
from quizbank.notes.pictures import picture_path
from quizbank.print.addresses import joined, page_id, question_id, quiz_id, target
from quizbank.print.answers import Answer, without_answers
from quizbank.print.inside import QUESTION_MARK, Inside
from quizbank.print.pdf import FONTS
from quizbank.render.pictures import embedded, for_paper
from quizbank.render.renderer import Link, Renderer
from quizbank.sheets.css import css_content
from quizbank.sheets.sheets import FOLDER as SHEETS
from quizbank.site.addresses import quiz_page
from quizbank.site.terms import TermMarker
from quizbank.strings.words import Words
from quizbank.texts.inline import question_markdown, resolved
from quizbank.texts.spacing import set_for_print

FOLDER = Path(__file__).parent

# Takes a page's path and gives its HTML. A block's HTML comes from the `Place` function that the converter is given.
Convert = Callable[[str], str]
# A page that counts its questions itself does it in a line above each; the number of the printed question says it already.
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)  # marks for the site, of which the book knows nothing
_DETAILS = re.compile(r"<(/?)(details|summary)\b([^>]*)>")
_OPEN = {"details": "div", "summary": "p"}


@dataclass(frozen=True)
class Cover:
    """What the title page says, and the document's language as a BCP 47 tag."""

    title: str
    description: str
    rights: str
    language: str


@dataclass(frozen=True)
class PrintedQuestion:
    """A question as the book prints it, and its part of the key. Both have an id, so that each leads to the other."""

    anchor: str
    paper: Markup
    key: Markup


@dataclass(frozen=True)
class Quiz:
    """A bank's questions, in order."""

    anchor: str
    bank: Bank
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True)
class Part:
    """One chapter: its HTML, the lines it has in the contents, its quizzes, and what else the key holds of it."""

    anchor: str
    title: str
    html: Markup
    sections: tuple[Link, ...]
    quizzes: tuple[Quiz, ...]
    asked: tuple[PrintedQuestion, ...]
    answers: tuple[Answer, ...]


class Book:
    """One book being made from `library`. `pages` are the paths of its chapters, in order."""

    def __init__(self, library: Library, pages: Sequence[str]) -> None:
        self.library = library
        self.words = Words(library.course.language)
        self.pages = pages
        self.renderer = Renderer(
            question_markdown(), embedded, library.course.numbers, self.words, library.course.figures.invented_firms
        )
        self.terms = TermMarker(library.terms)
        self._quizzes = defaultdict(list)
        for bank in library.banks.values():
            self._quizzes[bank.chapter].append(bank)
        questions = [question for bank in library.banks.values() for question in bank.questions]
        # A link to a question of a case leads to the case.
        self._questions = {question_id(part.id): question_id(one.id) for one in questions for part in (one, *one.inner)}
        self._inside = frozenset([*pages, *(quiz_page(name) for name, bank in library.banks.items() if bank.chapter in pages)])

    def block(self, name: str, argument: str) -> str:
        """Return what stands where a page has a block `name`, for the Markdown extension."""
        try:
            return str(BLOCKS[name].html(Inside(self.library, self.renderer), argument))
        except StillDraft:
            return ""
        except UnknownReference as unknown:
            return str(self.renderer.problem(str(unknown)))

    def html(self, cover: Cover, convert: Convert, progress: Callable[[str], None]) -> str:
        """Return the whole document. `convert` and `progress` are as in `parts`."""
        parts = self.parts(convert, progress)
        environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
        environment.globals.update(say=self.words.say, css=css_content, invented=self.renderer.invented)
        style = Markup("\n".join(path.read_text(encoding="utf-8") for path in (FONTS, SHEETS / "paper.css", FOLDER / "book.css")))  # noqa: S704
        return set_for_print(environment.get_template("book.html.j2").render(cover=cover, parts=parts, style=style))

    def parts(self, convert: Convert, progress: Callable[[str], None]) -> list[Part]:
        """Return the chapters in order. `convert` gives a page's HTML by its path; `progress` is called with each chapter.

        Ids are unique in the book, and a link within it is '#' and an id, whatever document that stands in.
        """
        parts = []
        for path in self.pages:
            progress(path)
            parts.append(self._part(path, convert(path)))
        return parts

    def _part(self, path: str, html: str) -> Part:
        headings = self.library.chapters[path].headings
        quizzes = tuple(self._quiz(bank) for bank in self._quizzes[path])
        html = for_paper(html, partial(picture_path, path)) if self.library.chapters[path].pictures else html
        html, asked = self._with_questions(html, path)
        course = self.library.course
        if course.marks_terms(path):
            html = self.terms.mark(html, lambda anchor: f"{course.pages.glossary}#{anchor}")
        html = self.renderer.add_section_links(html, self._section_links(path))
        html, answers = without_answers(joined(html, path, self._inside, self._questions), page_id(path), self.words)
        return Part(
            anchor=page_id(path),
            title=next((heading.title for heading in headings.values()), path),
            html=Markup(_DETAILS.sub(_opened, html)),  # noqa: S704 - made from our own pages
            sections=tuple(_sections(path, headings)),
            quizzes=quizzes,
            asked=tuple(asked),
            answers=tuple(answers),
        )

    def _with_questions(self, html: str, path: str) -> tuple[str, list[PrintedQuestion]]:
        """Return the page with the questions of other chapters in it. Its own ones come in its quiz: each is printed once."""
        asked: list[PrintedQuestion] = []

        def question(found: re.Match[str]) -> str:
            block = next(found_in([found["argument"]], self.library.all_banks), None)
            if block is None or block.question is None or block.bank.chapter == path:
                return ""
            asked.append(self._printed(block.question, f"{len(asked) + 1}.", f"asked-{len(asked) + 1}"))
            return f'<div id="{asked[-1].anchor}">{asked[-1].paper}</div>'

        html = _COMMENT.sub("", QUESTION_MARK.sub(question, html))
        return html, [PrintedQuestion(f"{page_id(path)}--{one.anchor}", one.paper, one.key) for one in asked]

    def _quiz(self, bank: Bank) -> Quiz:
        questions = (
            self._printed(question, f"{number}.", question_id(question.id)) for number, question in enumerate(bank.questions, 1)
        )
        return Quiz(quiz_id(bank.name), bank, tuple(questions))

    def _printed(self, question: Question, number: str, anchor: str) -> PrintedQuestion:
        paper, key = self.renderer.on_paper(question, number), self.renderer.key(question, number)
        return PrintedQuestion(anchor, self._inside_book(paper), self._inside_book(key))

    def _inside_book(self, html: Markup) -> Markup:
        return Markup(resolved(html, lambda page: target("", page, self._inside, self._questions)))  # noqa: S704 - the templates escape

    def _section_links(self, path: str) -> Mapping[str, Sequence[Link]]:
        links: dict[str, list[Link]] = defaultdict(list)
        for bank in self._quizzes[path]:
            for number, question in enumerate(bank.questions, 1):
                address = f"{quiz_page(bank.name)}#{question_id(question.id)}"
                links[question.section].append(Link(address, self.words.say("book.question", number=number)))
        return links


def _sections(path: str, headings: Mapping[str, Heading]) -> list[Link]:
    return [
        Link(f"#{page_id(path)}--{one.anchor}", one.title) for one in headings.values() if one.level == 2 and len(one.title) > 1
    ]


def _opened(tag: re.Match[str]) -> str:
    """Return a folded part's tag as that of a part that is always open."""
    name = _OPEN[tag[2]]
    if tag[1]:
        return f"</{name}>"
    return (
        '<p class="opened-title">'
        if name == "p"
        else f"<{name}{tag[3].replace(' open', '')}>".replace('class="', 'class="opened ')
    )
