"""Where a page lies on a site that gives each page a folder of its own, and what leads there from another page."""

import re
from posixpath import dirname, join, normpath, relpath

# The address in a link, a picture, a script or a style sheet, where it leads to another file of the site.
_LINKED = re.compile(r'((?:\s(?:href|src))=")(?![a-z][a-z0-9+.-]*:|[/#?])([^"#?]+)')


def address(path: str) -> str:
    """Return the address of a file of the docs folder from the site's root: that of a page ends with `/` or is ''."""
    if not path.endswith(".md"):
        return path
    name = path.removesuffix(".md")
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


def leading(page: str, target: str) -> str:
    """Return what leads from one page to another file, both given by their paths in the docs folder."""
    there = address(target)
    way = relpath(there or ".", address(page) or ".")
    return f"{way}/" if target.endswith(".md") else way


def from_source(html: str, page: str) -> str:
    """Return a page's HTML with addresses that lead from the page's Markdown file, as builders expect them there.

    They know links, pictures, scripts and style sheets, and make each lead from the page's own folder. What a script of ours
    reads they do not know, so that leads from there already.
    """
    here, folder = address(page) or ".", dirname(page) or "."

    def led(found: re.Match[str]) -> str:
        way = relpath(normpath(join(here, found[2])), folder)
        return f"{found[1]}{way}{'/' if found[2].endswith('/') else ''}"

    return _LINKED.sub(led, html)
