"""What is filled in, and the arithmetic of a mock exam, run in V8: codes, time, states, and what counts."""

import json
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from front_end import source, words

FILES = ("marking.js", "fingerprint.js", "round.js", "sitting.js")
# V8 alone has no addresses to read: as much of them as the file uses.
ADDRESS = """class URLSearchParams {
    constructor(text) { this.text = text; }
    get(name) { return this.text.split("&").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1); }
}"""


@pytest.fixture(scope="module")
def run() -> Any:
    """A function that calls one of the scripts' functions."""
    engine = MiniRacer()
    shared = "const quiz = { store: { readers: {} }, onEachPage() {} };"
    engine.eval(words() + ADDRESS + shared + "".join(source(name) for name in FILES))

    def call(name: str, *arguments: object) -> Any:
        text = ", ".join(json.dumps(argument) for argument in arguments)
        answer = engine.eval(f"JSON.stringify({name}({text}))")
        return json.loads(answer) if isinstance(answer, str) else None

    return call


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("#seed=7b", ("7b", "")),
        ("#seed=My Class!", ("myclass", "")),
        (f"#seed={'9' * 40}", ("9" * 16, "")),
        ("#seed=monday-2.K7F-Q2M", ("monday-2", "K7FQ2M")),
        ("#seed=monday-2.k7fq2m&x=1", ("monday-2", "K7FQ2M")),
        ("#seed=7b.", ("7b", "")),
        ("#print=1&seed=7b", ("7b", "")),
        ("#=7b", None),
        ("#seed=.K7F-Q2M", None),
        ("#seed=", None),
        ("#marking", None),
        ("", None),
    ],
)
def test_a_code_is_read_from_an_address(run: Any, address: str, code: tuple[str, str] | None) -> None:
    assert run("codeIn", address) == (code and {"seed": code[0], "print": code[1]})


@pytest.mark.parametrize(("now", "seconds"), [(1000, 1), (9999, 9.999), (10_000, 0), (86_400_000, 0), (-5000, 0)])
def test_a_gap_that_is_sleep_and_a_clock_that_jumped_back_count_for_nothing(run: Any, now: int, seconds: float) -> None:
    assert run("secondsBetween", 0, now) == seconds


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (59.9, "0:59"), (60, "1:00"), (605, "10:05"), (10_800, "180:00"), (-65.5, "1:05")]
)
def test_time_is_shown_in_minutes_and_whole_seconds_also_beyond_its_end(run: Any, seconds: float, shown: str) -> None:
    assert run("minutesAndSeconds", seconds) == shown


def test_each_question_of_a_sitting_comes_with_its_section_and_withdrawn_ones_are_left_out(run: Any) -> None:
    sections = [{"id": "A"}, {"id": "B"}, {"id": "C"}]
    units = run("unitsOf", sections, [["q", "gone"], ["r", "p"]], [{"id": "p"}, {"id": "q"}, {"id": "r"}, {"id": "other"}])
    assert [(unit["section"]["id"], unit["question"]["id"]) for unit in units] == [("A", "q"), ("B", "r"), ("B", "p")]


@pytest.mark.parametrize(
    ("result", "negative", "marks"),
    [
        ({"share": 1}, 1, 4),
        ({"share": 0.5}, 1, 2),
        ({"share": 0}, 1, -1),
        ({"share": 0}, 0, 0),
        ({"share": 0}, None, 0),
        ({"share": 0, "someRight": True}, 1, 0),
        ({"share": 0, "self": True}, 1, 0),
        ({"share": 0.5, "self": True}, 1, 2),
    ],
)
def test_marks_are_taken_only_where_nothing_is_right(run: Any, result: object, negative: float | None, marks: float) -> None:
    asked = {"result": result, "marks": 4, "isBlank": False} | ({} if negative is None else {"negative": negative})
    assert run("earnedBy", asked) == marks


def test_an_open_question_costs_nothing(run: Any) -> None:
    assert run("earnedBy", {"result": {"share": 0}, "marks": 4, "isBlank": True, "negative": 1}) == 0


def test_one_right_and_one_wrong_choice_of_three_marks_cost_nothing_in_a_paper_that_takes_marks(run: Any) -> None:
    result = run("markByShares", ["a", "d"], ["a", "b", "c"], 2)
    assert run("earnedBy", {"result": result, "marks": 3, "isBlank": False, "negative": 1}) == 0


NEW = {"answered": False, "partly": False, "flagged": False, "visited": False}


@pytest.mark.parametrize(
    ("share", "ticked", "marks"), [(1, [True], 3), (1, [False], 2), (1, [], 2), (0, [True], 0), (0, [False], 0)]
)
def test_a_reason_earns_its_marks_beside_the_right_choice_only(run: Any, share: int, ticked: list[bool], marks: int) -> None:
    asked = {"result": {"share": share}, "marks": 3, "isBlank": False, "reasonMarks": 1}
    assert run("earnedBy", asked | {"points": [{"checked": one} for one in ticked]}) == marks


