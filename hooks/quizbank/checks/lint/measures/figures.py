"""Separates figures of the real world, which grow old and need a source, from the sums of invented firms.

A year is always of the world outside. Money and shares are of an invented firm when the stem, the passage or the course's profile
says that firms are invented, and the sentence that holds them does not speak of a market, a country or anything else that stands
in yearbooks.
"""

import re

from quizbank.checks.lint.measures.words import any_of, sentences
from quizbank.model.house import House
from quizbank.texts import currencies

# From the first digit on: else a long row of digits and commas would be read again from each.
_COUNT = r"(?<!\d)(?<!\d[.,])\d(?:[.,]?\d)*"
_IN_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|\w+ty|hundred|half a)"
_SIGN = f"[{currencies.SIGNS}]"
_YEAR = re.compile(rf"(?<![\d,.{currencies.SIGNS}])(?<!Rs )(?<!{_SIGN} )(?:1[89]|20)\d\d(?:s\b|(?![\d%])(?!,\d)(?!\.\d))")
_SHARE = re.compile(rf"(?:{_COUNT}\s*%|\b(?:{_COUNT}|{_IN_WORDS})\s*(?:per ?cent|percentage points?)\b)", re.IGNORECASE)
_MONEY = re.compile(
    rf"(?:{_SIGN}|\b(?:{'|'.join((*currencies.CODES, *currencies.NAMES))})\.?)\s*{_COUNT}"
    rf"|{_COUNT}\s*(?:lakh |crore |million |billion |trillion )*(?:US )?(?:{'|'.join(currencies.NAMES)})\b"
    rf"|{_COUNT}\s*(?:million|billion|trillion|(?:lakh )?crore)\b",
    re.IGNORECASE,
)
# Every figure has a digit or is a share in words. Most texts hold neither, and need no closer look.
_HINT = re.compile(r"\d|per ?cent|percentage point", re.IGNORECASE)
_LARGE = any_of("million", "billion", "trillion", "crore")

# The adjective before what is invented, or said of all of it; "who invented the telephone" is about no invention of ours.
_INVENTED = re.compile(
    r"\b(?:an?|the|this|that|these|those|its|both|two|three|four) invented (?!by\b|in\b|for\b|to\b)\w"
    r"|\b(?:firms?|figures) (?:are|is) invented\b",
    re.IGNORECASE,
)
_INVENTED_WORLD = any_of("invented (?:country|state|market|industry|sector|economy|world)")
_WORLD = any_of(
    "(?:services?|labour) (?:market|industry|sector)s?",
    r"(?:the|this|whole|global) (?:\w+ )?(?:industry|sector|economy)",
    "market (?:size|share|grew|is|was|will|reached|stood)",
    *("exports?", "exported", "gdp", "worldwide", "globally", "world", "countr(?:y|ies)", "survey", "census"),
    *("ministry", "million", "billions?", "trillion", "lakh crore"),
)
# Where an invented firm sits is no claim about the country.
_PLACE = re.compile(r"\bin (?:another|a|the same|its) country\b", re.IGNORECASE)


def is_invented(setting: str, house: House) -> bool:
    """Say whether a stem or a passage is about a firm that is invented for the question, as all are in some courses."""
    return house.figures.invented_firms or bool(_INVENTED.search(setting))


def is_year(key: str) -> bool:
    """Say whether a key is a year and hardly more."""
    return bool(re.fullmatch(r"\W*(?:in |about |around |from )?(?:1[89]|20)\d\d\W*", key, re.IGNORECASE))


def is_turnover(key: str) -> bool:
    """Say whether a key is a sum as one finds in yearbooks."""
    digit = re.search(r"\d", key)
    return digit is not None and _LARGE.search(key, digit.end()) is not None


def may_hold_figure(text: str) -> bool:
    """Say whether it is worth looking for a figure in a text."""
    return bool(_HINT.search(text))


def outside_figure(text: str, setting: str, asked: str, house: House) -> str:
    """Return the first figure of the text that is one of the world outside, or an empty text.

    `setting` is the stem with the passage around it. There or in the text itself an author says what is invented. `asked` is the
    question to which the text is an answer. `house` names what else speaks of the world outside, and where invented firms sit.
    """
    if year := _YEAR.search(text):
        return year[0]
    if _INVENTED_WORLD.search(setting):
        return ""
    for sentence in sentences(text):
        found = _SHARE.search(sentence) or _MONEY.search(sentence)
        if found and (_is_of_the_world(f"{asked} {sentence}", house) or not is_invented(f"{setting} {text}", house)):
            return found[0]
    return ""


def _is_of_the_world(text: str, house: House) -> bool:
    said = _PLACE.sub("", text)
    said = house.placed.sub("", said) if house.placed else said
    return bool(_WORLD.search(said) or (house.worldly and house.worldly.search(said)))
