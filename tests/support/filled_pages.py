"""Pages filled from a library without MkDocs: what Markdown makes of them, with every block in its place."""

from markdown import Markdown

from quizbank.library import Library
from quizbank.notes.blocks import extensions_with
from quizbank.notes.pages.front_matter import without_settings
from quizbank.print.addresses import joined
from quizbank.render.renderer import Renderer
from quizbank.site.catalogue import data_scripts
from quizbank.site.page import mark
from quizbank.site.pages.guard import Guard
from quizbank.site.site import Site
from quizbank.texts.inline import question_markdown


class Pages:
    """Fills pages. Set up once: compiling templates takes longer than all else."""

    def __init__(self) -> None:
        self.failed: list[Exception] = []
        own = ["attr_list", "admonition", "def_list", "footnotes", "tables", "pymdownx.details", "pymdownx.superfences"]
        self.parser = Markdown(extensions=[*extensions_with(own, mark), Guard(self._fail)])
        self.renderer = Renderer(question_markdown())

    def _fail(self, error: Exception) -> str:
        self.failed.append(error)
        return ""

    def site(self, library: Library) -> Site:
        """Return the site of a library, with its scripts."""
        site = Site(library, self.renderer)
        site.data = dict(data_scripts(library, self.renderer, lambda page: page))
        return site

    def html(self, site: Site, path: str, text: str) -> str:
        """Return a page of Markdown, filled. A page that Markdown cannot read must be told of."""
        self.failed.clear()
        html = self.parser.reset().convert(without_settings(text))
        assert not self.failed or site.library.problems, self.failed
        site.ids_in(html)
        return site.fill(html, path, lambda page: page, lambda fault: None)

    def fill(self, library: Library, path: str) -> None:
        """Fill one page of notes and everything that is made from the banks."""
        text = library.chapters[path].text if path in library.chapters else "Nothing."
        joined(self.html(self.site(library), path, text), path, library.chapters)
