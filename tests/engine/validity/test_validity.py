"""What `make valid` and `make pdfua` pass over, and what they refuse. No checker runs here."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from validity import __main__ as command
from validity.pages import CheckerError, faults, messages

POLICY = "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive (missing hash)."
ERROR = {"type": "error", "url": "file:/site/index.html", "lastLine": 7, "message": "Stray end tag “b”.", "extract": "<p>\n</b>"}


def answering(monkeypatch: pytest.MonkeyPatch, said: str, stderr: str = "") -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, stdout=said, stderr=stderr))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<p>", encoding="utf-8")
    return tmp_path


def test_an_error_is_told_with_its_page_and_line() -> None:
    assert list(faults([ERROR])) == ["file:/site/index.html:7: error: Stray end tag “b”.\n    <p> </b>"]


def test_warnings_and_notes_count_too_but_for_those_that_have_a_reason() -> None:
    warning: dict[str, Any] = {"type": "info", "subType": "warning", "url": "a.html", "message": "Section lacks heading."}
    passed = [{**warning, "message": POLICY}, {**warning, "message": "Trailing slash on void elements has no effect and so on."}]
    assert list(faults([warning, *passed])) == ["a.html:0: warning: Section lacks heading.\n    "]


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="expected a built site, got no page"):
        messages(Path("vnu.jar"), tmp_path)


def test_a_checker_that_gives_no_json_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "", "Error: Unable to access jarfile vnu.jar")
    with pytest.raises(
        CheckerError, match="expected an answer of the Nu HTML Checker in JSON, got 'Error: Unable to access jarfile"
    ):
        messages(Path("vnu.jar"), site)


def test_a_system_without_java_is_told_what_to_install(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site))
    with pytest.raises(CheckerError, match="needs Java 11 or newer: sudo apt-get install default-jre-headless"):
        messages(Path("vnu.jar"), site)


@pytest.mark.parametrize(("said", "status"), [([ERROR], 1), ([{**ERROR, "message": POLICY}], 0)])
def test_the_command_fails_for_a_fault_and_counts_what_it_passed_over(
    said: list[dict[str, Any]], status: int, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, json.dumps({"messages": said}))
    monkeypatch.setattr(sys, "argv", ["validity", "pages", str(site)])
    assert command.main() == status
    assert capsys.readouterr().out == f"{site}: 1 pages, {status} faults, {1 - status} messages passed over\n"
