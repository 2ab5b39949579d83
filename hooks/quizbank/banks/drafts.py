"""What is still being written: its author sees it, everybody else does not, and nothing wrong in it stops a build."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizbank.banks.load import is_draft
from quizbank.model.bank import Bank
from quizbank.problems.problem import Problem


@dataclass(frozen=True)
class LeftOut:
    """What a build leaves out: the drafts by bank, the references to them, and what is wrong with them, all of it as warnings.

    A reference is `bank#question`, or `bank` where nothing of the bank is finished. `unread` counts banks that cannot be read.
    """

    banks: Mapping[str, Bank]
    references: frozenset[str]
    problems: tuple[Problem, ...]
    unread: int

    @property
    def count(self) -> int:
        """How many questions, and banks that cannot be read, are left out."""
        return sum(len(bank.drafts) for bank in self.banks.values()) + self.unread


NOTHING = LeftOut({}, frozenset(), (), 0)


def finished(banks: Mapping[str, Bank]) -> dict[str, Bank]:
    """Return the banks without drafts. A bank of which nothing is finished is left out as a whole."""
    without = {name: bank.finished() for name, bank in banks.items() if not bank.draft}
    return {name: bank for name, bank in without.items() if bank.questions or bank.broken or not bank.drafts}


def unread_drafts(unread: Mapping[str, Sequence[Problem]], root: Path) -> frozenset[str]:
    """Return the names of the banks that could not be read and that say of themselves that they are drafts."""
    return frozenset(name for name, problems in unread.items() if is_draft(root / problems[0].file))


def references(written: Mapping[str, Bank], without_drafts: Collection[str]) -> frozenset[str]:
    """Return the references to drafts. `written` are all banks with their drafts.

    A draft with the id of a finished question, as of one that is being rewritten, takes nothing from that.
    """
    questions = {
        f"{name}#{draft.id}" for name, bank in written.items() for draft in bank.drafts if bank.finished().find(draft.id) is None
    }
    return frozenset(questions | (written.keys() - set(without_drafts)))
