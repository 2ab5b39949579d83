"""What a filled page was made of beside its own text: for an author's next save, which changes some banks and nothing else."""

from collections.abc import Collection, Iterator

from quizbank.library import Library
from quizbank.model.bank import Bank


class MadeOf:
    """The banks that one page shows or counts, by their names. `anything` says that it may follow any bank."""

    def __init__(self) -> None:
        self.banks: set[str] = set()
        self.anything = False

    def bank(self, bank: Bank) -> None:
        """Declare a bank, and with it what is wrong there. Its name, chapter, title and objectives need not be declared."""
        self.banks.add(bank.name)

    def follows(self, changed: Collection[str]) -> bool:
        """Say whether the page may be another one now that some banks have changed."""
        return self.anything or not self.banks.isdisjoint(changed)


def changed_banks(before: Library, now: Library) -> Iterator[str]:
    """Yield the names of the banks that were read again, and of those of which something else is wrong than before."""
    for name, bank in now.banks.items():
        if before.banks.get(name) is not bank or before.problems_of(bank.file) != now.problems_of(bank.file):
            yield name
