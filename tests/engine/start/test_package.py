"""The engine as a package: what goes into it, its plugin of MkDocs, and the course that an installed engine writes."""

import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from mkdocs.plugins import CombinedEvent

from places import ROOT
from quizbank import __version__
from quizbank.checks.all_checks import check_everything
from quizbank.cli import main
from quizbank.library import read_library
from quizbank.start.new_course import CourseRequest, write_course
from quizbank.start.project import BROUGHT, PROJECT
from shown import tracked

SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKED: dict[str, str] = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


def test_every_hook_and_all_that_a_course_takes_is_in_the_package() -> None:
    hooks = {path for path in tracked() if re.fullmatch(r"hooks/\w+\.py", path)}
    assert {path for path in PACKED if path.endswith(".py")} == hooks
    brought = {path for path, target in PACKED.items() if target.startswith("quizbank/start/project/")}
    assert brought == {*BROUGHT.same, *BROUGHT.changed}


def test_the_command_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"quizbank {__version__}\n"


@pytest.fixture(scope="module")
def plugin() -> Any:
    (entry,) = SETTINGS["project"]["entry-points"]["mkdocs.plugins"].items()
    _, module_and_class = entry[1].split(".", 1)
    assert entry[1].startswith("quizbank_mkdocs.")
    return EntryPoint(entry[0], module_and_class, "mkdocs.plugins").load()


def test_the_plugin_has_the_hooks_of_this_course_in_their_order(plugin: Any) -> None:
    settings = (PROJECT.folder / "mkdocs.yml").read_text(encoding="utf-8")
    (hooks,) = re.findall(r"(?m)^hooks: \[(.*)\]$", settings)
    assert [f"hooks/{name}.py" for name in sys.modules["mkdocs_plugin"].HOOKS] == hooks.split(", ")
    assert isinstance(plugin(), sys.modules["mkdocs_plugin"].QuizBank)


def test_the_plugin_does_at_each_event_what_the_hooks_do_with_their_priorities(plugin: Any) -> None:
    done = {
        name: [(method.__module__.rpartition(".")[2], getattr(method, "mkdocs_priority", 0)) for method in event.methods]
        for name in dir(plugin)
        if isinstance(event := getattr(plugin(), name), CombinedEvent)
    }
    assert done["on_post_page"] == [("quiz_pages", -40), ("theme_repairs", -50), ("light_theme", -55), ("offline_site", -60)]
    assert done["on_files"] == [("quiz_pages", 50), ("site_shell", 40), ("light_theme", 30), ("offline_site", -50)]
    assert {*done} >= {"on_startup", "on_config", "on_nav", "on_env", "on_page_context", "on_post_build"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course as an installed engine writes it. What it takes along lies at the same paths in this project."""
    folder = tmp_path_factory.mktemp("installed") / "course"
    told = write_course(CourseRequest(folder, "Photosynthesis", "photosynthesis"), replace(BROUGHT, folder=ROOT))
    assert told[1] == f"Next: cd {folder} && mkdocs serve; README.md says the rest."
    return folder


def test_an_engine_in_a_project_takes_from_the_project() -> None:
    assert (PROJECT.folder, PROJECT.has_engine) == (ROOT, True)


def test_a_course_of_an_installed_engine_names_the_engine_and_holds_no_copy_of_it(course: Path) -> None:
    assert [name for name in ("hooks", "tests", "tools", "Makefile", "pyproject.toml") if (course / name).exists()] == []
    settings = (course / "mkdocs.yml").read_text(encoding="utf-8")
    assert "\nhooks:" not in settings
    plugins = settings.partition("\nplugins:\n")[2].partition("\n\n")[0]
    assert [re.split(r"[:\s]", each)[0] for each in re.findall(r"(?m)^  - (.*)$", plugins)] == ["search", "offline", "quizbank"]


def test_a_course_of_an_installed_engine_has_no_problem_and_no_warning(course: Path) -> None:
    library = read_library(course / "quizzes", course / "docs", course, course / "mkdocs.yml")
    assert list(map(str, check_everything(library, course)[0])) == []


def test_its_readme_shows_the_commands_of_the_package(course: Path) -> None:
    text = (course / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Photosynthesis\n")
    assert re.findall(r"`make |hooks/", text) == []
    shown = set(re.findall(r"`quizbank (\w+)", text))
    run = subprocess.run([sys.executable, ROOT / "hooks/quizbank", "--help"], capture_output=True, text=True, check=True)
    (commands,) = re.findall(r"\{([\w,]+)\}", run.stdout.replace("\n", ""))[:1]
    assert shown <= {*commands.split(",")}
    assert {"check", "paper", "zip", "figure", "new"} <= shown


def changed(name: str) -> str:
    """Return a file of this project as a course with a copy of the engine has it."""
    return PROJECT.changed[name]((ROOT / name).read_text(encoding="utf-8"), "photosynthesis")


def test_the_settings_of_a_copy_with_the_engine_make_no_package_of_it() -> None:
    settings = tomllib.loads(changed("pyproject.toml"))
    assert settings.keys() == {"project", "tool"}
    assert settings["tool"].keys() == SETTINGS["tool"].keys() - {"hatch"}
    left_out = {"dynamic", "readme", "license", "license-files", "scripts", "entry-points"}
    assert settings["project"].keys() == SETTINGS["project"].keys() - left_out | {"version"}
    assert settings["project"]["name"] == "photosynthesis"


def test_the_makefile_of_a_copy_with_the_engine_names_only_locks_that_the_copy_has() -> None:
    locks = set(re.findall(r"requirements[\w-]*\.lock", changed("Makefile")))
    assert locks <= {*PROJECT.same}
    assert "requirements-exchange.lock" in locks
