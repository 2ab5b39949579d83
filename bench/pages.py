"""What a browser gets of a built site: bytes of HTML for a question, scripts and styles of a page."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_LOADED = re.compile(
    r"<(?:script\b[^>]*?\ssrc|link\b[^>]*?\srel=\"?stylesheet\"?[^>]*?\shref|link\b[^>]*?\shref)=\"?([^\"\s>]+)[^>]*>"
)
_SHEET = re.compile(r"^<script|rel=\"?stylesheet")


@dataclass(frozen=True)
class Loaded:
    """What a page loads at once: bytes of scripts and of style sheets from the site, and the number of files from elsewhere."""

    scripts: int
    styles: int
    elsewhere: int


def html_bytes(site: Path, pattern: str) -> int:
    """Return the bytes of the pages that a pattern names."""
    return sum(path.stat().st_size for path in site.glob(pattern))


def loaded_by(page: Path) -> Loaded:
    """Return what a page loads. A file that is not on the site is one from elsewhere."""
    named = [found for found in _LOADED.finditer(page.read_text(encoding="utf-8")) if _SHEET.search(found[0])]
    files = [(found[0].startswith("<script"), page.parent / found[1].partition("?")[0], found[1]) for found in named]
    sizes = {True: 0, False: 0}
    for is_script, path, address in files:
        sizes[is_script] += path.stat().st_size if "//" not in address else 0
    return Loaded(sizes[True], sizes[False], sum("//" in address for _, _, address in files))


class _Text(HTMLParser):
    """Takes down the words of a page's content, paragraph by paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = self.hidden = 0
        self.passages: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "article"
        self.hidden += tag in ("script", "style")
        if tag in ("p", "li", "h1", "h2", "h3", "td", "th", "div", "summary", "label", "button"):
            self.passages.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.hidden:
            self.passages = self.passages or [""]
            self.passages[-1] += data


def as_plain(page: Path) -> str:
    """Return the words of a built page as Markdown: its title, and a paragraph for each of its blocks."""
    reader = _Text()
    reader.feed(page.read_text(encoding="utf-8"))
    texts = [" ".join(passage.split()) for passage in reader.passages]
    title, *others = [text for text in texts if text] or ["Page"]
    return "\n\n".join([f"# {title}", *(re.sub(r"([*_`\[\]<&#|+-])", r"\\\1", text) for text in others)]) + "\n"
