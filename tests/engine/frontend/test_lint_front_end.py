"""The rules of our own for style sheets, and that the linters of scripts and templates find what they are there for."""

import sys
from pathlib import Path

import pytest
import tinycss2

from places import ROOT

sys.path.insert(0, str(ROOT / "tools"))

import lint_front_end


@pytest.mark.parametrize(
    ("sheet", "fault"),
    [
        (".quiz-card { color: red; }", ""),
        (".quiz-card { content: 'a'; content: 'b'; }", ""),  # the second is for browsers that know it
        ("@media print { .quiz-card { color: red; } }", ""),
        (".quiz-card {\n color: red;\n color: red;\n}", "3: expected each declaration once, got 'color: red' twice"),
        (".quiz-card {}", "1: expected declarations, got an empty rule"),
        ("\n.quiz-gone { color: red; }", "2: expected a class that something shows, got '.quiz-gone'"),
        ("@media print {\n .quiz-gone { color: red; }\n}", "2: expected a class that something shows, got '.quiz-gone'"),
        (".quiz-card { color red; }", "1: expected a declaration, got a fault: "),
        (".quiz-card { color: red; } }", "1: expected CSS that can be read, got a fault: "),
    ],
)
def test_a_style_sheet_is_told_what_is_wrong_with_it_and_where(sheet: str, fault: str) -> None:
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    faults = [f"{line}: {words}" for line, words in lint_front_end.faults_in(rules, frozenset({"quiz-card"}))]
    assert len(faults) == bool(fault)
    assert not fault or faults[0].startswith(fault)


def test_a_name_that_nobody_declared_fails_the_linter_of_scripts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "broken.js"
    script.write_text("addEventListener('load', () => notDeclared());\n", encoding="utf-8")
    monkeypatch.setattr(lint_front_end, "WHOLE_SCRIPTS", (script,))
    assert lint_front_end.lint_scripts() == 1
    assert "'notDeclared' is not defined" in capfd.readouterr().out


def test_a_button_without_its_type_fails_the_linter_of_templates(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.html.j2").write_text("<p><button>Start</button></p>\n", encoding="utf-8")
    monkeypatch.setattr(lint_front_end, "ENGINE", tmp_path)
    assert lint_front_end.lint_templates() == 1
    assert "Button tag should have a type attribute." in capfd.readouterr().out
