"""The schedule's arithmetic, run in V8: FSRS against the package `fsrs`, the exam's cap, wrong clocks, the plan, merged logs."""

import itertools
import json
import math
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import fsrs
import pytest
from py_mini_racer import MiniRacer

from front_end import source

HISTORIES = 6000
# Day 0 of the histories. The hour does not matter: whole days go by between reviews on different days.
START = datetime(2027, 1, 1, 12, tzinfo=UTC)
# What the page does: whole days, no steps of minutes, no chance.
REFERENCE = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)

Log = list[list[int]]


class Schedule:
    """One V8 with the files in it."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        for name in ("review.js", "fsrs.js", "schedule.js"):
            self._v8.eval(source(name))
        self._v8.eval(f"const quiz = {{ schedule: {{ answered, dueDay }} }}; {{ {source('plan.js')} }}")

    def run(self, body: str, **names: object) -> Any:
        """Return what the body of a function of these names returns; undefined comes back as None."""
        given = ", ".join(names)
        values = ", ".join(json.dumps(value) for value in names.values())
        return json.loads(str(self._v8.eval(f"JSON.stringify((({given}) => {{ {body} }})({values}) ?? null)")))

    def call(self, function: str, *arguments: object) -> Any:
        return self.run(f"return {function}(...given);", given=arguments)


@pytest.fixture(scope="module")
def schedule() -> Schedule:
    return Schedule()


# FSRS


def random_gap(rng: random.Random, stability: float) -> int:
    """Days to the next review: the same day, soon, when it is due, or much later."""
    return rng.choice(
        [0, 0, 1, rng.randint(1, 5), max(1, round(stability)), round(stability * rng.uniform(0.2, 3)), rng.randint(6, 400)]
    )


def random_history(rng: random.Random) -> tuple[Log, list[tuple[float, float, int]]]:
    """Return a log of answers, and what the reference says after each: stability, difficulty, due day."""
    weights = rng.choice([(1, 1, 1, 1), (1, 2, 6, 1), (6, 2, 1, 0), (0, 0, 1, 3)])
    card, day = fsrs.Card(card_id=1), 0  # without an id it waits a millisecond for one
    log: Log = []
    expected: list[tuple[float, float, int]] = []
    for _ in range(rng.randint(1, 16)):
        day += min(random_gap(rng, card.stability or 1), 3000)
        (rating,) = rng.choices([1, 2, 3, 4], weights)
        card, _ = REFERENCE.review_card(card, fsrs.Rating(rating), START + timedelta(days=day))
        assert card.stability is not None
        assert card.difficulty is not None
        log.append([day * 86_400_000 + len(log), day, rating])
        expected.append((card.stability, card.difficulty, (card.due - START).days))
    return log, expected


def test_every_state_and_due_day_is_that_of_the_reference(schedule: Schedule) -> None:
    rng = random.Random(6)
    histories = [random_history(rng) for _ in range(HISTORIES)]
    got = schedule.run(
        """
        const after = (log) => log.map((_, index) => {
          const card = replay(log.slice(0, index + 1), log[index][1]);
          return [card.stability, card.difficulty, dueDay(card, card.last, undefined, "")];
        });
        return logs.map(after);
        """,
        logs=[log for log, _ in histories],
    )
    for (log, expected), states in zip(histories, got, strict=True):
        for (stability, difficulty, due), (our_stability, our_difficulty, our_due) in zip(expected, states, strict=True):
            assert math.isclose(our_stability, stability, rel_tol=1e-9), log
            assert math.isclose(our_difficulty, difficulty, rel_tol=1e-9), log
            assert our_due == due, log
    assert {log[-1][1] > 300 for log, _ in histories} == {True, False}
    assert sum(first[1] == second[1] for log, _ in histories for first, second in itertools.pairwise(log)) > HISTORIES


def test_recall_is_that_of_the_reference_and_nine_in_ten_when_due(schedule: Schedule) -> None:
    for stability, days in itertools.product((0.001, 0.2, 2.3065, 40, 5000), (0, 1, 2, 30, 365, 4000)):
        card = fsrs.Card(card_id=1, stability=stability, last_review=START)
        expected = REFERENCE.get_card_retrievability(card, START + timedelta(days=days))
        assert schedule.call("retrievability", {"stability": stability}, days) == pytest.approx(expected, rel=1e-9)
    assert schedule.call("retrievability", {"stability": 40}, 40) == pytest.approx(0.9)


@pytest.mark.parametrize(("stability", "days"), [(0.001, 1), (0.6, 1), (1.49, 1), (1.51, 2), (36499.6, 36500), (1e9, 36500)])
def test_an_interval_is_a_whole_number_of_days_from_one_to_a_hundred_years(
    schedule: Schedule, stability: float, days: int
) -> None:
    assert schedule.call("intervalFor", stability) == days


@pytest.mark.parametrize("place", range(21))
def test_each_of_the_parameters_is_the_published_one_and_is_used(schedule: Schedule, place: int) -> None:
    assert schedule.run("return FSRS[place];", place=place) == fsrs.scheduler.DEFAULT_PARAMETERS[place]
    states = """
        const days = [0, 1, 9];
        const seen = [1, 2, 3, 4].map(firstState);
        const next = (state) => [1, 2, 3, 4].flatMap((rating) => days.map((gap) => nextState(state, rating, gap)));
        return JSON.stringify([seen, seen.flatMap(next), retrievability(seen[0], 3)]);
    """
    changed = f"const was = FSRS[place]; FSRS[place] += 0.01; try {{ {states} }} finally {{ FSRS[place] = was; }}"
    assert schedule.run(changed, place=place) != schedule.run(states)


# Days and ratings


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("1970, 0, 1", 0),
        ("1970, 0, 2, 23, 59, 59", 1),
        ("2027, 0, 1", 20819),
        ("2027, 2, 28, 2, 30", 20905),
        ("1969, 11, 31, 23", -1),
    ],
)
def test_a_day_begins_at_the_learners_own_midnight(schedule: Schedule, date: str, day: int) -> None:
    assert schedule.run(f"return localDay(new Date({date}));") == day


def test_the_day_is_taken_from_the_date_that_the_learner_reads_and_not_from_the_hour_in_utc(schedule: Schedule) -> None:
    clock = "{ getFullYear: () => 2027, getMonth: () => 0, getDate: () => 2, getTime: () => Date.UTC(2027, 0, 1, 18, 45) }"
    assert schedule.run(f"return localDay({clock});") == 20820


# Logs


def at(day: int, rating: int, time: int | None = None) -> list[int]:
    return [day * 1000 if time is None else time, day, rating]


def test_a_log_without_entries_is_no_card(schedule: Schedule) -> None:
    assert schedule.call("replay", [], 100) is None


def test_a_card_knows_its_last_answer_and_how_often_it_was_forgotten(schedule: Schedule) -> None:
    card = schedule.call("replay", [at(10, 1), at(10, 3, 10_001), at(14, 1), at(15, 2)], 20)
    assert {name: card[name] for name in ("last", "rating", "reviews", "lapses")} == {
        "last": 15,
        "rating": 2,
        "reviews": 4,
        "lapses": 1,
    }


def test_the_order_of_a_log_does_not_matter_and_the_log_stays_as_it_is(schedule: Schedule) -> None:
    log = [at(10, 1), at(12, 3), at(30, 3), at(30, 2, 30_001)]
    expected = schedule.call("replay", log, 40)
    for mixed in itertools.permutations(log):
        assert schedule.run("return [replay(log, 40), log];", log=mixed) == [expected, list(mixed)]


def test_an_answer_from_a_later_day_counts_as_todays(schedule: Schedule) -> None:
    assert schedule.call("replay", [at(10, 3), at(500, 3)], 13) == schedule.call("replay", [at(10, 3), at(13, 3)], 13)
    assert schedule.call("replay", [at(500, 3)], 13) == schedule.call("replay", [at(13, 3)], 13)


def test_a_corrected_log_comes_due_again_and_later_answers_follow_it(schedule: Schedule) -> None:
    ahead = [at(10, 3), at(500, 1)]
    corrected = schedule.call("withoutFutureDays", ahead, 13)
    assert corrected == [at(10, 3), at(13, 1, 500_000)]
    assert schedule.run("const log = [[1, 2, 3]]; return withoutFutureDays(log, 2) === log;")
    later = schedule.call("replay", [*corrected, at(14, 3)], 14)
    assert (later["last"], later["rating"]) == (14, 3)
    assert schedule.run("return dueDay(replay(log, 40), 40, undefined, 'a');", log=corrected) == 14


def test_a_clock_or_a_zone_that_moves_back_gives_sound_cards(schedule: Schedule) -> None:
    rng = random.Random(5)
    logs = [
        [[rng.randint(0, 50_000), rng.randint(0, 60), rng.randint(1, 4)] for _ in range(rng.randint(1, 12))] for _ in range(2000)
    ]
    cards = schedule.run("return logs.map((log) => replay(log, 30));", logs=logs)
    for log, card in zip(logs, cards, strict=True):
        assert 0.001 <= card["stability"] < 1e6
        assert 1 <= card["difficulty"] <= 10
        assert card["last"] == min(30, max(day for _, day, _ in log))
        assert card["reviews"] == len(log)


def random_log(rng: random.Random) -> Log:
    """A log whose times are often those of other logs, here and there with another day or rating."""
    return [[rng.randint(1, 9), rng.randint(1, 2), rng.randint(1, 2)] for _ in range(rng.randint(0, 7))]


def test_merging_logs_is_associative_commutative_and_idempotent(schedule: Schedule) -> None:
    rng = random.Random(4)
    triples = [[random_log(rng) for _ in range(3)] for _ in range(3000)]
    laws = """
        const text = JSON.stringify;
        return triples.flatMap(([a, b, c]) => {
          const ab = mergeLogs(a, b);
          const same = [mergeLogs(b, a), mergeLogs(ab, ab), mergeLogs(ab, b)].every((other) => text(other) === text(ab));
          return same && text(mergeLogs(ab, c)) === text(mergeLogs(a, mergeLogs(b, c))) ? [] : [[a, b, c]];
        });
    """
    assert schedule.run(laws, triples=triples) == []
    merged = schedule.run("return triples.map(([a, b]) => mergeLogs(a, b));", triples=triples)
    for (a, b, _), both in zip(triples, merged, strict=True):
        assert [time for time, _, _ in both] == sorted({time for time, _, _ in a + b})
        assert all(entry in a + b for entry in both)


def test_of_an_entry_with_two_days_the_corrected_one_stays(schedule: Schedule) -> None:
    assert schedule.call("mergeLogs", [at(500, 3, 7)], [at(13, 3, 7)]) == [at(13, 3, 7)]


# Due days


def random_cards(rng: random.Random, count: int, today: int) -> list[dict[str, Any]]:
    """Cards last answered at any time up to today."""
    cards = [
        {"stability": rng.choice([0.1, 2, 9, 40, 400]), "difficulty": 5, "last": today - rng.choice([0, 1, 9, 99])}
        for _ in range(count)
    ]
    return [{"id": f"question-{rng.randrange(10**6)}", "card": card | {"rating": 3, "reviews": 1, "lapses": 0}} for card in cards]


@pytest.mark.parametrize(
    ("text", "number"), [("", 7), ("a", 7 * 31 + 97), ("ab", (7 * 31 + 97) * 31 + 98), ("zzzzz", 828_319), ("अ", 7 * 31 + 0x905)]
)
def test_the_number_of_a_text_is_the_same_for_ever(schedule: Schedule, text: str, number: int) -> None:
    """By it a card's last review before an exam falls on its day, on every device."""
    assert schedule.call("idNumber", text) == number


