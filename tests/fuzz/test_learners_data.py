"""Whatever learners, tabs, browsers and new versions do: nothing that was kept is lost, and nothing comes to another question.

A state machine uses the site's own scripts and keeps a plain account beside them: what lies in the storage, and what lives in the
memory of a tab because the storage did not take it. After every step each tab must read what the account says.
"""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from fuzzing import examples
from learner_tabs import Tabs

# Names that end or begin like others, and names that JavaScript has a use of its own for.
NAMES = ["a", "b", "a-b", "term:a", "objective:x#a", "constructor", "__proto__"]
IDS = st.sampled_from(NAMES)
TAB = st.sampled_from([0, 1])
TEXT = st.sampled_from(["", "x", "1a2b3c4d", "ज्ञ 🙂", "</script>", '"}', "\u2028", "~:", "__proto__"])
TIME = st.integers(1, 6).map(lambda number: 1_795_862_400_000 + number * 40_000_000)
RESPONSE = st.fixed_dictionaries(
    {
        "picked": st.lists(TEXT, max_size=2),
        "points": st.lists(TEXT, max_size=1),
        "typed": st.dictionaries(st.sampled_from(["typed", "typed-1"]), TEXT, max_size=2),
        "checked": st.booleans(),
        "at": st.integers(1, 9),
    }
)
Pieces = dict[str, Any]
CARDS = ["a", "b", "term:a"]
UNITS = "return unitsOf([{ id: 'A' }], a[0], a[1]).map((unit) => unit.question.id);"
RENAME = "const { data, practice } = tabs[a[0]]; data.cards = [{ id: a[1], was: a[2] }]; practice.renameCards(); data.cards = [];"
ERASE = "const { store } = tabs[a[0]]; for (const key of store.keys()) store.remove(...key.split(/:(.*)/s));"
LOOK = """
return tabs.map(({ store, schedule }) => ({
  read: a[0].map((key) => store.read(...key.split(/:(.*)/s))),
  keys: store.keys(),
  reviews: a[1].map((id) => schedule.card(id, 99999)?.reviews)
}));
"""


def step(answer: Any) -> tuple[int, int]:
    """Return by what one answer stands before another: a checked one, one with anything in it, the later one."""
    filled = any([*answer.get("picked", []), *answer.get("points", []), *answer.get("typed", {}).values()])
    return (2 if answer.get("checked") else int(filled), answer.get("at", 0))


def united(mine: Any, theirs: Any) -> Any:
    """Return the reviews of both logs by their time, of one time the earlier day and then the lower rating."""
    by_time: dict[int, list[int]] = {}
    for entry in sorted([*mine, *theirs]):
        by_time.setdefault(entry[0], entry)
    return list(by_time.values())


