"""Turns banks and questions into the HTML of pages. Knows no site: Markdown and links come in as functions."""

import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from quizbank.kinds import FOLDER as KINDS_FOLDER
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.papers.blueprint import Blueprint
from quizbank.practice import FOLDER as PRACTICE_FOLDER
from quizbank.practice import PAGES
from quizbank.problems.wording import counted
from quizbank.render.compiled_templates import KeptTemplates
from quizbank.render.pictures import PictureFunction, on_screen
from quizbank.render.sections import after_sections
from quizbank.render.shape import ChapterShape, SectionQuiz
from quizbank.strings.said import Said
from quizbank.strings.words import Words, languages, own_name
from quizbank.texts.inline import MarkdownFunction, words_of
from quizbank.texts.numbers import Grouping

_BLOCK_HTML = re.compile(r"<(?:p|ul|ol|table|pre|blockquote|h\d|hr)\b")
_FOOTNOTES = '<div class="footnote">'


class Link(NamedTuple):
    """Where a link leads, relative to the page it stands on, and its words."""

    url: str
    title: str


# What stands in a question's HTML for what differs from place to place. No bank can hold these signs, and a question in
# Latin letters takes half the memory with them that it would with signs for private use.
_LABEL, _URL, _TITLE = "\x11", "\x12", "\x14"

LinkFunction = Callable[[str], Link | None]
Pages = MutableMapping[tuple[int, bool], str]


