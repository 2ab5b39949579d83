"""Adding a kind is adding a folder: each kind, copied under another name, works everywhere without another edit."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from places import ROOT
from quizbank.kinds import KINDS

PREFIX = "copied-"
HOOKS = ROOT / "hooks"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An engine in which each kind stands twice, the second time under another name. Only the copied folders are edited."""
    hooks = tmp_path_factory.mktemp("engine")
    shutil.copytree(HOOKS / "quizbank", hooks / "quizbank", ignore=shutil.ignore_patterns("__pycache__"))
    for kind in KINDS.values():
        copy = shutil.copytree(hooks / "quizbank/kinds" / kind.folder.name, hooks / f"quizbank/kinds/copied_{kind.folder.name}")
        for name in ("__init__.py", "page.js"):
            text = (copy / name).read_text(encoding="utf-8")
            (copy / name).write_text(text.replace(f'"{kind.name}"', f'"{PREFIX}{kind.name}"'), encoding="utf-8")
        text = (copy / "example.yml").read_text(encoding="utf-8")
        (copy / "example.yml").write_text(re.sub(r"(?m)^( *(?:- )?kind: )", rf"\1{PREFIX}", text), encoding="utf-8")
    return hooks


def run(engine: Path, folder: Path) -> Any:
    """Return what the engine makes of the copied kinds and of the others; see `all_outputs.py`."""
    paths = [engine, ROOT / "tests/support", ROOT / "tests/engine/checks"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    script = [sys.executable, str(ROOT / "tests/support/all_outputs.py"), PREFIX, str(folder)]
    done = subprocess.run(script, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_kind_copied_under_a_new_name_works_in_every_output_and_every_check_of_the_linter(engine: Path, tmp_path: Path) -> None:
    made = run(engine, tmp_path)
    assert set(KINDS) < set(made["copied"]) == set(made["own"])
    for what, output in made["own"].items():
        assert made["copied"][what] == output, what
    assert {check: found for check, (found, told) in made["lint"].items() if found != told} == {}
    assert len(made["lint"]) > 100


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the strings of a file of Python, a script or a template, each with its line. Python's docstrings are none."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, node.value
    else:
        for number, line in enumerate(text.splitlines(), 1):
            yield from ((number, found[2]) for found in re.finditer(r"""(["'`])([\w-]+)\1""", line))


# Where shapes of answer have names: in our table, which people fill in, and on the way back from other systems to a bank.
SHAPES_HAVE_NAMES = (HOOKS / "quizbank/exchange/table", HOOKS / "quizbank/imports")


def test_no_kind_is_named_outside_its_folder() -> None:
    files = [
        path for path in HOOKS.rglob("*") if path.suffix in (".py", ".js", ".j2", ".htm") and "__pycache__" not in path.parts
    ]
    inside = (HOOKS / "quizbank/kinds", *SHAPES_HAVE_NAMES)
    outside = [path for path in files if not any(map(path.is_relative_to, inside))]
    assert len(outside) > 100
    named = [f"{path.relative_to(ROOT)}:{line}: {text}" for path in outside for line, text in strings(path) if text in KINDS]
    assert named == []
