"""The reminder as a calendar file, read by the rules of RFC 5545: made in V8 by the file that the site ships."""

import datetime
import json
import re

import pytest
from py_mini_racer import MiniRacer

from front_end import source

# V8 has no TextEncoder by itself. This one is as much of it as the script uses.
ENCODER = """
class TextEncoder {
  encode(text) { return { length: unescape(encodeURIComponent(text)).length }; }
}
"""
NOON = datetime.datetime(2027, 1, 4, 12, 0, 30, tzinfo=datetime.UTC)
EPOCH = datetime.date(1970, 1, 1)
PLAIN = {
    "uid": "daily-review@small-site",
    "summary": "Daily review",
    "description": "Questions are ready.",
    "url": "https://school.example/today/?start",
    "day": (NOON.date() - EPOCH).days,
    "time": "19:30",
    "now": NOON.timestamp() * 1000,
}


@pytest.fixture(scope="module")
def v8() -> MiniRacer:
    context = MiniRacer()
    context.eval("const quiz = {};" + ENCODER + source("calendar.js"))
    return context


def file(v8: MiniRacer, **changes: object) -> str:
    return str(v8.eval(f"calendarFile({json.dumps({**PLAIN, **changes})})"))


def read(text: str) -> dict[str, dict[str, str]]:
    """Return the properties of each component. Raises where the file is not as RFC 5545 wants it."""
    assert text.endswith("\r\n")
    assert re.findall(r"(?<!\r)\n|\r(?!\n)", text) == []
    assert [line for line in text.split("\r\n") if len(line.encode()) > 75] == []
    components: dict[str, dict[str, str]] = {}
    open_ones: list[str] = []
    for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, sign, value = line.partition(":")
        assert sign, line
        if name == "BEGIN":
            open_ones.append(value)
            components[value] = {}
        elif name == "END":
            assert open_ones.pop() == value
        else:
            assert name not in components[open_ones[-1]], name
            components[open_ones[-1]][name] = value
    assert open_ones == []
    return components


def plain(value: str) -> str:
    """Return the text of a value."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)


def test_the_reminder_comes_every_day_at_the_learners_own_time(v8: MiniRacer) -> None:
    found = read(file(v8))
    assert list(found) == ["VCALENDAR", "VEVENT", "VALARM"]
    assert found["VCALENDAR"]["VERSION"] == "2.0"
    event = found["VEVENT"]
    assert event["DTSTART"] == "20270104T193000"  # no Z and no zone: wherever the learner is
    assert event["RRULE"] == "FREQ=DAILY"
    assert event["DTSTAMP"] == "20270104T120030Z"
    assert event["UID"] == "daily-review@small-site"
    assert event["URL"] == "https://school.example/today/?start"
    assert found["VALARM"] == {"ACTION": "DISPLAY", "DESCRIPTION": "Daily review", "TRIGGER": "PT0S"}


def test_it_ends_with_the_day_of_the_exam(v8: MiniRacer) -> None:
    until = (datetime.date(2027, 3, 1) - EPOCH).days
    assert read(file(v8, until=until))["VEVENT"]["RRULE"] == "FREQ=DAILY;UNTIL=20270301T193000"


def test_a_later_file_takes_the_place_of_the_one_before(v8: MiniRacer) -> None:
    one, other = (read(file(v8, now=NOON.timestamp() * 1000 + later))["VEVENT"] for later in (0, 60_000))
    assert one["UID"] == other["UID"]
    assert int(one["SEQUENCE"]) < int(other["SEQUENCE"]) < 2**31


@pytest.mark.parametrize(
    "text", ["One; two, three \\ four", "Two\nlines", "दैनिक पुनरावृत्ति: " * 12, "a" * 74 + "é" * 80, "😀" * 40, ""]
)
def test_every_text_comes_through_escaped_and_folded(v8: MiniRacer, text: str) -> None:
    found = read(file(v8, summary=text, description=text))
    assert plain(found["VEVENT"]["SUMMARY"]) == text
    assert plain(found["VEVENT"]["DESCRIPTION"]) == text


def test_without_an_address_there_is_none(v8: MiniRacer) -> None:
    assert "URL" not in read(file(v8, url=""))["VEVENT"]
