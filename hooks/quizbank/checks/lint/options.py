"""Checks of the options of a single question."""

import re
from collections.abc import Collection, Iterator
from itertools import combinations

from quizbank.checks.lint.findings import Around, item_check, item_check_around
from quizbank.checks.lint.measures.texts import choices_of, single_key
from quizbank.checks.lint.measures.words import any_of, content_words, likeness, normal, words
from quizbank.model.question import Question
from quizbank.texts import currencies

_LABEL = r"\(?(?:[a-e]|[1-5]|i{1,3}|iv)\)?"
_LABELS = rf"{_LABEL}(?:, {_LABEL})*,? (?:and|or|nor|&) {_LABEL}"
_CATCH_ALL = re.compile(
    "|".join(
        [
            r"\b(?:all|none|both|any|neither)(?: of)?(?: the)? above\b",
            r"^(?:all|none|both|any|neither) of (?:the|these|those|them)\b",
            r"^(?:all|none|both|any|neither)(?: (?:the|these|those))?(?: (?:two|three|four|options|answers|statements))?$",
            r"^(?:all|both) (?:two|three|four|options|answers|statements) (?:above|of (?:these|them|the above))$",
            rf"\b(?:both|either|neither|only) {_LABELS}(?!\w)",
            rf"^(?:options? |answers? )?{_LABELS}(?: (?:only|both|alone))?$",
        ]
    ),
    re.IGNORECASE,
)
_JOKES = any_of(
    *(r"magic\w*", "aliens?", "ghosts?", r"astrolog\w+", "horoscopes?", "fair(?:y|ies)", "wizards?", r"superhero\w*", "santa"),
    *("dragons?", "unicorns?", "jok(?:e|es|ing)", "bananas?", "pizzas?", "dinosaurs?", "lottery", "film stars?", "luck"),
)
# Words in -ing that may be a noun as well: they show no form.
_OPEN = frozenset(
    "billing accounting bookkeeping banking marketing training engineering pricing "
    "manufacturing processing telemarketing reporting testing hiring staffing purchasing consulting cleaning monitoring printing "
    "melting boiling freezing burning heating cooling breathing farming fishing mining spelling "
    "nothing everything something anything thing bring spring string during morning evening".split()
)
# After these a word in -ing is a noun ("Keeping of the books"), and 'to' is no part of a verb ("To the client").
_AFTER_A_NOUN = frozenset("of is are was were has have stays goes".split())
_BEFORE_A_NOUN = frozenset("the a an its their his her one another each both any".split())
_NUMBER = re.compile(
    rf"(?P<before>{'|'.join(currencies.CODES)}|[{currencies.SIGNS}])? ?\d[\d,.]*\s*(?P<after>%|per cent|[a-z-]+)?", re.IGNORECASE
)


@item_check("catch-all-option", "error", in_english=True)
def catch_all_option(question: Question) -> Iterator[str]:
    """[3] An option that speaks of the others rewards whoever can judge one of them."""
    for choice in choices_of(question):
        if _CATCH_ALL.search(choice.text.rstrip(" .")):
            yield f"expected options that stand by themselves, got '{choice.text}'; say what is meant"


@item_check("same-options", "error")
def same_options(question: Question) -> Iterator[str]:
    """[4] Two options of the same words are both right or both wrong."""
    for one, other in combinations(choices_of(question), 2):
        if normal(one.text) == normal(other.text):
            yield f"expected options that differ in their words, got '{one.text}' and '{other.text}'; change one"


@item_check("like-options", "warning")
def like_options(question: Question) -> Iterator[str]:
    """[4] Options that share nearly all their words are hard to distinguish for the wrong reason."""
    for one, other in combinations(choices_of(question), 2):
        if set(words(one.text)) != set(words(other.text)) and likeness(one.text, other.text) >= 0.8:
            yield f"expected options that differ, got '{one.text}' and '{other.text}'; change or shorten one"


@item_check("long-key", "warning")
def long_key(question: Question) -> Iterator[str]:
    """[7] The careful author's right answer is the longest."""
    if found := single_key(question):
        key, others = found
        longest = max(len(choice.text) for choice in others)
        if len(key.text) > 1.4 * longest and len(key.text) > longest + 15:
            yield f"expected a key of similar length, got {len(key.text)} characters beside at most {longest}; shorten it"


@item_check_around("echo", "warning", in_english=True)
def echo(question: Question, around: Around) -> Iterator[str]:
    """[14] A word of the stem that returns in the key alone gives it away."""
    if found := single_key(question):
        key, others = found
        shared = content_words(question.stem_text) & content_words(key.text)
        only = sorted(shared - around.house.common - frozenset().union(*(content_words(choice.text) for choice in others)))
        if only:
            yield f"expected no word of the stem in the key alone, got '{only[0]}'; use it in a distractor or change it"


@item_check_around("grammar-cue", "warning", in_english=True)
def grammar_cue(question: Question, around: Around) -> Iterator[str]:
    """[15] An article at the end of the stem, a full stop or a verb's form distinguishes options without knowledge."""
    stem = question.stem_text.rstrip(" :_")
    choices = choices_of(question)
    if choices and re.search(r"\b(?:a|an)$", stem):
        yield "expected a stem that does not end in 'a' or 'an', got one; put the article into the options"
    stops = {choice.text.rstrip().endswith(".") for choice in choices}
    if len(stops) > 1:
        yield "expected a full stop at the end of every option or of none, got a mixture"
    forms = sorted({_form(choice.text, around.house.nouns) for choice in choices} - {""})
    if len(forms) > 1:
        yield f"expected options that begin in one form, got {' and '.join(forms)}"


def _form(option: str, nouns: Collection[str]) -> str:
    """Return the form in which an option begins, or an empty text where its first two words do not show it.

    `nouns` are words in -ing that show no form, in addition to those of any course.
    """
    first, second = (*words(option), "", "")[:2]
    if first == "to":
        return "" if second in _BEFORE_A_NOUN else "'to' with a verb"
    if first.endswith("ing") and len(first) > 4:
        return "" if first in _OPEN or first in nouns or second in _AFTER_A_NOUN else "a verb in -ing"
    return "other words"


@item_check("uneven-options", "warning")
def uneven_options(question: Question) -> Iterator[str]:
    """[19] Options of very different length or unit look as if they came from different questions."""
    choices = choices_of(question)
    lengths = [len(words(choice.text)) for choice in choices]
    if lengths and max(lengths) > 3 * max(1, min(lengths)):
        yield f"expected options of similar length, got {min(lengths)} to {max(lengths)} words"
    numbers = [_NUMBER.match(choice.text) for choice in choices]
    units = {_unit(number) for number in numbers if number}
    if len(units) > 1 and all(numbers):
        yield f"expected numbers in one unit in all options, got {', '.join(sorted(units))}"


def _unit(number: re.Match[str]) -> str:
    """Return the unit of a number, in the singular."""
    if number["before"]:
        return number["before"]
    unit = (number["after"] or "no unit").lower()
    return unit if len(unit) < 3 else unit.removesuffix("s")


@item_check("joke-option", "warning", in_english=True)
def joke_option(question: Question) -> Iterator[str]:
    """[29] An option that nobody would choose leaves fewer to choose from."""
    choices = choices_of(question)
    for choice in choices:
        if found := _JOKES.search(choice.text):
            yield f"expected options that somebody might think correct, got '{found[0]}' in '{choice.text}'"
    lengths = [len(words(choice.text)) for choice in choices]
    if lengths and min(lengths) < 2 and max(lengths) > 6:
        yield f"expected options that look equally worked out, got one of {min(lengths)} beside one of {max(lengths)} words"
