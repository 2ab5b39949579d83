"""The rooms of the engine import one another in the order of the table in its README, and none imports MkDocs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from shown import ENGINE

ROOMS = re.findall(r"^\| `([a-z]\w*)(?:/|\.py)` \|", (ENGINE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
ADDRESSES = "quizbank.site.addresses"
# The modules that stand elsewhere than their room: each behind the room that is named.
PLACES = {"checks/all_checks.py": "library", "site/addresses.py": "course"}
# What makes a package of the engine and starts the command.
NO_ROOMS = {"__init__", "__main__"}


def modules() -> Iterator[tuple[str, Path]]:
    """Yield each module of the engine with the name of its room."""
    for path in sorted(ENGINE.rglob("*.py")):
        yield path.relative_to(ENGINE).parts[0].removesuffix(".py"), path


def imported(path: Path) -> Iterator[str]:
    """Yield the full names of what a module imports, also within its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "quizbank.site":
            yield from (f"quizbank.site.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_the_table_names_every_room() -> None:
    rooms = {room for room, _ in modules()} - NO_ROOMS
    assert rooms | {"frontend"} == set(ROOMS)
    assert len(ROOMS) == len(set(ROOMS))


def place(path: Path) -> int:
    """Return how far down the table a module stands."""
    name = path.relative_to(ENGINE).as_posix()
    room = name.split("/")[0].removesuffix(".py")
    if name in PLACES:
        return ROOMS.index(PLACES[name]) + 1
    return ROOMS.index(room) if room in ROOMS else len(ROOMS)


def test_a_room_imports_only_rooms_above_it() -> None:
    wrong = []
    for room, path in modules():
        for module in (each for each in imported(path) if each.startswith("quizbank.")):
            other = "course" if module == ADDRESSES else module.split(".")[1]
            if other != room and ROOMS.index(other) >= place(path):
                wrong.append(f"{path.relative_to(ENGINE).as_posix()} imports {module}")
    assert wrong == []


def test_no_room_imports_mkdocs() -> None:
    assert [str(path) for _, path in modules() if any(each.split(".")[0] == "mkdocs" for each in imported(path))] == []
