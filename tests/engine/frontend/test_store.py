"""The store of the front end, run in V8 from the file that the site ships: answers, reviews, and storage that fails."""

import json
import random
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from front_end import source

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


# What pages get besides the store that list or save what is kept, or plan by it.
LISTS = f"""
const withList = (store) => {{ const quiz = {{ store }}; {source("pieces.js")} return store; }};
const everything = (kept) => {{
  const quiz = {{ store: withList(kept), make() {{}}, localDay, onEachPage() {{}} }};
  {source("save.js")}
  {source("notice.js")}
  return quiz.everything();
}};
const planned = (store) => {{
  const [answered, retrievability, isKnown, withoutFutureDays, replay, dueDay] = [];
  const EMPTY = {{ picked: [], points: [], typed: {{}} }};
  const quiz = {{ store, textsIn, localDay, isMap, soundResponse, EMPTY, onEachPage() {{}} }};
  {{ {source("pieces.js")} }}
  {{ {source("lasting.js")} }}
  {{ {source("scheduling.js")} }}
  {{ {source("sittings.js")} }}
  {{ {source("records.js")} }}
  {{ {source("exam.js")} quiz.examFault = examFault; }}
  {{ {source("attempt.js")}{source("round.js")} }}
  return quiz;
}};
"""


class Scripts:
    """One V8 with the store in it."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        for name in ("review.js", "rating.js", "store.js"):
            self._v8.eval(source(name))
        self._v8.eval(AREA + LISTS)

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
        *(json.dumps({**SOUND, "v": version}) for version in (0, 1.5, 4, "2", None, True, [2])),
        json.dumps({"v": 3, "checked": True, "at": 5}),
        json.dumps({"v": 3, "picked": "a", "points": [1], "typed": ["b"], "checked": True}),
        json.dumps({"v": 1, "picked": 1, "typed": 2, "checked": True}),
    ],
)
def test_a_record_in_which_nothing_is_sound_is_no_answer(scripts: Scripts, record: str | None) -> None:
    assert read(scripts, record) is None


DAMAGED_FIELDS: list[tuple[dict[str, object], dict[str, object]]] = [
    ({"picked": "a"}, {"picked": []}),
    ({"picked": None}, {"picked": []}),
    ({"picked": ["a", 1, ["b"], "c"]}, {"picked": ["a", "c"]}),
    ({"picked": {"0": "a", "length": 1}}, {"picked": []}),
    ({"points": 5}, {"points": []}),
    ({"points": [None, "p"]}, {"points": ["p"]}),
    ({"typed": "because"}, {"typed": {}}),
    ({"typed": {"typed-1-basis": "cost", "typed-1-first": 7}}, {"typed": {"typed-1-basis": "cost"}}),
    ({"checked": "true"}, {}),
    ({"checked": 1}, {}),
    ({"at": "yesterday"}, {"checked": True}),
    ({"at": 1.5}, {"checked": True}),
]


@pytest.mark.parametrize(("damage", "rest"), DAMAGED_FIELDS, ids=lambda fields: json.dumps(fields))
def test_a_damaged_field_of_an_answer_leaves_its_neighbours_as_a_draft(
    scripts: Scripts, damage: dict[str, object], rest: dict[str, object]
) -> None:
    whole = {name: value for name, value in SOUND.items() if name != "v"}
    assert read(scripts, json.dumps({**SOUND, **damage})) == {**whole, "checked": False, **rest}


def test_an_answer_without_one_of_its_fields_keeps_the_others(scripts: Scripts) -> None:
    nothing: dict[str, Any] = {"picked": [], "points": [], "typed": {}}
    for name, empty in nothing.items():
        rest = {key: value for key, value in SOUND.items() if key != name}
        expected = {**{key: value for key, value in rest.items() if key != "v"}, name: empty, "checked": False}
        assert read(scripts, json.dumps(rest)) == expected


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


BAD_REVIEWS: list[object] = [1, [1, 2], [1, 2, 3, 4], [1, 2, 0], [1, 2, 5], ["1", 2, 3], [1, 2.5, 3], None, "", {}]


@pytest.mark.parametrize("log", [None, "1", {"0": [1, 2, 3]}, [], BAD_REVIEWS], ids=json.dumps)
def test_a_card_without_a_sound_review_is_no_card(scripts: Scripts, log: object) -> None:
    assert read(scripts, json.dumps({"v": 3, "log": log}), "card") is None


@pytest.mark.parametrize("review", BAD_REVIEWS, ids=json.dumps)
def test_a_damaged_review_leaves_the_others_of_its_card(scripts: Scripts, review: object) -> None:
    log = [[1, 20000, 3], review, [2, 20001, 1]]
    assert read(scripts, json.dumps({"v": 3, "log": log}), "card") == {"log": [[1, 20000, 3], [2, 20001, 1]]}


# Settings, sittings and the rest, each field by itself

SETTINGS = {"exam": "2027-03-01", "size": 30, "fresh": 5, "without": ["bpo-concept"], "chosen": True, "at": 7}
RESULT = {"time": 9, "day": 20000, "earned": 3, "marks": 5, "sections": [{"title": "A", "earned": 3, "marks": 5}]}
SITTING = {
    **{"paper": "p", "seed": "7", "title": "P", "ids": [["x"], ["y", "z"]], "started": 1, "timed": True, "spent": 5, "ticked": 2},
    **{"at": "x", "result": RESULT},
}
ENTRY = {
    **{"picked": ["a"], "points": [], "typed": {"typed": "b"}, "answered": True, "partly": False, "flagged": True},
    **{"visited": True, "seconds": 4},
}
ATTEMPT = {
    **{"way": "exam", "ids": ["x"], "at": "x", "day": 20000, "started": 5, "done": ["x"], "wrong": []},
    "result": {"earned": 1, "marks": 2},
}
PIECES: dict[str, dict[str, Any]] = {
    "settings:main": SETTINGS,
    "sitting:p~7": SITTING,
    "entry:p~7~x": ENTRY,
    "attempt:today": ATTEMPT,
    "response:today~x": ANSWER,
    "answer:x": ANSWER,
    "card:x": {"log": [[1, 20000, 3]]},
}


def understood(scripts: Scripts, key: str, piece: object) -> Any:
    """Return what the page makes of a piece that it finds."""
    sort, _, name = key.partition(":")
    return scripts.run(f"""
        const area = new Area();
        area.setItem({json.dumps(f"site:{key}")}, {json.dumps(json.dumps(piece))});
        return planned(new Store("site", () => area)).store.read({json.dumps(sort)}, {json.dumps(name)});
    """)


@pytest.mark.parametrize("key", PIECES)
def test_a_sound_piece_is_read_as_it_was_written(scripts: Scripts, key: str) -> None:
    assert understood(scripts, key, {"v": 3, **PIECES[key]}) == PIECES[key]


DAMAGED: list[tuple[str, dict[str, object], dict[str, object]]] = [
    ("settings:main", {"exam": "0002-12-06"}, {"exam": ""}),
    ("settings:main", {"exam": "2027-02-30"}, {"exam": ""}),
    ("settings:main", {"exam": ["2027-03-01"]}, {"exam": ""}),
    ("settings:main", {"size": 0}, {"size": 20}),
    ("settings:main", {"size": "30"}, {"size": 20}),
    ("settings:main", {"fresh": -1}, {"fresh": 10}),
    ("settings:main", {"fresh": 0}, {"fresh": 0}),
    ("settings:main", {"size": 1001, "fresh": 1001}, {"size": 20, "fresh": 10}),
    ("settings:main", {"size": 1000, "fresh": 1000}, {"size": 1000, "fresh": 1000}),
    ("settings:main", {"goal": 0}, {"goal": 0}),
    ("settings:main", {"goal": 7}, {"goal": 7}),
    ("settings:main", {"goal": 8}, {}),
    ("settings:main", {"goal": "3"}, {}),
    ("settings:main", {"without": "bpo-concept"}, {"without": []}),
    ("settings:main", {"chosen": "yes"}, {}),  # what is left out was chosen
    ("settings:main", {"chosen": None, "without": []}, {"chosen": False, "without": []}),
    ("settings:main", {"without": ["a", 5]}, {"without": ["a"]}),
    ("sitting:p~7", {"paper": 5, "seed": None}, {}),
    ("sitting:p~7", {"title": {}}, {"title": "p"}),
    ("sitting:p~7", {"ids": [["x"], 5, ["y", 6]]}, {"ids": [["x"], [], ["y"]]}),
    ("sitting:p~7", {"ids": "x"}, {"ids": []}),
    ("sitting:p~7", {"spent": "long", "ticked": None, "started": []}, {"spent": 0, "ticked": 0, "started": 0}),
    ("sitting:p~7", {"timed": "yes", "at": 4}, {"timed": False, "at": ""}),
    ("sitting:p~7", {"result": {**RESULT, "sections": [None, RESULT["sections"][0]]}}, {}),  # type: ignore[index]
    ("sitting:p~7", {"result": {**RESULT, "sections": [{"title": 5, "earned": 1, "marks": 2}, *RESULT["sections"]]}}, {}),  # type: ignore[misc]
    ("sitting:p~7", {"result": {**RESULT, "time": "now", "day": None}}, {"result": {**RESULT, "time": 1, "day": 0}}),
    ("entry:p~7~x", {"picked": 1}, {"picked": [], "answered": False, "partly": True}),
    ("entry:p~7~x", {"typed": {"typed": "b", "other": 1}}, {"answered": False, "partly": True}),
    ("entry:p~7~x", {"answered": 1}, {"answered": False}),
    ("entry:p~7~x", {"answered": False, "picked": 1}, {"picked": [], "answered": False, "partly": False}),
    ("entry:p~7~x", {"flagged": "x", "visited": 0}, {"flagged": False, "visited": False}),
    ("entry:p~7~x", {"seconds": "4"}, {"seconds": 0}),
    ("attempt:today", {"at": 1, "day": "x", "started": None}, {"at": "", "day": 0, "started": 0}),
    ("attempt:today", {"done": [1], "wrong": 2}, {"done": [], "wrong": []}),
    ("response:today~x", {"picked": 5}, {"picked": [], "checked": False}),
]


@pytest.mark.parametrize(("key", "damage", "rest"), DAMAGED, ids=lambda part: part if isinstance(part, str) else json.dumps(part))
def test_a_damaged_field_never_discards_its_neighbours(
    scripts: Scripts, key: str, damage: dict[str, object], rest: dict[str, object]
) -> None:
    assert understood(scripts, key, {"v": 3, **PIECES[key], **damage}) == {**PIECES[key], **rest}


def test_a_learner_who_has_set_nothing_has_the_settings_that_pages_name(scripts: Scripts) -> None:
    none = {"exam": "", "size": 20, "fresh": 10, "without": [], "chosen": False}
    assert scripts.run('return planned(new Store("site", () => new Area())).schedule.settings;') == none


def test_settings_whose_time_is_not_known_keep_the_rest(scripts: Scripts) -> None:
    assert understood(scripts, "settings:main", {"v": 3, **SETTINGS, "at": None}) == {
        name: value for name, value in SETTINGS.items() if name != "at"
    }


def test_a_result_without_its_marks_leaves_the_paper_to_be_handed_in_again(scripts: Scripts) -> None:
    damaged = {**SITTING, "result": {**RESULT, "earned": "3"}}
    assert understood(scripts, "sitting:p~7", {"v": 3, **damaged}) == {key: SITTING[key] for key in SITTING if key != "result"}


@pytest.mark.parametrize("result", [{"earned": 1}, {"earned": 1, "marks": "2"}, {"earned": None, "marks": 2}, [1, 2]])
def test_a_score_without_its_marks_leaves_an_attempt_open(scripts: Scripts, result: object) -> None:
    read = understood(scripts, "attempt:today", {"v": 3, **ATTEMPT, "result": result})
    assert read == {key: value for key, value in ATTEMPT.items() if key != "result"}


SETTING = """
const { store, schedule } = planned(new Store("site", () => new Area()));
const begun = Date.now();
schedule.settings = { ...schedule.settings, size: 30 };
const { at, ...set } = store.read("settings", "main");
return [set, at >= begun && at <= Date.now(), schedule.settings.size];
"""


def test_what_a_learner_sets_is_kept_with_its_time(scripts: Scripts) -> None:
    assert scripts.run(SETTING) == [{"exam": "", "size": 30, "fresh": 10, "without": [], "chosen": False}, True, 30]


NOTHING: dict[str, Any] = {
    "settings:main": {},
    "sitting:p~7": {"ids": "x", "paper": "p"},
    "entry:p~7~x": {"picked": 1},
    "attempt:today": {"ids": ["x"]},
}


@pytest.mark.parametrize("key", NOTHING)
def test_a_piece_that_tells_nothing_is_none(scripts: Scripts, key: str) -> None:
    assert understood(scripts, key, {"v": 3, **NOTHING[key]}) is None


JUNK: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    1e300,
    "",
    "x",
    "2027-13-40",
    [],
    {},
    [None],
    [[]],
    ["a", 1],
    {"a": None},
    {"length": 3},
]


def damaged(chance: random.Random, value: Any) -> Any:
    """Return a value with some of what is in it replaced by something else, left out, or added to."""
    if chance.random() < 0.15:
        return chance.choice(JUNK)
    if isinstance(value, dict):
        return fields_damaged(chance, value)
    if isinstance(value, list):
        return [damaged(chance, inner) for inner in value] + ([chance.choice(JUNK)] if chance.random() < 0.1 else [])
    return value


def fields_damaged(chance: random.Random, piece: dict[str, Any]) -> dict[str, Any]:
    kept = {key: damaged(chance, inner) for key, inner in piece.items() if chance.random() > 0.08}
    return kept | ({"__proto__": 1, "more": chance.choice(JUNK)} if chance.random() < 0.1 else {})


def test_random_damage_raises_nothing_and_reaches_no_neighbour(scripts: Scripts) -> None:
    chance = random.Random(10)
    samples = [(key, PIECES[key], {"v": 3, **fields_damaged(chance, PIECES[key])}) for key in PIECES for _ in range(400)]
    got = scripts.run(f"""
        const {{ readers }} = planned(new Store("site", () => new Area())).store;
        return {json.dumps(samples)}.map(([key, , piece]) => {{
          const at = key.indexOf(":");
          const read = readers[key.slice(0, at)](piece, key.slice(at + 1));
          return [read, read && readers[key.slice(0, at)]({{ v: 3, ...read }}, key.slice(at + 1))];
        }});
    """)
    for (key, sound, piece), (once, again) in zip(samples, got, strict=True):
        assert once == again, f"{key}: {piece} is read differently the second time"
        assert once is None or set(once) - {"at", "result"} == set(sound) - {"at", "result"}, f"{key}: {piece}"
        if once is None or key.startswith(("answer", "response", "entry", "card")):
            continue
        for name, value in sound.items():
            if json.dumps(piece.get(name)) == json.dumps(value):  # to Python, True is 1
                assert once[name] == value, f"{key}: {name} is lost from {piece}"


def test_every_page_saves_all_that_is_kept_also_what_its_scripts_do_not_know(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        area.records.set("other:answer:x", "{}");
        area.records.set("site:keeper", "1");
        area.records.set("site:sitting:p~1", '{"v":3,"paper":"p"}');
        area.records.set("site:mood:later", '{"v":9,"colour":"blue"}');
        area.records.set("site:answer:old", '{"v":1,"picked":[],"typed":"x","checked":true}');
        area.records.set("site:answer:damaged", "{");
        const store = new Store("site", () => area);
        store.write("answer", "q", answer);
        area.slots = 0;
        store.write("answer", "unkept", other);
        store.remove("sitting", "p~1");
        store.memory.set("answer:gone", null);
        return everything(store);
    """)
    assert got == {
        "site": "site",
        "version": 3,
        "pieces": {
            "mood:later": {"v": 9, "colour": "blue"},
            "answer:old": {"v": 1, "picked": [], "typed": "x", "checked": True},
            "answer:damaged": "{",
            "answer:q": {"v": 3, **ANSWER},
            "answer:unkept": {"v": 3, **OTHER},
        },
    }


