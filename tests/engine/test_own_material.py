"""The tests of the engine use small projects of their own and never this course, so that they hold for every course."""

import re
from pathlib import Path

import pytest

from places import ROOT

# Programs and tests may be taken from the repository. What a course consists of may not, nor what is built from it.
CONTENT = re.compile(
    r"""\bROOT\ /\ f?["'](?:docs|quizzes|facts|course\.yml|mkdocs)  # the path of content
    | read_library\(ROOT | str\(ROOT\)        # the whole project
    | \b(?:online_site|offline_site):       # fixtures of this course's site
    | \bfrom\ course\ import | \bimport\ course\b""",
    re.VERBOSE,
)
HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.rglob("*.py") if path != Path(__file__))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_test_of_the_engine_reads_the_content_of_this_course(path: Path) -> None:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    assert [f"{path.relative_to(ROOT)}:{number}: {line.strip()}" for number, line in lines if CONTENT.search(line)] == []


def test_every_test_lies_in_one_of_the_two_sorts() -> None:
    tests = ROOT / "tests"
    places = {path.relative_to(tests).parts[0] for path in tests.rglob("test_*.py")}
    assert places == {"course", "documents", "engine", "fuzz", "other_browsers", "other_builders"}
