"""Nothing passes the margins of a sheet: long words, code and tables wrap, and what cannot wrap stops the file."""

import re
import subprocess
from pathlib import Path

import pytest

import small_project
from quizbank.cli import main
from quizbank.print.pdf import PdfError, write_pdf

pytestmark = pytest.mark.usefixtures("pdf")

STYLE = "@page { size: A4; margin: 20mm } body { font: 10pt monospace; margin: 0 } table { border-collapse: collapse }"
WIDE = "x" * 120
LONG = "pneumono" + "ultramicroscopic" * 3 + "silicon"  # 63 letters
CODE = "total = " + "price * number + " * 12
PAPER = """
title: Small paper
style: a test
minutes: 5
instructions: [Answer all questions.]
bloom_share: 50
sections:
  - { id: A, title: Choose, kinds: [single-choice], number: 1, marks: 1 }
  - { id: B, title: Write, kinds: [matching], number: 1, marks: 3 }
"""


def document(body: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>T</title><style>{STYLE}</style></head><body>{body}</body></html>'


PICTURE = '<img alt="x" style="width: 200mm" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">'
TABLE = f"<table style='table-layout: fixed; width: 60mm' id='wide'><tr><td>{'y' * 40}</td><td>b</td></tr></table>"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (f"<p id='deep'>{WIDE}</p>", "page 1: 'deep': expected everything inside the margins, got 'xxx"),
        (f"<p id='deep'>{WIDE}</p>", "xxx…', which passes the right margin by "),
        (f"<div id='out'><pre id='in'>{CODE}</pre></div>", "page 1: 'in': expected everything inside the margins"),
        (f"<div class='paper-key'><b>7.</b> <pre>{CODE}</pre></div>", "page 1: question 7: expected everything inside"),
        (f"<div class='paper-case'>7. <div class='paper-question'>(b) {WIDE}</div></div>", "page 1: question 7 (b): expected"),
        (f"<div id='q'><div class='paper-key'>7. <pre>{CODE}</pre></div></div>", "page 1: 'q', question 7: expected"),
        (f"<p>One</p><p style='break-before: page'>{WIDE}</p>", "page 2: expected everything inside the margins"),
        (TABLE, "page 1: 'wide': expected everything inside the margins, got 'yyy"),
        (TABLE, "which passes the right edge of its table cell"),
        (f"<p>{PICTURE}</p>", "got a picture, which passes the right margin by 30 mm"),
        ("<p style='margin-left: -10mm'>word</p>", "got 'word', which passes the left margin by 10 mm"),
        ("<p style='position: absolute; top: 280mm'>word</p>", "got 'word', which passes the lower margin"),
    ],
)
def test_what_passes_a_margin_stops_the_file(body: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(PdfError, match=re.escape(message)) as caught:
        write_pdf(document(body), tmp_path / "one.pdf", tmp_path)
    assert str(caught.value).startswith("one.pdf: page ")
    assert list(tmp_path.iterdir()) == []


def test_a_question_that_passes_the_margin_often_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(PdfError) as caught:
        write_pdf(document(f"<div id='deep'><p>{WIDE}</p><p>{WIDE}</p></div>"), tmp_path / "one.pdf", tmp_path)
    assert str(caught.value).count("\n") == 0


def test_what_stands_within_the_margins_is_made_running_heads_too(tmp_path: Path) -> None:
    head = "<style>@page { @top-left { content: 'Head' } }</style>"
    write_pdf(document(f"{head}<p>Words</p><p style='overflow-wrap: anywhere'>{WIDE}</p>"), tmp_path / "one.pdf", tmp_path)
    assert (tmp_path / "one.pdf").exists()


def project(root: Path, table: str) -> Path:
    """Write a project with one paper of two questions, into which go a long word, code and a table."""
    stem = f"Which of these is right, {LONG}?\n\n{table}\n\nThen:\n\n    {CODE}\n"
    texts = [f"`{LONG}{LONG}`", LONG, "Short"]
    bank = f"""
title: Wide
chapter: words.md
objectives: [{{id: LO1.1, slug: say-it, text: Say it.}}]
questions:
  - id: wide-choice
    kind: single-choice
    section: letters
    objective: LO1.1
    bloom: apply
    marks: 1
    stem: |
{_indented(stem)}
    options:
      - {{text: "{texts[0]}", correct: yes, why: "Because of {LONG}."}}
      - {{text: "{texts[1]}", why: "Not {LONG}."}}
      - {{text: "{texts[2]}", why: Too short.}}
    explanation: "{LONG} {"is a word that nobody needs to say " * 3}"
  - id: wide-match
    kind: matching
    section: letters
    objective: LO1.1
    bloom: apply
    marks: 3
    stem: Match them.
    pairs:
      - {{left: "One {LONG}", right: "First {LONG}", why: "One is {LONG}."}}
      - {{left: "Two {LONG}", right: "Second {LONG}", why: Two is second.}}
      - {{left: Three, right: Third, why: Three is third.}}
    explanation: "{LONG} {"is a word that nobody needs to say " * 3}"
"""
    files = {"docs/words.md": small_project.FILES["docs/words.md"].replace("/// objectives | two-kinds\n///", "")}
    files |= {"quizzes/wide.yml": bank, "quizzes/papers/small.yml": PAPER}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def _indented(text: str) -> str:
    return "\n".join(f"      {line}" for line in text.splitlines())


def _table(columns: int) -> str:
    rows = (" | ".join(f"{word}{number}" for number in range(columns)) for word in ("Heading", "accounting"))
    first, second = (f"| {row} |" for row in rows)
    return "\n".join([first, "|" + "---|" * columns, second])


def test_long_words_code_and_wide_tables_wrap_on_paper_and_key(tmp_path: Path) -> None:
    root = project(tmp_path, _table(9))
    assert main(["paper", "small", "--root", str(root), "--out", str(root / "out"), "--seed", "1"]) == 0
    paper, key = (next((root / "out").glob(f"*-{what}.pdf")) for what in ("paper", "key"))
    text = printed(paper)
    assert text.count(LONG) >= 8
    assert re.sub(r"\s", "", CODE) in text
    assert all(f"Heading{number}" in text for number in range(9))
    assert LONG in printed(key)


def printed(path: Path) -> str:
    """Return the letters of a file, without the spaces and the hyphens of its line ends."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return re.sub(r"[\s\u2010]", "", text)


def test_a_paper_with_a_table_of_90_columns_is_not_made_and_the_message_names_question_and_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, _table(90))
    assert main(["paper", "small", "--root", str(root), "--out", str(root / "out"), "--seed", "1"]) == 1
    told = capsys.readouterr().err
    assert re.match(
        r"small-\S+-paper\.pdf: page 1: question 1: expected everything inside the margins, got '.+?', "
        r"which passes the right (margin|edge of its table cell) by \d+ mm\n",
        told,
    ), told
    assert list((root / "out").glob("*paper.pdf")) == []
