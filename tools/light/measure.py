"""Measures a built site, page by page."""

import json
import statistics
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from light.lighthouse import FOLDER, measured
from light.server import served
from light.wire import Work, learner, visit, work

# One of each kind, by its name in the report.
PAGES: Mapping[str, str] = {
    "home": "",
    "chapter": "bpo-concept/",
    "quiz": "quiz/bpo-concept/",
    "daily review": "today/",
    "mock test": "mock/short-mixed/",
    "papers": "mock-papers/",
}
# What a reader opens after a chapter.
NEXT: Mapping[str, str] = {"next: its quiz": "quiz/bpo-concept/", "next: another chapter": "kpo-concept/", "next: home": ""}


def everything(site: Path, browser: str, runs: int) -> dict[str, Any]:
    """Return all figures of a site. `browser` is the path of Chromium; `runs` is how often each page is measured for a median.

    Raises FileNotFoundError where there is no built site, and CannotMeasure where Lighthouse does not run.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site}: expected a built site, got no index.html")
    with served(site) as root:
        with sync_playwright() as playwright:
            program = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            found: dict[str, Any] = {"wire": _wire(program, root), "processor": _processor(program, root, runs)}
            program.close()
        lab = {name: measured(root + path, browser, runs) for name, path in PAGES.items()}
    return {"version": _version(), "runs": runs, **found, "lighthouse": lab}


def _version() -> str:
    return str(json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["devDependencies"]["lighthouse"])


def _wire(browser: Browser, root: str) -> dict[str, Any]:
    found = {}
    for name, path in PAGES.items():
        with learner(browser) as context:
            found[f"first visit: {name}"] = visit(context, root + path)._asdict()
    for name, path in NEXT.items():
        with learner(browser) as context:
            visit(context, root + PAGES["chapter"])
            found[name] = visit(context, root + path)._asdict()
    return found


def _processor(browser: Browser, root: str, runs: int) -> dict[str, dict[str, float]]:
    return {name: _median([work(browser, root + path) for _ in range(runs)]) for name, path in PAGES.items()}


def _median(works: list[Work]) -> dict[str, float]:
    return {name: statistics.median(getattr(each, name) for each in works) for name in Work._fields}
