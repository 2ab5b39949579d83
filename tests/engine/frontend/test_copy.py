"""The learner's own copy, run in V8 from the files that the site ships: what is read from a file, and how two come together."""

import json
import random
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from front_end import source

ENTRY = {
    "picked": [],
    "points": [],
    "typed": {},
    "answered": True,
    "partly": False,
    "flagged": False,
    "visited": True,
    "seconds": 3,
}
ANSWER = {"picked": ["a"], "points": [], "typed": {"typed": "because"}, "checked": True}
SETTINGS = {"exam": "2027-03-01", "size": 20, "fresh": 10, "without": [], "chosen": False, "at": 0}
RESULT = {"time": 9, "day": 20000, "earned": 3, "marks": 5, "sections": [{"title": "A", "earned": 3, "marks": 5}]}

# The store's readers, each for its sort of piece, as the pages of practice have them.
UNDERSTOOD = """
const EMPTY = { picked: [], points: [], typed: {} };
const store = new Store("small-site", () => undefined);
const quiz = { isMap, textsIn, soundResponse, EMPTY, localDay, store };
const understood = (sort, id, piece) => (Object.hasOwn(store.readers, sort) ? store.understood(sort, piece, id) : null);
const mine = (pieces = {}) => ({ site: "small-site", version: RECORD_VERSION, pieces });
function bring(own, text) {
  const { pieces } = readCopy(text, mine(own), understood);
  const { write, remove, ...counts } = mergeCopies(own, pieces);
  const all = { ...own, ...write };
  for (const key of remove) delete all[key];
  return { all, counts };
}
"""


