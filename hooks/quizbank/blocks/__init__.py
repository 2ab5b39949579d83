"""The blocks that a page may hold: `/// quiz | …` and the others, a module for each. Being here is enough to be one.

A module's name is the block's. It declares in `POINTS_AT` what a check must find behind its argument, and has
`html(place, argument)`, which returns what stands in the block's place (`place.py`) on a page of the site or in the book; a fault
is raised as `UnknownReference`. Reading a chapter, checking it, the site and the book all take the blocks from here.
"""

import importlib
from pathlib import Path

from quizbank.blocks.place import BlockKind

FOLDER = Path(__file__).parent


def _load(name: str) -> BlockKind:
    module = importlib.import_module(f"quizbank.blocks.{name}")
    return BlockKind(module.POINTS_AT, module.html)


BLOCKS = {path.stem: _load(path.stem) for path in sorted(FOLDER.glob("[a-z]*.py")) if path.stem != "place"}
