"""The fields of a note of ours, as HTML in which classes and attributes say what each part is."""

from collections.abc import Iterator

from quizbank.exchange.from_html import from_tree
from quizbank.exchange.html_tree import Element, html_tree


def below(root: Element, tag: str, name: str = "") -> Iterator[Element]:
    """Yield the elements below another one that have a tag, and a class where one is given."""
    for each in root.inside:
        if isinstance(each, Element):
            if each.tag == tag and (not name or name in each.attributes.get("class", "").split()):
                yield each
            yield from below(each, tag, name)


def entries(html: str, key: str) -> list[Element]:
    """Return the entries of the lists in a field that have an attribute."""
    return [each for each in below(html_tree(html), "li") if key in each.attributes]


def text_in(entry: Element, name: str = "quiz-text", after: int = 0) -> str:
    """Return the words of the part of an entry that has a class, without its first pieces, as Markdown."""
    found = next(below(entry, "div", name), Element(""))
    return from_tree(Element("", {}, found.inside[after:])).text


def why_in(entry: Element) -> str:
    """Return the reason in an entry as Markdown, '' where there is none."""
    return text_in(entry, "quiz-why")


def without_why(entry: Element) -> str:
    """Return the words of an entry without its reason as Markdown."""
    kept = [each for each in entry.inside if isinstance(each, str) or each.attributes.get("class") != "quiz-why"]
    return from_tree(Element("", {}, kept)).text
