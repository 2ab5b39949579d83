"""Every page as a plain page: read with the site's own Markdown extensions, filled, and written as HTML in Markdown."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import yaml
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from quizbank.notes.blocks import extensions_with
from quizbank.notes.pages.front_matter import without_settings
from quizbank.plain.addresses import from_source, leading
from quizbank.plain.chunks import as_plain_page
from quizbank.plain.settings import Settings, parts
from quizbank.site.page import mark
from quizbank.site.pages.guesses import Guesses
from quizbank.site.site import Site

_BLOCK = "<div><!--"
_UNSEARCHED = re.compile(r"\A---\n(?:.*\n)*?search:\n  exclude: true\n")
_HUB = re.compile(r"\A---\n(?:.*\n)*?template: hub\.html\n")
_LINKS = {"a": "href", "img": "src"}


class _Leading(Treeprocessor):
    """Makes links between the files of the docs folder links between the pages of the site."""

    page = ""

    def run(self, root: Element) -> None:
        """Change the links of a page."""
        for element in root.iter():
            name = _LINKS.get(element.tag, "")
            if value := element.get(name):
                element.set(name, self._led(value))

    def _led(self, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme or parts.netloc or not parts.path:
            return value
        target = leading(self.page, normpath(join(dirname(self.page), parts.path)))
        return parts._replace(path=target).geturl()


class _Links(Extension):
    def __init__(self, leads: Callable[[Markdown], _Leading]) -> None:
        super().__init__()
        self._leads = leads

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Change links when all of them have been made."""
        md.treeprocessors.register(self._leads(md), "leading", 0)


class PlainPages:
    """Makes the pages of one site. `report` is told of what cannot be shown."""

    def __init__(self, site: Site, settings: Settings, report: Callable[[str], None]) -> None:
        self._site, self._settings, self._report = site, settings, report
        language = site.library.course.language
        own: list[Any] = [Guesses(site.words), _Links(self._leads)]
        extensions = extensions_with([*settings.extensions], partial(mark), language)
        configs: Any = {name: dict(options) for name, options in settings.extensions.items() if options}
        self._markdown = Markdown(extensions=[*extensions, *own], extension_configs=configs)

    def _leads(self, md: Markdown) -> _Leading:
        self._leading = _Leading(md)
        return self._leading

    def all(self) -> Mapping[str, str]:
        """Return every page, written and made, as plain Markdown by its path."""
        written = {path: chapter.text for path, chapter in self._site.library.chapters.items()}
        return {path: self._page(path, text) for path, text in {**written, **self._site.pages()}.items()}

    def _page(self, path: str, text: str) -> str:
        self._leading.page = path
        html = self._markdown.reset().convert(without_settings(text))
        # What questions say is nothing to search for: their answers are in it.
        html = html.replace(_BLOCK, f"<div data-search-exclude>{_BLOCK.removeprefix('<div>')}")
        filled = self._site.fill(html, path, partial(leading, path), self._report)
        filled = self._site.languages.named_in(filled)
        cards = self._cards(path) if _HUB.match(text) else ""
        return f"{self._head(text)}{as_plain_page(from_source(filled + cards, path))}"

    def _head(self, text: str) -> str:
        """Return the settings of a page that another builder reads, too."""
        return f"---\n{yaml.safe_dump({'search': {'exclude': True}})}---\n\n" if _UNSEARCHED.match(text) else ""

    def _cards(self, path: str) -> str:
        """Return the list of the pages in a part, for the page that it begins with."""
        (part,) = [pages for pages in parts(self._settings.nav) if ("", path) in pages]
        cards = (
            f'<li class="site-card"><a href="{leading(path, to)}">{escape(title)}</a></li>' for title, to in part if to != path
        )
        return f'<ul class="site-cards">{"".join(cards)}</ul>'
