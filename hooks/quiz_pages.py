"""Puts the question banks on the MkDocs site: MkDocs' events in, calls to the engine in `quizbank/` out.

The only file that knows MkDocs. Blocks leave a comment in the page, which becomes questions after the search plugin has read it:
that keeps answers out of the search index and saves the plugin the work.
"""

import logging
import re
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from quizbank import about, assets, gallery, glossary
from quizbank.blocks import QuizBlocks
from quizbank.check import Block, quiz_page
from quizbank.library import Library, read_library
from quizbank.load import example
from quizbank.model import Bank, Question
from quizbank.render import Link, Renderer
from quizbank.text import question_markdown

log = logging.getLogger("mkdocs.hooks.quiz_pages")
_MARK = re.compile(r"<!--(quiz|objectives|figure|example):(\S*?)-->")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything anew for this build, and give each quiz its place in the navigation."""
    root = Path(config.config_file_path).parent
    library = read_library(root / "quizzes", Path(config.docs_dir), root)
    for problem in library.problems:
        log.error("%s", problem)
    config.markdown_extensions.append(QuizBlocks(lambda name, argument: f"<!--{name}:{quote(argument)}-->"))
    if config.nav is not None:
        config.nav = _with_quizzes(config.nav, library)
    config.extra["quiz_site"] = _Site(library, config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each bank, and the scripts and styles."""
    library: Library = config.extra["quiz_site"].library
    for name in [*library.banks, *library.unread]:
        title = library.banks[name].title if name in library.banks else name
        files.append(File.generated(config, quiz_page(name), content=f"# Quiz: {title}\n\n/// quiz | {name}\n///\n"))
    files.append(File.generated(config, gallery.PAGE, content=gallery.gallery_page()))
    files.append(File.generated(config, about.PAGE, content=about.about_page(library.banks)))
    for asset in assets.all_assets():
        files.append(File.generated(config, asset.path, content=asset.text))
    config.extra["quiz_site"].files = files
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs the ids of questions that come into the page later, so that it takes links to them for sound."""
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= config.extra["quiz_site"].ids_in(html)
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Fill in what the blocks left open, now that the search plugin has read the page."""
    config.extra["quiz_site"].fill(page)
    return context


def _with_quizzes(nav: Any, library: Library) -> Any:
    """Return the navigation with each chapter's quizzes after it."""
    if not isinstance(nav, list):
        return nav
    entries: list[Any] = []
    for entry in nav:
        if isinstance(entry, dict):
            entry = {title: _with_quizzes(value, library) for title, value in entry.items()}
        entries.append(entry)
        paths = entry.values() if isinstance(entry, dict) else [entry]
        entries += [{f"Quiz: {bank.title}": quiz_page(bank.name)} for bank in library.banks.values() if bank.chapter in paths]
    return entries


