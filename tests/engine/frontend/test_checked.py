"""What becomes of a question once its answer is checked: verdict, reasons, tags, what is kept, and the way back."""

from collections.abc import Iterator
from typing import Any

import pytest

from answering import Answering

RIGHT, WRONG, MISSED = "Correct:", "Incorrect:", "Correct, but not chosen:"
EMPTY: dict[str, Any] = {"picked": [], "points": [], "typed": {}}


@pytest.fixture(scope="module")
def page() -> Iterator[Answering]:
    answering = Answering()
    yield answering
    answering.close()


def reason(value: str, right: bool = False) -> dict[str, str]:
    """Return the reason of an option, as the page holds it."""
    return {"head": RIGHT if right else WRONG, "why": f"So {value}.", "value": value, **({"right": ""} if right else {})}


NOTE = {"head": "Note:", "why": "Also so."}


def single(page: Answering, **more: object) -> None:
    """Ask a single choice of which b is right."""
    reasons = [reason("a"), reason("b", right=True), NOTE, reason("c")]
    page.ask("single-choice", choices=[{"value": value} for value in "abc"], reasons=reasons, **more)


def multiple(page: Answering, **more: object) -> None:
    """Ask a multiple choice of which a and c are right."""
    choices = [{"value": value, "type": "checkbox"} for value in "abcd"]
    page.ask("multiple-choice", choices=choices, reasons=[reason(value, value in "ac") for value in "abcd"], **more)


def fill_in(page: Answering, **more: object) -> None:
    """Ask for 'outsourcing', with a near miss."""
    right = {"head": RIGHT, "why": "It is so.", "value": "outsourcing", "right": "", "accepted": '["outsourcing"]'}
    near = {"head": "Close, but not accepted:", "why": "That is abroad.", "near": "offshoring"}
    other = {"head": "Close, but not accepted:", "why": "That is a firm.", "near": "provider"}
    page.ask("fill-in", typed=True, reasons=[right, near, other, NOTE], **more)


def numeric(page: Answering, **more: object) -> None:
    """Ask for 12 hours, half an hour more or less, with a common mistake."""
    right = {"head": RIGHT, "why": "It is so.", "value": "12", "right": "", "tolerance": "0.5", "unit": "hours"}
    page.ask("numeric", typed=True, reasons=[right, {"head": "Common mistake:", "why": "Twice.", "near": "24"}], **more)


def short_answer(page: Answering, **more: object) -> None:
    """Ask for a text of which the learner marks two points."""
    page.ask("short-answer", typed=True, points=[["p", 1], ["q", 1]], **more)


# The verdict


@pytest.mark.parametrize(
    ("result", "blank", "name"),
    [
        ({"share": 1}, False, "right"),
        ({"share": 0.5}, False, "partly"),
        ({"share": 0, "someRight": True}, False, "partly"),
        ({"share": 0}, False, "wrong"),
        ({"share": 0, "near": ""}, False, "near"),
        ({"share": 0.5, "near": "x"}, False, "near"),
        ({"share": 1}, True, "unknown"),
        ({"share": 0, "near": "x"}, True, "unknown"),
        ({"share": 0, "self": ["✎", "…"]}, False, "self"),
        ({"share": 0.5, "self": ["✎", "…"]}, True, "self"),
        ({"share": 0, "self": ["✎", "…"]}, True, "unknown"),
    ],
)
def test_the_name_of_a_verdict(page: Answering, result: object, blank: bool, name: str) -> None:
    assert page.run("return quiz.verdictOf(...a);", result, blank) == name


@pytest.mark.parametrize(
    ("picked", "said", "look", "reasons", "tags"),
    [
        ("b", "✓ Correct. 2 of 2 marks.", "right", ["Correct: So b.", "Note: Also so."], {"b": "✓ Your answer, correct"}),
        (
            "c",
            "✗ Incorrect. 0 of 2 marks.",
            "wrong",
            ["Incorrect: So c.", "Correct: So b.", "Note: Also so."],
            {"b": "✓ Correct answer", "c": "✗ Your answer"},
        ),
    ],
)
def test_a_choice_brings_the_reasons_that_concern_it(
    page: Answering, picked: str, said: str, look: str, reasons: list[str], tags: dict[str, str]
) -> None:
    single(page)
    page.give(picked)
    seen = page.after("check")
    assert (seen["said"], seen["look"]) == ([said], f"quiz-verdict is-{look}")
    assert (seen["reasons"], seen["tags"]) == (reasons, tags)


