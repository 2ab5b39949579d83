"""What the tests build in a process that is split off is what `mkdocs build` makes, and tells what it tells."""

import os
import subprocess
import sys
from pathlib import Path

import shell_project
import sites
import small_project
from sites import Build

ADDRESS = "https://a.example/"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_byte_for_byte_that_of_a_command_of_its_own(build_site: Build, tmp_path: Path) -> None:
    built = build_site(shell_project.FILES, SITE_URL=ADDRESS)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "EXPORTS": "no", "OFFLINE": "false", "SITE_URL": ADDRESS}
    subprocess.run(command, cwd=built.parent / "project", env=env, check=True)
    assert contents(built) == contents(tmp_path)
    assert f"{ADDRESS}learn/".encode() in contents(built)["sitemap.xml"]


def test_a_site_that_cannot_be_built_is_told_and_the_next_one_is_built(tmp_path: Path) -> None:
    broken = {**small_project.FILES, "quizzes/five-kinds.yml": "none\n"}
    told = sites.build(tmp_path / "broken", broken, {})
    assert told.startswith("mkdocs build --strict failed:\n")
    assert "quizzes/five-kinds.yml:1: expected a bank with the keys title, chapter, objectives and questions" in told
    assert sites.build(tmp_path / "whole", small_project.FILES, {}) == ""
    assert (tmp_path / "whole/site/index.html").is_file()
