"""Plain text of other systems as a bank's Markdown: every sign that means something there is escaped, so words stay words."""

import re

from quizbank.texts.blanks import BLANK
from quizbank.texts.looks import without_unfit

# What nobody sees and YAML or a reader stumbles over; joiners, selectors and marks of direction have an effect and stay.
_UNSEEN = re.compile("[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]+")
# Signs that begin something wherever they stand, and those that do so only before certain others.
_SIGNS = re.compile(r"[\\`~^\[]|\*|<(?=[A-Za-z/!?])|\{(?=:?\s?[.#][A-Za-z])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:[#>]|[+-](?=\s|$)|[-_](?=(?:\s{0,2}[-_])+\s*$)|(?=!!!))")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_UNDERSCORE = re.compile(r"(?<!_)_(?!_)")
_RULE = re.compile(r"\n+(?=_{2,}$)", re.MULTILINE)
_DOLLARS = re.compile(r"\$")


def without_unseen(text: str) -> str:
    """Return a text without what cannot be seen, with line feeds as line ends, and nothing behind the words of a line."""
    seen = without_unfit(_UNSEEN.sub("", _LINE_ENDS.sub("\n", text))).replace("\t", "    ")
    return "\n".join(line.rstrip() for line in seen.split("\n")).strip()


def clean(text: str) -> str:
    """Return a plain text without what cannot be seen, with plain spaces; its lines have none around."""
    return "\n".join(_SPACES.sub(" ", line).strip() for line in without_unseen(text).split("\n")).strip()


def escaped(text: str) -> str:
    """Return words in a line as Markdown that shows them as they are. A blank (`____`) stays one where it is the only one."""
    text = _SIGNS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))
    several = len(BLANK.findall(text)) > 1
    text = text.replace("_", "\\_") if several else _UNDERSCORE.sub(r"\\_", text)
    return _DOLLARS.sub(r"\\$", text) if text.count("$") > 1 else text


def line_start_escaped(line: str) -> str:
    """Return a line of Markdown that begins a paragraph and no list, heading, rule or quotation."""
    if BLANK.match(line) and not line.strip("_- "):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(lambda found: f"\\{found[0]}", line))


def from_plain(text: str) -> str:
    """Return a plain text as Markdown: each of its lines a paragraph."""
    lines = (line for line in _RULE.sub(" ", clean(text)).split("\n") if line)
    return "\n\n".join(line_start_escaped(escaped(line)) for line in lines)


def plain_words(text: str) -> str:
    """Return a plain text in one line, cleaned and not escaped, for what is compared with what a learner types."""
    return " ".join(clean(text).split())
