"""The report of a blind guesser, line by line."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

from quizbank.blind import codes, truths
from quizbank.blind.asked import Choices, Claim, Codes
from quizbank.blind.model import Guess
from quizbank.blind.strategies import Strategy, finds, score
from quizbank.blind.wording import Wording

# A question is listed when the model takes its key and at least so many strategies point to it, and to nothing else.
ENOUGH = 3


class Chance(NamedTuple):
    """What guessing by lot finds, as a share of the questions, and its standard error."""

    share: float
    error: float


def chance(counts: Sequence[int]) -> Chance:
    """Return the chance for questions with so many options each: the error is that of a sum of independent draws."""
    single = [1 / count for count in counts]
    return Chance(fmean(single), math.sqrt(sum(p * (1 - p) for p in single)) / len(single))


def strategy_scores(sets: Sequence[Choices], known: Mapping[str, Strategy]) -> dict[str, float]:
    """Return the share of the questions in which each strategy finds the key, the best strategy first."""
    found = {name: fmean(score(strategy, asked) for asked in sets) for name, strategy in known.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def code_scores(sets: Sequence[Codes]) -> dict[str, float]:
    """Return the share of the coded questions in which each strategy finds the key."""
    return {
        "the code that shares most with the others": fmean(codes.score(codes.most_shared(one), one) for one in sets),
        "the majority of each column": fmean(codes.score(codes.by_majority(one), one) for one in sets),
    }


def model_share(guessed: Sequence[Guess]) -> float:
    """Return the share of the questions in which the model took the key."""
    return fmean(guess.right for guess in guessed)


def of_choices(sets: Sequence[Choices], guessed: Sequence[Guess], known: Mapping[str, Strategy]) -> Iterator[str]:
    """Yield what a guesser finds in questions with options in words."""
    if not sets:
        return
    lot = chance([len(asked.options) for asked in sets])
    yield f"Options in words: {len(sets)} questions, by lot {_percent(lot.share)} (standard error {_points(lot.error)} points)"
    if guessed:
        yield _line("model, trained on the other banks", model_share(guessed), lot.share)
        counted = Counter(cue for guess in guessed if guess.right for cue in guess.cues)
        yield f"    what gave keys away: {', '.join(name for name, _ in counted.most_common(5))}"
    for name, share in strategy_scores(sets, known).items():
        yield _line(name, share, lot.share)
    yield f"  places of the key: {_places(sets)}"


def of_claims(claims: Sequence[Claim], wording: Wording) -> Iterator[str]:
    """Yield what the words of sentences say about their truth."""
    if not claims:
        return
    yield f"Sentences to judge: {len(claims)}, {_percent(fmean(one.true for one in claims))} true"
    for name, some in (("cautious", truths.hedged(claims, wording)), ("absolute", truths.absolute(claims, wording))):
        yield f"  {name}: {len(some)}" + (f", {_percent(fmean(one.true for one in some))} true" if some else "")
    scores = {name: truths.accuracy(rule, claims) for name, rule in truths.rules(claims, wording).items()}
    name, best = max(scores.items(), key=lambda item: item[1])
    yield f"  best rule: {name}, right in {_percent(best)}"


def of_codes(sets: Sequence[Codes]) -> Iterator[str]:
    """Yield what the codes of coded questions give away."""
    if not sets:
        return
    lot = chance([len(asked.rows) for asked in sets])
    yield f"Codes: {len(sets)} questions, by lot {_percent(lot.share)}"
    for name, share in code_scores(sets).items():
        yield _line(name, share, lot.share)


def candidates(guessed: Sequence[Guess], known: Mapping[str, Strategy]) -> Iterator[str]:
    """Yield the questions that wording alone answers, with what gives them away."""
    for guess in guessed:
        found = [name for name, strategy in known.items() if finds(strategy, guess.asked)]
        if guess.right and len(found) >= ENOUGH:
            key = guess.asked.options[guess.asked.key]
            yield f"{guess.asked.bank}#{guess.asked.name}: {'; '.join(found)}: {key}"


def _line(name: str, share: float, by_lot: float) -> str:
    return f"  {name}: {_percent(share)} ({100 * (share - by_lot):+.1f} points)"


def _places(sets: Sequence[Choices]) -> str:
    counted = Counter(asked.key for asked in sets)
    return ", ".join(f"{'ABCDEFGH'[place]} {counted[place]}" for place in sorted(counted))


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _points(share: float) -> str:
    return f"{100 * share:.1f}"
