"""Negative stems: found once, for all checks that treat them differently."""

import re
from functools import lru_cache
from typing import NamedTuple

from quizbank.checks.lint.measures.words import sentences

# What a stem is about may be negative ("if the firm does not pay"); only what is asked for counts.
_CLAUSE = re.compile(
    r"\b(?:if|when|because|since|although|though|while|whether|unless|why|so that|how(?! many| much))\b[^,;:?]*", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:that|who)\b[^,;:?]*", re.IGNORECASE)
_IDENTIFIES = re.compile(r"\b(?:which|identify|choose|select|pick|find|mark|tick|name)\b", re.IGNORECASE)
_ASKS_WHY = re.compile(r"^\W*(?:why|how(?! many| much))\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_NEGATIVE = re.compile(r"\b(?:cannot|(?<!or )not(?! only\b)|\w+n['’]t|except|(?<!at )least|incorrect|never)\b", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(?=[^_\s])(.+?)(?<=[^_\s])__")


class Negative(NamedTuple):
    """The word that turns a question round, and whether it stands out, in capitals or in bold type."""

    word: str
    stands_out: bool


@lru_cache(maxsize=256)  # the checks of a bank ask this of its stems, each again
def negative_of(stem: str) -> Negative | None:
    """Return the negative of what a stem asks for, or None if it asks for what holds.

    'Which of these is not a service?' is negative, and so is 'Which task is one that cannot be handed over?'. A 'not' in the
    situation, in a quotation or in a clause of time, condition or cause is none: it turns nothing round.
    """
    for sentence in _asking(_QUOTED.sub(" ", stem)):
        if found := None if _ASKS_WHY.search(sentence) else _NEGATIVE.search(_main_clause(sentence)):
            bold = any(match.start() <= found.start() and found.end() <= match.end() for match in _BOLD.finditer(sentence))
            return Negative(found[0], bold or found[0].isupper())
    return None


def has_negative(option: str) -> bool:
    """Say whether an option denies something. 'At least' and 'at most' do not."""
    return bool(_NEGATIVE.search(option))


def _asking(stem: str) -> list[str]:
    """Return the sentences with a question mark, else those with a colon or a blank at the end, else the last one."""
    parts = sentences(stem)
    questions = [part for part in parts if "?" in part]
    return questions or [part for part in parts if re.search(r"(?::|_{2,})\W*$", part)] or parts[-1:]


def _main_clause(sentence: str) -> str:
    """Return the sentence with spaces for its clauses. A relative clause of 'Which is the task that …' stays: it is asked for."""
    rest = _CLAUSE.sub(_spaces, sentence)
    return rest if _IDENTIFIES.search(rest) else _RELATIVE.sub(_spaces, rest)


def _spaces(clause: re.Match[str]) -> str:
    return " " * len(clause[0])
