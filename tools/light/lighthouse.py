"""Runs Lighthouse and takes medians. It lies in bench/light/node_modules, with exact versions and hashes in the lock beside it.

Settings: its standard for phones, a slow 4G of 1.6 Mbit/s and 150 ms and a processor four times slower, both simulated.
"""

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent.parent / "bench/light"
PROGRAM = FOLDER / "node_modules/.bin/lighthouse"
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# By the names of the report: those of Lighthouse, and by what to multiply for scores of 100, and milliseconds.
_AUDITS = {
    "first_paint": "first-contentful-paint",
    "largest_paint": "largest-contentful-paint",
    "blocking": "total-blocking-time",
    "shift": "cumulative-layout-shift",
}


class CannotMeasure(Exception):
    """Lighthouse is not there, or has failed. Its text says what to do."""


def measured(address: str, browser: str, runs: int) -> dict[str, float]:
    """Return the medians of some runs: scores of 100, times in milliseconds, the layout shift, and how fast the computer was."""
    results = [_run(address, browser) for _ in range(runs)]
    return {name: statistics.median(result[name] for result in results) for name in results[0]}


def _run(address: str, browser: str) -> dict[str, float]:
    if not PROGRAM.exists():
        raise CannotMeasure(f"expected Lighthouse in {FOLDER}: `npm ci` there brings it")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={report}"]
        done = subprocess.run(
            [*command, f"--only-categories={','.join(_CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"],
            env={**os.environ, "CHROME_PATH": browser},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not report.exists():
            raise CannotMeasure(f"Lighthouse failed on {address}: {done.stderr[-400:]}")
        return read(json.loads(report.read_text(encoding="utf-8")))


def read(report: dict[str, Any]) -> dict[str, float]:
    """Return what we want to know from one of its reports."""
    scores = {name.replace("-", "_"): 100 * (report["categories"][name]["score"] or 0) for name in _CATEGORIES}
    audits = {name: float(report["audits"][theirs].get("numericValue") or 0) for name, theirs in _AUDITS.items()}
    return {**scores, **audits, "speed": float(report["environment"]["benchmarkIndex"])}
