"""What the linter says, and the register of its checks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizbank.model.bank import Bank
from quizbank.model.house import House, Limits, Setting
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


@dataclass(frozen=True)
class Around:
    """What a check may look at beside the question: the passage of the case around it, empty for most, and the house's rules."""

    passage: str
    house: House


# A check of one question yields messages.
ItemCheck = Callable[[Question], Iterator[str]]
ItemCheckAround = Callable[[Question, Around], Iterator[str]]
# A check of a bank yields messages about the bank.
BankCheck = Callable[[Bank, Limits], Iterator[str]]

# By name, what each check is where no profile says otherwise, and the check.
ITEM_CHECKS: dict[str, tuple[Setting, ItemCheckAround]] = {}
BANK_CHECKS: dict[str, tuple[Setting, BankCheck]] = {}
_IN_ENGLISH: set[str] = set()


def setting_of(name: str, default: Setting, house: House) -> Setting:
    """Return how grave a check is in a course. One that looks for English words is off in others if no profile says otherwise."""
    return house.severity(name, "off" if name in _IN_ENGLISH and house.language != "en" else default)


def item_check(name: str, severity: Setting, in_english: bool = False) -> Callable[[ItemCheck], ItemCheck]:
    """Register a check of single questions under the name by which a warning is waived.

    `in_english` says that it goes by English words: those it looks for, or those that it passes over.
    """

    def register(check: ItemCheck) -> ItemCheck:
        _IN_ENGLISH.update([name] * in_english)
        ITEM_CHECKS[name] = (severity, lambda question, around: check(question))
        return check

    return register


def item_check_around(name: str, severity: Setting, in_english: bool = False) -> Callable[[ItemCheckAround], ItemCheckAround]:
    """Register a check of single questions that looks at what is around them as well."""

    def register(check: ItemCheckAround) -> ItemCheckAround:
        _IN_ENGLISH.update([name] * in_english)
        ITEM_CHECKS[name] = (severity, check)
        return check

    return register


def bank_check(name: str, severity: Setting, in_english: bool = False) -> Callable[[BankCheck], BankCheck]:
    """Register a check of whole banks. `in_english` is as for single questions."""

    def register(check: BankCheck) -> BankCheck:
        _IN_ENGLISH.update([name] * in_english)
        BANK_CHECKS[name] = (severity, check)
        return check

    return register
