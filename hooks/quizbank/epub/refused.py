"""What an EPUB file cannot hold as an author put it into a page: drawings and formulas within the text, films, pages of others.

Readers need it as files of the manifest or in a namespace of its own, and without both they call the whole file damaged.
"""

from collections.abc import Iterator

from quizbank.epub.xhtml import elements
from quizbank.exchange.html_tree import Element

_TAGS = frozenset("audio canvas embed frame iframe math object source svg track video".split())
_LOADED = ("src", "srcset", "poster")


def refused_in(root: Element) -> Iterator[str]:
    """Yield a message for each element below `root` that the book for phones cannot show."""
    for element in elements(root):
        if element.tag in _TAGS:
            yield f"expected words, a table, a figure or a picture of the course, got <{element.tag}>"
            continue
        for name in _LOADED:
            if name in element.attributes and (element.tag, name) != ("img", "src"):
                yield f"expected a picture as <img> with one file as its src, got <{element.tag} {name}>"