@pytest.mark.parametrize("open_area", ["blocked", "() => null", "() => undefined"])
def test_without_storage_what_lives_in_memory_is_saved(scripts: Scripts, open_area: str) -> None:
    got = scripts.run(f"""
        const store = new Store("site", {open_area});
        store.write("answer", "q", answer);
        return [everything(store).pieces, store.ids("answer")];
    """)
    assert got == [{"answer:q": {"v": 3, **ANSWER}}, ["q"]]


def test_only_what_can_be_read_is_listed(scripts: Scripts) -> None:
    got = scripts.run("""
        const area = new Area();
        const store = withList(new Store("site", () => area));
        store.write("answer", "q", answer);
        area.records.set("site:answer:damaged", "{");
        area.records.set("other:answer:x", JSON.stringify({ v: 3, ...answer }));
        return [store.ids("answer"), store.ids("card")];
    """)
    assert got == [["q"], []]


# The exam's date, and the browser's promise

FAULTS = [
    ("", False, ""),
    ("", True, "unfinished"),
    ("0002-12-06", False, "unreal"),
    ("2027-02-30", False, "unreal"),
    ("2026-12-31", False, "past"),
    ("2027-01-01", False, ""),
    ("2027-12-06", False, ""),
    ("2037-12-06", False, "far"),
    ("2199-12-31", False, "far"),
]