def test_the_sign_of_a_verdict_is_not_read_aloud(page: Answering) -> None:
    single(page)
    page.give("b")
    page.after("check")
    sign = "const [sign] = asked.feedback.children[0].children; return [sign.localName, sign['aria-hidden'], sign.textContent];"
    assert page.run(sign) == ["span", "true", "✓"]


@pytest.mark.parametrize(
    ("picked", "said", "reasons", "looks"),
    [
        ("ac", "✓ Correct. 2 of 2 marks.", ["Correct: So a.", "Correct: So c."], ["is-right", "", "is-right", ""]),
        ("a", "◐ Partly correct. 1 of 2 marks.", ["Correct: So a.", f"{MISSED} So c."], ["is-right", "", "is-missed", ""]),
        (
            "ab",
            "◐ Partly correct. Wrong choices cost as much as right ones earn. 0 of 2 marks.",
            ["Incorrect: So b.", "Correct: So a.", f"{MISSED} So c."],
            ["is-right", "is-wrong", "is-missed", ""],
        ),
        ("", "– Skipped. 0 of 2 marks.", ["Correct: So a.", "Correct: So c."], ["is-right", "", "is-right", ""]),
    ],
)
def test_a_right_choice_that_was_left_out_is_called_missed_unless_all_were(
    page: Answering, picked: str, said: str, reasons: list[str], looks: list[str]
) -> None:
    multiple(page)
    page.give(*picked)
    seen = page.after("check" if picked else "pass")
    assert (seen["said"], seen["reasons"], seen["looks"]) == ([said], reasons, looks)


def test_tags_say_in_words_what_became_of_each_choice(page: Answering) -> None:
    multiple(page)
    page.give("a", "b")
    assert page.after("check")["tags"] == {"a": "✓ Your answer, correct", "b": "✗ Your answer", "c": "○ Correct, but not chosen"}


@pytest.mark.parametrize(
    ("text", "said", "reasons"),
    [
        (" Outsourcing ", ["✓ Correct. 2 of 2 marks.", "You wrote: “Outsourcing”"], ["Correct: It is so.", "Note: Also so."]),
        (
            "offshoring",
            ["≈ Close, but not accepted. 0 of 2 marks.", "You wrote: “offshoring”"],
            ["Close, but not accepted: That is abroad.", "Correct: It is so.", "Note: Also so."],
        ),
        (
            "outsorcing",
            ["≈ Close, but not accepted. Check your spelling. 0 of 2 marks.", "You wrote: “outsorcing”"],
            ["Correct: It is so.", "Note: Also so."],
        ),
        ("payroll", ["✗ Incorrect. 0 of 2 marks.", "You wrote: “payroll”"], ["Correct: It is so.", "Note: Also so."]),
    ],
)
def test_a_typed_answer_is_repeated_and_a_near_miss_has_its_own_reason(
    page: Answering, text: str, said: list[str], reasons: list[str]
) -> None:
    fill_in(page)
    page.give(text=text)
    seen = page.after("check")
    assert (seen["said"], seen["reasons"]) == (said, reasons)


@pytest.mark.parametrize(
    ("text", "said", "reasons"),
    [
        ("12.5 hours", "✓ Correct. 2 of 2 marks.", ["Correct: It is so."]),
        ("24", "✗ Incorrect. 0 of 2 marks.", ["Common mistake: Twice.", "Correct: It is so."]),
        ("13", "✗ Incorrect. 0 of 2 marks.", ["Correct: It is so."]),
    ],
)
def test_a_number_is_marked_by_the_tolerance_and_unit_of_its_key(
    page: Answering, text: str, said: str, reasons: list[str]
) -> None:
    numeric(page)
    page.give(text=text)
    seen = page.after("check")
    assert (seen["said"][0], seen["reasons"]) == (said, reasons)
    assert page.run("return asked.feedback.children.map(({ localName }) => localName);") == ["p", "p", "ul"]


