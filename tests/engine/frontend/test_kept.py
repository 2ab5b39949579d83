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


def test_what_is_gone_leaves_no_empty_piece_behind(tabs: Tabs) -> None:
    for mine, theirs in PAIRS.values():
        restored(tabs, mine, theirs, "Infinity")
        assert sorted(tabs.store(1, "keys")) == sorted(theirs)


@pytest.mark.parametrize(
    ("text", "fault"), [("{", ["unreadable"]), ("{}", ["nameless"]), ('{"site":"b","version":1}', ["foreign", "b"])]
)
def test_a_file_that_is_no_backup_of_this_site_changes_nothing(tabs: Tabs, text: str, fault: list[str]) -> None:
    mine, _ = PAIRS["sittings"]
    restored(tabs, mine, {}, "Infinity")
    assert tabs.run("return tabs[0].restore(tabs[0].store, a[0]);", text) == {"fault": fault}
    assert sorted(tabs.store(0, "keys")) == sorted(mine)


def test_a_piece_of_a_type_that_nobody_knows_is_left_out_and_named(tabs: Tabs) -> None:
    tabs.reset()
    tabs.run("area.setItem('site:mood:x', '{\"v\":3}'); area.setItem('site:answer:y', '{');")
    pieces = {"answer:a": {"picked": ["b"], "points": [], "typed": {}, "checked": True}, "mood:z": {}}
    told = tabs.run("return tabs[0].restore(tabs[0].store, a[0]);", json.dumps({"site": "site", "version": 3, "pieces": pieces}))
    assert told == {"added": 1, "changed": 0, "left": 0, "unread": ["mood:z"]}
    assert tabs.run("return [area.getItem('site:mood:x'), area.getItem('site:answer:y')];") == ['{"v":3}', "{"]


def test_a_piece_that_the_browser_cannot_read_is_none_and_gives_way_to_that_of_the_backup(tabs: Tabs) -> None:
    tabs.reset()
    tabs.run("area.setItem('site:answer:y', '{'); area.setItem('site:settings:main', '5');")
    answer = {"picked": ["b"], "points": [], "typed": {}, "checked": False}
    copy = {"site": "site", "version": 3, "pieces": {"answer:y": answer}}
    told = tabs.run("return tabs[0].restore(tabs[0].store, a[0]);", json.dumps(copy))
    assert told == {"added": 1, "changed": 0, "left": 0, "unread": []}
    assert tabs.store(1, "read", "answer", "y") == answer


AHEAD = """
const today = localDay();
tabs[0].store.write("card", "a", { log: [[1, today, 3], ...a.map((days, index) => [2 + index, today + days, 3])] });
tabs[0].schedule.card("a");
return tabs[1].store.read("card", "a").log.map(([, day]) => day - today);
"""


@pytest.mark.parametrize(("ahead", "kept"), [([1], [0, 0]), ([5, 5], [0, 0, 0]), ([1, 2], [0, 1, 2]), ([], [0])])
def test_one_day_that_is_still_to_come_is_put_right_beside_one_of_today(tabs: Tabs, ahead: list[int], kept: list[int]) -> None:
    """Several such days say that the clock is wrong now."""
    tabs.reset()
    assert tabs.run(AHEAD, *ahead) == kept


# Lists of what was done

RESULT = {"time": 7, "day": 3, "earned": 1, "marks": 2, "sections": []}


def test_all_attempts_at_mock_tests_come_in_the_order_of_their_ends_and_once(tabs: Tabs) -> None:
    tabs.reset()
    for kind, name, piece in (
        ("past", "p~1~5", {"title": "P", **RESULT, "time": 5}),
        ("past", "p~1~9", {**RESULT, "time": 9}),
        ("past", "pq~1~1", {"title": "Q", **RESULT, "time": 1}),
        ("sitting", "p~1", {"seed": "1", "title": "P", "ids": [], "result": {**RESULT, "time": 9}}),
        ("sitting", "p~2", {"seed": "2", "title": "P", "ids": []}),
    ):
        tabs.store(0, "write", kind, name, piece)
    assert [each["time"] for each in tabs.run("return tabs[0].attempts();")] == [1, 5, 9]
    assert [each["time"] for each in tabs.run("return tabs[0].attempts('p');")] == [5, 9]
    assert tabs.run("return tabs[0].attempts('q');") == []
    first, last = tabs.run("return tabs[0].attempts('p');")
    assert first == {"title": "P", **RESULT, "time": 5}
    assert last == {"seed": "1", "title": "P", **RESULT, "time": 9}
    tabs.store(0, "remove", "sitting", "p~1")
    assert tabs.run("return tabs[0].attempts('p').at(-1).title;") == "p"


