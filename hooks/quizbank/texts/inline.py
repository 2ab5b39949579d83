"""Markdown in the texts of a bank: emphasis, code, lists, tables, links, H~2~O and m^2^, but no HTML and no images.

HTML that an author types is shown as the characters they typed. Most texts hold no mark at all and skip the Markdown parser.
Emphasis begins and ends at the edge of a word: `3*4*5` and `snake_case` are words. A text is rendered once and shown in many
places, so a page of the notes stays in a link to it until the place of the link is known (`on_site`, `resolved`).
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html.entities import html5
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from quizbank.texts.looks import unfit_in

MarkdownFunction = Callable[[str], Markup]

# A text without any of these looks the same before and after Markdown.
_MARKS = re.compile(r"[*_`~^\[\]\\<&!\n]|^\s*(?:[#>+|:-]|\d+[.)])")
_ENTITY = re.compile(r"&(#([0-9]+)|#[xX]([0-9a-fA-F]+)|[a-zA-Z0-9]+);")
_ONE_PARAGRAPH = re.compile(r"\A<p>((?:(?!</?p>).)*)</p>\Z", re.DOTALL)
OUTSIDE_ADDRESS = re.compile(r"^(?:https?://|mailto:)", re.IGNORECASE)

# A page of the notes, and what stands before its path until the place is known from which the link leads there.
PAGE_ADDRESS = re.compile(r"(?!/|.*\.\.)[^\s:?#]+\.md(?:#[^\s#]+)?")
PAGE_SCHEME = "docs:"
_LINK = re.compile(rf'<a href="{PAGE_SCHEME}([^"#]*)(#[^"]*)?"([^<>]*)>(.*?)</a>', re.DOTALL)
_SOURCE_START = f'<img src="{PAGE_SCHEME}'
_SOURCE = re.compile(rf'{_SOURCE_START}([^"]*)"')

# The notes use the same (`mkdocs.yml`).
_EXTENSIONS = ("sane_lists", "pymdownx.betterem", "pymdownx.caret", "pymdownx.tilde")
_SETTINGS = {"pymdownx.betterem": {"smart_enable": "all"}}

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SHIFTED = re.compile(r"<(su[bp])>([^<>]*)</\1>")


class _OnlySafeLinks(Treeprocessor):
    """Takes the target from links that do not lead to a web page, a mail address or a page of the notes (`page_links.py`)."""

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            address = element.get("href", "")
            if PAGE_ADDRESS.fullmatch(address):
                element.set("href", f"{PAGE_SCHEME}{address}")
            elif not OUTSIDE_ADDRESS.match(address):
                element.attrib.pop("href", None)


class _NoHtml(Extension):
    """Leaves HTML to be escaped as text, fetches no images (they would call other hosts), and makes links harmless."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "<", "$"]
        md.preprocessors.deregister("html_block")
        for pattern in ("html", "image_link", "image_reference", "short_image_ref", "automail"):
            md.inlinePatterns.deregister(pattern)
        md.treeprocessors.register(_OnlySafeLinks(md), "only-safe-links", 0)


def question_markdown() -> MarkdownFunction:
    """Return a function from a bank's text to HTML. A single paragraph comes without its `<p>`."""
    parser = Markdown(extensions=[TableExtension(use_align_attribute=True), *_EXTENSIONS, _NoHtml()], extension_configs=_SETTINGS)

    def render(text: str) -> Markup:
        if not _MARKS.search(text):
            return escape(text)
        try:
            html = parser.reset().convert(text)
        except RecursionError:  # thousands of lists within lists
            return escape(text)
        html = _ENTITY.sub(_entity, html)
        single = _ONE_PARAGRAPH.match(html)
        return Markup(single[1] if single else html)  # noqa: S704 - made from escaped text by the parser above

    return render


def _entity(found: re.Match[str]) -> str:
    """Return what stands for a character as it is, or as words if a page can show none for it: '&#0;', '&nonsense;'."""
    name, number = found[1], found[2] or found[3]
    code = int(number, 10 if found[2] else 16) if number and len(number) < 8 else 0
    known = 0 < code < 0x110000 and not unfit_in(chr(code)) if number else f"{name};" in html5
    return found[0] if known else f"&amp;{name};"


def words_of(html: Markup) -> str:
    """Return the words of a text's HTML, for where HTML allows no elements: 'H₂O', 'm²', 'x^(a+b)'."""
    return Markup(_SHIFTED.sub(lambda part: shifted(part[2], part[1] == "sup"), html)).striptags()  # noqa: S704 - as safe as before


def shifted(text: str, raised: bool) -> str:
    """Return raised or lowered text in characters that are so by themselves, or behind a sign where there are none."""
    moved = text.translate(_RAISED if raised else _LOWERED)
    if all(unicodedata.decomposition(sign).startswith(("<super>", "<sub>")) for sign in moved):
        return moved
    return ("^" if raised else "_") + (text if len(text) == 1 else f"({text})")


@cache
def plain_words(text: str) -> str:
    """Return the words of one line of a bank's Markdown."""
    return words_of(as_html(text))


def as_html(text: str) -> Markup:
    """Return a bank's text as HTML, for checks; pages are made with a function of their own from `question_markdown`."""
    return _shared()(text)


@cache
def _shared() -> MarkdownFunction:
    return question_markdown()


def resolved(html: str, url: Callable[[str], str | None]) -> str:
    """Return the HTML with its links to pages led where `url` says; where that is nowhere, only their words stay.

    `url` takes the page's path, with the fragment where the link has one.
    """

    def link(found: re.Match[str]) -> str:
        address = url(found[1] + (found[2] or ""))
        return found[4] if address is None else f'<a href="{address}"{found[3]}>{found[4]}</a>'

    return _LINK.sub(link, html) if PAGE_SCHEME in html else html


def on_site(html: str, url: Callable[[str], str]) -> str:
    """Return the HTML with its links to pages as addresses of the site. `url` gives the address of a path."""

    def address(target: str) -> str:
        path, mark, fragment = target.partition("#")
        return f"{url(path)}{mark}{fragment}"

    return with_pictures(resolved(html, address), url)


def with_pictures(html: str, url: Callable[[str], str]) -> str:
    """Return the HTML with the addresses of its questions' pictures. `url` gives the address of a path."""
    return _SOURCE.sub(lambda found: f'<img src="{url(found[1])}"', html) if _SOURCE_START in html else html
