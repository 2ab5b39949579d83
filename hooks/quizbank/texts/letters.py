"""What belongs to a word and Python's regular expressions take for none of it: the vowel signs of Indian and other writings."""

import unicodedata
from itertools import chain, groupby

from quizbank.compiled import kept

# Joiners shape the letters beside them.
_JOINERS = "\u200c\u200d"
# Where Unicode puts marks: the planes of living and of ancient writings, and the selectors of variants. The rest, nine tenths of
# all codes, is ideographs and private use, and every command would look through it when it starts.
WITH_MARKS = (range(0x20000), range(0xE0000, 0xE1000))


def _combining() -> str:
    """Return all marks that stand on, below or behind a letter, as ranges for a class of characters."""
    marks = (code for code in chain(*WITH_MARKS) if unicodedata.category(chr(code))[0] == "M")
    runs = (list(run) for _, run in groupby(enumerate(marks), lambda placed: placed[1] - placed[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


COMBINING = f"{kept('', f'marks of Unicode {unicodedata.unidata_version}', _combining)}{_JOINERS}"
# The borders of a word, for the two ends of a pattern.
BEGIN, END = rf"(?<![\w{COMBINING}])", rf"(?![\w{COMBINING}])"
