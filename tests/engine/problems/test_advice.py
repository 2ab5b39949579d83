"""Messages advise commands that exist: those of a copy of the project, or those of an installed engine."""

import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT
from quizbank.problems.advice import INSTALLED, exporting, installing


def test_a_copy_of_the_project_has_the_commands_that_are_advised() -> None:
    assert not INSTALLED
    target = exporting().removeprefix("make ")
    assert f"\n{target}: " in (ROOT / "Makefile").read_text(encoding="utf-8")
    for extra in ("exchange", "print"):
        assert (ROOT / installing(extra).rpartition(" ")[2]).is_file()


def test_an_installed_engine_is_called_by_its_own_name(tmp_path: Path) -> None:
    assert exporting(installed=True) == "quizbank export"
    assert installing("exchange", installed=True) == 'pip install "quizbank[exchange]"'
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert all(f"\n{extra} = [" in settings for extra in ("exchange", "print", "blind"))


@pytest.mark.parametrize("installed", [False, True])
def test_the_messages_follow_the_place_of_the_engine(installed: bool, tmp_path: Path) -> None:
    package = tmp_path / "quizbank"
    package.symlink_to(ROOT / "hooks/quizbank") if not installed else _like_a_package(package)
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports/account.json").write_text("{}", encoding="utf-8")
    code = "from pathlib import Path; from quizbank.site.downloads import read_downloads; read_downloads(Path())"
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    wanted = "quizbank export" if installed else "make exports"
    assert f"exports/account.json: expected what '{wanted}' writes now, got " in run.stderr


def _like_a_package(package: Path) -> None:
    """Lay a package beside whose `start` lies what an installed engine brings along."""
    package.mkdir()
    for each in (ROOT / "hooks/quizbank").iterdir():
        if each.name not in ("start", "problems", "__pycache__"):
            (package / each.name).symlink_to(each)
    (package / "start/project").mkdir(parents=True)
    (package / "problems").mkdir()
    for each in (ROOT / "hooks/quizbank/problems").glob("*.py"):
        (package / "problems" / each.name).write_bytes(each.read_bytes())
