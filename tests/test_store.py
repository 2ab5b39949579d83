"""The store of the front end, run in V8 from the file that the site ships: answers, reviews, and storage that fails."""

import json
from pathlib import Path
from typing import Any

import pytest
from py_mini_racer import MiniRacer

import quizbank

FRONTEND = Path(quizbank.__file__).parent / "frontend"

# Stands for the browser's localStorage: `slots` is how many records it has room for.
AREA = """
class Records {
  constructor(slots) { this.slots = slots; this.records = new Map(); }
  getItem(key) { return this.records.get(key) ?? null; }
  setItem(key, text) {
    if (!this.records.has(key) && this.records.size >= this.slots) throw new Error("QuotaExceededError");
    this.records.set(key, String(text));
  }
  removeItem(key) { this.records.delete(key); }
}
// The browser lists the keys of its records as those of the object.
const listed = {
  ownKeys: (area) => [...area.records.keys()],
  set: (area, name, value) => Reflect.defineProperty(area, name, { value, configurable: true }),
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
};
class Area {
  constructor(slots = Infinity) { return new Proxy(new Records(slots), listed); }
}
const blocked = () => { throw new Error("SecurityError"); };
const answer = { picked: ["a"], points: ["p"], typed: { typed: "because" }, checked: true };
const other = { picked: [], points: [], typed: { typed: "BPO" }, checked: false };
"""
ANSWER = {"picked": ["a"], "points": ["p"], "typed": {"typed": "because"}, "checked": True}
OTHER = {"picked": [], "points": [], "typed": {"typed": "BPO"}, "checked": False}


class Scripts:
    """One V8 with the store in it."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        for name in ("review.js", "store.js"):
            self._v8.eval((FRONTEND / name).read_text(encoding="utf-8"))
        self._v8.eval(AREA)

    def run(self, body: str) -> Any:
        """Return what the body of a function returns."""
        return json.loads(str(self._v8.eval(f"JSON.stringify((() => {{ {body} }})())")))


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts()


def read(scripts: Scripts, record: str | None, piece: str = "answer") -> Any:
    """Return what the store makes of a record that it finds."""
    set_it = "" if record is None else f'area.setItem("site:{piece}:q", {json.dumps(record)});'
    return scripts.run(f'const area = new Area(); {set_it} return new Store("site", () => area).read("{piece}", "q");')


SOUND = {
    "v": 3,
    "picked": ["a", "b"],
    "points": ["p"],
    "typed": {"typed-1-basis": "cost", "typed-1-first": "low"},
    "checked": True,
}
# What the first edition of this site stored: one text, no points.
OLD = {"v": 1, "picked": ["a", "b"], "typed": "because", "checked": True}


def test_a_sound_record_is_read_without_its_version_or_anything_else(scripts: Scripts) -> None:
    record = json.dumps({**SOUND, "seen": "2026-01-01", "__proto__": {"x": 1}})
    assert read(scripts, record) == {name: value for name, value in SOUND.items() if name != "v"}


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("typed", ["because", ""])
def test_a_record_of_the_first_version_is_read_as_one_of_the_second(scripts: Scripts, typed: str, checked: bool) -> None:
    record = json.dumps({**OLD, "typed": typed, "checked": checked, "points": "never stored"})
    assert read(scripts, record) == {
        "picked": ["a", "b"],
        "points": [],
        "typed": {"typed": typed},
        "checked": checked,
    }


@pytest.mark.parametrize(
    "record",
    [
        None,
        "",
        " ",
        "null",
        "undefined",
        "1",
        "true",
        '"text"',
        "[]",
        "[1]",
        "{}",
        "[object Object]",
        json.dumps(SOUND)[:-1],
        json.dumps(SOUND) + "}",
        json.dumps([SOUND]),
        json.dumps(json.dumps(SOUND)),
        *(json.dumps({key: value for key, value in SOUND.items() if key != dropped}) for dropped in SOUND),
        *(json.dumps({**SOUND, "v": version}) for version in (0, 1, 4, "2", None, True, [2])),
        *(json.dumps({**SOUND, "checked": checked}) for checked in ("true", 1, None, ["true"])),
        *(json.dumps({**SOUND, "typed": typed}) for typed in ("because", 1, None, ["because"], {"typed": 1}, {"typed": None})),
        *(json.dumps({**SOUND, "points": points}) for points in ("p", None, {"0": "p", "length": 1}, [1], [None], ["p", ["q"]])),
        *(json.dumps({**SOUND, "picked": picked}) for picked in ("a", None, {"0": "a", "length": 1}, [1], [None], ["a", ["b"]])),
        *(json.dumps({key: value for key, value in OLD.items() if key != dropped}) for dropped in OLD),
        *(json.dumps({**OLD, "typed": typed}) for typed in (1, None, ["because"], {"typed": "because"})),
        json.dumps({**OLD, "picked": "a"}),
        json.dumps({**OLD, "checked": "true"}),
    ],
)
def test_a_record_of_any_other_shape_is_no_answer(scripts: Scripts, record: str | None) -> None:
    assert read(scripts, record) is None


def test_an_answer_is_there_again_after_a_reload(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        new Store("site", () => area).write("answer", "q", answer);
        const store = new Store("site", () => area);
        return [store.read("answer", "q"), store.read("answer", "p"), store.kept];
    """)
    assert got == [ANSWER, None, True]


