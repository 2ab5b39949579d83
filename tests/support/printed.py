"""What a page looks like when it is printed from the browser: its words, its controls, the answers behind it."""

import re
import subprocess
from pathlib import Path

from playwright.sync_api import Page

# Of the theme's header, its navigation and its footer, and of our buttons. "Check" alone may also be a word of the notes.
AROUND = ("Skip to content", "Table of contents", "Back to top", "Initializing search", "Made with", "I don’t know")


def printed(page: Page, folder: Path, paper: str = "A4") -> list[str]:
    """Return the words of each printed page."""
    path = folder / "page.pdf"
    page.pdf(path=path, format=paper)
    size = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert paper.lower() in size.lower()
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert [words for words in AROUND if words in text] == []
    return [re.sub(r"\s+", " ", one) for one in text.split("\f")[:-1]]


def parted(pages: list[str]) -> tuple[str, str]:
    """Return the words before the page that is headed 'Answers', and those from there on."""
    starts = [number for number, words in enumerate(pages) if words.startswith("Answers ")]
    assert len(starts) == 1, "expected one page headed 'Answers'"
    return " ".join(pages[: starts[0]]), " ".join(pages[starts[0] :])


# What works on a screen alone, unless it is where a question is answered.
CONTROLS = "button, dialog, [role=timer], [role=alert], :is(label, input, select):not(quiz-question *)"


def shown_controls(page: Page) -> list[str]:
    """Return the words of every control that paper would show."""
    page.emulate_media(media="print")
    shown = page.locator(f"article :is({CONTROLS})").filter(visible=True).all_inner_texts()
    page.emulate_media(media="null")
    return shown


def copied_answers(page: Page) -> int:
    """Return how many answers paper would have behind the page."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    count = page.locator(".print-answers form").filter(visible=True).count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")
    return count
