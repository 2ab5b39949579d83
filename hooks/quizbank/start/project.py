"""What a new course takes over from the project around this engine, as it is or with a few places changed.

An engine that was installed as a package has no project around it. It brings along what a course of its own needs, in the folder
`project` here, and such a course names the engine in its settings where others hold a copy of it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

TEMPLATES = Path(__file__).parent / "course"
# The style sheet of this project's own home page, behind the one that every course has.
OWN_STYLE = ", assets/home.css"
# Targets of the Makefile for those who change the engine: what they need stays with it.
_ENGINE_TARGETS = (
    *("fuzz", "mutants", "engines", "lint", "figures", "bench", "taps", "light", "wheel", "hosts", "properdocs", "zensical"),
    *("valid", "pdfua", "audit", "reproducible", "load"),
    r"\$\(VENV\)/(?:apart/%|vnu)",
)
# Tables of the project's settings that make the engine a package.
_PACKAGE_TABLES = ("build-system", "dependency-groups", "project.scripts", "project.entry-points", "tool.hatch")
_PACKAGE_KEYS = re.compile(r"(?m)^(?:readme|license|license-files) = .*\n")

NAV = """nav:
  - Home: index.md
  - Learn:
      - learn/index.md
      - Study skills:
          - 1. Learning that lasts: recall.md
          - 2. Reading a table: tables.md
  - Practice:
      - practice/index.md
      - Find your level: level.md
      - Daily review: today.md
      - Mistakes: mistakes.md
      - Flashcards: flashcards.md
      - Chapter quizzes: quizzes.md
      - Progress: progress.md
  - Tests:
      - tests/index.md
      - Mock tests: mock-exams.md
  - Revise:
      - revise/index.md
      - Glossary: glossary.md
  - About:
      - For teachers: teachers.md
      - Offline copy and PDF: offline/index.md
"""


def _settings(text: str, course: str) -> str:
    """Return MkDocs' settings with the navigation of the new course, which is the last that they hold."""
    text = re.sub(r"(?<=https://school\.example/)[\w-]+", course, text)
    return text[: text.index("\nnav:") + 1].replace(OWN_STYLE, "") + NAV


def _settings_with_plugin(text: str, course: str) -> str:
    """Return the settings with the engine as a plugin, behind the others: there MkDocs puts hooks, too."""
    text = re.sub(r"(?m)^hooks: .*\n\n", "", _settings(text, course)).replace("make site\n", "mkdocs build --strict\n", 1)
    before, extensions, after = text.partition("\n\nmarkdown_extensions:")
    return f"{before}\n  # The engine, from the package of this name: behind all others.\n  - quizbank{extensions}{after}"


def _makefile(text: str, course: str) -> str:
    """Return the Makefile without the targets for those who change the engine, and without the locks of these."""
    text = re.sub(r"(?m)^\tuv pip compile --group .*\n", "", text)
    blocks = [block for block in text.split("\n\n") if not re.search(rf"^(?:{'|'.join(_ENGINE_TARGETS)}):", block, re.MULTILINE)]
    return re.sub(r"(?m)^\.PHONY:.*$", lambda line: _without_targets(line[0]), "\n\n".join(blocks))


def _without_targets(line: str) -> str:
    return " ".join(word for word in line.split(" ") if word not in _ENGINE_TARGETS)


def _project(text: str, course: str) -> str:
    """Return the settings of Python's tools, without those that make the engine a package."""
    tables = re.split(r"\n\n(?=(?:#.*\n)*\[)", text.rstrip("\n"))
    kept = "\n\n".join(table for table in tables if not re.search(rf"(?m)^\[(?:{'|'.join(_PACKAGE_TABLES)})\b", table)) + "\n"
    kept = _PACKAGE_KEYS.sub("", kept).replace('dynamic = ["version"]', 'version = "1.0.0"', 1)
    kept = re.sub(r'(?m)^name = ".*"$', f'name = "{course}"', kept, count=1)
    return re.sub(r'(?m)^description = ".*"$', 'description = "A study site with notes and questions"', kept, count=1)


def _licence(text: str, course: str) -> str:
    own = (TEMPLATES / "LICENSE").read_text(encoding="utf-8")
    return own + text[text.index("MIT License\n") :]


@dataclass(frozen=True)
class Project:
    """Where a course's files come from. Without a copy of the engine in it, a course has no tests and no Makefile either.

    `same` are files and folders that every course has, `changed` files that differ in a few places, with what changes them; both
    by their paths below `folder`. `templates` are folders of files that name the course; of two with one path, the later counts.
    """

    folder: Path
    same: tuple[str, ...]
    changed: Mapping[str, Callable[[str, str], str]]
    templates: tuple[Path, ...]
    has_engine: bool


_EVERYWHERE = (".editorconfig", ".gitattributes", ".gitignore", "docs/assets/iframe-worker", "overrides")
_ENGINE = (
    "hooks tools/make-venv.sh tools/print_packages.py tests/conftest.py"
    " requirements.lock requirements-print.lock requirements-exchange.lock requirements-test.lock"
).split()
AROUND = Project(
    Path(__file__).resolve().parent.parent.parent.parent,
    (*_EVERYWHERE, *_ENGINE),
    {"mkdocs.yml": _settings, "Makefile": _makefile, "pyproject.toml": _project, "LICENSE": _licence},
    (TEMPLATES,),
    has_engine=True,
)
BROUGHT = Project(
    Path(__file__).resolve().parent / "project",
    _EVERYWHERE,
    {"mkdocs.yml": _settings_with_plugin, "LICENSE": _licence},
    (TEMPLATES, TEMPLATES.with_name("installed")),
    has_engine=False,
)
PROJECT = BROUGHT if BROUGHT.folder.is_dir() else AROUND
