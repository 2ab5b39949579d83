"""Checks of what a learner reads after answering."""

from collections.abc import Iterator

from quizbank.checks.lint.findings import item_check
from quizbank.checks.lint.measures.texts import choices_of, reasons_of, spot
from quizbank.checks.lint.measures.words import words
from quizbank.model.question import Question


@item_check("thin-explanation", "error")
def thin_explanation(question: Question) -> Iterator[str]:
    """[20] Feedback that only names the answer teaches nothing."""
    if len(words(question.explanation)) < 15:
        yield f"expected an explanation of 15 words or more, got {len(words(question.explanation))}; give the reason"
    if any(choice.right and words(choice.text) == words(question.explanation) for choice in choices_of(question)):
        yield "expected an explanation that adds to the key, got the key again"


@item_check("thin-reason", "warning")
def thin_reason(question: Question) -> Iterator[str]:
    """[21] The reason beside an option is what stops a wrong answer from being learned."""
    for path, why in reasons_of(question):
        if len(words(why)) < 5:
            yield f"expected a reason of five words or more ({spot(path)}), got '{why}'"
