"""Answering each kind of question, and what the set of them says at the end."""

import re

import pytest
from playwright.sync_api import Page, expect

from learner import RIGHT, Question, answer_all
from player import button, check, choice, expect_step, on_bar, push
from sites import Site

ANSWERS = {
    "right single choice": (
        "school-bus",
        ("Outsourcing",),
        None,
        "✓ Correct. 1 of 1 mark.",
        ["Another party does lasting work."],
    ),
    "wrong single choice": (
        "school-bus",
        ("Offshoring",),
        None,
        "✗ Incorrect. 0 of 1 mark.",
        ["Nothing leaves the country.", "Another party does lasting work."],
    ),
    "right multiple choice": (
        "back-office-tasks",
        ("Payroll", "Bookkeeping"),
        None,
        "✓ Correct. 2 of 2 marks.",
        ["Customers never see payroll.", "Customers never see the books."],
    ),
    "one of two right choices": (
        "back-office-tasks",
        ("Bookkeeping",),
        None,
        "◐ Partly correct. 1 of 2 marks.",
        ["Customers never see payroll.", "Customers never see the books."],
    ),
    "all right choices and a wrong one": (
        "back-office-tasks",
        ("Payroll", "Bookkeeping", "Telephone sales"),
        None,
        "◐ Partly correct. 1 of 2 marks.",
        ["The seller speaks with customers.", "Customers never see payroll.", "Customers never see the books."],
    ),
    "only wrong choices": (
        "back-office-tasks",
        ("Telephone sales", "Complaints desk"),
        None,
        "✗ Incorrect. 0 of 2 marks.",
        [
            "The seller speaks with customers.",
            "The desk hears customers.",
            "Customers never see payroll.",
            "Customers never see the books.",
        ],
    ),
    "right true-false": (
        "needs-judgement",
        ("True",),
        "no steps",
        "✓ Correct. 1 of 1 mark.",
        ["No list of steps settles such work."],
    ),
    "wrong true-false": (
        "needs-judgement",
        ("False",),
        None,
        "✗ Incorrect. 0 of 1 mark.",
        ["This would make it routine work.", "No list of steps settles such work."],
    ),
    "right assertion-reason": ("wages-and-costs", ("(A)",), None, "✓ Correct. 1 of 1 mark.", ["The second explains the first."]),
    "wrong assertion-reason": (
        "wages-and-costs",
        ("(B)",),
        None,
        "✗ Incorrect. 0 of 1 mark.",
        ["This denies the link between the two.", "The second explains the first."],
    ),
    "right fill-in": ("first-letter", (), "business", "✓ Correct. 1 of 1 mark.", ["business"]),
    "fill-in with other case and spacing": ("first-letter", (), "  BUSINESS. ", "✓ Correct. 1 of 1 mark.", ["business"]),
    "wrong fill-in": ("first-letter", (), "building", "✗ Incorrect. 0 of 1 mark.", ["business"]),
    "near miss": (
        "first-letter",
        (),
        "Commerce",
        "≈ Close, but not accepted. 0 of 1 mark.",
        ["The meaning is near but the letter is B.", "business"],
    ),
    "spelling slip": (
        "first-letter",
        (),
        "busines",
        "≈ Close, but not accepted. Check your spelling. 0 of 1 mark.",
        ["business"],
    ),
}

EXPLANATIONS = {
    "school-bus": ("The school could drive its own bus.", "who-does-the-work", "Who does the work"),
    "back-office-tasks": ("The back office works where no customer looks.", "where-it-is-done", "Where it is done"),
    "needs-judgement": ("Judgement is the mark of knowledge work.", "what-it-needs", "What it needs"),
    "wages-and-costs": ("Where living is cheap, wages can be low.", "where-it-is-done", "Where it is done"),
    "first-letter": ("BPO is business process outsourcing.", "what-it-needs", "What it needs"),
}


@pytest.fixture
def quiz(page: Page, small_site: Site) -> Page:
    """The quiz page with five kinds of question."""
    page.goto(small_site.quiz("five-kinds"))
    return page


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answer_gets_a_verdict_marks_and_the_reasons_that_concern_it(quiz: Page, case: str) -> None:
    question_id, options, typed, verdict, reasons = ANSWERS[case]
    question = Question(quiz, question_id)
    question.answer(*options, typed=typed)
    expect(question.verdict).to_have_text(verdict)
    expect(question.reasons).to_have_count(len(reasons))
    for shown, reason in zip(question.reasons.all(), reasons, strict=True):
        expect(shown).to_be_visible()
        expect(shown).to_contain_text(reason)


