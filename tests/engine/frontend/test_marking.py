"""The front end's pure functions, run in V8 from the files that the site ships: marking, the blank to fill in."""

import itertools
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import quizbank
from marking import Scripts, mark, number_marked
from quizbank.banks.load import example
from quizbank.texts.typed import plain

ENGINE = Path(quizbank.__file__).parent


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts()


# Marks


@pytest.mark.parametrize(
    ("picked", "share"),
    [(["a"], 1), (["b"], 0), (["a", "b"], 0), ([], 0)],
)
def test_exact_marking_gives_all_for_the_right_choice_alone(scripts: Scripts, picked: list[str], share: float) -> None:
    assert scripts.call("markExact", picked, ["a"]) == share


CANCELLED = "Wrong choices cost as much as right ones earn."


@pytest.mark.parametrize(
    ("picked", "result"),
    [
        *((picked, {"share": 1}) for picked in ("ab", "ba")),
        *((picked, {"share": 0.5}) for picked in ("a", "b", "abc")),
        *((picked, {"share": 0, "someRight": True, "note": CANCELLED}) for picked in ("ac", "abcd", "bcd")),
        *((picked, {"share": 0}) for picked in ("c", "cd", "")),
    ],
)
def test_a_wrong_choice_cancels_a_right_one_and_the_learner_is_told_so(scripts: Scripts, picked: str, result: object) -> None:
    assert scripts.call("markByShares", list(picked), ["a", "b"], 2) == result


def by_shares(right: int, wrong: int, hits: int, misses: int) -> Fraction:
    """Return the share of the marks by the rule of `kinds/multiple_choice/__init__.py`."""
    price = max(Fraction(1, right), Fraction(1, wrong))
    return max(Fraction(0), Fraction(hits, right) - misses * price)


# Up to twice as many options as a question may have.
ANSWERS = [
    (right, wrong, hits, misses)
    for right, wrong in itertools.product(range(1, 13), repeat=2)
    for hits, misses in itertools.product(range(right + 1), range(wrong + 1))
]


@pytest.fixture(scope="module")
def shares(scripts: Scripts) -> dict[tuple[int, ...], dict[str, Any]]:
    """What the script makes of every answer to a multiple choice, by its numbers of right and wrong options, chosen ones last."""
    names = "const names = (letter, count) => Array.from({ length: count }, (_, index) => letter + index);"
    mark = "([r, w, hits, misses]) => markByShares([...names('w', misses), ...names('r', hits)], names('r', r), w)"
    return dict(zip(ANSWERS, scripts.run(f"{names} return {json.dumps(ANSWERS)}.map({mark});"), strict=True))


def test_shares_follow_the_rule_that_the_kind_documents_whatever_is_chosen(shares: Any) -> None:
    for counts, result in shares.items():
        assert result["share"] == pytest.approx(float(by_shares(*counts)), abs=1e-12), counts


def test_ticking_every_option_earns_exactly_nothing_whatever_the_options(shares: Any) -> None:
    assert {result["share"] for (r, w, hits, misses), result in shares.items() if (hits, misses) == (r, w)} == {0}


def test_one_more_wrong_choice_costs_at_least_what_one_more_right_choice_earns(shares: Any) -> None:
    for (r, w, hits, misses), result in shares.items():
        if hits < r and misses < w:
            assert shares[r, w, hits + 1, misses + 1]["share"] <= result["share"] + 1e-12, (r, w, hits, misses)


def test_an_answer_with_a_right_choice_whose_share_came_to_nothing_still_counts_as_partly_right(shares: Any) -> None:
    for (_, _, hits, _), result in shares.items():
        assert result.get("someRight", False) == (hits > 0 and result["share"] == 0)


def subsets(values: str) -> list[list[str]]:
    return [list(chosen) for size in range(len(values) + 1) for chosen in itertools.combinations(values, size)]


def test_exact_marking_follows_its_rule_for_every_choice_among_five_options(scripts: Scripts) -> None:
    for right in subsets("abcde")[1:]:
        for picked in subsets("abcde"):
            assert scripts.call("markExact", picked, right) == (set(picked) == set(right)), (picked, right)


@pytest.mark.parametrize(
    ("picked", "share"),
    [
        (["1:a", "2:b", "3:c", "4:d"], 1),
        (["4:d", "3:c", "2:b", "1:a"], 1),
        (["1:a", "2:b", "3:c"], 0.75),
        (["1:a", "2:a", "3:a", "4:a"], 0.25),
        (["1:d", "2:a", "3:b", "4:c"], 0),
        ([], 0),
    ],
)
def test_each_right_row_earns_its_share_and_no_other_row_takes_one(scripts: Scripts, picked: list[str], share: float) -> None:
    assert scripts.call("markRows", picked, ["1:a", "2:b", "3:c", "4:d"]) == share