@pytest.mark.parametrize(("date", "unread", "fault"), FAULTS)
def test_what_is_wrong_with_an_exams_date_is_named(scripts: Scripts, date: str, unread: bool, fault: str) -> None:
    today = 20819  # 1 January 2027
    run = f'return planned(new Store("site", () => new Area())).examFault("{date}", {json.dumps(unread)}, {today});'
    assert scripts.run(run) == fault


ENDED = """
const area = new Area();
const { store, Attempt } = planned(new Store("site", () => area));
const [here, elsewhere] = [new Attempt("quiz:b"), new Attempt("quiz:b")];
here.begin({ way: "exam", ids: ["x"] });
here.mode.write("x", other);
elsewhere.clear();
here.mode.write("x", other);
here.keep({ result: { earned: 1, marks: 1 } });
const left = Object.keys(area);
area.setItem("site:attempt:quiz:b", "{");
here.clear();
return [left, Object.keys(area)];
"""


def test_what_is_written_to_an_attempt_that_another_tab_ended_leaves_no_piece_behind(scripts: Scripts) -> None:
    assert scripts.run(ENDED) == [[], []]


PROMISE = """
const asked = [];
globalThis.navigator = { storage: { persist() { asked.push(1); return PROMISE; } } };
const area = new Area();
const { store } = planned(new Store("site", () => area));
for (let count = 1; count <= 4; count += 1) store.review(`q${count}`, count, 3);
const before = asked.length;
for (let count = 1; count <= 9; count += 1) store.review(`q${count}`, 99 + count, 3);
const { store: tomorrow } = planned(new Store("site", () => area));
tomorrow.review("q1", 500, 3);
if (Object.keys(area).some((key) => !key.startsWith("site:"))) throw new Error("expected keys of this site alone");
return [before, asked.length, store.ids("card").length];
"""


