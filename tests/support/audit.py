"""What axe finds on an open page, and whether the page is wider than the window."""

from collections import Counter

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Of what is in order axe need not list every element: that takes a quarter of its time.
OPTIONS: dict[str, object] = {"resultTypes": ["violations"]}
AT_REST = "document.getAnimations().every((animation) => animation.playState !== 'running')"


def violations(page: Page, contrast: bool = True) -> list[str]:
    """Return what axe finds: the rule, and the elements that break it. Looking at `contrast` takes most of its time."""
    page.wait_for_function(AT_REST)
    options = OPTIONS if contrast else {**OPTIONS, "rules": {"color-contrast": {"enabled": False}}}
    found = Axe().run(page, options=options).response["violations"]
    elements = Counter((rule["id"], rule["help"], node["html"][:200]) for rule in found for node in rule["nodes"])
    return [f"{page.url}: {name}: {words}\n    {count} × {html}" for (name, words, html), count in elements.items()]


def overflow(page: Page) -> list[str]:
    """Return what is wider than the window, if the page scrolls sideways."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [f"{page.url}: {width} pixels in {window}"] if width > window else []