DUE = "return cards.map(({ id, card }) => dueDay(card, today, exam, id));"


def test_nothing_is_due_after_the_exam_or_sooner_than_the_day_after_its_answer(schedule: Schedule) -> None:
    rng = random.Random(3)
    cards = random_cards(rng, 500, 1000)
    free = schedule.run(DUE, cards=cards, today=1000, exam=None)
    for left in [*range(1, 40), 120, 700]:
        capped = schedule.run(DUE, cards=cards, today=1000, exam=1000 + left)
        for one, due, without in zip(cards, capped, free, strict=True):
            assert one["card"]["last"] < due <= 1000 + left, (one, left)
            assert due <= without, (one, left)
            assert due == without or due >= 1000 + left - 7, (one, left)


@pytest.mark.parametrize("exam", [None, 0, 999, 1000])
def test_an_exam_that_is_past_or_today_changes_nothing(schedule: Schedule, exam: int | None) -> None:
    cards = random_cards(random.Random(2), 100, 1000)
    expected = [one["card"]["last"] + max(1, round(one["card"]["stability"])) for one in cards]
    assert schedule.run(DUE, cards=cards, today=1000, exam=exam) == expected


def test_an_overdue_card_stays_due(schedule: Schedule) -> None:
    card = {"stability": 5, "last": 900}
    assert schedule.call("dueDay", card, 1000, 1050, "a") == 905


