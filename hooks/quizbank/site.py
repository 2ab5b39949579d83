"""Fills the pages of a site with questions, and says which pages and files the site gains.

Knows no site generator: a page is named by its path among the Markdown files, and a function says where another path lies
from there.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from urllib.parse import quote, unquote

from markupsafe import Markup

from quizbank import about, assets, gallery, glossary, mocks, practice
from quizbank.catalogue import data_scripts
from quizbank.check import Block, quiz_page
from quizbank.kinds import KINDS
from quizbank.library import Library
from quizbank.literal import front_matter
from quizbank.load import example
from quizbank.model import Bank, Question
from quizbank.page_links import on_site
from quizbank.print.papers import browser_pages
from quizbank.print.papers import key_page_of as printed_key_page_of
from quizbank.print.papers import page_of as printed_page_of
from quizbank.problems import did_you_mean
from quizbank.render import Link, Renderer
from quizbank.text import question_markdown
from quizbank.wording import unknown_kind

_MARK = re.compile(r"<!--(quiz|objectives|figure|example|practice|mock):(\S*?)-->")
# By what a page must hold to need the script of that feature.
_ELEMENTS = {
    **{f'data-kind="{kind}"': feature for kind, feature in assets.MARKED_BY.items()},
    "<quiz-set": "set",
    **{f"<quiz-{name}": name for name in ("today", "flashcards", "progress", "mock")},
}
# What the second style sheet is for.
_PRACTICE_STYLE = re.compile(r'data-quiz-page|<quiz-set|class="quiz-(?:row|lists|case|point)\b')
_OUTSIDE = re.compile(r'<a (?=href="https?:)')
# Answers in the notes, folded or not.
_ANSWERS = re.compile(r'<(?:details|div) class="[^"]*\bsuccess\b')

UrlFunction = Callable[[str], str]
ReportFunction = Callable[[str], None]


def mark(name: str, argument: str) -> str:
    """Return what stands in a page for a block until the page is filled: a comment, which the search plugin passes over."""
    return f"<!--{name}:{quote(argument)}-->"


class Site:
    """One build of the site. `site_id` is the prefix of everything that is kept in a learner's browser."""

    data: dict[str, assets.Asset]

    def __init__(self, library: Library, site_id: str, renderer: Renderer | None = None) -> None:
        self.library = library
        self.site_id = site_id
        self.renderer = renderer or Renderer(question_markdown())
        self.terms = glossary.TermMarker(library.terms)

    def pages(self) -> dict[str, str]:
        """Return the pages that are made and not written, as Markdown by path."""
        titles = {name: self.library.banks[name].title for name in self.library.banks} | {
            name: name for name in self.library.unread if name not in self.library.kept_back.unread
        }
        quizzes = {
            quiz_page(name): f"{front_matter(f'Quiz: {title}')}\n/// quiz | {name}\n///\n" for name, title in titles.items()
        }
        return {
            **quizzes,
            **practice.pages(),
            **mocks.pages(self.library.papers),
            gallery.PAGE: gallery.gallery_page(),
            about.PAGE: about.about_page(self.library.banks),
        }

    def files(self, url: UrlFunction) -> dict[str, str]:
        """Return the scripts, the style sheets and the question papers to print, as text by path.

        `url` gives the address of a path, seen from the site's root.
        """
        self.data = data_scripts(self.library, self.renderer, url)
        scripts = {asset.path: asset.text for asset in [*assets.all_assets(), *self.data.values()]}
        return scripts | browser_pages(self.library, self.renderer)

    def unreadable(self, path: str, error: Exception, report: ReportFunction) -> Markup:
        """Return what a page shows that could not be read as Markdown, and report it unless a check has told of it."""
        chapter = self.library.chapters.get(path)
        told = self.library.problems_of(chapter.file) if chapter else []
        if not told:
            report(f"{path}: expected text that can be read as Markdown, got a fault: {type(error).__name__}: {error}")
        notes = [str(problem) for problem in told] or [f"{path}: expected text that can be read as Markdown"]
        return Markup("").join(map(self.renderer.problem, notes))

    def ids_in(self, html: str) -> set[str]:
        """Return the ids of the questions that the marks of a page stand for."""
        found = [self.library.resolve(unquote(mark[2])) for mark in _MARK.finditer(html) if mark[1] == "quiz"]
        return {f"q-{question_id}" for block in found if isinstance(block, Block) for question_id in block.question_ids}

    def fill(self, html: str, path: str, url: UrlFunction, report: ReportFunction) -> str:
        """Return the page with its questions, links to questions, scripts and styles.

        `path` is the page's Markdown file; `url` gives the address of another path from there; `report` is told of faults that
        the light scan of the chapters overlooked: what stands on a page must fail a strict build.
        """
        return _Page(self, path, url, report).fill(html)


