"""The linter: for every check an example that fails it, with its whole message, and a near miss that passes."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from quizbank.lint import CHECKS, lint
from quizbank.lint.banks import tagged_share
from quizbank.lint.words import binomial_tail, chi_square_tail, content_words, likeness, uneven, words
from quizbank.load import load_bank
from quizbank.model import Bank

Fields = dict[str, Any]
EXPLANATION = "The bakery could do this work by itself and hands it to another firm for good. That is what is meant."


def fields(kind: str, **changes: object) -> Fields:
    """Return a question of a kind as its author writes it, with what all kinds need."""
    common = {"section": "section", "objective": "LO1.1", "bloom": "understand", "marks": 1, "explanation": EXPLANATION}
    return {"id": "question", "kind": kind, **common, **changes}


def option(text: str, correct: bool = False, why: str = "The passage on this says how it is.") -> Fields:
    return {"text": text, "correct": correct, "why": why}


def single(*texts: str, stem: str = "Which of these words tells what the bakery does?", **changes: object) -> Fields:
    """Return a single-choice question. The first of its texts is right; they stand in the order given."""
    texts = texts or ("outsourcing", "offshoring", "automation")
    options = [option(text, text == texts[0]) for text in texts]
    return fields("single-choice", stem=stem, options=options, keep_order=True, **changes)


def keyed_at(place: int, size: int = 4) -> Fields:
    """Return a single-choice question whose right option has the given place, counted from 0."""
    options = [option(f"choice {'abcd'[index]}", index == place) for index in range(size)]
    return fields("single-choice", stem="Which of these choices is the right one?", options=options, keep_order=True)


def explained(why: str) -> Fields:
    """Return a single-choice question with the given reason for its third option."""
    options = [option("a", True), option("b"), option("c", why=why)]
    return fields("single-choice", stem="What does the bakery do here?", options=options)


def true_false(answer: bool = True, **changes: object) -> Fields:
    why = "The passage on this says how it is."
    return fields(
        "true-false", **{"stem": "A bakery bakes bread.", "answer": answer, "why_true": why, "why_false": why} | changes
    )


def assertion(answer: str, **changes: object) -> Fields:
    why = dict.fromkeys("ABCD", "The passage on this says how it is.")
    pair = {"assertion": "Bread is baked at night.", "reason": "Customers want it fresh.", "answer": answer, "why": why}
    return fields("assertion-reason", **pair | changes)


def fill_in(stem: str = "The letter B stands for ____.", **changes: object) -> Fields:
    return fields("fill-in", stem=stem, answers=["business"], **changes)


def matching(pairs: int, **changes: object) -> Fields:
    entries = [{"left": f"left {n}", "right": f"right {n}", "why": "They belong together."} for n in range(pairs)]
    return fields("matching", pairs=entries, **changes)


def ordering(steps: int) -> Fields:
    entries = [{"text": f"step {n}", "why": "It has its place."} for n in range(steps)]
    return fields("ordering", stem="Put the steps into their order.", steps=entries)


def odd_one_out(*texts: str, **changes: object) -> Fields:
    options = [option(text, text == texts[0]) for text in texts]
    return fields("odd-one-out", options=options, common="They are routine.", keep_order=True, **changes)


def case(*inner: Fields, passage: str = "The bakery grows.", **changes: object) -> Fields:
    questions = [{**question, "id": f"inner-{index}"} for index, question in enumerate(inner)]
    marks = sum(question["marks"] for question in questions)
    return fields("case", **{"title": "A bakery", "passage": passage, "questions": questions, "marks": marks} | changes)


def bank_of(folder: Path, *questions: Fields, name: str = "bpo", objectives: Sequence[str] = ("LO1.1",)) -> Bank:
    """Return the bank with the given questions, named question, question-2 and so on unless they have names of their own."""
    named = [{**one, "id": one["id"] if index == 1 else f"{one['id']}-{index}"} for index, one in enumerate(questions, 1)]
    head = {"title": "BPO", "chapter": "chapter.md", "objectives": [{"id": one, "text": one} for one in objectives]}
    text = (
        yaml.safe_dump({**head, "questions": named}, sort_keys=False)
        .replace(": true\n", ": yes\n")
        .replace(": false\n", ": no\n")
    )
    (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    bank, problems = load_bank(folder / f"{name}.yml", folder)
    assert problems == []
    assert bank is not None
    return bank


def found(check: str, *banks: Bank) -> list[str]:
    """Return what one check finds, without the places."""
    findings = [finding for finding in lint({bank.name: bank for bank in banks}) if finding.check == check]
    return [
        f"{one.severity}: {one.question}: {one.message}" if one.question else f"{one.severity}: {one.message}" for one in findings
    ]


LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"

UNFOCUSED = (
    "warning: question: expected a stem that asks by itself, of five words or more, got one that does not; end it with a question"
)
NO_SITUATION = (
    "warning: question: expected a situation of 20 words or more for the level 'apply', got less; "
    "describe a case or change the level"
)

# By check and what it looks at: a question that fails, what is said of it, and a question that just passes.
ITEMS: dict[tuple[str, str], tuple[Fields, list[str], Fields]] = {
    ("catch-all-option", "all of the above"): (
        single("payroll", "billing", "All of the above"),
        ["error: question: expected options that stand by themselves, got 'All of the above'; say what is meant"],
        single("payroll", "billing", "all calls"),
    ),
    ("catch-all-option", "letters of other options"): (
        single("payroll", "billing", "Both A and B"),
        ["error: question: expected options that stand by themselves, got 'Both A and B'; say what is meant"],
        single("payroll", "billing", "both payroll and billing"),
    ),
    ("like-options", "words that two options share"): (
        single("a firm that runs calls", "a firm that runs calls abroad", "nobody"),
        [
            "warning: question: expected options that differ, got 'a firm that runs calls' and 'a firm that runs calls abroad'; "
            "change or shorten one"
        ],
        single("a firm that runs calls", "a firm that runs calls far abroad", "nobody"),
    ),
    ("long-key", "the length of the key"): (
        single("x" * 43, "y" * 27, "z" * 5),
        ["warning: question: expected a key of like length, got 43 characters beside at most 27; shorten it"],
        single("x" * 42, "y" * 27, "z" * 5),
    ),
    ("long-key", "a key longer by much and yet by two fifths at the most"): (
        single("x" * 57, "y" * 40, "z" * 9),
        ["warning: question: expected a key of like length, got 57 characters beside at most 40; shorten it"],
        single("x" * 56, "y" * 40, "z" * 9),
    ),
    ("hidden-negative", "not"): (
        single(stem="Which of these is not outsourcing?"),
        ["error: question: expected 'not' in bold capitals (**NOT**) or a positive question, got it in plain letters"],
        single(stem="Which of these is **NOT** outsourcing?"),
    ),
    ("hidden-negative", "least"): (
        single(stem="Which of these is least like outsourcing?"),
        ["error: question: expected 'least' in bold capitals (**LEAST**) or a positive question, got it in plain letters"],
        single(stem="Which of these is at least a kind of outsourcing?"),
    ),
    ("double-negative", "an option with a negative"): (
        single("It is not cheap", "It is near", "It is far", stem="Which of these is **NOT** outsourcing?"),
        ["error: question: expected options without a negative under a negative stem, got 'It is not cheap'"],
        single("It is not cheap", "It is near", "It is far", stem="Which of these is outsourcing?"),
    ),
    ("double-negative", "a stem in capitals without bold type"): (
        single("It is near", "It is never cheap", "It is far", stem="Which of these is NOT outsourcing?"),
        ["error: question: expected options without a negative under a negative stem, got 'It is never cheap'"],
        single("It is near", "It is cheap", "It is far", stem="Which of these is NOT outsourcing?"),
    ),
    ("absolute-word", "a word in an option"): (
        single("It saves money", "It always saves money", "It costs"),
        ["warning: question: expected options without absolute words, got 'always' in 'It always saves money'; say what holds"],
        single("It saves money", "It waits", "It costs", stem="What does a firm always do at first?"),
    ),
    ("vague-key", "a word in the key alone"): (
        single("It usually saves", "It costs", "It waits"),
        ["warning: question: expected 'usually' in key and distractors or in neither, got it in the key alone"],
        single("It usually saves", "It often costs", "It waits"),
    ),
    ("echo", "a word of the stem in the key alone"): (
        single("a delivery round", "a shop", "a mill", stem="A bakery brings bread by delivery van. What is given away?"),
        ["warning: question: expected no word of the stem in the key alone, got 'delivery'; use it in a distractor or change it"],
        single("a delivery round", "a delivery fee", "a mill", stem="A bakery brings bread by delivery van. What is given away?"),
    ),
    ("grammar-cue", "an article at the end of the stem"): (
        single(stem="A firm that runs the calls of a bakery is called an:"),
        ["warning: question: expected a stem that does not end in 'a' or 'an', got one; put the article into the options"],
        single(stem="A firm that runs the calls of a bakery is called:"),
    ),
    ("grammar-cue", "full stops"): (
        single("It saves.", "It costs", "It waits"),
        ["warning: question: expected a full stop at the end of every option or of none, got a mixture"],
        single("It saves.", "It costs.", "It waits."),
    ),
    ("unfocused-stem", "a stem that asks nothing"): (
        single(stem="The bakery and the firm next door"),
        [UNFOCUSED],
        single(stem="The bakery and the firm next door share:"),
    ),
    ("unfocused-stem", "a stem of four words"): (
        single(stem="What is this then?"),
        [UNFOCUSED],
        single(stem="What is this here then?"),
    ),
    ("unfocused-stem", "a choice and not an odd one out"): (
        single(stem="Choose one."),
        [UNFOCUSED],
        odd_one_out("a", "b", "c", "d", stem="Choose one."),
    ),
    ("blank-in-the-middle", "where the blank stands"): (
        fill_in("The letter ____ stands for business."),
        ["warning: question: expected the blank at the end of the stem, got it earlier; turn the sentence round"],
        fill_in("The letter that stands for business is ____.”"),
    ),
    ("reading-load", "the words of a stem"): (
        true_false(stem="word " * 61),
        ["warning: question: expected at most 60 words to read first, got 61; cut what nobody needs"],
        true_false(stem="word " * 60),
    ),
    ("reading-load", "the words of a passage"): (
        case(true_false(), true_false(), passage="word " * 151),
        ["warning: question: expected at most 150 words to read first, got 151; cut what nobody needs"],
        case(true_false(), true_false(), passage="word " * 150),
    ),
    ("reading-load", "the words of an option"): (
        single(f"{LONG} nineteen twenty more", "short", "shorter"),
        [f"warning: question: expected options of at most 20 words, got 21 in '{LONG} nineteen twenty more'"],
        single(f"{LONG} nineteen twenty", "short", "shorter"),
    ),
    ("uneven-options", "the words of the options"): (
        single("one two three four five", "one", "one two"),
        ["warning: question: expected options of like length, got 1 to 5 words"],
        single("one two three four", "one", "one two"),
    ),
    ("uneven-options", "longer options"): (
        single("one two three four five six seven", "one two", "one two three"),
        ["warning: question: expected options of like length, got 2 to 7 words"],
        single("one two three four five six", "one two", "one two three"),
    ),
    ("uneven-options", "units"): (
        single("Rs 40", "50", "60"),
        ["warning: question: expected numbers in one unit in all options, got some with and some without"],
        single("Rs 40", "Rs 50", "Rs 60"),
    ),
    ("thin-explanation", "its words"): (
        true_false(explanation="one two three four five six seven eight nine ten eleven twelve thirteen fourteen"),
        ["error: question: expected an explanation of 15 words or more, got 14; give the reason"],
        true_false(explanation="one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
    ),
    ("thin-explanation", "the key said again"): (
        single(LONG, "short", "shorter", explanation=LONG.capitalize() + "."),
        ["error: question: expected an explanation that adds to the key, got the key again"],
        single(LONG, "short", "shorter", explanation=LONG.capitalize() + ", since it is said so."),
    ),
    ("thin-reason", "the words of a reason"): (
        explained("It is not so."),
        ["warning: question: expected a reason of five words or more for 'c', got 'It is not so.'"],
        explained("It is not so here."),
    ),
    ("bloom-label", "the words of a situation"): (
        true_false(stem="word " * 19, bloom="apply"),
        [NO_SITUATION],
        true_false(stem="word " * 20, bloom="apply"),
    ),
    ("bloom-label", "a level below"): (
        true_false(stem="word " * 19, bloom="apply"),
        [NO_SITUATION],
        true_false(stem="word " * 19, bloom="understand"),
    ),
    ("bloom-label", "a question inside a case has the situation of the case"): (
        case(true_false(bloom="apply"), true_false(), passage="word " * 19, bloom="apply"),
        [NO_SITUATION],
        case(true_false(bloom="apply"), true_false(), passage="word " * 20, bloom="apply"),
    ),
    ("trivia", "a year as the key"): (
        single("1991", "1995", "1999"),
        ["warning: question: expected a key that tests understanding, got the year 1991"],
        single("since 1991", "1995", "1999"),
    ),
    ("trivia", "an opinion"): (
        true_false(stem="Payroll is the most interesting of all services."),
        ["warning: question: expected a question of fact or judgement, got 'interesting'"],
        true_false(stem="Payroll is of interest to all firms."),
    ),
    ("match-form", "how many pairs"): (
        matching(3, spare=[{"text": "spare", "why": "It fits nothing."}]),
        ["warning: question: expected four to six pairs, got 3"],
        matching(4, spare=[{"text": "spare", "why": "It fits nothing."}]),
    ),
    ("match-form", "a spare entry"): (
        matching(4),
        ["warning: question: expected at least one spare entry in List II, got none"],
        matching(4, keep_order=True, codes=["1-a, 2-b, 3-c, 4-d", "1-b, 2-a, 3-c, 4-d", "1-a, 2-b, 3-d, 4-c"]),
    ),
    ("sequence-length", "three steps"): (ordering(3), ["warning: question: expected four to six steps, got 3"], ordering(4)),
    ("sequence-length", "seven steps"): (ordering(7), ["warning: question: expected four to six steps, got 7"], ordering(6)),
    ("assertion-explained", "all that it must say"): (
        assertion("A"),
        [
            "warning: question: expected an explanation that says whether A is true or false, got none",
            "warning: question: expected an explanation that says whether R explains A, got none",
            "warning: question: expected an explanation that says whether R is true or false, got none",
        ],
        assertion(
            "A", explanation="Both statements are true, and R is the cause of A, for nobody would buy bread of the day before."
        ),
    ),
    ("assertion-explained", "the truth of R"): (
        assertion(
            "C", explanation="A is true. The other one is false, so it cannot explain anything about the work of the bakery here."
        ),
        ["warning: question: expected an explanation that says whether R is true or false, got none"],
        assertion("C", explanation="A is true. R is false, so it cannot explain anything about the work of the bakery at night."),
    ),
    ("old-word", "a word for the provider"): (
        true_false(stem="The vendors do the work."),
        ["warning: question: expected client, provider or customer, got 'vendors'"],
        true_false(stem="The vending machines do the work."),
    ),
    ("overclaim", "what a key says"): (
        single("It is always cheaper", "It waits", "It costs"),
        ["error: question: expected the careful wording of the notes, got 'always cheaper' as right"],
        single("It waits", "It is always cheaper", "It costs"),
    ),
    ("overclaim", "a statement that is called true"): (
        true_false(stem="The client keeps total control."),
        ["error: question: expected the careful wording of the notes, got 'total control' as right"],
        true_false(answer=False, stem="The client keeps total control."),
    ),
    ("undated-fact", "a year"): (
        true_false(stem="In 2023 the firms had more workers."),
        ["error: question: expected `source` and `as_of` for a dated fact, got none; or say that the firm is invented"],
        true_false(stem="In 2023 the firms had more workers.", source="Yearbook", as_of="March 2023"),
    ),
    ("undated-fact", "a source without its date"): (
        true_false(stem="India earns $ 40 billion with it.", source="Yearbook"),
        ["error: question: expected `source` and `as_of` for a dated fact, got none; or say that the firm is invented"],
        true_false(stem="An invented firm in India earns $ 40 billion with it."),
    ),
}


@pytest.mark.parametrize(("check", "what"), ITEMS, ids=lambda part: part)
def test_a_question_that_fails_is_told_so_and_a_near_miss_passes(tmp_path: Path, check: str, what: str) -> None:
    failing, said, near_miss = ITEMS[check, what]
    assert found(check, bank_of(tmp_path, failing)) == said
    assert found(check, bank_of(tmp_path, near_miss)) == []


def longest(count: int, total: int) -> list[Fields]:
    """Return so many questions, in so many of which the right option of four is the longest, and the shortest in none."""
    return [single("long key" if index < count else "key x", "key y", "kez y", "few") for index in range(total)]


def shortest(count: int, total: int) -> list[Fields]:
    return [single("key" if index < count else "key x", "key y", "kez y", "more") for index in range(total)]


def placed(places: str) -> list[Fields]:
    """Return questions whose right options have the given places, each a digit counted from 0."""
    return [keyed_at(int(place)) for place in places]


def absolute(wrong: int, right: int) -> list[Fields]:
    """Return 20 questions of which so many have an absolute word in a wrong option, so many others one in the right option."""
    plain = [single("it saves", "it costs", "it waits") for _ in range(20 - wrong - right)]
    return [
        *(single("it saves", "it never costs", "it waits") for _ in range(wrong)),
        *(single("it never saves", "it costs", "it waits") for _ in range(right)),
        *plain,
    ]


def levels(**counts: int) -> list[Fields]:
    return [true_false(bloom=level) for level, count in counts.items() for _ in range(count)]


def negative(count: int, total: int, word: str = "NOT") -> list[Fields]:
    return [single(stem=f"Which of these is {word if index < count else ''} done?") for index in range(total)]


def truths(*answers: bool, others: int) -> list[Fields]:
    return [*(true_false(answer) for answer in answers), *(fill_in() for _ in range(others))]


# By check and what it looks at: a bank that fails, what is said of it, and a bank that just passes.
WHOLE: dict[tuple[str, str], tuple[list[Fields], list[str], list[Fields]]] = {
    # Of 20 questions with four options, chance makes 10 or more keys the longest in 1.4 % of all banks, 11 or more in 0.4 %.
    ("longest-keys", "more than chance has it"): (
        longest(11, 20),
        ["error: expected the key to be the longest option in about 25% of the questions, got 11 of 20"],
        longest(10, 20),
    ),
    ("longest-keys", "shortest"): (
        shortest(11, 20),
        ["error: expected the key to be the shortest option in about 25% of the questions, got 11 of 20"],
        shortest(10, 20),
    ),
    ("longest-keys", "too few questions to tell"): (
        longest(20, 20),
        ["error: expected the key to be the longest option in about 25% of the questions, got 20 of 20"],
        longest(19, 19),
    ),
    # Beyond doubt by the binomial test, yet in no more than two fifths of the questions.
    ("longest-keys", "in many questions"): (
        longest(41, 100),
        ["error: expected the key to be the longest option in about 25% of the questions, got 41 of 100"],
        longest(40, 100),
    ),
    ("key-length-share", "more than a third"): (
        longest(7, 20),
        ["warning: expected the key to be the longest option in at most 33 % of the questions, got 7 of 20"],
        longest(6, 20),
    ),
    ("key-length-share", "too few questions to tell"): (
        longest(20, 20),
        ["warning: expected the key to be the longest option in at most 33 % of the questions, got 20 of 20"],
        longest(19, 19),
    ),
    # Chi-square with three degrees of freedom: 13.2 comes by chance in 0.4 % of all banks, 9.6 in 2.2 %.
    ("key-position", "places"): (
        placed("00010002000300012123"),
        ["warning: expected keys spread over the places, got [12, 3, 3, 2]"],
        placed("00010002000300131223"),
    ),
    ("key-position", "six in a row"): (
        placed("00000012312312312312"),
        ["warning: expected no more than five keys in a row on one place, got 6"],
        placed("00000102312312312312"),
    ),
    ("key-position", "too few questions to tell"): (
        placed("0" * 20),
        [
            "warning: expected keys spread over the places, got [20, 0, 0, 0]",
            "warning: expected no more than five keys in a row on one place, got 20",
        ],
        placed("0" * 19),
    ),
    ("negative-share", "NOT"): (
        negative(2, 19),
        ["warning: expected negative stems in at most 10 % of the questions, got 2 of 19"],
        negative(2, 20),
    ),
    ("negative-share", "EXCEPT"): (
        negative(2, 19, "done EXCEPT when"),
        ["warning: expected negative stems in at most 10 % of the questions, got 2 of 19"],
        negative(2, 19, "done except when"),
    ),
    ("absolute-share", "in wrong options more often than in right ones"): (
        absolute(8, 1),
        ["warning: expected absolute words as often in keys as in distractors, got 5% and 20%"],
        absolute(6, 1),
    ),
    ("absolute-share", "in more than a few wrong options"): (
        absolute(4, 0),
        ["warning: expected absolute words as often in keys as in distractors, got 0% and 10%"],
        absolute(2, 0),
    ),
    ("absolute-share", "too few questions to tell"): (
        absolute(8, 0),
        ["warning: expected absolute words as often in keys as in distractors, got 0% and 20%"],
        absolute(8, 0)[:19],
    ),
    ("bloom-mix", "remember"): (
        levels(remember=5, apply=7),
        ["warning: expected 'remember' in at most 40 % of the questions, got 5 of 12"],
        levels(remember=4, understand=2, apply=4),
    ),
    ("bloom-mix", "apply and above"): (
        levels(understand=8, apply=1, analyse=1, evaluate=1),
        ["warning: expected 'apply' and above in at least 30 % of the questions, got 3 of 11"],
        levels(understand=7, apply=1, analyse=1, evaluate=1),
    ),
    ("objective-coverage", "how many questions"): (
        [true_false(), true_false()],
        ["warning: expected three questions or more for LO1.1, got 2"],
        [true_false(), true_false(), true_false()],
    ),
    ("objective-coverage", "nothing above remember"): (
        levels(remember=3),
        ["warning: expected a question above 'remember' for LO1.1, got none"],
        levels(remember=2, understand=1),
    ),
    ("objective-coverage", "questions inside a case count"): (
        [case(true_false(), true_false())],
        ["warning: expected three questions or more for LO1.1, got 2"],
        [case(true_false(), true_false(), true_false())],
    ),
    ("independence", "a key in another stem"): (
        [single("bread for the shop", "flour", "salt"), fill_in("They bake bread for the shop, which is called ____.")],
        ["warning: expected no stem that holds another's key, got the key of 'question' in the stem of 'question-2'"],
        [single("bread for shops", "flour", "salt"), fill_in("They bake bread for shops, which is called ____.")],
    ),
    ("independence", "its own stem"): (
        [single("bread for the shop", "flour", "salt"), fill_in("They bake bread for the shop, which is called ____.")],
        ["warning: expected no stem that holds another's key, got the key of 'question' in the stem of 'question-2'"],
        [single("bread for the shop", "flour", "salt", stem="What is the word for bread for the shop?")],
    ),
    ("assertion-keys", "a code that is never right"): (
        [assertion(code) for code in "AABC"],
        ["warning: expected each code to be right in some assertion-reason question, got none for D"],
        [assertion(code) for code in "ABC"],
    ),
    ("assertion-keys", "a code that is right too often"): (
        [assertion(code) for code in "AAAABCD"],
        ["warning: expected no code to be right in more than half of the assertion-reason questions, got A 4, B 1, C 1, D 1"],
        [assertion(code) for code in "AAABCD"],
    ),
    ("true-false-share", "how many"): (
        truths(True, False, others=11),
        ["warning: expected true-or-false in at most 15 % of the questions, got 2 of 13"],
        truths(True, False, others=12),
    ),
    ("true-false-share", "of one sort"): (
        truths(True, True, others=12),
        ["warning: expected both true and false statements, got 2 of one sort"],
        truths(True, others=12),
    ),
}


@pytest.mark.parametrize(("check", "what"), WHOLE, ids=lambda part: part)
def test_a_bank_that_fails_is_told_so_and_a_near_miss_passes(tmp_path: Path, check: str, what: str) -> None:
    failing, said, near_miss = WHOLE[check, what]
    assert found(check, bank_of(tmp_path, *failing)) == said
    assert found(check, bank_of(tmp_path, *near_miss)) == []


STEM = "An invented bakery gives the pay of forty workers to a firm next door today"  # 15 words
LIKE = "question-2: expected stems that differ, got nearly that of 'question' in bpo.yml"


@pytest.mark.parametrize(
    ("stem", "other", "said"),
    [
        (STEM, STEM, [f"error: {LIKE}"]),
        (STEM, STEM.upper(), [f"error: {LIKE}"]),
        (STEM, f"{STEM} for good", [f"warning: {LIKE}"]),  # 14 of 16 words
        (STEM, f"{STEM} for very good", []),  # 14 of 17 words
        ("The bakery gives its pay to a firm.", "The bakery gives its pay to a firm.", []),
        ("The bakery gives its pay to a firm today.", "The bakery gives its pay to a firm today.", [f"error: {LIKE}"]),
    ],
)
def test_stems_that_say_nearly_the_same_are_told(tmp_path: Path, stem: str, other: str, said: list[str]) -> None:
    assert found("like-stems", bank_of(tmp_path, true_false(stem=stem), true_false(stem=other))) == said


def test_stems_of_two_banks_are_compared_and_those_of_two_kinds_are_not(tmp_path: Path) -> None:
    first = bank_of(tmp_path, true_false(stem=STEM))
    second = bank_of(tmp_path, true_false(stem=STEM, id="other"), name="kpo")
    assert found("like-stems", first, second) == [
        "error: other: expected stems that differ, got nearly that of 'question' in bpo.yml"
    ]
    assert found("like-stems", bank_of(tmp_path, true_false(stem=STEM), single(stem=STEM))) == []


def test_every_check_has_an_example_here() -> None:
    assert sorted({check for check, _ in (*ITEMS, *WHOLE)} | {"like-stems"}) == sorted(CHECKS)


def test_a_finding_is_told_with_its_file_line_severity_question_and_check(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, fill_in(), fill_in(explanation="It is told."), true_false())
    assert [str(finding) for finding in lint({"bpo": bank})] == [
        "bpo.yml:1: warning: expected 'apply' and above in at least 30 % of the questions, got 0 of 3 [bloom-mix]",
        "bpo.yml:1: warning: expected true-or-false in at most 15 % of the questions, got 1 of 3 [true-false-share]",
        "bpo.yml:18: error: question-2: expected an explanation of 15 words or more, got 3; give the reason [thin-explanation]",
    ]


# Waivers


def test_a_waiver_silences_its_check_on_its_question_and_no_other(tmp_path: Path) -> None:
    stem = "The letter ____ stands for business."
    waived = fill_in(stem, waive={"blank-in-the-middle": "It reads better so."})
    assert found("blank-in-the-middle", bank_of(tmp_path, waived, fill_in(stem))) == [
        "warning: question-2: expected the blank at the end of the stem, got it earlier; turn the sentence round"
    ]
    assert found("waive", bank_of(tmp_path, waived, fill_in(stem))) == []


def test_a_waiver_silences_no_other_check_of_its_question(tmp_path: Path) -> None:
    waived = fill_in("The letter ____ is B.", explanation="It is told.", waive={"blank-in-the-middle": "It reads better so."})
    assert found("thin-explanation", bank_of(tmp_path, waived)) == [
        "error: question: expected an explanation of 15 words or more, got 3; give the reason"
    ]


def test_a_waiver_inside_a_case_is_that_of_its_question(tmp_path: Path) -> None:
    waived = fill_in("The letter ____ is B.", waive={"blank-in-the-middle": "It reads better so."})
    bank = bank_of(tmp_path, case(waived, fill_in("The ____ is B.")))
    assert found("blank-in-the-middle", bank) == [
        "warning: inner-1: expected the blank at the end of the stem, got it earlier; turn the sentence round"
    ]
    assert found("waive", bank) == []


@pytest.mark.parametrize(
    ("waiver", "said"),
    [
        ("blank-in-the-middle", "expected a waiver that is needed, got 'blank-in-the-middle'; take it out"),
        (
            "blank-in-middle",
            "expected the name of a check of questions, got 'blank-in-middle'; did you mean 'blank-in-the-middle'?",
        ),
        ("colour", "expected the name of a check of questions, got 'colour'"),
    ],
)
def test_a_waiver_of_nothing_is_told(tmp_path: Path, waiver: str, said: str) -> None:
    assert found("waive", bank_of(tmp_path, fill_in(waive={waiver: "It reads better so."}))) == [f"warning: question: {said}"]


def test_two_stems_that_are_nearly_one_may_be_waived(tmp_path: Path) -> None:
    again = true_false(stem=f"{STEM} for good", waive={"like-stems": "One asks for the word, the other for the reason."})
    bank = bank_of(tmp_path, true_false(stem=STEM), again)
    assert found("like-stems", bank) == []
    assert found("waive", bank) == []


# Words and statistics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A firm's back-office, in 2,500 days!", ("a", "firm's", "back-office", "in", "2,500", "days")),
        ("client’s 99.2 %", ("client’s", "99.2")),
        ("", ()),
        ("____ — …", ()),
    ],
)
def test_the_words_of_a_text(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_the_words_that_carry_a_meaning() -> None:
    assert content_words("The firm outsourced its payroll to another client of the BPO provider in June") == {"payroll", "june"}


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        ("a b c", "a b c", 1),
        ("a b c", "C B A a", 1),
        ("a b c d", "a b", 0.5),
        ("a b", "c d", 0),
        ("a b c", "b c d", 0.5),
        ("", "", 0),
    ],
)
def test_likeness_is_the_share_of_words_in_common(first: str, second: str, share: float) -> None:
    assert likeness(first, second) == share


@pytest.mark.parametrize(
    ("successes", "trials", "chance", "expected"),
    [
        (0, 10, 0.5, 1),
        (8, 10, 0.5, 56 / 1024),
        (10, 10, 0.5, 1 / 1024),
        (1, 3, 1 / 3, 19 / 27),
        (2, 3, 0.25, 10 / 64),
        (11, 10, 0.5, 0),
        (3, 3, 1, 1),
        # Tables of the cumulative binomial distribution, to four places.
        (9, 20, 0.25, 0.0409),
        (10, 20, 0.25, 0.0139),
        (11, 20, 0.25, 0.0039),
        (15, 20, 0.5, 0.0207),
        (4, 15, 0.1, 0.0556),
    ],
)
def test_the_upper_tail_of_the_binomial_distribution(successes: int, trials: int, chance: float, expected: float) -> None:
    assert binomial_tail(successes, trials, chance) == pytest.approx(expected, abs=0.00005)


# Critical values as printed in tables of chi-square, to three places.
CHI_SQUARE = {
    1: {0.05: 3.841, 0.01: 6.635, 0.001: 10.828},
    2: {0.05: 5.991, 0.01: 9.210, 0.001: 13.816},
    3: {0.05: 7.815, 0.01: 11.345, 0.001: 16.266},
    4: {0.05: 9.488, 0.01: 13.277, 0.001: 18.467},
    5: {0.05: 11.070, 0.01: 15.086, 0.001: 20.515},
    10: {0.05: 18.307, 0.01: 23.209, 0.001: 29.588},
    15: {0.05: 24.996, 0.01: 30.578, 0.001: 37.697},
}


@pytest.mark.parametrize("freedom", CHI_SQUARE)
def test_the_upper_tail_of_chi_square_is_that_of_the_tables(freedom: int) -> None:
    for chance, value in CHI_SQUARE[freedom].items():
        assert chi_square_tail(value, freedom) == pytest.approx(chance, rel=0.001)
    assert chi_square_tail(0, freedom) == pytest.approx(1)


def test_chi_square_with_two_degrees_is_an_exponential_and_with_one_a_squared_normal() -> None:
    for value in (0.1, 1, 5, 20):
        assert chi_square_tail(value, 2) == pytest.approx(math.exp(-value / 2))
        assert chi_square_tail(value, 1) == pytest.approx(math.erfc(math.sqrt(value / 2)))


@pytest.mark.parametrize(
    ("counts", "expected", "chance"),
    [
        ([5, 5, 5, 5], [5, 5, 5, 5], 1),
        ([9, 19, 12], [13, 13, 14], 0.1173),  # 16/13 + 36/13 + 4/14 = 4.286, and e to the power of −2.143
        ([60, 40], [50, 50], 0.0455),  # two standard deviations
    ],
)
def test_how_likely_counts_so_uneven_are(counts: list[int], expected: list[float], chance: float) -> None:
    assert uneven(counts, expected) == pytest.approx(chance, abs=0.0001)


def test_counts_and_expectations_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="zip"):
        uneven([1, 2], [1, 2, 3])


def test_the_share_of_questions_with_a_known_mistake_among_their_options(tmp_path: Path) -> None:
    tagged = single()
    tagged["options"][1]["misconception"] = "abroad-is-outsourced"
    assert tagged_share(list(bank_of(tmp_path, tagged, single(), fill_in()).parts)) == 0.5
    assert tagged_share(list(bank_of(tmp_path, fill_in()).parts)) == 1