@pytest.mark.parametrize(("left", "days"), [(100, 7), (21, 7), (18, 7), (12, 5), (9, 4), (8, 3)])
def test_last_reviews_are_spread_evenly_over_the_last_days(schedule: Schedule, left: int, days: int) -> None:
    cards = [{"id": f"kpo-concept-{name}", "card": {"stability": 900, "last": 1000}} for name in range(700)]
    counts = Counter(schedule.run(DUE, cards=cards, today=1000, exam=1000 + left))
    assert sorted(counts) == list(range(1000 + left - days, 1000 + left))
    assert max(counts.values()) < 1.25 * 700 / days


def test_a_last_review_does_not_move_on_as_it_comes_near(schedule: Schedule) -> None:
    cards = [{"id": f"q{name}", "card": {"stability": 900, "last": 1000}} for name in range(50)]
    first = schedule.run(DUE, cards=cards, today=1000, exam=1030)
    assert all(schedule.run(DUE, cards=cards, today=today, exam=1030) == first for today in range(1001, 1030))


@pytest.mark.parametrize(
    ("stability", "left", "due"),
    [(900, 7, 7), (900, 8, 5), (36, 7, 7), (34, 7, 4), (11, 5, 3), (11, 4, 2), (11, 3, 3), (11, 1, 1)],
)
def test_a_firm_memory_has_one_last_review_and_nobody_has_two_in_the_last_three_days(
    schedule: Schedule, stability: float, left: int, due: int
) -> None:
    late = next(id for id in map(str, range(99)) if schedule.call("idNumber", id) % 6 == 5)  # the farthest of 2 days and of 3
    assert schedule.call("dueDay", {"stability": stability, "last": 0}, 0, left, late) == due


