"""Pages printed from the browser, read back: questions as on a paper, answers apart, nothing of the site around them."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from learner import Question, choose_all_chapters
from player import choice, push
from printed import copied_answers, parted, printed
from sites import Site


def test_a_question_that_was_answered_is_printed_empty(page: Page, small_site: Site, tmp_path: Path) -> None:
    page.goto(small_site.quiz("five-kinds"))
    Question(page, "school-bus").answer("Offshoring")
    Question(page, "needs-judgement").answer("True", typed="what the learner wrote")
    asked, answers = parted(printed(page, tmp_path))
    assert "A school pays a bus company" in asked
    for words in ("Incorrect.", "Try again", "Ask who drives", "Another party does lasting work", "The school could drive"):
        assert words not in asked
    assert "The school could drive its own bus" in answers
    expect(Question(page, "school-bus").verdict).to_be_visible()


def test_what_a_learner_typed_or_ticked_cannot_be_seen_on_paper(page: Page, small_site: Site) -> None:
    page.goto(small_site.quiz("five-kinds"))
    Question(page, "school-bus").give("Offshoring")
    empty, box = "getComputedStyle(element)", Question(page, "first-letter").text_box
    box.fill("words")
    page.emulate_media(media="print")
    assert box.evaluate(f"element => {empty}.webkitTextFillColor") == "rgba(0, 0, 0, 0)"
    for option in Question(page, "school-bus").root.get_by_role("radio").all():
        assert option.evaluate(f"element => [{empty}.appearance, {empty}.borderTopWidth]") == ["none", "1px"]


def test_a_test_on_a_quiz_page_is_printed_without_answers_until_it_is_handed_in(page: Page, small_site: Site) -> None:
    page.goto(small_site.quiz("five-kinds"))
    page.get_by_text("Quiz options").click()
    page.get_by_label("Test mode: results at the end").check()
    push(choice(page, "all"))
    expect(page.get_by_role("heading", name="Question 1 of 5")).to_be_visible()
    assert copied_answers(page) == 0
    push(page.get_by_role("button", name="Pause"))
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("dialog", name="Submit the test?").get_by_role("button", name="Submit").click()
    expect(Question(page, "school-bus").verdict).to_be_visible()
    assert copied_answers(page) == 5


def test_a_question_that_the_page_hides_has_no_answer_on_paper(page: Page, small_site: Site) -> None:
    choose_all_chapters(page)
    page.goto(small_site.page("today"))
    page.get_by_role("button", name="Start").click()
    expect(page.locator("quiz-question").first).to_be_visible()
    assert copied_answers(page) == 1
    push(page.get_by_role("button", name="Pause"))
    assert copied_answers(page) == 0


def test_an_outside_link_is_printed_with_its_address_and_an_inside_one_without(
    page: Page, swapping_site: Site, tmp_path: Path
) -> None:
    page.goto(swapping_site.page("words"))
    # The theme has made every address a whole one by now.
    button = page.get_by_role("link", name="Practise this section")
    expect(button).to_have_attribute("href", re.compile("^http"))
    text = " ".join(printed(page, tmp_path))
    assert "another page [https://example.org/x] and outsourcing." in text
    assert swapping_site.url not in text
