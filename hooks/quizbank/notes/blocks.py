"""The Markdown blocks of questions and figures.

`/// quiz | bank#question`, `/// quiz | bank`, `/// objectives | bank`, `/// figure | name | caption`, `/// language`, `/// home`;
generated pages use `/// example | kind`, `/// practice | name` and `/// mock | paper` besides. What stands where they stood, and
the drawing of a figure, come from a function given from outside: MkDocs' adapter leaves a mark there and fills it in after the
search plugin has read the page; a platform without such a step can render at once.
"""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from quizbank.blocks import BLOCKS
from quizbank.blocks.place import PointsAt
from quizbank.strings.words import DEFAULT, Words

# Blocks of pymdownx that authors know from other sites: `/// details | Title` and `/// admonition | Title`.
STANDARD_BLOCKS = ("pymdownx.blocks.admonition", "pymdownx.blocks.details")

# Stands behind a page that holds answers to its own exercises, in boxes of the type "success".
ANSWERS = "<!--answers-->"

Place = Callable[[str, str], str]


class _PlacedBlock(Block):  # type: ignore[misc]  # pymdownx has no types
    """A block whose HTML comes from `place(name, argument)`."""

    ARGUMENT = True
    place: Place

    def on_create(self, parent: Element) -> Element:
        """Put the block's HTML into the page as it is."""
        element = SubElement(parent, "div")
        element.text = self.md.htmlStash.store(self.place(self.NAME, self.argument))
        return element


class _BareBlock(_PlacedBlock):
    """A block that has no argument."""

    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        """Put the block's HTML into the page."""
        self.argument = ""
        return super().on_create(parent)


class _FigureBlock(_PlacedBlock):
    """A drawing with its caption; the block's body says in words what it shows."""

    words: Words

    def on_create(self, parent: Element) -> Element:
        """Make the figure, with the drawing put in by `place`."""
        name, _, caption = (part.strip() for part in self.argument.partition("|"))
        holder = SubElement(parent, "div", {"class": "site-figure", "id": f"fig-{name}"})
        figure = SubElement(holder, "figure")
        drawing = SubElement(figure, "div")
        drawing.text = self.md.htmlStash.store(self.place(self.NAME, name))
        SubElement(figure, "figcaption").text = caption
        self._words = SubElement(holder, "details", {"class": "figure-words"})
        summary = SubElement(self._words, "summary")
        summary.text = self.md.htmlStash.store(self.words.word("figure.words"))
        return holder

    def on_add(self, block: Element) -> Element:
        """Put the body into the folded part."""
        return self._words


_BASES = {PointsAt.FIGURE: _FigureBlock, PointsAt.NOTHING: _BareBlock}


class QuizBlocks(BlocksExtension):  # type: ignore[misc]
    """The Markdown extension. `place(name, argument)` returns what stands in a block's place; `language` is the course's."""

    def __init__(self, place: Place, language: str = DEFAULT, **configuration: Any) -> None:
        self._place, self._words = place, Words(language)
        super().__init__(**configuration)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802
        """Make the blocks known to the parser."""
        for name, block in BLOCKS.items():
            base = _BASES.get(block.points_at, _PlacedBlock)
            placed = type(name, (base,), {"NAME": name, "place": staticmethod(self._place), "words": self._words})
            block_mgr.register(placed, self.getConfigs())


class _AnswersSought(Treeprocessor):
    """Looks whether a page holds answers, when all of its boxes have been made."""

    found = False

    def run(self, root: Element) -> None:
        """Look through the page's elements."""
        self.found = any("success" in element.get("class", "").split() for element in root.iter())


class _AnswersMarked(Postprocessor):
    """Puts the mark of answers behind a page that holds some."""

    def __init__(self, sought: _AnswersSought) -> None:
        super().__init__()
        self._sought = sought

    def run(self, text: str) -> str:
        """Return the page, with the mark if there are answers."""
        return f"{text}\n{ANSWERS}" if self._sought.found else text


class AnswerMark(Extension):
    """The Markdown extension that says of each page whether it holds answers to its own exercises."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Look when the tree is complete, and mark the text when it is."""
        sought = _AnswersSought(md)
        md.treeprocessors.register(sought, "answers", -10)
        md.postprocessors.register(_AnswersMarked(sought), "answers", -10)


def extensions_with(extensions: list[Any], place: Place, language: str = DEFAULT) -> list[Any]:
    """Return a site's Markdown extensions with the blocks. An extension that is there already does not come twice.

    `language` is that of the words beside a figure.
    """
    return [*extensions, *(name for name in STANDARD_BLOCKS if name not in extensions), QuizBlocks(place, language), AnswerMark()]
