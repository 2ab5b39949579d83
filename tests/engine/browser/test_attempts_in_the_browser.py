"""Tests and other ways of taking a quiz: each is kept and resumed, and erases no answer that was checked before."""

import datetime
import json

import pytest
from playwright.sync_api import Locator, Page, expect

from audit import overflow, violations_in_both_schemes
from learner import RIGHT, Question, answer_all
from player import asked, button, check, choice, choose, expect_step, go_to, on_bar, push
from sites import Site
from watch import OpenPage

FIRST_DAY = datetime.datetime(2027, 1, 4, 9, 30)  # the learner's own time
CARDS = "Object.entries(localStorage).filter(([key]) => key.includes(':card:')).map(([key, text]) => [key, text])"


@pytest.fixture
def quiz(page: Page, small_site: Site) -> Page:
    """The quiz page with five kinds of question."""
    page.goto(small_site.quiz("five-kinds"))
    return page


def dialog(page: Page, name: str) -> Locator:
    return page.get_by_role("dialog", name=name)


def score(page: Page) -> Locator:
    return page.locator(".quiz-score")


def ratings(page: Page) -> dict[str, list[int]]:
    """Return what the schedule was told of each question."""
    return {key.rpartition(":")[2]: [rating for _, _, rating in json.loads(text)["log"]] for key, text in page.evaluate(CARDS)}


def submit(page: Page) -> None:
    """Go to the end of a test on the stage, and submit it."""
    while on_bar(page, "Next").is_visible():
        push(on_bar(page, "Next"))
    push(on_bar(page, "Submit"))


def agree(page: Page, name: str, answer: str) -> None:
    dialog(page, name).get_by_role("button", name=answer, exact=True).click()


