"""Numbers as learners write them and as the site prints them: digits in groups, scale words, currencies, units.

The tables stand here once; the script of numeric questions gets them as it gets those of `typed.py` and reads by the same
steps (`kinds/numeric/page.js`), which a test compares on generated texts.
"""

import json
import re
from decimal import Decimal
from typing import Literal

from quizbank.texts import currencies
from quizbank.texts.typed import LONGEST, visible, without_invisible

# Powers of ten. A single letter is a scale only where it cannot stand for a word of the question's unit.
SCALES = {
    **{"hundred": 2, "thousand": 3, "k": 3, "lakh": 5, "lac": 5, "l": 5, "million": 6, "mn": 6, "m": 6},
    **{"crore": 7, "cr": 7, "billion": 9, "bn": 9, "b": 9, "trillion": 12, "tn": 12},
}
# Beside digits they make a number that was not read to its end.
NUMBER_WORDS = (
    *(
        "half",
        "quarter",
        "dozen",
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
    ),
    *("twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
# Digits in groups as English or Indian usage has them: three at the end, twos or threes before.
_GROUPED = "[0-9]{1,3}(?:[ ,_][0-9]{2,3})*[ ,_][0-9]{3}(?![0-9])"
_PATTERNS = {
    # A sum, a bound or a range is no number yet.
    "sums": r"[*×÷^√<>±≤≥]",
    "spaces": r"\s+",
    "raised": "[0-9][⁰¹²³⁴-⁹]",
    "caret": r"([a-z])\^([0-9])",
    "minus": "(^|[^a-z])minus(?![a-z])",
    "currency": rf"(^|[^a-z])(?:{'|'.join(currencies.CODES)})\.?(?![a-z])|[{currencies.SIGNS}]|\/-",
    # A comma before one or two last digits is a decimal comma; '10,00' may as well be a slip in '10,000'.
    "comma": "(^|[^0-9.,_])([0-9]+),(?!00?(?![0-9]))([0-9]{1,2})(?![0-9]|[.,_][0-9])",
    # Between words: '5 lakh/year' says lakh.
    "breaks": r"[ \-\/.,:;()—|]+",
    "digits": rf"{_GROUPED}(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+",
}
TABLES = {**_PATTERNS, "scales": json.dumps(SCALES), "words": json.dumps(NUMBER_WORDS), "longest": str(LONGEST)}
_RULES = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
_SIGNS = str.maketrans("−–٫٬", "--.,")  # of minus, and of the Arabic scripts within numbers
_OF_A_NUMBER = "0123456789.,_+-−–=*×÷/^√<>±≤≥|"
_BREAK = "|"  # stands where a unit or a currency stood, so that digits on both sides do not join
_FIRST = re.compile(rf"(?:(?:{'|'.join(currencies.CODES)})\.?|US\$|[{currencies.SIGNS}])(?![^\W\d_])", re.IGNORECASE)


Grouping = Literal["english", "indian"]


def grouped(value: Decimal, grouping: Grouping) -> str:
    """Return a number with commas between its digits: 360000 is 360,000 in English groups and 3,60,000 in Indian ones."""
    sign, digits = ("-" if value < 0 else ""), f"{abs(value):f}"
    whole, _, fraction = digits.partition(".")
    size = 2 if grouping == "indian" else 3
    head, tail = whole[:-3], whole[-3:]
    groups = [head[max(0, end - size) : end] for end in range(len(head), 0, -size)][::-1]
    return sign + ",".join([*groups, tail]) + (f".{fraction}" if fraction else "")


def shortest(value: Decimal) -> int | Decimal:
    """Return a number as it is printed without needless zeros: 1, 0.25."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def read_number(text: str, unit: str = "") -> Decimal | None:
    """Return the number that a text says, or None unless it says exactly one.

    Commas, spaces, currency and unit are forgiven; scale words multiply; of a sum that was written out, what follows the last
    '=' counts. `unit` is the question's unit as `unit_form` returns it: the digits in it are no number.
    """
    if len(text) > LONGEST or _RULES["raised"].search(without_invisible(text)):
        return None
    said = _prepared(text, unit)
    found = _RULES["digits"].findall(said)
    if len(found) != 1:
        return None
    before, after = said.split(found[0])
    power = _power(before, after, unit)
    if power is None:
        return None
    number = Decimal(re.sub("[ ,_]", "", found[0])).scaleb(power)
    return -number if before.rstrip(f" {_BREAK}").endswith("-") else number


def unit_form(unit: str) -> str:
    """Return a unit as it is looked for in what a learner typed."""
    return _tidy(unit).strip()


def is_of_a_number(sign: str) -> bool:
    """Say whether a sign could be a part of the number before it, so that no unit may begin with it."""
    return sign in _OF_A_NUMBER and sign != ""


def _tidy(text: str) -> str:
    return _RULES["caret"].sub(r"\1\2", _RULES["spaces"].sub(" ", visible(text)))


def _prepared(text: str, unit: str) -> str:
    """Return what follows the last '=', with nothing in it that only looks like a number or keeps one from being read."""
    said = _without(_tidy(text), unit).split("=")[-1].translate(_SIGNS)
    said = _RULES["minus"].sub(r"\1-", said)
    said = _RULES["currency"].sub(rf"\1{_BREAK}", said)
    return _RULES["comma"].sub(r"\1\2.\3", said)


def _without(text: str, unit: str) -> str:
    """Return the text with a break for each unit that is no part of a word."""
    if not unit:
        return text
    first, *others = text.split(unit)
    for other in others:
        within = (unit[0].isalpha() and first[-1:].isalpha()) or (unit[-1].isalnum() and other[:1].isalnum())
        first += (unit if within else _BREAK) + other
    return first


def _power(before: str, after: str, unit: str) -> int | None:
    """Return the power of ten by which the words behind a number multiply it, or None if the words leave the number unclear."""
    words = _RULES["breaks"].split(after.strip())
    power = 0  # "two lakh crore" is a number as well: the powers of ten add up
    while words and (scale := SCALES.get(_word(words[0]))):
        if _may_be_unit(words.pop(0), unit):
            return None
        power += scale
    rest = [*before.split(" "), *words]
    unclear = _RULES["sums"].search(before + after) or before[-1:].isalpha()
    return None if unclear or any(map(_is_number_word, ["", *rest], rest)) else power


def _word(text: str) -> str:
    """Return the letters of a word, in the singular."""
    letters = re.sub("[^a-z]", "", text)
    return letters.removesuffix("s") if len(letters) > 2 else letters


def _may_be_unit(word: str, unit: str) -> bool:
    letter = _word(word)
    return len(letter) == 1 and any(other.startswith(letter) for other in unit.split(" "))


def _is_number_word(before: str, word: str) -> bool:
    """Say whether a word makes another number of it: '1 lakh twenty', '5 in thousands', but not '5 per thousand'."""
    return (_word(word) in SCALES and before != "per") or _word(word) in NUMBER_WORDS


def unit_parts(unit: str | None) -> tuple[str, str]:
    """Return what of a unit stands before its number, a currency, and what stands behind."""
    match = _FIRST.match(unit or "")
    return (match[0], (unit or "")[match.end() :].strip()) if match else ("", unit or "")
