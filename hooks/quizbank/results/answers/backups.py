"""Learners' backups, which the page Progress of the site writes: what of one can be read, and the answers in it.

A backup is { site, version, pieces }, its pieces by "type:id" (`frontend/progress/copy.js`). It comes from somebody else's
computer: each field is looked at before it is used, as `frontend/storage/` does, and damaged pieces are passed over.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizbank.results.marking import Response

# As `frontend/storage/store.js` has it.
VERSION = 3
LONGEST_NAME = 50  # characters of a name from a file that a message quotes

Piece = Mapping[str, Any]


class Refused(ValueError):
    """Why a file is not used, in a line for each reason: where in the file, '' for the whole of it, and what is wrong."""

    def __init__(self, *reasons: tuple[str, str]) -> None:
        super().__init__("; ".join(message for _, message in reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Sitting:
    """A mock test that was handed in: the ids of its questions by section, and the response to each part that has one."""

    ids: tuple[tuple[str, ...], ...]
    responses: Mapping[str, Response]


def read_backup(data: bytes, site: str) -> Mapping[str, Piece]:
    """Return the pieces of a backup of the site with this id. Raises Refused."""
    copy = _parsed(data)
    if not isinstance(copy, dict) or not isinstance(copy.get("site"), str) or not _is_version(copy.get("version")):
        raise _whole("expected a learner's backup of this site, got JSON without its site and version")
    if copy["site"] != site:
        raise _whole(f"expected a backup of the site '{site}', got one of '{_short(copy['site'])}'")
    if copy["version"] > VERSION:
        raise _whole(f"expected a backup of version {VERSION} or earlier, got version {copy['version']:g}")
    if not isinstance(copy.get("pieces"), dict):
        raise _whole("expected the pieces of a backup, got none: the file is damaged")
    return dict(_sound(copy["pieces"], copy["version"]))


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _whole("expected a learner's backup, got a file that cannot be read: it is damaged, or something else") from None


def _sound(pieces: Mapping[str, Any], version: float) -> Iterator[tuple[str, Piece]]:
    for key, piece in pieces.items():
        if isinstance(piece, dict) and piece.get("v", version) in range(1, VERSION + 1):
            yield key, {"v": version, **piece}


def checked_answers(pieces: Mapping[str, Piece]) -> dict[str, Response]:
    """Return the answers that the learner has checked, by the ids of the questions. One that is damaged in part is a draft."""
    found = {key: _response(piece) for key, piece in pieces.items() if key.startswith("answer:") and piece.get("checked") is True}
    return {_id(key): response for key, (response, whole) in found.items() if whole}


def finished_tests(pieces: Mapping[str, Piece]) -> dict[str, Response]:
    """Return the first answers in tests that the learner has finished on quiz pages, by the ids of the questions.

    A question that was left open has an empty response.
    """
    answers: dict[str, Response] = {}
    for key, piece in pieces.items():
        if key.startswith("attempt:quiz:") and piece.get("way") == "exam" and _is_result(piece.get("result")):
            responses = key.replace("attempt:", "response:", 1)
            answers |= {name: _response(pieces.get(f"{responses}~{name}", {}))[0] for name in _texts(piece.get("ids"))}
    return answers


def sitting_of(pieces: Mapping[str, Piece], paper: str, code: str) -> Sitting:
    """Return the mock test of this paper and code. Raises Refused unless it was handed in."""
    piece = pieces.get(f"sitting:{paper}~{code}")
    if piece is None:
        raise _whole(f"expected the mock test '{paper}' with the code {code}, got {_others(pieces)}")
    ids = piece.get("ids")
    if not isinstance(ids, list):
        raise _whole(f"expected the questions of the mock test '{paper}', got none: the file is damaged")
    if not _is_result(piece.get("result")):
        raise _whole(f"expected a mock test '{paper}' that was submitted, got one that is still open")
    sections = tuple(map(_texts, ids))
    start = f"entry:{paper}~{code}~"
    entries = {key.removeprefix(start): _response(entry)[0] for key, entry in pieces.items() if key.startswith(start)}
    return Sitting(sections, entries)


def _others(pieces: Mapping[str, Piece]) -> str:
    """Name the mock tests that a backup holds instead."""
    names = [_short(_id(key).replace("~", " with the code ")) for key in pieces if key.startswith("sitting:")]
    return f"only {', '.join(sorted(names)[:5])}" if names else "a backup without mock tests"


def _response(piece: Piece) -> tuple[Response, bool]:
    """Return what of a response is sound, and whether that is all of it. Version 1 kept one text."""
    picked, points, typed = piece.get("picked"), piece.get("points"), piece.get("typed")
    if piece.get("v") == 1:
        points, typed = [], {"typed": typed}
    texts = {name: text for name, text in typed.items() if isinstance(text, str)} if isinstance(typed, dict) else {}
    response = Response(_texts(picked), _texts(points), texts)
    return response, (list(response.picked), list(response.points), texts) == (picked, points, typed)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()


def _is_result(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(name), (int, float)) for name in ("earned", "marks"))


def _is_version(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 1


def _id(key: str) -> str:
    return key.partition(":")[2]


def _short(name: str) -> str:
    return name[:LONGEST_NAME]


def _whole(message: str) -> Refused:
    return Refused(("", message))