class Renderer:
    """Renders with one set of compiled templates.

    `markdown` turns a bank's text into HTML, `picture` a question's picture; `grouping` is that of the digits of numbers,
    `words` are those of the interface. Where the firms of the questions are `invented`, pages and papers say so. `pages` keeps
    rendered questions, by their `id` in memory and whether they have a link.
    """

    def __init__(
        self,
        markdown: MarkdownFunction,
        picture: PictureFunction = on_screen,
        grouping: Grouping = "indian",
        words: Words | None = None,
        invented: bool = False,
        pages: Pages | None = None,
    ) -> None:
        self._markdown, self._picture, self.invented = markdown, picture, invented
        self.words = words or Words()
        self._environment = Environment(
            loader=FileSystemLoader([Path(__file__).parent / "templates", KINDS_FOLDER, PRACTICE_FOLDER]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._worded,
            auto_reload=False,  # every question would look at the dates of its templates
        )
        self._environment.bytecode_cache = KeptTemplates(self._environment)
        self._environment.globals.update(md=self.markdown, paragraph=self._paragraph, picture_of=self._picture_of)
        self._environment.globals.update(grouping=grouping, invented=invented, counted=counted)
        self._environment.globals.update(say=self.words.say, word=self.words.word, labelled=self.words.labelled)
        self._environment.filters["plain"] = self.plain
        self._outputs: dict[tuple[str, str], Template] = {}
        self._pages: Pages = {} if pages is None else pages
        self._rendered: dict[int, Question] = {}  # so that no other question gets the `id` of one
        self._bank = self._template("bank.html.j2")
        self._mock = self._template("mock.html.j2")
        self._home = self._template("home.html.j2")
        self._mocks = self._template("mocks.html.j2")
        self._practice = {name: self._template(f"{name}.html.j2") for name in PAGES}
        self._parts: Any = self._template("parts.html.j2").module
        self._chapter: Any = self._template("chapter.html.j2").module

    def question(self, question: Question, label: str, more: Link | None) -> Markup:
        """Return one question. `label` heads it ('Question 3'), as text or as HTML; `more` leads to what teaches it."""
        html = self._page_of(question, more is not None).replace(_LABEL, escape(label))
        return Markup(html.replace(_URL, escape(more.url)).replace(_TITLE, escape(more.title)) if more else html)  # noqa: S704

    def _page_of(self, question: Question, with_link: bool) -> str:
        """Return a question with signs for its label and its link. Made once: a quiz, chapters and a script show it."""
        known = self._pages.get((id(question), with_link))
        if known is None:
            self._rendered[id(question)] = question
            more = Link(_URL, _TITLE) if with_link else None
            labels = (Markup(f"<span>{_LABEL} ({letter})</span>") for letter in ascii_lowercase)  # noqa: S704 - our own letters
            parts = [self.question(part, label, more) for part, label in zip(question.inner, labels, strict=False)]
            page = partial(self._output("page", question).render, question=question, label=_LABEL, more=more, parts=parts)
            html = page(long_stem=False)
            known = self._pages[id(question), with_link] = page(long_stem=True) if _has_long_stem(html) else html
        return known

    def keep(self, questions: Iterable[Question]) -> None:
        """Forget all questions but these."""
        self._rendered = {id(question): question for question in questions if id(question) in self._rendered}
        for key in [key for key in self._pages if key[0] not in self._rendered]:
            del self._pages[key]

    def on_paper(self, question: Question, number: str) -> Markup:
        """Return one question as an exam paper prints it, without its answer. `number` stands before it ('7.')."""
        return self.printed("paper", question, number)

    def key(self, question: Question, number: str) -> Markup:
        """Return one question's part of the answer key, with marks and reasons."""
        return self.printed("key", question, number)

    def printed(self, output: str, question: Question, number: str) -> Markup:
        """Return one question by its kind's template for an output, `<output>.html.j2`; the questions of a case by theirs.

        Raises jinja2.TemplateNotFound where a kind has no such template.
        """
        parts = [self.printed(output, part, f"({letter})") for part, letter in zip(question.inner, ascii_lowercase, strict=False)]
        template = self._output(output, question)
        return Markup(template.render(question=question, number=number, parts=parts, letters=ascii_uppercase))  # noqa: S704

    def bank(
        self, bank: Bank, chapter: Link | None, link: LinkFunction, problems: Sequence[Markup] = (), after: Link | None = None
    ) -> Markup:
        """Return all of a bank: its questions in order, then what they test.

        `chapter` leads to the bank's chapter; `link` gives the link to a section of that chapter, by its id;
        `problems` are the notes that are shown after the questions; `after` leads to the next quiz.
        """
        questions = [
            self.question(question, self.words.word("site.question", number=number), link(question.section))
            for number, question in enumerate(bank.questions, 1)
        ]
        notes = list(problems)
        html = self._bank.render(bank=bank, chapter=chapter, questions=questions, problems=notes, after=after)
        return Markup(html)  # noqa: S704 - the template escapes

    def practice(self, name: str, banks: Iterable[Bank], url: Callable[[str], str], level: str = "") -> Markup:
        """Return what the script of a practice page fills. `level` is the path of the level test, where there is one."""
        in_order = sorted(banks, key=attrgetter("number"))
        first = in_order[0] if in_order else None
        return Markup(self._practice[name].render(banks=in_order, first=first, url=url, level=level))  # noqa: S704 - it escapes

    def mock(self, paper: Blueprint, rules: str, without: Link, sheet: str, key: str, mistakes: str) -> Markup:
        """Return a paper's pattern and the element on which it is sat.

        `rules` says how papers are marked; `without` leads to what works without JavaScript; `sheet` and `key` are the addresses
        of the paper to print and of its answers; `mistakes` is that of the page on which mistakes are put right, "" without one.
        """
        takes = any(section.negative for section in paper.sections)
        html = self._mock.render(paper=paper, takes=takes, rules=rules, without=without, sheet=sheet, key=key, mistakes=mistakes)
        return Markup(html)  # noqa: S704 - the template escapes

    def mocks(self, papers: Iterable[Blueprint], url: Callable[[str], str]) -> Markup:
        """Return the list of papers; `url` gives the address of the page on which one is sat, by its name."""
        return Markup(self._mocks.render(papers=papers, url=url))  # noqa: S704 - the template escapes

    def objectives(self, bank: Bank) -> Markup:
        """Return the list of what a learner can do after the bank's chapter."""
        return Markup(self._parts.objectives(bank.objectives))  # noqa: S704

    def problem(self, message: str) -> Markup:
        """Return a note that stands where a question cannot."""
        return Markup(self._parts.problem(message))  # noqa: S704

    def not_started(self) -> Markup:
        """Return the note that a page shows where a script of it does not start."""
        return Markup(self._parts.not_started())  # noqa: S704

    def language_choice(self) -> Markup:
        """Return the choice of the interface's language. Without its script it is not shown."""
        names = {language: own_name(language) for language in languages()}
        return Markup(self._parts.language_choice(names))  # noqa: S704

    def home(self, site: str, practice: Mapping[str, str], quizzes: str, papers: Iterable[tuple[str, Link]]) -> Markup:
        """Return what a home page shows to a learner who has been here before.

        `site` is the course's id. `practice` has the addresses of the practice pages by their names, `quizzes` is that of the
        list of all quizzes, `papers` are the mock tests by their names.
        """
        titles = {name: PAGES[name].title for name in practice}
        return Markup(self._home.render(site=site, practice=practice, titles=titles, quizzes=quizzes, papers=papers))  # noqa: S704

    def add_section_links(self, html: str, links: Mapping[str, Sequence[Link]]) -> str:
        """Return the page with, at the end of each section, the links to its questions, for paper: each link has its number.

        `links` are by the id of the section's heading.
        """
        return after_sections(html, links, self._parts.section_links)

    def chapter(self, html: str, chapter: ChapterShape, sections: Mapping[str, SectionQuiz]) -> str:
        """Return a chapter's page with its head, a button after each section that has questions, and its end.

        `sections` are by the ids of their headings.
        """
        html = after_sections(html, sections, self._chapter.section_button)
        start = html.find("</h1>") + len("</h1>") if "</h1>" in html else 0
        end = html.find(_FOOTNOTES) if _FOOTNOTES in html else len(html)
        head, foot = self._chapter.head(chapter), self._chapter.end(chapter.quizzes)
        return f"{html[:start]}{head}{html[start:end]}{foot}{html[end:]}"

    def _output(self, output: str, question: Question) -> Template:
        key = question.kind, output
        if key not in self._outputs:
            self._outputs[key] = self._template(f"{KINDS[question.kind].folder.name}/{output}.html.j2")
        return self._outputs[key]

    def _template(self, name: str) -> Template:
        return self._environment.get_template(name)

    def markdown(self, text: str) -> Markup:
        """Return a bank's text as HTML. What the kinds say in its place is said in the language of the course."""
        return self._markdown(self.in_words(text))

    def in_words(self, text: str) -> str:
        """Return a text as it stands or, if the catalogue has it, in the language of the course."""
        return text.in_words(self.words) if isinstance(text, Said) else text

    def plain(self, text: str) -> str:
        """Return the words of a bank's text without its marks, for where only text can stand."""
        return words_of(self.markdown(text))

    def _worded(self, value: object) -> object:
        """Return what a template prints: what Python says in words, such as a paper's rules, as elements of the interface."""
        return Markup(" ").join(self.words.word(key, **said) for key, said in value.sayings) if isinstance(value, Said) else value

    def _picture_of(self, question: Question) -> Markup:
        return self._picture(question.picture) if question.picture else Markup("")

    def _paragraph(self, text: str) -> Markup:
        html = self.markdown(text)
        return html if _BLOCK_HTML.match(html) else Markup(f"<p>{html}</p>")  # noqa: S704 - made from escaped text


def _has_long_stem(html: str) -> bool:
    """Say whether the question's `<legend>` holds what may not stand in one: more than words in a line."""
    legend = html.partition("<legend>")[2].partition("</legend>")[0]
    return _BLOCK_HTML.search(legend) is not None
