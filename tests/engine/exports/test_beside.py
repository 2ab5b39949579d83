"""What lies beside the files of a format is written with them."""

from pathlib import Path

import pytest

from quizbank.cli import main
from quizbank.exports.json import SCHEMA
from quizbank.start.new_course import CourseRequest, write_course


def test_the_command_writes_what_lies_beside_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(CourseRequest(tmp_path / "course", "Chemistry", "chemistry"))
    out = tmp_path / "out"
    assert main(["export", "csv", "json", "aiken", "--root", str(tmp_path / "course"), "--out", str(out)]) == 0
    assert "for CSV" in capsys.readouterr().out
    assert {path.name for path in (out / "csv").iterdir()} > {"chemistry-all.csv", "columns.txt"}
    assert (out / "json/questions.schema.json").read_bytes() == SCHEMA.read_bytes()
    assert {path.suffix for path in (out / "aiken").iterdir()} == {".txt"}


def test_the_command_prints_the_schema_of_an_export(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "questions"]) == 0
    assert capsys.readouterr().out == SCHEMA.read_text(encoding="utf-8")