def test_a_later_answer_replaces_the_earlier_one(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        store.write("answer", "q", other);
        return store.read("answer", "q");
    """)
    assert got == OTHER


def test_everything_is_stored_under_the_sites_own_prefix_and_no_probe_is_left(scripts: Scripts) -> None:
    keys = scripts.run("""
        const area = new Area();
        new Store("site", () => area).write("answer", "q", answer);
        return [...area.records.keys()];
    """)
    assert keys == ["site:answer:q"]


def test_two_sites_in_one_storage_do_not_see_each_others_answers(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const mine = new Store("mine", () => area);
        const yours = new Store("yours", () => area);
        mine.write("answer", "q", answer);
        yours.write("answer", "q", other);
        yours.remove("answer", "q");
        return [mine.read("answer", "q"), yours.read("answer", "q")];
    """)
    assert got == [ANSWER, None]


def test_a_removed_answer_stays_away_after_a_reload(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        store.write("answer", "p", other);
        store.remove("answer", "q");
        const again = new Store("site", () => area);
        return [store.read("answer", "q"), again.read("answer", "q"), again.read("answer", "p"), store.kept];
    """)
    assert got == [None, None, OTHER, True]


NO_STORAGE = {"blocked": "blocked", "null": "() => null", "undefined": "() => undefined", "full": "() => new Area(0)"}


@pytest.mark.parametrize("open_area", NO_STORAGE.values(), ids=NO_STORAGE.keys())
def test_without_storage_answers_live_in_memory_and_the_store_says_so(scripts: Scripts, open_area: str) -> None:
    got = scripts.run(f"""
        const store = new Store("site", {open_area});
        const before = [store.kept, store.read("answer", "q")];
        store.write("answer", "q", answer);
        store.write("answer", "p", other);
        store.remove("answer", "p");
        return [...before, store.kept, store.read("answer", "q"), store.read("answer", "p")];
    """)
    assert got == [False, None, False, ANSWER, None]


def test_a_storage_that_fills_up_later_keeps_what_it_holds_and_the_rest_lives_in_memory(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area(1);
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        const before = store.kept;
        store.write("answer", "p", other);
        return [before, store.kept, store.read("answer", "q"), store.read("answer", "p"), [...area.records.keys()]];
    """)
    assert got == [True, False, ANSWER, OTHER, ["site:answer:q"]]


