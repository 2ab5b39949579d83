"""What axe finds on an open page, and whether the page is wider than the window."""

from collections import Counter

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Of what is in order axe need not list every element, nor where each stands; our pages have no frames. Without `preload` it does
# not read style sheets, which one rule wants: whether any keeps a page upright (`test_no_style_sheet_keeps_a_page_upright`).
OPTIONS: dict[str, object] = {"resultTypes": ["violations"], "selectors": False, "iframes": False, "preload": False}
# These take most of the time, and hang on the colours of a page alone.
COLOURS = ("color-contrast", "link-in-text-block")
# What a page does after a scroll or a click begins some frames later, and only then moves.
AT_REST = """async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    return document.getAnimations().every((animation) => animation.playState !== "running");
}"""


def violations(page: Page) -> list[str]:
    """Return what axe finds: the rule, and the elements that break it."""
    return _run(page, {})


def violations_of_structure(page: Page) -> list[str]:
    """Return what axe finds in names, roles, labels, ids and headings, which no colour changes."""
    return _run(page, {"rules": {rule: {"enabled": False} for rule in COLOURS}})


def violations_of_colour(page: Page) -> list[str]:
    """Return what axe finds in the colours alone."""
    return _run(page, {"runOnly": list(COLOURS)})


def _run(page: Page, options: dict[str, object]) -> list[str]:
    page.wait_for_function(AT_REST)
    found = Axe().run(page, options={**OPTIONS, **options}).response["violations"]
    elements = Counter((rule["id"], rule["help"], node["html"][:200]) for rule in found for node in rule["nodes"])
    return [f"{page.url}: {name}: {words}\n    {count} × {html}" for (name, words, html), count in elements.items()]


def overflow(page: Page) -> list[str]:
    """Return what is wider than the window, if the page scrolls sideways."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [f"{page.url}: {width} pixels in {window}"] if width > window else []
