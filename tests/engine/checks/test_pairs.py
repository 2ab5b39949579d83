"""The search for similar texts: the same pairs as comparing each with each, without comparing each with each."""

import random
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzzing import examples
from quizbank.checks.lint.measures.pairs import Words, candidates_for_each, similar_pairs


def texts(number: int, vocabulary: int, seed: int) -> list[Words]:
    """Return sets of 1 to 20 words; every third is the one before it with a word or two exchanged."""
    chance = random.Random(seed)
    made: list[Words] = []
    for place in range(number):
        if place % 3 == 2:
            kept = sorted(made[-1])[chance.randrange(3) :]
            made.append(frozenset([*kept, f"w{chance.randrange(vocabulary)}"]))
        else:
            made.append(frozenset(f"w{chance.randrange(vocabulary)}" for _ in range(chance.randrange(1, 21))))
    return made


def by_brute_force(sets: list[Words], share: Fraction) -> set[tuple[int, int]]:
    return {
        (one, other)
        for (one, first), (other, second) in combinations(enumerate(sets), 2)
        if len(first & second) >= share * len(first | second)
    }


@pytest.mark.parametrize("share", [Fraction(1, 2), Fraction(85, 100), Fraction(1)])
@pytest.mark.parametrize("seed", range(5))
def test_the_pairs_found_are_those_of_comparing_each_text_with_each(share: Fraction, seed: int) -> None:
    sets = texts(120, 40, seed)
    found = list(similar_pairs(sets, share))
    assert set(found) == by_brute_force(sets, share)
    assert found
    assert found == sorted(set(found), key=lambda pair: pair[::-1])


@examples(200)
@given(
    st.lists(st.frozensets(st.sampled_from("abcdefghijkl"), max_size=12), max_size=25),
    st.fractions(Fraction(1, 20), 1, max_denominator=20),
)
def test_whatever_the_texts_and_the_share_the_pairs_are_those_of_the_definition(sets: list[Words], share: Fraction) -> None:
    found = similar_pairs(sets, share)
    assert len(found) == len(set(found))
    assert set(found) == {(one, other) for one, other in by_brute_force(sets, share) if sets[one] | sets[other]}


def test_empty_texts_are_similar_to_nothing() -> None:
    assert list(similar_pairs([frozenset(), frozenset(), frozenset("a")], Fraction(1, 2))) == []


def test_ten_times_the_texts_make_about_ten_times_the_comparisons() -> None:
    """All pairs would be a hundred times as many; the vocabulary grows with the texts, as that of chapters does."""

    def compared(number: int) -> int:
        return sum(len(candidates) for _, candidates in candidates_for_each(texts(number, number, 1), Fraction(85, 100)))

    counts = [compared(number) for number in (300, 3_000)]
    assert all(after < 15 * before for before, after in pairwise(counts))


def test_texts_of_the_same_few_words_are_compared_with_a_few_of_each_other() -> None:
    """None of the 34 words is rare, and no two texts are nearly the same."""
    chance = random.Random(1)
    sets = [frozenset(chance.choices([f"w{number}" for number in range(34)], k=18)) for _ in range(1_000)]
    compared = sum(len(candidates) for _, candidates in candidates_for_each(sets, Fraction(85, 100)))
    assert compared < 0.005 * 1_000 * 999 / 2


def test_texts_that_share_their_commonest_words_alone_are_not_compared() -> None:
    sets = [frozenset({"a", "b", "c", *(f"w{number}-{place}" for place in range(4))}) for number in range(50)]
    assert [candidates for _, candidates in candidates_for_each(sets, Fraction(1, 2))] == [set()] * 50


def test_texts_of_which_one_is_far_longer_are_not_compared() -> None:
    sets = [frozenset("a"), frozenset("abcd"), frozenset("bcd")]
    assert dict(candidates_for_each(sets, Fraction(1, 2))) == {0: set(), 2: set(), 1: {2}}
