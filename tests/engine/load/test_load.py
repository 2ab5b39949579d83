"""What `make load` reads and reckons. No server and no browser run here."""

import sys
from pathlib import Path

import pytest

from load import __main__ as command
from load.arithmetic import Day, need
from load.server import Rate, read_rate, weight
from load.visits import Visit

SAID = "  1234 requests in 4.00s, 9.63MB read\nRequests/sec:  44006.12\nTransfer/sec:    336.15MB\n"


def test_the_rate_is_read_from_what_the_program_says() -> None:
    assert read_rate("Home", SAID) == 44006.12


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            f"  Non-2xx or 3xx responses: 17\n{SAID}",
            "Home: expected answers without an error, got 'Non-2xx or 3xx responses: 17'",
        ),
        (f"  Socket errors: connect 0, read 3\n{SAID}", "got 'Socket errors: connect 0, read 3'"),
        ("unable to connect\n", "got 'unable to connect'"),
    ],
)
def test_a_run_with_errors_gives_no_rate(said: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_rate("Home", said)


def test_a_log_is_weighed_in_answers_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "access").write_text("/ 200 8000\n/a b/ 304 200\n", encoding="utf-8")
    assert weight(tmp_path / "access") == (2, 8200)


def test_a_day_is_reckoned_from_a_first_and_a_later_visit() -> None:
    day = Day(learners=1000, new=0.1, updated=0.1, peak_hour=0.36, burst=2)
    asked = need(day, first=(100, 1_000_000), later=(2, 1000))
    assert asked.requests == pytest.approx(1000 * (0.2 * 100 + 0.8 * 2))
    assert asked.bytes == pytest.approx(1000 * (0.2 * 1_000_000 + 0.8 * 1000))
    assert asked.peak_requests == pytest.approx(asked.requests * 0.36 * 2 / 3600)
    assert asked.peak_bits == pytest.approx(asked.bytes * 8 * 0.36 * 2 / 3600)


def test_the_file_holds_what_was_measured() -> None:
    seen = [Visit(1, 233, 2_719_326), Visit(2, 1, 394), *(Visit(number, 2, 788) for number in range(3, 11))]
    lines = "\n".join(command.report([Rate("Home", 44006.1, 7842), Rate("A quiz", 18597.4, 37750)], seen, "br"))
    assert "| Home | 7,842 | 44,006 |" in lines
    assert "| 1 | 233 | 2,719,326 |\n| 2 | 1 | 394 |\n| 10 | 2 | 788 |\n" in lines
    assert "| requests a day | 36.6 million |" in lines or "| requests a day | 36.7 million |" in lines
    assert "| sent a day, a month | 0.41 TB, 12 TB |" in lines


def test_a_computer_without_the_programs_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["load"])
    assert command.main() == 1
    assert capsys.readouterr().err == "make load needs nginx and wrk: sudo apt-get install nginx wrk\n"
