"""An odd one out for other systems: a single choice. What the others have in common is said with the explanation."""

from quizbank.exchange.order import ordered
from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.kinds.odd_one_out import Model
from quizbank.strings.said import in_words
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it, with its options in the order of a file."""
    given = [Alternative(option.text, option.correct, option.why) for option in question.options]
    options = ordered(given, question.keep_order)
    after = f"{words.say('kind.in_common_answer')} {question.common}"
    return Asked(in_words(question.stem, words), Choice(options, shuffled=not question.keep_order), after)
