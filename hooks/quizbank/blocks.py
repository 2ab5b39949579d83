"""The Markdown blocks `/// quiz | bank#question`, `/// quiz | bank` and `/// objectives | bank`.

What a block becomes is decided by a function given from outside: MkDocs' adapter leaves a mark there and fills it in after the
search plugin has read the page; a platform without such a step can render at once.
"""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

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


class QuizBlocks(BlocksExtension):  # type: ignore[misc]
    """The Markdown extension. `place(name, argument)` returns the HTML that stands where the block stood."""

    def __init__(self, place: Place, **configuration: Any) -> None:
        self._place = place
        super().__init__(**configuration)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802
        """Make both blocks known to the parser."""
        for name in ("quiz", "objectives"):
            block = type(name, (_PlacedBlock,), {"NAME": name, "place": staticmethod(self._place)})
            block_mgr.register(block, self.getConfigs())
