"""The linter: finds badly made questions by their form. Truth and a single best answer need a reader.

Each check is a small function, registered under its name. A warning may be waived by that name with a written reason, by the
question or the bank that fails it; an error has to be fixed.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from quizbank.checks.lint import banks as _banks  # noqa: F401 - importing a module registers its checks
from quizbank.checks.lint import claims as _claims  # noqa: F401
from quizbank.checks.lint import feedback as _feedback  # noqa: F401
from quizbank.checks.lint import forms as _forms  # noqa: F401
from quizbank.checks.lint import levels as _levels  # noqa: F401
from quizbank.checks.lint import marks as _marks  # noqa: F401
from quizbank.checks.lint import options as _options  # noqa: F401
from quizbank.checks.lint import stems as _stems  # noqa: F401
from quizbank.checks.lint.findings import BANK_CHECKS, ITEM_CHECKS, Around, Finding, setting_of
from quizbank.checks.lint.likes import LIKE_STEMS, SAME_STEM, like_stems, same_stems
from quizbank.checks.lint.measures.words import forget
from quizbank.model.bank import Bank
from quizbank.model.house import House, Setting
from quizbank.problems.problem import Severity, did_you_mean, question_name

__all__ = ["CHECKS", "SEVERITIES", "Finding", "Found", "lint", "lint_drafts", "lint_errors"]

Check = TypeVar("Check")
_ALL: tuple[Severity, ...] = ("error", "warning")

_OF_QUESTIONS: dict[str, Setting] = {name: severity for name, (severity, _) in ITEM_CHECKS.items()}
_OF_QUESTIONS |= {SAME_STEM: "error", LIKE_STEMS: "warning"}
_OF_BANKS: dict[str, Setting] = {name: severity for name, (severity, _) in BANK_CHECKS.items()}
SEVERITIES = _OF_QUESTIONS | _OF_BANKS
CHECKS = tuple(SEVERITIES)


def lint(banks: Mapping[str, Bank], house: House) -> list[Finding]:
    """Return everything that the checks find in the banks and nobody waived, in order of file and line."""
    alike: dict[str, list[Finding]] = defaultdict(list)
    for finding in _as_set(like_stems(banks), house):
        alike[finding.file].append(finding)
    findings = [finding for bank in banks.values() for finding in _judged(bank, alike[bank.file], house)]
    return sorted(findings, key=lambda one: (one.file, one.line, one.check, one.message))


# What was found in a bank by itself, by the bank's name, with the bank.
Found = dict[str, tuple[Bank, list[Finding]]]


def lint_errors(banks: Mapping[str, Bank], house: House, known: Found | None = None) -> list[Finding]:
    """Return what the checks find that no author may waive, in order of file and line. Skips the work for warnings.

    `known` is what was found before: a bank that is the same object is not judged again, and the others are taken down.
    Without it, nothing is remembered afterwards.
    """
    findings = _errors(banks, house, {} if known is None else known)
    if known is None:
        forget()
    return findings


def _errors(banks: Mapping[str, Bank], house: House, known: Found) -> list[Finding]:
    alike = like_stems(banks) if house.severity(LIKE_STEMS, "warning") == "error" else same_stems(banks)
    findings = [finding for finding in _as_set(alike, house) if finding.severity == "error"]
    for name, bank in banks.items():
        if name not in known or known[name][0] is not bank:
            known[name] = bank, [*_of_questions(bank, house, ["error"]), *_of_bank(bank, house, ["error"])]
        findings += known[name][1]
    return sorted(findings, key=lambda one: (one.file, one.line, one.check, one.message))


def lint_drafts(banks: Iterable[Bank], house: House) -> list[Finding]:
    """Return what the checks of questions find in drafts, all of it as warnings. Nothing is said of a bank as a whole.

    A draft with gaps is not judged: the words that stand in these are nobody's.
    """
    whole = (replace(bank, questions=tuple(question for question in bank.questions if not question.gaps)) for bank in banks)
    return [replace(finding, severity="warning") for bank in whole for finding in _not_waived(bank, house)]


def _not_waived(bank: Bank, house: House) -> Iterator[Finding]:
    waived = {(question.id, check) for question in bank.all_questions for check in question.waive}
    return (finding for finding in _of_questions(bank, house) if (finding.question, finding.check) not in waived)


def _as_set(findings: Iterable[Finding], house: House) -> list[Finding]:
    """Return the findings with the severities that the course's profile gives them, without those of checks that are off."""
    severities = {name: house.severity(name, SEVERITIES[name]) for name in (SAME_STEM, LIKE_STEMS)}
    settings = ((finding, severities[finding.check]) for finding in findings)
    return [replace(finding, severity=severity) for finding, severity in settings if severity != "off"]


