"""Writes a new course: the engine of this one, sample chapters and banks, and everything that follows from its title and id."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from quizbank.course import SCHEMA_FILE, CourseFile
from quizbank.notes.figures import FOLDER as FIGURES
from quizbank.notes.figures import figure_style
from quizbank.problems.wording import faults_in
from quizbank.schemas import FILE as BANK_SCHEMA
from quizbank.schemas import PAPER_FILE, bank_schema, course_schema, paper_schema
from quizbank.start.figure import CannotStart
from quizbank.start.icons import FOLDER as ICONS
from quizbank.start.icons import LOGO, icons, logo
from quizbank.start.letters import initials
from quizbank.start.skeleton import framed
from quizbank.texts.literal import as_markdown

TEMPLATES = Path(__file__).parent / "course"
# The project that this engine works in, from which a new course gets what is the same in every course.
PROJECT = Path(__file__).resolve().parent.parent.parent.parent
_SAME = (
    ".editorconfig .gitattributes .gitignore hooks tools/make-venv.sh tools/print_packages.py"
    " docs/assets/iframe-worker overrides requirements.lock requirements-print.lock requirements-test.lock tests/conftest.py"
).split()
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*")
# Targets of the Makefile for those who change the engine: what they need stays with it.
_ENGINE_TARGETS = ("engines", "lint", "figures", "bench")
_IMPORT = re.compile(r"^(?:from|import) (\w+)", re.MULTILINE)
_TOKEN = re.compile("@([A-Z_]+)@")

# The style sheet of this project's own home page, behind the one that every course has.
OWN_STYLE = ", assets/home.css"

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
FIGURE = "two-chapters"
_SHAPES = """<rect class="f-box" x="8" y="8" width="136" height="56" rx="6"/>
<text class="f-text f-bold f-mid" x="76" y="33">1. Learning</text>
<text class="f-text f-small f-mid" x="76" y="51">recall and spacing</text>
<line class="f-line" x1="144" y1="36" x2="188" y2="36"/>
<path class="f-head" d="M196 36L188 31.8L188 40.2Z"/>
<rect class="f-soft" x="196" y="8" width="136" height="56" rx="6"/>
<text class="f-text f-bold f-mid" x="264" y="33">2. Tables</text>
<text class="f-text f-small f-mid" x="264" y="51">mean and range</text>
"""
_WORDS = "Two boxes with an arrow between them. Chapter 1, on learning, leads to chapter 2, on tables."


@dataclass(frozen=True)
class CourseRequest:
    """What an author asks for: the folder, and the title and id of the course."""

    folder: Path
    title: str
    id: str


def write_course(request: CourseRequest, project: Path = PROJECT) -> list[str]:
    """Write the course. Returns what to do next, in sentences. Raises CannotStart where the request cannot be met."""
    _check(request, project)
    for path in _SAME:
        _copy(project / path, request.folder / path)
    for name in _support(project):
        _copy(project / "tests/support" / name, request.folder / "tests/support" / name)
    for path, content in _files(request, project):
        target = request.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [
        f"{request.folder} holds the course '{request.title}'.",
        f"Next: cd {request.folder} && make serve; README.md says the rest.",
    ]


def _check(request: CourseRequest, project: Path) -> None:
    """Refuse what no course can be called, and a folder that holds something."""
    try:
        CourseFile.model_validate({"id": request.id, "title": request.title})
    except ValidationError as errors:
        faults = [f"--{fault.place[0]}: {fault.message}" for fault in faults_in(errors, CourseFile)]
        raise CannotStart("\n".join(faults)) from None
    folder = request.folder
    if folder.exists() and not folder.is_dir():
        raise CannotStart(f"{folder}: expected a folder that is empty or not there, got a file")
    if folder.is_dir() and any(folder.iterdir()):
        first = sorted(path.name for path in folder.iterdir())[0]
        raise CannotStart(f"{folder}: expected a folder that is empty or not there, got one that holds '{first}'")
    if project in (folder.resolve(), *folder.resolve().parents):
        raise CannotStart(f"{folder}: expected a folder outside of this course, got one inside it")


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder, with the times of its files: make installs again where a lock file is new."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=_LEFT_OUT)
    else:
        shutil.copy2(source, target)


def _support(project: Path) -> Iterator[str]:
    """Yield the helpers that the course's tests need, and those that these need."""
    folder = project / "tests/support"
    texts = [project / "tests/conftest.py", TEMPLATES / "tests/course/test_course.py.in"]
    found: set[str] = {"browser.py"}
    while texts:
        names = {f"{name}.py" for name in _IMPORT.findall(texts.pop().read_text(encoding="utf-8"))}
        new = {name for name in names - found if (folder / name).is_file()}
        found |= new
        texts += [folder / name for name in new]
    yield from sorted(found)


def _files(request: CourseRequest, project: Path) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that differ from course to course, by their paths."""
    description = f"Notes and self-check questions: {request.title}."
    words = {
        "ID": request.id,
        "TITLE": as_markdown(request.title),
        "QUOTED_TITLE": json.dumps(request.title, ensure_ascii=False),
        "QUOTED_DESCRIPTION": json.dumps(description, ensure_ascii=False),
    }
    for path in sorted(TEMPLATES.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            text = path.read_text(encoding="utf-8")
            yield path.relative_to(TEMPLATES).as_posix().removesuffix(".in"), _TOKEN.sub(lambda found: words[found[1]], text)
    for name, change in _CHANGED.items():
        yield name, change((project / name).read_text(encoding="utf-8"), request)
    yield f"quizzes/{BANK_SCHEMA}", bank_schema()
    yield f"quizzes/{PAPER_FILE}", paper_schema()
    yield f"quizzes/{SCHEMA_FILE}", course_schema()
    yield f"docs/{FIGURES}/{FIGURE}.svg", framed(FIGURE, "The sample chapters", _WORDS, 72, _SHAPES, figure_style({}))
    letters = initials(request.title, request.id)
    yield from ((f"{ICONS}/{name}", data) for name, data in icons(letters).items())
    yield LOGO, logo(letters)


def _settings(text: str, request: CourseRequest) -> str:
    """Return MkDocs' settings with the navigation of the new course, which is the last that they hold."""
    text = re.sub(r"(?<=https://school\.example/)[\w-]+", request.id, text)
    return text[: text.index("\nnav:") + 1].replace(OWN_STYLE, "") + NAV


def _makefile(text: str, request: CourseRequest) -> str:
    """Return the Makefile without the targets for those who change the engine."""
    blocks = [block for block in text.split("\n\n") if not re.search(rf"^(?:{'|'.join(_ENGINE_TARGETS)}):", block, re.MULTILINE)]
    return re.sub(r"(?m)^\.PHONY:.*$", lambda line: _without_targets(line[0]), "\n\n".join(blocks))


def _without_targets(line: str) -> str:
    return " ".join(word for word in line.split(" ") if word not in _ENGINE_TARGETS)


def _project(text: str, request: CourseRequest) -> str:
    text = re.sub(r'(?m)^name = ".*"$', f'name = "{request.id}"', text, count=1)
    return re.sub(r'(?m)^description = ".*"$', 'description = "A study site with notes and questions"', text, count=1)


def _licence(text: str, request: CourseRequest) -> str:
    own = (TEMPLATES / "LICENSE").read_text(encoding="utf-8")
    return own + text[text.index("MIT License\n") :]


# Files of every project that differ in a few places.
_CHANGED: dict[str, Callable[[str, CourseRequest], str]] = {
    "mkdocs.yml": _settings,
    "Makefile": _makefile,
    "pyproject.toml": _project,
    "LICENSE": _licence,
}
