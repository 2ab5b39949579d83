"""Statements with codes for other systems: a single choice among the codes, with the statements in the stem."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.kinds.statements import Model
from quizbank.strings.said import in_words
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it, with its codes in their order."""
    named = zip(question.names, question.statements, strict=True)
    lines = [f"**{_name(label, question, words)}** {statement.text}" for label, statement in named]
    options = tuple(
        Alternative(in_words(choice.text, words), choice.right, in_words(choice.why, words)) for choice in question.choices
    )
    return Asked("\n\n".join([in_words(question.stem, words), *lines]), Choice(options, shuffled=False))


def _name(label: str, question: Model, words: Words) -> str:
    return words.say("kind.statement", label=label) if len(question.labels) == 2 else label
