"""Checks of what a question demands: whether its level in Bloom's taxonomy is plausible, and whether it is worth asking."""

import re
from collections.abc import Iterator

from quizbank.checks.lint.findings import Around, item_check_around
from quizbank.checks.lint.measures.figures import is_invented, is_turnover, is_year
from quizbank.checks.lint.measures.texts import keys_of, situation_of, texts_of
from quizbank.checks.lint.measures.words import any_of, sentences, words
from quizbank.model.question import BLOOM_LEVELS, Question

# Verbs of the levels above the first, as in the tables of Anderson and Krathwohl (2001), where they open what is asked.
_BEYOND_MEMORY = re.compile(
    r"(?:^\W*|\band )(why|explain (?:why|how)|compare|contrast|calculate|compute|advise|judge|justify|evaluate|classify|suggest"
    r"|recommend|analyse|predict|defend|criticise|design|apply)\b",
    re.IGNORECASE,
)
_OPINION = any_of("interesting", "best (?:company|firm|provider in the world)", "most famous", "favourite", "most popular")


def above_remember(question: Question) -> bool:
    """Say whether the question's Bloom level is higher than the lowest."""
    return question.bloom != BLOOM_LEVELS[0]


@item_check_around("bloom-label", "warning")
def bloom_label(question: Question, around: Around) -> Iterator[str]:
    """[26] To apply is to use knowledge in a situation, and a situation takes words. To remember is to name, not to judge."""
    least = around.house.limits.situation_words
    if question.bloom == "apply" and len(words(f"{around.passage} {situation_of(question)}")) < least:
        cure = "describe a case or change the level"
        yield f"expected a situation of {least} words or more for the level 'apply', got less; {cure}"
    asked = sentences(question.stem_text)[-1:]
    if question.bloom == "remember" and asked and (found := _BEYOND_MEMORY.search(asked[0])):
        yield f"expected a stem that asks to name, define or state for the level 'remember', got '{found[1]}'; change the level"


@item_check_around("trivia", "warning", in_english=True)
def trivia(question: Question, around: Around) -> Iterator[str]:
    """[27] Years, turnovers and opinions are not what the notes teach."""
    for key in keys_of(question):
        if is_year(key):
            yield f"expected a key that tests understanding, got the year {key}"
        elif is_turnover(key) and not is_invented(f"{around.passage} {question.stem_text}", around.house):
            yield f"expected a key that tests understanding, got the figure {key}"
    for path, text in texts_of(question):
        if path[-1] in ("stem", "text") and (found := _OPINION.search(text)):
            yield f"expected a question of fact or judgement, got '{found[0]}'"
