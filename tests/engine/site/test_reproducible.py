"""The same sources give the same bytes: both editions, the zip, the e-book, the exports, the papers, from new processes."""

import sys
from pathlib import Path

import pytest

import small_project
from images import write_files
from reproduce import ELSEWHERE, HERE, make_all, sums

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("pdf")]

PAPER = """title: Class test
style: a class test
minutes: 10
instructions: [Answer all questions.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, true-false], number: 2, marks: 1}
"""


def test_another_path_time_zone_locale_hash_seed_and_umask_change_no_byte(tmp_path: Path) -> None:
    write_files(tmp_path / "project", {**small_project.FILES, "quizzes/papers/test.yml": PAPER})
    first, second = (sums(make_all(sys.executable, place, tmp_path, tmp_path / "project")) for place in (HERE, ELSEWHERE))
    kinds = {Path(name).suffix for name in first}
    assert {".html", ".js", ".zip", ".pdf", ".epub", ".apkg", ".xlsx"} <= kinds
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []
