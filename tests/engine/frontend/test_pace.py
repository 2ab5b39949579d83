"""How many minutes questions take, by a usual learner's pace at first and then by the learner's own: pure functions, in V8."""

import json

import pytest
from py_mini_racer import MiniRacer

from front_end import source

STORE = """
const quiz = { store: { readers: {}, kept: {}, read: (sort, id) => quiz.store.kept[sort] ?? null,
  write: (sort, id, piece) => { quiz.store.kept[sort] = piece; } } };
"""


@pytest.fixture
def v8() -> MiniRacer:
    context = MiniRacer()
    context.eval(STORE)
    context.eval(source("pace.js"))
    return context


def test_ten_marks_take_a_usual_learner_eight_minutes(v8: MiniRacer) -> None:
    assert [v8.eval(f"minutesFor({marks})") for marks in (0, 1, 10, 53)] == [0, 1, 8, 43]


@pytest.mark.parametrize(("seconds", "minutes"), [(15, [8, 5, 3]), (120, [9, 15, 19])])
def test_the_learners_own_pace_counts_more_with_every_answer(v8: MiniRacer, seconds: int, minutes: list[int]) -> None:
    seen: list[int] = []
    for answers in (1, 20, 200):
        v8.eval(f"quiz.store.kept = {{}}; for (let n = 0; n < {answers}; n += 1) notePace({seconds}, 1);")
        seen.append(int(str(v8.eval("minutesFor(10)"))))
    assert seen == pytest.approx(minutes, abs=1)
    assert seen == sorted(seen, reverse=seconds < 48)


def test_whoever_went_away_in_between_changes_no_pace(v8: MiniRacer) -> None:
    v8.eval("notePace(241, 1); notePace(240, 1)")
    assert json.loads(str(v8.eval("JSON.stringify(ownPace())"))) == {"seconds": 240, "marks": 1}


@pytest.mark.parametrize("piece", ["{}", "{seconds: -1, marks: 2}", "{seconds: '7', marks: 2}", "{seconds: Infinity, marks: 1}"])
def test_a_damaged_pace_is_none(v8: MiniRacer, piece: str) -> None:
    assert v8.eval(f"quiz.store.readers.pace({piece}) === null")
