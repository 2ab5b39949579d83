"""Takes down what goes wrong in pages: their errors, their console's errors, and every request that leaves the site."""

from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as PageError


@dataclass
class Watch:
    """Takes down what goes wrong in the pages of one context."""

    only_files: bool
    theme_may_fail: bool
    browser_may_tell: str = ""
    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Begin to watch."""
        context.on("request", lambda request: self._request(request.url))
        context.on("weberror", lambda error: self._page_error(error.error))
        context.on("console", lambda message: self._console(message.type, message.text))

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        ours = parts.scheme == "file" if self.only_files else parts.hostname == "127.0.0.1"
        if not ours and parts.scheme not in {"data", "blob", "about"}:
            self.faults.append(f"request to another place: {url}")

    def _page_error(self, error: PageError) -> None:
        text = error.stack or str(error)
        if not self.theme_may_fail or "/assets/quiz/" in text:
            self.faults.append(f"error in the page: {text}")

    def _console(self, kind: str, text: str) -> None:
        expected = self.browser_may_tell and text.startswith(self.browser_may_tell)
        if kind == "error" and not expected:
            self.faults.append(f"error in the console: {text}")


class OpenPage(Protocol):
    """See `open_page`."""

    def __call__(
        self, *, only_files: bool = False, theme_may_fail: bool = False, browser_may_tell: str = "", **options: Any
    ) -> Page: ...
