"""The player: one question a screen, from the choices of a quiz's lobby to its result, by touch and by keyboard."""

import datetime
import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import player_site
from audit import overflow, violations_in_both_schemes
from learner import RIGHT, Question, choose_all_chapters
from player import asked, button, check, choice, choose, expect_step, go_to, name_of, on_bar, push
from sites import Build, Site
from watch import OpenPage

FIRST_DAY = datetime.datetime(2027, 1, 4, 9, 30)
PHONE = {"width": 360, "height": 640}


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site with a written answer and a case."""
    return serve(player_site.FILES)


@pytest.fixture
def lobby(page: Page, site: Site) -> Page:
    """The quiz page as it opens."""
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(site.page("quiz/five-kinds"))
    return page


def ratings(page: Page) -> dict[str, list[int]]:
    cards = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes(':card:'))")
    return {key.rpartition(":")[2]: [rating for _, _, rating in json.loads(text)["log"]] for key, text in cards}


def segments(page: Page) -> list[str]:
    found: list[str] = page.locator(".player-segments span").evaluate_all(
        "spans => spans.map((span) => span.classList[0].slice(3))"
    )
    return found


# The lobby


def test_the_lobby_says_how_many_questions_and_minutes_each_choice_takes(lobby: Page) -> None:
    expect(lobby.locator(".quiz-standing")).to_have_text("0 of 8 questions done.")
    expect(choice(lobby, "quick")).to_have_text("Quick practice: 8 questions, about 8 min")  # ten marks
    expect(choice(lobby, "written")).to_have_text("Written answers: 1 question, about 2 min")
    expect(choice(lobby, "all")).to_have_text("The whole quiz: 8 questions, about 8 min")
    for value in ("mistakes", "due"):
        expect(choice(lobby, value)).to_be_hidden()
    expect(lobby.locator("quiz-question:visible")).to_have_count(0)
    push(choice(lobby, "quick"))
    expect_step(lobby, 1, 8)
    check(lobby, "Offshoring")
    push(button(lobby, "Pause"))
    expect(lobby.locator(".quiz-standing")).to_have_text("1 of 8 questions done.")
    expect(choice(lobby, "mistakes")).to_contain_text("Fix mistakes: 1 question, ")


def test_a_section_is_practised_by_itself(lobby: Page) -> None:
    lobby.get_by_label("Practise one section").select_option("What it needs")
    push(button(lobby, "Start"))
    expect_step(lobby, 1, 4)
    assert name_of(asked(lobby)) == "needs-judgement"


def test_an_address_with_a_question_shows_the_whole_page(page: Page, site: Site) -> None:
    page.goto(f"{site.page('quiz/five-kinds')}#q-first-letter")
    expect(page.locator("quiz-question:visible")).to_have_count(8)
    expect(Question(page, "first-letter").root).to_be_in_viewport()


def test_the_whole_page_can_be_viewed_and_has_the_choices_too(lobby: Page) -> None:
    push(button(lobby, "View all questions"))
    expect(lobby.locator("quiz-question:visible")).to_have_count(8)
    expect(Question(lobby, "school-bus").option("Outsourcing")).to_be_focused()
    expect(choice(lobby, "quick")).to_have_text("Quick practice: 8 questions, about 8 min")


# On the stage


def test_by_touch_nothing_need_be_scrolled_between_check_and_next(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(site.page("quiz/five-kinds"))
    push(choice(page, "quick"), by="tap")
    for options in (("Offshoring",), ("Payroll", "Bookkeeping")):
        question = asked(page)
        for option in options:
            question.root.locator("label", has_text=option).tap()
        expect(on_bar(page, "Check")).to_be_in_viewport(ratio=1)
        before = page.evaluate("scrollY")
        on_bar(page, "Check").tap()
        expect(question.verdict).to_be_in_viewport()
        expect(on_bar(page, "Next")).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") >= before
        push(on_bar(page, "Next"), by="tap")
    expect_step(page, 3, 8)
    expect(button(page, "Keyboard")).to_be_hidden()  # where there is none
    for hidden in (".md-footer", ".md-sidebar", ".md-tabs"):
        expect(page.locator(hidden).locator("visible=true")).to_have_count(0)


def test_a_right_answer_is_one_line_and_its_reasons_open_on_request(lobby: Page) -> None:
    push(choice(lobby, "quick"))
    question = check(lobby, "Outsourcing")
    expect(question.verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(question.explanation).to_be_hidden()
    expect(question.reasons.first).to_be_hidden()
    push(on_bar(lobby, "Why?"))
    expect(question.explanation).to_be_visible()
    expect(question.reasons.first).to_be_visible()
    expect(on_bar(lobby, "Next")).to_be_focused()


def test_a_wrong_answer_says_at_once_why_and_where_to_read(lobby: Page) -> None:
    push(choice(lobby, "quick"))
    question = check(lobby, "Offshoring")
    expect(question.reasons.first).to_contain_text("Nothing leaves the country.")
    expect(question.reasons.nth(1)).to_contain_text("Another party does lasting work.")
    expect(question.root.get_by_role("link", name="Review")).to_be_visible()
    expect(on_bar(lobby, "Why?")).to_be_hidden()
    assert segments(lobby)[0] == "wrong"


def test_a_guess_is_offered_once_something_is_chosen_and_is_noted(lobby: Page) -> None:
    push(choice(lobby, "quick"))
    expect(on_bar(lobby, "I guessed")).to_be_hidden()
    expect(on_bar(lobby, "I don’t know")).to_be_visible()
    asked(lobby).give("Outsourcing")
    expect(on_bar(lobby, "I don’t know")).to_be_hidden()
    push(on_bar(lobby, "I guessed"))
    push(on_bar(lobby, "Next"))
    check(lobby, "Payroll", "Bookkeeping")
    assert ratings(lobby) == {"school-bus": [2], "back-office-tasks": [3]}
    push(button(lobby, "Pause"))
    expect(choice(lobby, "mistakes")).to_contain_text("Fix mistakes: 1 question")  # a guess is not known yet


def test_keys_choose_check_and_go_on(lobby: Page) -> None:
    push(choice(lobby, "quick"))
    expect(lobby.get_by_role("heading", name="Question 1 of 8")).to_be_focused()
    lobby.keyboard.press("2")
    expect(Question(lobby, "school-bus").option("Offshoring")).to_be_checked()
    lobby.keyboard.press("a")
    expect(Question(lobby, "school-bus").option("Outsourcing")).to_be_checked()
    lobby.keyboard.press("Enter")
    expect(Question(lobby, "school-bus").verdict).to_be_visible()
    lobby.keyboard.press("Enter")
    expect_step(lobby, 2, 8)
    address = lobby.url
    for key in ",.nps/f":  # the theme's own
        lobby.keyboard.press(key)
    assert lobby.url == address
    expect(lobby.locator("[data-md-toggle=search]")).not_to_be_checked()
    for key in "12":
        lobby.keyboard.press(key)
    expect(lobby.locator("quiz-question:visible input:checked")).to_have_count(2)
    lobby.keyboard.press("Enter")
    expect(Question(lobby, "back-office-tasks").verdict).to_be_visible()


def test_keys_do_nothing_while_somebody_types(lobby: Page) -> None:
    push(choice(lobby, "all"))
    for _ in range(2):
        push(on_bar(lobby, "I don’t know"))
        push(on_bar(lobby, "Next"))
    box = Question(lobby, "needs-judgement").text_box
    box.focus()
    lobby.keyboard.type("a1?b")
    lobby.keyboard.press("Enter")
    expect(box).to_have_value("a1?b\n")
    expect(lobby.locator("quiz-question:visible input:checked")).to_have_count(0)
    expect(lobby.get_by_role("dialog", name="Keyboard")).to_have_count(0)


def test_a_panel_shows_the_keys(lobby: Page) -> None:
    push(choice(lobby, "quick"))
    lobby.keyboard.press("?")
    panel = lobby.get_by_role("dialog", name="Keyboard")
    expect(panel).to_contain_text("Choose an option")
    lobby.keyboard.press("1")  # of the dialog, not of what is under it
    expect(lobby.locator("quiz-question:visible input:checked")).to_have_count(0)
    lobby.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(lobby.get_by_role("heading", name="Question 1 of 8")).to_be_focused()
    push(button(lobby, "Keyboard"))
    panel.get_by_role("button", name="Close").click()
    expect(button(lobby, "Keyboard")).to_be_focused()


def test_the_progress_bar_has_its_value_in_words(lobby: Page) -> None:
    push(choice(lobby, "quick"))
    bar = lobby.get_by_role("progressbar", name="Progress in this session")
    expect(bar).to_have_attribute("aria-valuetext", "Question 1 of 8")
    check(lobby, "Outsourcing")
    push(on_bar(lobby, "Next"))
    expect(bar).to_have_attribute("aria-valuetext", "Question 2 of 8")
    expect(bar).to_have_attribute("aria-valuemax", "8")
    assert segments(lobby) == ["right", *["open"] * 7]


def test_the_bar_covers_nothing_that_has_the_focus(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 400})
    page.goto(site.page("quiz/five-kinds"))
    push(choice(page, "quick"))
    covered = """() => {
        const [focused, bar] = [document.activeElement, document.querySelector(".player-bar")];
        const bottom = !focused.closest("quiz-set") || bar.contains(focused) ? 0 : focused.getBoundingClientRect().bottom;
        return bottom > bar.getBoundingClientRect().top + 1;
    }"""
    for _ in range(8):
        page.keyboard.press("Tab")
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")


def test_a_written_answer_is_marked_by_its_points(lobby: Page) -> None:
    push(choice(lobby, "written"))
    expect_step(lobby, 1, 1)
    question = asked(lobby)
    question.text_box.fill("It costs less.")
    push(on_bar(lobby, "Check"))
    question.root.get_by_role("checkbox", name="Says that it costs less").check()
    push(on_bar(lobby, "See result"))
    expect(lobby.locator(".quiz-score")).to_have_text("You scored 1 of 2 marks.")
    assert ratings(lobby) == {"why-outsource": [2]}


def test_each_part_of_a_case_stands_under_its_passage(lobby: Page) -> None:
    lobby.get_by_label("Practise one section").select_option("What it needs")
    push(button(lobby, "Start"))
    for name in ("needs-judgement", "first-letter"):
        assert name_of(asked(lobby)) == name
        push(on_bar(lobby, "I don’t know"))
        push(on_bar(lobby, "Next"))
    for name in ("pay-desk-name", "pay-desk-days"):
        assert name_of(asked(lobby)) == name
        expect(lobby.get_by_text("A mill hands its pay desk to a firm")).to_be_visible()
        push(on_bar(lobby, "I don’t know"))
        push(on_bar(lobby, "Next").or_(on_bar(lobby, "See result")))
    expect(lobby.get_by_role("heading", name="Your result")).to_be_focused()


# Leaving, and the end


def test_practice_that_is_left_loses_nothing(lobby: Page) -> None:
    push(choice(lobby, "quick"))
    check(lobby, "Outsourcing")
    push(on_bar(lobby, "Next"))
    asked(lobby).give("Payroll")
    lobby.reload()
    push(button(lobby, "Resume"))
    expect_step(lobby, 2, 8)
    expect(Question(lobby, "back-office-tasks").option("Payroll")).to_be_checked()
    assert segments(lobby)[:2] == ["right", "filled"]


def test_a_test_that_is_left_loses_nothing_and_goes_both_ways(lobby: Page) -> None:
    choose(lobby, "all", mode="Test mode")
    expect(on_bar(lobby, "Previous")).to_be_hidden()
    asked(lobby).give("Offshoring")
    push(on_bar(lobby, "Next"))
    asked(lobby).give("Payroll")
    lobby.reload()
    push(button(lobby, "Resume"))
    expect_step(lobby, 2, 8)
    expect(asked(lobby).option("Payroll")).to_be_checked()
    push(on_bar(lobby, "Previous"))
    expect(asked(lobby).option("Offshoring")).to_be_checked()
    assert segments(lobby)[:3] == ["filled", "filled", "open"]
    go_to(lobby, "pay-desk-days")
    push(on_bar(lobby, "Submit"))
    expect(lobby.get_by_role("dialog", name="Submit the test?")).to_contain_text("2 of 8 answered, 6 unanswered.")
    lobby.get_by_role("dialog", name="Submit the test?").get_by_role("button", name="Submit").click()
    expect(lobby.get_by_role("heading", name="Your result")).to_be_focused()
    expect(lobby.locator(".quiz-verdict:visible")).to_have_count(8)


def test_the_end_says_the_score_what_improved_and_what_returns(lobby: Page) -> None:
    lobby.get_by_label("Practise one section").select_option("Who does the work")
    push(button(lobby, "Start"))
    check(lobby, "Offshoring")
    push(on_bar(lobby, "See result"))
    expect(lobby.locator(".quiz-score")).to_have_text("You scored 0 of 1 mark.")
    expect(lobby.locator(".quiz-brought")).to_have_text("1 of these questions returns tomorrow.")
    expect(lobby.locator(".quiz-read li")).to_have_count(1)
    push(button(lobby, "Retry mistakes"))
    expect_step(lobby, 1, 1)
    check(lobby, "Outsourcing")
    push(on_bar(lobby, "See result"))
    expect(lobby.locator(".quiz-brought")).to_contain_text("Mistakes fixed: 1. Well done.")
    expect(button(lobby, "Retry mistakes")).to_be_hidden()
    push(button(lobby, "Done"))
    expect(lobby.locator(".quiz-standing")).to_have_text("1 of 8 questions done.")


def test_minutes_follow_the_learners_own_pace(lobby: Page) -> None:
    lobby.evaluate("localStorage.setItem('small-site:pace:main', JSON.stringify({v: 3, seconds: 12000, marks: 100}))")
    lobby.reload()
    expect(choice(lobby, "all")).to_have_text("The whole quiz: 8 questions, about 18 min")


# The other pages that ask on the stage


def test_mistakes_and_the_daily_review_count_the_same(lobby: Page, site: Site) -> None:
    push(button(lobby, "View all questions"))
    Question(lobby, "school-bus").answer("Offshoring")
    Question(lobby, "first-letter").answer(typed="building")
    for days in (0, 1, 9):
        lobby.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(days=days))
        lobby.goto(site.page("today"))
        expect(lobby.locator("[data-at=piles]")).to_contain_text("Mistakes and guesses: 2.")
        lobby.goto(site.page("mistakes"))
        expect(lobby.locator("[data-at=score]")).to_have_text("2 mistakes to fix")
    push(button(lobby, "Fix 2 now, about 2 min"))
    options = {"school-bus": (("Outsourcing",), None), "first-letter": ((), "business")}
    for _ in options:
        chosen, typed = options[name_of(asked(lobby))]
        check(lobby, *chosen, typed=typed)
        push(on_bar(lobby, "Next").or_(on_bar(lobby, "See result")))
    expect(lobby.locator("[data-at=result]")).to_have_text("You fixed 2 mistakes.")
    push(button(lobby, "Back to Mistakes"))
    expect(lobby.get_by_text("You have no mistakes to fix.")).to_be_visible()
    expect(lobby.locator("[data-at=fixed]")).to_have_text("Fixed so far: 2")


def test_questions_inside_cases_count_alike_on_every_page(lobby: Page, site: Site) -> None:
    choose_all_chapters(lobby)
    lobby.goto(site.page("today"))
    expect(lobby.locator("[data-at=piles]")).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 10.")
    lobby.get_by_role("button", name="Start (10 questions)").click()
    open_question = lobby.locator("[data-playing] quiz-question:visible:not(:has(.quiz-verdict))")
    for _ in range(8):  # the case, of which two questions are asked together, comes last
        expect(open_question).to_have_count(1)
        push(on_bar(lobby, "I don’t know"))
        push(on_bar(lobby, "Next"))
    expect(lobby.get_by_role("heading", name="Questions 9 to 10 of 10")).to_be_visible()
    push(button(lobby, "Pause"))
    expect(lobby.get_by_text("Paused. 2 questions left.")).to_be_visible()
    expect(lobby.locator("[data-at=piles]")).to_have_text("Due for review: 0. Mistakes and guesses: 8. New: 2.")
    push(button(lobby, "Resume"))
    Question(lobby, "pay-desk-name").give("True")
    push(on_bar(lobby, "Check"))
    push(on_bar(lobby, "I don’t know"))
    push(on_bar(lobby, "See result"))
    expect(lobby.locator("[data-at=result]")).to_have_text("1 of 10 questions correct.")
    lobby.goto(site.page("mistakes"))
    expect(lobby.locator("[data-at=score]")).to_have_text("9 mistakes to fix")


def test_the_level_test_asks_one_question_of_each_chapter_and_names_what_to_read(page: Page, site: Site) -> None:
    page.goto(site.page("level"))
    push(button(page, "Start: 2 questions, about 2 min"))
    chapters = set()
    for step in (1, 2):
        expect_step(page, step, 2)
        chapters.add(page.locator("[data-at=chapter]").inner_text())
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next").or_(on_bar(page, "See result")))
    assert chapters == {"Five kinds", "Two kinds"}
    expect(page.get_by_role("heading", name="Your level", exact=True)).to_be_focused()
    expect(page.locator("[data-at=result]")).to_have_text("0 of 2 correct")
    expect(page.get_by_text("Beginning: start with chapter 1.")).to_be_visible()
    expect(page.locator("[data-at=chapters]")).to_be_hidden()  # all of them would only dishearten
    onward = page.get_by_role("link", name="Start with chapter 1")
    expect(onward).to_have_attribute("href", re.compile("/outsourcing/$"))
    page.reload()
    expect(page.locator("[data-at=last]")).to_have_text("Your last result: 0 of 2.")
    name_level = "([right, n]) => document.querySelector('quiz-level').constructor.levelOf({ right, n })"
    levels = {(0, 0): "none", (3, 10): "beginning", (4, 10): "basics", (7, 10): "good", (10, 10): "all"}
    assert {score: page.evaluate(name_level, score) for score in levels} == levels


def test_a_level_in_between_names_the_chapters_to_read(page: Page, site: Site) -> None:
    page.goto(f"{site.page('level')}?start")
    expect_step(page, 1, 2)
    push(on_bar(page, "I don’t know"))
    push(on_bar(page, "Next"))
    expect_step(page, 2, 2)
    name = name_of(asked(page))
    options, typed = {**RIGHT, "middle-letter": ((), "process"), "last-letter": (("False",), None)}[name]
    check(page, *options, typed=typed)
    push(on_bar(page, "See result"))
    expect(page.locator("p[data-level]:visible")).to_have_text("Basics: you know part of the topic already.")
    expect(page.get_by_text("Read these chapters first:")).to_be_visible()
    assert page.locator("[data-at=chapters] li").all_inner_texts() == ["Five kinds · Quiz"]
    expect(page.get_by_role("link", name="Start with chapter 1")).to_be_hidden()


# What has the focus, and what is in view


def test_a_box_that_is_all_that_is_asked_for_has_the_focus_where_there_is_a_mouse(lobby: Page) -> None:
    choose(lobby)
    while name_of(asked(lobby)) != "first-letter":
        expect(lobby.locator(".player-title")).to_be_focused()
        push(on_bar(lobby, "I don’t know"))
        push(on_bar(lobby, "Next"))
    box = asked(lobby).text_box
    expect(box).to_be_focused()
    expect(box).to_have_accessible_description(re.compile(r"^Question \d of 8$"))
    lobby.keyboard.type("business")
    lobby.keyboard.press("Enter")
    expect(asked(lobby).verdict).to_contain_text("Correct.")


def test_on_a_touch_screen_no_box_takes_the_focus(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{site.page('quiz/five-kinds').partition('#')[0]}?practise=what-it-needs")
    while name_of(asked(page)) != "first-letter":
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next"))
    expect(page.locator(".player-title")).to_be_focused()


IN_VIEW = """element => {
    const { top, bottom } = element.getBoundingClientRect();
    const head = document.querySelector(".player-head").getBoundingClientRect().bottom;
    return top >= head && bottom <= document.querySelector(".player-bar").getBoundingClientRect().top;
}"""


def test_the_chosen_option_stays_in_view_beside_its_verdict_where_both_fit(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 320, "height": 480}, has_touch=True, is_mobile=True)
    page.goto(f"{site.page('quiz/five-kinds')}?quick")
    question = check(page, "Offshoring")
    assert page.evaluate("scrollY") > 0
    assert question.verdict.evaluate(IN_VIEW)
    assert question.root.locator(".quiz-choice.is-wrong").evaluate(IN_VIEW)


def test_where_there_is_no_room_for_both_the_verdict_begins_in_view(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 320, "height": 300}, has_touch=True, is_mobile=True)
    page.goto(f"{site.page('quiz/five-kinds')}?quick")
    question = check(page, "Offshoring")
    assert question.verdict.evaluate(IN_VIEW)
    assert not question.root.locator(".quiz-choice.is-wrong").evaluate(IN_VIEW)


def test_what_was_chosen_is_as_clear_as_its_words_after_the_verdict_in_the_dark(open_page: OpenPage, site: Site) -> None:
    page = open_page(color_scheme="dark")
    page.goto(f"{site.page('quiz/five-kinds')}?quick")
    dot = check(page, "Offshoring").root.locator("input:checked")
    colours = "dot => [getComputedStyle(dot).backgroundColor, getComputedStyle(dot.parentNode).color]"
    shown, words = dot.evaluate(colours)
    assert shown == words


# How it looks


def test_axe_finds_nothing_in_any_state(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(site.page("quiz/five-kinds"))
    found = violations_in_both_schemes(page) + overflow(page)
    push(choice(page, "all"))
    found += violations_in_both_schemes(page) + overflow(page)
    check(page, "Outsourcing")
    found += violations_in_both_schemes(page) + overflow(page)
    push(on_bar(page, "Next"))
    check(page, "Telephone sales")
    found += violations_in_both_schemes(page) + overflow(page)
    page.keyboard.press("?")
    found += violations_in_both_schemes(page)
    page.keyboard.press("Escape")
    push(button(page, "Pause"))
    push(choice(page, "written"))
    push(on_bar(page, "I don’t know"))
    push(on_bar(page, "See result"))
    found += violations_in_both_schemes(page) + overflow(page)
    assert found == []


def test_nothing_moves_while_a_quiz_page_loads(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport=PHONE)
    page.add_init_script(player_site.SHIFTS)
    page.goto(site.page("quiz/five-kinds"))
    expect(choice(page, "quick")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
    assert sum(page.evaluate("shifts")) < 0.01


def restyled(browser: Browser, page: Page, tap: Callable[[], object]) -> int:
    """Return how many elements the browser styled anew for a tap."""
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    tap()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    return sum(event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree" and event["ph"] == "X")


def test_a_tap_styles_what_it_changes_and_not_the_page(browser: Browser, open_page: OpenPage, site: Site) -> None:
    """A page has a hundred and fifty elements on the screen and some thousands that are not. One question has about fifty."""
    page = open_page(viewport=PHONE)
    page.goto(site.page("quiz/five-kinds"))
    push(choice(page, "all"))
    question = asked(page)
    assert restyled(browser, page, lambda: question.option("Outsourcing").click()) < 60
    assert restyled(browser, page, lambda: on_bar(page, "Check").click()) < 100
    assert restyled(browser, page, lambda: on_bar(page, "Next").click()) < 100


def test_no_caret_stays_in_a_question_that_is_hidden(open_page: OpenPage, site: Site) -> None:
    """The browser would look for its place in all that is hidden with each frame, which a tap then waits for."""
    page = open_page(viewport=PHONE)
    page.goto(site.page("quiz/five-kinds"))
    push(choice(page, "all"))
    asked(page).option("Outsourcing").click()
    page.evaluate("getSelection().collapse(document.querySelector('[data-on-stage] .quiz-stem').firstChild, 1)")
    push(on_bar(page, "Check"))
    push(on_bar(page, "Next"))
    assert page.evaluate("getSelection().rangeCount") == 0
    page.evaluate("getSelection().collapse(document.querySelector('.player-title').firstChild, 1)")
    push(button(page, "Pause"))
    assert page.evaluate("getSelection().rangeCount") == 0


def test_what_is_selected_stays_selected(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport=PHONE)
    page.goto(site.page("quiz/five-kinds"))
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    choice(page, "all").evaluate("button => button.click()")
    expect(page.locator(".player-title")).to_be_focused()
    assert page.evaluate("getSelection().isCollapsed") is False


def test_the_player_works_from_a_folder(open_page: OpenPage, build_site: Build) -> None:
    folder = build_site(player_site.FILES, offline=True)
    page = open_page(only_files=True)
    page.goto(f"{folder.as_uri()}/quiz/five-kinds.html")
    push(choice(page, "quick"))
    check(page, "Outsourcing")
    push(on_bar(page, "Next"))
    page.reload()
    push(button(page, "Resume"))
    expect_step(page, 2, 8)


def test_without_javascript_the_long_page_is_the_quiz(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site.page("quiz/five-kinds"))
    expect(page.locator("quiz-question:visible")).to_have_count(8)
    expect(page.locator(".quiz-lobby")).to_be_hidden()


def test_paper_has_all_questions_whatever_is_on_the_screen(lobby: Page) -> None:
    def printed() -> Locator:
        return lobby.locator("quiz-question:visible")

    lobby.emulate_media(media="print")
    expect(printed()).to_have_count(8)
    expect(lobby.locator(".quiz-lobby")).to_be_hidden()
    lobby.emulate_media(media="screen")
    push(choice(lobby, "quick"))
    lobby.emulate_media(media="print")
    expect(printed()).to_have_count(8)
    for part in (".player-head", ".player-bar"):
        expect(lobby.locator(part)).to_be_hidden()