@pytest.mark.parametrize(
    ("ticked", "marks", "share"),
    [([], 3, 0), ([1], 4, 0.25), ([1, 2], 4, 0.75), ([2, 2], 4, 1), ([1, 1, 1], 2, 1), ([5], 5, 1)],
)
def test_the_marks_of_ticked_points_add_up_to_all_marks_at_the_most(
    scripts: Scripts, ticked: list[int], marks: int, share: float
) -> None:
    assert scripts.call("markPoints", ticked, marks) == share


@pytest.mark.parametrize(
    ("marks", "shown"),
    [(0, "0"), (1, "1"), (10, "10"), (0.5, "0.5"), (2 / 3, "0.67"), (4 / 3, "1.33"), (2.9999999, "3"), (0.1 + 0.2, "0.3")],
)
def test_marks_are_shown_with_at_most_two_decimals(scripts: Scripts, marks: float, shown: str) -> None:
    assert scripts.call("formatMarks", marks) == shown


@pytest.mark.parametrize(
    ("earned", "marks", "shown"),
    [(1, 1, "1 of 1 mark"), (0, 1, "0 of 1 mark"), (0.5, 2, "0.5 of 2 marks"), (0, 0, "0 of 0 marks")],
)
def test_the_word_mark_agrees_with_its_number(scripts: Scripts, earned: float, marks: int, shown: str) -> None:
    assert scripts.call("outOf", earned, marks) == shown


@pytest.mark.parametrize("between", ["", "\x07", "\u200b", "\xad\x07"])
def test_a_raised_digit_is_no_digit_whatever_stands_unseen_before_it(scripts: Scripts, between: str) -> None:
    assert number_marked(scripts, f"3{between}²", "32")["unreadable"] is True


def test_every_kind_registers_its_marking_under_its_own_name(scripts: Scripts) -> None:
    folders = [script.parent.name.replace("_", "-") for script in ENGINE.glob("kinds/*/__init__.py")]
    marking = [script.parent.name.replace("_", "-") for script in ENGINE.glob("kinds/*/page.js")]
    assert len(folders) >= 5
    assert sorted(folders) == sorted(marking) == sorted(scripts.run("return Object.keys(quiz.kinds);"))


@pytest.mark.parametrize(
    ("kind", "response", "key", "share"),
    [
        ("single-choice", {"picked": ["a"]}, {"right": ["a"]}, 1),
        ("single-choice", {"picked": ["b"]}, {"right": ["a"]}, 0),
        ("multiple-choice", {"picked": ["a"]}, {"right": ["a", "b"], "wrong": 1}, 0.5),
        ("multiple-choice", {"picked": ["a", "b"]}, {"right": ["a", "b"], "wrong": 1}, 1),
        ("true-false", {"picked": ["false"], "typed": "because"}, {"right": ["false"]}, 1),
        ("true-false", {"picked": ["true"], "typed": "because"}, {"right": ["false"]}, 0),
        ("assertion-reason", {"picked": ["D"]}, {"right": ["D"]}, 1),
        ("assertion-reason", {"picked": ["A"]}, {"right": ["D"]}, 0),
        ("fill-in", {"text": "bpo"}, {"accepted": ["BPO"], "near": []}, 1),
        ("fill-in", {"text": "kpo"}, {"accepted": ["BPO"], "near": []}, 0),
        ("statements", {"picked": ["I-II"]}, {"right": ["I-II"]}, 1),
        ("statements", {"picked": ["I"]}, {"right": ["I-II"]}, 0),
        ("odd-one-out", {"picked": ["a"], "text": "they are routine"}, {"right": ["a"]}, 1),
        ("odd-one-out", {"picked": ["b"], "text": "they are routine"}, {"right": ["a"]}, 0),
        ("numeric", {"text": "3,60,000"}, {"right": ["360000"], "tolerance": 0, "near": []}, 1),
        ("numeric", {"text": "36,000"}, {"right": ["360000"], "tolerance": 0, "near": []}, 0),
        ("matching", {"picked": ["1:a", "2:b", "3:c", "4:d"]}, {"right": ["1:a", "2:b", "3:c", "4:d"]}, 1),
        ("matching", {"picked": ["1:a", "2:b", "3:d", "4:c"]}, {"right": ["1:a", "2:b", "3:c", "4:d"]}, 0.5),
        ("matching", {"picked": ["bacd"]}, {"right": ["bacd"]}, 1),
        ("matching", {"picked": ["abcd"]}, {"right": ["bacd"]}, 0),
        ("ordering", {"picked": ["a:1", "b:2", "c:3"]}, {"right": ["a:1", "b:2", "c:3"]}, 1),
        ("ordering", {"picked": ["b:1", "a:2"]}, {"right": ["a:1", "b:2"]}, 0),
        ("sorting", {"picked": ["a:bpo", "b:kpo"]}, {"right": ["a:bpo", "b:kpo"]}, 1),
        ("sorting", {"picked": ["a:bpo", "b:bpo"]}, {"right": ["a:bpo", "b:kpo"]}, 0.5),
    ],
)
def test_a_kind_marks_a_response_by_its_own_rule(
    scripts: Scripts, kind: str, response: dict[str, Any], key: dict[str, Any], share: float
) -> None:
    assert scripts.call(f"quiz.kinds['{kind}'].mark", response, key) == {"share": share}


