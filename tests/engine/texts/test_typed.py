"""What a learner types is read alike in Python and in the scripts of the site, and what nobody sees decides nothing."""

import json
import random
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from py_mini_racer import MiniRacer
from pydantic import ValidationError

from quizbank.banks.load import example
from quizbank.kinds import KINDS
from quizbank.render.renderer import Renderer
from quizbank.site.assets import source_of
from quizbank.site.scripts import MARKING
from quizbank.texts import typed
from quizbank.texts.inline import question_markdown
from quizbank.texts.numbers import grouped, read_number, unit_form
from quizbank.texts.typed import forms, plain


class Scripts:
    """One V8 with the scripts that read what was typed."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        self._v8.eval("const quiz = { add() {} };")
        for name, part in MARKING.items():
            if part.tables:
                self._v8.eval(source_of(name))
        self._v8.eval("const isSame = (one, other) => forms(one).some((form) => forms(other).includes(form));")

    def each(self, function: str, arguments: Sequence[Sequence[str | int]]) -> list[Any]:
        """Return what the function returns for each list of arguments."""
        return list(json.loads(str(self._v8.eval(f"JSON.stringify({json.dumps(arguments)}.map((each) => {function}(...each)))"))))


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts()


def chosen(chance: random.Random, pieces: Sequence[str], longest: int) -> str:
    return "".join(chance.choices(pieces, k=chance.randrange(longest)))


# Words

SEEN_BY_NOBODY = [
    "\u00ad",  # soft hyphen
    "\u200b",  # zero-width space
    "\u200c",
    "\u200d",  # joiners
    "\u2060",  # word joiner
    "\ufeff",  # byte order mark
    "\u200e",
    "\u200f",
    "\u202a",
    "\u2066",  # marks of direction
    "\ufe0f",  # variation selector
    "\U000e0101",
]
LETTERS = [
    *"abABsz19.,;:!?'()-/_& \t",
    *"‘’“”‐‑–—―−",
    *"\u00a0\u2003\u202f\u3000\u1680\u2028\x1c\x85",
    *SEEN_BY_NOBODY,
    *"éÉßİΣﬁ½²٣९٫Ａ…।",
    "the ",
    "an ",
    "a ",
    " and ",
    "1,000",
    "10,00,000",
]


def test_python_and_the_script_read_every_text_alike(scripts: Scripts) -> None:
    chance = random.Random(2026)
    texts = [chosen(chance, LETTERS, 12) for _ in range(6000)]
    assert scripts.each("forms", [[text] for text in texts]) == [forms(text) for text in texts]


@pytest.mark.parametrize("sign", SEEN_BY_NOBODY, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_nobody_sees_decides_no_marks_whether_it_is_typed_or_in_the_key(scripts: Scripts, sign: str) -> None:
    hidden = f"{sign}front{sign} off{sign}ice{sign}"
    assert plain(hidden) == plain("front office")
    assert scripts.each("isSame", [[hidden, "front office"], ["front office", hidden]]) == [True, True]
    assert read_number(f"3{sign},60{sign},000") == 360000
    assert scripts.each("readNumber", [[f"3{sign},60{sign},000"]]) == [360000]


def test_the_table_of_what_nobody_sees_is_what_scripts_call_so() -> None:
    table = "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in typed.INVISIBLE)
    both = f"const [table, known] = [/^[{table}]$/u, /^(?:{typed.TABLES['invisible']})$/u];"
    differ = "(() => { for (let code = 0; code < 0x110000; code += 1) { const sign = String.fromCodePoint(code);"
    differ += " if (table.test(sign) !== known.test(sign)) return code.toString(16); } return 'none'; })()"
    assert MiniRacer().eval(both + differ) == "none"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e-mail", "email"),
        ("e mail", "email"),
        ("back office", "backoffice"),
        ("back-office", "backoffice"),
        ("R & D", "R&D"),
        ("R and D", "R&D"),
        ("r. & d.", "R&D"),
        ("A level", "A-level"),
        ("Alevel", "A level"),
        ("the front office", "Front-Office"),
        ("“The front-office”", "front office"),
        ("out sourcing", "outsourcing"),
        ("1 000", "1,000"),
        ("10,00,000", "1000000"),
        ("१९९१", "1991"),
        ("24 7", "24/7"),
        ("H₂O", "H2O"),
        ("m²", "m2"),
        ("fi\u200bnance", "finance"),
    ],
)
def test_two_ways_to_write_one_answer_are_the_same(scripts: Scripts, one: str, other: str) -> None:
    assert set(forms(one)) & set(forms(other))
    assert scripts.each("isSame", [[one, other], [other, one]]) == [True, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5", "15"),
        ("1,5", "15"),
        ("24/7", "247"),
        ("2 50", "250"),
        ("KPO", "BPO"),
        ("R&D", "RD"),
        ("theory", "ory"),
        ("brand", "br&"),
        ("C++", "C"),
        ("A-level", "level"),
        ("A/B testing", "B testing"),
        ("a & b", "b"),
        ("a  and b", "and b"),
        ("50 %", "50"),
        ("$20,000", "20,000"),
    ],
)
def test_answers_that_differ_stay_different(scripts: Scripts, one: str, other: str) -> None:
    assert not set(forms(one)) & set(forms(other))
    assert scripts.each("isSame", [[one, other], [other, one]]) == [False, False]


def test_hyphens_and_spaces_between_letters_never_count(scripts: Scripts) -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("abeinst", k=chance.randrange(1, 12))) for _ in range(2000)]
    gapped = ["".join(letter + chance.choice(["", "", "-", " ", " - ", "\u2011", "\u00a0"]) for letter in word) for word in words]
    pairs = [[one, other] for one, other in zip(words, gapped, strict=True) if " and " not in f" {plain_gaps(other)} "]
    assert scripts.each("isSame", pairs) == [True] * len(pairs)
    assert all(set(forms(one)) & set(forms(other)) for one, other in pairs)


def alignment(first: str, second: str) -> int:
    """Optimal string alignment by its recursive definition (Damerau 1964, each letter edited once)."""

    @cache
    def cost(i: int, j: int) -> int:
        if i == 0 or j == 0:
            return i + j
        costs = [cost(i - 1, j) + 1, cost(i, j - 1) + 1, cost(i - 1, j - 1) + (first[i - 1] != second[j - 1])]
        if i > 1 and j > 1 and first[i - 2 : i] == second[j - 2 : j][::-1]:
            costs.append(cost(i - 2, j - 2) + 1)
        return min(costs)

    return cost(len(first), len(second))


@pytest.mark.parametrize(
    ("first", "second", "letters"),
    [("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("ab", "ba", 1), ("ca", "abc", 3), ("kitten", "sitting", 3)],
)
def test_the_distance_of_known_pairs(first: str, second: str, letters: int) -> None:
    assert alignment(first, second) == letters


def test_a_slip_of_up_to_two_letters_is_the_optimal_string_alignment(scripts: Scripts) -> None:
    chance = random.Random(1991)
    words = ["".join(chance.choices("abc", k=chance.randrange(9))) for _ in range(3000)]
    asked = [(slips, one, other) for one, other in zip(words[::2], words[1::2], strict=True) for slips in (0, 1, 2)]
    assert scripts.each("isWithin", asked) == [alignment(one, other) <= slips for slips, one, other in asked]


def plain_gaps(text: str) -> str:
    return " ".join(text.replace("-", " ").replace("\u2011", " ").split())


# Numbers


ZEROS = [
    sign
    for sign in map(chr, range(0x80, 0x110000))
    if unicodedata.decimal(sign, None) == 0 and unicodedata.normalize("NFKC", sign) == sign
]


@pytest.mark.parametrize("zero", ZEROS, ids=lambda zero: f"U+{ord(zero):04X}")
def test_digits_of_every_script_are_read(scripts: Scripts, zero: str) -> None:
    digits = "".join(chr(ord(zero) + digit) for digit in range(10))
    assert scripts.each("visible", [[digits]]) == [typed.visible(digits)] == ["0123456789"]
    assert read_number(f"{digits[9]}{digits[9]}.{digits[2]}") == Decimal("99.2")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("९९.२", "99.2"),
        ("१९९१", "1991"),
        ("৩,৬০,০০০", "360000"),
        ("٩٩٫٢", "99.2"),
        ("99,2", "99.2"),
        ("1,5", "1.5"),
        ("99,25", "99.25"),
        ("0,05", "0.05"),
        ("1 234,5", "1234.5"),
        ("2 billion", "2000000000"),
        ("2.5 bn", "2500000000"),
        ("2.5bn", "2500000000"),
        ("3.6 L", "360000"),
        ("3.6L", "360000"),
        ("360k", "360000"),
        ("5 mn", "5000000"),
        ("5M", "5000000"),
        ("Rs. 1.2 Cr", "12000000"),
        ("12 cr", "120000000"),
        ("1.5 tn", "1500000000000"),
        ("2 lakh crore", "2000000000000"),
        ("5 hundred", "500"),
        ("Rs 5 lakh/year", "500000"),
        ("2.5 crore/yr", "25000000"),
        ("5 crores,approx", "50000000"),
        ("5 lakh(approx)", "500000"),
        ("5 lakh—about", "500000"),
        ("3.6 l.p.a.", "360000"),
        ("minus 5", "-5"),
        ("US$ 20,000", "20000"),
    ],
)
def test_a_number_is_read_however_it_is_written(scripts: Scripts, text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)
    assert scripts.each("readNumber", [[text]]) == [float(number)]


@pytest.mark.parametrize(
    "text",
    [
        "10,00",
        "12,3456",
        "1,234,5",
        "0.5 100",
        "5²",
        "5 and a half",
        "2 or three",
        "1 lakh twenty",
        "±5",
        ">5",
        "A5",
        "40₹900",
        "5 (lakh)",
    ],
)
def test_what_may_be_two_numbers_or_none_is_not_read(scripts: Scripts, text: str) -> None:
    assert read_number(text) is None
    assert scripts.each("readNumber", [[text]]) == [None]  # NaN has no JSON


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("5 m2", "m2", 5),
        ("5m²", "m2", 5),
        ("5 m^2", "m2", 5),
        ("40 CO₂", "CO2", 40),
        ("40 m2 x 9 = 360 m2", "m2", 360),
        ("5 per 100 calls", "per 100 calls", 5),
        ("5 cm2", "m2", None),
        ("40x900", "x", None),
        ("5 m", "m", 5),
        ("5 m", "metres", None),
        ("5 L", "litres", None),
        ("5 m", "calls", 5_000_000),
    ],
)
def test_digits_within_the_unit_are_no_number_and_a_letter_that_may_be_the_unit_is_no_scale(
    scripts: Scripts, text: str, unit: str, number: int | None
) -> None:
    assert read_number(text, unit_form(unit)) == number
    assert scripts.each("readNumber", [[text, unit_form(unit)]]) == [number]


PIECES = [
    *"0123456789",
    *"0123456789",
    *".,_ -=+*×/^%₹$~|",
    *"९٢²½\u200b\u00a0\u2212",
    *("Rs ", "Rs.", "/-", "INR ", " lakh", " crore", "k", " cr", " mn", " bn", " L", " m", "s", " per ", "m2", " and ", "minus "),
    *(",000", " 000", "1,00,000", " half", "x", " thousand", " million"),
]
UNITS = ["", "m2", "rs", "%", "per 100 calls", "m", "litres", "co2", "x"]


def test_python_and_the_script_read_every_number_alike(scripts: Scripts) -> None:
    chance = random.Random(1991)
    asked = [[chosen(chance, PIECES, 9), chance.choice(UNITS)] for _ in range(12_000)]
    read = [read_number(text, unit) for text, unit in asked]
    assert scripts.each("readNumber", asked) == [None if number is None else float(number) for number in read]
    assert 2000 < sum(number is not None for number in read) < 10_000  # both happen often


def sums_of_any_unit() -> list[Any]:
    """Return numeric questions of every unit, number, tolerance and mistake that the model accepts out of many."""
    chance = random.Random(42)
    pieces = [*"abkmLxez2 57%₹$/()-.,=^°µ²é", "Rs ", "per ", "CO2", "lakh", " of ", "half "]
    model, accepted = KINDS["numeric"].model, []
    base = example("numeric").questions[0].model_dump()
    for _ in range(2500):
        number = str(chance.randrange(-10_000_000, 10_000_000) / chance.choice([1, 10, 1000]))
        changes = {"answer": number, "tolerance": chance.choice(["0", "0.5", "2500"]), "unit": chosen(chance, pieces, 6) or None}
        mistake = {"value": str(float(number) * 10 + 5001), "why": "A slip."}
        try:
            accepted.append(model.model_validate({**base, **changes, "mistakes": [mistake]}))
        except ValidationError:
            continue
    return accepted


def test_an_answer_as_the_site_prints_it_is_accepted_for_every_unit_that_the_model_accepts(scripts: Scripts) -> None:
    questions = sums_of_any_unit()
    assert len({question.unit for question in questions}) > 500
    shown = [
        (question.shown(value), question.unit_form, value)
        for question in questions
        for value in (question.answer, question.tolerance, *(mistake.value for mistake in question.mistakes))
    ]
    assert [read_number(text, unit) for text, unit, _ in shown] == [value for _, _, value in shown]
    assert scripts.each("readNumber", [[text, unit] for text, unit, _ in shown]) == [float(value) for _, _, value in shown]


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        (None, "3,60,000"),
        ("Rs", "Rs 3,60,000"),
        ("Rs per 100 calls", "Rs 3,60,000 per 100 calls"),
        ("₹", "₹ 3,60,000"),
        ("%", "3,60,000 %"),
        ("rsvp letters", "3,60,000 rsvp letters"),
    ],
)
def test_a_currency_stands_before_its_number_and_every_other_unit_behind(unit: str | None, shown: str) -> None:
    assert example("numeric").questions[0].model_copy(update={"unit": unit}).shown(Decimal(360000)) == shown  # type: ignore[attr-defined]


def test_digits_stand_in_indian_groups() -> None:
    assert [grouped(Decimal(number), "indian") for number in ("0", "999", "1000", "-100000", "12345678.5")] == [
        *("0", "999", "1,000", "-1,00,000", "1,23,45,678.5")
    ]


def test_digits_stand_in_the_groups_that_the_course_has() -> None:
    assert [grouped(Decimal(number), "english") for number in ("0", "999", "1000", "-100000", "12345678.5")] == [
        *("0", "999", "1,000", "-100,000", "12,345,678.5")
    ]
    shown = Renderer(question_markdown(), grouping="english").question(example("numeric").questions[0], "Question 1", None)
    assert "Rs 360,000" in shown
    assert "Rs 3,60,000" in Renderer(question_markdown(), grouping="indian").key(example("numeric").questions[0], "1.")
