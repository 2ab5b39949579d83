r"""How a text that somebody typed is read, so that what nobody sees, and what does not count, decides nothing.

The tables stand here once. The scripts name them in braces (`[{gaps}]`), `assets.py` puts them in, and the scripts follow the
same steps (`frontend/marking/typed.js`, `kinds/fill_in/page.js`); a test compares both on generated texts.
"""

import re
import unicodedata

LONGEST = 200  # characters: what a learner can type into one line, and what an accepted answer may hold

# What no eye sees: Default_Ignorable_Code_Point (DerivedCoreProperties.txt, Unicode 16), and control characters that are no
# space. Scripts know both as properties, which takes them 30 bytes; a test compares the two for every character.
INVISIBLE: tuple[tuple[int, int], ...] = (
    *((0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160)),
    *((0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A)),
    (0xE0000, 0xE0FFF),
)
_INVISIBLE_IN_SCRIPTS = r"\p{DI}|[^\P{Cc}\s]"
# What separates words or nothing at all: spaces, hyphens and dashes, the stroke, the underscore. Among what is visible, Python
# and JavaScript call the same characters a space.
GAPS = r"\s\-‐-―−⁃\/_"
END_MARKS = ".,;:!?'\"‘-‟«»‹›।()"
# What stands between groups of digits as English or Indian usage has them: three at the end, twos or threes before.
GROUPING = "([0-9])[ ,](?=(?:[0-9]{2}[ ,])*[0-9]{3}(?![0-9]))"
# An article has a space behind it: 'A-level' and 'A/B testing' have none. In 'A & B' the letter is a name.
ARTICLE = rf"^[{GAPS}]*(?:an?|the)\s+(?!\s|&|and(?:[{GAPS}]|$))"

TABLES = {
    "invisible": _INVISIBLE_IN_SCRIPTS,
    "gaps": GAPS,
    "marks": END_MARKS,
    "grouping": GROUPING,
    "article": ARTICLE,
}

_INVISIBLE = re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in INVISIBLE) + "]")
# Groups bring back what is kept.
_MARKS = re.compile(rf"([0-9][.,](?=[0-9]))|[{END_MARKS}]")
_GAPS = re.compile(f"[{GAPS}]+")
_AND = re.compile(r"(^| )and(?= |$)")
_ARTICLE = re.compile(ARTICLE)
_GROUPING = re.compile(GROUPING)
_NEEDLESS = re.compile(r"([0-9] (?=[0-9]))| ")
_DIGIT = re.compile(r"\d")  # of any script (General_Category Nd)


def visible(text: str) -> str:
    """Return what can be seen of a text, in small letters, with compatible characters and digits of any script as plain ones."""
    small = unicodedata.normalize("NFKC", without_invisible(text)).lower()
    return _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), small)


def without_invisible(text: str) -> str:
    """Return the text without what cannot be seen."""
    return _INVISIBLE.sub("", text)


def invisible_in(text: str) -> list[str]:
    """Return the characters of a text that cannot be seen, in their order."""
    return _INVISIBLE.findall(text)


def forms(text: str) -> list[str]:
    """Return the plain form of a text and, where it begins with an article, the form that keeps it; else the plain form twice.

    Two answers are the same if they share a form: 'A level' is 'A-level', and 'the front office' is 'front office'.
    """
    words = _MARKS.sub(r"\1", visible(text))
    return [_joined(form) for form in (_ARTICLE.sub("", words), words)]


def _joined(words: str) -> str:
    """Return the words without the gaps between them, 'and' as a sign, and digits in groups as one number."""
    apart = _AND.sub(r"\1&", _GAPS.sub(" ", words).strip(" "))
    return _NEEDLESS.sub(r"\1", _GROUPING.sub(r"\1", apart))


def plain(text: str) -> str:
    """Return a text without what marking forgives: what cannot be seen, case, end marks, the article, and gaps.

    A gap is spaces, hyphens or strokes. Only between two digits does it count: '24/7' is no '247'.
    """
    return forms(text)[0]
