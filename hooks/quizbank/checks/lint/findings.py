"""What the linter says, and the register of its checks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.problems.problem import Problem, Severity


@dataclass(frozen=True)
class Finding:
    """One thing that a check found. `question` is empty when it is about a whole bank. `needs` are those of `Problem`."""

    severity: Severity
    check: str
    file: str
    line: int
    question: str
    message: str
    needs: tuple[str, ...] = ()

    def __str__(self) -> str:
        spot = f"{self.file}:{self.line}"
        where = f"{self.question}: " if self.question else ""
        return f"{spot}: {self.severity}: {where}{self.message} [{self.check}]"

    @property
    def problem(self) -> Problem:
        """The finding as it is reported among other problems."""
        return Problem(
            self.file, self.line, self.question, f"{self.message} [{self.check}]", severity=self.severity, needs=self.needs
        )


# A check of one question yields messages. The second text is the passage of the case around it, empty for most questions.
ItemCheck = Callable[[Question], Iterator[str]]
CaseCheck = Callable[[Question, str], Iterator[str]]
# A check of a bank yields messages about the bank.
BankCheck = Callable[[Bank], Iterator[str]]

ITEM_CHECKS: dict[str, tuple[Severity, CaseCheck]] = {}
BANK_CHECKS: dict[str, tuple[Severity, BankCheck]] = {}


def item_check(name: str, severity: Severity) -> Callable[[ItemCheck], ItemCheck]:
    """Register a check of single questions under the name by which a warning is waived."""

    def register(check: ItemCheck) -> ItemCheck:
        ITEM_CHECKS[name] = (severity, lambda question, passage: check(question))
        return check

    return register


def case_check(name: str, severity: Severity) -> Callable[[CaseCheck], CaseCheck]:
    """Register a check of single questions that reads the passage around a question of a case as well."""

    def register(check: CaseCheck) -> CaseCheck:
        ITEM_CHECKS[name] = (severity, check)
        return check

    return register


def bank_check(name: str, severity: Severity) -> Callable[[BankCheck], BankCheck]:
    """Register a check of whole banks."""

    def register(check: BankCheck) -> BankCheck:
        BANK_CHECKS[name] = (severity, check)
        return check

    return register