class _Site:
    """One build: fills pages with questions, and knows where pages lie relative to each other."""

    files: Files

    def __init__(self, library: Library, config: MkDocsConfig) -> None:
        self.library = library
        self.site_id = config.extra.get("site_id", "quizbank")
        self.renderer = Renderer(question_markdown())
        self.terms = glossary.TermMarker(library.terms)

    def fill(self, page: Page) -> None:
        """Put questions, and links to questions, in one page."""
        kinds: set[str] = set()
        html = page.content or ""
        if page.file.src_uri in self.library.chapters and page.file.src_uri not in glossary.UNMARKED:
            html = self.terms.mark(html, lambda anchor: f"{self._url(glossary.PAGE, page)}#{anchor}")
        links = self._section_links(page)
        if links:  # before the questions come in: their headings end no section
            html = self.renderer.add_section_links(html, links)
        html = _MARK.sub(lambda mark: self._block(mark[1], unquote(mark[2]), page, kinds), html)
        page.content = self._with_assets(html, kinds, page)

    def ids_in(self, html: str) -> set[str]:
        """Return the ids of the questions that the marks of a page stand for."""
        found = [self.library.resolve(unquote(mark[2])) for mark in _MARK.finditer(html) if mark[1] == "quiz"]
        return {f"q-{question_id}" for block in found if isinstance(block, Block) for question_id in block.question_ids}

    def _block(self, name: str, reference: str, page: Page, kinds: set[str]) -> str:
        if name == "figure":
            figure = self.library.figures.get(reference)
            return figure.inline if figure else self.renderer.problem(f"There is no figure '{reference}'.")
        if name == "example":
            return self._example(reference, page, kinds)
        found = self.library.resolve(reference)
        if not isinstance(found, Block):
            self._report(reference, found, page)
            return self.renderer.problem(found)
        if name == "objectives":
            return self.renderer.objectives(found.bank)
        if found.question is not None:
            kinds.update(part.kind for part in found.question.parts)
            more = self._more(found.bank, found.question.section, page)
            notes = map(self.renderer.problem, self._problems(found.bank, found.question))
            return "".join([*notes, self.renderer.question(found.question, "Check yourself", more)])
        kinds.update(part.kind for part in found.bank.parts)
        chapter = self._chapter(found.bank, page)
        problems = self._problems(found.bank)
        return self.renderer.bank(found.bank, chapter, lambda section: self._more(found.bank, section, page), problems)

    def _report(self, reference: str, fault: str, page: Page) -> None:
        """Log a fault that the light scan of the chapters overlooked: what stands on a page must fail a strict build."""
        told = {problem.message for problem in self.library.problems}
        if fault not in told and reference.partition("#")[0] not in self.library.unread:
            log.error("%s: quiz: %s", page.file.src_uri, fault)

    def _problems(self, bank: Bank, question: Question | None = None) -> list[str]:
        """Return what is wrong with a bank, or with one question of it."""
        mine = [problem for problem in self.library.problems if problem.file == bank.file]
        return [str(problem) for problem in mine if question is None or problem.where.startswith(f"{question.id}: ")]

    def _example(self, kind: str, page: Page, kinds: set[str]) -> str:
        bank = example(kind)
        kinds.update(part.kind for part in bank.parts)
        return "".join(self.renderer.question(one, "Example", self._more(bank, one.section, page)) for one in bank.questions)

    def _section_links(self, page: Page) -> dict[str, list[Link]]:
        links: dict[str, list[Link]] = defaultdict(list)
        for bank in self.library.banks.values():
            if bank.chapter == page.file.src_uri:
                url = self._url(quiz_page(bank.name), page)
                for number, question in enumerate(bank.questions, 1):
                    links[question.section].append(Link(f"{url}#q-{question.id}", f"question {number}"))
        return links

    def _chapter(self, bank: Bank, page: Page) -> Link | None:
        headings = self.library.chapters[bank.chapter].headings if bank.chapter in self.library.chapters else {}
        title = next((heading.title for heading in headings.values()), bank.title)
        return Link(self._url(bank.chapter, page), title) if headings else None

    def _more(self, bank: Bank, section: str, page: Page) -> Link | None:
        chapter = self.library.chapters.get(bank.chapter)
        heading = chapter.headings.get(section) if chapter else None
        return Link(f"{self._url(bank.chapter, page)}#{section}", heading.title) if heading else None

    def _url(self, path: str, page: Page) -> str:
        file = self.files.get_file_from_path(path)
        return get_relative_url(file.url if file else path, page.url)

    def _with_assets(self, html: str, kinds: set[str], page: Page) -> str:
        """Return the page with the style sheets and scripts that it needs, and no others."""
        sheets = [assets.stylesheet()] * bool(kinds) + [assets.figure_stylesheet()] * ("<svg" in html)
        scripts = assets.scripts_for(kinds) if kinds else []
        return "".join(
            [
                *(f'<link rel="stylesheet" href="{self._url(sheet.path, page)}">\n' for sheet in sheets),
                html,
                *(f'\n<script src="{self._url(one.path, page)}" data-site="{self.site_id}" defer></script>' for one in scripts),
            ]
        )
