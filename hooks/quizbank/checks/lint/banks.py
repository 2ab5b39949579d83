"""Checks of whole banks: what no single question shows. Numbers in brackets are rules of `item-writing.md`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quizbank.checks.lint.findings import bank_check
from quizbank.checks.lint.levels import above_remember
from quizbank.checks.lint.measures.chance import binomial_tail, uneven
from quizbank.checks.lint.measures.texts import choices_of, own_stem, single_key
from quizbank.checks.lint.measures.words import ABSOLUTE, words
from quizbank.checks.lint.stems import is_negative
from quizbank.model.bank import Bank
from quizbank.model.house import Limits
from quizbank.model.part import Choice
from quizbank.model.question import BLOOM_LEVELS, Question

_RUN = 4  # words from which on a key that stands in another stem is no accident


@bank_check("longest-keys", "error")
def longest_keys(bank: Bank, limits: Limits) -> Iterator[str]:
    """[8] If the longest option is right more often than chance has it, length is an answer key. So for the shortest."""
    keyed = [found for part in bank.parts if (found := single_key(part))]
    if len(keyed) < limits.bank_minimum:
        return
    for name, is_extreme in (("longest", _strictly_longest), ("shortest", _strictly_shortest)):
        count = sum(is_extreme(key, others) for key, others in keyed)
        chance = sum(1 / (1 + len(others)) for _, others in keyed) / len(keyed)
        if count / len(keyed) > 0.4 and binomial_tail(count, len(keyed), chance) < 0.01:
            yield f"expected the key to be the {name} option in about {chance:.0%} of the questions, got {count} of {len(keyed)}"


@bank_check("key-length-share", "warning")
def key_length_share(bank: Bank, limits: Limits) -> Iterator[str]:
    """[8] A third is where a pattern begins to show."""
    keyed = [found for part in bank.parts if (found := single_key(part))]
    count = sum(_strictly_longest(key, others) for key, others in keyed)
    most = limits.most_longest_keys
    if len(keyed) >= limits.bank_minimum and count / len(keyed) > most / 100:
        yield f"expected the key to be the longest option in at most {most} % of the questions, got {count} of {len(keyed)}"


@bank_check("key-position", "warning")
def key_position(bank: Bank, limits: Limits) -> Iterator[str]:
    """[9] Keys fall on each place as chance has it, since options are shuffled; `keep_order` can spoil that.

    Codes stand as their author wrote them, so they are counted separately.
    """
    shuffled = [choices_of(part) for part in bank.parts if single_key(part)]
    yield from _places(shuffled, "keys", limits.bank_minimum)
    coded = [part.choices for part in bank.parts if part.coded_choices and part.choices]
    yield from _places(coded, "right codes", limits.bank_minimum)
    if len(coded) > 2 and len({_place(choices) for choices in coded}) == 1:
        yield f"expected right codes on more than one place, got all {len(coded)} on place {_place(coded[0]) + 1}; reorder some"


def _places(asked: Sequence[Sequence[Choice]], what: str, minimum: int) -> Iterator[str]:
    """Yield what is wrong with the places of the keys of questions, each given by its choices as shown."""
    places = list(map(_place, asked))
    run = max((len(list(group)) for _, group in groupby(places)), default=0)
    if run > 3:
        yield f"expected no more than three {what} in a row on one place, got {run}"
    if len(asked) < minimum:
        return
    largest = max(map(len, asked))
    counts = [places.count(place) for place in range(largest)]
    if uneven(counts, [sum(1 / len(one) for one in asked if place < len(one)) for place in range(largest)]) < 0.01:
        yield f"expected {what} spread over the places, got {counts}"
    for place, count in enumerate(counts):
        chances = sum(place < len(one) for one in asked)
        if chances >= minimum and not 0.12 <= count / chances <= 0.4:
            yield f"expected 12 to 40 % of the {what} on place {place + 1}, got {count} of {chances}"


def _place(choices: Sequence[Choice]) -> int:
    return [choice.right for choice in choices].index(True)


@bank_check("negative-share", "warning", in_english=True)
def negative_share(bank: Bank, limits: Limits) -> Iterator[str]:
    """[11] Negative stems test care in reading more than knowledge."""
    negative = sum(map(is_negative, bank.parts))
    if len(bank.parts) >= limits.bank_minimum and negative > limits.most_negative / 100 * len(bank.parts):
        yield f"expected negative stems in at most {limits.most_negative} % of the questions, got {negative} of {len(bank.parts)}"


@bank_check("absolute-share", "warning", in_english=True)
def absolute_share(bank: Bank, limits: Limits) -> Iterator[str]:
    """[12] Absolute words that sit in wrong options alone are a signal."""
    choices = [choice for part in bank.parts for choice in choices_of(part)]
    wrong = [choice for choice in choices if not choice.right]
    right = [choice for choice in choices if choice.right]
    if len(right) >= limits.bank_minimum:
        in_wrong, in_right = (sum(map(_is_absolute, some)) / len(some) for some in (wrong, right))
        if in_wrong > 0.05 and in_wrong > 3 * in_right:
            yield f"expected absolute words as often in keys as in distractors, got {in_right:.0%} and {in_wrong:.0%}"


@bank_check("bloom-mix", "warning")
def bloom_mix(bank: Bank, limits: Limits) -> Iterator[str]:
    """[25] An exam asks for more than memory: the shares follow the papers of the boards."""
    levels = Counter(part.bloom for part in bank.parts)
    total = len(bank.parts)
    if total < limits.bank_minimum:
        return
    if levels["remember"] > limits.most_remember / 100 * total:
        yield f"expected 'remember' in at most {limits.most_remember} % of the questions, got {levels['remember']} of {total}"
    least, most = limits.least_understand, limits.most_understand
    if not least / 100 * total <= levels["understand"] <= most / 100 * total:
        yield f"expected 'understand' in {least} to {most} % of the questions, got {levels['understand']} of {total}"
    if (share := higher_share(bank.parts)) < limits.least_higher / 100:
        least = limits.least_higher
        yield f"expected 'apply' and above in at least {least} % of the questions, got {share * total:.0f} of {total}"


def higher_share(parts: Sequence[Question]) -> float:
    """Return the share of questions at the level 'apply' or above, from 0 to 1. A bank needs 0.15 [25]."""
    return sum(part.bloom in BLOOM_LEVELS[2:] for part in parts) / max(1, len(parts))


@bank_check("untested-objective", "error")
def untested_objective(bank: Bank, limits: Limits) -> Iterator[str]:
    """[23] What is promised in the chapter's objectives must be asked."""
    for objective in bank.objectives:
        if all(part.objective != objective.id for part in bank.parts) and not bank.is_to_be_tested(objective.id):
            yield f"expected a question for each objective, got none for {objective.id}; write one or take the objective out"


