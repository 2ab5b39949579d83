"""Two tabs, another day under an open page, and the exam's date typed key by key: what the learner sees, and what is kept."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

import small_project
from learner import Question, choose_all_chapters
from player import choice, expect_step, on_bar, push
from sites import Site
from watch import OpenPage

FIRST_DAY = datetime.datetime(2027, 1, 4, 9, 30)
RETURN = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site with two words and two objectives to learn."""
    return serve(small_project.WITH_CARDS)


def kept(page: Page, key: str) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", f"small-site:{key}") or "null")


def score(page: Page) -> Locator:
    return page.locator(".quiz-score").first


def piles(page: Page) -> Locator:
    return page.locator("[data-at=piles]")


# Two tabs


def two_tabs(context: BrowserContext, address: str) -> tuple[Page, Page]:
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(address)
        Question(page, "school-bus").expect_open()
    return one, other


def test_what_another_tab_checked_is_shown_and_no_draft_takes_its_place(page: Page, small_site: Site) -> None:
    stale, active = two_tabs(page.context, small_site.quiz("five-kinds"))
    Question(active, "school-bus").answer("Offshoring")
    expect(Question(stale, "school-bus").verdict).to_contain_text("0 of 1 mark.")
    expect(score(stale)).to_have_text("Answered: 1 of 5. Marks so far: 0 of 1.")
    Question(active, "school-bus").try_again_button.click()
    Question(stale, "school-bus").expect_open()
    Question(active, "first-letter").give(typed="busin")
    expect(Question(stale, "first-letter").text_box).to_have_value("busin")


def test_what_another_tab_does_elsewhere_touches_no_other_question(page: Page, small_site: Site) -> None:
    one, other = two_tabs(page.context, small_site.quiz("five-kinds"))
    Question(one, "school-bus").answer("Offshoring")
    Question(one, "school-bus").verdict.evaluate("verdict => { verdict.title = 'as it was'; }")
    log = json.dumps({"v": 3, "log": [[1, 20000, 3]]})
    other.evaluate("log => localStorage.setItem('small-site:card:school-bus', log)", log)
    Question(other, "first-letter").give(typed="busin")
    expect(Question(one, "first-letter").text_box).to_have_value("busin")
    expect(Question(one, "school-bus").verdict).to_have_attribute("title", "as it was")


def test_a_tab_that_was_not_told_of_a_checked_answer_does_not_write_over_it(page: Page, small_site: Site) -> None:
    stale, active = two_tabs(page.context, small_site.quiz("five-kinds"))
    stale.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    stale.reload()
    Question(stale, "school-bus").expect_open()
    Question(active, "school-bus").answer("Outsourcing")
    Question(stale, "school-bus").expect_open()
    Question(stale, "school-bus").option("Offshoring").click(no_wait_after=True)
    expect(Question(stale, "school-bus").verdict).to_contain_text("1 of 1 mark.")
    expect(Question(stale, "school-bus").option("Outsourcing")).to_be_checked()
    assert kept(stale, "answer:school-bus")["checked"] is True


def test_a_session_asks_how_sure_the_learner_is_when_another_tab_filled_in_the_answer(page: Page, site: Site) -> None:
    choose_all_chapters(page)
    page.goto(site.page("today"))
    page.get_by_role("button", name="Start (").click()
    expect(on_bar(page, "Check")).to_be_visible()
    expect(on_bar(page, "I guessed")).to_be_hidden()
    other = page.context.new_page()
    other.goto(site.page("today"))
    fields = "quiz-today quiz-question fieldset :is(input, textarea)"
    expect(other.locator(fields).first).to_be_visible()
    text = other.locator(fields).first.evaluate("field => field.type === 'text'")
    if text:
        other.locator(fields).first.fill("busin")
        expect(page.locator(fields).first).to_have_value("busin")
    else:
        other.locator(fields).first.check()
        expect(page.locator(fields).first).to_be_checked()
    expect(on_bar(page, "I guessed")).to_be_visible()