# The blank


RIGHT = {"share": 1}
WRONG = {"share": 0}
SLIP = {"share": 0, "near": "", "note": "Check your spelling."}


@pytest.mark.parametrize(
    "typed",
    [
        "front office",
        "Front Office",
        "FRONT OFFICE",
        "  front office  ",
        "front \t  office",
        "front\u00a0office",
        "front-office",
        "front - office",
        "front\u2011office",
        "front\u2013office",
        "front office.",
        "front office!",
        "(front office)",
        '"front office"',
        "'front office'",
        "“front office”",
        "‘front office’",
        "the front office",
        "The Front-Office.",
        "a front office",
        "  the front office",
        "( the front office )",
        "front , office",
        "\uff46ront office",
    ],
)
def test_case_spacing_hyphens_quotation_marks_and_articles_are_forgiven(scripts: Scripts, typed: str) -> None:
    assert mark(scripts, typed, ["front office"]) == RIGHT


@pytest.mark.parametrize(("typed", "accepted"), [("25", "2.5"), ("1.5", "15"), ("1,5", "15")])
def test_the_point_within_a_number_is_no_end_mark(scripts: Scripts, typed: str, accepted: str) -> None:
    assert mark(scripts, typed, [accepted]) == WRONG


@pytest.mark.parametrize("accepted", ["Front-Office", "the front office", "“Front office”", "FRONT  OFFICE."])
def test_what_is_forgiven_to_the_learner_is_forgiven_to_the_author(scripts: Scripts, accepted: str) -> None:
    assert mark(scripts, "front office", [accepted]) == RIGHT


@pytest.mark.parametrize("typed", ["service level agreement", "SLA", "s.l.a."])
def test_every_accepted_variant_is_right(scripts: Scripts, typed: str) -> None:
    assert mark(scripts, typed, ["service-level agreement", "SLA"]) == RIGHT


@pytest.mark.parametrize(
    "typed",
    ["back office", "frontoffice and back office", "office front", "front", "theory office", "another front office"],
)
def test_another_answer_is_wrong(scripts: Scripts, typed: str) -> None:
    assert mark(scripts, typed, ["front office"]) == WRONG


@pytest.mark.parametrize("typed", ["", "   ", ".", "-", "\n", "“”", "the ", "\u200b", "\u00ad\u2060"])
def test_an_answer_with_nothing_in_it_that_can_be_seen_is_asked_for_again(scripts: Scripts, typed: str) -> None:
    assert mark(scripts, typed, ["front office", "BPO"], ["back office"]) == {"share": 0, "unreadable": True}


def test_a_near_miss_is_named_as_the_author_wrote_it_and_earns_nothing(scripts: Scripts) -> None:
    got = mark(scripts, "the back-office", ["front office"], ["middle office", "Back Office"])
    assert got == {"share": 0, "near": "Back Office"}


def test_a_named_near_miss_goes_before_a_slip_of_spelling(scripts: Scripts) -> None:
    assert mark(scripts, "outsource", ["outsources"], ["outsource"]) == {"share": 0, "near": "outsource"}


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("proces", "process"),
        ("processs", "process"),
        ("porcess", "process"),
        ("prozess", "process"),
        ("outsorcing", "outsourcing"),
        ("Outsuorcng", "outsourcing"),
        ("busines proces", "business process"),
    ],
)
def test_a_slip_of_spelling_is_told_apart_from_a_wrong_answer(scripts: Scripts, typed: str, accepted: str) -> None:
    assert mark(scripts, typed, ["BPO", accepted]) == SLIP


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("KPO", "BPO"),
        ("KPI", "KPO"),
        ("SLAs", "SLA"),
        ("cast", "cost"),
        ("prozes", "process"),
        ("insourcing", "outsourcing"),
        ("autsorzing", "outsourcing"),
    ],
)
def test_short_words_and_greater_changes_are_no_slip(scripts: Scripts, typed: str, accepted: str) -> None:
    assert mark(scripts, typed, [accepted]) == WRONG


