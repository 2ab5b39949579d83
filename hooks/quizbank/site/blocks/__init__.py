"""The blocks that a page may hold: `/// quiz | …` and the others, a module for each. Being here is enough to be one.

A module has `html(page, argument)`, which returns what stands in the block's place on a page (`../page.py`) and declares in
`page.needs` what a browser needs for it; a fault is raised as `UnknownReference`. What the Markdown parser needs of a block is
its name alone, the name of its module.
"""

import importlib
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from quizbank.notes.blocks import NAMES

BlockFunction = Callable[[Any, str], Markup]


def block_functions() -> dict[str, BlockFunction]:
    """Return the function that makes the HTML of each block, by the block's name."""
    return {name: importlib.import_module(f"quizbank.site.blocks.{name}").html for name in NAMES}
