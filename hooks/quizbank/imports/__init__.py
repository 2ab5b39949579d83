"""Other people's questions as a bank of drafts: a folder in `readers/` for each format. A folder is found by being there.

The folder `readers/gift/` reads the format `gift`. Its `__init__.py` has `READER`, which says what it is called, which files it
knows, and how it reads one. A reader gives `Portable`s and says of each what it could not take; `bank/` writes the bank. Readers
load libraries that the site does not need (the extra `exchange`) only when they read.
"""

import importlib
from pathlib import Path

from quizbank.imports.reader import Reader

FOLDER = Path(__file__).parent / "readers"
NAMES: tuple[str, ...] = tuple(sorted(path.parent.name.replace("_", "-") for path in FOLDER.glob("*/__init__.py")))


def load_reader(name: str) -> Reader:
    """Return one of the readers in `NAMES`."""
    module = importlib.import_module(f"quizbank.imports.readers.{name.replace('-', '_')}")
    found: Reader = module.READER
    return found
