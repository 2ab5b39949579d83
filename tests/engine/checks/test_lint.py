"""The linter: for every check an example that fails it, with its whole message, and a near miss that passes."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from quizbank.banks.load import load_bank
from quizbank.checks.lint import CHECKS, lint, lint_drafts, lint_errors
from quizbank.checks.lint.banks import higher_share, tagged
from quizbank.checks.lint.findings import BANK_CHECKS, ITEM_CHECKS, setting_of
from quizbank.checks.lint.measures.chance import binomial_tail, chi_square_tail, uneven
from quizbank.checks.lint.measures.negatives import negative_of
from quizbank.checks.lint.measures.texts import texts_of
from quizbank.checks.lint.measures.words import any_of, content_words, likeness, normal, sentences, word_set, words
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank
from quizbank.model.house import House, finder

Fields = dict[str, Any]
WHY = "The passage on this says how it is."
EXPLANATION = "The bakery could do this work by itself and hands it to another firm for good. That is what is meant."


def fields(kind: str, **changes: object) -> Fields:
    """Return a question of a kind as its author writes it, with what all kinds need."""
    common = {"section": "section", "objective": "LO1.1", "bloom": "understand", "marks": 1, "explanation": EXPLANATION}
    return {"id": "question", "kind": kind, **common, **changes}


def option(text: str, correct: bool = False, why: str = WHY) -> Fields:
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
    why = WHY
    return fields(
        "true-false", **{"stem": "A bakery bakes bread.", "answer": answer, "why_true": why, "why_false": why} | changes
    )


def assertion(answer: str, **changes: object) -> Fields:
    why = dict.fromkeys("ABCD", WHY)
    pair = {"assertion": "Bread is baked at night.", "reason": "Customers want it fresh.", "answer": answer, "why": why}
    return fields("assertion-reason", **pair | changes)


def fill_in(stem: str = "The letter B stands for ____.", **changes: object) -> Fields:
    return fields("fill-in", stem=stem, answers=["business"], **changes)


def matching(pairs: int, right: str = "right", **changes: object) -> Fields:
    entries = [{"left": f"left {n}", "right": f"{right} {n}", "why": WHY} for n in range(pairs)]
    return fields("matching", pairs=entries, **changes)


def coded_matching(place: int, number: int = 1) -> Fields:
    """Return a matching whose right code stands at a place, counted from 0, if it is the question of that number in its bank."""
    name = "question" if number == 1 else f"question-{number}"
    question = matching(4)
    right = KINDS["matching"].model.model_validate({**question, "id": name}).right_code  # type: ignore[attr-defined]
    codes = [
        code for code in ("1-a, 2-b, 3-c, 4-d", "1-b, 2-c, 3-d, 4-a", "1-c, 2-d, 3-a, 4-b", "1-d, 2-a, 3-b, 4-c") if code != right
    ]
    codes.insert(place, right)
    return {**question, "codes": codes[:4]}


def ordering(steps: int, text: str = "step") -> Fields:
    entries = [{"text": f"{text} {n}", "why": WHY} for n in range(steps)]
    return fields("ordering", stem="Put the steps into their order.", steps=entries)


def statements(*texts: tuple[str, bool], **changes: object) -> Fields:
    return fields("statements", statements=[{"text": text, "correct": truth, "why": WHY} for text, truth in texts], **changes)


def coded_statements(place: int) -> Fields:
    """Return statements whose right code, the one with A alone, stands at a place, counted from 0."""
    codes = ["B", "C", "D"]
    codes.insert(place, "A")
    return statements(*((f"Line {letter} holds.", letter == "A") for letter in "ABCD"), codes=codes)


def short_answer(stem: str = "Say what a provider does.", answer: str = "It bakes.", point: str = "Baking") -> Fields:
    return fields("short-answer", stem=stem, answer=answer, points=[{"text": point}])


def distinguish(second: str = "Judgement", **changes: object) -> Fields:
    bases = [{"basis": "Nature", "first": "Rules", "second": second}]
    return fields("distinguish", **{"first": "BPO", "second": "KPO", "bases": bases} | changes)


def sorting(item: str = "Baking") -> Fields:
    items = [{"text": text, "group": group, "why": WHY} for text, group in zip((item, "b", "c", "d"), "XXYY", strict=True)]
    return fields("sorting", stem="Sort these four.", groups=["X", "Y"], items=items)


def numeric(stem: str) -> Fields:
    return fields("numeric", stem=stem, answer="1200", unit="Rs", working="30 × 40 = 1,200")


def odd_one_out(*texts: str, **changes: object) -> Fields:
    options = [option(text, text == texts[0]) for text in texts]
    return fields("odd-one-out", options=options, common="They are routine.", keep_order=True, **changes)


def case(*inner: Fields, passage: str = "The bakery grows.", **changes: object) -> Fields:
    questions = [{**question, "id": f"inner-{index}"} for index, question in enumerate(inner)]
    marks = sum(question["marks"] for question in questions)
    return fields("case", **{"title": "A bakery", "passage": passage, "questions": questions, "marks": marks} | changes)


def objective(name: str) -> Fields:
    return {"id": name, "slug": name.lower().replace(".", "-"), "text": name}


def bank_of(
    folder: Path,
    *questions: Fields,
    name: str = "bpo",
    objectives: Sequence[str] = ("LO1.1",),
    waive: dict[str, str] | None = None,
) -> Bank:
    """Return the bank with the given questions, named question, question-2 and so on unless they have names of their own."""
    named = [{**one, "id": one["id"] if index == 1 else f"{one['id']}-{index}"} for index, one in enumerate(questions, 1)]
    head: Fields = {"title": "BPO", "chapter": "chapter.md", "objectives": [objective(one) for one in objectives]}
    head |= {"waive": waive} if waive else {}
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


# The rules of the tests' own course, on bakeries and the firms that work for them.
RULES = {
    "checks": {"undated-fact": "error"},
    "words": [
        {"say": "provider", "instead_of": ["vendor(s)", "subcontractor(s)"]},
        {"say": "client", "instead_of": ["outsourcer(s)", "buyer( |-)firm(s)"]},
    ],
    "claims": ["(total|full) control", "kpo is … new", "always … cheap(er|est|)", "cheap(er|est|) always"],
    "figures": {"world": ["(kpo|it) (market|sector)(s)", "india"], "places": ["India"]},
    "common_words": ["bakery"],
    "nouns_in_ing": ["outsourcing", "offshoring"],
}
# The checks of which some examples have no more questions than make the point.
OF_FEW = ("negative-share", "objective-coverage", "assertion-keys", "true-false-share")


def house(minimum: int = 20, **changes: object) -> House:
    return House.model_validate({**RULES, "limits": {"bank_minimum": minimum}, **changes})


def found(check: str, *banks: Bank) -> list[str]:
    """Return what one check finds, without the places."""
    rules = house(1 if check in OF_FEW else 20)
    findings = [finding for finding in lint({bank.name: bank for bank in banks}, rules) if finding.check == check]
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

TOTAL = "The client keeps total control."
TOTAL_CONTROL = "error: question: expected the careful wording of the notes, got 'total control' as right"
ALWAYS_CHEAPER = "error: question: expected the careful wording of the notes, got 'always cheaper' as right"
UNDATED = "error: question: expected `source` and `as_of` for a dated fact, got none beside"

# By check and what it looks at: a question that fails, what is said of it, and a question that just passes.
ITEMS: dict[tuple[str, str], tuple[Fields, list[str], Fields]] = {
    ("marks-for-work", "one choice"): (
        {**single("payroll", "billing", "calls"), "marks": 3},
        ["warning: question: expected at most 2 marks for such an answer, got 3"],
        {**single("payroll", "billing", "calls"), "marks": 2},
    ),
    ("marks-for-work", "a code for all pairs"): (
        {**coded_matching(1), "marks": 4},
        ["warning: question: expected at most 2 marks for such an answer, got 4"],
        {**coded_matching(1), "marks": 2},
    ),
    ("marks-for-work", "a mark for each pair"): (
        matching(4, marks=5, spare=[{"text": "more", "why": WHY}]),
        ["warning: question: expected at most 4 marks for such an answer, got 5"],
        matching(4, marks=4, spare=[{"text": "more", "why": WHY}]),
    ),
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
    ("catch-all-option", "numbers of other options"): (
        single("payroll", "billing", "1 and 2 only"),
        ["error: question: expected options that stand by themselves, got '1 and 2 only'; say what is meant"],
        single("payroll", "billing", "1 and 2 hours"),
    ),
    ("catch-all-option", "Roman numbers of other options"): (
        single("payroll", "billing", "I and IV"),
        ["error: question: expected options that stand by themselves, got 'I and IV'; say what is meant"],
        single("payroll", "billing", "I and IX"),
    ),
    ("same-options", "the same words"): (
        single("It saves", "It *saves*!", "It waits"),
        ["error: question: expected options that differ in their words, got 'It saves' and 'It *saves*!'; change one"],
        single("It saves", "Saves it", "It waits"),
    ),
    ("same-options", "signs make a difference"): (
        single("5 %", "**5** %", "6 %"),
        ["error: question: expected options that differ in their words, got '5 %' and '**5** %'; change one"],
        single("5 %", "$ 5", "6 %"),
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
        ["warning: question: expected a key of similar length, got 43 characters beside at most 27; shorten it"],
        single("x" * 42, "y" * 27, "z" * 5),
    ),
    ("long-key", "a key longer by much and yet by two fifths at the most"): (
        single("x" * 57, "y" * 40, "z" * 9),
        ["warning: question: expected a key of similar length, got 57 characters beside at most 40; shorten it"],
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
    ("hidden-negative", "bold letters in the negative's own place"): (
        single(stem="**Which** of these cannot be handed over?"),
        ["error: question: expected 'cannot' in bold capitals (**CANNOT**) or a positive question, got it in plain letters"],
        single(stem="Which of these **cannot be** handed over?"),
    ),
    ("hidden-negative", "statements"): (
        statements(("One holds.", True), ("Two holds.", False), stem="Which statements are least right?"),
        ["error: question: expected 'least' in bold capitals (**LEAST**) or a positive question, got it in plain letters"],
        statements(("One holds.", True), ("Two holds.", False), stem="Which statements are LEAST right?"),
    ),
    ("double-negative", "bold letters"): (
        single("It isn't cheap", "It is near", "It is far", stem="All of these are gains **except**:"),
        ["error: question: expected options without a negative under a negative stem, got 'It isn't cheap'"],
        single("At least two firms", "At most two firms", "Not only firms", stem="All of these are gains **except**:"),
    ),
    ("double-negative", "statements"): (
        statements(("It is not cheap.", True), ("It is near.", False), stem="Which statements are **NOT** right?"),
        ["error: question: expected options without a negative under a negative stem, got 'It is not cheap.'"],
        statements(("It is cheap.", True), ("It is near.", False), stem="Which statements are **NOT** right?"),
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
    ("grammar-cue", "a verb in -ing beside nouns"): (
        single("paying bills", "a report", "the post"),
        ["warning: question: expected options that begin in one form, got a verb in -ing and other words"],
        single("payment of bills", "a report", "the post"),
    ),
    ("grammar-cue", "a long word that is no verb"): (
        single("bread", "baking", "cost"),
        ["warning: question: expected options that begin in one form, got a verb in -ing and other words"],
        single("bread", "a king", "king"),
    ),
    ("grammar-cue", "a verb in -ing beside 'to'"): (
        single("paying bills", "to pay bills", "to keep books"),
        ["warning: question: expected options that begin in one form, got 'to' with a verb and a verb in -ing"],
        single("paying bills", "billing shops", "keeping books"),
    ),
    ("grammar-cue", "words in -ing that are nouns"): (
        single("writing letters", "a report", "cost"),
        ["warning: question: expected options that begin in one form, got a verb in -ing and other words"],
        single("writing of letters", "billing", "a report"),
    ),
    ("grammar-cue", "'to' before a noun"): (
        single("to write letters", "a report", "cost"),
        ["warning: question: expected options that begin in one form, got 'to' with a verb and other words"],
        single("to the client", "a report", "cost"),
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
        ["warning: question: expected the blank at the end of the stem, got it earlier; rewrite the sentence"],
        fill_in("The letter that stands for business is ____.”"),
    ),
    ("blank-in-the-middle", "of a choice"): (
        single(stem="The letter ____ stands for which word?"),
        ["warning: question: expected the blank at the end of the stem, got it earlier; rewrite the sentence"],
        single(stem="The letter stands for the word ____"),
    ),
    ("blank-in-the-middle", "two blanks"): (
        single(stem="Between the ____ and the customer stands the ____"),
        ["warning: question: expected one blank in the stem, got 2; ask for one thing at a time"],
        single(stem="Between the client and the customer stands the ____"),
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
        single("one two three four", "one", "one two"),
        ["warning: question: expected options of similar length, got 1 to 4 words"],
        single("one two three", "one", "one two"),
    ),
    ("uneven-options", "longer options"): (
        single("one two three four five six seven", "one two", "one two three"),
        ["warning: question: expected options of similar length, got 2 to 7 words"],
        single("one two three four five six", "one two", "one two three"),
    ),
    ("uneven-options", "units"): (
        single("Rs 40", "50", "60"),
        ["warning: question: expected numbers in one unit in all options, got Rs, no unit"],
        single("Rs 40", "Rs 50", "Rs 60"),
    ),
    ("uneven-options", "short units in the plural"): (
        single("40 kms", "50 km", "60 m"),
        ["warning: question: expected numbers in one unit in all options, got km, m"],
        single("40 kms", "50 km", "60 kms"),
    ),
    ("uneven-options", "units of two sorts"): (
        single("40 days", "50 days", "2 weeks"),
        ["warning: question: expected numbers in one unit in all options, got day, week"],
        single("40 days", "50 days", "1 day"),
    ),
    ("joke-option", "a word that nobody takes seriously"): (
        single("payroll", "billing", "a magic trick"),
        ["warning: question: expected options that somebody might think correct, got 'magic' in 'a magic trick'"],
        single("payroll", "billing", "a magnetic strip"),
    ),
    ("joke-option", "one word beside many"): (
        single("one two three four five six seven", "one", "one two three"),
        ["warning: question: expected options that look equally worked out, got one of 1 beside one of 7 words"],
        single("one two three four five six", "one", "one two three"),
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
        ["warning: question: expected a reason of 5 words or more (options, 3, why), got 'It is not so.'"],
        explained("It is not so here."),
    ),
    ("thin-reason", "the reason of a word"): (
        true_false(why_true="It is so."),
        ["warning: question: expected a reason of 5 words or more (why_true), got 'It is so.'"],
        true_false(why_true="It is so by day."),
    ),
    ("thin-reason", "the reason of a code"): (
        assertion("A", why=dict.fromkeys("ABCD", WHY) | {"C": "It is so."}),
        ["warning: question: expected a reason of 5 words or more (why, C), got 'It is so.'"],
        assertion("A"),
    ),
    ("thin-reason", "the reason of a spare entry"): (
        matching(4, spare=[{"text": "spare", "why": "It fits nothing."}]),
        ["warning: question: expected a reason of 5 words or more (spare, 1, why), got 'It fits nothing.'"],
        matching(4, spare=[{"text": "spare", "why": WHY}]),
    ),
    ("thin-reason", "the reason of a near miss"): (
        fill_in(near_misses=[{"text": "bank", "why": "It is not."}]),
        ["warning: question: expected a reason of 5 words or more (near_misses, 1, why), got 'It is not.'"],
        fill_in(near_misses=[{"text": "bank", "why": WHY}]),
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
        case(true_false(stem="Is it?", bloom="apply"), true_false(), passage="word " * 17),
        [NO_SITUATION.replace("question", "inner-0", 1)],
        case(true_false(stem="Is it?", bloom="apply"), true_false(), passage="word " * 18),
    ),
    ("bloom-label", "options are no situation"): (
        single(LONG, f"{LONG} or", "it", stem="What does the bakery do here?", bloom="apply"),
        [NO_SITUATION],
        statements((LONG, True), (f"{LONG} or", False), stem="What does the bakery do here?", bloom="apply"),
    ),
    ("bloom-label", "a verb of a higher level"): (
        single(stem="Baking is done by night. Why does the bakery bake then?", bloom="remember"),
        [
            "warning: question: expected a stem that asks to name, define or state for the level 'remember', got 'Why'; "
            "change the level"
        ],
        single(stem="Which party decides why and how the bakery bakes?", bloom="remember"),
    ),
    ("trivia", "a year as the key"): (
        single("1991", "1995", "1999"),
        ["warning: question: expected a key that tests understanding, got the year 1991"],
        single("since 1991", "1995", "1999"),
    ),
    ("trivia", "a year to be typed"): (
        fields("fill-in", stem="BPO began in ____.", answers=["1989"]),
        ["warning: question: expected a key that tests understanding, got the year 1989"],
        fields("fill-in", stem="BPO began in ____.", answers=["offices"]),
    ),
    ("trivia", "a turnover as the key"): (
        single("$ 40 billion", "$ 50 billion", "$ 60 billion"),
        ["warning: question: expected a key that tests understanding, got the figure $ 40 billion"],
        single("Rs 4 crore", "Rs 5 crore", "Rs 6 crore", stem="An invented bakery earns money. How much does it earn?"),
    ),
    ("trivia", "an opinion in an option"): (
        single("payroll", "billing", "the best company"),
        ["warning: question: expected a question of fact or judgement, got 'best company'"],
        single("payroll", "billing", "the better company"),
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
        coded_matching(0),
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
        ["warning: question: expected 'provider', got 'vendors'"],
        true_false(stem="The vending machines do the work."),
    ),
    ("old-word", "in a reason"): (
        matching(4, spare=[{"text": "spare", "why": "No subcontractor is named here at all."}]),
        ["warning: question: expected 'provider', got 'subcontractor'"],
        matching(4, spare=[{"text": "spare", "why": "No provider is named here at all."}]),
    ),
    ("old-word", "what a learner may type"): (
        fill_in(near_misses=[{"text": "outsourcing", "why": "The outsourcer does not do that."}]),
        ["warning: question: expected 'client', got 'outsourcer'"],
        fill_in(near_misses=[{"text": "outsourcer", "why": "The client does not do that."}]),
    ),
    ("overclaim", "what a key says"): (
        single("It is always cheaper", "It waits", "It costs"),
        [ALWAYS_CHEAPER],
        single("It waits", "It is always cheaper", "It costs"),
    ),
    ("overclaim", "what a key says under a negative stem"): (
        single("It waits", "It is always cheaper", "It costs", stem="Which of these is **NOT** so?"),
        [ALWAYS_CHEAPER],
        single("It is always cheaper", "It waits", "It costs", stem="Which of these is **NOT** so?"),
    ),
    ("overclaim", "a key that is asked for as a fault"): (
        single("It is always cheaper", "It waits", "It costs", stem="Which of these claims is best?"),
        [ALWAYS_CHEAPER],
        single("It is always cheaper", "It waits", "It costs", stem="Which of these claims goes too far?"),
    ),
    ("overclaim", "words between, and the other way round"): (
        single("cheaper always", "KPO is a new kind of work", "it waits"),
        ["error: question: expected the careful wording of the notes, got 'cheaper always' as right"],
        single("cheaper at times", "KPO is a new kind of work", "it waits"),
    ),
    ("overclaim", "a statement that is called true"): (
        true_false(stem=TOTAL),
        [TOTAL_CONTROL],
        true_false(answer=False, stem=TOTAL),
    ),
    ("overclaim", "one of several statements"): (
        statements((TOTAL, True), ("Bread is baked.", False)),
        [TOTAL_CONTROL],
        statements((TOTAL, False), ("Bread is baked.", True)),
    ),
    ("overclaim", "an assertion"): (assertion("C", assertion=TOTAL), [TOTAL_CONTROL], assertion("D", assertion=TOTAL)),
    ("overclaim", "a reason"): (assertion("D", reason=TOTAL), [TOTAL_CONTROL], assertion("C", reason=TOTAL)),
    ("overclaim", "a partner"): (matching(4, right=TOTAL), [TOTAL_CONTROL] * 4, matching(4, right="The client keeps control.")),
    ("overclaim", "a sentence that an answer completes"): (
        fields("fill-in", stem="KPO is always ____.", answers=["cheaper"]),
        [ALWAYS_CHEAPER],
        fields("fill-in", stem="KPO is at times ____.", answers=["cheaper"]),
    ),
    ("overclaim", "a model answer"): (short_answer(answer=TOTAL), [TOTAL_CONTROL], short_answer(answer="It keeps direction.")),
    ("overclaim", "a point of an answer"): (
        short_answer(point=TOTAL),
        [TOTAL_CONTROL],
        short_answer(point="It keeps direction."),
    ),
    ("overclaim", "a step"): (ordering(4, TOTAL), [TOTAL_CONTROL] * 4, ordering(4, "The client keeps direction.")),
    ("overclaim", "a basis"): (distinguish(TOTAL), [TOTAL_CONTROL], distinguish("The client keeps direction.")),
    ("overclaim", "a passage, but not what people in it say"): (
        case(true_false(), true_false(), passage=TOTAL),
        [TOTAL_CONTROL],
        case(true_false(), true_false(), passage=f'The owner says: "{TOTAL}"'),
    ),
    ("overclaim", "an explanation, but not a denial"): (
        true_false(explanation=f"{EXPLANATION} KPO is a very new kind of work."),
        ["error: question: expected the careful wording of the notes, got 'KPO is a very new' as right"],
        true_false(explanation=f"{EXPLANATION} Nobody should write that KPO is a very new kind of work."),
    ),
    ("overclaim", "a denial of something else in the sentence"): (
        true_false(explanation=f"{EXPLANATION} It does not wait, and KPO is always cheaper."),
        [ALWAYS_CHEAPER],
        true_false(explanation=f"{EXPLANATION} It does not wait, and it is a mistake that KPO is always cheaper."),
    ),
    ("overclaim", "a 'not' behind the claim"): (
        true_false(explanation=f"{EXPLANATION} KPO is always cheaper and does not wait."),
        [ALWAYS_CHEAPER],
        true_false(explanation=f"{EXPLANATION} That KPO is always cheaper is not true."),
    ),
    ("overclaim", "what a stem takes as settled"): (
        short_answer(stem="Why is KPO always cheaper?"),
        [ALWAYS_CHEAPER],
        short_answer(stem='A director asks: "Why is KPO always cheaper?" What do you say?'),
    ),
    ("undated-fact", "a year"): (
        true_false(stem="In 2023 the firms had more workers."),
        [f"{UNDATED} '2023'; or say that the firm is invented"],
        true_false(stem="In 2023 the firms had more workers.", source="Yearbook", as_of="March 2023"),
    ),
    ("undated-fact", "a year, whoever is invented"): (
        true_false(stem="In 2023 an invented firm had more workers."),
        [f"{UNDATED} '2023'; or say that the firm is invented"],
        true_false(stem="An invented firm had 2,023 workers and paid Rs 2000."),
    ),
    ("undated-fact", "a source without its date"): (
        true_false(stem="India earns $ 40 billion with it.", source="Yearbook"),
        [f"{UNDATED} '$ 40'; or say that the firm is invented"],
        true_false(stem="An invented firm in Nagpur, India, earns $ 40 with it."),
    ),
    ("undated-fact", "a market"): (
        true_false(stem="The KPO market grew by 20 % to $50 billion."),
        [f"{UNDATED} '20 %'; or say that the firm is invented"],
        true_false(stem="The calls of an invented firm grew by 20 %."),
    ),
    ("undated-fact", "a market beside an invented firm"): (
        true_false(stem="An invented firm reads that the KPO market grew by 20 %."),
        [f"{UNDATED} '20 %'; or say that the firm is invented"],
        true_false(stem="In an invented country the KPO market grew by 20 %."),
    ),
    ("undated-fact", "a statement"): (
        statements(("India earned $ 245 billion in that year.", True), ("It is so.", False)),
        [f"{UNDATED} '$ 245'; or say that the firm is invented"],
        statements(("India earned money in that year.", True), ("It is so.", False)),
    ),
    ("undated-fact", "an answer to be typed"): (
        fields("fill-in", stem="BPO began in ____.", answers=["offices", "1994"]),
        [f"{UNDATED} '1994'; or say that the firm is invented"],
        fields("fill-in", stem="BPO began in ____.", answers=["offices"]),
    ),
    ("undated-fact", "who invented something"): (
        single("IBM", "GE", "TCS", stem="Who invented BPO for 5 per cent in India?"),
        [f"{UNDATED} '5 per cent'; or say that the firm is invented"],
        single("IBM", "GE", "TCS", stem="What does an invented firm pay for 5 per cent?"),
    ),
    ("undated-fact", "an option that answers for the world"): (
        single("20 %", "30 %", "40 %", stem="An invented firm asks: what is the share of KPO in the world?"),
        [f"{UNDATED} '20 %'; or say that the firm is invented"],
        single("20 %", "30 %", "40 %", stem="An invented firm asks: what is the share of KPO in its bill?"),
    ),
    ("undated-fact", "a share in words"): (
        true_false(stem="Wages there are forty per cent lower."),
        [f"{UNDATED} 'forty per cent'; or say that the firm is invented"],
        true_false(stem="Wages at an invented firm are forty per cent lower."),
    ),
    ("undated-fact", "a sum"): (
        numeric("The IT sector earned Rs 40 a head for 30 heads. How much is that?"),
        [f"{UNDATED} 'Rs 40'; or say that the firm is invented"],
        numeric("An invented firm pays Rs 40 a bill for 30 bills. How much is that?"),
    ),
    ("undated-fact", "a question inside a case, whose firm is invented"): (
        case(true_false(stem="The fee is Rs 50."), true_false(), passage="A bakery grows."),
        [f"{UNDATED} 'Rs 50'; or say that the firm is invented".replace("question", "inner-0", 1)],
        case(true_false(stem="The fee is Rs 50."), true_false(), passage="An invented bakery grows."),
    ),
    **{
        ("undated-fact", what): (question, [f"{UNDATED} '$ 5'; or say that the firm is invented"], sound)
        for what, question, sound in [
            ("a partner", matching(4, right="$ 5 and"), matching(4)),
            ("a step", ordering(4, "$ 5 and"), ordering(4)),
            ("an item", sorting("$ 5"), sorting()),
            ("a model answer", short_answer(answer="It is $ 5."), short_answer(answer="An invented firm pays $ 5.")),
            ("a point", short_answer(point="$ 5"), short_answer()),
            ("a basis", distinguish("$ 5"), distinguish()),
            ("a reason", assertion("A", reason="It is $ 5."), assertion("A")),
        ]
    },
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
    ("longest-keys", "a wrong option is as short as the key"): (
        shortest(20, 20),
        ["error: expected the key to be the shortest option in about 25% of the questions, got 20 of 20"],
        [single("key", "key y", "kez y", "few") for _ in range(20)],
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
        [
            "warning: expected 12 to 40 % of the keys on place 1, got 12 of 20",
            "warning: expected 12 to 40 % of the keys on place 4, got 2 of 20",
            "warning: expected keys spread over the places, got [12, 3, 3, 2]",
        ],
        placed("00010001230203123123"),
    ),
    ("key-position", "beyond two fifths"): (
        placed("00010001230203123021"),
        ["warning: expected 12 to 40 % of the keys on place 1, got 9 of 20"],
        placed("00010001230203123321"),
    ),
    ("key-position", "a place that few questions have"): (
        [*placed("01201201201"), *(keyed_at(int(place), 3) for place in "201201201")],
        [],
        placed("0120120312012031201"),
    ),
    ("key-position", "four in a row"): (
        placed("00001231"),
        ["warning: expected no more than three keys in a row on one place, got 4"],
        placed("0001231"),
    ),
    ("key-position", "too few questions to tell"): (
        placed("00100100100100100100"),
        [
            "warning: expected 12 to 40 % of the keys on place 1, got 14 of 20",
            "warning: expected 12 to 40 % of the keys on place 3, got 0 of 20",
            "warning: expected 12 to 40 % of the keys on place 4, got 0 of 20",
            "warning: expected keys spread over the places, got [14, 6, 0, 0]",
        ],
        placed("0010010010010010010"),
    ),
    ("key-position", "codes are counted apart"): (
        [*placed("000"), *(coded_matching(place, 4 + index) for index, place in enumerate((0, 0)))],
        [],
        [*placed("000"), coded_statements(0)],
    ),
    ("key-position", "codes on one place"): (
        [coded_statements(1), coded_statements(1), coded_matching(1, 3)],
        ["warning: expected right codes on more than one place, got all 3 on place 2; reorder some"],
        [coded_statements(1), coded_statements(1), coded_matching(2, 3)],
    ),
    ("key-position", "codes in a row"): (
        [coded_statements(0), *(coded_statements(1) for _ in range(4))],
        ["warning: expected no more than three right codes in a row on one place, got 4"],
        [coded_statements(0), *(coded_statements(1) for _ in range(3))],
    ),
    ("negative-share", "NOT"): (
        negative(2, 19),
        ["warning: expected negative stems in at most 10 % of the questions, got 2 of 19"],
        negative(2, 20),
    ),
    ("negative-share", "EXCEPT"): (
        negative(2, 19, "left out, EXCEPT in June, and"),
        ["warning: expected negative stems in at most 10 % of the questions, got 2 of 19"],
        negative(2, 19, "at least"),
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
    ("absolute-share", "a guarantee"): (
        [single("it saves", "it guarantees", "it waits") for _ in range(20)],
        ["warning: expected absolute words as often in keys as in distractors, got 0% and 50%"],
        [single("it saves", "it grants", "it waits") for _ in range(20)],
    ),
    ("absolute-share", "too few questions to tell"): (
        absolute(8, 0),
        ["warning: expected absolute words as often in keys as in distractors, got 0% and 20%"],
        absolute(8, 0)[:19],
    ),
    ("bloom-mix", "remember"): (
        levels(remember=9, understand=5, apply=6),
        ["warning: expected 'remember' in at most 40 % of the questions, got 9 of 20"],
        levels(remember=8, understand=6, apply=6),
    ),
    ("bloom-mix", "too few at understand"): (
        levels(remember=4, understand=4, apply=12),
        ["warning: expected 'understand' in 25 to 60 % of the questions, got 4 of 20"],
        levels(remember=4, understand=5, apply=11),
    ),
    ("bloom-mix", "too many at understand"): (
        levels(remember=1, understand=13, apply=6),
        ["warning: expected 'understand' in 25 to 60 % of the questions, got 13 of 20"],
        levels(remember=2, understand=12, apply=6),
    ),
    ("bloom-mix", "too few questions to tell"): (
        levels(understand=4, apply=16),
        ["warning: expected 'understand' in 25 to 60 % of the questions, got 4 of 20"],
        levels(understand=4, apply=15),
    ),
    ("bloom-mix", "apply and above"): (
        levels(remember=8, understand=10, apply=1, evaluate=1),
        ["warning: expected 'apply' and above in at least 15 % of the questions, got 2 of 20"],
        levels(remember=8, understand=9, apply=1, analyse=1, evaluate=1),
    ),
    ("objective-coverage", "how many questions"): (
        [true_false(), true_false()],
        ["warning: expected 3 questions or more for LO1.1, got 2"],
        [true_false(), true_false(), true_false()],
    ),
    ("objective-coverage", "nothing above remember"): (
        levels(remember=3),
        ["warning: expected a question above 'remember' for LO1.1, got none"],
        levels(remember=2, understand=1),
    ),
    ("objective-coverage", "questions inside a case count"): (
        [case(true_false(), true_false())],
        ["warning: expected 3 questions or more for LO1.1, got 2"],
        [case(true_false(), true_false(), true_false())],
    ),
    ("independence", "a key in another stem"): (
        [single("bread for the shop", "flour", "salt"), fill_in("They bake bread for the shop, which is called ____.")],
        ["warning: expected no stem that holds another's key, got the key of 'question' in the stem of 'question-2'"],
        [single("bread for shops", "flour", "salt"), fill_in("They bake bread for shops, which is called ____.")],
    ),
    ("independence", "a key at the very end of another stem"): (
        [
            single("bread for the shop", "flour", "salt"),
            single(stem="A mill sells flour. Who pays there for bread for the shop?"),
        ],
        ["warning: expected no stem that holds another's key, got the key of 'question' in the stem of 'question-2'"],
        [single("bread for the shop", "flour", "salt"), single(stem="A mill sells flour. Who pays there for bread for the?")],
    ),
    ("independence", "its own stem"): (
        [single("bread for the shop", "flour", "salt"), fill_in("They bake bread for the shop, which is called ____.")],
        ["warning: expected no stem that holds another's key, got the key of 'question' in the stem of 'question-2'"],
        [single("bread for the shop", "flour", "salt", stem="What is the word for bread for the shop?")],
    ),
    ("assertion-keys", "a code that is never right"): (
        [assertion(code) for code in "AABBC"],
        ["warning: expected each code to be right in some assertion-reason question, got none for D"],
        [assertion(code) for code in "ABC"],
    ),
    ("assertion-keys", "a code that is right too often"): (
        [assertion(code) for code in "AAABBCD"],
        ["warning: expected no code to be right in more than 40 % of the assertion-reason questions, got A 3, B 2, C 1, D 1"],
        [assertion(code) for code in "AABCD"],
    ),
    ("true-false-share", "how many"): (
        truths(True, False, others=11),
        ["warning: expected true-or-false in at most 15 % of the questions, got 2 of 13"],
        truths(True, False, others=12),
    ),
    ("true-false-share", "most are true"): (
        truths(True, True, True, True, False, others=30),
        ["warning: expected 40 to 60 % of the true-or-false statements to be true, got 4 of 5"],
        truths(True, True, True, False, False, others=30),
    ),
    ("true-false-share", "most are true, but there are few"): (
        truths(True, False, False, False, False, others=30),
        ["warning: expected 40 to 60 % of the true-or-false statements to be true, got 1 of 5"],
        truths(True, False, False, False, others=30),
    ),
    ("true-false-share", "of one sort"): (
        truths(True, True, others=12),
        ["warning: expected both true and false statements, got 2 of one kind"],
        truths(True, others=12),
    ),
}


@pytest.mark.parametrize(("check", "what"), WHOLE, ids=lambda part: part)
def test_a_bank_that_fails_is_told_so_and_a_near_miss_passes(tmp_path: Path, check: str, what: str) -> None:
    failing, said, near_miss = WHOLE[check, what]
    assert found(check, bank_of(tmp_path, *failing)) == said
    assert found(check, bank_of(tmp_path, *near_miss)) == []


def test_an_objective_that_no_question_tests_is_an_error(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, *(true_false() for _ in range(3)), objectives=("LO1.1", "LO1.2"))
    assert found("untested-objective", bank) == [
        "error: expected a question for each objective, got none for LO1.2; write one or take the objective out"
    ]
    assert found("objective-coverage", bank) == []
    assert found("untested-objective", bank_of(tmp_path, true_false())) == []


def test_the_share_of_a_mock_paper_at_the_higher_levels_is_counted_alike(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, *levels(remember=1, understand=1, apply=1, create=1))
    assert higher_share(bank.parts) == 0.5
    assert higher_share([]) == 0


# Stems of the whole site

STEM = "An invented bakery gives the pay of forty workers to a firm next door today"  # 15 words
LIKE = "warning: question-2: expected stems that differ, got nearly that of 'question' in bpo.yml"
SAME = "error: question-2: expected stems that differ, got the same as that of 'question' in bpo.yml"


@pytest.mark.parametrize(
    ("stem", "other", "same", "like"),
    [
        (STEM, STEM, [SAME], []),
        (STEM, f"**{STEM.upper()}!**", [SAME], []),
        (STEM, f"{STEM} for good", [], [LIKE]),  # 15 of 17 words
        (STEM, f"{STEM} for very good", [], []),  # 15 of 18 words
        ("It gives its pay to a firm.", "It gives its pay, to a firm", [SAME], []),
        ("It gives its pay to that firm.", "It gives its pay to this firm.", [], []),
        ("Its fee is 5 %.", "Its fee is $ 5.", [], []),
    ],
)
def test_stems_that_say_the_same_or_nearly_so_are_told(
    tmp_path: Path, stem: str, other: str, same: list[str], like: list[str]
) -> None:
    bank = bank_of(tmp_path, true_false(stem=stem), true_false(stem=other))
    assert (found("same-stem", bank), found("like-stems", bank)) == (same, like)


def test_stems_are_compared_across_banks_and_kinds_whatever_the_options(tmp_path: Path) -> None:
    first = bank_of(tmp_path, single("a b", "c d", "e f", stem="What is a BPO?"))
    second = bank_of(tmp_path, single("g h", "i j", "k l", stem="What is a BPO?", id="other"), name="kpo")
    third = bank_of(tmp_path, short_answer(stem="What is a BPO?") | {"id": "third"}, name="lpo")
    assert found("same-stem", first, second, third) == [
        "error: other: expected stems that differ, got the same as that of 'question' in bpo.yml",
        "error: third: expected stems that differ, got the same as that of 'question' in bpo.yml",
    ]
    assert found("like-stems", bank_of(tmp_path, true_false(stem=STEM), single(stem=f"{STEM} for good"))) == [LIKE]


def test_passages_are_compared_and_stems_that_a_kind_supplies_are_not(tmp_path: Path) -> None:
    inner = [true_false(stem="Is it bread?"), true_false(stem="Is it salt?")]
    others = [{**question, "id": f"other-{index}"} for index, question in enumerate(inner)]
    for question, text in zip(others, ("Is it flour?", "Is it oil?"), strict=True):
        question["stem"] = text
    again = {**case(*inner), "questions": others}
    assert found("same-stem", bank_of(tmp_path, case(*inner), again)) == [SAME]
    assert found("same-stem", bank_of(tmp_path, matching(4), matching(5), odd_one_out(*"abcd"), odd_one_out(*"abcd"))) == []


# Negative stems


@pytest.mark.parametrize(
    ("stem", "word", "stands_out"),
    [
        ("Which of these isn't a service?", "isn't", False),
        ("Which of these isn’t a service?", "isn’t", False),
        ("Which task cannot be handed over?", "cannot", False),
        ("Which task **cannot be** handed over?", "cannot", True),
        ("All of these are services except ____", "except", False),
        ("All of these are services, EXCEPT:", "EXCEPT", True),
        ("Which term names a unit that is not owned by another firm?", "not", False),
        ("A bakery grows. Which of these is **not** a service?", "not", True),
        ("Which gain is LEAST likely?", "LEAST", True),
        ("Which line is INCORRECT?", "INCORRECT", True),
        ("Choose the one that does not fit", "not", False),
        ("How many of these are not services?", "not", False),
        ("Which of these is not a service?\n\n- One: baking", "not", False),
    ],
)
def test_a_stem_that_asks_for_what_does_not_hold(stem: str, word: str, stands_out: bool) -> None:
    assert negative_of(stem) == (word, stands_out)


@pytest.mark.parametrize(
    "stem",
    [
        "NOTE: the firm is small. Which service is it?",
        "Which of these is at least a kind of service?",
        "The client does not pay. What should the provider do?",
        "Why is this not a service?",
        "Why, after all this, is it not a service?",
        "Which step helps if the provider does not answer?",
        'A pupil writes: "It is not core." Which reply is best?',
        'Which reply to "It is not core" is best?',
        "Which offer is not only cheap but also good?",
        "What happens to a firm that does not look?",
        "Do the textbooks agree or not?",
    ],
)
def test_a_not_that_turns_nothing_round(stem: str) -> None:
    assert negative_of(stem) is None


@pytest.mark.parametrize(
    "text",
    [
        *("All the above", "None of above", "Both the above", "All these", "None of these.", "All three of these"),
        *("Both (a) and (b)", "Only a and c", "(a) and (c) only", "1 and 2 only", "a and b both", "(i) and (ii)"),
        *("Neither a nor b", "Options a and b"),
    ],
)
def test_an_option_that_speaks_of_the_others(tmp_path: Path, text: str) -> None:
    message = f"error: question: expected options that stand by themselves, got '{text}'; say what is meant"
    assert found("catch-all-option", bank_of(tmp_path, single("payroll", "billing", text))) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Both sides of a contract",
        "All these calls at night",
        "None of its staff",
        "5 and 6 minutes",
        "In the case above it",
        "a and the",
    ],
)
def test_an_option_that_only_sounds_so(tmp_path: Path, text: str) -> None:
    assert found("catch-all-option", bank_of(tmp_path, single("payroll", "billing", text))) == []


def test_every_check_has_an_example_here() -> None:
    assert sorted({check for check, _ in (*ITEMS, *WHOLE)} | {"like-stems", "same-stem", "untested-objective"}) == sorted(CHECKS)


def test_a_finding_is_told_with_its_file_line_severity_question_and_check(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, fill_in(), fill_in("The letter P stands for ____.", explanation="It is told."), true_false())
    assert [str(finding) for finding in lint({"bpo": bank}, house(1))] == [
        "bpo.yml:1: warning: expected 'apply' and above in at least 15 % of the questions, got 0 of 3 [bloom-mix]",
        "bpo.yml:1: warning: expected 'understand' in 25 to 60 % of the questions, got 3 of 3 [bloom-mix]",
        "bpo.yml:1: warning: expected true-or-false in at most 15 % of the questions, got 1 of 3 [true-false-share]",
        "bpo.yml:19: error: question-2: expected an explanation of 15 words or more, got 3; give the reason [thin-explanation]",
    ]


# What a course sets for itself


def test_a_small_bank_gets_no_noise_about_its_shares(tmp_path: Path) -> None:
    asked = (true_false(stem=f"Bread number {number} is baked.", bloom="remember") for number in range(3))
    assert lint({"bpo": bank_of(tmp_path, *asked)}, House()) == []


def test_figures_of_another_subject_need_no_source_unless_the_course_says_so(tmp_path: Path) -> None:
    banks = {"bpo": bank_of(tmp_path, true_false(stem="In 1887 Arrhenius gave 10 % of the answer."))}
    assert lint(banks, House()) == []
    (finding,) = lint(banks, House(checks={"undated-fact": "warning"}))
    assert str(finding) == (
        "bpo.yml:8: warning: question: expected `source` and `as_of` for a dated fact, got none beside '1887'; "
        "or say that the firm is invented [undated-fact]"
    )


def test_a_course_has_no_words_and_claims_but_its_own(tmp_path: Path) -> None:
    asked = true_false(stem="A vendor has total control.", explanation=f"{EXPLANATION} The vendor has total control.")
    assert lint({"bpo": bank_of(tmp_path, asked)}, House()) == []


@pytest.mark.parametrize("setting", ["error", "warning", "off"])
def test_a_course_says_how_grave_a_check_is_and_an_error_stops_the_build(tmp_path: Path, setting: str) -> None:
    banks = {"bpo": bank_of(tmp_path, fill_in(explanation="It is told."), single("a b", "c d", "None of these", id="other"))}
    rules = house(checks={"thin-explanation": setting, "catch-all-option": "off"})
    said = [] if setting == "off" else [(setting, "thin-explanation")]
    assert [(finding.severity, finding.check) for finding in lint(banks, rules) if finding.check != "unfocused-stem"] == said
    assert [finding.check for finding in lint_errors(banks, rules)] == ["thin-explanation"] * (setting == "error")


def test_what_a_course_makes_a_warning_may_be_waived_and_what_it_turns_off_needs_no_waiver(tmp_path: Path) -> None:
    banks = {"bpo": bank_of(tmp_path, fill_in(explanation="It is told.", waive={"thin-explanation": "It is so."}))}
    for setting in ("warning", "off"):
        assert lint(banks, house(checks={"thin-explanation": setting})) == []


def test_a_check_that_looks_for_english_words_is_silent_in_other_languages(tmp_path: Path) -> None:
    explanation = "यह इसलिए है कि बेकरी रात में रोटी बनाती है और ग्राहक सुबह ताज़ी रोटी चाहते हैं, ऐसा ही होता है।"
    banks = {"bpo": bank_of(tmp_path, assertion("A", explanation=explanation), ordering(7))}
    told = [finding.check for finding in lint(banks, house(language="en"))]
    assert {"assertion-explained", "sequence-length"} <= set(told)
    told = [finding.check for finding in lint(banks, house(language="hi"))]
    assert "assertion-explained" not in told
    assert "sequence-length" in told


def test_checks_of_english_words_are_off_in_other_languages_unless_the_profile_asks_for_them(tmp_path: Path) -> None:
    stem = "In welcher Lage ist die Bank not leidend, wenn ihr das Geld fehlt?"  # where 'not' is no negative
    banks = {"bpo": bank_of(tmp_path, single("Solvent", "Krank", "Neu", stem=stem))}
    for rules, told in (
        (house(language="en"), ["hidden-negative"]),
        (house(language="de"), []),
        (house(language="de", checks={"hidden-negative": "warning"}), ["hidden-negative"]),
    ):
        assert [one.check for one in lint(banks, rules) if one.check == "hidden-negative"] == told


def test_stems_alike_can_be_an_error_too(tmp_path: Path) -> None:
    banks = {"bpo": bank_of(tmp_path, true_false(stem=STEM), true_false(stem=f"{STEM} for good"))}
    assert [finding.check for finding in lint_errors(banks, house(checks={"like-stems": "error"}))] == ["like-stems"]
    assert lint_errors(banks, house()) == []
    assert lint(banks, house(checks={"like-stems": "off"})) == []


def test_a_limit_of_the_course_is_the_one_that_holds_and_that_is_named(tmp_path: Path) -> None:
    banks = {"bpo": bank_of(tmp_path, fill_in(explanation="It is told in four words more."))}
    (finding,) = lint(banks, house(limits={"explanation_words": 8}))
    assert finding.message == "expected an explanation of 8 words or more, got 7; give the reason"
    assert lint(banks, house(limits={"explanation_words": 7})) == []


@pytest.mark.parametrize(
    ("phrase", "text", "said"),
    [
        ("vendor(s)", "Two vendors wait", "vendors"),
        ("vendor(s)", "Vending machines", None),
        ("end( |-)user(s)", "an end-user", "end-user"),
        ("cheap(er|est|)", "the cheapest", "cheapest"),
        ("exaggerat*", "they exaggerated it", "exaggerated"),
        ("kpo is … new", "KPO is a very new idea", "KPO is a very new"),
        ("kpo is ... new", "KPO is new", "KPO is new"),
        ("kpo is … new", "KPO is seen by many as new", None),
        ("(in (all|every) case(s)|always)", "in every case", "in every case"),
        ("3.5 %", "a rate of 3x5 %", None),
    ],
)
def test_a_phrase_of_a_profile_finds_what_it_says(phrase: str, text: str, said: str | None) -> None:
    pattern = finder((phrase,))
    assert pattern is not None
    match = pattern.search(text)
    assert (match and match[0]) == said


def test_a_finding_is_reported_as_a_problem_with_its_place_and_its_check(tmp_path: Path) -> None:
    banks = {"bpo": bank_of(tmp_path, fill_in("The letter ____ is B.", explanation="It is told."))}
    reported = {
        (one.problem.file, one.problem.line, one.problem.where, one.problem.severity, one.problem.needs): one.problem.message
        for one in lint(banks, house())
    }
    assert reported == {
        ("bpo.yml", 8, "question", "error", ()): "expected an explanation of 15 words or more, got 3; give the reason "
        "[thin-explanation]",
        ("bpo.yml", 8, "question", "warning", ("question bpo#question",)): "expected the blank at the end of the stem, "
        "got it earlier; rewrite the sentence [blank-in-the-middle]",
    }


def test_a_stem_that_comes_again_is_reported_at_the_id_of_the_later_question(tmp_path: Path) -> None:
    again = true_false(stem=STEM)
    again["id"] = again.pop("id")  # the last of its lines
    bank = bank_of(tmp_path, true_false(stem=STEM), again)
    (finding,) = [one for one in lint({"bpo": bank}, house()) if one.check == "same-stem"]
    lines = (tmp_path / "bpo.yml").read_text(encoding="utf-8").splitlines()
    assert lines[finding.line - 1].strip() == "id: question-2"


@pytest.mark.parametrize("check", ["objective-coverage", "true-false-share"])
def test_a_bank_of_just_the_number_that_a_course_asks_for_is_large_enough(tmp_path: Path, check: str) -> None:
    bank = bank_of(tmp_path, true_false(), true_false())
    told = [[one.check for one in lint({"bpo": bank}, house(minimum))].count(check) > 0 for minimum in (2, 3)]
    assert told == [True, False]


def test_the_name_of_a_question_is_no_text_of_it(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, {**true_false(), "id": "vendor"})
    assert found("old-word", bank) == []
    assert {path[0] for path, _ in texts_of(bank.questions[0])} == {"stem", "why_true", "why_false", "explanation"}


def test_a_hint_may_name_a_year(tmp_path: Path) -> None:
    assert found("undated-fact", bank_of(tmp_path, true_false(hint="Think of 1991."))) == []
    assert found("undated-fact", bank_of(tmp_path, true_false(stem="A bakery opened in 1991."))) != []


def test_of_drafts_every_finding_is_a_warning_and_what_is_waived_is_none(tmp_path: Path) -> None:
    stem = "The letter ____ is B."
    waived = fill_in(stem, explanation="It is told.", waive={"blank-in-the-middle": "It reads better so."})
    told = [(one.question, one.severity, one.check) for one in lint_drafts([bank_of(tmp_path, waived, fill_in(stem))], house())]
    assert told == [
        ("question", "warning", "thin-explanation"),
        ("question-2", "warning", "blank-in-the-middle"),
    ]


def test_a_draft_with_gaps_is_not_judged(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, fill_in("The letter ____ is B."))
    (question,) = bank.questions
    assert lint_drafts([bank], house()) != []
    assert lint_drafts([replace(bank, questions=(question.with_gaps([("stem",)]),))], house()) == []


# Waivers


def test_a_waiver_silences_its_check_on_its_question_and_no_other(tmp_path: Path) -> None:
    stem = "The letter ____ stands for business."
    waived = fill_in(stem, waive={"blank-in-the-middle": "It reads better so."})
    assert found("blank-in-the-middle", bank_of(tmp_path, waived, fill_in(stem))) == [
        "warning: question-2: expected the blank at the end of the stem, got it earlier; rewrite the sentence"
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
        "warning: inner-1: expected the blank at the end of the stem, got it earlier; rewrite the sentence"
    ]
    assert found("waive", bank) == []


@pytest.mark.parametrize(
    ("waiver", "said"),
    [
        ("thin-explanation", "expected the name of a warning; an error must be fixed, got 'thin-explanation'"),
        ("same-stem", "expected the name of a warning; an error must be fixed, got 'same-stem'"),
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


def test_an_error_is_told_although_it_is_waived(tmp_path: Path) -> None:
    waived = fill_in(explanation="It is told.", waive={"thin-explanation": "It is so."})
    bank = bank_of(tmp_path, waived)
    assert found("thin-explanation", bank) == [
        "error: question: expected an explanation of 15 words or more, got 3; give the reason"
    ]
    assert found("waive", bank) == [
        "warning: question: expected the name of a warning; an error must be fixed, got 'thin-explanation'"
    ]


def test_two_stems_that_are_one_may_not_be_waived(tmp_path: Path) -> None:
    again = true_false(stem=STEM, waive={"same-stem": "The stem is good."})
    bank = bank_of(tmp_path, true_false(stem=STEM), again)
    assert found("same-stem", bank) == [SAME]
    assert found("waive", bank) == [
        "warning: question-2: expected the name of a warning; an error must be fixed, got 'same-stem'"
    ]


def test_a_bank_waives_a_warning_about_itself_and_no_other(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, *levels(remember=20), waive={"bloom-mix": "The chapter is a list of names."})
    assert found("bloom-mix", bank) == []
    assert found("waive", bank) == []
    assert found("objective-coverage", bank) == ["warning: expected a question above 'remember' for LO1.1, got none"]


def test_a_bank_cannot_waive_an_error(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, true_false(), objectives=("LO1.1", "LO1.2"), waive={"untested-objective": "It comes next year."})
    assert found("untested-objective", bank) == [
        "error: expected a question for each objective, got none for LO1.2; write one or take the objective out"
    ]
    assert found("waive", bank) == ["warning: expected the name of a warning; an error must be fixed, got 'untested-objective'"]


@pytest.mark.parametrize(
    ("waiver", "said"),
    [
        ("bloom-mix", "expected a waiver that is needed, got 'bloom-mix'; take it out"),
        ("bloom-mixes", "expected the name of a check of whole banks, got 'bloom-mixes'; did you mean 'bloom-mix'?"),
        ("echo", "expected the name of a check of whole banks, got 'echo'"),
    ],
)
def test_a_waiver_of_a_bank_that_waives_nothing_is_told_with_its_line(tmp_path: Path, waiver: str, said: str) -> None:
    bank = bank_of(tmp_path, *levels(understand=2, apply=4), waive={waiver: "The chapter is a list of names."})
    assert [str(finding) for finding in lint({"bpo": bank}, house(1)) if finding.check == "waive"] == [
        f"bpo.yml:8: warning: {said} [waive]"
    ]


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


def test_words_are_found_at_their_borders_in_either_case() -> None:
    pattern = any_of("cat", "dogs?")
    assert pattern.findall("Cats, a CAT, dog and hotdogs") == ["CAT", "dog"]


def test_what_makes_two_texts_the_same() -> None:
    assert normal("It *saves*  Money.") == normal("it saves money")
    assert normal("5 %") != normal("$ 5")


def test_the_sentences_of_a_text() -> None:
    assert sentences('He says: "It is." Why?\n\n- One\n- Two') == ["He says:", '"It is.', "Why?", "- One", "- Two"]


def test_the_words_that_carry_a_meaning() -> None:
    assert content_words("The baker sent its payroll to another of the mills in June") == {
        "baker",
        "sent",
        "payroll",
        "mills",
        "june",
    }


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
        (1, 3, 0, 0),
        (0, 3, 0, 1),
        (-1, 3, 0.5, 1),
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


def test_the_tail_of_many_thousand_trials_is_that_of_the_bell_curve() -> None:
    # Half a hit is taken off, since the curve is smooth. The number of ways alone overflows from about 1,030 trials on.
    for successes, trials, chance in ((2_600, 5_000, 0.5), (1_300, 5_000, 0.25), (25_000, 100_000, 0.25)):
        deviations = (successes - 0.5 - trials * chance) / math.sqrt(trials * chance * (1 - chance))
        assert binomial_tail(successes, trials, chance) == pytest.approx(math.erfc(deviations / math.sqrt(2)) / 2, rel=0.02)


def test_the_tail_is_the_sum_of_the_terms_counted_exactly() -> None:
    exact = sum(math.comb(500, hits) for hits in range(260, 501)) / 2**500
    assert binomial_tail(260, 500, 0.5) == pytest.approx(exact, rel=1e-9)


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
    named = single()
    named["options"][1]["misconception"] = "abroad-is-outsourced"
    assert tagged(bank_of(tmp_path, named, single(), fill_in()).parts) == (1, 2)
    assert tagged(bank_of(tmp_path, fill_in()).parts) == (0, 0)


ENGLISH_ONLY = {
    "absolute-share",
    "catch-all-option",
    "double-negative",
    "echo",
    "grammar-cue",
    "hidden-negative",
    "joke-option",
    "negative-share",
    "overclaim",
    "trivia",
    "undated-fact",
}


def test_checks_that_go_by_english_words_are_off_in_hindi_and_no_others() -> None:
    registered = {**ITEM_CHECKS, **BANK_CHECKS}
    hindi = House(language="hi")
    off = {name for name, (default, _) in registered.items() if setting_of(name, default, hindi) == "off"}
    assert off == ENGLISH_ONLY


def test_an_echo_and_a_claim_in_hindi_are_left_to_a_reader(tmp_path: Path) -> None:
    stem = "बेकरी अपना हिसाब बाहर की फर्म से करवाती है। इससे बेकरी को क्या लाभ होता है?"
    banks = {"bpo": bank_of(tmp_path, single("बेकरी को समय मिलता है", "फर्म को दुकान मिलती है", "ग्राहक को रोटी मिलती है", stem=stem))}
    assert "echo" in [finding.check for finding in lint(banks, house(language="en"))]
    assert "echo" not in [finding.check for finding in lint(banks, house(language="hi"))]


def test_a_word_with_vowel_signs_is_one_word() -> None:
    assert words("हिन्दी में ताज़ी रोटी, क्‍षमा") == ("हिन्दी", "में", "ताज़ी", "रोटी", "क्‍षमा")
    assert sentences("यह पहला है। यह दूसरा है।") == ["यह पहला है।", "यह दूसरा है।"]


def test_a_house_word_in_devanagari_is_found_at_its_borders() -> None:
    found = finder(("सेवा",))
    assert found
    assert found.search("यह सेवा है")
    work = finder(("काम",))
    assert work
    assert not work.search("कई कामों में")


def test_what_is_remembered_of_texts_is_dropped_where_nobody_will_ask_again(tmp_path: Path) -> None:
    banks = {"bpo": bank_of(tmp_path, single())}
    lint_errors(banks, house(), {})
    assert normal.cache_info().currsize > 0
    lint_errors(banks, house())
    assert [known.cache_info().currsize for known in (words, normal, word_set)] == [0, 0, 0]
