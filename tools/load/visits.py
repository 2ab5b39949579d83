"""What a learner's visits weigh: a real browser with its cache and the site's service worker, ten visits one after the other.

The bytes are those that the server sent, headers too, read from its log: nothing in the browser sees what a worker fetches.
"""

from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, sync_playwright

from browser import ARGUMENTS, find_browser
from load.server import weight

WORKER_IS_READY = """async () => {
    const { active } = await navigator.serviceWorker.ready;
    const changed = (done) => active.addEventListener("statechange", done, { once: true });
    while (active.state !== "activated") await new Promise(changed);
}"""


class Visit(NamedTuple):
    """One visit: its number, and the requests and bytes that it caused."""

    number: int
    requests: int
    bytes: int


def visits(origin: str, pages: list[str], log: Path, count: int) -> list[Visit]:
    """Open the pages, visit after visit. Each visit is a new tab of the same browser, which keeps what it was told to keep."""
    seen: list[Visit] = []
    before = weight(log)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        context = browser.new_context()
        for number in range(1, count + 1):
            _visit(context, origin, pages)
            after = weight(log)
            seen.append(Visit(number, after[0] - before[0], after[1] - before[1]))
            before = after
        browser.close()
    return seen


def _visit(context: BrowserContext, origin: str, pages: list[str]) -> None:
    tab = context.new_page()
    for page in pages:
        tab.goto(f"{origin}{page}", wait_until="networkidle")
    tab.evaluate(WORKER_IS_READY)
    tab.close()
