"""Finds the pairs of similar texts among thousands without comparing every text with every other.

Two sets of words that have a large share in common agree in two ways. They have one of their rarest words in common. And if all
words are dealt to a few groups, more groups than there are words in which the two may differ, both hold the same words of some
group. Texts with words of their own seldom meet in a rare word, and texts made of the same few words seldom agree in a group, so
each text is compared with those that it meets in the way that leaves fewer.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from math import ceil

Words = frozenset[str]
# The words of a set in ascending order of their ranks. Of all words of all sets, the rarest has the rank 0.
Ranks = tuple[int, ...]
# Signs of a set that has these words: it has one in common with each similar set of the sizes named, none of them above its own.
_Signs = Callable[[Ranks, Iterable[int], Fraction], Iterable[Ranks]]
# The places of the sets that bear a sign.
_Bearers = dict[Ranks, list[int]]


def similar_pairs(texts: Sequence[Words], share: Fraction) -> list[tuple[int, int]]:
    """Return the places of every two sets whose Jaccard index is at least `share` (above 0, at most 1), each pair once.

    The smaller place comes first; pairs come in the order of their second place, then of their first. Empty sets are like
    nothing.
    """
    found = (
        (min(one, other), max(one, other))
        for other, candidates in candidates_for_each(texts, share)
        for one in candidates
        if _are_similar(texts[one], texts[other], share)
    )
    return sorted(found, key=lambda pair: pair[::-1])


def candidates_for_each(texts: Sequence[Words], share: Fraction) -> Iterator[tuple[int, set[int]]]:
    """Yield the place of each set, the smallest sets first, and the places before it that are worth comparing with it."""
    ways: list[tuple[_Signs, _Bearers]] = [(_rarest_words, defaultdict(list)), (_groups_of_words, defaultdict(list))]
    ranked = _ranked(texts)
    for place in sorted(range(len(texts)), key=lambda place: len(texts[place])):
        size = len(texts[place])
        sizes = range(ceil(share * size), size + 1)
        met = [[known[sign] for sign in signs(ranked[place], sizes, share) if sign in known] for signs, known in ways]
        fewest = min(met, key=lambda bearers: sum(map(len, bearers)))
        yield place, {earlier for earlier in chain.from_iterable(fewest) if len(texts[earlier]) in sizes}
        for signs, known in ways:
            for sign in signs(ranked[place], [size], share):
                known[sign].append(place)


def _ranked(texts: Sequence[Words]) -> list[Ranks]:
    count = Counter(word for text in texts for word in text)
    ranks = {word: rank for rank, word in enumerate(sorted(count, key=lambda word: (count[word], word)))}
    return [tuple(sorted(ranks[word] for word in text)) for text in texts]


def _rarest_words(text: Ranks, sizes: Iterable[int], share: Fraction) -> Iterable[Ranks]:
    """Return a set's rarest words, one more than a similar set may lack. An empty set has none, so it is compared with nothing.

    The prefix filter of Bayardo, Ma and Srikant, "Scaling up all pairs similarity search" (2007).
    """
    return [(rank,) for rank in text[: len(text) - ceil(share * len(text)) + 1]]


def _groups_of_words(text: Ranks, sizes: Iterable[int], share: Fraction) -> Iterable[Ranks]:
    """Return which words of each group a set has, behind the number of groups and that of the group, for the sizes in turn.

    What similar sets have in common is at most the smaller set, of `size` words, and at least the `share` of all their words. So
    all are at most `size` / `share`, and the sets differ by at most (1 - `share`) times as many. The partition of Deng, Li, Wen
    and Feng, "An efficient partition based method for exact set similarity joins" (2015).
    """
    numbers = {size * (share.denominator - share.numerator) // share.numerator + 1 for size in sizes}
    return [(number, *group) for number in numbers for group in _dealt(text, number)]


def _dealt(text: Ranks, number: int) -> list[list[int]]:
    """Return the words of each group, behind its number. They are dealt by rank, so that each group has rare and common ones."""
    groups = [[group] for group in range(number)]
    for rank in text:
        groups[rank % number].append(rank)
    return groups


def _are_similar(one: Words, other: Words, share: Fraction) -> bool:
    common = len(one & other)
    # The same as common / (len(one) + len(other) - common) >= share, in whole numbers: thousands of fractions take long.
    return common * (share.denominator + share.numerator) >= share.numerator * (len(one) + len(other))
