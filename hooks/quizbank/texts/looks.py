"""What an author's text holds that readers would not see as it was meant.

That is characters that nobody sees, letters of another alphabet that look like Latin ones, and markup that a question does not
know and would show raw. Each function yields one sentence for each such thing in a text, with the passage by which its line can
be found.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from quizbank.texts.typed import invisible_in

# HTML and XML rule out control characters, halves of characters (surrogates) and what Unicode keeps for programs (noncharacters).
# The first 256 characters for private use stand for something between the engine's own texts, such as the box of a blank.
_PLANES = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
UNFIT = rf"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\ue0ff\ufdd0-\ufdef\ufffe\uffff{_PLANES}"
_UNFIT = re.compile(f"[{UNFIT}]")

# Joiners shape the letters of these scripts, and a variation selector chooses the picture of the sign before it.
_JOINED = (
    *("ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "MALAYALAM", "ORIYA", "SINHALA", "TAMIL", "TELUGU"),
)
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe0e\ufe0f"
# What an emoji is made of, after Unicode Technical Standard 51: a key is a sign with a selector and an enclosing keycap, people
# and things are joined, and the tags behind a flag name its country.
_KEYS = "0123456789#*"
_KEYCAP = "\u20e3"
_PICTURED_MARKS = "\u203c\u2049\u3030"  # of those signs with two looks that are no symbols for Unicode
_TAGS = re.compile("[\U000e0020-\U000e007f]")

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
# Letters of which readers see a Latin one, after the confusables of Unicode Technical Standard 39.
_LOOK_ALIKES = frozenset("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ" + "օսո")
# Scripts whose letters stand in no Latin word. Greek letters do, in symbols: 'kΩ'.
_FOREIGN = ("CYRILLIC", "ARMENIAN", "CHEROKEE")

_MAYBE_MARKUP = re.compile(r"[<$\\|{]|!\[|\[\^|^(?:!!!|\?\?\?|///)", re.MULTILINE)
# Code shows signs as they are, and so does a backslash before one.
_SHOWN_AS_IT_IS = re.compile(r"\\[^A-Za-z\s]|(?<!`)(`{1,3})(?!`)[^`]+(?<!`)\1(?!`)")
# Names that are also letters or English words: '<input tax>' is a tag only with 'name=' behind it, or with nothing.
_PLAIN_NAMES = (
    "a|audio|b|body|button|center|code|font|form|i|input|link|mark|math|object|p|q|s|script|select|small|span|strong|style|summary"
    "|table|u|video"
)
_OTHER_NAMES = (
    "abbr|blockquote|br|dd|del|details|div|dl|dt|em|embed|h[1-6]|hr|iframe|img|ins|kbd|li|meta|ol|pre|su[bp]|svg|tbody|td|textarea"
    "|tfoot|th|thead|tr|ul"
)
_TAG = re.compile(rf"<!--|</?(?:(?:{_PLAIN_NAMES})(?:\s+[\w:-]+=[^<>]*)?|(?:{_OTHER_NAMES})(?:\s[^<>]*)?)\s?/?>", re.IGNORECASE)
# Between two signs of a dollar stands a formula if it begins as one; what begins with a digit is a price, but for '$2^n$'.
_FORMULA = re.compile(
    r"\$\$|\$(?:[A-Za-z({\[|\\+-](?=[^$\n]{0,200}[\\^_{}=+*/])|\d(?=[^$\n]{0,200}[\\^_]))[^$\n]{1,200}"
    r"(?<!\s)(?<!\bUS)(?<!\bNZ)(?<!\bHK)\$(?!\d)|\$[A-Za-z]\$|\\[A-Za-z]{2,20}\{"
)
_MARKUP = (
    (_TAG, "HTML", "write **bold**, H~2~O, m^2^, or a backslash before '<' to show the sign"),
    (
        re.compile(r"!\[[^\[\]\n]{0,200}\](?=[\[(])"),
        "an image",
        "a text holds words alone; write the key picture with file and alt beside the stem",
    ),
    (
        _FORMULA,
        "a formula in TeX",
        "write it in words and signs, such as x^2^ and H~2~O",
    ),
    (re.compile(r"\[\^[\w-]{1,50}\]"), "a footnote", "say it in the text, or in `source`"),
    (re.compile(r"\{:?\s?[.#][A-Za-z][\w-]{0,49}[^{}\n]{0,100}\}"), "attributes in braces", "leave them out"),
    (re.compile(r"^(?:!!!|\?\?\?\+?|///)\s?[^\n]{0,40}", re.MULTILINE), "a box", "write its words without it"),
)
# A table's rule between its rows: behind the end of one row and the begin of the next, or two cells of it.
_RULE_CELL = r"[ \t]*:?-{2,}:?[ \t]*\|"
_RULE_AMONG_CELLS = re.compile(rf"\|[ \t]*\|{_RULE_CELL}|\|{_RULE_CELL}{_RULE_CELL}")
_RULE_OF_ITS_OWN = re.compile(r"^(?=.*-)(?=.*\|)[ \t|:-]+$", re.MULTILINE)


class Oddity(NamedTuple):
    """One thing that readers would not see as it was meant: the passage that holds it, and the sentence about it."""

    passage: str
    message: str


def has_latin(text: str) -> bool:
    """Say whether a text has Latin letters."""
    return bool(_LATIN.search(text))


def may_be_odd(text: str) -> bool:
    """Say whether a text may hold what `odd_characters` or `raw_markup` find: a quick look, which no text with a fault passes."""
    return not text.isascii() or _MAYBE_MARKUP.search(text) is not None


def odd_characters(text: str, latin: bool) -> Iterator[Oddity]:
    """Yield what is wrong with the characters of a text. `latin` says whether all its file is written in Latin letters."""
    if text.isascii():
        return
    for sign in dict.fromkeys(invisible_in(text)):
        places = (place.start() for place in re.finditer(sign, text))
        if not all(_has_effect(sign, text[place - 1 : place], text[place + 1 : place + 2]) for place in places):
            name = unicodedata.name(sign, "control character")
            message = f"expected characters that can be seen, got {name} (U+{ord(sign):04X}); type the word again without it"
            yield Oddity(sign, message)
    for word in dict.fromkeys(_WORD.findall(text)):
        if foreign := _foreign_letters(word, latin):
            names = ", ".join(unicodedata.name(letter) for letter in dict.fromkeys(foreign))
            yield Oddity(word, f"expected words of one alphabet, got '{word}' with {names}; type the word again")


def _has_effect(sign: str, before: str, after: str) -> bool:
    """Say whether a character that cannot be seen changes how those before and after it ('' for none) look."""
    if not before:
        return False
    if sign in _JOINERS:
        return unicodedata.name(before, "").startswith(_JOINED) or (
            _ends_emoji(before) and unicodedata.category(after or " ") == "So"
        )
    if sign in _SELECTORS:
        in_key = before in _KEYS and after == _KEYCAP
        return in_key or before in _PICTURED_MARKS or unicodedata.category(before) in ("So", "Sm")
    return bool(_TAGS.match(sign)) and (_ends_emoji(before) or bool(_TAGS.match(before)))


def _ends_emoji(sign: str) -> bool:
    """Say whether a sign is a picture, the colour of its skin, or the selector behind it."""
    return unicodedata.category(sign) in ("So", "Sk", "Sm") or sign in _SELECTORS


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
    for block in rest.split("\n\n"):
        if _RULE_AMONG_CELLS.search(block) and not _RULE_OF_ITS_OWN.search(block):
            yield Oddity("|", "expected a table with each row on a line of its own, got it in one line; put '|' after the key")


def unfit_in(text: str) -> str:
    """Return the first such character of a text as people name it, 'U+0007', or ''."""
    if text.isascii() and text.isprintable():  # most are, and this is soon said
        return ""
    found = _UNFIT.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def without_unfit(text: str) -> str:
    """Return a text without such characters."""
    return _UNFIT.sub("", text)
