"""Keeps a site's build alive whatever stands in a page: there are texts on which Python-Markdown and MkDocs fail.

What is wrong is reported by the checks, with its line. This is for `mkdocs serve`, and for what the checks do not know yet.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Takes the error, and returns the HTML that stands in place of the page.
Failed = Callable[[Exception], str]


class Guard(Extension):
    """The Markdown extension. `failed(error)` reports what cannot be read and returns what the page shows instead."""

    def __init__(self, failed: Failed, **configuration: Any) -> None:
        self._failed = failed
        super().__init__(**configuration)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Put the guard around the conversion, and take out addresses that nobody can read."""
        convert = md.convert

        def guarded(source: str) -> str:
            try:
                return convert(source)
            except Exception as error:  # whatever it is: one page must not end the build of all
                return self._failed(error)

        md.convert = guarded  # type: ignore[method-assign]
        md.treeprocessors.register(_ReadableAddresses(md), "readable-addresses", 1)  # before MkDocs looks at them


class _ReadableAddresses(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if not _is_readable(element.attrib.get(name, "")):
                    element.set(name, "")


def _is_readable(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True
