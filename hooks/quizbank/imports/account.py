"""What became of the questions of a file, in lines for people: taken whole, taken in part, refused."""

from collections.abc import Iterator, Sequence

from quizbank.imports.bank.compose import label
from quizbank.imports.reader import Refused, Taken
from quizbank.problems.wording import counted


def table(file: str, taken: Sequence[Taken], refused: Sequence[Refused]) -> Iterator[str]:
    """Yield the counts, and a line for each question that was not taken whole: file, line, question, reason."""
    in_part = [one for one in taken if one.lost]
    yield f"  {'taken whole':<15}{len(taken) - len(in_part):>5}"
    yield f"  {'taken in part':<15}{len(in_part):>5}"
    yield from (f"    {file}:{one.line}: {label(one.question)}: {loss}" for one in in_part for loss in one.lost)
    yield f"  {'refused':<15}{len(refused):>5}"
    yield from (f"    {file}:{one.line}: {one.where}: {one.message}" for one in refused)


def summary(target: str, taken: int, drafts: int, name: str) -> str:
    """Return the line about the bank that was written."""
    whole = f"{target}: {counted(taken, 'question')}"
    return f"{whole}, {counted(drafts, 'draft')} among them; 'quizbank drafts {name}' lists what they want" if drafts else whole
