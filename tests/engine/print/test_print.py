"""Pages printed from the browser, read back: questions as on a paper, answers apart, nothing of the site around them."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from learner import Question
from places import ROOT
from quizbank.library import Library, read_library
from sites import Site
from watch import OpenPage

CHAPTER, QUIZ = "kpo-services", "quiz/kpo-services"
# Of the theme's header, its navigation and its footer, and of our buttons.
AROUND = ("Skip to content", "Table of contents", "Back to top", "Initializing search", "Made with", "Check\n", "I don’t know")


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT / "quizzes", ROOT / "docs", ROOT)


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


def reasons(library: Library, page: str) -> list[str]:
    """Return the reasons of the options that the page holds, as far as they are plain text and no words of the notes."""
    bank = library.banks[CHAPTER]
    shown = {block.target.partition("#")[2] for block in library.chapters[f"{CHAPTER}.md"].blocks}
    held = [part for part in bank.parts if page == QUIZ or part.id in shown]
    found = [option.why for part in held for option in getattr(part, "options", ())]
    return [reason for reason in found if not re.search(r"[*_`\n]", reason)]


@pytest.mark.parametrize(("name", "paper"), [(QUIZ, "A4"), (CHAPTER, "Letter")])
def test_answers_are_printed_behind_the_questions_on_pages_of_their_own(
    name: str, paper: str, page: Page, online_site: Site, library: Library, tmp_path: Path
) -> None:
    page.goto(online_site.page(name))
    asked, answers = parted(printed(page, tmp_path, paper))
    expected = reasons(library, name)
    assert len(expected) > 10
    assert [reason for reason in expected if reason in asked or reason not in answers] == []
    expect(page.locator(".print-answers")).to_have_count(0)


@pytest.mark.parametrize("name", [QUIZ, CHAPTER])
def test_without_javascript_questions_are_printed_and_no_answer(
    name: str, open_page: OpenPage, online_site: Site, library: Library, tmp_path: Path
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(online_site.page(name))
    text = " ".join(printed(page, tmp_path))
    assert [reason for reason in reasons(library, name) if reason in text] == []
    assert "mark" in text


def test_folded_answers_of_the_notes_are_printed_behind_them_under_the_heading_they_belong_to(
    page: Page, online_site: Site, tmp_path: Path
) -> None:
    page.goto(online_site.page("cases"))
    asked, answers = parted(printed(page, tmp_path))
    assert "Its agents answer messages of" not in asked
    assert re.search(r"Case A: a bookshop chain goes online Model answers 1\. Front office", answers)
    page.goto(online_site.page("mock-papers"))  # has keys of its own, each on pages of its own
    keys = [words for words in printed(page, tmp_path) if words.startswith("Key to paper ")]
    assert len(keys) == 3


def test_a_question_that_was_answered_is_printed_empty(page: Page, small_site: Site, tmp_path: Path) -> None:
    page.goto(small_site.page("quiz/five-kinds"))
    Question(page, "school-bus").answer("Offshoring")
    Question(page, "needs-judgement").answer("True", typed="what the learner wrote")
    asked, answers = parted(printed(page, tmp_path))
    assert "A school pays a bus company" in asked
    for words in ("Not right", "Try again", "Ask who drives", "Another party does lasting work", "The school could drive"):
        assert words not in asked
    assert "The school could drive its own bus" in answers
    expect(Question(page, "school-bus").verdict).to_be_visible()


def test_what_a_learner_typed_or_ticked_cannot_be_seen_on_paper(page: Page, small_site: Site) -> None:
    page.goto(small_site.page("quiz/five-kinds"))
    Question(page, "school-bus").give("Offshoring")
    empty, box = "getComputedStyle(element)", Question(page, "first-letter").text_box
    box.fill("words")
    page.emulate_media(media="print")
    assert box.evaluate(f"element => {empty}.webkitTextFillColor") == "rgba(0, 0, 0, 0)"
    for option in Question(page, "school-bus").root.get_by_role("radio").all():
        assert option.evaluate(f"element => [{empty}.appearance, {empty}.borderTopWidth]") == ["none", "1px"]


# What works on a screen alone, unless it is where a question is answered.
CONTROLS = "button, dialog, [role=timer], [role=alert], :is(label, input, select):not(quiz-question *)"


def shown_controls(page: Page) -> list[str]:
    """Return the words of every control that paper would show."""
    page.emulate_media(media="print")
    shown = page.locator(f"article :is({CONTROLS})").filter(visible=True).all_inner_texts()
    page.emulate_media(media="null")
    return shown


def test_no_settings_button_palette_or_dialog_is_printed_on_any_page(page: Page, online_site: Site, tmp_path: Path) -> None:
    page.goto(online_site.page(QUIZ))
    expect(page.get_by_text("Other ways to take this quiz")).to_be_visible()
    page.get_by_text("Other ways to take this quiz").click()
    assert shown_controls(page) == []
    assert "Practice: feedback" not in printed(page, tmp_path)[0]
    for name, inside in (("today", "quiz-today"), ("flashcards", "quiz-flashcards"), ("progress", "quiz-progress")):
        page.goto(online_site.page(name))
        expect(page.locator(inside).get_by_role("button").first).to_be_visible()
        assert shown_controls(page) == [], name
    page.goto(online_site.page("mock/nios"))
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("quiz-question").first).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("dialog", name="Hand in now?")).to_be_visible()
    assert shown_controls(page) == []


def copied_answers(page: Page) -> int:
    """Return how many answers paper would have behind the page."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    count = page.locator(".print-answers form").filter(visible=True).count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")
    return count


