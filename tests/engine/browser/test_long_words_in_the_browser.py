"""On the narrowest phone, long words, code and wide tables never make a page scroll sideways."""

from collections.abc import Callable

import pytest
import yaml
from playwright.sync_api import Page, ViewportSize, expect

import small_project
from audit import overflow
from quizbank.kinds import FOLDER
from sites import Site
from until import until
from watch import OpenPage

LONG = "pneumono" + "ultramicroscopic" * 3 + "silicon"  # 63 letters
CODE = "    total = " + "price * number + " * 12
NARROW: ViewportSize = {"width": 320, "height": 700}
TABLE = "\n".join(
    ["| " + " | ".join(f"Heading{number}" for number in range(9)) + " |", "|" + "---|" * 9, "|" + " accounting |" * 9]
)
# What an author writes in a question, and not names of things.
WORDS = {*"text why stem left right explanation hint passage basis first second working assertion reason common".split()}
WORDS |= {"why_true", "why_false", "group", "groups", "title"}


def _longer(value: object, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _longer(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_longer(inner, key) for inner in value]
    return f"{value} {LONG}" if isinstance(value, str) and key in WORDS else value


def _question(text: str) -> dict[str, object]:
    """Return the example of a kind with a long word in each of its texts, and in the stem of one a table and code."""
    question = _longer(yaml.safe_load(text)["questions"][0])
    assert isinstance(question, dict)
    for part in (question, *question.get("questions", ())):
        part |= {"section": "who-does-the-work", "objective": "LO1.1"}
    if question["kind"] == "single-choice":
        question["stem"] = f"{question['stem']}\n\n{TABLE}\n\nThen:\n\n{CODE}\n"
    return question


def _project() -> dict[str, str]:
    questions = [_question(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*/example.yml"))]
    objectives = [{"id": "LO1.1", "slug": "say-it", "text": f"Say {LONG}."}]
    bank = {"title": "Five kinds", "chapter": "outsourcing.md", "objectives": objectives, "questions": questions}
    blocks = "\n\n".join(f"/// quiz | five-kinds#{question['id']}\n///" for question in questions)
    notes = f"{LONG}, `{LONG}{LONG}` and [{LONG}](words.md).\n\n{CODE}\n\n{TABLE}\n\n- {LONG}\n\n> {LONG}\n"
    boxes = f'!!! note "{LONG}"\n    {LONG}\n\n??? success "{LONG}"\n    {LONG}\n'
    chapter = small_project.OUTSOURCING.replace("/// quiz | five-kinds#school-bus\n///", blocks)
    return {
        **small_project.WITH_CARDS,
        "quizzes/five-kinds.yml": yaml.safe_dump(bank, sort_keys=False),
        "docs/index.md": small_project.INDEX.replace("first-letter", str(questions[0]["id"])),
        "docs/outsourcing.md": f"{chapter}\n## A {LONG} {{ #long }}\n\n{notes}\n{boxes}",
        "docs/glossary.md": (
            f"# Glossary\n\n{LONG} {{ #client }}\n:   The firm {LONG}. See [who does it](outsourcing.md#who-does-the-work).\n"
        ),
    }


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site with a question of each kind, and a word of 63 letters in every text."""
    return serve(_project())


def unfold(page: Page) -> None:
    page.evaluate("for (const folded of document.querySelectorAll('article details')) folded.open = true")


def test_no_text_of_a_question_makes_the_page_scroll_sideways(page: Page, site: Site) -> None:
    page.set_viewport_size(NARROW)
    page.goto(site.quiz("five-kinds"))
    unfold(page)
    assert overflow(page) == []
    skip = page.get_by_role("button", name="I don’t know")
    while skip.count():  # each goes when it was pressed
        skip.first.click()
    unfold(page)
    assert overflow(page) == []


def test_no_text_of_the_notes_glossary_or_cards_makes_the_page_scroll_sideways(page: Page, site: Site) -> None:
    page.set_viewport_size(NARROW)
    for name in ("outsourcing", "glossary", "progress", "today"):
        page.goto(site.page(name))
        unfold(page)
        assert overflow(page) == []
    page.goto(site.page("flashcards"))
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Show answer").click()
    assert overflow(page) == []


def test_a_wide_table_scrolls_in_a_box_that_the_keyboard_reaches(page: Page, site: Site) -> None:
    page.set_viewport_size(NARROW)
    page.goto(site.page("outsourcing"))
    box = page.locator("article > .md-typeset__scrollwrap").first
    expect(box).to_be_visible()
    assert box.evaluate("box => [box.scrollWidth > box.clientWidth, getComputedStyle(box).overflowX]") == [True, "auto"]
    box.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('article > .md-typeset__scrollwrap').scrollLeft > 0")


def test_without_javascript_a_wide_table_scrolls_by_itself(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False, viewport=NARROW)
    page.goto(site.page("outsourcing"))
    table = page.locator("article > .md-typeset__scrollwrap").first
    expect(table).to_be_visible()
    assert table.bounding_box()["width"] <= 320  # type: ignore[index]
    assert overflow(page) == []
