"""One page of the site being filled: its questions, the links to them, its terms, and the scripts and styles that it needs."""

import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from urllib.parse import quote, unquote

from markupsafe import Markup

from quizbank.banks.gaps import CHECK as GAP
from quizbank.banks.references import StillDraft, Target, UnknownReference
from quizbank.blocks import BLOCKS
from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.notes.blocks import ANSWERS
from quizbank.notes.figures import figure_style
from quizbank.practice import PAGES
from quizbank.render.pictures import with_sizes
from quizbank.render.renderer import Link, Renderer
from quizbank.site.addresses import mock_page, sheet_key_page, sheet_page
from quizbank.site.assets import Asset, figure_sheet
from quizbank.site.loads import Needs
from quizbank.site.pages import chapter, mocks, practice
from quizbank.site.terms import TermMarker
from quizbank.texts.image_files import ImageFile
from quizbank.texts.inline import on_site

MARK = re.compile(rf"<!--({'|'.join(BLOCKS)}):(\S*?)-->")
# By this a page with questions says that one of its scripts cannot be loaded. It listens where the page's content stands, so that
# it goes with the content when another page is put in its place.
NOT_STARTED = (
    "<script>document.currentScript.parentElement.addEventListener("
    '"error",({target})=>{if(target.localName=="script")document.querySelector(".quiz-not-started").hidden=!1},!0)</script>'
)
_OUTSIDE = re.compile(r'<a (?=href="https?:)')

UrlFunction = Callable[[str], str]
ReportFunction = Callable[[str], None]


def mark(name: str, argument: str) -> str:
    """Return what stands in a page for a block until the page is filled: a comment, which the search plugin passes over."""
    return f"<!--{name}:{quote(argument)}-->"


def passage(library: Library, bank: Bank, section: str, url: UrlFunction) -> Link | None:
    """Return the link to the passage of a bank's chapter that teaches a section's questions, or None if there is none."""
    heading = library.heading(bank, section)
    return Link(f"{url(bank.chapter)}#{section}", heading.title) if heading else None


