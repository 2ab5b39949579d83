"""What belongs to a word and Python's regular expressions take for none of it: the vowel signs of Indian and other writings."""

import sys
import unicodedata
from itertools import groupby

# Joiners shape the letters beside them.
_JOINERS = "\u200c\u200d"


def _combining() -> str:
    """Return all marks that stand on, below or behind a letter, as ranges for a class of characters."""
    marks = (code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M")
    runs = (list(run) for _, run in groupby(enumerate(marks), lambda placed: placed[1] - placed[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


COMBINING = f"{_combining()}{_JOINERS}"
# The borders of a word, for the two ends of a pattern.
BEGIN, END = rf"(?<![\w{COMBINING}])", rf"(?![\w{COMBINING}])"