@pytest.mark.parametrize(
    ("paid", "line"), [({}, "You wrote (not marked): “since it lasts”"), ({"reasonMarks": 1}, "You wrote: “since it lasts”")]
)
def test_a_reason_beside_a_choice_is_said_not_to_be_marked_unless_it_is_paid(
    page: Answering, paid: dict[str, int], line: str
) -> None:
    single(page, typed=True)
    page.run("Object.assign(asked, a[0]);", paid)
    page.give("b", text="since it lasts")
    assert page.after("check")["said"][1:] == [line]


ROWS = [
    [f"{number}. {name}", [{"value": f"{number}:a", "text": "St. Mary Red."}, {"value": f"{number}:b", "text": "Blue"}]]
    for number, name in enumerate(("One", "Two", "Three"), 1)
]
ROW_REASONS = [
    *({"head": f"Pair {value}", "why": "So it is.", "value": value, "right": ""} for value in ("1:a", "2:b", "3:b")),
    {"head": "Not used: Green", "why": "None."},
]


@pytest.mark.parametrize(("kind", "form"), [("matching", "lists"), ("sorting", "radios")])
def test_each_row_says_what_was_chosen_there_and_what_is_right(page: Answering, kind: str, form: str) -> None:
    page.ask(kind, marks=3, reasons=ROW_REASONS, **{form: ROWS})
    page.give("1:a", "2:a")
    seen = page.after("check")
    assert seen["said"] == ["◐ Partly correct. 1 of 3 marks."]
    assert seen["reasons"] == [
        "✓ 1. One Your answer: St. Mary Red. Correct. So it is.",
        "✗ 2. Two Your answer: St. Mary Red. Correct answer: Blue. So it is.",
        "– 3. Three You chose nothing here. Correct answer: Blue. So it is.",
        "Not used: Green None.",
    ]
    looks = "return asked.feedback.children[1].children.map((reason) => reason.className.trim());"
    assert page.run(looks) == ["is-right", "is-wrong", "is-open", ""]
    signs = "return asked.feedback.children[1].querySelectorAll('.quiz-tag').map(plainly);"
    assert page.run(signs) == ["✓", "✗", "–"]
    assert seen["rows"] == [
        ["quiz-row is-right", "✓ Correct"],
        ["quiz-row is-wrong", "✗ Incorrect"],
        ["quiz-row is-open", "– Not answered"],
    ]
    assert page.after("reset")["rows"] == [["quiz-row", ""]] * 3


def test_rows_with_coded_options_have_the_reasons_of_a_choice(page: Answering) -> None:
    page.ask("matching", choices=[{"value": value} for value in "ab"], reasons=[reason("a", True), reason("b"), NOTE])
    page.give("a")
    assert page.after("check")["reasons"] == ["Correct: So a.", "Note: Also so."]


# What is no answer


@pytest.mark.parametrize(
    ("ask", "text", "asked_for"),
    [
        (single, "", "Choose or write an answer first."),
        (fill_in, "   ", "Choose or write an answer first."),
        (fill_in, "…", "Choose or write an answer first."),
        (numeric, "twelve", "Enter one number, such as 1250 or 3.6 lakh."),
    ],
)
def test_nothing_chosen_and_nothing_readable_is_asked_for_and_neither_marked_nor_kept(
    page: Answering, ask: Any, text: str, asked_for: str
) -> None:
    ask(page)
    page.give(text=text)
    seen = page.after("check")
    assert (seen["said"], seen["reasons"], seen["kept"], seen["reviews"], seen["told"]) == ([asked_for], None, None, [], 0)
    assert not any(seen["disabled"])
    assert page.run("return asked.feedback.children.map(({ localName }) => localName);") == ["p"]


@pytest.mark.parametrize(("paid", "blank"), [(0, True), (1, False)])
def test_a_reason_alone_is_an_answer_where_it_is_paid(page: Answering, paid: int, blank: bool) -> None:
    single(page, typed=True)
    page.run("asked.reasonMarks = a[0];", paid)
    page.give(text="since it lasts")
    assert page.run("return [asked.hasNoChoice, asked.isBlank];") == [True, blank]
    page.give("b", text="since it lasts")
    assert page.run("return [asked.hasNoChoice, asked.isBlank];") == [False, False]


