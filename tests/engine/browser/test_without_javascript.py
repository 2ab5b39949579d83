"""The same pages with JavaScript off: a complete self-check with native controls and `<details>`."""

import pytest
from playwright.sync_api import Page, expect

from learner import Question
from sites import Site
from small_project import QUESTION_IDS
from watch import OpenPage


@pytest.fixture
def quiz(open_page: OpenPage, small_site: Site) -> Page:
    """The quiz page with five kinds of question, JavaScript off."""
    page = open_page(java_script_enabled=False)
    page.goto(small_site.page("quiz/five-kinds"))
    return page


def test_every_question_can_be_answered_with_native_controls(quiz: Page) -> None:
    for question_id, option in (("school-bus", "Offshoring"), ("needs-judgement", "False"), ("wages-and-costs", "(B)")):
        control = Question(quiz, question_id).option(option)
        control.check()
        expect(control).to_be_checked()
    tasks = Question(quiz, "back-office-tasks")
    tasks.give("Payroll", "Bookkeeping")
    expect(tasks.root.locator("input:checked")).to_have_count(2)
    for question_id in ("needs-judgement", "first-letter"):
        question = Question(quiz, question_id)
        question.give(typed="some words")
        expect(question.text_box).to_have_value("some words")


def test_radio_buttons_of_one_question_leave_the_others_alone(quiz: Page) -> None:
    Question(quiz, "school-bus").option("Offshoring").check()
    Question(quiz, "needs-judgement").option("True").check()
    expect(Question(quiz, "school-bus").option("Offshoring")).to_be_checked()
    Question(quiz, "school-bus").option("Automation").check()
    expect(Question(quiz, "school-bus").option("Offshoring")).not_to_be_checked()


def test_there_is_no_button_that_would_do_nothing(quiz: Page) -> None:
    expect(quiz.locator("quiz-question")).to_have_count(5)
    expect(quiz.locator("quiz-set").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("question_id", QUESTION_IDS)
def test_the_details_open_to_the_answer_every_reason_and_the_passage(quiz: Page, small_site: Site, question_id: str) -> None:
    question = Question(quiz, question_id)
    items = question.root.locator(".quiz-reasons > li")
    expect(items.first).to_be_hidden()
    question.root.get_by_text("Answer and explanation").click()
    assert items.count() == max(question.root.locator("input[name=picked]").count(), 2)
    for item in items.all():
        expect(item).to_be_visible()
    expect(items.filter(has_text="Correct:")).not_to_have_count(0)
    expect(question.explanation).to_be_visible()
    question.read_again.click()
    section = quiz.url.partition("#")[2]
    assert quiz.url == f"{small_site.page('outsourcing')}#{section}"
    expect(quiz.locator(f"h2#{section}")).to_be_in_viewport()


def test_enter_in_the_text_box_does_not_reload_the_page(quiz: Page, small_site: Site) -> None:
    visits: list[str] = []
    quiz.on("request", lambda request: visits.append(request.url) if request.is_navigation_request() else None)
    question = Question(quiz, "first-letter")
    question.give(typed="business")
    question.text_box.press("Enter")
    question.root.get_by_text("Answer and explanation").click()
    expect(question.explanation).to_be_visible()
    expect(question.text_box).to_have_value("business")
    question.read_again.click()
    expect(quiz).to_have_url(f"{small_site.page('outsourcing')}#what-it-needs")
    assert visits == [small_site.page("outsourcing")] or visits == [f"{small_site.page('outsourcing')}#what-it-needs"]


def test_the_hint_opens(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    expect(question.root.get_by_text("Ask who drives.")).to_be_hidden()
    question.root.get_by_text("Hint", exact=True).click()
    expect(question.root.get_by_text("Ask who drives.")).to_be_visible()


def test_the_page_says_what_the_quiz_tests_and_claims_no_result(quiz: Page) -> None:
    panel = quiz.get_by_role("region", name="Score by objective")
    assert panel.get_by_role("row").all_inner_texts() == [
        "Objective\tMarks",
        "Say who does the work.\t3",
        "Say what the work needs.\t3",
    ]


def test_a_question_in_the_notes_is_a_self_check_too(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_site.page("outsourcing"))
    question = Question(page, "school-bus")
    question.option("Offshoring").check()
    question.root.get_by_text("Answer and explanation").click()
    expect(question.root.get_by_text("Nothing leaves the country.")).to_be_visible()
