"""The small words that give answers away, as far as a language has a list of them here."""

import re
from dataclasses import dataclass

from quizbank.checks.lint.measures.words import ABSOLUTE, any_of


@dataclass(frozen=True)
class Wording:
    """Patterns for the words of one language: cautious and absolute words, denials, and words that join or condition clauses."""

    hedged: re.Pattern[str]
    absolute: re.Pattern[str]
    denial: re.Pattern[str]
    join: re.Pattern[str]
    condition: re.Pattern[str]


ENGLISH = Wording(
    hedged=any_of(
        *("may", "might", "can", "could", "some(?:times|what)?", "often", "usually", "generally", "typically", "tends?"),
        *("perhaps", "seldom", "rarely", "likely", "mostly", "mainly", "partly", "many", "in part", "at times", "as a rule"),
        "need not",
    ),
    absolute=ABSOLUTE,
    denial=any_of("not", "no", "never", "none", "nor", "neither", "cannot", "nothing", "without", r"\w+n['’]t"),
    join=any_of("and", "or", "so", "because", "since", "while", "when", "where", "which", "that", "as"),
    condition=any_of("if", "but", "unless", "though", "although", "provided", "except", "until"),
)
WORDINGS = {"en": ENGLISH}
