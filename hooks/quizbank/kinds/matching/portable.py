"""A matching for other systems: pairs, or with codes a single choice among these, with both lists in the stem."""

from itertools import zip_longest

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Alternative, Choice, Pair, Pairs, Spare
from quizbank.kinds.matching import Model
from quizbank.strings.said import in_words
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    stem = in_words(question.stem, words)
    if question.codes:
        options = tuple(Alternative(choice.text, choice.right, choice.why) for choice in question.choices)
        return Asked(f"{stem}\n\n{_lists(question, words)}", Choice(options, shuffled=False))
    pairs = tuple(Pair(pair.left, pair.right, pair.why) for pair in question.pairs)
    return Asked(stem, Pairs(pairs, tuple(Spare(spare.text, spare.why) for spare in question.spare)))


def _lists(question: Model, words: Words) -> str:
    """Return both lists as a table in Markdown, lettered as the codes have them."""
    left = [f"{number}. {_cell(pair.left)}" for number, pair in enumerate(question.pairs, 1)]
    right = [f"{partner.letter}. {_cell(partner.text)}" for partner in question.partners]
    rows = [f"| {one} | {other} |" for one, other in zip_longest(left, right, fillvalue="")]
    return "\n".join([f"| {words.say('kind.list_one')} | {words.say('kind.list_two')} |", "|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
