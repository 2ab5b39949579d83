"""How long a page takes to read."""

import re
from math import ceil

from quizbank.notes.pages.front_matter import lines_of, without_settings
from quizbank.texts.plain import plain_text

# Slower than the 240 words a minute that adults read of easy prose: this is a text to learn from, often in a second language.
WORDS_A_MINUTE = 180

# Blocks, the beginning of a box, and the lines of a table that hold no words; and notes at the foot, which few read.
_NOT_READ = re.compile(r"^\s*(?:/{3,}|\[\^[^\]]+\]:|\|?[\s:|-]+$)")
_WORD = re.compile(r"\w[^\s|]*")


def minutes_to_read(markdown: str) -> int:
    """Return the minutes that the words of a page take, rounded up. Questions in it are no part of it."""
    return max(1, ceil(words_of_page(markdown) / WORDS_A_MINUTE))


def words_of_page(markdown: str) -> int:
    """Return how many words a page has for its reader: text, boxes, tables and headings."""
    shown = "\n".join(line for line in lines_of(without_settings(markdown)) if not _NOT_READ.match(line))
    return len(_WORD.findall(plain_text(shown)))
