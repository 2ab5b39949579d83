"""Which questions a session asks, and in which order: pure functions, run in V8 from the file that the site ships."""

import itertools
import json
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from front_end import source

SOURCE = source("pick.js")
TODAY = 100


@pytest.fixture(scope="module")
def v8() -> MiniRacer:
    context = MiniRacer()
    context.eval("const quiz = { practice: {} };")
    context.eval(SOURCE)
    context.eval(source("mix.js"))
    return context


def call(v8: MiniRacer, function: str, *arguments: object) -> Any:
    return json.loads(str(v8.eval(f"JSON.stringify({function}(...{json.dumps(arguments)}))")))


def item(name: str, bank: str, contrasts: str | None = None, **state: object) -> dict[str, object]:
    """Return how one question stands, as `standing` in pages.js gives it."""
    return {"question": {"id": name, "bank": {"name": bank, "contrasts": contrasts}}, **state}


def names(items: list[dict[str, Any]]) -> list[str]:
    return [one["question"]["id"] for one in items]


def test_what_is_due_comes_first_then_what_was_weak_then_new_ones(v8: MiniRacer) -> None:
    standings = [
        item("new", "a", fresh=True),
        item("known", "a", due=TODAY + 9, recall=0.95, rating=3, last=TODAY - 1),
        item("weak", "a", due=TODAY + 1, recall=0.9, rating=1, last=TODAY - 1),
        item("weak-but-just-asked", "a", due=TODAY + 1, recall=1, rating=1, last=TODAY),
        item("due", "b", due=TODAY, recall=0.9, rating=3, last=TODAY - 9),
        item("overdue", "b", due=TODAY - 9, recall=0.6, rating=3, last=TODAY - 30),
    ]
    picked = call(v8, "pick", standings, TODAY, {"size": 10, "fresh": 10})
    assert names(picked["chosen"]) == ["overdue", "due", "weak", "new"]
    assert [len(picked[group]) for group in ("due", "mistakes", "unseen")] == [2, 2, 1]


def test_a_session_is_no_longer_than_asked_and_holds_no_more_new_ones_than_asked(v8: MiniRacer) -> None:
    standings = [item(f"{bank}{number}", bank, fresh=True) for bank in "abc" for number in range(5)]
    assert names(call(v8, "pick", standings, TODAY, {"size": 20, "fresh": 4})["chosen"]) == ["a0", "b0", "c0", "a1"]
    due = [item(f"d{number}", "a", due=TODAY, recall=number, rating=3, last=1) for number in range(9)]
    assert names(call(v8, "pick", standings + due, TODAY, {"size": 5, "fresh": 4})["chosen"]) == ["d0", "d1", "d2", "d3", "d4"]


def test_look_alike_chapters_alternate(v8: MiniRacer) -> None:
    items = [item(f"bpo{number}", "bpo", "kpo") for number in range(3)] + [
        item(f"kpo{number}", "kpo", "bpo") for number in range(3)
    ]
    assert names(call(v8, "alternate", items)) == ["bpo0", "kpo0", "bpo1", "kpo1", "bpo2", "kpo2"]


def test_no_two_neighbours_come_from_one_chapter_while_another_has_some_left(v8: MiniRacer) -> None:
    items = [item(f"{bank}{number}", bank) for bank, count in (("a", 6), ("b", 4), ("c", 2)) for number in range(count)]
    mixed = names(call(v8, "alternate", items))
    assert sorted(mixed) == sorted(names(items))
    assert all(one[0] != other[0] for one, other in itertools.pairwise(mixed))


def test_one_chapter_alone_keeps_its_order(v8: MiniRacer) -> None:
    items = [item(f"a{number}", "a", "b") for number in range(4)]
    assert names(call(v8, "alternate", items)) == ["a0", "a1", "a2", "a3"]
    assert call(v8, "alternate", []) == []


def learner(v8: MiniRacer, **cards: dict[str, float]) -> None:
    """Let a learner have answered the questions a to d of one chapter as `cards` say."""
    v8.eval(f"""
        quiz.kept = {{}};
        quiz.schedule = {{ settings: {{ size: 3, fresh: 1 }} }};
        quiz.store = {{ read: (type, name) => quiz.kept[`${{type}}:${{name}}`] }};
        globalThis.cards = {json.dumps(cards)};
        globalThis.includedQuestions = () => [..."abcd"].map((id) => ({{ id, bank: {{ name: "one" }} }}));
        globalThis.standing = (question, day) => ({{ question, ...(cards[question.id] ?? {{ fresh: true }}), day }});
        globalThis.countsOf = (questions, day) => ({{ due: questions.filter(({{ id }}) => cards[id]?.due <= day).length }});
    """)


def test_the_review_of_a_day_is_picked_by_the_settings_from_what_practice_asks(v8: MiniRacer) -> None:
    learner(
        v8, b={"due": TODAY, "recall": 0.9, "rating": 3, "last": 1}, c={"due": TODAY - 1, "recall": 0.8, "rating": 3, "last": 1}
    )
    review = call(v8, "reviewOn", TODAY)
    assert names(review["chosen"]) == ["c", "b", "a"]
    assert {one["day"] for one in review["chosen"]} == {TODAY}


@pytest.mark.parametrize(("ahead", "due"), [(0, 1), (1, 2), (2, 2)])
def test_what_comes_back_tomorrow_is_what_is_due_by_then(v8: MiniRacer, ahead: int, due: int) -> None:
    learner(v8, a={"due": TODAY + 1}, b={"due": TODAY + 2}, c={"due": TODAY + 9})
    assert call(v8, "returning", TODAY + ahead) == due


@pytest.mark.parametrize(
    ("finished", "due", "done"),
    [({"day": TODAY}, [], True), ({"day": TODAY}, ["one"], False), ({"day": TODAY - 1}, [], False), (None, [], False)],
)
def test_a_day_is_done_when_its_review_has_ended_and_nothing_is_due(
    v8: MiniRacer, finished: Any, due: list[str], done: bool
) -> None:
    learner(v8)
    v8.eval(f"quiz.kept['finished:today'] = {json.dumps(finished)} ?? undefined")
    assert call(v8, "isDone", {"due": due}, TODAY) is done
