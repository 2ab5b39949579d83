"""Ways through practice that cross pages: from a chapter to its questions, to a passage and back, a pause, another device."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import small_project
from audit import overflow, violations_in_both_schemes
from learner import Question, choose_all_chapters
from player import asked, button, check, expect_step, name_of, on_bar, push
from sites import Site
from watch import OpenPage

PHONE = {"width": 360, "height": 740}
FIRST_DAY = datetime.datetime(2027, 1, 4, 9, 30)

TEN = """
title: Ten tasks
chapter: outsourcing.md
objectives:
  - {id: LO1.1, slug: who-does-the-work, text: Say who does the work.}
questions:
"""
TASK = """
  - id: task-{number}
    kind: single-choice
    section: who-does-the-work
    objective: LO1.1
    bloom: apply
    marks: 1
    stem: A textile mill in Surat hands task {number} to a firm in the same town for two years. {more}What is this called?
    keep_order: yes
    options:
      - {{text: Outsourcing without offshoring, correct: yes, why: Another party does lasting work in the same country.}}
      - {{text: Offshoring without outsourcing, why: Nothing leaves the country and another firm does the work.}}
      - {{text: Outsourcing together with offshoring, why: The firm stands in the same town.}}
      - {{text: Neither outsourcing nor offshoring, why: Another firm does the work for two years.}}
    explanation: The mill could do the task with employees of its own. It hands the task to another firm, which is outsourcing.
