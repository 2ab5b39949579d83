"""What axe finds on an open page, and whether the page is wider than the window."""

from collections import Counter
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from until import until

# Of what is in order axe need not list every element, nor where each stands; our pages have no frames. Without `preload` it does
# not read style sheets, which one rule wants: whether any keeps a page upright (`test_no_style_sheet_keeps_a_page_upright`).
OPTIONS: dict[str, object] = {"resultTypes": ["violations"], "selectors": False, "iframes": False, "preload": False}
# These take most of the time, and depend on the colours of a page alone.
COLOURS = ("color-contrast", "link-in-text-block")
SCHEMES: dict[Literal["light", "dark"], str] = {"dark": "slate", "light": "default"}  # in the theme's words
# What a page does after a scroll or a click begins some frames later, and only then moves.
AT_REST = """async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    return document.getAnimations().every((animation) => animation.playState !== "running");
}"""
# The rules of colour look at two of the visible texts that have in common all on which their contrast depends: colour, size and
# weight, the same backgrounds under them, and the same names and classes of the element and its parent. One alone may lie partly
# under something else, and there axe cannot judge.
RUN = """async (options) => {
    const EACH = 2;
    const MARK = "data-audited";
    const grounds = new Map([[null, ""]]);
    const groundOf = (element) => {
        if (!grounds.has(element)) {
            const { backgroundColor, backgroundImage, opacity, filter, position } = getComputedStyle(element);
            const own = [backgroundColor, backgroundImage, opacity, filter, position];
            grounds.set(element, `${groundOf(element.parentElement)}/${own}`);
        }
        return grounds.get(element);
    };
    const isText = ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim();
    const shows = (element) =>
        (element.matches("a[href], input, select, textarea") || [...element.childNodes].some(isText)) &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const nameOf = (element) => [element.tagName, element.className, getComputedStyle(element).color];
    const keyOf = (element) => {
        const { fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
        const names = [nameOf(element), nameOf(element.parentElement)];
        return [names, fontSize, fontWeight, textDecorationLine, groundOf(element)].join();
    };
    const counts = new Map();
    for (const element of [...document.body.querySelectorAll("*")].filter(shows)) {
        const key = keyOf(element);
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (counts.get(key) <= EACH) element.setAttribute(MARK, "");
    }
    const rules = { "color-contrast": `[${MARK}]`, "link-in-text-block": `a[href][${MARK}]` };
    axe.configure({ rules: Object.entries(rules).map(([id, selector]) => ({ id, selector })) });
    const { violations } = await axe.run(document, options);
    for (const element of document.querySelectorAll(`[${MARK}]`)) element.removeAttribute(MARK);
    return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => [id, help, html.replaceAll(` ${MARK}=""`, "").slice(0, 200)]),
    );
}"""


# From one scheme to the other without a transition. The site's policy allows no <style> that it does not know.
AT_ONCE = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, ::before, ::after { transition: none !important; }");
    document.adoptedStyleSheets.push(sheet);
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


def violations_in_both_schemes(page: Page) -> list[str]:
    """Return what axe finds on a light page, and in its colours when the reader's system turns dark. Leaves it light."""
    found = violations(page)
    page.evaluate(AT_ONCE)
    for scheme, name in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        page.evaluate("name => document.body.setAttribute('data-md-color-scheme', name)", name)  # as the theme does on loading
        if scheme == "dark":
            found += violations_of_colour(page)
    return found


def load_axe(page: Page) -> None:
    """See to it that the page has axe, which it keeps until it is loaded again."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def _run(page: Page, options: dict[str, object]) -> list[str]:
    until(page, AT_REST)
    load_axe(page)
    elements = Counter(map(tuple, page.evaluate(RUN, {**OPTIONS, **options})))
    return [f"{page.url}: {name}: {words}\n    {count} × {html}" for (name, words, html), count in elements.items()]


def overflow(page: Page) -> list[str]:
    """Return what is wider than the window, if the page scrolls sideways."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [f"{page.url}: {width} pixels in {window}"] if width > window else []
