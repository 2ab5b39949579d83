"""The order of options, partners, items and steps: the same on every build, another for every question, never a give-away."""

from collections import Counter
from itertools import permutations
from typing import Any

import pytest

from quizbank.banks.load import example
from quizbank.model.shuffle import shuffled

SEEDS = [f"question-{number}" for number in range(600)]


@pytest.mark.parametrize(("seed", "order"), [("a-bill-of-june", "dbaec"), ("a-bill-of-july", "cdbea")])
def test_an_order_is_the_same_on_every_build_and_depends_on_the_seed_alone(seed: str, order: str) -> None:
    assert shuffled("abcde", seed) == list(order)
    assert shuffled([0, 1, 2, 3, 4], seed) == ["abcde".index(letter) for letter in order]


def test_nothing_is_lost_and_what_was_given_stays_as_it_is() -> None:
    given = list("abcabc")
    for seed in SEEDS:
        assert sorted(shuffled(given, seed)) == sorted(given)
    assert given == list("abcabc")


@pytest.mark.parametrize("few", [[], ["a"]])
@pytest.mark.parametrize("never_as_given", [False, True])
def test_one_item_or_none_has_one_order(few: list[str], never_as_given: bool) -> None:
    assert shuffled(few, "seed", never_as_given) == few


def test_every_order_comes_about_as_often() -> None:
    counts = Counter("".join(shuffled("abc", seed)) for seed in SEEDS)
    assert set(counts) == {"".join(order) for order in permutations("abc")}
    assert all(60 < count < 140 for count in counts.values())  # 100 expected, with a standard deviation of 9


@pytest.mark.parametrize("size", [2, 3, 4])
def test_an_order_that_would_be_the_answer_never_comes(size: int) -> None:
    given = list(range(size))
    assert given in [shuffled(given, seed) for seed in SEEDS]
    assert given not in [shuffled(given, seed, never_as_given=True) for seed in SEEDS]


def test_all_other_orders_come_about_as_often() -> None:
    counts = Counter("".join(shuffled("abc", seed, never_as_given=True)) for seed in SEEDS)
    assert len(counts) == 5
    assert all(80 < count < 160 for count in counts.values())  # 120 expected, with a standard deviation of 10


def texts(things: Any) -> list[str]:
    return [thing.text for thing in things]


@pytest.mark.parametrize("kind", ["single-choice", "multiple-choice", "odd-one-out"])
def test_the_options_of_a_question_are_shuffled_by_its_id_unless_they_keep_their_order(kind: str) -> None:
    question: Any = example(kind).questions[0]
    for seed in SEEDS:
        moved = question.model_copy(update={"id": seed})
        assert texts(moved.choices) == shuffled(texts(question.options), seed)
        assert texts(moved.model_copy(update={"keep_order": True}).choices) == texts(question.options)


def test_the_items_of_a_sorting_are_shuffled_by_its_id_unless_they_keep_their_order() -> None:
    question: Any = example("sorting").questions[0]
    for seed in SEEDS:
        moved = question.model_copy(update={"id": seed})
        assert texts(moved.shown) == shuffled(texts(question.items), seed)
        assert texts(moved.model_copy(update={"keep_order": True}).shown) == texts(question.items)


def test_the_steps_of_an_ordering_never_stand_in_their_order() -> None:
    question: Any = example("ordering").questions[0]
    for seed in SEEDS:
        shown = texts(question.model_copy(update={"id": seed}).shown)
        assert shown == shuffled(texts(question.steps), seed, never_as_given=True)
        assert shown != texts(question.steps)


def test_the_partners_of_a_matching_never_stand_in_the_order_of_the_first_list_even_with_a_spare_between_them() -> None:
    question: Any = example("matching").questions[0]
    partners = [pair.right for pair in question.pairs]
    orders = set()
    for seed in SEEDS:
        moved = question.model_copy(update={"id": seed})
        shown = texts(moved.partners)
        assert sorted(shown) == sorted([*partners, *texts(question.spare)])
        assert [text for text in shown if text in partners] != partners
        orders.add(tuple(shown))
    assert len(orders) > 100  # of the 115 in which the four partners are not in order


@pytest.mark.parametrize(("kind", "count"), [("statements", 4), ("assertion-reason", 4), ("true-false", 2)])
def test_the_standard_codes_keep_their_order_whatever_the_id(kind: str, count: int) -> None:
    question: Any = example(kind).questions[0]
    assert len(question.choices) == count
    assert {tuple(texts(question.model_copy(update={"id": seed}).choices)) for seed in SEEDS} == {tuple(texts(question.choices))}
