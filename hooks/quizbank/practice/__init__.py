"""The pages on which a learner practises, a module each. Being here is enough to be one: nothing else lists them.

The module `today` declares the page `today`: its `PAGE` says what heads it and what it loads; `today.html.j2` beside it holds
what the page's script fills, and the script defines the element `<quiz-today>`. Imports nothing of the engine, so that every room
may ask: the course's profile has a key for each page, and the renderer, the site and its scripts take them from here.
"""

import importlib
from pathlib import Path

from quizbank.practice.page import PracticePage

FOLDER = Path(__file__).parent


def _load(name: str) -> PracticePage:
    page: PracticePage = importlib.import_module(f"quizbank.practice.{name}").PAGE
    return page


PAGES = {path.name.partition(".")[0]: _load(path.name.partition(".")[0]) for path in sorted(FOLDER.glob("*.html.j2"))}
