"""Everything by keyboard alone: the focus goes where a learner wants it, and is never lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

import small_project
from learner import Question, answer_all, choose_all_chapters, press, tab_to
from player import button, choice, on_bar, push
from sites import Site

PAPER = """
title: Small paper
style: a small exam
minutes: 20
instructions: [Answer what you can.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, multiple-choice], number: 2, marks: 4}
"""


@pytest.fixture
def quiz(page: Page, small_site: Site) -> Page:
    """The quiz page with five kinds of question."""
    page.goto(small_site.quiz("five-kinds"))
    return page


def test_tab_reaches_the_first_question_and_every_control_of_it(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    tab_to(question.option("Outsourcing"))
    for control in (question.check_button, question.button("I don’t know")):
        tab_to(control)
    tab_to(Question(quiz, "back-office-tasks").option("Payroll"))


def test_arrow_keys_choose_and_never_submit(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    tab_to(question.option("Outsourcing"))
    expect(question.option("Outsourcing")).not_to_be_checked()
    for key, chosen in (
        ("ArrowDown", "Offshoring"),
        ("ArrowRight", "Automation"),
        ("ArrowDown", "Outsourcing"),
        ("ArrowUp", "Automation"),
        ("ArrowLeft", "Offshoring"),
    ):
        press(quiz, key)
        expect(question.option(chosen)).to_be_checked()
        expect(question.option(chosen)).to_be_focused()
        expect(question.feedback).to_be_empty()
    question.expect_open()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_enter_and_space_on_the_button_check_and_open_again(quiz: Page, key: str) -> None:
    question = Question(quiz, "school-bus")
    tab_to(question.option("Outsourcing"))
    press(quiz, "Space")
    tab_to(question.check_button)
    press(quiz, key)
    expect(question.verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(question.try_again_button).to_be_focused()
    press(quiz, key)
    question.expect_open()
    expect(question.option("Outsourcing")).to_be_focused()


def test_enter_in_an_option_or_text_box_checks_and_keeps_the_focus_in_the_question(quiz: Page) -> None:
    single = Question(quiz, "school-bus")
    tab_to(single.option("Outsourcing"))
    press(quiz, "Space")
    press(quiz, "Enter")
    expect(single.verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(single.try_again_button).to_be_focused()
    blank = Question(quiz, "first-letter")
    tab_to(blank.text_box)
    quiz.keyboard.type("business")
    press(quiz, "Enter")
    expect(blank.verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(blank.try_again_button).to_be_focused()


def test_enter_in_the_written_reason_begins_a_new_line(quiz: Page) -> None:
    question = Question(quiz, "needs-judgement")
    tab_to(question.option("True"))
    press(quiz, "Space")
    tab_to(question.text_box)
    quiz.keyboard.type("first")
    press(quiz, "Enter")
    quiz.keyboard.type("second")
    expect(question.text_box).to_have_value("first\nsecond")
    question.expect_open()


def test_checking_with_nothing_chosen_keeps_the_focus(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    tab_to(question.check_button)
    press(quiz, "Enter")
    expect(question.feedback).to_have_text("Choose or write an answer first.")
    expect(question.check_button).to_be_focused()


def test_i_dont_know_keeps_the_focus_in_the_question(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    tab_to(question.button("I don’t know"))
    press(quiz, "Enter")
    expect(question.verdict).to_have_text("– Skipped. 0 of 1 mark.")
    expect(question.try_again_button).to_be_focused()


def test_the_hint_opens_by_keyboard(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    tab_to(question.root.locator("summary", has_text="Hint"))
    press(quiz, "Enter")
    expect(question.root.get_by_text("Ask who drives.")).to_be_visible()
    question.expect_open()


def test_after_checking_tab_goes_on_to_the_link_the_reasons_and_the_next_question(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    tab_to(question.option("Outsourcing"))
    press(quiz, "Space")
    press(quiz, "Enter")
    expect(question.try_again_button).to_be_focused()
    press(quiz, "Tab")
    expect(question.read_again).to_be_focused()
    press(quiz, "Tab")
    expect(question.root.locator("summary", has_text="Explain all options")).to_be_focused()
    press(quiz, "Tab")
    expect(Question(quiz, "back-office-tasks").option("Payroll")).to_be_focused()


def test_a_whole_quiz_can_be_done_by_keyboard(quiz: Page) -> None:
    tab_to(Question(quiz, "school-bus").option("Outsourcing"))
    press(quiz, "ArrowDown")  # Offshoring, which is wrong
    tab_to(Question(quiz, "school-bus").check_button)
    press(quiz, "Enter")

    for task in ("Payroll", "Bookkeeping"):
        tab_to(Question(quiz, "back-office-tasks").option(task))
        press(quiz, "Space")
    tab_to(Question(quiz, "back-office-tasks").check_button)
    press(quiz, "Space")

    tab_to(Question(quiz, "needs-judgement").option("True"))
    press(quiz, "Space")
    tab_to(Question(quiz, "needs-judgement").text_box)
    quiz.keyboard.type("no steps settle it")
    tab_to(Question(quiz, "needs-judgement").check_button)
    press(quiz, "Enter")

    tab_to(Question(quiz, "wages-and-costs").option("(A)"))
    press(quiz, "Space")
    press(quiz, "Enter")

    tab_to(Question(quiz, "first-letter").text_box)
    quiz.keyboard.type("business")
    press(quiz, "Enter")

    score = quiz.locator(".quiz-score")
    expect(score).to_have_text("You scored 5 of 6 marks.")
    tab_to(quiz.get_by_role("button", name="Retry mistakes"))
    press(quiz, "Enter")
    expect(quiz.get_by_role("heading", name="Question 1 of 1")).to_be_focused()
    tab_to(Question(quiz, "school-bus").option("Outsourcing"))
    press(quiz, "Space")
    press(quiz, "Enter")
    expect(on_bar(quiz, "See result")).to_be_focused()
    press(quiz, "Enter")
    expect(score).to_have_text("You scored 1 of 1 mark.")
    expect(quiz.get_by_role("heading", name="Your result")).to_be_focused()
    tab_to(quiz.get_by_role("button", name="Done"))
    press(quiz, "Enter")
    expect(choice(quiz, "quick")).to_be_focused()
    tab_to(quiz.get_by_role("button", name="View all questions"))
    press(quiz, "Enter")
    expect(score).to_have_text("You scored 6 of 6 marks.")

    tab_to(quiz.get_by_role("button", name="Start over"))
    press(quiz, "Enter")
    expect(quiz.get_by_role("button", name="Keep my answers")).to_be_focused()
    tab_to(quiz.get_by_role("button", name="Delete all"))
    press(quiz, "Enter")
    expect(score).to_have_text("5 questions to answer.")
    expect(choice(quiz, "quick")).to_be_focused()


def test_a_link_of_the_result_leads_the_keyboard_to_its_question(quiz: Page) -> None:
    answer_all(quiz, wrong=("back-office-tasks",))
    quiz.get_by_role("link", name="Question 2").focus()
    quiz.keyboard.press("Enter")
    question = Question(quiz, "back-office-tasks")
    expect(question.root).to_be_in_viewport()
    quiz.keyboard.press("Tab")
    expect(question.try_again_button).to_be_focused()


def test_the_focus_can_be_seen_on_every_control_of_a_question(quiz: Page) -> None:
    question = Question(quiz, "needs-judgement")
    outlined = "element => getComputedStyle(element.closest('.quiz-choice') ?? element).outlineStyle"
    for control in (question.option("True"), question.text_box, question.check_button, question.button("I don’t know")):
        assert control.evaluate(outlined) == "none"
        tab_to(control)
        assert control.evaluate(outlined) != "none"


KEYS = "np,.fs/"


def _expect_theme_keys_do_nothing(page: Page, *controls: Locator) -> None:
    """Press the keys that the theme takes for its own on each control: nobody leaves the page and no search opens."""
    address = page.url
    for control in controls:
        control.focus()
        assert control.evaluate("control => control.contains(document.activeElement)")
        for key in KEYS:
            page.keyboard.press(key)
        assert control.evaluate("control => control.contains(document.activeElement)"), control
    assert page.url == address
    assert not page.locator("[data-md-toggle=search]").is_checked()


@pytest.fixture(scope="module")
def practice_site(serve: Callable[..., Site]) -> Site:
    """The small site with cards and a mock exam, every page of it among the links that lead on to the next one."""
    nav = "nav:\n  - today.md\n  - flashcards.md\n  - progress.md\n  - mock-exams.md\n  - mock/small.md"
    config = small_project.CONFIG.replace("nav:", nav)
    return serve({**small_project.WITH_CARDS, "mkdocs.yml": config, "quizzes/papers/small.yml": PAPER})


def test_single_keys_of_the_theme_do_nothing_on_a_chapter_and_a_quiz(page: Page, practice_site: Site) -> None:
    page.goto(practice_site.page("outsourcing"))
    question = Question(page, "school-bus")
    hint = question.root.locator("summary", has_text="Hint")
    _expect_theme_keys_do_nothing(page, question.option("Outsourcing"), question.check_button, hint)
    page.goto(practice_site.quiz("five-kinds"))
    page.get_by_text("Quiz options").click()
    ways = page.locator(".quiz-ways")
    controls = [
        ways.locator("summary"),
        ways.get_by_role("radio").first,
        ways.get_by_role("checkbox"),
        choice(page, "quick"),
        page.get_by_label("Practise one section"),
    ]
    _expect_theme_keys_do_nothing(page, *controls, Question(page, "needs-judgement").option("True"))
    push(choice(page, "quick"))
    _expect_theme_keys_do_nothing(page, page.locator(".player-title"), on_bar(page, "Check"))
    push(button(page, "Pause"))
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+f")
    page.keyboard.press("s")  # elsewhere the theme's keys are as they were
    expect(page.locator("[data-md-toggle=search]")).to_be_checked()


def test_single_keys_of_the_theme_do_nothing_on_pages_for_practice(page: Page, practice_site: Site) -> None:
    choose_all_chapters(page)
    page.goto(practice_site.page("progress"))
    _expect_theme_keys_do_nothing(
        page, page.locator("quiz-progress summary").first, page.get_by_role("button", name="Download backup")
    )
    page.goto(practice_site.page("flashcards"))
    _expect_theme_keys_do_nothing(page, page.get_by_label("Cards"))
    push(page.get_by_role("button", name="Start ("))
    _expect_theme_keys_do_nothing(page, page.locator(".quiz-card h2"), page.get_by_role("button", name="Show answer"))
    page.goto(practice_site.page("today"))
    pager = page.get_by_role("navigation", name="Footer")
    expect(pager).to_be_visible()
    page.get_by_text("Exam date and settings").click()
    expect(page.get_by_label("Questions per session")).to_be_visible()
    _expect_theme_keys_do_nothing(page, page.get_by_label("Questions per session"), page.get_by_role("checkbox").first)
    push(page.get_by_role("button", name="Start ("))
    expect(pager).to_be_hidden()
    page.evaluate("document.activeElement.blur()")
    _expect_theme_keys_do_nothing(page, page.locator("body"))  # while a session runs, not even beside it
    _expect_theme_keys_do_nothing(page, page.get_by_role("button", name="Pause"))
    page.goto(practice_site.page("mock/small"))
    _expect_theme_keys_do_nothing(page, page.get_by_label("Timed"))
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("quiz-mock quiz-question")).to_be_visible()
    expect(pager).to_be_hidden()
    buttons = [page.get_by_role("button", name=name) for name in ("Pause", "Mark for review", "Submit")]
    _expect_theme_keys_do_nothing(page, page.locator("quiz-mock h2").first, page.locator("quiz-mock input").first, *buttons)


def test_digits_rate_a_card_only_while_the_focus_is_at_the_cards(page: Page, practice_site: Site) -> None:
    page.goto(practice_site.page("flashcards"))
    push(page.get_by_role("button", name="Start ("))
    push(button(page, "Show answer"))
    front = page.locator(".quiz-card h2").inner_text()
    page.locator("header a").first.focus()
    for key in ("3", "1", " "):
        page.keyboard.press(key)
    expect(page.locator(".quiz-card h2")).to_have_text(front)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':card:'))") == []
    page.get_by_role("link", name="Review this topic").focus()
    page.keyboard.press("3")
    expect(page.locator(".quiz-card h2")).not_to_have_text(front)
