"""What test-takers are told to look for, one strategy at a time."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean

from quizbank.blind.asked import Choices
from quizbank.blind.wording import Wording
from quizbank.checks.lint.measures.words import content_words, likeness, words

# Which options a strategy points to. None or all of them means that it sees nothing here, and guesses.
Strategy = Callable[[Choices], Sequence[int]]


def strategies(wording: Wording | None) -> Mapping[str, Strategy]:
    """Return the strategies by their names in the report. Those that look for words need a list of a language's words."""
    plain: dict[str, Strategy] = {
        "the longest": lambda asked: _most(map(len, asked.options)),
        "the second-longest": lambda asked: _second(list(map(len, asked.options))),
        "the shortest": lambda asked: _most(-len(text) for text in asked.options),
        "the one that repeats most of the stem": lambda asked: _most(
            len(content_words(text) & content_words(asked.stem)) for text in asked.options
        ),
        "the one most like the others": lambda asked: _most(_likeness(place, asked) for place in range(len(asked.options))),
        "the one least like the others": lambda asked: _most(-_likeness(place, asked) for place in range(len(asked.options))),
        "the one that begins differently": lambda asked: _odd([words(text)[:1] for text in asked.options]),
        "the only one with a figure": lambda asked: _odd([bool(re.search(r"\d", text)) for text in asked.options]),
        "the only one with a comma": lambda asked: _odd(["," in text for text in asked.options]),
    }
    return plain if wording is None else plain | _of_words(wording)


def _of_words(wording: Wording) -> dict[str, Strategy]:
    return {
        "the most cautious": lambda asked: _most(_count(wording.hedged, asked)),
        "the one without absolute words": lambda asked: _most(-found for found in _count(wording.absolute, asked)),
        "the one with “if” or “but”": lambda asked: _most(_count(wording.condition, asked)),
        "the only one that denies, or does not": lambda asked: _odd([found > 0 for found in _count(wording.denial, asked)]),
    }


def score(strategy: Strategy, asked: Choices) -> float:
    """Return the chance from 0 to 1 that the strategy finds the key: where it points to several options, it takes one by lot."""
    picked = strategy(asked) or range(len(asked.options))
    return 1 / len(picked) if asked.key in picked else 0.0


def finds(strategy: Strategy, asked: Choices) -> bool:
    """Say whether the strategy points to the key and to nothing else."""
    return list(strategy(asked)) == [asked.key]


def _count(pattern: re.Pattern[str], asked: Choices) -> list[int]:
    return [len(pattern.findall(text)) for text in asked.options]


def _most(values: Iterable[float]) -> list[int]:
    listed = list(values)
    return [place for place, value in enumerate(listed) if value == max(listed)]


def _second(values: Sequence[int]) -> list[int]:
    ranks = sorted(set(values), reverse=True)
    return [place for place, value in enumerate(values) if len(ranks) > 1 and value == ranks[1]]


def _odd(signs: Sequence[object]) -> list[int]:
    """Return the one place whose sign no other has, if all the others share theirs."""
    alone = [place for place, sign in enumerate(signs) if list(signs).count(sign) == 1]
    return alone if len(alone) == 1 and len(signs) > 2 and len({str(sign) for sign in signs}) == 2 else []


def _likeness(place: int, asked: Choices) -> float:
    own = asked.options[place]
    return fmean(likeness(own, other) for at, other in enumerate(asked.options) if at != place)
