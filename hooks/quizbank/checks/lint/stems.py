"""Checks of what a single question asks.

Numbers in brackets, here and in the other modules, are those of the rules in `hooks/quizbank/item-writing.md`, which names their
sources. Thresholds are the house's own where no study fixes them.
"""

import re
from collections.abc import Iterator

from quizbank.checks.lint.findings import Around, item_check, item_check_around
from quizbank.checks.lint.measures.negatives import has_negative, negative_of
from quizbank.checks.lint.measures.texts import choices_of, own_stem
from quizbank.checks.lint.measures.words import words
from quizbank.model.question import Question
from quizbank.texts.blanks import BLANK


def is_negative(question: Question) -> bool:
    """Say whether the question asks for what does not hold."""
    return question.picks_some and negative_of(question.stem_text) is not None


@item_check("hidden-negative", "error", in_english=True)
def hidden_negative(question: Question) -> Iterator[str]:
    """[11] A small 'not' in what is asked is overlooked: it must stand out."""
    found = negative_of(question.stem_text) if question.picks_some else None
    if found and not found.stands_out:
        loud = f"**{found.word.upper()}**"
        yield f"expected '{found.word}' in bold capitals ({loud}) or a positive question, got it in plain letters"


@item_check("double-negative", "error", in_english=True)
def double_negative(question: Question) -> Iterator[str]:
    """[11] 'Which is NOT … : It is not …' has to be untied before it can be answered."""
    if is_negative(question):
        for text in filter(has_negative, question.offered):
            yield f"expected options without a negative under a negative stem, got '{text}'"


@item_check("unfocused-stem", "warning")
def unfocused_stem(question: Question) -> Iterator[str]:
    """[16] With the options covered, the stem should still ask something."""
    stem = question.stem_text.rstrip(" *")
    if choices_of(question) and not question.options_are_the_task:
        last = stem.splitlines()[-1] if stem else ""
        asks = "?" in stem or last.endswith((":", "_")) or last.startswith(("-", "|", ">"))
        if not asks or len(words(stem)) < 5:
            yield "expected a stem that asks by itself, of five words or more, got one that does not; end it with a question"


@item_check("blank-in-the-middle", "warning")
def blank_in_the_middle(question: Question) -> Iterator[str]:
    """[17] With the blank at the end, the sentence has been read before it has to be completed."""
    stem = own_stem(question)
    blanks = len(BLANK.findall(stem))
    if blanks > 1:
        yield f"expected one blank in the stem, got {blanks}; ask for one thing at a time"
    elif blanks and not re.search(r"_{2,}\W*$", stem):
        yield "expected the blank at the end of the stem, got it earlier; rewrite the sentence"


@item_check_around("reading-load", "warning")
def reading_load(question: Question, around: Around) -> Iterator[str]:
    """[18] Long texts test reading."""
    limits = around.house.limits
    limit = limits.case_words if question.is_case else limits.stem_words
    if len(words(question.stem_text)) > limit:
        yield f"expected at most {limit} words to read first, got {len(words(question.stem_text))}; cut what nobody needs"
    for choice in choices_of(question):
        if len(words(choice.text)) > limits.option_words:
            yield f"expected options of at most {limits.option_words} words, got {len(words(choice.text))} in '{choice.text}'"
