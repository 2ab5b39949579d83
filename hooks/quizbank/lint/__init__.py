"""The linter: tells a well-made question from a badly made one by its form. Truth and single best answers need a reader.

Each check is a small function, registered under the name by which a question may waive it with a reason.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from quizbank.lint import banks as _banks  # noqa: F401 - importing it registers its checks
from quizbank.lint import items as _items  # noqa: F401
from quizbank.lint.findings import BANK_CHECKS, ITEM_CHECKS, Finding
from quizbank.lint.words import likeness, stem_of
from quizbank.model import Bank, Question
from quizbank.problems import did_you_mean

__all__ = ["CHECKS", "Finding", "lint"]

LIKE_STEMS = "like-stems"
# A question inside a case has its situation from the passage.
_SET_BY_THE_PASSAGE = frozenset({"bloom-label"})
CHECKS = (*ITEM_CHECKS, *BANK_CHECKS, LIKE_STEMS)


def lint(banks: Mapping[str, Bank]) -> list[Finding]:
    """Return everything that the checks find in the banks, in order of file and line."""
    alike = list(_like_stems(banks))
    repeats = {finding.question for finding in alike}
    waived = {part.id for bank in banks.values() for part in bank.parts if LIKE_STEMS in part.waive}
    findings = [finding for bank in banks.values() for finding in (*_items_of(bank, repeats), *_bank_of(bank))]
    findings += [finding for finding in alike if finding.question not in waived]
    return sorted(findings, key=lambda one: (one.file, one.line, one.check, one.message))


def _items_of(bank: Bank, repeats: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong in single questions. `repeats` are the ids of those whose stem is nearly another's."""
    for question in {question.id: question for question in (*bank.questions, *bank.parts)}.values():
        line = bank.line(question.id, "id")
        failed = {LIKE_STEMS} if question.id in repeats else set()
        for name, (severity, check) in ITEM_CHECKS.items():
            if name in _SET_BY_THE_PASSAGE and question not in bank.questions:
                continue
            for message in check(question):
                failed.add(name)
                if name not in question.waive:
                    yield Finding(severity, name, bank.file, line, question.id, message)
        yield from _waivers(bank, question, failed)


def _waivers(bank: Bank, question: Question, failed: set[str]) -> Iterator[Finding]:
    """A waiver that waives nothing hides the next mistake."""
    known = (*ITEM_CHECKS, LIKE_STEMS)
    for name in question.waive:
        line = bank.line(question.id, "waive")
        if name not in known:
            message = f"expected the name of a check of questions, got '{name}'{did_you_mean(name, known)}"
            yield Finding("warning", "waive", bank.file, line, question.id, message)
        elif name not in failed:
            yield Finding(
                "warning", "waive", bank.file, line, question.id, f"expected a waiver that is needed, got '{name}'; take it out"
            )


def _bank_of(bank: Bank) -> Iterator[Finding]:
    for name, (severity, check) in BANK_CHECKS.items():
        for message in check(bank):
            yield Finding(severity, name, bank.file, 1, "", message)


def _like_stems(banks: Mapping[str, Bank]) -> Iterator[Finding]:
    """[5] The same question twice on the site is one question too many."""
    known: list[tuple[Bank, Question, str]] = []
    for bank in banks.values():
        known += [(bank, part, stem_of(part)) for part in bank.parts if len(stem_of(part).split()) > 8]
    for (bank, one, stem), (other_bank, other, other_stem) in combinations(known, 2):
        if one.kind == other.kind and likeness(stem, other_stem) >= 0.85:
            severity = "error" if stem.casefold() == other_stem.casefold() else "warning"
            message = f"expected stems that differ, got nearly that of '{one.id}' in {bank.file}"
            yield Finding(severity, LIKE_STEMS, other_bank.file, other_bank.line(other.id, "id"), other.id, message)  # type: ignore[arg-type]
