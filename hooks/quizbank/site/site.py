"""The site that is made from a library: its pages, its files, and each page filled with questions.

Knows no site generator: a page is named by its path among the Markdown files, and a function says where another path lies
from there.
"""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from markupsafe import Markup

from quizbank.banks.references import found_in
from quizbank.blocks import BLOCKS
from quizbank.blocks.place import PointsAt
from quizbank.library import Library
from quizbank.notes.figures import figure_style
from quizbank.render.renderer import Pages, Renderer
from quizbank.sheets.printable import browser_pages
from quizbank.site import addresses, assets
from quizbank.site.catalogue import Listed, data_scripts
from quizbank.site.downloads import Ready
from quizbank.site.languages import OtherLanguages
from quizbank.site.loads import Needs
from quizbank.site.page import MARK, Page, ReportFunction, UrlFunction
from quizbank.site.pages import about, downloads, gallery, mocks, practice, quizzes, teachers
from quizbank.site.safety.policy import with_own_policy
from quizbank.site.terms import TermMarker
from quizbank.strings.words import Words
from quizbank.texts.inline import question_markdown
from quizbank.texts.literal import as_markdown, front_matter


class Site:
    """One build of the site. `ready` are the files for other systems that it offers.

    What is rendered waits in `aside` for the pages that show it. Without that, all that is made of banks is kept in memory, where
    the site of an author's next save finds what that does not change.
    """

    def __init__(
        self, library: Library, renderer: Renderer | None = None, ready: Ready | None = None, aside: Pages | None = None
    ) -> None:
        self.library, self.ready = library, ready
        self.words = Words(library.course.language)
        self.renderer = renderer or Renderer(
            question_markdown(),
            grouping=library.course.numbers,
            words=self.words,
            invented=library.course.figures.invented_firms,
            pages=aside,
        )
        of_papers = {text for paper in library.mock_papers().values() for text in paper.texts}
        self.languages = OtherLanguages(library.course.language, library.course.translations, of_papers)
        self.terms = TermMarker(library.terms)
        self.data: dict[str, assets.Asset] = {}  # until the files are made
        self._listed: dict[str, Listed] | None = {} if aside is None else None
        self._needs: dict[str, Needs] = {}

    def again(self, library: Library) -> "Site":
        """Return the site of a library in which nothing but banks has changed, with what this one knows of the others."""
        site = Site(library, renderer=self.renderer)
        site.renderer.keep(question for bank in library.banks.values() for question in bank.all_questions)
        site._listed, site._needs = self._listed, self._needs.copy()
        return site

    def to_fill_again(self, before: Library) -> set[str]:
        """Return the paths of the filled pages that may be others than with `before`, a library in which only banks differ."""
        changed = {*self._changed(before)}
        return {path for path, needs in self._needs.items() if needs.follows(changed)}

    def _changed(self, before: Library) -> Iterator[str]:
        """Yield the names of the banks that were read again, and of those of which something else is wrong than before."""
        for name, bank in self.library.banks.items():
            if before.banks.get(name) is not bank or before.problems_of(bank.file) != self.library.problems_of(bank.file):
                yield name

    def pages(self) -> dict[str, str]:
        """Return the pages that are made and not written, as Markdown by path."""
        titles = {name: self.library.banks[name].title for name in self.library.banks} | {
            name: name for name in self.library.unread if name not in self.library.kept_back.unread
        }
        asked = {addresses.quiz_page(name): self._quiz_page(name, title) for name, title in titles.items()}
        course = self.library.course
        return {
            **asked,
            **quizzes.pages(self.library.banks, self.library.chapters, course),
            **practice.pages(course),
            **mocks.pages(self.library.papers, course),
            **gallery.pages(course),
            **about.pages(self.library.banks, course),
            **teachers.pages(course, self.library.chapters),
            **downloads.pages(self.library.banks, self.ready, course),
        }

    def _quiz_page(self, name: str, title: str) -> str:
        said = f' {{ data-say="site.quiz" data-title="{as_markdown(title)}" }}'
        return f"{front_matter(self.words.say('site.quiz', title=title), attributes=said)}\n/// quiz | {name}\n///\n"

    def files(self, url: UrlFunction) -> Iterator[tuple[str, str | bytes]]:
        """Yield the scripts, the style sheets, the question papers to print and the pictures of published questions, by path.

        `url` gives the address of a path, seen from the site's root. Pages can be filled when all have been asked for.
        """
        for name, asset in data_scripts(self.library, self.renderer, url, self._listed):
            self.data[name] = replace(asset, text="")  # pages only name it
            yield asset.path, asset.text
        figures = assets.figure_sheet(figure_style(self.library.course.topics))
        own = [*assets.all_assets(self.library.course.language), *self.languages.assets(), figures]
        yield from ((asset.path, asset.text) for asset in own)
        sheets = browser_pages(self.library.mock_papers(), self.library.banks.values(), self.renderer)
        yield from ((path, with_own_policy(html)) for path, html in sheets.items())
        yield from self._pictures().items()
        yield from self.ready.data().items() if self.ready else ()

    def _pictures(self) -> dict[str, bytes]:
        """Return the pictures of published questions. Those of other banks stay where they are."""
        questions = (question for bank in self.library.banks.values() for question in bank.all_questions)
        return {question.picture.address: question.picture.image.data for question in questions if question.picture}

    def unreadable(self, path: str, error: Exception, report: ReportFunction) -> Markup:
        """Return what a page shows that could not be read as Markdown, and report it unless a check has reported it."""
        chapter = self.library.chapters.get(path)
        told = self.library.problems_of(chapter.file) if chapter else []
        if not told:
            report(f"{path}: expected text that can be read as Markdown, got a fault: {type(error).__name__}: {error}")
        notes = [str(problem) for problem in told] or [f"{path}: expected text that can be read as Markdown"]
        return Markup("").join(map(self.renderer.problem, notes))

    def ids_in(self, html: str) -> set[str]:
        """Return the ids of the questions that the marks of a page stand for."""
        references = (unquote(mark[2]) for mark in MARK.finditer(html) if BLOCKS[mark[1]].points_at is PointsAt.QUESTIONS)
        targets = found_in(references, self.library.all_banks)
        return {f"q-{question_id}" for target in targets for question_id in target.question_ids}

    def fill(self, html: str, path: str, url: UrlFunction, report: ReportFunction) -> str:
        """Return the page with its questions, links to questions, scripts and styles.

        `path` is the page's Markdown file; `url` gives the address of another path from there; `report` is called with faults
        that the light scan of the chapters overlooked: what stands on a page must fail a strict build.
        """
        page = Page(path, url, report, self.library, self.renderer)
        filled = page.with_assets(page.fill(html, self.terms), self.data)
        self._needs[path] = page.needs
        return filled
