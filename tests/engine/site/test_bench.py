"""`make bench` on a tiny course, without the plugins of others: what it writes, and that it compares like with like."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import written
from bench.measure import Run, measure
from bench.questions import chapters
from bench.report import report
from bench.results import Size, read
from places import ROOT


@pytest.mark.site
def test_a_small_run_writes_every_table(tmp_path: Path) -> None:
    out = tmp_path / "RESULTS.md"
    command = [sys.executable, "-m", "bench", "--sizes", "40", "--rounds", "1", "--no-peers", "--reloads", "1"]
    subprocess.run([*command, "--parts", "builds", "reloads", "--out", str(out)], cwd=ROOT, check=True)
    text = out.read_text(encoding="utf-8")
    tables = [block for block in text.split("\n\n") if block.startswith("|")]
    assert len(tables) == 4
    for table in tables:
        assert len({line.count("|") for line in table.strip().splitlines()}) == 1, table
    for name in ("ours", "the same text and pages, plain", "the peers' text, plain"):
        assert f"| {name} | " in text
    size = read(out.with_suffix(".json"))[40]
    assert all(run.cpu > 0 and run.memory > 10 for runs in size.runs.values() for run in runs)
    assert all(each.wall > 0 for waits in size.reloads.values() for each in waits)
    assert size.loaded["ours"][0].scripts > size.loaded["ours"][1].scripts > 0


def test_the_same_text_has_every_word_of_our_questions_and_the_peers_text_has_what_they_can_show() -> None:
    (chapter,) = chapters(20)
    question = chapter.questions[0]
    same, text = written.as_same_text(question), written.as_text(question)
    for option in question.options:
        assert option.text in same
        assert option.why in same
        assert option.text in text
        assert option.why not in text
    for made in (text, written.for_quiz(question), written.for_mcq(question), written.for_superquiz(question)):
        assert question.stem in made
        assert question.explanation in made


def test_a_target_that_is_missed_is_said_to_be() -> None:
    runs = {"ours": [Run(12.0, 1.0, 100.0)], "same": [Run(10.0, 1.0, 90.0)]}
    text = report([Size(1000, runs, {"ours": 1.0, "same": 1.0})], {}, "a machine")
    assert "| CPU at most 1.1 of the same text, at 1,000 questions | 1.20 | **not met** |" in text
    assert "| memory at most 1.2 of the same text, at 1,000 questions | 1.11 | met |" in text


def test_what_was_measured_before_stays_until_it_is_measured_again(tmp_path: Path) -> None:
    size = Size(20, {"ours": [Run(1.0, 1.0, 1.0)]})
    size.take(Size(20, {"same": [Run(2.0, 2.0, 2.0)]}))
    assert size.runs.keys() == {"ours", "same"}
    assert json.loads(json.dumps(size.cpu("same"))) == 2.0


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        measure([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)
