"""The engine as a package, in an environment of its own: it writes a course elsewhere, checks it and builds its site.

That environment borrows the engine's dependencies from the one of this test, so that nothing is fetched. `make wheel` runs this.
"""

import os
import subprocess
import sys
import sysconfig
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from places import ROOT
from quizbank import __version__
from quizbank.cli import main

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
BUILD = ["wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
NAME = f"quizbank-{__version__}-py3-none-any.whl"


def run(command: list[str], folder: Path) -> str:
    """Run a command in a folder without anything of this project on Python's path. Returns what it printed."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "SITE_URL", "OFFLINE"))}
    done = subprocess.run(
        command, cwd=folder, env={**env, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([*PIP, *BUILD, "--wheel-dir", str(folder), str(ROOT)], ROOT)
    return folder / NAME


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)], ROOT)
    paths = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", vars=paths))
    borrowed = "".join(f"{path}\n" for path in sys.path if path.endswith("site-packages"))
    (packages / "borrowed.pth").write_text(borrowed, encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", vars=paths))
    python = next(path for path in (scripts / "python", scripts / "python.exe") if path.exists())
    run([*PIP, "--python", str(python), "install", "--quiet", "--no-index", "--no-deps", str(wheel)], ROOT)
    return scripts


@pytest.fixture(scope="module")
def course(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere")
    told = run([str(programs / "quizbank"), "new", "course", "--title", "Photosynthesis", "--id", "photosynthesis"], folder)
    assert "course holds the course 'Photosynthesis'." in told
    return folder / "course"


def test_the_same_files_give_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    run([*PIP, *BUILD, "--wheel-dir", str(tmp_path), str(ROOT)], ROOT)
    assert (tmp_path / NAME).read_bytes() == wheel.read_bytes()


def test_the_wheel_holds_the_engine_with_its_licence_and_readme_and_nothing_of_this_course(wheel: Path) -> None:
    with ZipFile(wheel) as packed:
        names = set(packed.namelist())
        about = packed.read(f"quizbank-{__version__}.dist-info/METADATA").decode()
    engine = {path for path in (ROOT / "hooks/quizbank").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.relative_to(ROOT / "hooks").as_posix() for path in engine} - names == set()
    assert f"quizbank-{__version__}.dist-info/licenses/LICENSE" in names
    assert "\nLicense-Expression: MIT\n" in about
    assert "\n# The engine, in ten minutes\n" in about
    assert [name for name in names if "bpo" in name or "__pycache__" in name] == []


def test_the_program_is_the_one_of_the_package(programs: Path, tmp_path: Path) -> None:
    assert run([str(programs / "quizbank"), "--version"], tmp_path) == f"quizbank {__version__}\n"
    where = run([str(programs / "python"), "-c", "import quizbank; print(quizbank.__file__)"], tmp_path)
    assert str(programs.parent.resolve()) in str(Path(where.strip()).resolve())


def test_a_course_elsewhere_has_no_problem_and_no_warning(programs: Path, course: Path) -> None:
    assert "\n0 problems, 0 warnings\n" in run([str(programs / "quizbank"), "check"], course)


def hashes(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_its_site_is_the_one_of_a_course_with_a_copy_of_the_engine(programs: Path, course: Path, tmp_path: Path) -> None:
    build = [str(programs / "python"), "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
    run([*build, str(tmp_path / "installed")], course)
    copied = tmp_path / "copied"
    assert main(["new", str(copied), "--title", "Photosynthesis", "--id", "photosynthesis"]) == 0
    run([sys.executable, "-m", "mkdocs", *build[3:], str(tmp_path / "with-a-copy")], copied)
    site = hashes(tmp_path / "installed")
    assert site == hashes(tmp_path / "with-a-copy")
    assert {"index.html", "quiz/recall/index.html", "today/index.html", "service-worker.js"} <= site.keys()
