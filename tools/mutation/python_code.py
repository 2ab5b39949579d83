"""Mutation testing of the Python code that marks, draws, checks and reads what learners stored: part of `make mutants`.

mutmut (https://mutmut.readthedocs.io) writes a copy of the project below `mutants/` in which every change stands beside the
code, switched off; `bench.py` tries them. Two habits of mutmut do not fit this project and are changed here: it takes modules to
lie below `src/`, and it passes over functions with decorators, which most checks are.

`PYTHONPATH=tools python -m mutation.python_code GROUP …` tries all changes (of all groups if none is named; with `--most=100` so
many of each, with `--sample=2` others, with `--again` only those of them that survived the last time), and prints a table and
what no test noticed.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from mutation.bench import RESULTS, Arguments, Mutant, arguments_of, each_by_itself, keep, noticed_before, some, tried

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = "hooks"
# Functions under these can be called by their name as often as one likes; other decorators would register each copy of them.
PLAIN = ("staticmethod", "classmethod")


class Group(NamedTuple):
    """Files to change, as patterns below `hooks/quizbank/`, the tests below `tests/engine/` that must notice, and their `-k`."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    chosen: str = ""


GROUPS = {
    "marking": Group(
        ("results/marking.py", "results/scoring.py", "texts/typed.py", "texts/numbers.py"),
        ("results/test_marks.py", "texts/test_typed.py", "results/test_marking_twice.py"),
        "not every_unit_that_the_model_accepts",
    ),
    "drawing": Group(
        ("papers/draw.py", "papers/sets.py", "papers/fingerprint.py"),
        ("papers/test_sets.py", "papers/test_codes_for_ever.py", "papers/test_draw.py", "papers/test_fingerprint.py"),
        "not the_page_of_a_mock_exam_draws",
    ),
    "answers": Group(("results/answers/*.py",), ("results/test_handed_over.py", "results/test_results.py")),
    "checks": Group(
        ("checks/lint/*.py",),
        ("checks/test_lint.py", "checks/test_pairs.py", "papers/test_marks_for_work.py", "test_drafts.py"),
        "not many_questions",
    ),
}


def workspace(name: str) -> Path:
    """Return the folder of a group, with the project as it is now in it."""
    folder = RESULTS / name
    shutil.rmtree(folder, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for file in (each for each in listed.split("\0") if (ROOT / each).is_file()):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / file, folder / file)
    return folder


def adapt(group: Group) -> None:
    """Set what the group changes, and change the two habits. Raises ImportError without mutmut."""
    import libcst as cst
    from mutmut import configuration
    from mutmut.mutation import file_mutation
    from mutmut.utils import format_utils

    files = [f"{SOURCE}/quizbank/{file}" for file in group.files]
    configuration._config = replace(configuration._load_config(), only_mutate=files)
    strip = format_utils.strip_prefix
    arrange, skip = file_mutation.function_trampoline_arrangement, file_mutation.MutationVisitor._skip_node_and_children

    def stripped(text: str, *, prefix: str, strict: bool = False) -> str:
        return str(strip(text, prefix=f"{SOURCE}." if prefix == "src." else prefix, strict=strict))

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


def made() -> Iterator[Mutant]:
    """Write the copy with all changes, and yield them."""
    from mutmut import __main__ as mutmut
    from mutmut.utils import file_utils

    mutmut.set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir()
    file_utils.copy_src_dir()
    file_utils.copy_also_copy_files()
    mutmut.create_mutants(1)
    for path in sorted(Path("mutants").rglob("*.py.meta")):
        file = path.relative_to("mutants").as_posix().removesuffix(".meta")
        names = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        yield from (Mutant(name.replace("__init__.", ""), file, "") for name in names)


def in_words(mutant: Mutant) -> Mutant:
    """Return a change with the lines that it takes away and brings. Slow, so it is done for few."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    lines = str(get_diff_for_mutant(mutant.number)).split("\n")
    changed = (line.strip() for line in lines if line[:1] in ("+", "-") and line[:3] not in ("+++", "---"))
    return mutant._replace(words=f": `{' '.join(changed)}`")


def switch(name: str) -> None:
    """Turn a change on, in this process and in those that it starts."""
    from mutmut.mutation.trampoline import set_mutant_under_test

    set_mutant_under_test(name)


def run(name: str, told: Arguments) -> None:
    """Try the changes of one group."""
    group, kept = GROUPS[name], told.named(name)
    os.chdir(workspace(name))
    adapt(group)
    mutants = some(list(made()), told.most, kept)
    os.chdir("mutants")
    switch("")
    tests = [f"tests/engine/{test}" for test in group.tests]
    found = tried(mutants, switch, tests, group.chosen, noticed_before(kept, mutants) if told.again else ())
    os.chdir("..")
    keep(kept, [(mutant if noticed else in_words(mutant), noticed) for mutant, noticed in found])


def main(arguments: Sequence[str]) -> None:
    """Try the groups one after another, each in a process of its own."""
    told = arguments_of(arguments, list(GROUPS))
    if "--here" in arguments:
        run(told.groups[0], told)
    else:
        each_by_itself("mutation.python_code", told)


if __name__ == "__main__":
    main(sys.argv[1:])