READ = [
    ("read", "a.md", {"at": 5}, {"at": 5}),
    ("read", "a.md", {"at": "5"}, None),
    ("finished", "today", {"day": 5}, {"day": 5}),
    ("finished", "today", {"day": 1.5}, None),
    ("place", "a.md", {"section": "b", "at": 5}, {"section": "b", "at": 5}),
    ("place", "a.md", {"section": "b", "at": None}, {"section": "b", "at": 0}),
    ("place", "a.md", {"section": 5, "at": 5}, None),
    ("level", "main", {"right": 1, "n": 2, "wrong": ["b"]}, {"right": 1, "n": 2, "wrong": ["b"]}),
    ("level", "main", {"right": 1, "n": "2", "wrong": ["b"]}, None),
    ("level", "main", {"right": 1, "n": 2, "wrong": [5]}, None),
]


@pytest.mark.parametrize(("kind", "name", "kept", "read"), READ)
def test_small_pieces_are_read_if_they_are_sound(tabs: Tabs, kind: str, name: str, kept: Any, read: Any) -> None:
    tabs.reset()
    tabs.store(0, "write", kind, name, kept)
    assert tabs.store(1, "read", kind, name) == read


def test_a_sitting_without_a_seed_in_its_name_has_none(tabs: Tabs) -> None:
    tabs.reset()
    tabs.store(0, "write", "sitting", "p", {"ids": []})
    sound = {"paper": "p", "seed": "", "title": "p", "ids": [], "started": 0, "timed": False, "spent": 0, "ticked": 0, "at": ""}
    assert tabs.store(1, "read", "sitting", "p") == sound


SAVED = """
const saved = [];
globalThis.Blob = class { constructor(parts, options) { Object.assign(this, { text: parts.join(""), ...options }); } };
const [createObjectURL, revokeObjectURL] = [(blob) => saved.push(blob) && "blob:x", (href) => saved.push(href)];
globalThis.URL = { createObjectURL, revokeObjectURL };
globalThis.setTimeout = (run) => run();
Date = class extends Date { constructor(...given) { super(...(given.length ? given : [1795867200000])); } };
tabs[0].make = (name, attributes) => ({ click: () => saved.push([name, attributes]) });
const copy = tabs[0].download();
return [saved, copy];
"""


def test_a_backup_is_a_file_with_the_sites_name_and_the_learners_date() -> None:
    tabs = Tabs()
    answer = {"picked": ["b"], "points": [], "typed": {}, "checked": True}
    tabs.store(0, "write", "answer", "a", answer)
    (blob, clicked, gone), copy = tabs.run(SAVED)
    assert copy == {"site": "site", "version": 3, "pieces": {"answer:a": {"v": 3, **answer}}, "date": "2026-11-28"}
    assert blob == {"text": json.dumps(copy, separators=(",", ":")), "type": "application/json"}
    assert clicked == ["a", {"href": "blob:x", "download": "site-2026-11-28.json"}]
    assert gone == "blob:x"
    tabs.close()


NOTICE = """
const said = [];
globalThis.say = (key) => key;
tabs[0].warned = { before() {} };
tabs[0].makeButton = (label, type, quiet, action) => said.push([label, type, quiet, action === tabs[0].download]);
tabs[0].notice();
return said;
"""


def test_whoever_is_told_that_nothing_is_kept_is_offered_a_backup(tabs: Tabs) -> None:
    assert tabs.run(NOTICE) == [["notice.download", "button", True, True]]
