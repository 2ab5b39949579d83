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


def test_a_product_is_compared_with_the_text_that_it_was_given() -> None:
    seconds = {"ours": 9.0, "same": 10.0, "text": 4.0, "mcq": 6.0}
    runs = {key: [Run(cpu, cpu, 50.0)] for key, cpu in seconds.items()}
    text = report([Size(1000, runs, dict.fromkeys(runs, 1.0))], {}, "a machine")
    assert "| mkdocs-mcq | 6.00 | 0.60 | 1.50 | 6.0 | 50 | 1.00 | 1 |" in text
    assert "| CPU below mkdocs-mcq, at 1,000 questions | 1.50 | **not met** |" in text
    assert "| CPU, each of its own text, below mkdocs-mcq, at 1,000 questions | 0.60 | met |" in text


def test_what_grows_faster_than_the_questions_is_said_to() -> None:
    sizes = [
        Size(number, {key: [Run(cpu, cpu, 1.0)] for key in ("ours", "same")}, commands={"check": Run(checked, checked, 1.0)})
        for number, cpu, checked in ((1000, 2.0, 3.0), (10_000, 18.0, 60.0))
    ]
    for size in sizes:
        size.html = {"ours": 1.0, "same": 1.0}
    text = report(sizes, {}, "a machine")
    assert "| CPU of a build grows at most 10 times from 1,000 to 10,000 questions | 9.00 | met |" in text
    assert "| CPU of `make check` grows at most 10 times from 1,000 to 10,000 questions | 20.00 | **not met** |" in text


def test_what_was_measured_before_stays_until_it_is_measured_again(tmp_path: Path) -> None:
    size = Size(20, {"ours": [Run(1.0, 1.0, 1.0)]})
    size.take(Size(20, {"same": [Run(2.0, 2.0, 2.0)]}))
    assert size.runs.keys() == {"ours", "same"}
    assert json.loads(json.dumps(size.cpu("same"))) == 2.0


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        measure([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)
