"""After any saves, what `mkdocs serve` shows is what a build from nothing makes, although it makes only what the saves change."""

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

import small_project
from places import ROOT

pytestmark = pytest.mark.site

SHELL = small_project.CONFIG.replace("hooks:\n", f"hooks:\n  - {ROOT}/hooks/site_shell.py\n").replace(
    "  font: false\n", f"  font: false\n  custom_dir: {ROOT}/overrides\n  icon: {{logo: site/logo}}\n"
)
SHELL = re.sub(r"  - \"Quiz: .*\n", "", SHELL)  # a page that is not published could not stand there
PAPER = """
title: Small paper
style: a class test
minutes: 5
instructions: [Answer all questions.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, multiple-choice], number: 1, marks: 1}
"""
# Serves a project without a network: for each line that comes in, what a save does, and then how many whole builds there were.
SERVER = """
import sys
from types import SimpleNamespace
from mkdocs.commands.build import build
from mkdocs.config import load_config
builds = []
def settings():
    return load_config(config_file="mkdocs.yml", site_dir=sys.argv[1], site_url="http://127.0.0.1/")
def builder():
    builds.append(1)
    build(settings(), serve_url="http://127.0.0.1/")
config = settings()
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1/")
server = SimpleNamespace(builder=builder, watch=lambda path: None)
config.plugins.on_serve(server, config=config, builder=builder)
print("begun", flush=True)
for line in sys.stdin:
    server.builder()
    print(len(builds), flush=True)
"""


class Server:
    """A project that is served, as far as files go, in the folder `served`."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._process = self._started("served")

    def _started(self, folder: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", SERVER, str(self.project / folder)]
        process = subprocess.Popen(command, cwd=self.project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        return process

    def change(self, path: str, old: str, new: str) -> int:
        """Save a file with a change. Returns how many whole builds there have been since the first."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text, (old, text)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def shows_a_fresh_build(self) -> bool:
        """Say whether every file is the one that a server makes which has just been started."""
        self._started("fresh").communicate()
        served, fresh = _files(self.project / "served"), _files(self.project / "fresh")
        assert [path for path in served.keys() | fresh.keys() if served.get(path) != fresh.get(path)] == []
        return True

    def end(self) -> None:
        self._process.communicate()


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def server(tmp_path: Path) -> Server:
    for name, text in {**small_project.FILES, "mkdocs.yml": SHELL, "quizzes/papers/small.yml": PAPER}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Server(tmp_path)


FIVE, TWO = "quizzes/five-kinds.yml", "quizzes/two-kinds.yml"


def test_a_saved_text_shows_on_every_page_that_has_it_without_a_build(server: Server) -> None:
    assert server.change(FIVE, "Another party does lasting work.", "Others do lasting work.") == 0
    assert server.change(TWO, "The letter O stands for office.", "The letter O stands for *office*.") == 0
    assert "stands for <em>office</em>" in (server.project / "served/quiz/two-kinds/index.html").read_text(encoding="utf-8")
    assert server.shows_a_fresh_build()
    server.end()


def test_what_a_saved_bank_makes_wrong_in_another_shows_beside_that_one(server: Server) -> None:
    assert server.change(TWO, "questions:", "withdrawn: [school-bus]\nquestions:") == 0
    assert "is withdrawn at quizzes/two-kinds.yml" in (server.project / "served/quiz/five-kinds/index.html").read_text("utf-8")
    assert server.shows_a_fresh_build()
    server.end()


def test_a_bank_that_cannot_be_read_shows_what_is_wrong_with_it_now(server: Server) -> None:
    assert server.change(TWO, "questions:", "questions") == 1
    assert server.change(TWO, "title: Two kinds", "title: [Two kinds") == 1
    assert server.shows_a_fresh_build()
    server.end()


WHOLE = [
    (FIVE, "id: school-bus", "id: the-school-bus"),
    (FIVE, "title: Five kinds", "title: Five sorts"),
    (FIVE, "text: Say what the work needs.", "text: Say all that the work needs."),
    (TWO, "kind: fill-in", "kind: fill-out"),
    (TWO, "title: Two kinds", "title: Two kinds\npublish: no"),
    (TWO, "questions:", "questions"),
    ("docs/words.md", "# ", "# New "),
    ("quizzes/papers/small.yml", "Small paper", "Other paper"),
    ("course.yml", "title: Small site", "title: Other site"),
]


def test_what_other_pages_are_made_from_builds_everything(server: Server) -> None:
    for builds, (path, old, new) in enumerate(WHOLE, 1):
        assert server.change(path, old, new) == builds
    assert server.change(FIVE, "Outsourcing, correct", "Contracting, correct") == len(WHOLE)
    assert server.shows_a_fresh_build()
    server.end()


EDITS: list[tuple[str, str, str]] = [
    (FIVE, "A school pays", "A college pays"),
    (FIVE, "hint: Ask who drives.", "hint: Ask who *drives*."),
    (FIVE, "marks: 1\n    stem: A", "marks: 2\n    stem: A"),
    (FIVE, "title: Five kinds", "title: Five sorts"),
    (TWO, "answers: [process]", "answers: [process, processes]"),
    (TWO, "questions:", "questions"),
    (TWO, "section: letters", "section: nowhere"),
    (TWO, "chapter: words.md", "withdrawn: [school-bus]\nchapter: words.md"),
    (TWO, "title: Two kinds", "title: [Two kinds"),
    (TWO, "answer: false", "draft: yes\n    answer: false"),
    ("docs/words.md", "# ", "# New "),
]


@pytest.mark.parametrize("seed", range(2))
def test_any_saves_one_after_the_other_end_as_a_fresh_build(server: Server, seed: int) -> None:
    chance, made = random.Random(seed), list[tuple[str, str, str]]()
    for _ in range(14):
        path, old, new = chance.choice(EDITS)
        is_made = (path, old, new) in made
        (made.remove if is_made else made.append)((path, old, new))
        server.change(path, new if is_made else old, old if is_made else new)
    assert server.shows_a_fresh_build()
    server.end()