@pytest.mark.parametrize(
    ("typed", "accepted"), [("160 million", "150 million"), ("$30,000", "$20,000"), ("1992 reforms", "1991 reforms")]
)
def test_another_number_is_no_slip(scripts: Scripts, typed: str, accepted: str) -> None:
    assert mark(scripts, typed, [accepted]) == WRONG


def test_a_slip_beside_the_right_number_is_a_slip(scripts: Scripts) -> None:
    assert mark(scripts, "1991 refroms", ["1991 reforms"]) == SLIP


@pytest.mark.parametrize(("length", "allowed"), [(3, 0), (4, 0), (5, 1), (9, 1), (10, 2), (30, 2)])
def test_longer_words_leave_room_for_more_slips(scripts: Scripts, length: int, allowed: int) -> None:
    word = "x" * length
    slips = ["y" * changed + word[changed:] for changed in range(1, 4)]
    assert [mark(scripts, slip, [word]) == SLIP for slip in slips] == [changed <= allowed for changed in range(1, 4)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Front-Office", "frontoffice"),
        ("  BPO. ", "bpo"),
        ("the KPO", "kpo"),
        ("theory", "theory"),
        ("an hour", "hour"),
        ("a", "a"),
        ("client’s", "clients"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_the_plain_form_of_an_answer(scripts: Scripts, text: str, form: str) -> None:
    assert scripts.call("forms", text)[0] == plain(text) == form


@pytest.mark.parametrize("question", example("fill-in").questions, ids=lambda question: question.id)
def test_every_answer_of_the_example_is_right_and_every_near_miss_is_reached(scripts: Scripts, question: Any) -> None:
    near = [miss.text for miss in question.near_misses]
    assert [mark(scripts, answer, question.answers, near) for answer in question.answers] == [RIGHT] * len(question.answers)
    assert [mark(scripts, miss, question.answers, near) for miss in near] == [{"share": 0, "near": miss} for miss in near]


# Numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("360000", 360000),
        ("3,60,000", 360000),
        ("360,000", 360000),
        ("3 60 000", 360000),
        ("3_60_000", 360000),
        ("3\u202f60\u202f000", 360000),
        ("  360000  ", 360000),
        ("₹3,60,000", 360000),
        ("₹ 3,60,000", 360000),
        ("Rs 3,60,000", 360000),
        ("Rs. 3,60,000", 360000),
        ("Rs.360000/-", 360000),
        ("INR 3,60,000", 360000),
        ("3,60,000 rupees", 360000),
        ("360000.", 360000),
        ("360000.00", 360000),
        ("99.2 %", 99.2),
        ("99.2%", 99.2),
        (".5", 0.5),
        ("0.5 hours", 0.5),
        ("-5", -5),
        ("− 5", -5),
        ("–5", -5),
        ("\uff13\uff16", 36),
        ("= 42", 42),
        ("about 42 invoices", 42),
        ("0", 0),
    ],
)
def test_a_number_is_read_whatever_stands_around_it(scripts: Scripts, text: str, number: float) -> None:
    assert scripts.call("readNumber", text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.6 lakh", 360000),
        ("Rs 3.6 Lakhs only", 360000),
        ("₹3.6lakh", 360000),
        ("3.6 lac", 360000),
        ("1.2 crore", 12000000),
        ("Rs. 1.2 Cr", 12000000),
        ("360 thousand", 360000),
        ("360k", 360000),
        ("0.36 million rupees", 360000),
        ("2 lakh crore", 2000000000000),
        ("-3 lakh", -300000),
        ("40,000 x 9 = 360000", 360000),
        ("40,000 × 9 = Rs 3.6 lakh", 360000),
        ("9 * 5 = 45 = 40 + 5 = 45 bills", 45),
        ("5 errors per hundred", 5),
        ("5 %", 5),
        ("Rs 9/bill", 9),
        ("Rs.5", 5),
        ("+5", 5),
        ("1,00,000.50", 100000.5),
        ("-₹5", -5),
        ("- Rs. 5", -5),
        ("Rs -5", -5),
    ],
)
def test_scale_words_multiply_and_what_follows_the_last_equals_sign_counts(scripts: Scripts, text: str, number: float) -> None:
    assert scripts.call("readNumber", text) == number


