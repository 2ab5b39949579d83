"""A plugin of pytest that tells how much processor time each test took, browsers and other programs included: `pytest -p cpu`.

Linux only, as it reads /proc. A test that is the first to use a shared fixture pays for it, as it does by the clock.
"""

import os
from collections import defaultdict
from collections.abc import Generator, Iterator
from operator import itemgetter
from pathlib import Path

import pytest

TICKS = os.sysconf("SC_CLK_TCK")
TOLD = 40  # lines of each list
BEFORE = pytest.StashKey[float]()


class Used:
    """Adds up what this process uses and all below it, those that have ended too."""

    def __init__(self) -> None:
        self.own: dict[int, int] = {}
        self.ended: dict[int, int] = {}
        self.since()

    def since(self) -> float:
        """Return the seconds of processor time since the last call."""
        living = _family()
        own = {pid: fields[11] + fields[12] for pid, fields in living.items()}
        ended = {pid: fields[13] + fields[14] for pid, fields in living.items()}
        # What a process that ended had used is its parent's now, unless nobody waited for it: count it once.
        counted = sum(ticks for pid, ticks in self.own.items() if pid not in own)
        waited = sum(ticks - self.ended.get(pid, 0) for pid, ticks in ended.items())
        ticks = sum(ticks - self.own.get(pid, 0) for pid, ticks in own.items()) + max(0, waited - counted)
        self.own, self.ended = own, ended
        return ticks / TICKS


def _family() -> dict[int, list[int]]:
    """Return this process and all below it."""
    processes = dict(_processes())
    below = {os.getpid()}
    for pid in sorted(processes):  # a parent is older than its children, and so has the smaller number as a rule
        if processes[pid][1] in below:
            below.add(pid)
    return {pid: processes[pid] for pid in below}


def _processes() -> Iterator[tuple[int, list[int]]]:
    """Yield each process's number and the fields of its `stat` from the third on, as numbers; the third itself is a letter."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        yield int(folder.name), [0, *map(int, fields[1:])]


class Meter:
    """Measures in each worker, and tells at the end in the process that has them all."""

    def __init__(self) -> None:
        self.used = Used()
        self.seconds: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Put onto each report what was used since the one before it."""
        report = yield
        vars(report)["cpu"] = self.used.since()  # pytest-xdist sends every attribute of a report
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up what the parts of a test used."""
        self.seconds[report.nodeid] += getattr(report, "cpu", 0.0)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell the files and tests that take most, and the sum."""
        files: dict[str, float] = defaultdict(float)
        for name, seconds in self.seconds.items():
            files[name.partition("::")[0]] += seconds
        for title, used in (("files", files), ("tests", self.seconds)):
            terminalreporter.section(f"seconds of processor time: {title}")
            for name, seconds in sorted(used.items(), key=itemgetter(1), reverse=True)[:TOLD]:
                terminalreporter.write_line(f"{seconds:8.2f} {name}")
        terminalreporter.write_line(f"{sum(files.values()):8.2f} in all")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to measure."""
    config.pluginmanager.register(Meter())
