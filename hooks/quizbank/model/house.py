"""The rules of a house that a course's profile sets for the checks: its words, claims to refuse, limits, severities."""

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema

from quizbank.model.fields import AS_WHOLE, Line, YesOrNo
from quizbank.model.part import Part
from quizbank.texts.letters import BEGIN, END

# The languages that a course may be in: the site's theme speaks them. Checks that know English alone are silent in the others.
Language = Literal["en", "bn", "de", "es", "fr", "hi", "id", "it", "kn", "ms", "pt", "ru", "ta", "te", "tr", "ur", "vi"]

# What a check's findings are: a strict build stops at errors; warnings are waived with a reason; `off` says nothing.
Setting = Literal["error", "warning", "off"]

_TOKEN = re.compile(r"(?:\.\.\.|…) ?|[()|*]|[^()|*.…]+|\.")
_OTHERS = r"(?:[\w-]+ ){0,2}"


def _pattern(phrase: str) -> str:
    """Return a phrase as a regular expression. Raises ValueError where its brackets do not match.

    `(a|b)` is either, `(s)` may be there or not, `*` stands for any ending, `…` for up to two other words.
    """
    pieces: list[str] = []
    choices: list[bool] = []  # for each open bracket, whether it holds a choice
    for sign in _TOKEN.findall(phrase):
        if sign == "(":
            choices.append(False)
            pieces.append("(?:")
        elif sign == ")" and choices:
            pieces.append(")" if choices.pop() else ")?")
        elif sign == "|" and choices:
            choices[-1] = True
            pieces.append("|")
        elif sign in (")", "|"):
            raise ValueError(f"expected '{sign}' inside brackets, as in 'end( |-)user(s)', got it outside")
        elif sign == "*":
            pieces.append(r"\w*")
        else:
            pieces.append(_OTHERS if sign.rstrip() in ("…", "...") else re.escape(sign))
    if choices:
        raise ValueError("expected ')' for each '(', got one without")
    return "".join(pieces)


def _checked(phrase: str) -> str:
    _pattern(phrase)
    return phrase


Phrase = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=150),
    AfterValidator(_checked),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"\S", "maxLength": 150}),
]


def finder(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of the phrases at the borders of words, in either case, or None where there are none."""
    return re.compile(rf"{BEGIN}(?:{'|'.join(map(_pattern, phrases))}){END}", re.IGNORECASE) if phrases else None


class HouseWord(Part):
    """The word that this course uses for an idea, and the words that it does not use."""

    say: Line
    instead_of: Annotated[tuple[Phrase, ...], Field(min_length=1)]

    @cached_property
    def found(self) -> re.Pattern[str]:
        """What finds a word that is not used."""
        pattern = finder(self.instead_of)
        assert pattern is not None  # noqa: S101 - the list has one phrase at least
        return pattern


class Figures(Part):
    """What separates a figure of the real world, which needs its source and its date, from the sums of an invented firm.

    A sentence with one of the words of `world` speaks of the real world. Where an invented firm is `in` one of the `places` it
    does not. With `invented_firms` the firms and people of all questions are invented, which the pages say once; without, a
    question says it of its own.
    """

    world: tuple[Phrase, ...] = ()
    places: tuple[Phrase, ...] = ()
    invented_firms: YesOrNo = False


_Words = Annotated[int, Field(ge=1, le=1000), AS_WHOLE]
_Percent = Annotated[int, Field(ge=0, le=100), AS_WHOLE]


class Limits(Part):
    """The thresholds of the checks. Shares are per cent of a bank's questions.

    `bank_minimum` is the number of questions below which nothing is said of a bank as a whole: shares of a few say nothing.
    """

    bank_minimum: Annotated[int, Field(ge=1, le=1000), AS_WHOLE] = 20
    most_remember: _Percent = 40
    least_understand: _Percent = 25
    # Neither so narrow that an author raises a level to stay within it.
    most_understand: _Percent = 60
    least_higher: _Percent = 15
    most_negative: _Percent = 10
    most_true_false: _Percent = 15
    most_longest_keys: _Percent = 33
    questions_for_objective: Annotated[int, Field(ge=1, le=20), AS_WHOLE] = 3
    stem_words: _Words = 60
    case_words: _Words = 150
    option_words: _Words = 20
    situation_words: _Words = 20
    explanation_words: _Words = 15
    reason_words: _Words = 5
    sentence_words: _Words = 17
    reading_ease: _Percent = 50
    figure_words: _Words = 15


class House(Part):
    """The parts of a profile that the checks ask for.

    `language` is that of notes and questions. `checks` gives the severity of a check by its name. `common_words` are so common in
    this course that a question's stem and key may share them; `nouns_in_ing` end like a verb's form and are none.
    """

    checks: dict[str, Setting] = {}  # noqa: RUF012 - pydantic copies it
    limits: Limits = Limits()
    language: Language = "en"
    words: tuple[HouseWord, ...] = ()
    claims: tuple[Phrase, ...] = ()
    figures: Figures = Figures()
    common_words: tuple[Line, ...] = ()
    nouns_in_ing: tuple[Line, ...] = ()

    def severity(self, check: str, default: Setting) -> Setting:
        """Return how grave a finding of the check is in this course; `default` is what it is in others."""
        return self.checks.get(check, default)

    @cached_property
    def claimed(self) -> re.Pattern[str] | None:
        """What finds a claim that no question may teach as right."""
        return finder(self.claims)

    @cached_property
    def worldly(self) -> re.Pattern[str] | None:
        """What finds a word of the real world."""
        return finder(self.figures.world)

    @cached_property
    def placed(self) -> re.Pattern[str] | None:
        """What finds the place of an invented firm, which is no claim about that place."""
        places = "|".join(map(_pattern, self.figures.places))
        return re.compile(rf"(?:,|\b(?:in|from|to)) (?:{places})\b", re.IGNORECASE) if places else None

    @cached_property
    def common(self) -> frozenset[str]:
        """The common words, for a quick look."""
        return frozenset(self.common_words)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The nouns in -ing, for a quick look."""
        return frozenset(self.nouns_in_ing)
