"""Mutation testing of the scripts that mark, schedule, draw and keep what learners do: part of `make mutants`.

Stryker's instrumenter (https://stryker-mutator.io) puts every change into the scripts, each switched off. The tests run the
scripts in V8 inside this process, which Stryker's own runners cannot do; `bench.py` can. Needs Node, and `npm ci` in this folder.

`PYTHONPATH=hooks:tools python -m mutation.scripts GROUP …` tries all changes (of all groups if none is named; with
`--most=100` so many of each, with `--sample=2` others, with `--again` only those of them that survived the last time, after tests
were added), and prints a table and what no test noticed.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

from py_mini_racer import MiniRacer

from mutation.bench import Arguments, Mutant, arguments_of, each_by_itself, keep, noticed_before, some, tried

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENGINE = ROOT / "hooks/quizbank"
# How often a changed place may be passed until it counts as a loop without end.
MOST_HITS = 2_000_000


class Group(NamedTuple):
    """Scripts to change, as patterns below `hooks/quizbank/`, the tests that must notice, and `-k` of pytest."""

    scripts: tuple[str, ...]
    tests: tuple[str, ...]
    chosen: str = ""


GROUPS = {
    "schedule": Group(
        ("frontend/memory/*.js",),
        (
            *(f"tests/engine/frontend/test_{name}.py" for name in ("schedule", "store", "kept")),
            "tests/fuzz/test_learners_data.py",
        ),
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
        (
            *("tests/engine/frontend/test_marking.py", "tests/engine/results/test_marking_twice.py"),
            *("tests/engine/frontend/test_checked.py", "tests/engine/texts/test_typed.py"),
        ),
    ),
    "verdicts": Group(
        ("frontend/questions/answered.js", "frontend/questions/checking.js"),
        ("tests/engine/frontend/test_checked.py",),
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


def one_line(text: str) -> str:
    """Return a piece of a script in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:77]}…"


def instrumented(group: Group) -> tuple[dict[Path, str], list[Mutant]]:
    """Return the text of each script with all changes in it, by its path, and the changes. Needs Node."""
    paths = [path for path in sorted(ENGINE.rglob("*.js")) if any(fnmatch(_name(path), pattern) for pattern in group.scripts)]
    texts = {_name(path): _filled(path) for path in paths}
    command = ["node", str(HERE / "instrument.mjs")]
    answer = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    made = json.loads(answer.stdout)
    return {ENGINE / name: text for name, text in made["scripts"].items()}, [_mutant(each, texts) for each in made["mutants"]]


def _filled(path: Path) -> str:
    """Return a script with the tables that it shares with Python: the instrumenter would not leave their names as they stand."""
    from quizbank.site.scripts import PARTS

    tables: dict[str, str] = {}
    for part in PARTS.values():
        if path.resolve() in [(ENGINE / "frontend" / file).resolve() for file in part.files]:
            tables |= part.tables
    return re.sub(r"\{ ?(\w+) ?\}", lambda name: tables.get(name[1], name[0]), path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(ENGINE).as_posix()


def _mutant(found: Any, texts: Mapping[str, str]) -> Mutant:
    start, end = found["location"]["start"], found["location"]["end"]
    lines = texts[found["fileName"]].split("\n")[start["line"] : end["line"] + 1]
    lines[-1] = lines[-1][: end["column"]]
    lines[0] = lines[0][start["column"] :]
    was, now = one_line("\n".join(lines)), one_line(found["replacement"])
    return Mutant(found["id"], found["fileName"], f":{start['line'] + 1}: {found['mutatorName']}: `{was}` became `{now}`")


def replace(scripts: Mapping[Path, str]) -> None:
    """Have every reader of a script get the one with the changes, and every new V8 know which of them is on."""
    read, start = Path.read_text, MiniRacer.__init__

    def read_text(path: Path, *arguments: Any, **more: Any) -> str:
        return scripts.get(path.resolve()) or read(path, *arguments, **more)

    def started(engine: MiniRacer, *arguments: Any, **more: Any) -> None:
        start(engine, *arguments, **more)
        number = os.environ.get("SCRIPT_MUTANT", "none")
        engine.eval(f'globalThis.__stryker__ = {{ activeMutant: "{number}", hitCount: 0, hitLimit: {MOST_HITS} }};')

    Path.read_text, MiniRacer.__init__ = read_text, started  # type: ignore[method-assign, assignment]


def switch(number: str) -> None:
    """Turn a change on in every V8 that is started from now on."""
    os.environ["SCRIPT_MUTANT"] = number


def run(name: str, told: Arguments) -> None:
    """Try the changes of one group."""
    group, kept = GROUPS[name], f"scripts-{told.named(name)}"
    scripts, mutants = instrumented(group)
    replace(scripts)
    chosen = some(mutants, told.most, told.named(name))
    keep(kept, tried(chosen, switch, group.tests, group.chosen, noticed_before(kept, chosen) if told.again else ()))


def main(arguments: Sequence[str]) -> None:
    """Try the groups one after another, each in a process of its own."""
    os.chdir(ROOT)
    told = arguments_of(arguments, list(GROUPS))
    if "--here" in arguments:
        run(told.groups[0], told)
    else:
        each_by_itself("mutation.scripts", told)


if __name__ == "__main__":
    main(sys.argv[1:])
