"""Sets a printed document: its quotation marks, and where its lines may break.

They break not between a number and what belongs to it, but within endless words. One function for the book and the sheets of
papers, run over the whole document, so that no template and no author has to think of it. What it puts in, no-break spaces and
`<wbr>`, looks the same on a screen.
"""

import re

from quizbank.texts import currencies

_TAG = re.compile(r"(<[^<>]*>)")
# Of these the text is left as it is; and at all other tags but these a line ends in any case.
_VERBATIM = re.compile(r"<(style|script|code|pre|title)\b")
_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|kbd|mark|small|span|strong|sub|sup|u)\b")
# The letter or the number before an option: what follows it stands at the start of a line of its own.
_LABEL = re.compile(r"<(?:span|b) class=\"?paper-(?:letter|name)\b")
# Stands for what no rule may look at. It is one character, as every character it stands for.
_WALL = "\0"

_UNITS = (
    "%|per cent|percent|lakh|crore|thousand|million|billion|trillion|marks?|seconds?|minutes?|hours?|days?"
    "|weeks?|months?|years?|km|kg|cm|mm|GB|MB|KB|kB|" + "|".join(currencies.NAMES)
)
_CODES = "|".join(code.upper() for code in currencies.CODES if len(code) == 3)
_NAMES = (
    "[Pp]ages?|pp?\\.|[Cc]hapters?|[Ss]ections?|[Qq]uestions?|[Cc]lass|[Pp]apers?|[Pp]arts?|[Tt]ables?|[Ff]igures?|[Ss]teps?"
    "|[Dd]ays?|[Ww]eeks?|[Uu]nits?|[Ll]essons?|[Tt]asks?|[Nn]o\\."
)
_TOGETHER = re.compile(
    rf"""(?:(?<=\bRs)|(?<=\b(?:{_CODES}))|(?<=[{currencies.SIGNS}]))\s(?=\d)  # a currency and its amount
    |(?<=\d)\s(?=(?:{_UNITS})(?!\w))                    # a number and its unit
    |\b(?:{_NAMES})\s(?=\d)                             # what is numbered, and its number
    |(?<![\w)])\((?:[a-h]|[ivx]{{1,4}})\)\s(?=[^\s\0])  # the letter of a part, and its words
    |(?<=\0)\d{{1,3}}\.\s(?=[^\s\0])                    # the number of a question, and its words
    |(?<=[^\s\0])\s(?=\[\d+\]|\(\d+\smarks?\))          # words, and the marks at their end
    """,
    re.VERBOSE,
)
_IN_TABLES = re.compile(r"<table\b.*?</table>", re.DOTALL)
# Longer than any word of a textbook. A table gives each column room for its longest word.
_ENDLESS = re.compile(r"[^\s<>&\0]{25,}")
_STEP = re.compile(r".{12}(?=.{4})")

# A mark opens at the start, behind a gap, a bracket, a dash or another opening mark; everywhere else it closes.
_OPENS_BEHIND = r"(?:^|(?<=[\s\0(\[{\u2013\u2014/|“‘]))"
_OPENING_DOUBLE = re.compile(_OPENS_BEHIND + '"(?=\\S)')
_OPENING_SINGLE = re.compile(_OPENS_BEHIND + r"'(?=[^\s\d\0])")
_ENTITIES = {"&#34;": '"', "&quot;": '"', "&#39;": "'", "&apos;": "'"}
_ENTITY = re.compile("|".join(map(re.escape, _ENTITIES)))


def set_for_print(html: str) -> str:
    """Return the document with typographic quotation marks, no-break spaces where a line must not end, and places to break.

    These last are in the endless words of tables. Code stays as it is.
    """
    return _IN_TABLES.sub(lambda table: _with_breaks(table[0]), _set(html))


def _set(html: str) -> str:
    pieces = _TAG.split(html)
    pieces[::2] = map(_unescaped_quotes, pieces[::2])
    seen = _with_quotes(_TOGETHER.sub(lambda found: re.sub(r"\s", "\u00a0", found[0]), "".join(_shadow(pieces))))
    start = 0
    for index in range(0, len(pieces), 2):
        words = seen[start : start + len(pieces[index])]
        start += len(words)
        pieces[index] = "".join(old if new == _WALL else new for old, new in zip(pieces[index], words, strict=True))
        start += _width(pieces[index + 1]) if index + 1 < len(pieces) else 0
    return "".join(pieces)


def _shadow(pieces: list[str]) -> list[str]:
    """Return the text as a reader sees it, a wall for each tag that ends a line and for each character of code or of a label."""
    inside, shadow = "", []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            hidden = inside or (index and _LABEL.match(pieces[index - 1]))
            shadow.append(_WALL * len(piece) if hidden else piece)
            continue
        shadow.append(_WALL * _width(piece))
        opened = _VERBATIM.match(piece)
        inside = opened[1] if opened and not inside else "" if piece.startswith(f"</{inside}") else inside
    return shadow


def _width(tag: str) -> int:
    return 0 if _INLINE.match(tag) else 1


def _with_breaks(table: str) -> str:
    pieces = _TAG.split(table)
    pieces[::2] = [_ENDLESS.sub(lambda word: _STEP.sub(r"\g<0><wbr>", word[0]), text) for text in pieces[::2]]
    return "".join(pieces)


def _unescaped_quotes(text: str) -> str:
    """Return the text of HTML with quotation marks as themselves: between tags they need no escape."""
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)


def _with_quotes(text: str) -> str:
    """Return a text as long as the given one, with typographic marks; U+0000 stands for where a line ends or no rule may look."""
    text = _OPENING_DOUBLE.sub("“", text)
    text = _OPENING_SINGLE.sub("‘", text)
    return text.replace('"', "”").replace("'", "’")
