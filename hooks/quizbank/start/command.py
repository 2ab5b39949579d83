"""The commands that write what an author begins with: `figure` and `new`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from quizbank.problems.report import report
from quizbank.start.figure import CannotStart, FigureRequest, write_figure
from quizbank.start.new_course import CourseRequest, write_course


def add_commands(commands: Any) -> None:
    """Add the commands of this room to the parser's."""
    figure = commands.add_parser("figure", help="write the file of a figure, to start from or from a drawing program's SVG file")
    figure.add_argument("name", metavar="NAME", help="the file will be docs/assets/figures/NAME.svg")
    figure.add_argument("--title", default="", help="the figure's title, for readers who cannot see it")
    source = "an SVG file of Inkscape, draw.io or another program"
    figure.add_argument("--from", dest="drawing", type=Path, metavar="FILE", help=source)
    figure.add_argument("--replace", action="store_true", help="write over the figure that is there")
    figure.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/")
    figure.set_defaults(run=_figure)
    new = commands.add_parser(
        "new", help="write a new course, with sample chapters and banks, which every command works on at once"
    )
    new.add_argument("folder", metavar="DIR", type=Path, help="the folder for it, empty or not there")
    new.add_argument("--title", required=True, help="the course's title")
    new.add_argument(
        "--id", required=True, help="a short name of lower-case words joined by hyphens, for files and stored answers"
    )
    new.set_defaults(run=_new)


def _figure(options: argparse.Namespace) -> int:
    try:
        path, notes = write_figure(FigureRequest(options.name, options.title, options.drawing, options.replace), options.root)
    except CannotStart as fault:
        print(fault, file=sys.stderr)
        return 1
    for line in report(notes, everything=True):
        print(line, file=sys.stderr)
    print(f"{path} is written. An empty line, this, and an empty line show it on a page:")
    print(f"/// figure | {options.name} | What one sees in it.\nThe same in words.\n///")
    return 0


def _new(options: argparse.Namespace) -> int:
    try:
        told = write_course(CourseRequest(options.folder, options.title, options.id))
    except CannotStart as fault:
        print(fault, file=sys.stderr)
        return 1
    print(*told, sep="\n")
    return 0