@bank_check("objective-coverage", "warning")
def objective_coverage(bank: Bank, limits: Limits) -> Iterator[str]:
    """[23] Three questions, one of them above 'remember', make an objective tested."""
    if len(bank.parts) < limits.bank_minimum:
        return
    for objective in bank.objectives:
        parts = [part for part in bank.parts if part.objective == objective.id]
        if 0 < len(parts) < limits.questions_for_objective:
            yield f"expected {limits.questions_for_objective} questions or more for {objective.id}, got {len(parts)}"
        if parts and not any(map(above_remember, parts)):
            yield f"expected a question above 'remember' for {objective.id}, got none"


@bank_check("independence", "warning")
def independence(bank: Bank, limits: Limits) -> Iterator[str]:
    """[28] One question may not give away another's answer."""
    runs = _runs_of_stems(bank.parts)
    for part in bank.parts:
        found = single_key(part)
        key = words(found[0].text) if found else ()
        for other in runs[key[:_RUN]] if len(key) >= _RUN else ():
            if other is not part and _holds(words(own_stem(other)), key):
                yield f"expected no stem that holds another's key, got the key of '{part.id}' in the stem of '{other.id}'"


def _runs_of_stems(parts: Sequence[Question]) -> dict[tuple[str, ...], list[Question]]:
    """Return, for each run of words that is as long as the shortest key looked at, the questions whose stems hold it."""
    runs: dict[tuple[str, ...], list[Question]] = defaultdict(list)
    for part in parts:
        stem = words(own_stem(part))
        for run in dict.fromkeys(stem[start : start + _RUN] for start in range(len(stem) - _RUN + 1)):
            runs[run].append(part)
    return runs


def _holds(stem: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return any(stem[start : start + len(key)] == key for start in range(len(stem) - len(key) + 1))


@bank_check("assertion-keys", "warning")
def assertion_keys(bank: Bank, limits: Limits) -> Iterator[str]:
    """[32] Every code should be right now and then."""
    for kind, asked in groupby(sorted((part for part in bank.parts if part.standard_choices > 2), key=_kind), key=_kind):
        parts = list(asked)
        keys = Counter(part.choice_letters[_place(part.choices)] for part in parts)
        if len(parts) >= 4 and len(bank.parts) >= limits.bank_minimum:
            missing = sorted(set(parts[0].choice_letters[: parts[0].standard_choices]) - set(keys))
            if missing:
                yield f"expected each code to be right in some {kind} question, got none for {', '.join(missing)}"
            if max(keys.values()) > 0.4 * len(parts):
                spread = ", ".join(f"{code} {count}" for code, count in sorted(keys.items()))
                yield f"expected no code to be right in more than 40 % of the {kind} questions, got {spread}"


@bank_check("true-false-share", "warning")
def true_false_share(bank: Bank, limits: Limits) -> Iterator[str]:
    """[38] A coin answers half of them, so there are few, and neither word may be the better guess."""
    answers = [part.choices[0].right for part in bank.parts if part.standard_choices == 2]
    if len(bank.parts) < limits.bank_minimum:
        return
    if len(answers) > limits.most_true_false / 100 * len(bank.parts):
        most = limits.most_true_false
        yield f"expected true-or-false in at most {most} % of the questions, got {len(answers)} of {len(bank.parts)}"
    if len(answers) >= 2 and len(set(answers)) == 1:
        yield f"expected both true and false statements, got {len(answers)} of one kind"
    elif len(answers) >= 5 and not 0.4 <= sum(answers) / len(answers) <= 0.6:
        yield f"expected 40 to 60 % of the true-or-false statements to be true, got {sum(answers)} of {len(answers)}"


def _kind(question: Question) -> str:
    return question.kind


def _strictly_longest(key: Choice, others: list[Choice]) -> bool:
    return all(len(key.text) > len(other.text) for other in others)


def _strictly_shortest(key: Choice, others: list[Choice]) -> bool:
    return all(len(key.text) < len(other.text) for other in others)


def _is_absolute(choice: Choice) -> bool:
    return bool(ABSOLUTE.search(choice.text))


def tagged(parts: Iterable[Question]) -> tuple[int, int]:
    """Return in how many questions a distractor names its misconception, and in how many it could: those with options."""
    optioned = [part for part in parts if choices_of(part)]
    return sum(bool(part.misconceptions) for part in optioned), len(optioned)
