"""Mutation testing of the scripts that mark, schedule, draw and keep what learners do: part of `make mutants`.

Stryker's instrumenter (https://stryker-mutator.io) puts every change into the scripts, each switched off. The tests run the scripts in
V8 inside this process, which Stryker's own runners cannot do, so here a copy of the process is made for each change, in which it
is switched on and the quick tests run until one fails. A group is some scripts and the tests that must notice.

`python tools/script_mutants/run.py GROUP …` tries all changes (in all groups if none is named; with `--most=100` so many of each,
chosen at random but always alike), and prints a table and what no test noticed. Needs Node, and `npm ci` in this folder; POSIX only.
"""

import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest
from py_mini_racer import MiniRacer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENGINE = ROOT / "hooks/quizbank"
RESULTS = ROOT / "mutants"
OPTIONS = (
    "-n",
    "0",
    "-x",
    "-p",
    "no:terminal",
    "-p",
    "no:cacheprovider",
    "-m",
    "not thorough and not browser and not pdf and not site",
)
# How often a changed place may be passed until it counts as a loop without end, and seconds of CPU that a run may take at most.
MOST_HITS, MOST_SECONDS = 2_000_000, 90


class Group(NamedTuple):
    """Scripts to change, as patterns below `hooks/quizbank/`, the tests that must notice, and `-k` of pytest."""

    scripts: tuple[str, ...]
    tests: tuple[str, ...]
    chosen: str = ""


GROUPS = {
    "schedule": Group(
        ("frontend/memory/*.js",),
        ("tests/engine/frontend/test_schedule.py", "tests/engine/frontend/test_store.py", "tests/fuzz/test_learners_data.py"),
    ),
    "storage": Group(
        (
            *(
                f"frontend/storage/{name}.js"
                for name in ("store", "pieces", "sittings", "records", "attempt", "finished", "places")
            ),
            *("frontend/storage/attempted.js", "frontend/storage/notice.js", "frontend/progress/copy.js"),
        ),
        (
            *(f"tests/engine/frontend/test_{name}.py" for name in ("copy", "stored_before", "kept", "store")),
            "tests/fuzz/test_learners_data.py",
        ),
    ),
    "marking": Group(
        ("frontend/marking/*.js", "kinds/*/page.js"),
        ("tests/engine/frontend/test_marking.py", "tests/engine/results/test_marking_twice.py"),
    ),
    "drawing": Group(
        ("frontend/mock/draw.js", "frontend/mock/sitting.js", "frontend/mock/fingerprint.js", "frontend/practice/pick.js"),
        (
            *("tests/engine/frontend/test_sitting.py", "tests/engine/frontend/test_pick.py"),
            *("tests/engine/papers/test_draw.py", "tests/engine/papers/test_fingerprint.py"),
        ),
        "not stays_small",
    ),
}


class Mutant(NamedTuple):
    """One change: the script below `hooks/quizbank/`, the line, and what stands in the place of what was there."""

    number: str
    script: str
    line: int
    kind: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.script}:{self.line}: {self.kind}: `{self.was}` became `{self.now}`"