class _Page:
    """One page being filled."""

    def __init__(self, site: Site, path: str, url: UrlFunction, report: ReportFunction) -> None:
        self.library, self.renderer = site.library, site.renderer
        self.site, self.path, self.url, self.report = site, path, url, report

    def fill(self, html: str) -> str:
        if self.path in self.library.chapters and self.path not in glossary.UNMARKED:
            html = self.site.terms.mark(html, lambda anchor: f"{self.url(glossary.PAGE)}#{anchor}")
        links = self._section_links()
        if links:  # before the questions come in: their headings end no section
            html = self.renderer.add_section_links(html, links)
        html = _MARK.sub(lambda mark: self._block(mark[1], unquote(mark[2])), html)
        # Paper shows where these lead. The style sheet cannot tell them: the theme makes every address a whole one.
        html = _OUTSIDE.sub('<a class="outside" ', on_site(html, self.url))
        return self._with_assets(html)

    def _block(self, name: str, reference: str) -> str:
        if name == "figure":
            figure = self.library.figures.get(reference)
            if figure is None:
                hint = did_you_mean(reference, self.library.figures)
                return self._fault(reference, f"expected the name of a figure, got '{reference}'{hint}")
            return figure.inline or self.renderer.problem(f"expected a drawing in {figure.file}, got none that can be shown")
        if name == "example":
            return self._example(reference)
        if name == "practice":
            return self._practice(reference)
        if name == "mock":
            return self._mock(reference)
        found = self.library.resolve(reference)
        if not isinstance(found, Block):
            return self._fault(reference, found)
        if name == "objectives":
            return self.renderer.objectives(found.bank)
        if found.question is not None:
            notes = map(self.renderer.problem, self._problems(found.bank, found.question))
            return "".join([*notes, self._question(found.bank, found.question, "Check yourself")])
        chapter = self._chapter(found.bank)
        return self.renderer.bank(
            found.bank, chapter, lambda section: self._more(found.bank, section), self._problems(found.bank)
        )

    def _example(self, kind: str) -> Markup:
        if kind not in KINDS:
            return self._fault(kind, unknown_kind(kind, KINDS))
        bank = example(kind)
        return Markup("").join(self._question(bank, question, "Example") for question in bank.questions)

    def _practice(self, name: str) -> Markup:
        if not practice.is_page(name):
            return self._fault(name, f"expected the name of a practice page, got '{name}'")
        inside = self.renderer.practice(name, self.library.banks.values(), self.url)
        return practice.element(name, self.url, inside, bool(self.library.terms))

    def _fault(self, reference: str, message: str) -> Markup:
        """Report what cannot be shown, and return the note that stands in its place."""
        self._report(reference, message)
        return self.renderer.problem(message)

    def _mock(self, name: str) -> Markup:
        paper = self.library.papers.get(name)
        if paper is None:
            return self._fault(name, f"expected the name of a paper, got '{name}'")
        if name not in self.library.mock_papers():
            faults = (self.renderer.problem(str(problem)) for problem in self.library.problems_of(paper.file))
            return Markup("").join([self.renderer.problem(mocks.EMPTY), *faults])
        without = Link(self.url(about.PAGE), "list of all quizzes")
        return self.renderer.mock(
            paper, mocks.MARKING, without, self.url(printed_page_of(name)), self.url(printed_key_page_of(name))
        )

    def _question(self, bank: Bank, question: Question, label: str) -> Markup:
        return self.renderer.question(question, label, self._more(bank, question.section))

    def _report(self, reference: str, fault: str) -> None:
        chapter = self.library.chapters.get(self.path)
        if not (chapter and self.library.problems_of(chapter.file)) and reference.partition("#")[0] not in self.library.unread:
            self.report(fault)

    def _problems(self, bank: Bank, question: Question | None = None) -> list[str]:
        """Return what is wrong with a bank, or with one question of it."""
        mine = self.library.problems_of(bank.file)
        if question is None:
            return list(map(str, mine))
        ids = {question.id, *(part.id for part in question.parts)}
        return [str(problem) for problem in mine if problem.where.partition(": ")[0] in ids]

    def _section_links(self) -> dict[str, list[Link]]:
        links: dict[str, list[Link]] = defaultdict(list)
        for bank in self.library.banks.values():
            if bank.chapter == self.path:
                url = self.url(quiz_page(bank.name))
                for number, question in enumerate(bank.questions, 1):
                    links[question.section].append(Link(f"{url}#q-{question.id}", f"question {number}"))
        return links

    def _chapter(self, bank: Bank) -> Link | None:
        headings = self.library.chapters[bank.chapter].headings if bank.chapter in self.library.chapters else {}
        title = next((heading.title for heading in headings.values()), bank.title)
        return Link(self.url(bank.chapter), title) if headings else None

    def _more(self, bank: Bank, section: str) -> Link | None:
        return self.library.passage(bank, section, self.url)

    def _with_assets(self, html: str) -> str:
        """Return the page with the style sheets and scripts that it needs, and no others."""
        features = [feature for element, feature in _ELEMENTS.items() if element in html]
        asks = bool(features) or "<quiz-question" in html
        answers = asks or bool(_ANSWERS.search(html))
        sheets = [assets.stylesheet()] * asks
        sheets += [assets.practice_stylesheet()] * bool(_PRACTICE_STYLE.search(html))
        sheets += [assets.figure_stylesheet()] * ("site-figure" in html)
        scripts = assets.scripts_for(features, self.site.data) if asks else [assets.print_script()] * answers
        return "".join(
            [
                *(self._sheet(sheet) for sheet in sheets),
                self._sheet(assets.print_stylesheet(), ' media="print"') * answers,
                html,
                *map(self._script, scripts),
            ]
        )

    def _sheet(self, sheet: assets.Asset, media: str = "") -> str:
        return f'<link rel="stylesheet" href="{self.url(sheet.path)}"{media}>\n'

    def _script(self, script: assets.Asset) -> str:
        return f'\n<script src="{self.url(script.path)}" data-site="{self.site.site_id}" defer></script>'