def test_today_and_progress_count_what_another_tab_answered(page: Page, site: Site) -> None:
    page.clock.set_fixed_time(FIRST_DAY)
    today, progress = page, page.context.new_page()
    progress.clock.set_fixed_time(FIRST_DAY)
    today.goto(site.page("today"))
    progress.goto(site.page("progress"))
    quiz = page.context.new_page()
    quiz.clock.set_fixed_time(FIRST_DAY)
    quiz.goto(site.quiz("five-kinds"))
    expect(today.locator("[data-at=unread] .quiz-score")).to_have_text("No chapter read or chosen yet")
    Question(quiz, "school-bus").answer("Outsourcing")
    expect(piles(today)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 4.")  # of the chapter that was begun
    expect(score(progress)).to_have_text("7 questions: 1 mastered, 0 learning, 6 not started.")


# Another day


def after(page: Page, days: int) -> None:
    """Come back to the page on a later day."""
    page.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(days=days))
    page.evaluate(RETURN)


def test_a_new_day_is_noticed_by_an_open_page_when_the_learner_returns(page: Page, site: Site) -> None:
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(site.quiz("five-kinds"))
    Question(page, "school-bus").answer("Outsourcing")
    Question(page, "first-letter").answer(typed="building")
    page.goto(site.page("today"))
    expect(piles(page)).to_have_text("Due for review: 0. Mistakes and guesses: 1. New: 3.")
    after(page, 1)
    expect(piles(page)).to_have_text("Due for review: 1. Mistakes and guesses: 1. New: 3.")
    after(page, 4)
    expect(piles(page)).to_have_text("Due for review: 2. Mistakes and guesses: 1. New: 3.")
    for name, before, later in (
        (
            "progress",
            "7 questions: 1 mastered, 1 learning, 5 not started.",
            "7 questions: 0 mastered, 2 learning, 5 not started.",
        ),
        ("flashcards", "Due for review: 0. New: 4.", "Due for review: 1. New: 3."),
    ):
        page.clock.set_fixed_time(FIRST_DAY)
        page.goto(site.page(name))
        expect(score(page)).to_have_text(before)
        if name == "flashcards":
            page.get_by_role("button", name="Start").click()
            page.get_by_role("button", name="Show answer").click()
            page.get_by_role("button", name="3 Good").click()
            page.get_by_role("button", name="Pause").click()
            page.get_by_role("button", name="End session").click()
        after(page, 4)
        expect(score(page)).to_have_text(later)
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(site.quiz("five-kinds"))
    expect(choice(page, "due")).to_be_hidden()
    after(page, 4)
    expect(choice(page, "due")).to_contain_text("Due for review: 2 questions")
    push(choice(page, "due"))
    expect_step(page, 1, 2)


def test_a_new_day_leaves_a_session_and_a_round_as_they_are(page: Page, site: Site) -> None:
    choose_all_chapters(page)
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(site.page("today"))
    page.get_by_role("button", name="Start (").click()
    asked = page.locator("quiz-today quiz-question").get_attribute("id")
    after(page, 1)
    expect(page.get_by_role("heading", name="Question 1 of 7")).to_be_visible()
    assert page.locator("quiz-today quiz-question").get_attribute("id") == asked
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(site.page("flashcards"))
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Show answer").click()
    after(page, 1)
    expect(page.locator(".quiz-card").get_by_role("status")).to_have_text("The firm that buys the service.")


# The exam's date


@pytest.fixture
def settings(page: Page, small_site: Site) -> Page:
    """The page Today with its settings open, and a pace that was set."""
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(small_site.page("today"))
    page.get_by_text("Exam date and settings").click()
    page.get_by_label("Questions per session").select_option("50")
    return page


def exam(page: Page) -> Locator:
    return page.get_by_label("Exam date")


def fault(page: Page) -> Locator:
    return page.locator("#quiz-exam-fault")


def test_the_exams_date_can_be_typed_key_by_key(settings: Page) -> None:
    exam(settings).focus()
    for key in "12062027":  # 6 December, as this browser's language orders it
        settings.keyboard.press(key)
        assert exam(settings).evaluate("field => field === document.activeElement")
        expect(fault(settings)).to_have_text("")
        assert kept(settings, "settings:main")["exam"] in ("", "2027-12-06")
    expect(exam(settings)).to_have_value("2027-12-06")
    assert kept(settings, "settings:main")["exam"] == "2027-12-06"
    settings.reload()
    settings.get_by_text("Exam date and settings").click()
    expect(exam(settings)).to_have_value("2027-12-06")
    expect(settings.get_by_label("Questions per session")).to_have_value("50")


