"""Anki: a package of cards with their note types, decks, tags and pictures, for Anki, AnkiDroid and AnkiMobile.

After https://docs.ankiweb.net/importing/packaged-decks.html. Anki knows a note again by its guid and takes over what changed
since, so a learner who imports a later file keeps every review. The learner rates each card; what was marked on the front is
shown on the back with its verdict.
"""

from quizbank.exchange.portable import Portable
from quizbank.exports.anki.package import package
from quizbank.exports.format import Format


def _unable(_: Portable) -> str:
    """Return '': a card can hold everything that a learner can be shown."""
    return ""


FORMAT = Format("Anki", "apkg", _unable, package, rank=1, how="downloads.how_anki")
