"""The pages of this course printed from the browser: questions as on a paper, answers apart, nothing of the site around them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course import library
from places import ROOT
from printed import copied_answers, parted, printed, shown_controls
from quizbank.model.bank import Bank
from sites import Site
from watch import OpenPage

NOTES = {path.removesuffix(".md"): (ROOT / "docs" / path).read_text(encoding="utf-8") for path in library().chapters}
# The chapter that shows the most questions, and a paper to sit.
NAME = max(library().banks, key=lambda name: len(library().chapters[library().banks[name].chapter].blocks))
BANK: Bank = library().banks[NAME]
CHAPTER, QUIZ = BANK.chapter.removesuffix(".md"), f"quiz/{NAME}"
PAPER = min(library().mock_papers())
FOLDED = [name for name, text in NOTES.items() if re.search(r"^\?\?\? success", text, re.MULTILINE)]
OPEN = [name for name, text in NOTES.items() if re.search(r"^!!! success", text, re.MULTILINE)]
ONE_PAGE = [name for name, text in NOTES.items() if "{ .one-page }" in text]


def reasons(page: str) -> list[str]:
    """Return the reasons of the options that the page holds, as far as they are plain text and no words of the notes."""
    shown = {block.target.partition("#")[2] for block in library().chapters[BANK.chapter].blocks}
    held = [part for part in BANK.parts if page == QUIZ or part.id in shown]
    found = [option.why for part in held for option in getattr(part, "options", ())]
    return [reason for reason in found if not re.search(r"[*_`\n]", reason)]


@pytest.mark.parametrize("name", ONE_PAGE)
def test_a_page_that_promises_one_sheet_of_a4_takes_no_second(name: str, page: Page, online_site: Site, tmp_path: Path) -> None:
    page.goto(online_site.page(name))
    assert len(printed(page, tmp_path)) == 1


@pytest.mark.parametrize(("name", "paper"), [(QUIZ, "A4"), (CHAPTER, "Letter")])
def test_answers_are_printed_behind_the_questions_on_pages_of_their_own(
    name: str, paper: str, page: Page, online_site: Site, tmp_path: Path
) -> None:
    page.goto(online_site.page(name))
    asked, answers = parted(printed(page, tmp_path, paper))
    expected = reasons(name)
    assert expected
    assert [reason for reason in expected if reason in asked or reason not in answers] == []
    expect(page.locator(".print-answers")).to_have_count(0)
    if name == QUIZ:
        page.get_by_role("button", name="View all questions").click()
    partners = page.locator(".quiz-lists", has_text="List II")
    for lists in partners.all():  # the partners to choose from are listed on the screen and on paper
        expect(lists).to_be_visible()
    page.emulate_media(media="print")
    for lists in partners.all():
        expect(lists).to_be_visible()


@pytest.mark.parametrize("name", [QUIZ, CHAPTER])
def test_without_javascript_questions_are_printed_and_no_answer(
    name: str, open_page: OpenPage, online_site: Site, tmp_path: Path
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(online_site.page(name))
    text = " ".join(printed(page, tmp_path))
    assert [reason for reason in reasons(name) if reason in text] == []
    assert "mark" in text


@pytest.mark.parametrize("name", dict.fromkeys([*FOLDED[:1], *OPEN[:1]]))
def test_answers_of_the_notes_folded_or_open_are_printed_behind_them(
    name: str, page: Page, online_site: Site, tmp_path: Path
) -> None:
    page.goto(online_site.page(name))
    told = page.locator(":is(details, .admonition).success > p:last-child").first.text_content() or ""
    words = re.sub(r"\s+", " ", told)[:60]
    heading = page.locator(":is(details, .admonition).success").first.locator("xpath=preceding::*[self::h2 or self::h3][1]")
    title = re.sub(r"\s+", " ", heading.inner_text())
    asked, answers = parted(printed(page, tmp_path))
    assert words not in asked
    assert words in answers
    assert title in answers.partition(words)[0]


def test_no_settings_button_palette_or_dialog_is_printed_on_any_page(page: Page, online_site: Site, tmp_path: Path) -> None:
    page.goto(online_site.quiz(NAME))
    expect(page.get_by_text("Quiz options")).to_be_visible()
    page.get_by_text("Quiz options").click()
    assert shown_controls(page) == []
    assert "Practice mode: feedback" not in printed(page, tmp_path)[0]
    for name, inside in (("today", "quiz-today"), ("flashcards", "quiz-flashcards"), ("progress", "quiz-progress")):
        page.goto(online_site.page(name))
        expect(page.locator(inside).get_by_role("button").first).to_be_visible()
        assert shown_controls(page) == [], name
    page.goto(online_site.page(f"mock/{PAPER}"))
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("quiz-question").first).to_be_visible()
    assert copied_answers(page) == 0  # of an exam that is being sat
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("dialog", name="Submit the test?")).to_be_visible()
    assert shown_controls(page) == []
    page.get_by_role("dialog", name="Submit the test?").get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Score by objective")).to_be_visible()
    assert copied_answers(page) == page.locator("quiz-mock quiz-question").count() > 0
