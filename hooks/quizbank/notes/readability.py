"""How easy a chapter reads: the length of its sentences, and Flesch's reading ease.

Flesch, R. (1948), "A new readability yardstick", Journal of Applied Psychology 32(3): 206.835 - 1.015 words a sentence
- 84.6 syllables a word. 50 and more is fairly plain English, 60 and more plain. Another program counts syllables a
little differently, so expect its figure to lie a few points off.
"""

import re
import statistics
from dataclasses import dataclass
from functools import cache

from quizbank.texts.plain import plain_text

# The languages that these measures are made for: the constants and the count of syllables are those of English.
READABLE = ("en",)
# The samples that Flesch measured had a hundred words; of fewer, one long name decides.
ENOUGH_WORDS = 100

_NOT_PROSE = re.compile(r"^\s*(?:\||#|///|\[\^[^\]]+\]:|(?:!!!|\?\?\?\+?)\s)")
_LIST_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)]|:)\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"')”’]*\s+")
_VOWELS = re.compile(r"[aeiouy]+")
# make, makes, called, but not: table, needed, services
_SILENT_E = re.compile(r"(?:(?<![aeiouy])(?<!l)e|(?<=[aeiouy]l)e|(?<![aeiouycgszxl])es|(?<![aeiouytd])ed)$")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


@dataclass(frozen=True)
class Reading:
    """What was measured: the median number of words in a sentence, Flesch's reading ease, and the number of words."""

    median_sentence: float
    ease: float
    words: int


def measure(markdown: str) -> Reading:
    """Return how easy a page's running text reads. Headings, tables, blocks and footnotes do not count."""
    sentences = [words for text in _sentences(markdown) if len(words := _WORD.findall(text)) > 1]
    if not sentences:
        return Reading(0, 100, 0)
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(map(_syllables, words))
    ease = 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * syllables / len(words)
    return Reading(statistics.median(map(len, sentences)), round(ease, 1), len(words))


def _sentences(markdown: str) -> list[str]:
    """Cut the prose at the ends of sentences, list items and paragraphs."""
    lines = [line for line in markdown.splitlines() if not _NOT_PROSE.match(line)]
    text = "\n".join("\n\n" + _LIST_MARK.sub("", line) if _LIST_MARK.match(line) else line for line in lines)
    paragraphs = map(plain_text, re.split(r"\n\s*\n", text))
    return [sentence for paragraph in paragraphs for sentence in _SENTENCE_END.split(" ".join(paragraph.split()))]


@cache
def _syllables(word: str) -> int:
    """Count groups of vowels, less an e that is not sounded. Right for nine words in ten, and its errors go both ways.

    Hyphenation patterns, the other way without a dictionary, miss so many breaks that they flatter by a dozen points.
    """
    sounded = _SILENT_E.sub("", word.lower().removesuffix("'s").removesuffix("’s"))
    return max(1, len(_VOWELS.findall(sounded)))
