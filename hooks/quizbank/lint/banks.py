"""Checks of whole banks: what no single question shows. Numbers in brackets as in `items.py`."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from quizbank.kinds.choices import Choice
from quizbank.lint.findings import bank_check
from quizbank.lint.items import above_remember
from quizbank.lint.words import ABSOLUTE_WORDS, binomial_tail, choices_of, single_key, stem_of, uneven, words
from quizbank.model import Bank, Question

_FEW = 20  # questions below which shares say nothing


@bank_check("longest-keys", "error")
def longest_keys(bank: Bank) -> Iterator[str]:
    """[8] If the longest option is right more often than chance has it, length is an answer key. So for the shortest."""
    keyed = [found for part in bank.parts if (found := single_key(part))]
    if len(keyed) < _FEW:
        return
    for name, is_extreme in (("longest", _strictly_longest), ("shortest", _strictly_shortest)):
        count = sum(is_extreme(key, others) for key, others in keyed)
        chance = sum(1 / (1 + len(others)) for _, others in keyed) / len(keyed)
        if count / len(keyed) > 0.4 and binomial_tail(count, len(keyed), chance) < 0.01:
            yield f"expected the key to be the {name} option in about {chance:.0%} of the questions, got {count} of {len(keyed)}"


@bank_check("key-length-share", "warning")
def key_length_share(bank: Bank) -> Iterator[str]:
    """[8] A third is where a pattern begins to show."""
    keyed = [found for part in bank.parts if (found := single_key(part))]
    count = sum(_strictly_longest(key, others) for key, others in keyed)
    if len(keyed) >= _FEW and count / len(keyed) > 0.33:
        yield f"expected the key to be the longest option in at most 33 % of the questions, got {count} of {len(keyed)}"


@bank_check("key-position", "warning")
def key_position(bank: Bank) -> Iterator[str]:
    """[9] Keys fall on each place as chance has it, since options are shuffled; `keep_order` can spoil that."""
    places = [[choice.right for choice in choices_of(part)].index(True) for part in bank.parts if single_key(part)]
    sizes = [len(choices_of(part)) for part in bank.parts if single_key(part)]
    if len(places) < _FEW:
        return
    counts = [places.count(place) for place in range(max(sizes))]
    expected = [sum(1 / size for size in sizes if place < size) for place in range(max(sizes))]
    if uneven(counts, expected) < 0.01:
        yield f"expected keys spread over the places, got {counts}"
    run = max(len(list(group)) for _, group in groupby(places))
    if run > 5:
        yield f"expected no more than five keys in a row on one place, got {run}"


@bank_check("negative-share", "warning")
def negative_share(bank: Bank) -> Iterator[str]:
    """[11] Negative stems test care in reading more than knowledge."""
    negative = sum("NOT" in stem_of(part) or "EXCEPT" in stem_of(part) for part in bank.parts)
    if negative > 0.1 * len(bank.parts):
        yield f"expected negative stems in at most 10 % of the questions, got {negative} of {len(bank.parts)}"


@bank_check("absolute-share", "warning")
def absolute_share(bank: Bank) -> Iterator[str]:
    """[12] Absolute words that sit in wrong options alone are a signal."""
    choices = [choice for part in bank.parts for choice in choices_of(part)]
    wrong = [choice for choice in choices if not choice.right]
    right = [choice for choice in choices if choice.right]
    if len(right) >= _FEW:
        in_wrong, in_right = (sum(map(_is_absolute, some)) / len(some) for some in (wrong, right))
        if in_wrong > 0.05 and in_wrong > 3 * in_right:
            yield f"expected absolute words as often in keys as in distractors, got {in_right:.0%} and {in_wrong:.0%}"


@bank_check("bloom-mix", "warning")
def bloom_mix(bank: Bank) -> Iterator[str]:
    """[25] An exam asks for more than memory: the shares follow the papers of the boards."""
    levels = Counter(part.bloom for part in bank.parts)
    total = len(bank.parts)
    higher = sum(levels[level] for level in ("apply", "analyse", "evaluate", "create"))
    if levels["remember"] > 0.4 * total:
        yield f"expected 'remember' in at most 40 % of the questions, got {levels['remember']} of {total}"
    if higher < 0.3 * total:
        yield f"expected 'apply' and above in at least 30 % of the questions, got {higher} of {total}"


@bank_check("objective-coverage", "warning")
def objective_coverage(bank: Bank) -> Iterator[str]:
    """[23] Three questions, one of them above 'remember', make an objective tested."""
    for objective in bank.objectives:
        parts = [part for part in bank.parts if part.objective == objective.id]
        if len(parts) < 3:
            yield f"expected three questions or more for {objective.id}, got {len(parts)}"
        if parts and not any(map(above_remember, parts)):
            yield f"expected a question above 'remember' for {objective.id}, got none"


@bank_check("independence", "warning")
def independence(bank: Bank) -> Iterator[str]:
    """[28] One question may not give away another's answer."""
    for part in bank.parts:
        found = single_key(part)
        if found and len(words(found[0].text)) >= 4:
            for other in bank.parts:
                if other is not part and " ".join(words(found[0].text)) in " ".join(words(stem_of(other))):
                    yield f"expected no stem that holds another's key, got the key of '{part.id}' in the stem of '{other.id}'"


@bank_check("assertion-keys", "warning")
def assertion_keys(bank: Bank) -> Iterator[str]:
    """[32] Every code should be right now and then."""
    keys = Counter(part.answer for part in bank.parts if part.kind == "assertion-reason")  # type: ignore[attr-defined]
    total = sum(keys.values())
    if total >= 4:
        missing = sorted(set("ABCD") - set(keys))
        if missing:
            yield f"expected each code to be right in some assertion-reason question, got none for {', '.join(missing)}"
        if max(keys.values()) > 0.5 * total:
            spread = ", ".join(f"{code} {count}" for code, count in sorted(keys.items()))
            yield f"expected no code to be right in more than half of the assertion-reason questions, got {spread}"


@bank_check("true-false-share", "warning")
def true_false_share(bank: Bank) -> Iterator[str]:
    """A coin answers half of them, so there are few, and neither word may be the better guess."""
    answers = [part.answer for part in bank.parts if part.kind == "true-false"]  # type: ignore[attr-defined]
    if len(answers) > 0.15 * len(bank.parts):
        yield f"expected true-or-false in at most 15 % of the questions, got {len(answers)} of {len(bank.parts)}"
    if len(answers) >= 2 and len(set(answers)) == 1:
        yield f"expected both true and false statements, got {len(answers)} of one sort"


def _strictly_longest(key: Choice, others: list[Choice]) -> bool:
    return all(len(key.text) > len(other.text) for other in others)


def _strictly_shortest(key: Choice, others: list[Choice]) -> bool:
    return all(len(key.text) < len(other.text) for other in others)


def _is_absolute(choice: Choice) -> bool:
    return bool(ABSOLUTE_WORDS & set(words(choice.text)))


def tagged_share(parts: list[Question]) -> float:
    """Return the share of questions with options of which at least one distractor names its misconception."""
    optioned = [part for part in parts if choices_of(part)]
    tagged = [part for part in optioned if any(option.misconception for option in part.options)]  # type: ignore[attr-defined]
    return len(tagged) / len(optioned) if optioned else 1.0