class Page:
    """One page, for as long as it is being filled. `path` is its Markdown file; `url` gives the address of a path from there."""

    def __init__(self, path: str, url: UrlFunction, report: ReportFunction, library: Library, renderer: Renderer) -> None:
        self.path, self.url, self.report = path, url, report
        self.library, self.renderer = library, renderer
        self.needs = Needs()

    def fill(self, html: str, terms: TermMarker) -> str:
        """Return the page with its terms, the links at the end of each section, and what stands in the place of each block."""
        course = self.library.course
        if self.path in self.library.chapters and course.marks_terms(self.path):
            marked = terms.mark(html, lambda anchor: f"{self.url(course.pages.glossary)}#{anchor}")
            if marked != html:
                self.needs.terms()
            html = marked
        if self.path in self.library.chapters:  # before the questions come in: their headings end no section
            html = self._shaped(html)
        if ANSWERS in html:
            self.needs.answers()
        html = MARK.sub(lambda found: self._block(found[1], unquote(found[2])), html.replace(ANSWERS, ""))
        self._pictures = {self.url(path): image for path, image in self.library.pictures.items()}
        html = with_sizes(html, self._picture) if self._pictures else html
        # Paper shows where these lead. The style sheet cannot recognise them: the theme makes every address a whole one.
        return _OUTSIDE.sub('<a class="outside" ', on_site(html, self.url))

    def _block(self, name: str, argument: str) -> Markup:
        try:
            return BLOCKS[name].html(self, argument)
        except StillDraft:
            self.needs.any_bank()
            return Markup("")
        except UnknownReference as unknown:
            self.needs.any_bank()
            self._report(argument, str(unknown))
            return self.renderer.problem(str(unknown))

    def _report(self, reference: str, fault: str) -> None:
        """Report what cannot be shown, unless a check has reported it."""
        page = self.library.chapters.get(self.path)
        if not (page and self.library.problems_of(page.file)) and reference.partition("#")[0] not in self.library.unread:
            self.report(fault)

    def resolve(self, argument: str) -> Target:
        """Return what the argument of a block names. Raises UnknownReference."""
        return self.library.resolve(argument)

    def whole_quiz(self, bank: Bank) -> Markup:
        """Return all questions of a bank, with what is wrong with it beside them."""
        self.needs.bank(bank)
        self.needs.questions(bank.questions)
        self.needs.feature("set")
        notes = [self.renderer.problem(fault) for fault in self._problems_of(bank)]
        return self.renderer.bank(
            bank, self._chapter_of(bank), lambda section: self._passage(bank, section), notes, self._quiz_after(bank)
        )

    def _quiz_after(self, bank: Bank) -> Link | None:
        """Return the link that begins the quiz of the next chapter, or None behind the last."""
        later = (other for other in self.library.banks.values() if other.number > bank.number)
        after = min(later, key=attrgetter("number"), default=None)
        return Link(chapter.quick_practice(after, self.url), after.title) if after else None

    def one_question(self, bank: Bank, question: Question, label: str) -> Markup:
        """Return one question under the words of the key `label`, with the link to its passage and what is wrong with it."""
        self.needs.bank(bank)
        self.needs.questions([question])
        notes = map(self.renderer.problem, self._problems_of(bank, question))
        words = self.renderer.words.word(label)
        return Markup("").join([*notes, self.renderer.question(question, words, self._passage(bank, question.section))])

    def objectives(self, bank: Bank) -> Markup:
        """Return what a learner can do after a bank's chapter."""
        return self.renderer.objectives(bank)

    def drawing(self, name: str) -> Markup:
        """Return a figure's drawing. Raises UnknownReference where there is no such figure."""
        self.needs.figure()
        figure = self.library.figure(name)
        if not figure.inline:
            return self.renderer.problem(f"expected a drawing in {figure.file}, got none that can be shown")
        return Markup(figure.inline)  # noqa: S704 - written again by `svg.py` from an allow-list

    def practice(self, name: str) -> Markup:
        """Return the element that a practice page's script fills."""
        self.needs.any_bank()
        self.needs.feature(name)
        for later in PAGES[name].later:
            self.needs.later(later)
        level = self.library.course.generated.practice.get("level", "")
        inside = self.renderer.practice(name, self.library.banks.values(), self.url, level)
        return practice.element(name, self.library.course, self.url, inside, bool(self.library.terms))

    def mock(self, name: str) -> Markup:
        """Return a paper's pattern and the element on which it is sat, or what keeps it from being sat.

        Raises UnknownReference where there is no such paper.
        """
        self.needs.any_bank()
        paper = self.library.papers.get(name)
        if paper is None:
            raise UnknownReference(f"expected the name of a paper, got '{name}'")
        if name not in self.library.mock_papers():
            faults = (self.renderer.problem(str(problem)) for problem in self.library.problems_of(paper.file))
            return Markup("").join([self.renderer.problem(self.renderer.words.word("tests.empty")), *faults])
        self.needs.feature("mock")
        path, title = practice.list_of_quizzes(self.library.course)
        sheet, key = self.url(sheet_page(name)), self.url(sheet_key_page(name))
        again = self.library.course.generated.practice.get("mistakes")
        rules, without = mocks.marking(self.renderer.words), Link(self.url(path), title)
        return self.renderer.mock(paper, rules, without, sheet, key, self.url(again) if again else "")

    def mocks(self) -> Markup:
        """Return the list of all papers, with the learner's attempts at each."""
        self.needs.mocks()
        return self.renderer.mocks(self.library.papers.values(), lambda name: self.url(mock_page(name)))

    def language(self) -> Markup:
        """Return the choice of the interface's language."""
        self.needs.language()
        return self.renderer.language_choice()

    def home(self) -> Markup:
        """Return what a home page shows to a learner who has been here before."""
        self.needs.any_bank()
        self.needs.home()
        course = self.library.course
        papers = self.library.mock_papers().values() if course.generated.mock_exams else []
        return self.renderer.home(
            course.id,
            {name: self.url(path) for name, path in course.generated.practice.items()},
            self.url(practice.list_of_quizzes(course)[0]),
            [(paper.name, Link(self.url(mock_page(paper.name)), paper.title)) for paper in papers],
        )

    def _problems_of(self, bank: Bank, question: Question | None = None) -> list[str]:
        """Return what is wrong with a bank, or with one question of it."""
        # A draft that can be shown shows its gaps itself.
        mine = [
            problem for problem in self.library.problems_of(bank.file) if problem.check != GAP or problem.breaks or problem.needs
        ]
        if question is None:
            return list(map(str, mine))
        ids = {question.id, *(part.id for part in question.inner)}
        return [str(problem) for problem in mine if problem.where.partition(": ")[0] in ids]

    def _shaped(self, html: str) -> str:
        """Return the page of a chapter with its head, its buttons and its end. Other pages stay as they are."""
        banks = [bank for bank in self.library.banks.values() if bank.chapter == self.path]
        if not banks:
            return html
        for bank in banks:
            self.needs.bank(bank)
        self.needs.chapter()
        shape = chapter.shape(self.library.chapters[self.path], banks, self.url)
        return self.renderer.chapter(html, shape, chapter.section_quizzes(banks, self.url))

    def _chapter_of(self, bank: Bank) -> Link | None:
        """Return the link to a bank's chapter, or None where there is no such page."""
        headings = self.library.chapters[bank.chapter].headings if bank.chapter in self.library.chapters else {}
        title = next((heading.title for heading in headings.values()), bank.title)
        return Link(self.url(bank.chapter), title) if headings else None

    def _passage(self, bank: Bank, section: str) -> Link | None:
        """Return the link to the passage that teaches a section's questions."""
        return passage(self.library, bank, section, self.url)

    def with_assets(self, html: str, data: Mapping[str, Asset]) -> str:
        """Return the page with the style sheets and scripts that were declared, and what it shows where one does not start."""
        course = self.library.course
        loads = self.needs.loads(data, figure_sheet(figure_style(course.topics)), course.language)
        sheets = [f'<link rel="stylesheet" href="{self.url(sheet.path)}"{media}>\n' for sheet, media in loads.sheets]
        note = [self.renderer.not_started(), NOT_STARTED] if self.needs.asks else []
        later = "".join(f' data-{name}="{" ".join(file.path for file in files)}"' for name, files in loads.later.items())
        first = f'{later} data-words="{" ".join(sorted(loads.areas))}"'
        scripts = [self._script(script, "" if index else first) for index, script in enumerate(loads.scripts)]
        return "".join([*sheets, *note, html, *scripts])

    def _script(self, script: Asset, later: str) -> str:
        """Return the element of a script."""
        return f'\n<script src="{self.url(script.path)}" data-site="{self.library.course.id}"{later} defer></script>'

    def _picture(self, address: str) -> ImageFile | None:
        """Return a picture of the notes by its address on this page, and declare it."""
        image = self._pictures.get(address)
        if image:
            self.needs.picture()
        return image
