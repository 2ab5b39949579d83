"""What crosses the wire, as the browser's own protocol counts it, and how long tasks keep its main thread."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

# As Lighthouse has its phone.
PHONE: Any = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
SLOWER, LONG = 4, 50  # times slower than this computer; milliseconds after which a task keeps a reader waiting
_CATEGORIES = ["toplevel", "devtools.timeline", "loading"]
_TASKS = {"ThreadControllerImpl::RunTask", "RunTask"}
_SHIFTS = """() => new Promise((tell) => new PerformanceObserver((list) =>
    tell(list.getEntries().reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0)))
    .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => tell(0), 500))"""


class Visit(NamedTuple):
    """One page as it arrived: its requests, and their bytes with headers."""

    requests: int
    bytes: int


class Work(NamedTuple):
    """What a page gave the processor to do, in milliseconds of its own time, four times slower: other programs do not count.

    `blocking` is what tasks after the first paint took beyond 50 ms each; `shift` the layout shift of the page and of what comes
    when it is touched.
    """

    blocking: float
    longest: float
    shift: float


class _Counter:
    """Counts answers. What the browser's cache gives counts as nothing."""

    def __init__(self, session: CDPSession) -> None:
        self.requests, self.bytes = 0, 0
        session.on("Network.loadingFinished", self._add)
        session.send("Network.enable")

    def _add(self, event: dict[str, Any]) -> None:
        size = int(event["encodedDataLength"])
        self.requests += size > 0
        self.bytes += size


@contextmanager
def learner(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that has never been here, without a service worker, so that only the pages' own requests count."""
    context = browser.new_context(service_workers="block", **PHONE)
    try:
        yield context
    finally:
        context.close()


def visit(context: BrowserContext, address: str) -> Visit:
    """Open a page, and touch it when it has loaded. The context may have been on other pages before."""
    page = context.new_page()
    counter = _Counter(context.new_cdp_session(page))
    page.goto(address, wait_until="networkidle")
    _touch(page)
    page.close()
    return Visit(counter.requests, counter.bytes)


def _touch(page: Page) -> None:
    page.mouse.wheel(0, 1)
    page.wait_for_load_state("networkidle")


def work(browser: Browser, address: str) -> Work:
    """Open a page in a new browser window and say what it gave to do."""
    with learner(browser) as context:
        page = context.new_page()
        browser.start_tracing(page=page, categories=_CATEGORIES)
        page.goto(address, wait_until="networkidle")
        tasks = _tasks(json.loads(browser.stop_tracing())["traceEvents"], address)
        _touch(page)
        shift = float(page.evaluate(_SHIFTS))
    return Work(sum(max(0.0, task - LONG) for task in tasks), max(tasks, default=0.0), shift)


def _tasks(events: list[dict[str, Any]], address: str) -> list[float]:
    """Return the times of the main thread's tasks after the first paint, in milliseconds."""
    painted = next(event for event in events if event["name"] == "firstContentfulPaint")
    place = painted["pid"], painted["tid"]
    after = [event for event in events if event["name"] in _TASKS and event["ts"] >= painted["ts"]]
    ours = [event for event in after if (event["pid"], event["tid"]) == place and event.get("tdur")]
    outer = {event["ts"] // 100: max(event["tdur"], 0) for event in sorted(ours, key=lambda event: event["tdur"])}
    return [SLOWER * time / 1000 for time in outer.values()]