class Learner(RuleBasedStateMachine):
    """What a learner, two tabs and a browser can do."""

    backups = Bundle("backups")

    tabs: Tabs  # one for all runs

    def __init__(self) -> None:
        super().__init__()
        self.tabs.reset()
        self.kept: Pieces = {}  # in the storage, as its reader reads it
        self.strange: set[str] = set()  # in the storage, but nothing that this version reads
        self.alive: list[Pieces] = [{}, {}]  # in a tab's memory; None is what could not be removed
        self.room = 10**9
        self.open = True

    # What tabs keep

    def _takes(self, key: str) -> bool:
        """Say whether the storage has taken the piece that a tab has just written."""
        return bool(self.tabs.run("return !tabs[a[0]].store.memory.has(a[1]);", self.tab, key))

    def _wrote(self, tab: int, key: str, piece: Any) -> None:
        self.tab = tab
        if self._takes(key):
            assert self.open
            self.kept[key] = piece
            self.strange.discard(key)
            self.alive[tab].pop(key, None)
        else:
            assert not self.open or self.room < 10**9
            self.alive[tab][key] = piece

    def _seen(self, tab: int, key: str) -> Any:
        """Return what a tab must read."""
        if key in self.alive[tab]:
            return self.alive[tab][key]
        return self.kept.get(key) if self.open else None

    def _removed(self, tab: int, key: str) -> None:
        if self.open:
            self.kept.pop(key, None)
            self.strange.discard(key)
            self.alive[tab].pop(key, None)
        else:
            self.alive[tab][key] = None

    @rule(tab=TAB, name=IDS, response=RESPONSE)
    def answer(self, tab: int, name: str, response: Any) -> None:
        self.tabs.store(tab, "write", "answer", name, response)
        self._wrote(tab, f"answer:{name}", response)

    @rule(tab=TAB, name=IDS)
    def start_over(self, tab: int, name: str) -> None:
        self.tabs.store(tab, "remove", "answer", name)
        self._removed(tab, f"answer:{name}")

    @rule(tab=TAB, name=IDS, time=TIME, rating=st.integers(1, 4))
    def review(self, tab: int, name: str, time: int, rating: int) -> None:
        key = f"card:{name}"
        before = (self._seen(tab, key) or {"log": []})["log"]
        self.tabs.store(tab, "review", name, time, rating)
        day = self.tabs.run("return localDay(new Date(a[0]));", time)
        self._wrote(tab, key, {"log": [*(entry for entry in before if entry[0] != time), [time, day, rating]]})

    @rule(tab=TAB, size=st.integers(1, 50), at=st.integers(1, 9))
    def settings(self, tab: int, size: int, at: int) -> None:
        piece = {"exam": "", "size": size, "fresh": 10, "without": [], "chosen": False, "at": at}
        self.tabs.store(tab, "write", "settings", "main", piece)
        self._wrote(tab, "settings:main", piece)

    @rule(tab=TAB, place=st.sampled_from(["quiz:a", "today"]), ids=st.lists(IDS, max_size=3))
    def begin_a_test(self, tab: int, place: str, ids: list[str]) -> None:
        piece = {"way": "exam", "ids": ids, "at": "", "day": 5, "started": 9, "done": [], "wrong": []}
        if self.open:
            for key in [key for key in {**self.kept, **self.alive[tab]} if key.startswith(f"response:{place}~")]:
                if self._seen(tab, key) is not None:
                    self._removed(tab, key)
        else:
            for key in [key for key in self.alive[tab] if key.startswith(f"response:{place}~") and self.alive[tab][key]]:
                self._removed(tab, key)
        self._removed(tab, f"attempt:{place}")
        self.tabs.run("new tabs[a[0]].Attempt(a[1]).begin({ ...a[2] });", tab, place, piece)
        self._wrote(tab, f"attempt:{place}", piece)

    @rule(tab=TAB, place=st.sampled_from(["quiz:a", "today"]), name=IDS, response=RESPONSE)
    def respond_in_a_test(self, tab: int, place: str, name: str, response: Any) -> None:
        attempt = self._seen(tab, f"attempt:{place}")
        self.tabs.run("new tabs[a[0]].Attempt(a[1]).mode.write(a[2], a[3]);", tab, place, name, response)
        if attempt is not None:
            self._wrote(tab, f"response:{place}~{name}", response)
            self._wrote(tab, f"attempt:{place}", {**attempt, "at": name})

    @rule(tab=TAB, seed=st.sampled_from("12"), spent=st.integers(0, 9), done=st.booleans(), names=st.lists(IDS, max_size=3))
    def sit_a_mock_test(self, tab: int, seed: str, spent: int, done: bool, names: list[str]) -> None:
        piece = {
            "paper": "p",
            "seed": seed,
            "title": "P",
            "ids": [names],
            "started": 5,
            "timed": True,
            "spent": spent,
            "ticked": 2,
            "at": "",
        }
        if done:
            piece["result"] = {"time": 10 + spent, "day": 20000, "earned": 1, "marks": 2, "sections": []}
        self.tabs.store(tab, "write", "sitting", f"p~{seed}", piece)
        self._wrote(tab, f"sitting:p~{seed}", piece)

    @rule(tab=TAB, seed=st.sampled_from("12"), name=IDS, seconds=st.integers(0, 9), picked=st.lists(TEXT, max_size=2))
    def answer_in_a_mock_test(self, tab: int, seed: str, name: str, seconds: int, picked: list[str]) -> None:
        piece = {
            "picked": picked,
            "points": [],
            "typed": {},
            "answered": True,
            "partly": False,
            "flagged": False,
            "visited": True,
            "seconds": seconds,
        }
        self.tabs.store(tab, "write", "entry", f"p~{seed}~{name}", piece)
        self._wrote(tab, f"entry:p~{seed}~{name}", piece)

    # What browsers do

    @rule(tab=TAB)
    def load_again(self, tab: int) -> None:
        self.tabs.run("tabs[a[0]] = newTab();", tab)
        self.alive[tab] = {}

    @rule(more=st.integers(0, 400))
    def fill_the_storage(self, more: int) -> None:
        self.room = self.tabs.run("return area.room = a[0] + [...area.records].join('').length;", more)

    @rule()
    def make_room(self) -> None:
        self.tabs.run("area.room = Infinity;")
        self.room = 10**9

    @rule(is_open=st.booleans())
    def block_the_storage(self, is_open: bool) -> None:
        self.tabs.run("area.open = a[0];", is_open)
        self.open = is_open

    @rule(data=st.data())
    def damage_a_byte(self, data: st.DataObject) -> None:
        if not self.kept or not self.open:
            return
        key = data.draw(st.sampled_from(sorted(self.kept)))
        text = self.tabs.run("return area.getItem(a[0]);", f"site:{key}")
        place = data.draw(st.integers(0, len(text) - 1))
        sign = data.draw(st.sampled_from(["", "\x00", '"', "{", "]", "9", "\ufffd", ",", "t"]))
        cut = data.draw(st.booleans())
        damaged = text[:place] + sign + ("" if cut else text[place + 1 :])
        self.tabs.run("area.records.set(a[0], a[1]);", f"site:{key}", damaged)
        self._takes_over(key)

    def _takes_over(self, key: str) -> None:
        """Note what is left of a damaged piece: nothing, or what its reader makes of it, which has the shape of its type."""
        sort, _, name = key.partition(":")
        read = self.tabs.run("return newTab().store.read(...a);", sort, name)
        before = self.kept.pop(key)
        if read is None:
            self.strange.add(key)
            return
        assert set(read) - {"at", "result"} == set(before) - {"at", "result"} or sort == "settings", (before, read)
        self.kept[key] = read

    # What versions do

    @rule(name=IDS, picked=st.lists(TEXT, max_size=1), typed=TEXT)
    def find_an_answer_of_the_first_version(self, name: str, picked: list[str], typed: str) -> None:
        if self.open:
            record = {"v": 1, "picked": picked, "typed": typed, "checked": True}
            self.tabs.run("area.records.set(a[0], a[1]);", f"site:answer:{name}", json.dumps(record))
            self.strange.discard(f"answer:{name}")
            self.kept[f"answer:{name}"] = {"picked": picked, "points": [], "typed": {"typed": typed}, "checked": True}

    @rule(name=IDS)
    def find_a_piece_of_a_later_version(self, name: str) -> None:
        if self.open:
            self.tabs.run("area.records.set(a[0], a[1]);", f"site:answer:{name}", json.dumps({"v": 9, "mood": "blue"}))
            self.kept.pop(f"answer:{name}", None)
            self.strange.add(f"answer:{name}")

    @rule(tab=TAB, was=IDS, now=IDS)
    def rename_a_card(self, tab: int, was: str, now: str) -> None:
        if was == now or self._seen(tab, f"card:{was}") is None:
            return
        whole = united((self._seen(tab, f"card:{now}") or {"log": []})["log"], self._seen(tab, f"card:{was}")["log"])
        self.tabs.run(
            RENAME,
            tab,
            now,
            was,
        )
        self._wrote(tab, f"card:{now}", {"log": whole})
        if self.tabs.run("return tabs[a[0]].store.read('card', a[1]) === null;", tab, was):
            assert f"card:{now}" not in self.alive[tab] or not self.open, "the old card is gone before the new one is kept"
            self._removed(tab, f"card:{was}")

    @rule(tab=TAB, gone=st.sets(IDS))
    def withdraw_questions(self, tab: int, gone: set[str]) -> None:
        """A sitting asks those of its questions that there still are, each under its own name."""
        for seed in "12":
            sitting = self._seen(tab, f"sitting:p~{seed}")
            if sitting:
                here = [
                    {"id": name}
                    for name in ["a", "b", "a-b", "term:a", "objective:x#a", "constructor", "__proto__"]
                    if name not in gone
                ]
                asked = self.tabs.run(
                    "return unitsOf([{ id: 'A' }], a[0], a[1]).map((unit) => unit.question.id);", sitting["ids"], here
                )
                assert asked == [name for names in sitting["ids"][:1] for name in names if name not in gone]

    # Backups

    @rule(target=backups, tab=TAB)
    def back_up(self, tab: int) -> Any:
        saved = self.tabs.run("return tabs[a[0]].everything();", tab)
        seen = {key: self._seen(tab, key) for key in {*self.kept, *self.alive[tab]}}
        seen = {key: piece for key, piece in seen.items() if piece is not None}
        stranger = self.strange if self.open else set()
        assert set(saved["pieces"]) == {*seen, *(stranger - {*self.alive[tab]})}
        return {"text": json.dumps(saved), "pieces": copy.deepcopy(seen)}

    @rule(tab=TAB)
    def erase(self, tab: int) -> None:
        if self.open:
            self.tabs.run(ERASE, tab)
            self.kept, self.strange, self.alive[tab] = {}, set(), {}

    @rule(tab=TAB, backup=backups)
    def restore(self, tab: int, backup: Any) -> None:
        mine = {key: self._seen(tab, key) for key in {*self.kept, *self.alive[tab]}}
        mine = {key: piece for key, piece in mine.items() if piece is not None}
        told = self.tabs.run("return tabs[a[0]].restore(tabs[a[0]].store, a[1]);", tab, backup["text"])
        theirs = backup["pieces"]
        assert ("fault" in told) == (bool(json.loads(backup["text"])["pieces"]) and not theirs), told
        if "fault" in told:
            return
        assert told["added"] + told["changed"] + told["left"] == len(theirs)
        for key in sorted({*mine, *theirs}):
            self._restored(tab, key, mine, theirs)

    def _restored(self, tab: int, key: str, mine: Pieces, theirs: Pieces) -> None:
        """Check what became of one piece, and note it."""
        sort, _, name = key.partition(":")
        now = self.tabs.store(tab, "read", sort, name)
        if sort == "card":
            both = (pieces.get(key, {"log": []})["log"] for pieces in (mine, theirs))
            assert sorted(now["log"]) == united(*both)
        elif sort in ("answer", "settings"):
            assert now in [pieces[key] for pieces in (mine, theirs) if key in pieces]
            assert step(now) == max(step(pieces[key]) for pieces in (mine, theirs) if key in pieces)
        elif now is None:  # of a sitting that is behind; its other entries went with it
            whole = {"entry": "sitting", "response": "attempt"}[sort]
            assert key not in theirs or f"{whole}:{name.rpartition('~')[0]}" in mine
        else:
            assert now in [pieces[key] for pieces in (mine, theirs) if key in pieces]
        if now is not None and (key not in mine or now != mine[key]):
            self._wrote(tab, key, now)
        elif now is None and key in mine:
            self._removed(tab, key)

    # What must always be so

    @invariant()
    def every_tab_reads_what_was_kept_and_lists_nothing_else(self) -> None:
        """The schedule knows the cards that were reviewed, and no others."""
        keys = sorted({*self.kept, *self.alive[0], *self.alive[1], *self.strange})
        stored = {*self.kept, *self.strange} if self.open else set()
        for tab, found in enumerate(self.tabs.run(LOOK, keys, CARDS)):
            for key, piece in zip(keys, found["read"], strict=True):
                assert piece == self._seen(tab, key), (tab, key)
            assert set(found["keys"]) == {*stored, *self.alive[tab]}
            logs = [self._seen(tab, f"card:{name}") for name in CARDS]
            assert found["reviews"] == [len(log["log"]) if log else None for log in logs]


@pytest.fixture(scope="module")
def tabs() -> Iterator[Tabs]:
    tabs = Tabs()
    yield tabs
    tabs.close()


def test_nothing_is_lost_and_nothing_comes_to_another_question(tabs: Tabs) -> None:
    Learner.tabs = tabs
    run_state_machine_as_test(Learner, settings=examples(20, stateful_step_count=25))