def test_a_test_erases_no_answer_that_was_checked_and_goes_on_after_a_reload(quiz: Page) -> None:
    Question(quiz, "school-bus").answer("Outsourcing")
    Question(quiz, "first-letter").answer(typed="building")
    pager = quiz.get_by_role("navigation", name="Footer")
    expect(pager).to_be_visible()
    choose(quiz, mode="Test mode")
    expect(button(quiz, "Check")).to_have_count(0)
    expect(button(quiz, "I don’t know")).to_have_count(0)
    expect(pager).to_be_hidden()
    expect(Question(quiz, "school-bus").option("Outsourcing")).not_to_be_checked()
    Question(quiz, "school-bus").give("Offshoring")
    go_to(quiz, "needs-judgement").text_box.fill("a reason without a choice")

    quiz.reload()
    expect(quiz.get_by_text("You have a test in progress. Your answers are saved.")).to_be_visible()
    expect(Question(quiz, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")  # the earlier answer
    expect(pager).to_be_visible()
    push(button(quiz, "Resume"))
    expect_step(quiz, 3, 5)  # where the learner was
    expect(quiz.get_by_role("heading", name="Question 3 of 5")).to_be_focused()
    expect(Question(quiz, "needs-judgement").text_box).to_have_value("a reason without a choice")
    expect(pager).to_be_hidden()
    go_to(quiz, "school-bus")
    expect(Question(quiz, "school-bus").option("Offshoring")).to_be_checked()
    go_to(quiz, "first-letter").give(typed="business")

    submit(quiz)
    expect(dialog(quiz, "Submit the test?")).to_contain_text("2 of 5 answered, 1 partly answered, 2 unanswered.")
    expect(button(quiz, "Back to the test")).to_be_focused()
    expect(button(quiz, "Back to the test")).to_have_css(
        "background-color", "rgba(0, 0, 0, 0)"
    )  # the other one is the main button
    quiz.keyboard.press("Escape")
    expect(on_bar(quiz, "Submit")).to_be_focused()
    submit(quiz)
    agree(quiz, "Submit the test?", "Submit")
    expect(quiz.get_by_role("heading", name="Your result")).to_be_focused()
    expect(score(quiz)).to_have_text("You scored 1 of 6 marks.")
    expect(quiz.locator("quiz-question:visible")).to_have_count(5)  # with their verdicts
    expect(Question(quiz, "school-bus").verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    expect(Question(quiz, "needs-judgement").verdict).to_have_text("– Skipped. 0 of 1 mark.")
    assert ratings(quiz) == {"school-bus": [3, 1], "first-letter": [1, 3]}
    expect(pager).to_be_visible()

    push(button(quiz, "Exit test"))
    expect(quiz.get_by_text("Your last test on this page: 1 of 6 marks.")).to_be_visible()
    expect(button(quiz, "View result")).to_be_focused()
    push(button(quiz, "View all questions"))
    expect(Question(quiz, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(Question(quiz, "first-letter").verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    Question(quiz, "needs-judgement").expect_open()

    quiz.reload()
    push(button(quiz, "View result"))
    expect(Question(quiz, "school-bus").verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    push(button(quiz, "Exit test"))
    button(quiz, "Discard").click()  # nothing to lose: it is handed in
    expect(quiz.locator(".quiz-left")).to_be_hidden()
    assert quiz.evaluate("Object.keys(localStorage).filter((key) => /:(attempt|response):/.test(key))") == []
    expect(choice(quiz, "mistakes")).to_contain_text("Fix mistakes: 1 question,")  # by the last time that each was asked
    choose(quiz, "mistakes")
    expect_step(quiz, 1, 1)
    expect(Question(quiz, "school-bus").root).to_be_visible()


def test_a_test_that_was_left_can_be_submitted_or_discarded_at_once(quiz: Page, small_site: Site) -> None:
    choose(quiz, mode="Test mode")
    Question(quiz, "school-bus").give("Outsourcing")
    quiz.locator(".md-nav--primary a", has_text="Words").first.evaluate("link => link.click()")  # out of view on the stage
    expect(quiz.get_by_role("heading", level=1)).to_have_text("Words")
    quiz.go_back()
    push(button(quiz, "Discard"))
    push(button(quiz, "Keep the test"))
    expect(button(quiz, "Discard")).to_be_focused()
    push(button(quiz, "Submit"))
    agree(quiz, "Submit the test?", "Submit")
    expect(score(quiz)).to_have_text("You scored 1 of 6 marks.")
    push(button(quiz, "Exit test"))
    expect(choice(quiz, "mistakes")).to_be_hidden()  # there are none
    choose(quiz, mode="Test mode")
    expect(Question(quiz, "school-bus").option("Outsourcing")).not_to_be_checked()
    Question(quiz, "school-bus").give("Offshoring")
    push(button(quiz, "Pause"))
    choose(quiz, mode="Pre-test")  # which would take the test's place
    agree(quiz, "Discard this test?", "Discard")
    expect(on_bar(quiz, "Check")).to_be_visible()
    expect(Question(quiz, "school-bus").option("Offshoring")).not_to_be_checked()
    push(button(quiz, "Pause"))
    button(quiz, "Discard").click()  # it holds no answer, so nobody asks
    expect(choice(quiz, "quick")).to_be_focused()
    expect(quiz.locator(".quiz-left")).to_be_hidden()


def test_another_try_at_mistakes_asks_before_it_takes_the_place_of_a_test_that_waits(quiz: Page) -> None:
    responses = "Object.keys(localStorage).filter((key) => key.includes(':response:')).length"
    choose(quiz, mode="Test mode")
    Question(quiz, "school-bus").give("Offshoring")
    go_to(quiz, "first-letter").give(typed="business")
    push(button(quiz, "Pause"))
    push(button(quiz, "View all questions"))
    Question(quiz, "needs-judgement").button("I don’t know").click()
    push(button(quiz, "Retry mistakes"))
    agree(quiz, "Discard this test?", "Keep the test")
    assert quiz.evaluate(responses) == 2
    expect(button(quiz, "Resume")).to_be_visible()
    push(button(quiz, "Retry mistakes"))
    agree(quiz, "Discard this test?", "Discard")
    expect_step(quiz, 1, 1)
    assert quiz.evaluate(responses) == 0
    Question(quiz, "needs-judgement").text_box.fill("a reason")
    expect(button(quiz, "Exit test")).to_have_count(0)
    push(button(quiz, "Pause"))
    expect(quiz.get_by_text("You have a practice session in progress. Your answers are saved.")).to_be_visible()
    push(button(quiz, "Discard"))
    agree(quiz, "Discard these answers?", "Discard")  # of practice nothing is called a test
    expect(quiz.locator(".quiz-left")).to_be_hidden()


def test_the_result_of_a_test_is_of_the_answers_that_were_handed_in_and_of_the_questions_that_were_asked(quiz: Page) -> None:
    rows = quiz.locator(".quiz-result tr:visible")
    Question(quiz, "school-bus").answer("Offshoring")
    choose(quiz, "mistakes", mode="Test mode")
    expect_step(quiz, 1, 1)
    Question(quiz, "school-bus").give("Offshoring")
    on_bar(quiz, "Submit").click()  # with nothing unanswered, at once
    expect(score(quiz)).to_have_text("You scored 0 of 1 mark.")
    assert rows.all_inner_texts() == ["Objective\tMarks\tYour score", "Say who does the work.\t1\t0"]
    expect(button(quiz, "Try again")).to_have_count(0)  # a second answer would change the result of the first
    push(button(quiz, "Exit test"))
    push(button(quiz, "View result"))
    expect(score(quiz)).to_have_text("You scored 0 of 1 mark.")
    expect(button(quiz, "Try again")).to_have_count(0)
    button(quiz, "Retry mistakes").click()  # practice
    check(quiz, "Outsourcing")
    push(on_bar(quiz, "See result"))
    expect(score(quiz)).to_have_text("You scored 1 of 1 mark.")
    push(button(quiz, "Done"))
    push(button(quiz, "View all questions"))
    assert rows.all_inner_texts()[1:] == ["Say who does the work.\t3\t1", "Say what the work needs.\t3\t–"]


def test_a_first_try_counts_for_nothing_but_is_not_lost(quiz: Page) -> None:
    Question(quiz, "school-bus").answer("Outsourcing")
    choose(quiz, mode="Pre-test")
    question = check(quiz, "Offshoring")
    expect(question.verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    quiz.reload()
    expect(quiz.get_by_text("You have a pre-test in progress. Your answers are saved.")).to_be_visible()
    push(button(quiz, "Resume"))
    expect_step(quiz, 2, 5)  # the first is answered
    push(on_bar(quiz, "I don’t know"))
    push(button(quiz, "Pause"))
    push(button(quiz, "View all questions"))
    expect(Question(quiz, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    Question(quiz, "back-office-tasks").expect_open()
    push(button(quiz, "Resume"))
    for _ in range(3):
        push(on_bar(quiz, "I don’t know"))
        push(on_bar(quiz, "Next").or_(on_bar(quiz, "See result")))
    expect(score(quiz)).to_have_text("You scored 0 of 6 marks.")
    expect(quiz.locator(".quiz-brought")).to_have_text("")  # nothing comes back from a pre-test
    push(button(quiz, "Done"))
    expect(quiz.get_by_text("Your last test on this page: 0 of 6 marks.")).to_be_visible()
    assert ratings(quiz) == {"school-bus": [3]}


def test_mistakes_and_due_ones_keep_their_answers_until_new_ones_are_checked(quiz: Page) -> None:
    quiz.clock.set_fixed_time(FIRST_DAY)
    quiz.reload()
    Question(quiz, "school-bus").answer("Offshoring")
    Question(quiz, "needs-judgement").answer("True", typed="so")
    choose(quiz, "mistakes")
    expect_step(quiz, 1, 1)
    expect(on_bar(quiz, "Check")).to_be_visible()
    quiz.reload()
    expect(Question(quiz, "school-bus").verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    expect(quiz.get_by_text("You have a practice session in progress. Your answers are saved.")).to_be_visible()
    push(button(quiz, "Resume"))
    quiz.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(minutes=5))
    check(quiz, "Outsourcing")
    push(on_bar(quiz, "See result"))
    expect(quiz.locator(".quiz-brought")).to_contain_text("Mistakes fixed: 1.")
    push(button(quiz, "Done"))
    expect(quiz.locator(".quiz-left")).to_be_hidden()
    expect(choice(quiz, "mistakes")).to_be_hidden()
    quiz.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(days=3))
    quiz.reload()
    expect(Question(quiz, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    choose(quiz, "due")
    expect_step(quiz, 1, 2)


def test_another_order_stays_after_a_reload_and_the_first_one_comes_back(quiz: Page) -> None:
    ids = "elements => elements.map((element) => element.id)"
    before = quiz.locator("quiz-question").evaluate_all(ids)
    quiz.evaluate("Math.random = ((last) => () => (last -= 0.1))(1)")
    choose(quiz, mode="Test mode", mixed=True)
    expect(quiz.locator(f"#{before[-1]}")).to_be_visible()
    assert quiz.locator("quiz-question").evaluate_all(ids) == before[::-1]
    quiz.reload()
    expect(button(quiz, "Resume")).to_be_visible()
    assert quiz.locator("quiz-question").evaluate_all(ids) == before
    push(button(quiz, "Resume"))
    expect(quiz.locator(f"#{before[-1]}")).to_be_visible()
    assert quiz.locator("quiz-question").evaluate_all(ids) == before[::-1]
    push(button(quiz, "Pause"))
    assert quiz.locator("quiz-question").evaluate_all(ids) == before


def test_a_test_in_two_tabs_is_one_test(quiz: Page, small_site: Site) -> None:
    choose(quiz, mode="Test mode")
    other = quiz.context.new_page()
    other.goto(small_site.quiz("five-kinds"))
    push(button(other, "Resume"))
    Question(other, "school-bus").give("Outsourcing")
    expect(Question(quiz, "school-bus").option("Outsourcing")).to_be_checked()
    submit(other)
    agree(other, "Submit the test?", "Submit")
    expect(button(quiz, "View result")).to_be_visible()
    push(button(quiz, "View all questions"))
    Question(quiz, "school-bus").expect_open()


DAMAGED = {
    "no JSON": "{",
    "no list of questions": json.dumps({"v": 3, "way": "exam", "ids": 7}),
    "only questions that are gone": json.dumps({"v": 3, "way": "exam", "ids": ["gone"]}),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_an_attempt_that_cannot_be_resumed_is_not_offered(quiz: Page, damage: str) -> None:
    quiz.evaluate("text => localStorage.setItem('small-site:attempt:quiz:five-kinds', text)", DAMAGED[damage])
    quiz.reload()
    Question(quiz, "school-bus").answer("Outsourcing")
    expect(quiz.locator(".quiz-left")).to_be_hidden()


def test_an_address_that_asks_for_an_attempt_at_questions_that_are_gone_opens_the_choices(quiz: Page, small_site: Site) -> None:
    gone = DAMAGED["only questions that are gone"]
    quiz.evaluate("text => localStorage.setItem('small-site:attempt:quiz:five-kinds', text)", gone)
    quiz.goto(f"{small_site.page('quiz/five-kinds')}?resume")
    choose(quiz)
    expect(asked(quiz).root).to_be_visible()


def test_an_attempt_with_damaged_fields_is_resumed_by_the_others(quiz: Page) -> None:
    piece = {
        "v": 3,
        "way": "exam",
        "ids": ["school-bus", "gone", "first-letter"],
        "at": 5,
        "day": "x",
        "result": "good",
        "done": 7,
    }
    quiz.evaluate("text => localStorage.setItem('small-site:attempt:quiz:five-kinds', text)", json.dumps(piece))
    quiz.reload()
    push(button(quiz, "Resume"))
    expect_step(quiz, 1, 2)
    expect(on_bar(quiz, "Check")).to_be_hidden()  # the test goes on


SANDBOXED = """<iframe sandbox="allow-scripts allow-same-origin" style="width: 60em; height: 40em" src="{}"></iframe>"""


def test_in_a_frame_that_allows_no_dialogs_and_no_forms_everything_works(page: Page, small_site: Site) -> None:
    around = SANDBOXED.format(small_site.quiz("five-kinds"))
    page.route("**/around.html", lambda route: route.fulfill(content_type="text/html", body=around))
    page.goto(f"{small_site.url}around.html")
    frame = page.frame_locator("iframe")
    bus = frame.locator("#q-school-bus")
    bus.get_by_role("radio", name="Outsourcing").check()
    bus.get_by_role("button", name="Check", exact=True).click()
    expect(bus.locator(".quiz-verdict")).to_have_text("✓ Correct. 1 of 1 mark.")
    letter = frame.locator("#q-first-letter")
    letter.get_by_role("textbox").fill("business")
    letter.get_by_role("textbox").press("Enter")
    expect(letter.locator(".quiz-verdict")).to_have_text("✓ Correct. 1 of 1 mark.")
    frame.get_by_text("Quiz options").click()
    frame.get_by_role("radio", name="Test mode").check()
    frame.get_by_role("button", name="The whole quiz").click()
    expect(bus.locator(".quiz-verdict")).to_have_count(0)
    frame.get_by_role("button", name="Pause").click()
    frame.get_by_role("button", name="Submit", exact=True).click()
    frame.get_by_role("dialog").get_by_role("button", name="Submit").click()
    expect(frame.locator(".quiz-score")).to_have_text("You scored 0 of 6 marks.")
    frame.get_by_role("button", name="Exit test").click()
    frame.get_by_role("button", name="View all questions").click()
    frame.get_by_role("button", name="Start over").click()
    frame.get_by_role("dialog", name="Start over?").get_by_role("button", name="Delete all").click()
    expect(frame.locator(".quiz-score")).to_have_text("5 questions to answer.")


def test_axe_finds_nothing_on_a_test_in_any_state(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(small_site.quiz("five-kinds"))
    choose(page, mode="Test mode")
    Question(page, "school-bus").give("Outsourcing")
    submit(page)
    found = violations_in_both_schemes(page) + overflow(page)
    page.keyboard.press("Escape")
    page.reload()
    expect(button(page, "Resume")).to_be_visible()
    found += violations_in_both_schemes(page) + overflow(page)
    assert found == []


def test_answers_in_study_and_a_finished_retry_are_one(quiz: Page) -> None:
    answer_all(quiz, wrong=("school-bus",))
    push(button(quiz, "Retry mistakes"))
    check(quiz, "Outsourcing")
    push(on_bar(quiz, "See result"))
    expect(score(quiz)).to_have_text("You scored 1 of 1 mark.")
    quiz.reload()
    expect(score(quiz)).to_have_text("You scored 6 of 6 marks.")
    assert set(ratings(quiz)) == set(RIGHT)