def _state(run: Any, *entries: dict[str, bool]) -> Any:
    return run("stateOf", [NEW | entry for entry in entries])


def test_a_question_says_what_has_become_of_it(run: Any) -> None:
    seen, answered, flagged = {"visited": True}, {"visited": True, "answered": True}, {"visited": True, "flagged": True}
    assert _state(run, {}) == "not visited"
    assert _state(run, seen) == "not answered"
    assert _state(run, answered) == "answered"
    assert _state(run, flagged) == "marked for review"
    assert _state(run, flagged | answered) == "answered and marked for review"
    assert _state(run, answered, seen) == "partly answered"  # a case with an open part
    assert _state(run, {"visited": True, "partly": True}) == "partly answered"  # rows without their choice
    assert _state(run, flagged | {"partly": True}, answered) == "partly answered and marked for review"


def _box(name: str = "typed", value: str = "", kind: str = "text") -> dict[str, Any]:
    return {"name": name, "type": kind, "value": value, "checked": False}


def _radio(name: str, chosen: bool = False) -> dict[str, Any]:
    return {"name": name, "type": "radio", "value": "x", "checked": chosen}


def _tick(chosen: bool) -> dict[str, Any]:
    return _radio("picked", chosen) | {"type": "checkbox"}


def _list(value: str = "") -> dict[str, Any]:
    return _box("picked", value, "select-one")


FILLED = {
    "a choice": ([_radio("picked"), _radio("picked", True)], "answered"),
    "no choice": ([_radio("picked"), _radio("picked")], "not answered"),
    "one tick of several": ([_tick(False), _tick(True)], "answered"),
    "a choice without its reason": ([_radio("picked", True), _box()], "answered"),
    "a reason without its choice": ([_radio("picked"), _box(value="so")], "partly answered"),
    "all lists of a matching": ([_list("a"), _list("b")], "answered"),
    "some lists of a matching": ([_list("a"), _list()], "partly answered"),
    "no list of a matching": ([_list(), _list()], "not answered"),
    "all rows of a sorting": ([_radio("picked-1", True), _radio("picked-1"), _radio("picked-2", True)], "answered"),
    "some rows of a sorting": ([_radio("picked-1", True), _radio("picked-1"), _radio("picked-2")], "partly answered"),
    "words": ([_box(value="cost")], "answered"),
    "spaces": ([_box(value=" \n")], "not answered"),
    "both sides of a basis": ([_box("typed-1-basis", "a"), _box("typed-1-first", "b"), _box("typed-1-second", "c")], "answered"),
    "half of a basis": ([_box("typed-1-basis", "a"), _box("typed-1-first", "b"), _box("typed-1-second")], "partly answered"),
}


@pytest.mark.parametrize("case", FILLED)
def test_a_question_of_which_a_part_is_filled_in_is_partly_answered(run: Any, case: str) -> None:
    controls, state = FILLED[case]
    assert run("filledIn", {"inputs": controls, "isBlank": False}) == state


def test_a_text_that_cannot_be_read_as_an_answer_is_no_answer(run: Any) -> None:
    assert run("filledIn", {"inputs": [_box(value="many")], "isBlank": True}) == "not answered"


def _score(run: Any, answer: int, *earned: float | None) -> Any:
    """Return what a section earns whose questions of 2 marks went like this; None was left open."""
    engine_units = [{"earned": one or 0, "marks": 2, "given": one is not None} for one in earned]
    section = json.dumps({"id": "A", "title": "Say", "answer": answer})
    units = json.dumps(engine_units)
    script = f"((section, units) => resultOf([section], units.map((unit) => ({{ ...unit, section }}))))({section}, {units})"
    result = run("((text) => eval(text))", script)
    return result["earned"], result["marks"]


def test_where_a_learner_may_choose_the_best_answers_count(run: Any) -> None:
    assert _score(run, 2, 2, 0, 2, 1) == (4, 4)
    assert _score(run, 2, 2, -0.5, None, None) == (1.5, 4)  # an open question does not stand in for a wrong answer
    assert _score(run, 3, None, None) == (0, 4)  # one was withdrawn


def test_a_result_is_that_of_all_sections_and_of_each_by_itself(run: Any) -> None:
    script = """(() => {
        const [a, b] = [{ id: "A", title: "Say", answer: 1 }, { id: "B", title: "Sort", answer: 2 }];
        const unit = (section, earned, marks) => ({ section, earned, marks, given: true });
        return resultOf([a, b], [unit(a, 1, 2), unit(a, 2, 2), unit(b, 3, 4), unit(b, 0.5, 4)]);
    })()"""
    assert run("((text) => eval(text))", script) == {
        "earned": 5.5,
        "marks": 10,
        "sections": [{"title": "A. Say", "earned": 2, "marks": 2}, {"title": "B. Sort", "earned": 3.5, "marks": 8}],
    }
