"""How soon a phone answers a tap: `make taps` builds the course and writes bench/taps.md.

A phone of 360 x 740 whose processor is four times slower than this machine is driven through one quiz. Each tap is sent as the
touch itself, since a test library that first looks for what lies under the finger adds its own time. What counts is the browser's
own measure, Event Timing (https://www.w3.org/TR/event-timing/): milliseconds from the touch to the frame that shows an answer,
rounded to 8. Only a machine that does nothing else gives figures that mean something.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, ViewportSize, sync_playwright

from browser import ARGUMENTS, find_browser
from sites import Server

ROOT = Path(__file__).resolve().parent.parent
SLOWER = 4
QUIZ = "quiz/outsourcing/"
QUESTIONS = 7  # that each round answers
HELD = 60  # milliseconds that a finger stays
OBSERVE = """tapped = []; new PerformanceObserver(list => tapped.push(...list.getEntries().filter(e => e.interactionId)
  .map(e => [e.duration, e.processingStart - e.startTime]))).observe({type: 'event', durationThreshold: 16, buffered: true})"""
IN_VIEW = "e => e.closest('.player-bar') || e.scrollIntoView({block: 'center', behavior: 'instant'})"
MIDDLE = "e => (({x, y, width, height}) => ({x: x + width / 2, y: y + height / 2}))(e.getBoundingClientRect())"
AFTER_FRAMES = "() => new Promise(done => requestIdleCallback(() => requestAnimationFrame(() => setTimeout(done, 200))))"
BARE = "<!doctype html><meta name=viewport content='width=device-width'><button onclick='this.textContent += 1'>Push</button>"

Taps = dict[str, list[tuple[float, float]]]  # for each name: milliseconds in all, and those before a script ran


class Phone:
    """A page on a slow phone, and what its taps took."""

    def __init__(self, page: Page, taps: Taps) -> None:
        self.page, self.taps = page, taps
        self.protocol = page.context.new_cdp_session(page)
        page.evaluate(f"() => {{ {OBSERVE.replace('tapped =', 'window.tapped =')} }}")

    def slow(self, rate: int) -> None:
        """Make the processor so many times slower than it is."""
        self.protocol.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def tap(self, name: str, target: Locator) -> None:
        """Touch the middle of what is there, and keep the time under this name."""
        target.evaluate(IN_VIEW)
        self.page.evaluate(AFTER_FRAMES)
        middle = target.evaluate(MIDDLE)
        self.page.evaluate("() => { tapped.length = 0 }")
        self.slow(SLOWER)
        self._touch(middle)
        self.page.evaluate(AFTER_FRAMES)
        self.slow(1)
        # A tap that is answered within one frame of the observer's threshold leaves no entry: it took less than that.
        self.taps[name].append(max(map(tuple, self.page.evaluate("tapped")), default=(16, 0)))

    def _touch(self, point: Mapping[str, float]) -> None:
        self.protocol.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
        self.page.wait_for_timeout(HELD)
        self.protocol.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def way(phone: Phone) -> None:
    """Start a quick round, answer its questions, pause it and go on."""
    page = phone.page
    phone.tap("Start", page.locator(".quiz-lobby button[value=quick]"))
    for _ in range(QUESTIONS):
        options = page.locator("[data-playing] quiz-question:visible label:has(input[type=radio], input[type=checkbox])")
        if options.count() > 1:
            phone.tap("Option", options.first)
            phone.tap("Another option", options.nth(1))
            phone.tap("Check", page.locator(".player-bar button:visible", has_text="Check").first)
        else:
            phone.tap("I don’t know", page.locator("button:visible", has_text="know").first)
        phone.tap("Next", page.locator(".player-bar button:visible", has_text="Next").first)
    phone.tap("Pause", page.locator("button:visible", has_text="Pause").first)
    phone.tap("Resume", page.locator("button:visible", has_text="Resume").first)


def measured(site: Path, rounds: int) -> Taps:
    """Return what the taps on a built course took, and those on a page that holds nothing but a button."""
    taps: Taps = defaultdict(list)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        server = Server(site)
        for _ in range(rounds):
            for url, drive in ((f"{server.url}{QUIZ}", way), ("about:blank", bare)):
                size = ViewportSize(width=360, height=740)
                context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, service_workers="block")
                page = context.new_page()
                page.goto(url)
                drive(Phone(page, taps))
                context.close()
        server.stop()
        browser.close()
    return taps


def bare(phone: Phone) -> None:
    """Push a button on a page without anything else: what the browser itself takes."""
    phone.page.set_content(BARE)
    for _ in range(QUESTIONS):
        phone.tap("*An empty page's button*", phone.page.locator("button"))


def table(taps: Taps, version: str) -> Iterator[str]:
    """Yield the lines of the file."""
    yield "# How soon a tap is answered\n"
    yield f"Written by `make taps`. {version}; a processor {SLOWER} times slower than the machine's. Milliseconds from the touch"
    yield "to the frame that answers it, by the browser's Event Timing, which rounds to 8.\n"
    yield "| Tap | taps | median | longest | of it before a script of ours runs (median) |"
    yield "|---|---|---|---|---|"
    for name, times in taps.items():
        totals, waits = zip(*times, strict=True)
        yield f"| {name} | {len(times)} | {statistics.median(totals):.0f} | {max(totals):.0f} | {statistics.median(waits):.0f} |"


def main() -> None:
    """Build, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="a course that is built already")
    parser.add_argument("--rounds", type=int, default=5)
    chosen: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = chosen.site or Path(folder)
        if not chosen.site:
            build = ["-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder]
            subprocess.run([sys.executable, *build], check=True, cwd=ROOT)
        lines = "\n".join(table(measured(site, chosen.rounds), "Chromium, 360 x 740"))
    (ROOT / "bench").mkdir(exist_ok=True)
    (ROOT / "bench" / "taps.md").write_text(f"{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