@pytest.mark.parametrize("question_id", EXPLANATIONS)
def test_checking_shows_the_explanation_and_a_link_to_the_heading_that_teaches_it(
    quiz: Page, small_site: Site, question_id: str
) -> None:
    words, section, title = EXPLANATIONS[question_id]
    question = Question(quiz, question_id)
    expect(question.explanation).to_be_hidden()
    expect(question.read_again).to_be_hidden()
    options, typed = RIGHT[question_id]
    question.answer(*options, typed=typed)
    expect(question.explanation).to_be_visible()
    expect(question.explanation).to_contain_text(words)
    question.read_again.click()
    expect(quiz).to_have_url(f"{small_site.page('outsourcing')}#{section}")
    heading = quiz.get_by_role("heading", name=title)
    expect(heading).to_have_id(section)
    expect(heading).to_be_in_viewport()


def test_right_and_wrong_options_are_told_by_words_not_only_by_colour(quiz: Page) -> None:
    question = Question(quiz, "back-office-tasks")
    question.answer("Payroll", "Telephone sales")
    tags = {
        "Payroll": "✓ Your answer, correct",
        "Bookkeeping": "○ Correct, but not chosen",
        "Telephone sales": "✗ Your answer",
    }
    choices = question.root.locator("fieldset label")
    for text, tag in tags.items():
        expect(choices.filter(has_text=text)).to_have_text(f"{text} {tag}")
    expect(choices.filter(has_text="Complaints desk")).to_have_text("Complaints desk")


