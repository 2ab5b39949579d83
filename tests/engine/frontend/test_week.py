"""The week of the home page: a pure function, run in V8 from the file that the site ships."""

import datetime
import json
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from front_end import source

EPOCH = datetime.date(1970, 1, 1)


def day(year: int, month: int, number: int) -> int:
    """Return a date as schedules count it."""
    return (datetime.date(year, month, number) - EPOCH).days


@pytest.fixture(scope="module")
def v8() -> MiniRacer:
    context = MiniRacer()
    context.eval(source("week.js"))
    return context


def week(v8: MiniRacer, today: int, *reviews: int) -> list[dict[str, Any]]:
    return list(json.loads(str(v8.eval(f"JSON.stringify(weekOf({today}, {json.dumps(reviews)}))"))))


@pytest.mark.parametrize("number", range(4, 11))  # Monday 4 January 2027 and the days to Sunday
def test_every_day_lies_in_the_week_that_began_on_its_monday(v8: MiniRacer, number: int) -> None:
    days = [each["day"] for each in week(v8, day(2027, 1, number))]
    assert days == list(range(day(2027, 1, 4), day(2027, 1, 11)))


def test_each_day_says_what_was_answered_and_what_is_still_to_come(v8: MiniRacer) -> None:
    monday, thursday = day(2027, 1, 4), day(2027, 1, 7)
    before = monday - 1
    found = week(v8, thursday, before, monday, monday, monday + 2)
    assert [each["answers"] for each in found] == [2, 0, 1, 0, 0, 0, 0]
    assert [each["state"] for each in found] == ["done", "past", "done", "open", "ahead", "ahead", "ahead"]
    assert week(v8, thursday, thursday)[3]["state"] == "done"
