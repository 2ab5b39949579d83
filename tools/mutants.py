"""Mutation testing of the Python code that marks, draws, checks and reads what learners stored: `make mutants`.

mutmut (https://mutmut.readthedocs.io) changes one thing at a time in a copy of the project below `mutants/`, and runs the quick
tests that reach it. A group is some files and the tests that must notice what is changed in them. Two habits of mutmut do not fit
this project and are changed here: it takes modules to lie below `src/`, and it passes over functions with decorators, which most
checks are.

`python tools/mutants.py GROUP …` runs what is not known yet (all groups if none is named) and prints a table; `--figures` only
prints, `--survivors GROUP …` prints the changes that no test noticed.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "mutants"
SOURCE = "hooks"
# Of the codes that mutmut notes of a mutant, those that say that no test noticed it, and that no test reaches it.
SURVIVED, UNREACHED = 0, (5, 33)
# Functions under these can be called by their name as often as one likes; other decorators would register each copy of them.
PLAIN = ("staticmethod", "classmethod")


class Group(NamedTuple):
    """Files to change, as patterns below `hooks/quizbank/`, and the tests that must notice, below `tests/engine/`."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


GROUPS = {
    "marking": Group(
        ("results/marking.py", "results/scoring.py", "texts/typed.py", "texts/numbers.py"),
        ("results/test_marks.py", "results/test_marking_twice.py", "texts/test_typed.py"),
    ),
    "drawing": Group(
        ("papers/draw.py", "papers/sets.py", "papers/fingerprint.py"),
        ("papers/test_draw.py", "papers/test_fingerprint.py", "papers/test_sets.py"),
    ),
    "storage": Group(
        ("results/answers/backups.py", "results/answers/cells.py"),
        ("results/test_handed_over.py", "results/test_cells.py"),
    ),
    "checks": Group(
        ("checks/lint/*.py",),
        ("checks/test_lint.py", "checks/test_pairs.py"),
    ),
}
# Tests that take long and notice nothing that the others do not.
SLOW = ("every_unit_that_the_model_accepts", "in_many_questions", "the_page_of_a_mock_exam_draws")


def workspace(name: str) -> Path:
    """Return the folder of a group, with the project as it is now in it. What was found there before stays."""
    folder = FOLDER / name
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for file in filter(None, listed.split("\0")):
        source, target = ROOT / file, folder / file
        if source.is_file() and not (target.is_file() and target.stat().st_mtime >= source.stat().st_mtime):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return folder


def adapt(group: Group) -> None:
    """Set what the group changes and runs, and change the two habits. Raises ImportError without mutmut."""
    import libcst as cst
    from mutmut import configuration
    from mutmut.mutation import file_mutation
    from mutmut.utils import format_utils

    files = [f"{SOURCE}/quizbank/{file}" for file in group.files]
    tests = [path for test in group.tests if Path(path := f"tests/engine/{test}").exists()]
    configuration._config = replace(configuration._load_config(), only_mutate=files, pytest_add_cli_args_test_selection=tests)
    strip = format_utils.strip_prefix
    arrange, skip = file_mutation.function_trampoline_arrangement, file_mutation.MutationVisitor._skip_node_and_children

    def stripped(text: str, *, prefix: str, strict: bool = False) -> str:
        return strip(text, prefix=f"{SOURCE}." if prefix == "src." else prefix, strict=strict)

    def arranged(function: Any, mutants: Any, class_name: str | None) -> Any:
        """Keep the decorators on the function itself, and take them from its copies."""
        declared, nodes, named, names = arrange(function, mutants, class_name)
        if any(getattr(each.decorator, "value", "") not in PLAIN for each in function.decorators):
            nodes = [nodes[0], *(node.with_changes(decorators=[]) for node in nodes[1:])]
        return declared, nodes, named, names

    def skipped(visitor: Any, node: Any) -> bool:
        """Skip what mutmut skips, but look into decorated functions, though not into the decorators."""
        bare = node.with_changes(decorators=[]) if isinstance(node, cst.FunctionDef) and node.decorators else node
        return bool(skip(visitor, bare))

    format_utils.strip_prefix = stripped
    file_mutation.function_trampoline_arrangement = arranged
    file_mutation.MutationVisitor._skip_node_and_children = skipped


def results(names: Sequence[str]) -> Iterator[tuple[str, str, str, int | None]]:
    """Yield, for each mutant of the groups, the group, the file, its name, and the code of what became of it (None: not tried yet)."""
    for group in names:
        folder = FOLDER / group / "mutants"
        for path in sorted(folder.rglob("*.py.meta")):
            codes: dict[str, int | None] = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
            file = path.relative_to(folder).as_posix().removesuffix(".meta")
            yield from ((group, file, name, code) for name, code in codes.items())


def figures(names: Sequence[str]) -> str:
    """Return a table in Markdown: for each file how many mutants were tried, how many were killed, and the share in per cent."""
    tried, killed = Counter[str](), Counter[str]()
    for _, file, _, code in results(names):
        tried[file] += code is not None
        killed[file] += code is not None and code != SURVIVED and code not in UNREACHED
    rows = [(f"`{file}`", killed[file], tried[file]) for file in sorted(tried) if tried[file]]
    rows.append(("all", killed.total(), tried.total()))
    lines = [f"| {file} | {good} of {total} | {100 * good / max(1, total):.1f} |" for file, good, total in rows]
    return "\n".join(["| Module | Killed | Per cent |", "|---|--:|--:|", *lines])


def survivors(name: str) -> Iterator[str]:
    """Yield the difference that each mutant of a group makes which no test noticed."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    os.chdir(FOLDER / name)
    adapt(GROUPS[name])
    for _, _, mutant, code in results([name]):
        if code == SURVIVED or code in UNREACHED:
            yield f"# {mutant} ({'not noticed' if code == SURVIVED else 'not reached'})\n{get_diff_for_mutant(mutant)}"


def run(name: str) -> None:
    """Try what is not known yet of one group."""
    from mutmut.__main__ import cli

    os.chdir(workspace(name))
    adapt(GROUPS[name])
    cli(["run", "--max-children", "1"], standalone_mode=False)


def main(arguments: Sequence[str]) -> None:
    """Run groups each in a process of its own, or print what is known of them."""
    names = [each for each in arguments if not each.startswith("--")] or list(GROUPS)
    if unknown := [name for name in names if name not in GROUPS]:
        sys.exit(f"expected groups among {', '.join(GROUPS)}, got '{unknown[0]}'")
    if "--here" in arguments:
        run(names[0])
    elif "--survivors" in arguments:
        print("\n".join(line for name in names for line in survivors(name)))
    else:
        for name in names if "--figures" not in arguments else ():
            subprocess.run([sys.executable, __file__, "--here", name], check=True)
        print(figures(names))


if __name__ == "__main__":
    main(sys.argv[1:])
