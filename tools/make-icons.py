"""Draws the site's icons, as image files, from docs/assets/icons/icon.svg. Run it with .venv/bin/python after changing that file.

Needs the browser of the tests. The files are committed: building the site needs no browser.
"""

import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/support"))
from browser import ARGUMENTS, find_browser  # noqa: E402

ICONS = ROOT / "docs/assets/icons"
# Rounded for browsers' tabs and launchers; square for those that cut the shape themselves.
ROUNDED = {"icon-64.png": 64, "icon-192.png": 192, "icon-512.png": 512}
SQUARE = {"icon-180.png": 180, "maskable-512.png": 512}


def main() -> None:
    """Draw every icon."""
    rounded = (ICONS / "icon.svg").read_text(encoding="utf-8")
    square = rounded
    for attribute in ("rx", "transform"):  # the first of each is the ground's, and the mark's
        square = re.sub(rf' {attribute}="[^"]*"', "", square, count=1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for drawing, files in ((rounded, ROUNDED), (square, SQUARE)):
            for name, size in files.items():
                page = browser.new_page(viewport={"width": size, "height": size})
                page.set_content(f'<body style="margin:0"><div style="width:{size}px">{drawing}</div>')
                page.screenshot(path=ICONS / name, omit_background=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