def test_an_exam_that_is_being_sat_is_printed_without_answers_until_it_is_handed_in(page: Page, online_site: Site) -> None:
    page.goto(online_site.page("mock/nios"))
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("quiz-question").first).to_be_visible()
    assert copied_answers(page) == 0
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("dialog", name="Hand in now?").get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Marks by objective")).to_be_visible()
    assert copied_answers(page) == page.locator("quiz-mock quiz-question").count() > 10


def test_a_test_on_a_quiz_page_is_printed_without_answers_until_it_is_handed_in(page: Page, small_site: Site) -> None:
    page.goto(small_site.page("quiz/five-kinds"))
    page.get_by_text("Other ways to take this quiz").click()
    page.get_by_label("Test: results at the end").check()
    page.get_by_role("button", name="Start", exact=True).click()
    assert copied_answers(page) == 0
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("dialog", name="Submit now?").get_by_role("button", name="Submit").click()
    expect(Question(page, "school-bus").verdict).to_be_visible()
    assert copied_answers(page) == 5


def test_a_question_that_the_page_hides_has_no_answer_on_paper(page: Page, small_site: Site) -> None:
    page.goto(small_site.page("today"))
    page.get_by_role("button", name="Start").click()
    expect(page.locator("quiz-question").first).to_be_visible()
    assert copied_answers(page) == 1
    page.get_by_role("button", name="Stop here").click()
    assert copied_answers(page) == 0


def test_open_answers_of_the_notes_are_printed_behind_them_as_folded_ones_are(
    page: Page, online_site: Site, tmp_path: Path
) -> None:
    page.goto(online_site.page("outsourcing"))
    asked, answers = parted(printed(page, tmp_path))
    shown = page.locator(".admonition.success p:last-child").inner_text()
    assert re.sub(r"\s+", " ", shown)[:60] in answers
    assert re.sub(r"\s+", " ", shown)[:60] not in asked


def test_an_outside_link_is_printed_with_its_address_and_an_inside_one_without(
    page: Page, small_site: Site, tmp_path: Path
) -> None:
    page.goto(small_site.page("words"))
    # The theme has made every address a whole one by now.
    expect(page.get_by_role("article").get_by_role("link", name="question 1")).to_have_attribute("href", re.compile("^http"))
    text = " ".join(printed(page, tmp_path))
    assert "another page [https://example.org/x] and outsourcing." in text
    assert small_site.url not in text


def test_partners_to_choose_from_are_listed_on_the_screen_and_on_paper(page: Page, online_site: Site) -> None:
    page.goto(online_site.page(QUIZ))
    partners = page.locator(".quiz-lists", has_text="List II")
    expect(partners).not_to_have_count(0)
    expect(partners.first).to_be_visible()
    page.emulate_media(media="print")
    expect(partners.first).to_be_visible()