def one_line(text: str) -> str:
    """Return a piece of a script in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:77]}…"


def instrumented(group: Group) -> tuple[dict[Path, str], list[Mutant]]:
    """Return the text of each script with all changes in it, by its path, and the changes. Raises CalledProcessError without Node."""
    paths = [path for path in sorted(ENGINE.rglob("*.js")) if any(fnmatch(_name(path), pattern) for pattern in group.scripts)]
    texts = {_name(path): path.read_text(encoding="utf-8") for path in paths}
    command = ["node", str(HERE / "instrument.mjs")]
    answer = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    made = json.loads(answer.stdout)
    return {ENGINE / name: text for name, text in made["scripts"].items()}, [_mutant(each, texts) for each in made["mutants"]]


def _name(path: Path) -> str:
    return path.relative_to(ENGINE).as_posix()


def _mutant(found: Any, texts: Mapping[str, str]) -> Mutant:
    start, end = found["location"]["start"], found["location"]["end"]
    lines = texts[found["fileName"]].split("\n")[start["line"] : end["line"] + 1]
    lines[-1] = lines[-1][: end["column"]]
    lines[0] = lines[0][start["column"] :]
    return Mutant(
        found["id"],
        found["fileName"],
        start["line"] + 1,
        found["mutatorName"],
        one_line("\n".join(lines)),
        one_line(found["replacement"]),
    )


class Bench:
    """A plugin of pytest: in place of running the collected tests once, it runs them for each change in a copy of the process."""

    def __init__(self, mutants: Sequence[Mutant]) -> None:
        self.mutants, self.found = mutants, list[tuple[Mutant, bool]]()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all changes, after a look that the tests pass without any."""
        if self.fails("none", session):
            pytest.exit("expected tests that pass while nothing is changed", 1)
        for count, mutant in enumerate(self.mutants, 1):
            noticed = self.fails(mutant.number, session)
            self.found.append((mutant, noticed))
            print(f"{count} of {len(self.mutants)}: {'killed' if noticed else f'SURVIVED {mutant}'}", flush=True)
        return True

    def fails(self, number: str, session: pytest.Session) -> bool:
        """Say whether a test notices the change, or never comes to an end."""
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            self._run(number, session)
        _, status = os.waitpid(child, 0)
        return status != 0

    def _run(self, number: str, session: pytest.Session) -> NoReturn:
        """Run tests in this copy until one fails, and end it."""
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        os.environ["SCRIPT_MUTANT"] = number
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                os._exit(1)
        os._exit(0)


def replace(scripts: Mapping[Path, str]) -> None:
    """Have every reader of a script get the one with the changes, and every new V8 know which of them is on."""
    read, start = Path.read_text, MiniRacer.__init__

    def read_text(path: Path, *arguments: Any, **more: Any) -> str:
        return scripts.get(path.resolve()) or read(path, *arguments, **more)

    def started(engine: MiniRacer, *arguments: Any, **more: Any) -> None:
        start(engine, *arguments, **more)
        number = os.environ.get("SCRIPT_MUTANT", "none")
        engine.eval(f'globalThis.__stryker__ = {{ activeMutant: "{number}", hitCount: 0, hitLimit: {MOST_HITS} }};')

    Path.read_text, MiniRacer.__init__ = read_text, started  # type: ignore[method-assign]


def tried(name: str, most: int) -> list[tuple[Mutant, bool]]:
    """Return changes of a group, at most so many, chosen at random but always alike, and whether a test noticed them."""
    group = GROUPS[name]
    scripts, mutants = instrumented(group)
    if len(mutants) > most:
        mutants = sorted(random.Random(name).sample(mutants, most), key=lambda mutant: (mutant.script, mutant.line))  # noqa: S311
    replace(scripts)
    bench = Bench(mutants)
    chosen = ["-k", group.chosen] if group.chosen else []
    if pytest.main([*OPTIONS, *chosen, *(each for each in group.tests if Path(each).exists())], plugins=[bench]) != 0:
        sys.exit(f"{name}: the tests could not be run")
    return bench.found


def table(found: Sequence[tuple[Mutant, bool]]) -> str:
    """Return in Markdown, for each script, how many of its changes were noticed, and then those that were not."""
    scripts = sorted({mutant.script for mutant, _ in found})
    rows = ["| Script | Killed | Per cent |", "|---|--:|--:|"]
    for script in [*scripts, "all"]:
        mine = [noticed for mutant, noticed in found if script in (mutant.script, "all")]
        rows.append(f"| `{script}` | {sum(mine)} of {len(mine)} | {100 * sum(mine) / max(1, len(mine)):.1f} |")
    return "\n".join([*rows, "", *(f"- {mutant}" for mutant, noticed in found if not noticed)])


def main(arguments: Sequence[str]) -> None:
    """Try the groups one after another, each in a process of its own."""
    os.chdir(ROOT)
    most = next((int(each.partition("=")[2]) for each in arguments if each.startswith("--most=")), 10**9)
    names = [each for each in arguments if not each.startswith("--")]
    if unknown := [name for name in names if name not in GROUPS]:
        sys.exit(f"expected groups among {', '.join(GROUPS)}, got '{unknown[0]}'")
    if "--here" not in arguments:
        for name in names or GROUPS:
            subprocess.run([sys.executable, __file__, name, "--here", f"--most={most}"], check=True)
        return
    text = table(tried(names[0], most))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"scripts-{names[0]}.md").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])
