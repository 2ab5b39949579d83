"""Checks of what a learner reads after answering."""

from collections.abc import Iterator

from quizbank.checks.lint.findings import Around, item_check_around
from quizbank.checks.lint.measures.texts import choices_of, reasons_of, spot
from quizbank.checks.lint.measures.words import words
from quizbank.model.question import Question


@item_check_around("thin-explanation", "error")
def thin_explanation(question: Question, around: Around) -> Iterator[str]:
    """[20] Feedback that only names the answer teaches nothing."""
    least = around.house.limits.explanation_words
    if len(words(question.explanation)) < least:
        yield f"expected an explanation of {least} words or more, got {len(words(question.explanation))}; give the reason"
    if any(choice.right and words(choice.text) == words(question.explanation) for choice in choices_of(question)):
        yield "expected an explanation that adds to the key, got the key again"


@item_check_around("thin-reason", "warning")
def thin_reason(question: Question, around: Around) -> Iterator[str]:
    """[21] The reason beside an option is what stops a wrong answer from being learned."""
    least = around.house.limits.reason_words
    for path, why in reasons_of(question):
        if len(words(why)) < least:
            yield f"expected a reason of {least} words or more ({spot(path)}), got '{why}'"