"""
MORE = "The firm sends its own people to the mill each morning. "  # questions differ in length
OF_TEN: Mapping[str, str] = {
    **small_project.FILES,
    "quizzes/five-kinds.yml": TEN + "".join(TASK.format(number=n, more=MORE * (n % 3)) for n in range(1, 11)),
    "docs/index.md": "# Small site\n",
    "docs/outsourcing.md": small_project.OUTSOURCING.replace("/// quiz | five-kinds#school-bus\n///\n", ""),
}


@pytest.fixture(scope="module")
def ten(serve: Callable[..., Site]) -> Site:
    """The small site with ten questions of single choice in its first quiz."""
    return serve(OF_TEN)


def chapter_button(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name)


# From a chapter


def test_the_button_of_a_section_begins_its_questions_at_once(page: Page, small_site: Site) -> None:
    page.goto(small_site.page("outsourcing"))
    chapter_button(page, "Practise this section (2 questions)").first.click()
    expect_step(page, 1, 2)
    assert name_of(asked(page)) == "back-office-tasks"
    assert page.url == small_site.quiz("five-kinds").partition("#")[0]
    check(page, "Payroll", "Bookkeeping")
    push(on_bar(page, "Next"))
    page.goto(f"{page.url}?practise=where-it-is-done")  # what was begun goes on
    expect_step(page, 2, 2)


def test_without_scripts_the_button_of_a_section_leads_to_its_first_question(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_site.page("outsourcing"))
    chapter_button(page, "Practise this section (2 questions)").first.click()
    expect(Question(page, "back-office-tasks").root).to_be_in_viewport()


def test_the_end_of_a_chapter_begins_quick_practice_in_one_tap(page: Page, ten: Site) -> None:
    page.goto(ten.page("outsourcing"))
    page.get_by_role("link", name="Take the quiz (10 questions, 8 min)").click()
    expect_step(page, 1, 10)


def test_a_section_that_is_not_there_leaves_the_choices(page: Page, small_site: Site) -> None:
    page.goto(f"{small_site.quiz('five-kinds').partition('#')[0]}?practise=gone")
    expect(page.locator(".quiz-lobby")).to_be_visible()
    expect(page.locator(".player-bar")).to_have_count(0)


def test_beginning_elsewhere_asks_only_if_an_answer_would_be_lost(page: Page, small_site: Site) -> None:
    quiz = small_site.quiz("five-kinds").partition("#")[0]
    page.goto(f"{quiz}?practise=where-it-is-done")
    check(page, "Payroll", "Bookkeeping")
    page.goto(f"{quiz}?practise=what-it-needs")
    expect_step(page, 1, 2)
    asked(page).text_box.fill("a reason")
    page.goto(f"{quiz}?practise=where-it-is-done")
    page.get_by_role("dialog", name="Discard these answers?").get_by_role("button", name="Keep my answers").click()
    push(button(page, "Resume"))
    expect(asked(page).text_box).to_have_value("a reason")


# To a passage and back


def test_a_quiz_goes_on_at_the_question_from_which_a_learner_went_to_its_passage(page: Page, small_site: Site) -> None:
    page.goto(f"{small_site.quiz('five-kinds').partition('#')[0]}?quick")
    check(page, "Offshoring")
    asked(page).root.get_by_role("link", name="Review").click()
    expect(page.get_by_role("heading", name="Who does the work")).to_be_visible()
    page.go_back()
    expect_step(page, 1, 5)
    expect(Question(page, "school-bus").verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    push(button(page, "Pause"))
    page.reload()
    expect(button(page, "Resume")).to_be_visible()


def test_a_daily_review_goes_on_at_the_question_from_which_a_learner_went_to_its_passage(page: Page, small_site: Site) -> None:
    choose_all_chapters(page)
    page.goto(f"{small_site.page('today')}?start")
    name = name_of(asked(page))
    push(on_bar(page, "I don’t know"))
    asked(page).root.get_by_role("link", name="Review").click()
    expect(page.locator("quiz-today")).to_have_count(0)
    page.go_back()
    expect_step(page, 1, 7)
    assert name_of(asked(page)) == name
    expect(asked(page).verdict).to_be_visible()


# The end


def test_the_end_lists_mistakes_by_section_and_leads_on(page: Page, small_site: Site) -> None:
    page.goto(f"{small_site.quiz('five-kinds').partition('#')[0]}?practise=where-it-is-done")
    for _ in range(2):
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next").or_(on_bar(page, "See result")))
    items = page.locator(".quiz-read li")
    expect(page.get_by_text("Mistakes by section:")).to_be_visible()
    assert items.all_inner_texts() == ["Where it is done · 2 mistakes"]
    items.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Where it is done")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("You scored 0 of 3 marks.")).to_be_visible()
    assert items.all_inner_texts() == ["Where it is done · 2 mistakes"]
    push(button(page, "Next section: What it needs"))
    expect_step(page, 1, 2)
    for _ in range(2):
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next").or_(on_bar(page, "See result")))
    push(button(page, "Next section: Who does the work"))
    check(page, "Outsourcing")
    push(on_bar(page, "See result"))
    expect(page.locator(".quiz-read")).to_be_hidden()
    page.get_by_role("link", name="Next quiz: Two kinds").click()
    expect_step(page, 1, 2)


def test_a_daily_review_ends_with_what_improved_mistakes_by_section_and_what_is_next(page: Page, small_site: Site) -> None:
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(f"{small_site.quiz('five-kinds').partition('#')[0]}?practise=who-does-the-work")
    check(page, "Offshoring")
    page.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(days=1))
    page.goto(f"{small_site.page('today')}?start")
    while name_of(asked(page)) != "school-bus":
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next"))
    check(page, "Outsourcing")
    push(button(page, "Pause"))
    push(button(page, "End session"))
    expect(page.locator("[data-at=improved]")).to_have_text("Mistakes fixed: 1. Well done.")
    expect(page.get_by_role("link", name="Next section: ")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Start (").click()
    push(on_bar(page, "I don’t know"))
    push(button(page, "Pause"))
    push(button(page, "End session"))
    expect(page.locator("[data-at=passages] li")).to_have_count(1)
    expect(page.locator("[data-at=passages] li")).to_contain_text("· 1 mistake")
    push(button(page, "Retry mistakes"))
    expect_step(page, 1, 1)


# Begun by an address, paused, and on another device


def test_an_address_begins_todays_session_or_goes_on_with_the_one_that_is_paused(page: Page, small_site: Site) -> None:
    choose_all_chapters(page)
    today = small_site.page("today")
    page.goto(f"{today}?start")
    expect_step(page, 1, 7)
    assert page.url == today
    push(on_bar(page, "I don’t know"))
    push(on_bar(page, "Next"))
    expect_step(page, 2, 7)
    push(button(page, "Pause"))
    expect(page.get_by_text("Paused. 6 questions left.")).to_be_visible()
    expect(button(page, "Resume")).to_be_focused()
    expect(page.get_by_role("button", name="Start (")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Paused. 6 questions left.")).to_be_visible()  # what was paused waits
    page.goto(f"{today}?start")
    expect_step(page, 2, 7)
    assert page.url == today


def test_a_session_goes_on_where_a_backup_is_restored(open_page: OpenPage, small_site: Site, tmp_path: Path) -> None:
    first = open_page()
    choose_all_chapters(first)
    first.goto(f"{small_site.page('today')}?start")
    push(on_bar(first, "I don’t know"))
    push(on_bar(first, "Next"))
    expect_step(first, 2, 7)
    name = name_of(asked(first))
    first.goto(f"{small_site.quiz('two-kinds').partition('#')[0]}?quick")
    check(first, typed="paper")
    first.goto(small_site.page("progress"))
    with first.expect_download() as download:
        first.get_by_role("button", name="Download backup").click()
    download.value.save_as(tmp_path / "backup.json")
    other = open_page()
    other.goto(small_site.page("progress"))
    other.get_by_label("Restore backup").set_input_files(tmp_path / "backup.json")
    expect(other.get_by_text("Backup restored.")).to_be_visible()
    other.goto(small_site.page("today"))
    expect_step(other, 2, 7)
    assert name_of(asked(other)) == name
    other.goto(small_site.quiz("two-kinds").partition("#")[0])
    push(button(other, "Resume"))
    expect_step(other, 2, 2)
    paces = [tab.evaluate("localStorage.getItem('small-site:pace:main')") for tab in (first, other)]
    assert paces[0]
    assert paces[0] == paces[1]


# In reach

IS_WHOLLY_IN_VIEW = "({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight"


IS_ON_TOP = """title => {
    const { x, y } = title.getBoundingClientRect();
    return title.contains(document.elementFromPoint(x + 2, y + 2));
}"""


def tap(page: Page, target: Locator) -> None:
    """Tap where the target is, and say that it is wholly in view: nothing scrolls for it."""
    box = target.bounding_box()
    assert box is not None
    assert page.evaluate(IS_WHOLLY_IN_VIEW, box), target
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_ten_daily_questions_are_played_without_scrolling(open_page: OpenPage, ten: Site) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{ten.page('outsourcing')}#who-does-the-work")  # the review asks from what was read
    expect(page.locator(".notes-state")).to_have_text("Reading")
    page.goto(f"{ten.page('today')}?start")
    places = set()
    for step in range(1, 11):
        expect_step(page, step, 10)
        option = "Outsourcing without offshoring" if step % 2 else "Offshoring without outsourcing"
        tap(page, asked(page).root.locator("label", has_text=option))
        check_button = on_bar(page, "Check")
        places.add(check_button.evaluate("button => button.getBoundingClientRect().y"))
        tap(page, check_button)
        expect(asked(page).verdict).to_be_in_viewport()
        tap(page, on_bar(page, "Next").or_(on_bar(page, "See result")))
    expect(page.get_by_role("heading", name="Session complete")).to_be_in_viewport()
    assert len(places) == 1  # the thumb stays where it is


def test_the_head_of_the_stage_stays_in_view_and_on_one_line(open_page: OpenPage, ten: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 500})  # with a mouse
    page.goto(f"{ten.quiz('five-kinds').partition('#')[0]}?quick")
    check(page, "Offshoring without outsourcing")
    page.mouse.wheel(0, 2000)
    title = page.locator(".player-title")
    expect(title).to_be_in_viewport(ratio=1)
    assert title.evaluate(IS_ON_TOP)
    assert title.evaluate("title => title.getBoundingClientRect().height") < 30


def test_axe_finds_nothing_where_a_session_is_paused_or_over(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    choose_all_chapters(page)
    page.goto(f"{small_site.page('today')}?start")
    push(on_bar(page, "I don’t know"))
    push(on_bar(page, "Next"))
    expect_step(page, 2, 7)
    push(button(page, "Pause"))
    found = violations_in_both_schemes(page) + overflow(page)
    push(button(page, "End session"))
    found += violations_in_both_schemes(page) + overflow(page)
    page.goto(f"{small_site.quiz('five-kinds').partition('#')[0]}?practise=where-it-is-done")
    for _ in range(2):
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next").or_(on_bar(page, "See result")))
    found += violations_in_both_schemes(page) + overflow(page)
    assert found == []
