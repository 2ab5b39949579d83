"""`mkdocs serve` shows every change without a restart, in whatever the pages are made from."""

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import small_project
from places import ROOT

pytestmark = pytest.mark.site

PATIENCE = 180  # seconds until a build must have come about, on a machine that does much else
FIGURE = small_project.drawing("control-ladder")
PAPER = """
title: Small paper
style: a class test
minutes: 5
instructions: [Answer all questions.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, multiple-choice], number: 1, marks: 1}
"""
FACTS = """
topics: {words: [words.md]}
facts:
  - {id: letters, topic: words, priority: core, statement: Each letter is a word., must_terms: [letter]}
"""
FIGURE_BLOCK = """
/// figure | control-ladder | Who controls what.
The provider runs the work, and the client stays answerable for all of it, whatever was agreed between the two.
///
"""


class Log:
    """What the server has logged so far. Whatever it does ends with a line, so a line is when to look again."""

    def __init__(self, stream: Iterable[str]) -> None:
        self.lines: list[str] = []
        self.is_over = False
        self._news = threading.Condition()
        threading.Thread(target=self._read, args=[stream], daemon=True).start()

    def _read(self, stream: Iterable[str]) -> None:
        for line in stream:
            with self._news:
                self.lines.append(line)
                self._news.notify_all()
        with self._news:
            self.is_over = True
            self._news.notify_all()

    def wait_for(self, condition: Callable[[], bool]) -> bool:
        """Look at every line whether something holds, until it does. Returns whether it came about in time."""
        with self._news:
            self._news.wait_for(lambda: self.is_over or condition(), PATIENCE)
        return condition()


@dataclass
class Served:
    """A project of its own engine under `mkdocs serve`: its folder, its address, and what the server logs."""

    folder: Path
    address: str
    log: Log

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")

    def logged(self, words: str) -> bool:
        return any(words in line for line in self.log.lines)

    def until(self, condition: Callable[[], bool], name: str = "it") -> None:
        """Wait until something holds."""
        assert self.log.wait_for(condition), f"{name} never came about:\n{''.join(self.log.lines)}"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    hooks = tmp_path / "hooks"
    shutil.copytree(ROOT / "hooks", hooks, ignore=shutil.ignore_patterns("__pycache__"))
    files = {
        **small_project.WITH_CARDS,
        "mkdocs.yml": small_project.CONFIG.replace(f"{ROOT}/hooks", str(hooks)),
        "docs/assets/figures/control-ladder.svg": FIGURE,
        "docs/words.md": small_project.WITH_CARDS["docs/words.md"] + FIGURE_BLOCK,
        "quizzes/papers/small.yml": PAPER,
        "facts.yml": FACTS,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"} | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", place]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment) as server:
        running = Served(tmp_path, f"http://{place}/", Log(server.stderr or ()))
        running.until(lambda: running.logged("Serving on"), "the server")
        yield running
        server.terminate()


def loaded(site: Served, page: str, pattern: str) -> str:
    """Return a script or a style sheet that a page loads."""
    found = re.search(rf'(?:src|href)="\.\./(?:\.\./)?(assets/quiz/{pattern}-[0-9a-f]+\.\w+)"', site.get(page))
    return site.get(found[1]) if found else ""


def terms(site: Served, page: str) -> str:
    """Return the scripts that bring the glossary's meanings to a page when they are asked for."""
    return "".join(map(site.get, re.findall(r"assets/quiz/terms-[0-9a-f]+\.js", site.get(page))))


def test_every_kind_of_file_shows_its_change_without_a_restart(served: Served) -> None:
    served.change("facts.yml", "must_terms: [letter]", "must_terms: [telegraph]")
    served.until(lambda: served.logged("facts.yml:4: letters: expected a section of words.md that teaches this"))

    hooks = "hooks/quizbank"
    served.change(f"{hooks}/frontend/styles/questions.css", ":is(quiz-question", ".reloaded { --x: 0 }\n:is(quiz-question")
    served.append(f"{hooks}/frontend/core/quiz.js", 'globalThis.reloaded = "script";')
    served.append(f"{hooks}/frontend/today/today.js", 'globalThis.reloaded = "feature";')
    served.change(f"{hooks}/kinds/true_false/page.html.j2", '{{ say("kind.true_or_false") }}', "Is this true or false?")
    served.change(f"{hooks}/render/templates/bank.html.j2", "quiz-standing", "quiz-standing reloaded")
    served.change(f"{hooks}/strings/en.yml", "Nobody else sees them.", "You alone see them.")
    served.change(f"{hooks}/strings/en.yml", "title: About the question bank", "title: About our many questions")
    served.change("docs/assets/figures/control-ladder.svg", "</title>", " reloaded</title>")
    served.change("docs/glossary.md", "The firm that buys the service.", "Whoever buys the service.")
    served.change("quizzes/papers/small.yml", "Small paper", "Larger paper")
    quiz = "quiz/five-kinds/"
    shown = {
        "the template of a kind": lambda: "Is this true or false?" in served.get(quiz),
        "a template": lambda: "quiz-standing reloaded" in served.get(quiz),
        "the words of the interface": lambda: "You alone see them." in served.get(quiz),
        "a style sheet": lambda: ".reloaded" in loaded(served, quiz, "quiz"),
        "the script of questions": lambda: 'globalThis.reloaded="script"' in loaded(served, quiz, "question"),
        "the script of a feature": lambda: 'globalThis.reloaded="feature"' in loaded(served, "today/", "today"),
        "a word": lambda: "About our many questions" in served.get("about-questions/"),
        "a figure": lambda: " reloaded</title>" in served.get("words/"),
        "the glossary": lambda: "Whoever buys the service." in terms(served, "words/"),
        "a paper": lambda: "Larger paper" in served.get("mock-exams/"),
    }
    for name, is_shown in shown.items():
        served.until(is_shown, name)

    served.change(f"{hooks}/site/pages/about.py", "def pages(", "def pages(:")
    served.until(lambda: served.logged("quizbank/site/pages/about.py:"))
    assert served.logged("; the pages are made with the engine as it was before")
    served.change(f"{hooks}/site/pages/about.py", "def pages(:", "def pages(")
    served.change(f"{hooks}/site/pages/about.py", '"ABCDE"', '"VWXYZ"')
    served.until(lambda: "<td>V</td>" in served.get("about-questions/"), "code")

    served.change("hooks/theme_repairs.py", '"""Fixes', '"""Also fixes')
    served.until(lambda: served.logged("hooks/theme_repairs.py has changed: stop `mkdocs serve` and start it again to see that"))
