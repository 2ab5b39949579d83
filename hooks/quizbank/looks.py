"""What an author's text holds that readers would not see as it was meant.

That is characters that nobody sees, letters of another alphabet that look like Latin ones, and markup that a question does not
know and would show raw. Each function yields one sentence for each such thing in a text, with the passage by which its line can
be found.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from quizbank.typed import invisible_in

# Joiners shape the letters of these scripts, and a variation selector chooses the picture of the sign before it.
_JOINED = (
    *("ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "MALAYALAM", "ORIYA", "SINHALA", "TAMIL", "TELUGU"),
)
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe0e\ufe0f"

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
# Letters of which readers see a Latin one, after the confusables of Unicode Technical Standard 39.
_LOOK_ALIKES = frozenset("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ" + "օսո")
# Scripts whose letters stand in no Latin word. Greek letters do, in symbols: 'kΩ'.
_FOREIGN = ("CYRILLIC", "ARMENIAN", "CHEROKEE")

_MAYBE_MARKUP = re.compile(r"[<$\\|{]|!\[|\[\^|^(?:!!!|\?\?\?|///)", re.MULTILINE)
# Code shows signs as they are, and so does a backslash before one.
_SHOWN_AS_IT_IS = re.compile(r"\\[^A-Za-z\s]|(?<!`)(`{1,3})(?!`)[^`]+(?<!`)\1(?!`)")
_SHORT_TAGS = "a|b|i|p|s|u"
_LONG_TAGS = (
    "abbr|audio|blockquote|body|br|button|center|code|dd|del|details|div|dl|dt|em|embed|font|form|h[1-6]|hr|iframe|img|input|ins|kbd"
    "|li|link|mark|math|meta|object|ol|pre|q|script|select|small|span|strong|style|su[bp]|summary|svg|table|tbody|td|textarea|tfoot"
    "|th|thead|tr|ul|video"
)
_TAG = re.compile(rf"<!--|</?(?:(?:{_SHORT_TAGS})(?:\s+[\w:-]+=[^<>]*)?|(?:{_LONG_TAGS})(?:\s[^<>]*)?)/?>", re.IGNORECASE)
_MARKUP = (
    (_TAG, "HTML", "write **bold**, H~2~O, m^2^, or a backslash before '<' to show the sign"),
    (re.compile(r"!\[[^\[\]\n]{0,200}\](?=[\[(])"), "an image", "questions hold words alone; a figure stands in the chapter"),
    (
        re.compile(r"\$\$|\$(?=[^$\s])[^$\n]{0,200}[\\^_{}=+*/][^$\n]{0,200}(?<!\s)\$(?!\d)|\$[A-Za-z]\$|\\[A-Za-z]{2,20}\{"),
        "a formula in TeX",
        "write it in words and signs, such as x^2^ and H~2~O",
    ),
    (re.compile(r"\[\^[\w-]{1,50}\]"), "a footnote", "say it in the text, or in `source`"),
    (re.compile(r"\{:?\s?[.#][\w-]{1,50}[^{}\n]{0,100}\}"), "attributes in braces", "leave them out"),
    (re.compile(r"^(?:!!!|\?\?\?\+?|///)\s?[^\n]{0,40}", re.MULTILINE), "a box", "write its words without it"),
)
_RULE_OF_A_TABLE = re.compile(r"\|[ \t]*:?-{2,}:?[ \t]*\|")


class Oddity(NamedTuple):
    """One thing that readers would not see as it was meant: the passage that holds it, and the sentence about it."""

    passage: str
    message: str


def has_latin(text: str) -> bool:
    """Say whether a text has Latin letters."""
    return bool(_LATIN.search(text))


def odd_characters(text: str, latin: bool) -> Iterator[Oddity]:
    """Yield what is wrong with the characters of a text. `latin` says whether all its file is written in Latin letters."""
    if text.isascii():
        return
    for sign in dict.fromkeys(invisible_in(text)):
        if not all(_has_effect(sign, text[place.start() - 1 : place.start()]) for place in re.finditer(sign, text)):
            name = unicodedata.name(sign, "control character")
            message = f"expected characters that can be seen, got {name} (U+{ord(sign):04X}); type the word again without it"
            yield Oddity(sign, message)
    for word in dict.fromkeys(_WORD.findall(text)):
        if foreign := _foreign_letters(word, latin):
            names = ", ".join(unicodedata.name(letter) for letter in dict.fromkeys(foreign))
            yield Oddity(word, f"expected words of one alphabet, got '{word}' with {names}; type the word again")


def _has_effect(sign: str, before: str) -> bool:
    if before and sign in _JOINERS:
        return unicodedata.name(before, "").startswith(_JOINED)
    return bool(before) and sign in _SELECTORS and unicodedata.category(before) in ("So", "Sm")


def _foreign_letters(word: str, latin: bool) -> list[str]:
    """Return the letters of a word that a reader takes for Latin ones, or that stand among Latin ones."""
    if word.isascii():
        return []
    if _LATIN.search(word):
        return [letter for letter in word if letter in _LOOK_ALIKES or unicodedata.name(letter, "").startswith(_FOREIGN)]
    return list(word) if latin and len(word) > 1 and _LOOK_ALIKES.issuperset(word) else []


def raw_markup(text: str) -> Iterator[Oddity]:
    """Yield the markup in a text that questions do not know: HTML, images, TeX, footnotes, boxes, tables on one line."""
    if not _MAYBE_MARKUP.search(text):
        return
    rest = _SHOWN_AS_IT_IS.sub(" ", text)
    for pattern, name, instead in _MARKUP:
        if match := pattern.search(rest):
            yield Oddity(match[0].split("\n")[0], f"expected text that a question can show, got {name} ('{match[0]}'); {instead}")
    for line in rest.split("\n"):
        if _RULE_OF_A_TABLE.search(line) and re.search(r"\w", line):
            yield Oddity("|", "expected a table with each row on a line of its own, got it in one line; put '|' after the key")
