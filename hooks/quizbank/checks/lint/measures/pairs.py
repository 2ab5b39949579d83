"""Finds the pairs of similar texts among thousands without comparing every text with every other.

Two sets of words of which a large share is common must share one of their rarest words: only texts that do are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

Words = frozenset[str]


def similar_pairs(texts: Sequence[Words], share: Fraction) -> Iterator[tuple[int, int]]:
    """Yield the places of every two sets whose Jaccard index is at least `share` (above 0, at most 1), each pair once.

    The smaller place comes first; pairs come in the order of their second place, then of their first. Empty sets are like
    nothing. The prefix filter is that of Bayardo, Ma and Srikant, "Scaling up all pairs similarity search" (2007).
    """
    for other, candidates in candidates_for_each(texts, share):
        for one in sorted(candidates):
            common = len(texts[one] & texts[other])
            if common >= share * (len(texts[one]) + len(texts[other]) - common):
                yield one, other


def candidates_for_each(texts: Sequence[Words], share: Fraction) -> Iterator[tuple[int, set[int]]]:
    """Yield the place of each set, and the earlier places that are worth comparing with it."""
    count = Counter(word for text in texts for word in text)
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        rarest = sorted(text, key=lambda word: (count[word], word))[: _prefix(len(text), share)]
        met = {earlier for word in rarest for earlier in by_word[word]}
        yield place, {earlier for earlier in met if _sizes_allow(len(texts[earlier]), len(text), share)}
        for word in rarest:
            by_word[word].append(place)


def _prefix(size: int, share: Fraction) -> int:
    """Return how many of the rarest words two similar sets cannot both do without."""
    return size - ceil(share * size) + 1


def _sizes_allow(one: int, other: int, share: Fraction) -> bool:
    return min(one, other) >= share * max(one, other)
