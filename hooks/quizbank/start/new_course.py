"""Writes a new course: the engine of this one, sample chapters and banks, and everything that follows from its title and id."""

import json
import re
import shutil
from collections.abc import Iterator
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
from quizbank.start.project import PROJECT, TEMPLATES, Project
from quizbank.start.skeleton import framed
from quizbank.texts.literal import as_markdown

_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*")
_IMPORT = re.compile(r"^(?:from|import) (\w+)", re.MULTILINE)
_TOKEN = re.compile("@([A-Z_]+)@")

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


def write_course(request: CourseRequest, project: Project = PROJECT) -> list[str]:
    """Write the course. Returns what to do next, in sentences. Raises CannotStart where the request cannot be met."""
    _check(request, project.folder)
    for path in (*project.same, *_support(project)):
        _copy(project.folder / path, request.folder / path)
    for path, content in _files(request, project):
        target = request.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [
        f"{request.folder} holds the course '{request.title}'.",
        f"Next: cd {request.folder} && {'make' if project.has_engine else 'mkdocs'} serve; README.md says the rest.",
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


def _support(project: Project) -> Iterator[str]:
    """Yield the helpers that the course's tests need, and those that these need, by their paths."""
    if not project.has_engine:
        return
    folder = project.folder / "tests/support"
    texts = [project.folder / "tests/conftest.py", TEMPLATES / "tests/course/test_course.py.in"]
    found: set[str] = {"browser.py"}
    while texts:
        names = {f"{name}.py" for name in _IMPORT.findall(texts.pop().read_text(encoding="utf-8"))}
        new = {name for name in names - found if (folder / name).is_file()}
        found |= new
        texts += [folder / name for name in new]
    yield from (f"tests/support/{name}" for name in sorted(found))


def _files(request: CourseRequest, project: Project) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that differ from course to course, by their paths."""
    yield from _named(request, project)
    for name, change in project.changed.items():
        yield name, change((project.folder / name).read_text(encoding="utf-8"), request.id)
    yield f"quizzes/{BANK_SCHEMA}", bank_schema()
    yield f"quizzes/{PAPER_FILE}", paper_schema()
    yield f"quizzes/{SCHEMA_FILE}", course_schema()
    yield f"docs/{FIGURES}/{FIGURE}.svg", framed(FIGURE, "The sample chapters", _WORDS, 72, _SHAPES, figure_style({}))
    letters = initials(request.title, request.id)
    yield from ((f"{ICONS}/{name}", data) for name, data in icons(letters).items())
    yield LOGO, logo(letters)


def _named(request: CourseRequest, project: Project) -> Iterator[tuple[str, str]]:
    """Yield the files that name the course."""
    description = f"Notes and self-check questions: {request.title}."
    words = {
        "ID": request.id,
        "TITLE": as_markdown(request.title),
        "QUOTED_TITLE": json.dumps(request.title, ensure_ascii=False),
        "QUOTED_DESCRIPTION": json.dumps(description, ensure_ascii=False),
    }
    for name, path in _templates(project):
        yield name, _TOKEN.sub(lambda found: words[found[1]], path.read_text(encoding="utf-8"))


def _templates(project: Project) -> Iterator[tuple[str, Path]]:
    """Yield the files of the templates by what they become. A course without the engine has no tests of its own."""
    for folder in project.templates:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix().removesuffix(".in")
            if path.is_file() and "__pycache__" not in path.parts and (project.has_engine or not name.startswith("tests/")):
                yield name, path