@pytest.mark.parametrize(
    "answer", ["Promise.resolve(true)", "Promise.resolve(false)", "Promise.reject(new Error('no'))", "undefined"]
)
def test_the_browser_is_asked_once_to_keep_everything_when_there_is_something_worth_it(scripts: Scripts, answer: str) -> None:
    assert scripts.run(PROMISE.replace("PROMISE;", f"{answer};")) == [0, 1, 9]


@pytest.mark.parametrize("navigator", ["undefined", "{}", "{ storage: {} }", "{ get storage() { throw new Error('denied'); } }"])
def test_a_browser_that_cannot_be_asked_loses_no_review(scripts: Scripts, navigator: str) -> None:
    body = (
        PROMISE[PROMISE.index("const area") :].replace("const before = asked.length;", "").replace("before, asked.length, ", "")
    )
    assert scripts.run(f"globalThis.navigator = {navigator}; {body}") == [9]


@pytest.mark.parametrize(
    ("share", "guess", "rating"), [(0, False, 1), (0.4, True, 1), (0.5, False, 2), (0.9, False, 2), (1, True, 2), (1, False, 3)]
)
def test_a_right_guess_is_rated_no_better_than_a_half_right_answer(
    scripts: Scripts, share: float, guess: bool, rating: int
) -> None:
    assert scripts.run(f"return ratingOf({share}, {json.dumps(guess)});") == rating