@pytest.mark.parametrize(
    ("keys", "words", "value"),
    [
        ("12062", "There is no such date. Enter the year in four digits, such as 2027.", "0002-12-06"),
        ("1206", "This date is not complete. Enter a day, a month and a year, or clear the field.", ""),
        ("12062026", "This date has passed. Enter the date of an exam that is still to come.", "2026-12-06"),
        ("12062127", "This date is more than ten years away. Is the year right?", "2127-12-06"),
    ],
)
def test_a_date_that_no_exam_can_have_is_explained_and_stays_as_it_was_typed(
    settings: Page, keys: str, words: str, value: str
) -> None:
    exam(settings).fill("2027-03-01")
    exam(settings).fill("")
    exam(settings).focus()
    settings.keyboard.type(keys)
    settings.get_by_label("Questions per session").focus()
    expect(fault(settings)).to_have_text(words)
    expect(exam(settings)).to_have_attribute("aria-invalid", "true")
    expect(exam(settings)).to_have_accessible_description(words)
    settings.get_by_label("Questions per session").select_option("30")
    expect(exam(settings)).to_have_value(value)
    assert kept(settings, "settings:main")["exam"] == ""
    assert kept(settings, "settings:main")["size"] == 30
    exam(settings).fill("2027-12-06")
    expect(fault(settings)).to_have_text("")
    expect(exam(settings)).to_have_attribute("aria-invalid", "false")


def test_settings_with_a_date_that_an_earlier_version_damaged_keep_the_rest(page: Page, small_site: Site) -> None:
    page.goto(small_site.page("today"))
    damaged = {"v": 3, "exam": "0002-12-06", "size": 50, "fresh": 5, "without": ["two-kinds"]}
    page.evaluate("text => localStorage.setItem('small-site:settings:main', text)", json.dumps(damaged))
    page.reload()
    expect(piles(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 5.")
    page.get_by_text("Exam date and settings").click()
    expect(page.get_by_label("Questions per session")).to_have_value("50")
    expect(page.get_by_label("Most new questions in a session")).to_have_value("5")


# What the browser promises

PROMISES = {
    "true": "This browser has promised to keep your progress until you delete it.",
    "false": "This browser may delete your progress when the device runs short of space, so download a backup now and then.",
    "Promise.reject(new Error())": (
        "This browser does not say how long it keeps your progress, so download a backup now and then."
    ),
}


def test_progress_says_whether_the_browser_promised_to_keep_everything(open_page: OpenPage, site: Site) -> None:
    for answer, words in PROMISES.items():
        page = open_page()
        page.add_init_script(f"StorageManager.prototype.persisted = async () => {answer};")
        page.goto(site.page("progress"))
        expect(page.locator("[data-promise]:visible")).to_have_text(words)


def test_the_browser_is_asked_after_some_answers_and_not_as_a_page_opens(page: Page, small_site: Site) -> None:
    page.add_init_script("window.asked = 0; StorageManager.prototype.persist = async () => { asked += 1; return true; };")
    page.goto(small_site.quiz("five-kinds"))
    for name in small_project.QUESTION_IDS:
        assert page.evaluate("asked") == 0
        Question(page, name).button("I don’t know").click()
    assert page.evaluate("asked") == 1
    page.reload()
    Question(page, "school-bus").try_again_button.click()
    Question(page, "school-bus").answer("Outsourcing")
    assert page.evaluate("asked") == 0


# Saving from any page


def test_a_chapter_saves_mock_exams_and_settings_too(page: Page, small_site: Site) -> None:
    page.goto(small_site.page("outsourcing"))
    pieces = {"settings:main": {"v": 3, "exam": "2027-03-01"}, "sitting:p~1": {"v": 3, "paper": "p"}, "mood:later": {"v": 9}}
    for key, piece in pieces.items():
        page.evaluate("([key, text]) => localStorage.setItem(`small-site:${key}`, text)", [key, json.dumps(piece)])
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    Question(page, "school-bus").answer("Outsourcing")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download backup").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert {key: saved["pieces"][key] for key in pieces} == pieces
    assert set(saved["pieces"]) == {*pieces, "answer:school-bus", "card:school-bus", "place:outsourcing.md"}
