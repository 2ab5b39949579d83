"""The engine is cut into rooms along the flow of data: read, check, render. A room imports only rooms before it."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import figures
from places import ROOT

ENGINE = ROOT / "hooks/quizbank"
# The README's table is in the order of the flow. What lies where on the site stands where checks may ask it, behind the profile.
TABLE = (ENGINE / "README.md").read_text(encoding="utf-8").partition("## The rooms")[2].partition("\n## ")[0]
ROOMS = re.findall(r"^\| `([a-z]\w*)(?:/|\.py)` \|", TABLE, re.MULTILINE)
ROOMS.remove("frontend")
ROOMS.insert(ROOMS.index("course") + 1, "site.addresses")
ROOMS.append("__main__")
MOST_MODULES, MOST_LINES = 12, 250


def modules() -> dict[str, Path]:
    """Return the files of the engine's modules by their names without 'quizbank.'; a package's opening has the package's name."""
    names = {path.relative_to(ENGINE).with_suffix(""): path for path in ENGINE.rglob("*.py")}
    return {".".join(name.parts).removesuffix("__init__").rstrip("."): path for name, path in names.items()}


MODULES = modules()


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each module of the engine that a file imports anywhere in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and f"{node.module}.".startswith("quizbank."):
            package = node.module.removeprefix("quizbank").lstrip(".")
            inside = [f"{package}.{alias.name}".lstrip(".") for alias in node.names]
            yield from ((name if name in MODULES else package, node.lineno) for name in inside)


def room_of(module: str) -> str:
    return module if module in ROOMS else module.partition(".")[0]


GRAPH = {name: {target for target, _ in imports(path)} - {name} for name, path in MODULES.items()}


def reached(module: str) -> set[str]:
    """Return the modules that come with a module when it is imported."""
    found: set[str] = set()
    new = {module}
    while new:
        found |= new
        new = {target for name in new for target in GRAPH.get(name, ())} - found
    return found


def test_every_module_is_in_a_room_of_the_table_in_the_readme() -> None:
    assert {room_of(name) for name in MODULES} - {""} == set(ROOMS)
    assert len(ROOMS) == len(set(ROOMS))
    assert len(MODULES) > 100


def test_a_room_imports_only_rooms_before_it() -> None:
    upwards = [
        f"{path.relative_to(ROOT)}:{line}: {room_of(name)} imports {target}"
        for name, path in MODULES.items()
        for target, line in imports(path)
        if target and ROOMS.index(room_of(target)) > ROOMS.index(room_of(name))
    ]
    assert upwards == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    circles = [name for name in GRAPH if any(name in reached(target) for target in GRAPH[name])]
    assert circles == []


def outside(module: str) -> set[str]:
    """Return the packages of others that a module imports."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    whole = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    whole |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in whole}


@pytest.mark.parametrize(
    ("room", "package"),
    [
        ("model", "markdown"),
        ("model", "yaml"),
        ("problems", "jinja2"),
        ("banks", "jinja2"),
        ("papers", "jinja2"),
        ("notes", "jinja2"),
    ],
)
def test_a_room_does_without_what_is_no_business_of_its(room: str, package: str) -> None:
    with_it = [name for name in MODULES if room_of(name) == room and any(package in outside(each) for each in reached(name))]
    assert with_it == []


def test_nothing_of_the_engine_knows_the_site_generator() -> None:
    assert [name for name in MODULES if "mkdocs" in outside(name)] == []


def test_kinds_are_found_in_their_register_and_no_module_outside_imports_the_module_of_one() -> None:
    kinds = {name for name in MODULES if name.startswith("kinds.") and (MODULES[name].parent / "example.yml").is_file()}
    assert len(kinds) > 10
    pairs = [(name, target) for name in MODULES for target in GRAPH[name] if target in kinds]
    assert [f"{name} imports {target}" for name, target in pairs if not name.startswith(f"{target}.")] == []


def test_no_folder_holds_more_than_a_dozen_modules() -> None:
    folders = Counter(path.parent.relative_to(ROOT).as_posix() for path in ENGINE.rglob("*.py"))
    folders += Counter(path.parent.relative_to(ROOT).as_posix() for path in ENGINE.rglob("*.js"))
    assert {folder: count for folder, count in folders.items() if count > MOST_MODULES} == {}


@pytest.mark.parametrize("suffix", ["py", "js"])
def test_no_module_is_longer_than_one_can_keep_in_mind(suffix: str) -> None:
    files = figures.modules(suffix)
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}