def test_a_paid_reason_needs_words(page: Answering) -> None:
    single(page, typed=True)
    page.run("asked.reasonMarks = 1;")
    assert page.run("return asked.isBlank;") is True


# The frame around the verdict


def test_a_checked_question_is_closed_and_offers_another_try(page: Answering) -> None:
    single(page, rest="options")
    page.give("a")
    page.run("asked.inputs[0].focus();")
    seen = page.after("check")
    assert seen["disabled"] == [True, True, True]
    assert seen["buttons"] == {"hidden": False, "submit": "Try again", "skip": False}
    assert seen["folded"] == {"hidden": False, "open": False, "summary": "Explain all options"}
    assert (seen["explained"], seen["focus"], seen["told"]) == ("open", "submit", 1)


def test_the_focus_stays_where_it_is_when_that_stays(page: Answering) -> None:
    single(page)
    page.give("a")
    assert page.after("check")["focus"] is None


@pytest.mark.parametrize(
    ("rest", "summary"),
    [("close", "Explain close answers"), ("mistakes", "Explain common mistakes"), (None, "Answer and explanation")],
)
def test_reasons_that_are_left_out_are_folded_under_the_name_that_the_kind_gives(
    page: Answering, rest: str | None, summary: str
) -> None:
    fill_in(page, **({"rest": rest} if rest else {}))
    page.give(text="outsourcing")
    assert page.after("check")["folded"] == {"hidden": False, "open": False, "summary": summary}


def test_nothing_is_folded_where_all_reasons_are_shown(page: Answering) -> None:
    page.ask("single-choice", choices=[{"value": "a"}, {"value": "b"}], reasons=[reason("a", True), reason("b")])
    page.give("b")
    seen = page.after("check")
    assert (len(seen["reasons"]), seen["folded"]["hidden"]) == (2, True)


def test_a_question_that_is_asked_once_offers_no_other_try(page: Answering) -> None:
    single(page, mode={"once": True})
    page.give("b")
    assert page.after("check")["buttons"]["hidden"] is True


# What is kept


@pytest.mark.parametrize(("picked", "rating"), [("ac", 3), ("a", 2), ("b", 1)])
def test_a_checked_answer_is_kept_and_how_well_it_went_is_noted(page: Answering, picked: str, rating: int) -> None:
    multiple(page)
    page.give(*picked)
    seen = page.after("check")
    assert seen["kept"].pop("at") == page.run("return asked.checkedAt;")
    assert seen["kept"] == {**EMPTY, "picked": list(picked), "checked": True}
    assert seen["reviews"] == [["name", True, rating]]


def test_a_right_guess_is_noted_as_hard(page: Answering) -> None:
    single(page)
    page.run("asked.guessed = true;")
    page.give("b")
    assert page.after("check")["reviews"] == [["name", True, 2]]


def test_not_knowing_is_kept_as_an_answer_without_a_choice(page: Answering) -> None:
    single(page)
    page.give("a")
    seen = page.after("pass")
    assert (seen["said"], seen["focus"]) == (["– Skipped. 0 of 2 marks."], "submit")
    assert (seen["picked"], seen["kept"]["checked"], seen["reviews"]) == ([], True, [["name", True, 1]])
    assert seen["reasons"] == ["Correct: So b.", "Note: Also so."]


def test_not_knowing_after_the_verdict_changes_nothing(page: Answering) -> None:
    single(page)
    page.give("b")
    before = page.after("check")
    assert page.after("pass") == before


@pytest.mark.parametrize(("text", "reviews"), [("my own words", []), ("", [["name", True, 1]])])
def test_an_answer_that_the_learner_marks_is_noted_when_they_tick(page: Answering, text: str, reviews: list[object]) -> None:
    short_answer(page)
    page.give(text=text)
    seen = page.after("check" if text else "pass")
    assert (seen["reviews"], seen["explained"]) == (reviews, "open")
    assert seen["folded"]["hidden"] is True
    assert page.run("return [asked.feedback.querySelectorAll('.quiz-model, .quiz-reasons').length, asked.told.length];") == [0, 1]