class Scripts:
    """One V8 with the store, the schedule and the copy in it."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        for text in (*map(source, ("review.js", "store.js", "fsrs.js", "schedule.js")), UNDERSTOOD):
            self._v8.eval(text)
        for name in ("pieces.js", "scheduling.js", "plan.js", "attempt.js", "sittings.js", "records.js", "copy.js"):
            self._v8.eval(f"{{\n{source(name)}}}")

    def run(self, body: str, *arguments: object) -> Any:
        """Return what the body of a function returns; `a` are its arguments."""
        return json.loads(str(self._v8.eval(f"JSON.stringify(((...a) => {{ {body} }})(...{json.dumps(arguments)}))")))

    def bring(self, own: dict[str, Any], theirs: dict[str, Any]) -> Any:
        """Return all that the browser holds when the pieces of a copy were brought in to its own, and the counts."""
        return self.run("return bring(a[0], a[1]);", own, copy(theirs))


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts()


def copy(pieces: object, **changes: object) -> str:
    return json.dumps({"site": "small-site", "version": 3, "pieces": pieces, "date": "2027-01-04", **changes})


def sitting(spent: float, result: object = None, **more: object) -> dict[str, Any]:
    ours = {"paper": "p", "seed": "1", "title": "P", "ids": [["x"]], "started": 1, "timed": True, "spent": spent, "ticked": 2}
    return {**ours, "at": "x", **({"result": result} if result else {}), **more}


def some_copy(chance: random.Random) -> dict[str, Any]:
    """Return pieces of every sort, of which any two copies have some in common."""
    log = sorted(
        [chance.randrange(6), 20000 + chance.randrange(3), chance.randrange(1, 5)] for _ in range(chance.randrange(1, 5))
    )
    times = {entry[0]: entry for entry in log}
    every = {
        **{f"card:{name}": {"log": list(times.values())} for name in ("a", "b", "term:c") if chance.random() < 0.6},
        **{f"answer:{name}": {**ANSWER, "picked": [str(chance.randrange(3))]} for name in "ab" if chance.random() < 0.6},
        "settings:main": {**SETTINGS, "size": chance.randrange(1, 50)},
    }
    for seed in "12":
        if chance.random() < 0.7:
            result = {**RESULT, "time": chance.randrange(3)} if chance.random() < 0.5 else None
            every[f"sitting:p~{seed}"] = sitting(chance.randrange(3), result, seed=seed)
        for part in "xy":
            if chance.random() < 0.5:
                every[f"entry:p~{seed}~{part}"] = {**ENTRY, "seconds": chance.randrange(3)}
    return every


def test_into_an_empty_browser_everything_comes_back(scripts: Scripts) -> None:
    chance = random.Random(1)
    for _ in range(50):
        pieces = some_copy(chance)
        found = scripts.bring({}, pieces)
        assert found["all"] == pieces
        assert found["counts"] == {"added": len(pieces), "changed": 0, "left": 0}


def test_bringing_a_copy_in_twice_changes_nothing_more_and_loses_no_piece(scripts: Scripts) -> None:
    chance = random.Random(2)
    for _ in range(200):
        own, theirs = some_copy(chance), some_copy(chance)
        once = scripts.bring(own, theirs)
        again = scripts.bring(once["all"], theirs)
        assert again["all"] == once["all"]
        assert again["counts"] == {"added": 0, "changed": 0, "left": len(theirs)}
        lost = {key for key in {**own, **theirs} if key not in once["all"]}
        assert all(key.startswith("entry:") for key in lost)


def test_reviews_come_together_whichever_copy_is_first(scripts: Scripts) -> None:
    chance = random.Random(3)
    for _ in range(200):
        one, other = some_copy(chance), some_copy(chance)
        both = [scripts.bring(one, other)["all"], scripts.bring(other, one)["all"]]
        cards = [{key: piece for key, piece in found.items() if key.startswith("card:")} for found in both]
        assert cards[0] == cards[1]
    merged = scripts.bring({"card:a": {"log": [[1, 5, 3], [3, 7, 1]]}}, {"card:a": {"log": [[2, 6, 4], [3, 7, 1]]}})
    assert merged["all"]["card:a"]["log"] == [[1, 5, 3], [2, 6, 4], [3, 7, 1]]
    assert merged["counts"] == {"added": 0, "changed": 1, "left": 0}


CHECKED, DRAFT, BLANK = {**ANSWER}, {**ANSWER, "checked": False}, {"picked": [], "points": [], "typed": {}, "checked": False}
OTHER = {**ANSWER, "picked": ["b"]}
# What the browser holds, what the copy brings, and which of them stays.
MERGES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "a checked answer before a draft": (DRAFT, CHECKED, "theirs"),
    "a checked answer before a later draft": ({**DRAFT, "at": 9}, {**CHECKED, "at": 5}, "theirs"),
    "a draft never before a checked answer": ({**CHECKED, "at": 5}, {**DRAFT, "at": 9}, "mine"),
    "of two checked answers the later": ({**CHECKED, "at": 5}, {**OTHER, "at": 9}, "theirs"),
    "of two checked answers the later, which is here": ({**CHECKED, "at": 9}, {**OTHER, "at": 5}, "mine"),
    "an answer with a time before one without": (CHECKED, {**OTHER, "at": 5}, "theirs"),
    "of two answers without a time the one here": (CHECKED, OTHER, "mine"),
    "of two answers of one time the one here": ({**CHECKED, "at": 5}, {**OTHER, "at": 5}, "mine"),
    "a checked blank, which says that it was not known": (DRAFT, {**BLANK, "checked": True}, "theirs"),
    "a draft before an empty form": ({**BLANK, "at": 9}, DRAFT, "theirs"),
    "of two drafts the later": ({**DRAFT, "at": 5}, {**OTHER, "checked": False, "at": 9}, "theirs"),
}


@pytest.mark.parametrize(("mine", "theirs", "stays"), MERGES.values(), ids=MERGES.keys())
def test_of_two_answers_the_checked_one_stays_and_then_the_later(
    scripts: Scripts, mine: dict[str, Any], theirs: dict[str, Any], stays: str
) -> None:
    found = scripts.bring({"answer:a": mine}, {"answer:a": theirs, "answer:b": ANSWER})
    assert found["all"] == {"answer:a": mine if stays == "mine" else theirs, "answer:b": ANSWER}
    assert found["counts"] == {"added": 1, "changed": int(stays == "theirs"), "left": int(stays == "mine")}


@pytest.mark.parametrize(("mine", "theirs", "stays"), [(0, 5, 5), (5, 0, 5), (5, 9, 9), (9, 5, 9)])
def test_of_two_settings_the_later_stay(scripts: Scripts, mine: int, theirs: int, stays: int) -> None:
    own, brought = ({"settings:main": {**SETTINGS, "size": at + 10, "at": at}} for at in (mine, theirs))
    assert scripts.bring(own, brought)["all"]["settings:main"]["size"] == stays + 10


def test_settings_of_an_earlier_version_stay_where_both_have_them(scripts: Scripts) -> None:
    earlier = {key: value for key, value in SETTINGS.items() if key != "at"}
    found = scripts.bring({"settings:main": SETTINGS}, {"settings:main": {**earlier, "size": 50}})
    assert found["all"] == {"settings:main": SETTINGS}


ORDER = (sitting(5), sitting(6), sitting(2, RESULT), sitting(1, {**RESULT, "time": 10}))


@pytest.mark.parametrize("ahead", range(1, 4))
def test_of_a_sitting_the_copy_that_is_further_on_stays_with_its_entries(scripts: Scripts, ahead: int) -> None:
    less = {"sitting:p~1": ORDER[ahead - 1], "entry:p~1~x": ENTRY, "entry:p~1~y": ENTRY, "entry:p~2~y": ENTRY}
    more = {"sitting:p~1": ORDER[ahead], "entry:p~1~x": {**ENTRY, "seconds": 8}, "entry:p~1~z": ENTRY}
    expected = {**more, "entry:p~2~y": ENTRY}
    assert scripts.bring(less, more)["all"] == expected
    assert scripts.bring(more, less)["all"] == expected
    assert scripts.bring(less, less)["all"] == less


def attempt(started: int, **more: object) -> dict[str, Any]:
    return {"way": "exam", "ids": ["x", "y"], "at": "", "day": 1, "started": started, "done": [], "wrong": [], **more}


def test_a_test_under_way_in_a_copy_takes_the_place_of_an_earlier_finished_one(scripts: Scripts) -> None:
    score = {"earned": 1, "marks": 2}
    finished = {"attempt:quiz:b": attempt(5, result=score), "response:quiz:b~x": CHECKED}
    later = {"attempt:quiz:b": attempt(9), "response:quiz:b~y": DRAFT}
    assert scripts.bring(finished, later)["all"] == later
    assert scripts.bring(later, finished)["all"] == later
    earlier = {"attempt:quiz:b": attempt(3), "response:quiz:b~y": DRAFT}
    assert scripts.bring(finished, earlier)["all"] == finished
    assert scripts.bring(earlier, later)["all"] == earlier  # it is under way here


def fault(scripts: Scripts, text: str) -> str:
    return " ".join(scripts.run("return readCopy(a[0], mine(), understood).fault ?? [];", text))


GARBAGE = {
    "": "unreadable",
    "{": "unreadable",
    "\x00\xff": "unreadable",
    "<html></html>": "unreadable",
    "null": "unreadable",
    "7": "unreadable",
    "[]": "unreadable",
    "[" * 100_000: "unreadable",
    "{}": "nameless",
    copy({}, site=None): "nameless",
    copy({}, site=["small-site"]): "nameless",
    copy({}, version=None): "nameless",
    copy({}, version=0): "nameless",
    copy({}, version="new"): "nameless",
    copy({}, site="other-notes"): "foreign other-notes",
    copy({}, site="x" * 999): f"foreign {'x' * 50}",
    copy({}, version=4): "newer",
    copy(None): "empty",
    copy([]): "empty",
    copy("pieces"): "empty",
}


@pytest.mark.parametrize("text", GARBAGE)
def test_a_file_that_is_no_copy_is_refused_and_told_why(scripts: Scripts, text: str) -> None:
    assert fault(scripts, text) == GARBAGE[text]


BAD_PIECES: dict[str, object] = {
    "answer:a": {"picked": "a", "checked": True},
    "answer:b": None,
    "answer:c": [1],
    "answer:d": "{",
    "answer:e": {**ANSWER, "v": 9},
    "answer": ANSWER,
    ":a": ANSWER,
    "card:a": {"log": [[1, 2]]},
    "card:b": {"log": [[1, 2, 5]]},
    "card:c": {"log": {"length": 1}},
    "settings:main": {"exam": {}, "without": 5},
    "sitting:p~1": {"paper": "p", "seed": "1", "ids": 5},
    "entry:p~1~x": {"typed": None},
    "song:a": ANSWER,
    "constructor:a": ANSWER,
    "__proto__:a": ANSWER,
    "toString:a": {},
}


@pytest.mark.parametrize("key", BAD_PIECES)
def test_a_piece_in_which_nothing_can_be_read_is_left_out_and_named(scripts: Scripts, key: str) -> None:
    assert fault(scripts, copy({key: BAD_PIECES[key]})) == f"broken {key}"
    found = scripts.run("return readCopy(a[0], mine(), understood);", copy({key: BAD_PIECES[key], "answer:good": ANSWER}))
    assert found == {"pieces": {"answer:good": ANSWER}, "unread": [key]}


def test_a_piece_that_says_its_own_version_is_read_by_it(scripts: Scripts) -> None:
    first = {"v": 1, "picked": ["a"], "typed": "because", "checked": True}
    pieces = {"answer:a": first, "answer:b": {"v": 3, **ANSWER}, "answer:c": ANSWER}
    read = scripts.run("return readCopy(a[0], mine(), understood).pieces;", copy(pieces))
    assert read == {"answer:a": ANSWER, "answer:b": ANSWER, "answer:c": ANSWER}


def test_a_copy_of_the_first_version_is_read_as_it_was_meant(scripts: Scripts) -> None:
    old = {"picked": ["a"], "typed": "because", "checked": True}
    assert scripts.run("return readCopy(a[0], mine(), understood).pieces;", copy({"answer:a": old}, version=1)) == {
        "answer:a": ANSWER
    }


def test_an_earlier_attempt_never_replaces_a_later_one(scripts: Scripts) -> None:
    result = {"time": 9, "day": 20000, "earned": 1, "marks": 2, "sections": []}
    later = {"sitting:p~1": sitting(1800, started=200)}
    earlier = {"sitting:p~1": sitting(60, result, started=100)}
    assert scripts.run("return mergeCopies(a[0], a[1]).write;", later, earlier) == {}
    assert scripts.run("return mergeCopies(a[0], a[1]).write;", earlier, later) == {}


@pytest.mark.parametrize(
    ("key", "whole"),
    [
        ("entry:boards~7b~leaf-cell", "sitting:boards~7b"),
        ("response:quiz:roots~leaf-cell", "attempt:quiz:roots"),
        ("sitting:boards~7b", "sitting:boards~7b"),
        ("card:term:client", "card:term:client"),
    ],
)
def test_a_part_of_a_sitting_or_an_attempt_knows_the_whole(scripts: Scripts, key: str, whole: str) -> None:
    assert scripts.run("return sittingOf(a[0]);", key) == whole
