"""A backup that is restored where the storage has little room: no half of one attempt ever lies beside the answers of another."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from learner_tabs import Tabs

ENTRY = {"points": [], "typed": {}, "answered": True, "partly": False, "flagged": False, "visited": True, "seconds": 3}
RESPONSE = {"points": [], "typed": {}, "checked": False, "at": 4}


def sitting(name: str, spent: int, parts: str) -> dict[str, Any]:
    """Return a sitting that is under way, with answers that say whose they are."""
    whole = {"paper": "p", "seed": "1", "title": name, "ids": [["x", "y", "z"]], "started": 1, "timed": True}
    entries = {f"entry:p~1~{part}": {"picked": [name], **ENTRY} for part in parts}
    return {"sitting:p~1": {**whole, "spent": spent, "ticked": 2, "at": ""}, **entries}


def attempt(name: str, started: int, parts: str, **more: Any) -> dict[str, Any]:
    whole = {"way": name, "ids": ["x", "y", "z"], "at": "", "day": 1, "started": started, "done": [], "wrong": [], **more}
    return {"attempt:quiz:b": whole, **{f"response:quiz:b~{part}": {"picked": [name], **RESPONSE} for part in parts}}


# What the browser has, and what takes its place.
PAIRS = {
    "sittings": (sitting("mine", 1, "xy"), sitting("theirs", 9, "xz")),
    "attempts": (attempt("mine", 1, "xy", result={"earned": 1, "marks": 2}), attempt("theirs", 9, "xz")),
}


@pytest.fixture(scope="module")
def tabs() -> Iterator[Tabs]:
    tabs = Tabs()
    yield tabs
    tabs.close()


def restored(tabs: Tabs, mine: dict[str, Any], theirs: dict[str, Any], room: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a page reads after a backup was restored with so much room, and what the next page reads."""
    tabs.reset()
    for key, piece in mine.items():
        tabs.store(0, "write", *key.split(":", 1), piece)
    tabs.run(f"area.room = {room};")
    tabs.run("tabs[0].restore(tabs[0].store, a[0]);", json.dumps({"site": "site", "version": 3, "pieces": theirs}))
    keys = sorted({*mine, *theirs})
    look = "return a[0].map((key) => tabs[TAB].store.read(...key.split(/:(.*)/s)));"
    seen = (tabs.run(look.replace("TAB", tab), keys) for tab in "01")
    here, later = ({key: piece for key, piece in zip(keys, each, strict=True) if piece is not None} for each in seen)
    return here, later


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS.keys())
@pytest.mark.parametrize("extra", [*range(-100, 400, 25), 10**6])
def test_a_restored_attempt_replaces_another_as_a_whole_or_not_at_all(tabs: Tabs, pair: Any, extra: int) -> None:
    mine, theirs = pair
    here, later = restored(tabs, mine, theirs, f"{extra} + [...area.records].join('').length")
    assert here == theirs
    whole = next(iter(mine))
    if later[whole] == mine[whole]:
        assert later == mine
    else:
        assert later.items() <= theirs.items()


def test_with_room_enough_everything_is_kept_and_the_rest_is_gone(tabs: Tabs) -> None:
    for mine, theirs in PAIRS.values():
        assert restored(tabs, mine, theirs, "Infinity") == (theirs, theirs)
        assert restored(tabs, theirs, mine, "Infinity") == (theirs, theirs)
