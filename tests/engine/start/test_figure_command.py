"""`quizbank figure`: a figure to start from, and drawings of other programs in the house form, with a message for what is lost.

The cases in `tests/cases/drawings` are small imitations of what drawing programs write: the drawing, then the figure's shapes
and what has to be looked at, or why the file is refused.
"""

import re
from pathlib import Path

import pytest

from golden import parts_of
from places import CASES
from quizbank.cli import main
from quizbank.course import Topic
from quizbank.notes.figures import Figure, check_figures, figure_style
from quizbank.start.tracing.matrices import matrix_of, moved
from quizbank.start.tracing.paths import as_data, moved_path

DRAWINGS = sorted((CASES / "drawings").glob("*.txt"))
IDENTITY = matrix_of("")


# Two topics, of which one has dashed lines.
COURSE = """
id: maps
title: Maps
topics:
  bpo: {line: "#0b6b74", area: "#e0f1f2"}
  kpo: {line: "#6b3fa0", area: "#efe7f8", dashed: yes}
"""
TOPICS = {"bpo": Topic(line="#0b6b74", area="#e0f1f2"), "kpo": Topic(line="#6b3fa0", area="#efe7f8", dashed=True)}
STYLE = figure_style(TOPICS)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with docs/, which is where the commands run."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "course.yml").write_text(COURSE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(project: Path, name: str = "map") -> str:
    return (project / "docs" / "assets" / "figures" / f"{name}.svg").read_text(encoding="utf-8")


def shapes_of(figure: str) -> str:
    """Return a figure without its style block: what differs from one to the next."""
    return re.sub(r"<style>.*?</style>\n", "", figure, flags=re.DOTALL)


