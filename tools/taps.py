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

from playwright.sync_api import Page, ViewportSize, sync_playwright

from browser import ARGUMENTS, find_browser
from sites import Server

ROOT = Path(__file__).resolve().parent.parent
SLOWER = 4
QUIZ, MOCK, CARDS = "quiz/outsourcing/", "mock/cuet/", "flashcards/"
QUESTIONS = 7  # that each round answers
HELD = 60  # milliseconds that a finger stays
OBSERVE = """tapped = []; new PerformanceObserver(list => tapped.push(...list.getEntries().filter(e => e.interactionId)
  .map(e => [e.duration, e.processingStart - e.startTime]))).observe({type: 'event', durationThreshold: 16, buffered: true})"""
# Found without the test library's own search, which leaves listeners on the page that every tap would wait for.
FOUND = """([css, words, at]) => [...document.querySelectorAll(css)]
  .filter(e => e.checkVisibility() && e.textContent.includes(words))[at]"""
SOON = f"""async target => {{
  for (let left = 100; left && !({FOUND})(target); left--) await new Promise(done => setTimeout(done, 100));
  const e = ({FOUND})(target); if (!e) throw Error(`nothing to tap: ${{target}}`);
  if (!e.closest('.player-bar')) e.scrollIntoView({{block: 'center', behavior: 'instant'}}) }}"""
MIDDLE = f"""target => (({{x, y, width, height}}) => ({{x: x + width / 2, y: y + height / 2}}))(
  ({FOUND})(target).getBoundingClientRect())"""
COUNT = "css => [...document.querySelectorAll(css)].filter(e => e.checkVisibility()).length"
AFTER_FRAMES = "() => new Promise(done => requestIdleCallback(() => requestAnimationFrame(() => setTimeout(done, 200))))"
OPTION = "quiz-question label:has(input[type=radio], input[type=checkbox])"
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

    def tap(self, name: str, css: str, words: str = "", at: int = 0) -> None:
        """Touch the middle of what is there, with these words on it, and keep the time under this name."""
        target = [css, words, at]
        self.page.evaluate(SOON, target)
        self.page.evaluate(AFTER_FRAMES)
        middle = self.page.evaluate(MIDDLE, target)
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


def quiz(phone: Phone) -> None:
    """Start a quick round, answer its questions, pause it and go on."""
    phone.tap("Start", ".quiz-lobby button[value=quick]")
    for _ in range(QUESTIONS):
        if phone.page.evaluate(COUNT, OPTION) > 1:
            phone.tap("Option", OPTION)
            phone.tap("Another option", OPTION, at=1)
            phone.tap("Check", ".player-bar button", "Check")
        else:
            phone.tap("I don’t know", ".player-bar button", "know")
        phone.tap("Next", ".player-bar button", "Next")
    phone.tap("Pause", "button", "Pause")
    phone.tap("Resume", "button", "Resume")


def mock(phone: Phone) -> None:
    """Begin a mock test and answer its first questions."""
    phone.tap("Mock test: start", "[data-do=begin]")
    for _ in range(QUESTIONS):
        phone.page.evaluate(SOON, ["quiz-question", "", 0])
        if phone.page.evaluate(COUNT, OPTION):
            phone.tap("Mock test: option", OPTION)
        phone.tap("Mock test: mark for review", "[data-do=flag]")
        phone.tap("Mock test: next", "[data-do=turn][data-by='1']")


def flashcards(phone: Phone) -> None:
    """Turn some cards and rate them."""
    phone.tap("Flashcards: start", "[data-do=start]")
    for _ in range(QUESTIONS):
        phone.tap("Flashcards: show", "[data-do=show]")
        phone.tap("Flashcards: rate", "[data-do=rate][value='3']")


def measured(site: Path, rounds: int) -> Taps:
    """Return what the taps on a built course took, and those on a page that holds nothing but a button."""
    taps: Taps = defaultdict(list)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        server = Server(site)
        for _ in range(rounds):
            for path, drive in ((QUIZ, quiz), (MOCK, mock), (CARDS, flashcards), ("", bare)):
                size = ViewportSize(width=360, height=740)
                context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, service_workers="block")
                page = context.new_page()
                page.goto(server.url + path)
                drive(Phone(page, taps))
                context.close()
        server.stop()
        browser.close()
    return taps


def bare(phone: Phone) -> None:
    """Push a button on a page without anything else: what the browser itself takes."""
    phone.page.set_content(BARE)
    for _ in range(QUESTIONS):
        phone.tap("*An empty page's button*", "button")


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