def test_the_verdict_appears_in_a_live_region_that_was_there_before(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    expect(question.feedback).to_have_count(1)
    expect(question.feedback).to_be_empty()
    question.feedback.evaluate("region => { region.dataset.mine = 'yes'; }")
    question.answer("Offshoring")
    expect(question.root.locator("[role=status][data-mine]")).to_contain_text("Incorrect.")


def test_all_options_can_be_explained_after_checking(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    expect(question.root.get_by_text("Answer and explanation")).to_be_hidden()
    question.answer("Offshoring")
    unconcerned = question.root.get_by_text("No machine took the work over.")
    expect(unconcerned).to_be_hidden()
    question.root.get_by_text("Explain all options").click()
    expect(unconcerned).to_be_visible()


def test_no_answer_or_reason_is_shown_before_checking(quiz: Page) -> None:
    for question_id in RIGHT:
        question = Question(quiz, question_id)
        question.expect_open()
        expect(question.root.locator(".quiz-reasons").first).to_be_hidden()
        expect(question.explanation).to_be_hidden()


def test_i_dont_know_shows_the_answer_and_earns_nothing(quiz: Page) -> None:
    for question_id in RIGHT:
        question = Question(quiz, question_id)
        question.button("I don’t know").click()
        expect(question.verdict).to_have_text(re.compile(r"^– Skipped\. 0 of \d marks?\.$"))
        expect(question.reasons.first).to_contain_text("Correct:")
        expect(question.explanation).to_be_visible()
        expect(question.button("I don’t know")).to_be_hidden()


def test_checking_with_nothing_chosen_asks_for_an_answer(quiz: Page) -> None:
    for question_id in RIGHT:
        question = Question(quiz, question_id)
        question.check_button.click()
        expect(question.feedback).to_have_text("Choose or write an answer first.")
        question.expect_open()


def test_a_reason_without_a_choice_is_no_answer(quiz: Page) -> None:
    question = Question(quiz, "needs-judgement")
    question.give(typed="because")
    question.check_button.click()
    expect(question.feedback).to_have_text("Choose or write an answer first.")
    expect(question.text_box).to_have_value("because")


def test_a_written_reason_stands_beside_the_model_reason(quiz: Page) -> None:
    question = Question(quiz, "needs-judgement")
    question.answer("True", typed="it takes <b>thought</b>")
    expect(question.feedback).to_contain_text("You wrote (not marked): “it takes <b>thought</b>”")
    expect(question.feedback).to_contain_text("No list of steps settles such work.")


def test_a_checked_answer_cannot_be_changed_until_try_again_opens_it(quiz: Page) -> None:
    for question_id, (options, typed) in RIGHT.items():
        question = Question(quiz, question_id)
        question.answer(*options, typed=typed)
        expect(question.root.locator("fieldset").locator("input:enabled, textarea:enabled")).to_have_count(0)
        question.try_again_button.click()
        question.expect_open()
        expect(question.root.locator("fieldset").locator("input:disabled, textarea:disabled")).to_have_count(0)
        expect(question.root.locator("input:checked")).to_have_count(0)
        expect(question.feedback).to_be_empty()
        expect(question.explanation).to_be_hidden()
        expect(question.root.locator(".quiz-tag, .is-right, .is-wrong")).to_have_count(0)
        if typed:
            expect(question.text_box).to_have_value("")
        question.answer(*options, typed=typed)
        expect(question.verdict).to_contain_text("✓ Correct.")


def test_the_hint_can_be_opened_before_checking(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    expect(question.root.get_by_text("Ask who drives.")).to_be_hidden()
    question.root.get_by_text("Hint", exact=True).click()
    expect(question.root.get_by_text("Ask who drives.")).to_be_visible()
    question.expect_open()


def test_progress_is_told_while_answering(quiz: Page) -> None:
    status = quiz.locator(".quiz-result").get_by_role("status")
    expect(status).to_have_text("5 questions to answer.")
    Question(quiz, "school-bus").answer("Outsourcing")
    expect(status).to_have_text("Answered: 1 of 5. Marks so far: 1 of 1.")
    Question(quiz, "back-office-tasks").answer("Payroll")
    expect(status).to_have_text("Answered: 2 of 5. Marks so far: 2 of 3.")
    Question(quiz, "school-bus").try_again_button.click()
    expect(status).to_have_text("Answered: 1 of 5. Marks so far: 1 of 2.")


def test_the_wrong_ones_can_be_tried_again_before_the_end(quiz: Page) -> None:
    again = quiz.get_by_role("button", name="Retry mistakes")
    Question(quiz, "needs-judgement").answer("True")
    expect(again).to_be_hidden()
    Question(quiz, "school-bus").answer("Automation")
    again.click()
    expect_step(quiz, 1, 1)
    check(quiz, "Outsourcing")
    push(on_bar(quiz, "See result"))
    expect(quiz.locator(".quiz-brought")).to_contain_text("Mistakes fixed: 1.")
    push(button(quiz, "Done"))
    expect(choice(quiz, "quick")).to_be_focused()
    expect(choice(quiz, "mistakes")).to_be_hidden()


def test_a_reload_keeps_the_readers_place_though_the_address_names_another(quiz: Page) -> None:
    address = f"{quiz.url}#q-school-bus"
    quiz.goto("about:blank")  # so that the address is one of a page that loads, not a step within the page
    quiz.goto(address)
    last = Question(quiz, "first-letter").root
    last.scroll_into_view_if_needed()
    quiz.reload()
    expect(Question(quiz, "first-letter").check_button).to_be_visible()
    quiz.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    expect(last).to_be_in_viewport()


def test_the_end_tells_score_marks_by_objective_and_the_wrong_ones(quiz: Page) -> None:
    answer_all(quiz, wrong=("school-bus", "first-letter"))
    result = quiz.get_by_role("region", name="Your result")
    expect(result.get_by_role("status")).to_have_text("You scored 4 of 6 marks.")
    assert result.get_by_role("row").all_inner_texts() == [
        "Objective\tMarks\tYour score",
        "Say who does the work.\t3\t2",
        "Say what the work needs.\t3\t2",
    ]
    expect(result.locator(".quiz-read p:visible")).to_have_text("Questions to review:")
    expect(result.get_by_role("listitem")).to_have_text(
        ["Question 1: Review: Who does the work", "Question 5: Review: What it needs"]
    )
    result.get_by_role("link", name="Question 5").click()
    expect(Question(quiz, "first-letter").root).to_be_in_viewport()
    result.get_by_role("link", name="Review: Who does the work").click()
    expect(quiz.get_by_role("heading", name="Who does the work")).to_be_in_viewport()


def test_all_right_leaves_nothing_to_try_again(quiz: Page) -> None:
    answer_all(quiz)
    result = quiz.get_by_role("region", name="Your result")
    expect(result.get_by_role("status")).to_have_text("You scored 6 of 6 marks.")
    expect(result.get_by_role("listitem")).to_have_count(0)
    expect(result.get_by_role("button", name="Retry mistakes")).to_be_hidden()
    expect(result.get_by_role("button", name="Start over")).to_be_visible()


def test_trying_the_wrong_ones_again_asks_only_those(quiz: Page) -> None:
    answer_all(quiz, wrong=("back-office-tasks", "first-letter"))
    quiz.get_by_role("button", name="Retry mistakes").click()
    expect_step(quiz, 1, 2)
    expect(Question(quiz, "back-office-tasks").root.locator("input:checked")).to_have_count(0)
    check(quiz, "Payroll", "Bookkeeping")
    push(on_bar(quiz, "Next"))
    expect_step(quiz, 2, 2)
    expect(Question(quiz, "first-letter").text_box).to_have_value("")
    check(quiz, typed="business")
    push(on_bar(quiz, "See result"))
    status = quiz.locator(".quiz-result").get_by_role("status")
    expect(status).to_have_text("You scored 3 of 3 marks.")
    push(button(quiz, "Done"))
    push(button(quiz, "View all questions"))
    expect(quiz.locator("quiz-question:visible")).to_have_count(5)
    expect(status).to_have_text("You scored 6 of 6 marks.")


def test_a_partly_right_answer_counts_as_one_to_try_again(quiz: Page) -> None:
    answer_all(quiz)
    question = Question(quiz, "back-office-tasks")
    question.try_again_button.click()
    question.answer("Payroll")
    expect(quiz.locator(".quiz-result").get_by_role("status")).to_have_text("You scored 5 of 6 marks.")
    expect(quiz.get_by_role("button", name="Retry mistakes")).to_be_visible()


def test_starting_over_asks_first_and_then_clears_every_answer(quiz: Page) -> None:
    answer_all(quiz, wrong=("wages-and-costs",))
    quiz.get_by_role("button", name="Start over").click()
    expect(quiz.get_by_role("dialog", name="Start over?")).to_contain_text("All your answers on this page will be deleted.")
    quiz.get_by_role("button", name="Delete all").click()
    expect(choice(quiz, "quick")).to_be_focused()
    push(button(quiz, "View all questions"))
    for question_id in RIGHT:
        Question(quiz, question_id).expect_open()
    expect(quiz.locator("quiz-question input:checked")).to_have_count(0)
    expect(quiz.locator(".quiz-result").get_by_role("status")).to_have_text("5 questions to answer.")
    expect(quiz.get_by_role("button", name="Start over")).to_be_hidden()
    assert quiz.evaluate("Object.keys(localStorage).filter((key) => key.includes(':answer:'))") == []
    quiz.reload()
    Question(quiz, "school-bus").expect_open()


def test_starting_over_can_be_called_off(quiz: Page) -> None:
    answer_all(quiz)
    quiz.get_by_role("button", name="Start over").click()
    expect(quiz.get_by_role("dialog").get_by_role("button", name="Delete all")).to_be_visible()
    quiz.keyboard.press("Escape")
    expect(quiz.get_by_role("button", name="Start over")).to_be_focused()
    expect(quiz.locator(".quiz-result").get_by_role("status")).to_have_text("You scored 6 of 6 marks.")
    expect(Question(quiz, "school-bus").verdict).to_contain_text("Correct.")


def test_starting_over_ends_another_try_that_waits(quiz: Page) -> None:
    answer_all(quiz, wrong=("first-letter",))
    quiz.get_by_role("button", name="Retry mistakes").click()
    expect_step(quiz, 1, 1)
    push(button(quiz, "Pause"))
    push(button(quiz, "View all questions"))
    quiz.get_by_role("button", name="Start over").click()
    quiz.get_by_role("button", name="Delete all").click()
    expect(choice(quiz, "quick")).to_be_focused()
    expect(button(quiz, "Resume")).to_be_hidden()
    expect(quiz.locator(".quiz-standing")).to_have_text("0 of 5 questions done.")


def test_a_question_in_the_notes_works_and_shares_its_answer_with_the_quiz(page: Page, small_site: Site) -> None:
    page.goto(small_site.page("outsourcing"))
    question = Question(page, "school-bus")
    expect(question.root).to_contain_text("Quick check")
    question.answer("Offshoring")
    expect(question.verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    page.goto(small_site.quiz("five-kinds"))
    expect(question.verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")


def test_in_print_the_buttons_are_not_there(quiz: Page) -> None:
    Question(quiz, "school-bus").answer("Offshoring")
    buttons = quiz.locator("quiz-set button")
    expect(buttons.locator("visible=true")).not_to_have_count(0)
    quiz.emulate_media(media="print")
    for each in buttons.all():
        expect(each).to_be_hidden()
    expect(quiz.get_by_text("A school pays a bus company for a year.")).to_be_visible()


def test_nothing_of_a_question_moves_for_those_who_ask_for_less_motion(quiz: Page) -> None:
    quiz.emulate_media(reduced_motion="reduce")
    Question(quiz, "school-bus").answer("Offshoring")
    assert (
        quiz.evaluate("[...document.querySelectorAll('quiz-question *')].flatMap((element) => element.getAnimations()).length")
        == 0
    )
