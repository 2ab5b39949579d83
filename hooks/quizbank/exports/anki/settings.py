"""What a collection of schema 11 says of itself, in JSON: its note types, its decks, and the settings that any Anki looks for."""

import json
from collections.abc import Sequence
from typing import Any

from quizbank.exports.anki.ids import fixed_id
from quizbank.exports.anki.notes import BELOW, Note
from quizbank.exports.anki.notetypes import STYLED, NoteType
from quizbank.exports.anki.templates import sides, style

_DAY = 86_400
_SCHEMA_VERSION = 11
_DEFAULT = 1  # the id of the deck and of the options that every collection has
_CARD = "Card 1"
_SORTED_BY = 1  # the field after the id
# What a collection is set to that nobody has set; nothing of it is imported, and older versions look for all of it.
_CONF: dict[str, Any] = {
    "activeDecks": [_DEFAULT],
    "addToCur": True,
    "collapseTime": 1200,
    "curDeck": _DEFAULT,
    "curModel": None,
    "dueCounts": True,
    "estTimes": True,
    "newSpread": 0,
    "nextPos": 1,
    "sortBackwards": False,
    "sortType": "noteFld",
    "timeLim": 0,
}
_NEW = {
    "bury": False,
    "delays": [1.0, 10.0],
    "initialFactor": 2500,
    "ints": [1, 4, 0],
    "order": 1,
    "perDay": 20,
    "separate": True,
}
_LAPSE = {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0}
_REVIEW = {
    "bury": False,
    "ease4": 1.3,
    "fuzz": 0.05,
    "hardFactor": 1.2,
    "ivlFct": 1.0,
    "maxIvl": 36500,
    "minSpace": 1,
    "perDay": 200,
}
_OPTIONS = {"autoplay": True, "dyn": False, "lapse": _LAPSE, "maxTaken": 60, "name": "Default", "new": _NEW, "replayq": True}
_LATEX = (
    "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n"
    "\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n"
)


def settings(notes: Sequence[Note], language: str, when: int) -> tuple[int | str, ...]:
    """Return the one row of the table `col`. `when` is in seconds since 1970."""
    kinds = list({note.kind: None for note in notes})
    models = {str(kind.id(language)): _model(kind, language) for kind in kinds}
    decks = {str(_DEFAULT): _deck(_DEFAULT, "Default", 0)} | {
        str(deck_id(name)): _deck(deck_id(name), name, when) for name in _names(notes)
    }
    options = {str(_DEFAULT): {**_OPTIONS, "id": _DEFAULT, "mod": 0, "rev": _REVIEW, "timer": 0, "usn": 0}}
    ids = (1, when // _DAY * _DAY, when * 1000, when * 1000, _SCHEMA_VERSION, 0, 0, 0)
    return (*ids, *map(_json, (_CONF, models, decks, options, {})))


def deck_id(name: str) -> int:
    """Return the id of a deck."""
    return fixed_id(f"deck {name}")


def _names(notes: Sequence[Note]) -> list[str]:
    """Return the names of all decks, and of those around them."""
    names = {note.deck: None for note in notes}
    return sorted({name.rpartition(BELOW)[0]: None for name in names} | names)


def _deck(number: int, name: str, when: int) -> dict[str, Any]:
    today = {key: [0, 0] for key in ("lrnToday", "newToday", "revToday", "timeToday")}
    limits = {"extendNew": 0, "extendRev": 0}
    shown = {"browserCollapsed": True, "collapsed": False, "desc": "", "dyn": 0}
    return {"conf": _DEFAULT, "id": number, "mod": when, "name": name, "usn": -1, **limits, **shown, **today}


def _model(kind: NoteType, language: str) -> dict[str, Any]:
    number, title = kind.id(language), kind.title(language)
    return {
        "id": number,
        "name": title,
        "type": 0,
        "mod": int(STYLED.timestamp()),
        "usn": -1,
        "sortf": _SORTED_BY,
        "did": _DEFAULT,
        "flds": [_field(title, place, name) for place, name in enumerate(kind.fields)],
        "tmpls": [_template(title, *sides(kind, language))],
        "css": style(),
        "req": [[0, "any", [_SORTED_BY]]],
        "latexPre": _LATEX,
        "latexPost": "\\end{document}",
        "latexsvg": False,
        "tags": [],
        "vers": [],
    }


def _field(title: str, place: int, name: str) -> dict[str, Any]:
    look = {"font": "Arial", "media": [], "rtl": False, "size": 20, "sticky": False}
    return {"id": fixed_id(f"field {title} {name}"), "name": name, "ord": place, **look}


def _template(title: str, front: str, back: str) -> dict[str, Any]:
    browser = {"bafmt": "", "bqfmt": "", "did": None}
    return {"id": fixed_id(f"template {title}"), "name": _CARD, "ord": 0, "qfmt": front, "afmt": back, **browser}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
