"""Waits for a condition in a page. Playwright's way has the page run a text as code, which the site's policy forbids."""

from typing import Any

from playwright.sync_api import Error, Page

from waits import MILLISECONDS

# Looks before each frame. The condition is an expression, or a function of what is given.
_LOOK = """async ([given, time]) => {
  const end = performance.now() + time;
  while (performance.now() < end) {
    const found = %s;
    if (await (typeof found === "function" ? found(given) : found)) return true;
    await new Promise(requestAnimationFrame);
  }
  return false;
}"""
_LEFT = "Execution context was destroyed"  # another page takes this one's place, and is asked in turn


def until(page: Page, condition: str, given: Any = None) -> None:
    """Wait until the condition, in JavaScript, holds in the page. Raises AssertionError when it does not come to hold."""
    held = None
    while held is None:
        try:
            held = page.evaluate(_LOOK % condition, [given, MILLISECONDS])
        except Error as error:
            if _LEFT not in str(error):
                raise
    assert held, f"{page.url}: expected to hold, and did not: {condition}"
