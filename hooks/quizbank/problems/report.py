"""What is reported of everything that is wrong: causes first, each with a count of what only follows from it.

A chapter that was deleted breaks a hundred links and questions. Whoever reads a hundred lines does not find the one that matters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizbank.problems.problem import ANY_PAGE, Problem, Severity, page_name

# So many problems that only miss the same thing are counted behind the first. Fewer are reported one by one, which helps more.
_FEWEST = 3


@dataclass(frozen=True)
class Entry:
    """One problem, and those that would vanish with it."""

    problem: Problem
    follows: tuple[Problem, ...] = ()

    @property
    def count(self) -> str:
        """How many problems follow, to be put behind the problem, or ''."""
        if len(self.follows) == 1:
            return "; 1 other problem follows from this one"
        return f"; {len(self.follows)} other problems follow from this one" if self.follows else ""


def by_cause(problems: Iterable[Problem]) -> list[Entry]:
    """Return the problems with what follows from each: errors before warnings, causes first, then by file and line."""
    ordered = sorted(dict.fromkeys(problems), key=lambda one: (one.severity, one))
    causes = _causes(ordered)
    follows: dict[Problem, list[Problem]] = {problem: [] for problem in ordered}
    for problem in ordered:
        root = _root(problem, causes)
        if root != problem and _root(root, causes) == root:
            follows[root].append(problem)
    folded = {root: found for root, found in follows.items() if len(found) >= _fewest(root)}
    hidden = {problem for found in folded.values() for problem in found} - folded.keys()
    told = [problem for problem in ordered if problem not in hidden]
    return [Entry(one, tuple(folded.get(one, ()))) for one in sorted(told, key=lambda one: one not in folded)]


def _fewest(cause: Problem) -> int:
    """Return how many consequences are counted and not reported: any of a mistake, some of what others miss too."""
    return _FEWEST if cause.breaks in cause.needs else 1


def report(problems: Iterable[Problem], everything: bool = False) -> Iterator[str]:
    """Yield a line for each problem, with the word 'error' or 'warning' in it; what follows from others only if asked for."""
    for entry in by_cause(problems):
        yield _line(entry.problem, "" if everything else entry.count)
        yield from (_line(problem, f"; follows from {entry.problem.spot}") for problem in entry.follows if everything)


def log_lines(problems: Iterable[Problem]) -> Iterator[tuple[Severity, str]]:
    """Yield the same for a log that names the severity itself: it, and the line."""
    for entry in by_cause(problems):
        yield entry.problem.severity, f"{entry.problem}{_name(entry.problem)}{entry.count}"


def _line(problem: Problem, more: str) -> str:
    return f"{problem.spot}: {problem.severity}: {problem.text}{_name(problem)}{more}"


def _name(problem: Problem) -> str:
    """Return the name of the check, for the author who wants to set it in the course's profile."""
    return f" [{problem.check}]" if problem.check else ""


def _causes(problems: Sequence[Problem]) -> dict[str, Problem]:
    """Return, by what is broken, the problem that broke it: the first one that does not itself only miss that thing."""
    causes: dict[str, Problem] = {}
    for problem in sorted(problems, key=lambda one: one.breaks in one.needs):
        if problem.breaks:
            causes.setdefault(problem.breaks, problem)
            if problem.breaks.startswith(page_name("")) and problem.breaks not in problem.needs:
                causes.setdefault(ANY_PAGE, problem)
    return causes


def _root(problem: Problem, causes: dict[str, Problem]) -> Problem:
    """Return the problem from which this one follows in the end, or itself."""
    seen = {problem}
    while (cause := next((causes[name] for name in problem.needs if name in causes), problem)) not in seen:
        problem = cause
        seen.add(problem)
    return problem
