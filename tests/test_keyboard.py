"""Everything by keyboard alone: the focus goes where a learner wants it, and is never lost."""

import pytest
from playwright.sync_api import Page, expect

from conftest import Site
from learner import Question, answer_all, press, tab_to


@pytest.fixture
def quiz(page: Page, small_site: Site) -> Page:
    """The quiz page with five kinds of question."""
    page.goto(small_site.page("quiz/five-kinds"))
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
    expect(question.verdict).to_have_text("✓ Right. 1 of 1 mark.")
    expect(question.try_again_button).to_be_focused()
    press(quiz, key)
    question.expect_open()
    expect(question.option("Outsourcing")).to_be_focused()


def test_enter_in_an_option_or_text_box_checks_and_keeps_the_focus_in_the_question(quiz: Page) -> None:
    single = Question(quiz, "school-bus")
    tab_to(single.option("Outsourcing"))
    press(quiz, "Space")
    press(quiz, "Enter")
    expect(single.verdict).to_have_text("✓ Right. 1 of 1 mark.")
    expect(single.try_again_button).to_be_focused()
    blank = Question(quiz, "first-letter")
    tab_to(blank.text_box)
    quiz.keyboard.type("business")
    press(quiz, "Enter")
    expect(blank.verdict).to_have_text("✓ Right. 1 of 1 mark.")
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
    expect(question.verdict).to_have_text("– Not answered. 0 of 1 mark.")
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
    expect(score).to_have_text("You have 5 of 6 marks.")
    tab_to(quiz.get_by_role("button", name="Try the wrong ones again"))
    press(quiz, "Enter")
    expect(quiz.locator("quiz-question:visible")).to_have_count(1)
    expect(Question(quiz, "school-bus").option("Outsourcing")).to_be_focused()
    press(quiz, "Space")
    press(quiz, "Enter")
    expect(score).to_have_text("You have 6 of 6 marks.")
    expect(Question(quiz, "school-bus").try_again_button).to_be_focused()

    quiz.on("dialog", lambda dialog: dialog.accept())
    tab_to(quiz.get_by_role("button", name="Start over"))
    press(quiz, "Enter")
    expect(score).to_have_text("5 questions to answer.")
    expect(Question(quiz, "school-bus").option("Outsourcing")).to_be_focused()


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
