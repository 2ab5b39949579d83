"""Writes the file of a figure: one to start from, or a drawing program's file in the house form."""

from dataclasses import dataclass
from pathlib import Path

from quizbank.course import read_course
from quizbank.notes.figures import FOLDER, Figure, check_figures, figure_style, is_name
from quizbank.notes.svg import NotDrawn
from quizbank.problems.problem import Problem, file_name
from quizbank.start.skeleton import skeleton
from quizbank.start.tracing.colours import Palette
from quizbank.start.tracing.drawing import in_house_form


class CannotStart(Exception):
    """Nothing is written; the message says what was expected."""


@dataclass(frozen=True)
class FigureRequest:
    """What an author asks for: the figure's name and title, the drawing it is made from, and whether it replaces one."""

    name: str
    title: str
    drawing: Path | None = None
    replace: bool = False


def write_figure(request: FigureRequest, root: Path) -> tuple[Path, list[Problem]]:
    """Write the figure into the docs folder of the project `root`. Returns its file, and what has to be looked at.

    Raises CannotStart where the request cannot be met.
    """
    path = _target(request, root)
    style = figure_style(read_course(root)[0].topics)
    if request.drawing is None:
        if not request.title:
            raise CannotStart("expected a title for readers who cannot see the drawing, got none; add it with --title")
        text, notes = skeleton(request.name, request.title, style), list[Problem]()
    else:
        text, notes = _from_drawing(request, request.drawing, style)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    figure = Figure(request.name, file_name(path, root), text, style)
    return path, [*notes, *check_figures({request.name: figure}, {request.name})]


def _target(request: FigureRequest, root: Path) -> Path:
    if not is_name(request.name):
        raise CannotStart(f"expected a name of lower-case words joined by hyphens, such as 'value-chain', got '{request.name}'")
    if not (root / "docs").is_dir():
        raise CannotStart(f"{root}: expected the folder docs, got none")
    path = root / "docs" / FOLDER / f"{request.name}.svg"
    if path.exists() and not request.replace:
        taken = f"expected a name that no figure has yet, got '{request.name}'; choose another, or add --replace to write it anew"
        raise CannotStart(f"{file_name(path, root)}: {taken}")
    return path


def _from_drawing(request: FigureRequest, drawing: Path, style: str) -> tuple[str, list[Problem]]:
    try:
        text = drawing.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        raise CannotStart(f"{drawing}: expected an SVG file, got none that can be read") from None
    palette = Palette(style)
    try:
        return in_house_form(text, request.name, str(drawing), request.title, palette)
    except NotDrawn as fault:
        raise CannotStart(f"{drawing}:{fault.line}: {fault.message}") from None