@pytest.mark.parametrize(
    ("rating", "due", "known"),
    [(3, 101, True), (4, 130, True), (3, 100, False), (3, 99, False), (2, 101, False), (1, 101, False)],
)
def test_known_is_what_was_right_and_is_not_due(schedule: Schedule, rating: int, due: int, known: bool) -> None:
    assert schedule.call("isKnown", {"rating": rating}, due, 100) is known


# The plan


def planned(schedule: Schedule, cards: list[dict[str, Any]], fresh: int, pace: int, exam: int | None) -> list[dict[str, int]]:
    asked = {"cards": cards, "fresh": fresh, "newPerDay": pace, "today": 1000, "examDay": exam}
    days: list[dict[str, int]] = schedule.call("plan", asked)
    return days


def test_without_an_exam_the_plan_is_four_weeks_at_the_learners_own_pace(schedule: Schedule) -> None:
    days = planned(schedule, [], 25, 10, None)
    assert [one["day"] for one in days] == list(range(1000, 1028))
    assert [one["fresh"] for one in days] == [10, 10, 5] + [0] * 25
    # A first good answer lasts 2 days, one after these 2 days lasts 11: 1002, 1013 and so on.
    good = schedule.run(
        "let s = firstState(3); const a = intervalFor(s.stability); s = nextState(s, 3, a); return [a, intervalFor(s.stability)];"
    )
    assert good == [2, 11]
    reviews = {one["day"]: one["reviews"] for one in days if one["reviews"]}
    assert reviews == {1002: 10, 1003: 10, 1004: 5, 1013: 10, 1014: 10, 1015: 5}