def test_an_answer_in_memory_moves_to_the_storage_when_there_is_room_again(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area(1);
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        store.write("answer", "p", answer);
        store.remove("answer", "q");
        store.write("answer", "p", other);
        return [new Store("site", () => area).read("answer", "p"), store.read("answer", "p")];
    """)
    assert got == [OTHER, OTHER]


@pytest.mark.parametrize("text", ["", "{", "null", '{"v":4,"picked":[],"points":[],"typed":{},"checked":true}'])
def test_a_damaged_record_in_the_storage_is_no_answer_and_can_be_replaced(scripts: Scripts, text: str) -> None:
    got = scripts.run(f"""
        const area = new Area();
        area.setItem("site:answer:q", {json.dumps(text)});
        const store = new Store("site", () => area);
        const before = store.read("answer", "q");
        store.write("answer", "q", answer);
        return [before, store.read("answer", "q"), store.kept];
    """)
    assert got == [None, ANSWER, True]


def test_a_storage_that_fails_to_read_gives_no_answer(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        area.getItem = blocked;
        return store.read("answer", "q");
    """)
    assert got is None


def test_a_storage_that_fails_to_remove_is_no_longer_called_kept(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        area.removeItem = blocked;
        store.remove("answer", "q");
        return store.kept;
    """)
    assert got is False


def test_a_full_storage_still_gives_the_answers_it_holds(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area(1);
        area.records.set("site:answer:q", JSON.stringify({ v: 2, ...answer }));
        const store = new Store("site", () => area);
        const before = [store.kept, store.read("answer", "q")];
        store.remove("answer", "q");
        return [...before, store.read("answer", "q")];
    """)
    assert got == [False, ANSWER, None]


# Reviews


def test_reviews_of_a_card_are_added_and_one_of_the_same_time_replaces_the_earlier(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const store = new Store("site", () => area);
        const day = localDay(new Date(1000));
        store.review("q", 1000, 1);
        store.review("q", 2000, 3);
        store.review("q", 1000, 2);
        return [new Store("site", () => area).read("card", "q").log, day];
    """)
    assert got[0] == [[2000, got[1], 3], [1000, got[1], 2]]


def test_a_review_in_another_tab_is_not_lost(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const [one, other] = [new Store("site", () => area), new Store("site", () => area)];
        one.review("q", 1000, 3);
        other.review("q", 2000, 1);
        one.review("q", 3000, 3);
        return one.read("card", "q").log.map(([time]) => time);
    """)
    assert got == [1000, 2000, 3000]


@pytest.mark.parametrize(
    "log",
    [None, "1", {"0": [1, 2, 3]}, [1], [[1, 2]], [[1, 2, 3, 4]], [[1, 2, 0]], [[1, 2, 5]], [["1", 2, 3]], [[1, 2.5, 3]], [None]],
)
def test_a_card_of_any_other_shape_is_no_card(scripts: Scripts, log: object) -> None:
    assert read(scripts, json.dumps({"v": 3, "log": log}), "card") is None


def test_everything_that_is_kept_is_listed_and_nothing_else(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area(2);
        area.setItem("other:answer:x", "{}");
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        store.review("q", 1000, 3);
        area.records.set("site:answer:damaged", "{");
        return [store.everything(), store.ids("answer"), store.ids("card"), store.kept];
    """)
    day = got[0]["pieces"]["card:q"]["log"][0][1]
    assert got == [
        {"site": "site", "version": 3, "pieces": {"answer:q": ANSWER, "card:q": {"log": [[1000, day, 3]]}}},
        ["q"],
        ["q"],
        False,
    ]


@pytest.mark.parametrize(
    ("share", "guess", "rating"), [(0, False, 1), (0.4, True, 1), (0.5, False, 2), (0.9, False, 2), (1, True, 2), (1, False, 3)]
)
def test_a_right_guess_is_rated_no_better_than_a_half_right_answer(
    scripts: Scripts, share: float, guess: bool, rating: int
) -> None:
    assert scripts.run(f"return ratingOf({share}, {json.dumps(guess)});") == rating