def _judged(bank: Bank, alike: Collection[Finding], house: House) -> Iterator[Finding]:
    """Yield what is found in one bank, without what is waived, and what is wrong with the waivers.

    `alike` are the findings about stems of this bank that are like others of the site.
    """
    found = [*_of_questions(bank, house), *alike, *_of_bank(bank, house)]
    waivers = {question.id: question.waive for question in bank.all_questions} | {"": bank.waive}
    yield from (one for one in found if one.severity == "error" or one.check not in waivers[one.question])
    failed: dict[str, set[str]] = defaultdict(set)
    for one in found:
        failed[one.question].add(one.check)
    for name, waived in waivers.items():
        yield from _waivers(bank, name, waived, house, failed[name])


def _of_questions(bank: Bank, house: House, wanted: Collection[Severity] = _ALL) -> Iterator[Finding]:
    passages = {part.id: question.passage_text for question in bank.questions for part in question.inner}
    checks = _wanted(ITEM_CHECKS, house, wanted)
    for question in bank.all_questions:
        around = Around(passages.get(question.id, ""), house)
        for name, severity, check in checks:
            for message in check(question, around):
                needs = (question_name(bank.name, question.id),) if severity == "warning" else ()
                yield Finding(severity, name, bank.file, bank.line(question.id, "id"), question.id, message, needs)


def _of_bank(bank: Bank, house: House, wanted: Collection[Severity] = _ALL) -> Iterator[Finding]:
    for name, severity, check in _wanted(BANK_CHECKS, house, wanted):
        for message in check(bank, house.limits):
            yield Finding(severity, name, bank.file, 1, "", message, _behind(bank, message))


def _wanted(
    checks: Mapping[str, tuple[Setting, Check]], house: House, wanted: Collection[Severity]
) -> list[tuple[str, Severity, Check]]:
    """Return the checks of the wanted severities, with their names."""
    settings = [(name, setting_of(name, default, house), check) for name, (default, check) in checks.items()]
    return [(name, severity, check) for name, severity, check in settings if severity != "off" and severity in wanted]


def _behind(bank: Bank, message: str) -> tuple[str, ...]:
    """Return the names of the questions behind the objectives that a message names."""
    named = (objective.id for objective in bank.objectives if re.search(rf"\b{re.escape(objective.id)}\b", message))
    return tuple(name for objective in named for name in bank.behind(objective))


def _waivers(bank: Bank, question: str, waived: Collection[str], house: House, failed: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with the waivers of a question, or of the bank where `question` is empty.

    A waiver that waives nothing hides the next mistake.
    """
    known, whose = (_OF_QUESTIONS, "questions") if question else (_OF_BANKS, "whole banks")
    for name in waived:
        line = bank.line(question, "waive") if question else bank.source.of(("waive", name))
        if name not in known:
            message = f"expected the name of a check of {whose}, got '{name}'{did_you_mean(name, known)}"
        elif setting_of(name, known[name], house) == "off":
            continue
        elif setting_of(name, known[name], house) == "error":
            message = f"expected the name of a warning; an error must be fixed, got '{name}'"
        elif name not in failed:
            message = f"expected a waiver that is needed, got '{name}'; take it out"
        else:
            continue
        yield Finding("warning", "waive", bank.file, line, question, message)
