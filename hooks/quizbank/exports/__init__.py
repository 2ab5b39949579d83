"""Questions for other systems: a folder for each format. A folder is found by being here; nothing else lists the formats.

The folder `gift/` is the format `gift`. Its `__init__.py` has `FORMAT`, which says what the format is called, what it cannot say,
and how a file of it is written. Formats load libraries that the site does not need (the extra `exchange`), so they are loaded
when somebody exports, one by one.
"""

import importlib
from pathlib import Path

from quizbank.exports.format import Format

FOLDER = Path(__file__).parent
NAMES: tuple[str, ...] = tuple(sorted(path.parent.name.replace("_", "-") for path in FOLDER.glob("*/__init__.py")))


def load_format(name: str) -> Format:
    """Return one of the formats in `NAMES`. Raises ImportError, with the package's name, where a library is not installed."""
    module = importlib.import_module(f"quizbank.exports.{name.replace('-', '_')}")
    found: Format = module.FORMAT
    return found
