"""How plain a text reads, against sums done by hand; and what in a page counts as a sentence."""

import pytest

from quizbank.notes.readability import Reading, measure


def ease(words: int, sentences: int, syllables: int) -> float:
    """Flesch's formula of 1948, as printed."""
    return round(206.835 - 1.015 * words / sentences - 84.6 * syllables / words, 1)


@pytest.mark.parametrize(
    ("text", "median", "sum_by_hand"),
    [
        ("The cat sat on the mat.", 6, 116.1),  # 206.835 - 1.015 * 6 - 84.6
        ("Responsibility is considerable.", 3, -134.6),  # 206.835 - 1.015 * 3 - 84.6 * (6 + 1 + 5) / 3
        ("She pays. He asks for the bill.", 3.5, 118.7),  # 206.835 - 1.015 * 7 / 2 - 84.6
    ],
)
def test_ease_and_median_are_those_of_the_formula(text: str, median: float, sum_by_hand: float) -> None:
    assert measure(text) == Reading(median, sum_by_hand, len(text.split()))


def test_one_long_sentence_moves_the_median_little() -> None:
    assert measure("We pay. We pay. " + "word " * 40 + "end.").median_sentence == 2


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("the", 1),
        ("make", 1),
        ("makes", 1),
        ("whole", 1),
        ("called", 1),
        ("table", 2),
        ("people", 2),
        ("needed", 2),
        ("wages", 2),
        ("boxes", 2),
        ("process", 2),
        ("services", 3),
        ("office's", 2),
        ("office’s", 2),
        ("outsourcing", 3),
        ("responsibility", 6),
    ],
)
def test_a_word_has_the_syllables_that_one_hears(word: str, syllables: int) -> None:
    assert measure(f"{word} {word.upper()}.").ease == ease(2, 1, 2 * syllables)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "## The three words",
        "| a table | has no sentence |",
        "/// figure | map | A caption is no sentence.",
        "[^a]: A footnote is no sentence.",
        '!!! note "A title is no sentence"',
        '???+ note "A title is no sentence"',
        "    | a table | in a note |",
        "Word.",
        "1991 1992 1993.",
    ],
)
def test_what_is_no_running_text_does_not_count(text: str) -> None:
    assert measure(text) == Reading(0, 100, 0)


SENTENCES = {
    "a full stop ends a sentence": "One two three. One two three.",
    "a question mark ends a sentence": "One two three? One two three.",
    "an exclamation mark ends a sentence": "One two three! One two three.",
    "a colon ends a sentence": "One two three: one two three.",
    "a full stop within quotation marks ends a sentence": 'One "two three." One two three.',
    "a full stop within brackets ends a sentence": "One (two three.) One two three.",
    "a paragraph ends a sentence": "One two three\n\nOne two three",
    "each item with a dash is a sentence": "- One two three\n- One two three",
    "each item with an asterisk is a sentence": "* One two three\n* One two three",
    "each item with a plus is a sentence": "+ One two three\n+ One two three",
    "each item with a number is a sentence": "9. One two three\n10. One two three",
    "each item with a number and a bracket is a sentence": "1) One two three\n2) One two three",
    "each item within an item is a sentence": "- One two three\n    - One two three",
    "a meaning is a sentence": "Term\n:   One two three",
    "text goes on over lines": "One two\nthree.",
    "text in a note counts": '!!! note "Title"\n    One two three.',
    "a link counts by its words": "One [two three](four-five.md#six).",
    "a picture counts by its words": "One ![two three](four-five.svg).",
    "marks, footnotes and attributes do not count": "One **two** `three`[^four-five].{ .six #seven }",
    "a dot within a number ends nothing": "One 1.5 two three.",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_each_of_these_sentences_has_three_words(text: str) -> None:
    assert measure(text).median_sentence == 3