@pytest.mark.parametrize("exam", [None, 990, 1000])
def test_an_exam_that_has_come_is_no_part_of_the_plan(schedule: Schedule, exam: int | None) -> None:
    assert planned(schedule, [], 25, 10, exam) == planned(schedule, [], 25, 10, None)
    assert planned(schedule, [], 200, 1, exam) == planned(schedule, [], 200, 1, None)  # no hurry either


@pytest.mark.parametrize(
    ("left", "fresh", "pace"), [(30, 800, 10), (30, 90, 10), (3, 100, 10), (2, 7, 0), (1, 50, 5), (120, 10, 4)]
)
def test_all_new_questions_are_seen_in_the_first_two_thirds_of_the_days(
    schedule: Schedule, left: int, fresh: int, pace: int
) -> None:
    days = planned(schedule, [], fresh, pace, 1000 + left)
    assert [one["day"] for one in days] == list(range(1000, 1000 + left))
    early = [one["fresh"] for one in days[: max(1, left * 2 // 3)]]
    assert sum(early) == sum(one["fresh"] for one in days) == fresh
    assert max(early) <= max(pace, math.ceil(fresh / len(early)))


def test_before_an_exam_the_pace_is_the_learners_own_where_that_is_enough(schedule: Schedule) -> None:
    assert [one["fresh"] for one in planned(schedule, [], 10, 4, 1120)][:4] == [4, 4, 2, 0]
    assert [one["fresh"] for one in planned(schedule, [], 100, 4, 1015)][:11] == [10] * 10 + [0]


def test_the_plan_is_what_happens_to_a_learner_who_keeps_it(schedule: Schedule) -> None:
    rng = random.Random(1)
    for exam in (None, 1005, 1017, 1060):
        cards = random_cards(rng, 60, 1000)
        days = planned(schedule, cards, 0, 10, exam)
        states = {one["id"]: one["card"] for one in cards}
        for one in days:
            due = schedule.run(DUE, cards=[{"id": id, "card": card} for id, card in states.items()], today=one["day"], exam=exam)
            asked = [id for id, day in zip(states, due, strict=True) if day <= one["day"]]
            assert one["reviews"] == len(asked), (exam, one)
            for id in asked:
                states[id] = schedule.call("answered", states[id], one["day"], 3)


def test_every_card_that_would_miss_the_exam_has_one_last_review_and_no_day_takes_them_all(schedule: Schedule) -> None:
    cards = [{"id": f"q{name}", "card": {"stability": 300, "difficulty": 5, "last": 990}} for name in range(210)]
    asked = [one["reviews"] for one in planned(schedule, cards, 0, 10, 1040)]
    assert asked[:-7] == [0] * 33
    assert sum(asked) == 210
    assert max(asked) <= 1.25 * 30


def test_a_plan_of_four_months_for_all_questions_is_quick_to_make(schedule: Schedule) -> None:
    cards = random_cards(random.Random(0), 400, 1000)
    asked = {"cards": cards, "fresh": 400, "newPerDay": 10, "today": 1000, "examDay": 1120}
    # Counted, not timed: the memory is worked out once for each review, and a plan holds a few thousand of them.
    counted = "const real = nextState; let count = 0; nextState = (...given) => { count += 1; return real(...given); };"
    body = f"{counted} try {{ const days = plan(asked); return [count, days]; }} finally {{ nextState = real; }}"
    count, days = schedule.run(body, asked=asked)
    assert count == sum(one["reviews"] for one in days)
    assert 800 < count < 8000