def test_a_tick_before_the_answer_was_checked_here_is_kept_and_not_noted(page: Answering) -> None:
    short_answer(page)
    page.give(text="my own words")
    page.after("show", True)
    page.run("asked.points[1].checked = true; quiz.markAgain(asked);")
    seen = page.after()
    assert (seen["kept"]["points"], seen["reviews"]) == (["q"], [])


def test_the_model_answer_stands_open_behind_the_verdict(page: Answering) -> None:
    short_answer(page)
    page.give(text="my own words")
    page.after("check")
    looks = "return asked.form.children.slice(2).map(({ className, localName }) => className || localName);"
    assert page.run(looks) == ["quiz-feedback", "quiz-reasons", "quiz-explanation", "details"]


def test_points_are_ticked_after_the_answer_was_shown(page: Answering) -> None:
    short_answer(page)
    page.give(text="my own words")
    compare = "Compare your answer with the model answer, and tick each point that you made."
    seen = page.after("check")
    assert (seen["said"], seen["look"]) == ([f"✎ {compare} 0 of 2 marks."], "quiz-verdict is-self")
    page.run("asked.points[0].checked = true; quiz.markAgain(asked);")
    seen = page.after()
    assert (seen["said"], seen["kept"]["points"]) == ([f"✎ {compare} 1 of 2 marks."], ["p"])
    assert (seen["reviews"], seen["told"]) == ([["name", True, 2]], 2)


def test_what_was_checked_on_an_earlier_visit_is_shown_and_not_stored_again(page: Answering) -> None:
    single(page)
    page.give("a")
    seen = page.after("showKept", {"at": 1000})
    assert (seen["said"], seen["kept"], seen["reviews"]) == (["✗ Incorrect. 0 of 2 marks."], None, [])
    assert page.run("return asked.checkedAt;") == 1000
    page.run("asked.showKept({ at: 2000 });")
    assert page.run("return asked.checkedAt;") == 1000


@pytest.mark.parametrize(
    ("study", "said"), [(True, []), (False, ["– Skipped. Enter one number, such as 1250 or 3.6 lakh. 0 of 2 marks."])]
)
def test_a_kept_text_that_says_no_number_is_open_again_in_the_notes(page: Answering, study: bool, said: list[str]) -> None:
    numeric(page)
    page.run("if (a[0]) asked.mode = STUDY;", study)
    page.give(text="twelve")
    assert page.after("showKept", {"at": 1000})["said"][:1] == said


def test_a_kept_text_that_can_be_read_is_shown_in_the_notes(page: Answering) -> None:
    numeric(page)
    page.run("asked.mode = STUDY;")
    page.give(text="12")
    assert page.after("showKept", {"at": 1000})["said"][:1] == ["✓ Correct. 2 of 2 marks."]


# The way back


@pytest.mark.parametrize(("call", "focus"), [("tryAgain", "a"), ("reset", None)])
def test_another_try_begins_where_the_question_began(page: Answering, call: str, focus: str | None) -> None:
    multiple(page)
    begun = page.after()
    page.give("a", "b")
    page.after("check")
    page.run("asked.details.open = true;")
    again = page.after(call)
    assert again.pop("reviews") == [["name", True, 1]]
    assert again == {**{name: value for name, value in begun.items() if name != "reviews"}, "focus": focus, "told": 2}
    assert page.run("return [asked.result ?? null, asked.checkedAt ?? null, asked.seen ?? null];") == [None, None, None]


def test_the_points_of_a_model_answer_go_back_behind_the_fold(page: Answering) -> None:
    short_answer(page)
    page.give(text="my own words")
    page.after("check")
    assert page.run("return asked.details.querySelectorAll('.quiz-model, .quiz-reasons').length;") == 0
    seen = page.after("reset")
    assert seen["explained"] == "folded"
    assert page.run("return asked.details.querySelectorAll('.quiz-model, .quiz-reasons').length;") == 1
