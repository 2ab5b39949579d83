"""Checks of kinds that have a form of their own: lists to match, steps to order, an assertion with its reason."""

import re
from collections.abc import Iterator

from quizbank.checks.lint.findings import item_check
from quizbank.model.question import Question


@item_check("match-form", "warning")
def match_form(question: Question) -> Iterator[str]:
    """[30] With as many partners as entries, the last pair needs no knowledge."""
    if question.kind == "matching":
        pairs, spare = question.pairs, question.spare  # type: ignore[attr-defined]
        if len(pairs) < 4:
            yield f"expected four to six pairs, got {len(pairs)}"
        if not spare and not question.codes:  # type: ignore[attr-defined]
            yield "expected at least one spare entry in List II, got none"


@item_check("sequence-length", "warning")
def sequence_length(question: Question) -> Iterator[str]:
    """[31] Three steps can be guessed, seven are a memory test."""
    if question.kind == "ordering" and not 4 <= len(question.steps) <= 6:  # type: ignore[attr-defined]
        yield f"expected four to six steps, got {len(question.steps)}"  # type: ignore[attr-defined]


@item_check("assertion-explained", "warning")
def assertion_explained(question: Question) -> Iterator[str]:
    """[32] The explanation must give the truth of A, the truth of R, and the link between them."""
    if question.kind == "assertion-reason":
        told = question.explanation
        for part in ("A", "R"):
            if not re.search(rf"\b{part} is (?:also |too )?(?:true|false)|\b[Bb]oth (?:statements )?are true", told):
                yield f"expected an explanation that says whether {part} is true or false, got none"
        if not re.search(r"\bexplain|\bbecause of\b|\blink|\bcause|\bwhy\b", told):
            yield "expected an explanation that says whether R explains A, got none"