@pytest.mark.parametrize("case", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_becomes_a_figure_of_the_house(case: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = parts_of(case.read_text(encoding="utf-8"))
    (project / "drawing.svg").write_text(parts["drawing.svg"], encoding="utf-8")
    status = main(
        ["figure", "map", "--from", "drawing.svg", *([] if "<title>" in parts["drawing.svg"] else ["--title", "A map"])]
    )
    told = capsys.readouterr()
    if "refused" in parts:
        assert (status, told.err) == (1, parts["refused"])
        assert not (project / "docs" / "assets").exists()
        return
    assert status == 0
    assert shapes_of(written(project)) == parts["shapes"]
    assert told.err == parts["notes"]
    assert list(check_figures({"map": Figure("map", "map.svg", written(project), STYLE)}, {"map"})) == []


def test_a_new_figure_has_no_problem_and_says_how_to_show_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", "water-cycle", "--title", "Rain <b>& rivers</b>"]) == 0
    figure = written(project, "water-cycle")
    assert '<title id="fig-water-cycle-title">Rain &lt;b&gt;&amp; rivers&lt;/b&gt;</title>' in figure
    assert list(check_figures({"water-cycle": Figure("water-cycle", "x.svg", figure, STYLE)}, {"water-cycle"})) == []
    assert capsys.readouterr().out.splitlines() == [
        f"{Path('docs/assets/figures/water-cycle.svg')} is written. An empty line, this, and an empty line show it on a page:",
        "/// figure | water-cycle | What one sees in it.",
        "The same in words.",
        "///",
    ]


REFUSED = {
    "a name with capitals": (
        ["Map", "--title", "Map"],
        "expected a name of lower-case words joined by hyphens, such as 'value-chain', got 'Map'",
    ),
    "a name that leads elsewhere": (
        ["../map", "--title", "Map"],
        "expected a name of lower-case words joined by hyphens, such as 'value-chain', got '../map'",
    ),
    "no title": (["map"], "expected a title for readers who cannot see the drawing, got none; add it with --title"),
    "a drawing that is not there": (
        ["map", "--from", "gone.svg"],
        "gone.svg: expected an SVG file, got none that can be read",
    ),
    "a drawing without a title": (
        ["map", "--from", "plain.svg"],
        "plain.svg:2: expected a title for readers who cannot see the drawing, got none; add it with --title",
    ),
    "a picture instead of a drawing": (
        ["map", "--from", "picture.png"],
        "picture.png:1: expected an SVG file, got a fault: not well-formed (invalid token)",
    ),
    "a name that is taken": (
        ["taken", "--title", "Map"],
        "docs/assets/figures/taken.svg: expected a name that no figure has yet, got 'taken'; "
        "choose another, or add --replace to write it anew",
    ),
    "a folder that is no project": (["map", "--title", "Map", "--root", "docs"], "docs: expected the folder docs, got none"),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_met_is_refused(
    arguments: list[str], message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["figure", "taken", "--title", "Taken"])
    before = written(project, "taken")
    (project / "plain.svg").write_text('\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', encoding="utf-8")
    (project / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    capsys.readouterr()
    assert main(["figure", *arguments]) == 1
    assert capsys.readouterr().err == f"{message}\n"
    assert [path.name for path in (project / "docs/assets/figures").iterdir()] == ["taken.svg"]
    assert written(project, "taken") == before


def test_a_figure_is_replaced_only_when_that_is_asked_for(project: Path) -> None:
    main(["figure", "map", "--title", "First"])
    assert main(["figure", "map", "--title", "Second", "--replace"]) == 0
    assert "Second</title>" in written(project)


MOVES = {
    "translate(5)": (6, 2),
    "translate(5,-1)": (6, 1),
    "scale(2)": (2, 4),
    "scale(2 3)": (2, 6),
    "rotate(90)": (-2, 1),
    "rotate(90 1 1)": (0, 1),
    "skewX(45)": (3, 2),
    "skewY(45)": (1, 3),
    "matrix(1 0 0 1 7 8)": (8, 10),
    "matrix(1 2)": (1, 2),
    "translate(1 1) scale(10)": (11, 21),
    "turn(3)": (1, 2),
}


@pytest.mark.parametrize(("transform", "place"), MOVES.items())
def test_a_transform_moves_a_point(transform: str, place: tuple[float, float]) -> None:
    assert moved(matrix_of(transform), (1, 2)) == pytest.approx(place)


PATHS = {
    "M1 2 3 4z": "M1 2L3 4Z",
    "m1,2,3,4": "M1 2L4 6",
    "M1 1h2v3H0V0": "M1 1L3 1L3 4L0 4L0 0",
    "M0 0c1 1 2 2 3 3s1-1 2 0": "M0 0C1 1 2 2 3 3C4 4 4 2 5 3",
    "M0 0S1 1 2 2": "M0 0C0 0 1 1 2 2",
    "M0 0Q2 2 4 0t4 0": "M0 0Q2 2 4 0Q6 -2 8 0",
    "M0 0A0 5 0 0 0 4 4": "M0 0L4 4",
    "M0 0a5 5 0 0110 0": "M0 0C0 -2.8 2.2 -5 5 -5C7.8 -5 10 -2.8 10 0",
    "M0 0A5 5 0 0 0 10 0": "M0 0C0 2.8 2.2 5 5 5C7.8 5 10 2.8 10 0",
    "M0 0A1 1 0 1 1 10 0": "M0 0C0 -2.8 2.2 -5 5 -5C7.8 -5 10 -2.8 10 0",
    "M0 0A5 5 0 0 0 0 0L1 1": "M0 0L1 1",
    "M1 2z m1 1 L9 9": "M1 2ZM2 3L9 9",
    "M1 2 L3": "M1 2",
    "M.5.5-1e1-.5": "M0.5 0.5L-10 -0.5",
}


@pytest.mark.parametrize(("data", "plain"), PATHS.items())
def test_path_data_becomes_lines_and_curves(data: str, plain: str) -> None:
    assert as_data(moved_path(data, IDENTITY)) == plain


def test_an_arc_that_is_turned_ends_where_it_should() -> None:
    (_, (start,)), *curves = moved_path("M10 20A30 15 30 1 0 50 40", matrix_of("rotate(20) scale(2 1)"))
    assert start == pytest.approx(moved(matrix_of("rotate(20) scale(2 1)"), (10, 20)))
    assert curves[-1][1][-1] == pytest.approx(moved(matrix_of("rotate(20) scale(2 1)"), (50, 40)))
    assert 3 <= len(curves) <= 4
