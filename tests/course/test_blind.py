"""Wording gives nothing away in this course's banks: the figures of `quizbank blind`, with the limits of rule 13."""

from collections.abc import Callable, Sequence
from statistics import fmean

import pytest

from course import library
from quizbank.blind import report, truths
from quizbank.blind.asked import Claim, choices_in, claims_in, codes_in
from quizbank.blind.cues import measures
from quizbank.blind.model import guesses
from quizbank.blind.strategies import strategies
from quizbank.blind.wording import ENGLISH, Wording

BANKS = library().all_banks
CHOICES = choices_in(BANKS)
CHANCE = report.chance([len(asked.options) for asked in CHOICES])
Some = Callable[[Sequence[Claim], Wording], list[Claim]]
MOST = 0.08  # above chance, for a single strategy


def test_a_model_that_sees_only_wording_is_within_two_standard_errors_of_chance() -> None:
    assert report.model_share(guesses(CHOICES, measures(ENGLISH))) <= CHANCE.share + 2 * CHANCE.error


def test_no_single_strategy_finds_the_key_much_more_often_than_chance() -> None:
    scores = report.strategy_scores(CHOICES, strategies(ENGLISH))
    assert {name: score for name, score in scores.items() if score > CHANCE.share + MOST} == {}


@pytest.mark.parametrize("some", [truths.hedged, truths.absolute])
def test_cautious_and_absolute_sentences_are_true_about_as_often_as_false(
    some: Callable[[Sequence[Claim], Wording], list[Claim]],
) -> None:
    claims = some(claims_in(BANKS), ENGLISH)
    assert len(claims) >= 25
    assert 0.4 <= fmean(one.true for one in claims) <= 0.6


def test_no_code_gives_itself_away() -> None:
    codes = codes_in(BANKS)
    by_lot = report.chance([len(asked.rows) for asked in codes]).share
    assert {name: score for name, score in report.code_scores(codes).items() if score > by_lot + MOST} == {}
