"""Which files for other systems the site offers: those that `make exports` has made of these very questions."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig

import quizbank  # noqa: F401 - here, since this folder is on Python's path only while this file runs

if TYPE_CHECKING:
    from quizbank.library import Library
    from quizbank.site.downloads import Ready

log = logging.getLogger("mkdocs.hooks.quiz_pages")


def offered(config: MkDocsConfig, library: "Library", root: Path) -> "Ready | None":
    """Return the files for other systems, for the web: a folder to hand out does without them, and so does who is writing.

    Files of other questions than those of the site are not offered, and a strict build says so.
    """
    from quizbank.exchange.made_of import made_of
    from quizbank.problems.advice import exporting
    from quizbank.site.downloads import NoAccount, read_downloads

    offline: Any = config.plugins.get("material/offline")
    if (offline is not None and offline.config.enabled) or not config.extra.get("exports", True):
        return None
    try:
        ready = read_downloads(root)
    except NoAccount as fault:
        log.error("%s", fault)
        return None
    if ready and ready.of != made_of(root / bank.file for bank in library.banks.values()):
        log.error("exports/: expected files of these questions, got those of others; run '%s', or delete the folder", exporting())
        return None
    return ready