UNCLEAR = {"share": 0, "unreadable": True, "note": "Enter one number, such as 1250 or 3.6 lakh."}


@pytest.mark.parametrize("text", [".", "-", "Rs.", "three", "three lakh", "₹", "…", "360000 =", "x = y"])
def test_a_text_without_a_number_is_asked_for_again(scripts: Scripts, text: str) -> None:
    assert number_marked(scripts, text, "0", near=["1"]) == UNCLEAR


@pytest.mark.parametrize("text", ["", " "])
def test_a_learner_who_wrote_nothing_is_told_nothing_about_numbers(scripts: Scripts, text: str) -> None:
    assert number_marked(scripts, text, "0", near=["1"]) == WRONG


@pytest.mark.parametrize(
    "text",
    [
        "1e5",
        "1/2",
        "½",
        "1 or 2",
        "1-2",
        "10–20",
        "40,000 x 9",
        "1 lakh 20 thousand",
        "2 + 3",
        "10,00",
        "12,3456",
        "1.2.3",
        "√1",
        "1 x 1",
        "1 × bills",
        "1 in lakhs",
        "Rs lakh 1",
        "in thousand: 1",
        "9" * 400,
    ],
)
def test_what_is_no_single_number_is_not_marked_by_a_part_of_it(scripts: Scripts, text: str) -> None:
    for right in ("1", "100000", "0.5", "2"):
        assert number_marked(scripts, text, right, near=["1", "2"]) == UNCLEAR


@pytest.mark.parametrize(
    ("text", "right", "tolerance", "expected"),
    [
        ("42", "42", 0, RIGHT),
        ("42.0", "42", 0, RIGHT),
        ("41", "42", 0, WRONG),
        ("42.001", "42", 0, WRONG),
        ("41", "42", 1, RIGHT),
        ("43", "42", 1, RIGHT),
        ("40.9", "42", 1, WRONG),
        ("43.1", "42", 1, WRONG),
        ("-42", "42", 1, WRONG),
        ("0.3", "0.2", 0.1, RIGHT),
        ("0.31", "0.2", 0.1, WRONG),
        ("0.4", "0.3", 0.1, RIGHT),  # in binary the difference is 0.10000000000000003
        ("0.2", "0.3", 0.1, RIGHT),
        ("1.1", "1", 0.1, RIGHT),
        ("0.400001", "0.3", 0.1, WRONG),
        ("100000.000001", "100000", 0, WRONG),
        ("999999.000001", "999998", 1, WRONG),
        ("100000001", "100000000", 0, WRONG),
        ("1000000000001", "1000000000000", 0, WRONG),
        ("0.000002", "0.000001", 0, WRONG),
        ("0.000001", "0", 0, WRONG),
        ("100.1", "100", 0.1, RIGHT),
        ("999999999999.9", "999999999999.8", 0.1, RIGHT),
        ("5", "1e999", 0, WRONG),
        ("5", "none", 5, WRONG),
    ],
)
def test_a_number_is_right_as_far_off_as_the_tolerance_and_no_farther(
    scripts: Scripts, text: str, right: str, tolerance: float, expected: object
) -> None:
    assert number_marked(scripts, text, right, tolerance) == expected


def test_a_known_slip_is_named_as_the_author_wrote_it_and_earns_nothing(scripts: Scripts) -> None:
    near = ["36000.0", "40009"]
    assert number_marked(scripts, "Rs 36,000", "360000", near=near) == {"share": 0, "slip": "36000.0"}
    assert number_marked(scripts, "40009", "360000", near=near) == {"share": 0, "slip": "40009"}
    assert number_marked(scripts, "40010", "360000", tolerance=1, near=near) == WRONG


def test_a_slip_that_is_near_a_large_answer_is_still_a_slip(scripts: Scripts) -> None:
    near = ["1000000000001"]
    assert number_marked(scripts, "1000000000001", "1000000000000", near=near) == {"share": 0, "slip": near[0]}
    assert number_marked(scripts, "5", "6", near=["1e999"]) == WRONG


@pytest.mark.parametrize("question", example("numeric").questions, ids=lambda question: question.id)
def test_the_sum_of_the_example_takes_the_answer_that_it_shows_and_names_its_slips(scripts: Scripts, question: Any) -> None:
    near = [str(mistake.value) for mistake in question.mistakes]
    key = (str(question.answer), float(question.tolerance), near, question.unit_form)
    assert number_marked(scripts, question.shown(question.answer), *key) == RIGHT
    shown = [question.shown(mistake.value) for mistake in question.mistakes]
    assert [number_marked(scripts, text, *key) for text in shown] == [{"share": 0, "slip": one} for one in near]
