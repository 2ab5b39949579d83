"""Tries changes to code: for each, a copy of this process, in which it is on, runs tests until one fails. POSIX only."""

import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

# The figures of a group lie here, and so does what mutmut makes.
RESULTS = Path(__file__).resolve().parent.parent.parent / "mutants"
OPTIONS = ("-o", "addopts=--import-mode=importlib --strict-markers", "-x", "-p", "no:terminal", "-p", "no:cacheprovider")
MARKS = ("-m", "not thorough and not browser and not pdf and not site")
# Seconds of CPU after which a change counts as a loop without end.
MOST_SECONDS = 60


class Mutant(NamedTuple):
    """One change: by what it is switched on, the file, and what it is in words."""

    number: str
    file: str
    words: str

    def __str__(self) -> str:
        return f"{self.file}{self.words}"


def some(mutants: Sequence[Mutant], most: int, name: str) -> list[Mutant]:
    """Return the changes of a group, of more than `most` so many, chosen at random but always alike for one name."""
    if len(mutants) <= most:
        return list(mutants)
    return sorted(random.Random(name).sample(list(mutants), most), key=lambda mutant: mutant.file)  # noqa: S311


class Bench:
    """A plugin of pytest: in place of running the collected tests once, it runs them for each change in a copy of the process."""

    def __init__(self, mutants: Sequence[Mutant], switch: Callable[[str], None]) -> None:
        self.mutants, self.switch, self.found = mutants, switch, list[tuple[Mutant, bool]]()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all changes, after a look that the tests pass without any."""
        if self.fails("", session):
            pytest.exit("expected tests that pass while nothing is changed", 1)
        for count, mutant in enumerate(self.mutants, 1):
            noticed = self.fails(mutant.number, session)
            self.found.append((mutant, noticed))
            print(f"{count} of {len(self.mutants)}: {'killed' if noticed else f'SURVIVED {mutant}'}", flush=True)
        if self.fails("", session):
            pytest.exit("expected tests that pass in the order in which they noticed changes, too, while nothing is changed", 1)
        return True

    def fails(self, number: str, session: pytest.Session) -> bool:
        """Say whether a test notices the change, or never comes to an end. One that does is the first to be tried next time."""
        sys.stdout.flush()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            self._run(number, session, writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            place = told.read()
        _, status = os.waitpid(child, 0)
        if place:
            session.items.insert(0, session.items.pop(int(place)))
        return status != 0

    def _run(self, number: str, session: pytest.Session, told: int) -> NoReturn:
        """Run tests in this copy until one fails, write its place to the pipe `told`, and end the copy."""
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        self.switch(number)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        for place, (item, following) in enumerate(zip(session.items, [*session.items[1:], None], strict=True)):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                os.write(told, str(place).encode())
                os._exit(1)
        os._exit(0)


def tried(
    mutants: Sequence[Mutant], switch: Callable[[str], None], tests: Sequence[str], chosen: str, sure: Sequence[Mutant] = ()
) -> list[tuple[Mutant, bool]]:
    """Return the changes, and whether a test noticed each. Exits if the tests fail while nothing is changed.

    `switch` turns a change on, and with '' none; `tests` are files, of which `chosen` says what runs, as `-k` of pytest does.
    What is `sure` to be noticed is not tried.
    """
    bench = Bench([mutant for mutant in mutants if mutant not in sure], switch)
    there = [test for test in tests if Path(test).exists()]
    if pytest.main([*OPTIONS, *MARKS, "-k", chosen, *there], plugins=[bench]) != 0:
        sys.exit(f"expected tests that can be run: {', '.join(there)}")
    return sorted([*((mutant, True) for mutant in sure), *bench.found], key=lambda one: one[0].file)


def noticed_before(name: str, mutants: Sequence[Mutant]) -> list[Mutant]:
    """Return those changes of a group that tests noticed the last time, which has to be that of the same code."""
    known = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
    return [mutant for mutant in mutants if known.get(mutant.number)]


def keep(name: str, found: Sequence[tuple[Mutant, bool]]) -> None:
    """Write and print the figures of a group, and what no test noticed."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.md").write_text(table(found) + "\n", encoding="utf-8")
    (RESULTS / f"{name}.json").write_text(json.dumps({mutant.number: noticed for mutant, noticed in found}), encoding="utf-8")
    print(table(found))


def table(found: Sequence[tuple[Mutant, bool]]) -> str:
    """Return in Markdown, for each file, how many of its changes were noticed, and then those that were not."""
    files = sorted({mutant.file for mutant, _ in found})
    rows = ["| File | Killed | Per cent |", "|---|--:|--:|"]
    for file in [*files, "all"]:
        mine = [noticed for mutant, noticed in found if file in (mutant.file, "all")]
        rows.append(f"| `{file}` | {sum(mine)} of {len(mine)} | {100 * sum(mine) / max(1, len(mine)):.1f} |")
    return "\n".join([*rows, "", *(f"- {mutant}" for mutant, noticed in found if not noticed)])


class Arguments(NamedTuple):
    """What a command is told: the groups, the most changes of each, whether only those that survived, and the sample's number."""

    groups: list[str]
    most: int
    again: bool
    sample: int

    def named(self, group: str) -> str:
        """Return the name of a group's sample: the first has the group's."""
        return group if self.sample == 1 else f"{group}-{self.sample}"


def arguments_of(arguments: Sequence[str], known: Sequence[str]) -> Arguments:
    """Read what a command is told; without a name it is all groups. Exits at an unknown one."""
    names = [each for each in arguments if not each.startswith("--")]
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"expected groups among {', '.join(known)}, got '{unknown[0]}'")
    most, sample = (_number(arguments, option, usual) for option, usual in (("--most=", 10**9), ("--sample=", 1)))
    return Arguments(names or list(known), most, "--again" in arguments, sample)


def _number(arguments: Sequence[str], option: str, usual: int) -> int:
    return next((int(each.removeprefix(option)) for each in arguments if each.startswith(option)), usual)


def each_by_itself(command: str, told: Arguments) -> None:
    """Run a command once for each of its groups, in a process of its own."""
    more = ["--here", f"--most={told.most}", f"--sample={told.sample}", *(["--again"] if told.again else [])]
    for name in told.groups:
        subprocess.run([sys.executable, "-m", command, name, *more], check=True)
