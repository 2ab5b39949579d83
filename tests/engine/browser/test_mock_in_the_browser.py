"""Mock exams as they are sat: by mouse and keyboard, with a reload, a second tab, the clock, and what comes of it at the end."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from audit import overflow, violations_in_both_schemes
from learner import HAS_FOCUS, Question, press, tab_to
from mock_site import FILES, PAPER, RIGHT, Mock, kept
from player import push
from sites import Build, Server, Site
from watch import OpenPage

KEY = "small-site:sitting:small~1"


@pytest.fixture(scope="module")
def paper_site(serve: Callable[..., Site]) -> Site:
    """The small site with a paper of eight questions."""
    return serve(FILES)


@pytest.fixture
def mock(page: Page, paper_site: Site) -> Mock:
    page.goto(paper_site.page("mock/small"))
    return Mock(page)


def test_a_whole_mock_with_a_reload_and_a_second_tab(mock: Mock, paper_site: Site) -> None:
    page = mock.page
    push(mock.button("Start"))
    expect(mock.heading).to_have_text("Question 1 of 8, Section A")
    rule = (
        "An answer with nothing correct in it costs 1 mark. "
        "A partly correct answer costs nothing, nor does a question left unanswered."
    )
    expect(page.get_by_text(f"Choose: 4 marks each. {rule}")).to_be_visible()
    mock.answer(wrong=("school-bus",))
    push(mock.button("Mark for review"))
    push(mock.button("Next"))
    expect(mock.heading).to_have_text("Question 2 of 8, Section A")
    mock.answer(wrong=("school-bus",))

    page.reload()
    expect(page.get_by_text("You have this test in progress.")).to_be_visible()
    push(mock.button("Resume"))
    expect(mock.heading).to_have_text("Question 2 of 8, Section A")
    expect(page.locator(".quiz-running input:checked").first).to_be_checked()

    other = page.context.new_page()
    other.goto(paper_site.page("mock/small"))
    second = Mock(other)
    push(second.button("Resume"))
    expect(second.heading).to_have_text("Question 2 of 8, Section A")
    push(second.button("Next"))
    expect(second.heading).to_have_text("Question 3 of 8, Section B")
    second.go_through("two-gains", "van-word", "last-letter")
    states = ["answered"] * 8
    states[0], states[6], states[7] = "answered and marked for review", "unanswered", "partly answered"
    ids = kept(page, "sitting")["small~1"]["ids"]
    assert isinstance(ids, list)
    states[2 + ids[1].index("last-letter")] = "unanswered"
    expect(mock.numbers.nth(7)).to_have_attribute("aria-label", "8, partly answered")
    assert mock.states() == states

    push(mock.numbers.nth(6))
    mock.answer()
    push(mock.button("Clear response"))
    expect(page.locator("textarea")).to_have_value("")
    mock.answer()
    push(mock.button("Submit"))
    expect(page.locator("dialog")).to_contain_text("6 of 8 answered, 1 partly answered, 1 unanswered, 1 marked for review.")
    page.keyboard.press("Escape")
    expect(mock.button("Submit")).to_be_focused()
    mock.hand_in()
    expect(second.button("View result")).to_be_visible()  # the other tab has noticed

    # Section A: −1 and 4. B: three right answers, of which two count. C: not marked yet. D: one part of two.
    assert mock.rows("sections") == {"A. Choose": "3 of 8", "B. Say": "4 of 4", "C. Write": "0 of 2", "D. Judge": "1 of 2"}
    expect(mock.score).to_contain_text("8 of 16 marks. Time taken: ")
    expect(page.locator(".quiz-percent")).to_have_text("50%")
    expect(page.locator(".quiz-lost")).to_have_text("Lost to negative marking: 1 mark.")
    expect(Question(page, "school-bus").verdict).to_have_text("✗ Incorrect. −1 of 4 marks.")
    reviews = kept(page, "card")
    assert {"school-bus", "van-promise"} <= set(reviews)
    assert not {"two-gains", "van-word", "last-letter"} & set(reviews)
    expect(page.get_by_text("still to mark: 1")).to_be_visible()
    page.get_by_label("Names lower costs").check()
    expect(mock.score).to_contain_text("9 of 16 marks")
    expect(page.get_by_text("still to mark: 1")).to_be_hidden()
    assert mock.rows("sections")["C. Write"] == "1 of 2"
    assert mock.rows("objectives")["Tell who gains."] == "2 of 4"
    assert len(mock.rows("questions")) == 8

    page.get_by_label("Mistakes only").check()
    expect(page.locator(".quiz-unit:visible")).to_have_count(4)
    page.reload()
    push(mock.button("View result"))
    expect(mock.score).to_contain_text("9 of 16 marks")
    assert len(kept(page, "card")["two-gains"]["log"]) == 1  # type: ignore[arg-type]
    assert kept(page, "card")["school-bus"] == reviews["school-bus"]


@pytest.mark.parametrize("width", [360, 1440])
def test_time_and_palette_stay_in_view_and_the_sites_navigation_does_not(
    open_page: OpenPage, paper_site: Site, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 500})
    page.goto(paper_site.page("mock/small"))
    mock = Mock(page)
    push(mock.button("Start"))
    mock.asked()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    for where in ("document.documentElement.scrollHeight", "0"):
        page.evaluate(f"scrollTo(0, {where})")
        expect(mock.timer).to_be_in_viewport()
        expect(page.locator(".quiz-palette summary")).to_be_in_viewport()
    for hidden in (".md-header", ".site-tabs", ".md-footer", ".md-sidebar"):
        expect(page.locator(hidden).locator("visible=true")).to_have_count(0)
    expect(mock.button("Pause")).to_be_in_viewport()
    expect(mock.button("Save and exit")).to_be_in_viewport()
    assert overflow(page) == []


def test_a_result_outlives_other_tabs_and_does_not_hand_in_a_sitting_that_was_begun_there(mock: Mock, paper_site: Site) -> None:
    page = mock.page
    push(mock.button("Start"))
    ids = mock.go_through(wrong=("school-bus",))
    mock.hand_in()
    expect(mock.score).to_contain_text("9 of 16 marks")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    other = page.context.new_page()
    other.goto(paper_site.page("mock/small"))
    for name in ids:
        other.evaluate("name => localStorage.setItem(`small-site:answer:${name}`, '{}')", name)
    page.get_by_label("Names lower costs").check()
    expect(mock.score).to_contain_text("10 of 16 marks")
    assert kept(page, "sitting")["small~1"]["result"]["earned"] == 10  # type: ignore[index]

    page.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")  # it is not told
    page.reload()
    push(mock.button("View result"))
    expect(mock.score).to_contain_text("10 of 16 marks")
    second = Mock(other)
    push(second.button("Retake"))
    other.get_by_role("dialog", name="Retake this test?").get_by_role("button", name="Retake").click()
    push(second.button("Start"))
    second.asked()
    page.get_by_label("Names time for the main work").click()
    expect(mock.button("Resume")).to_be_visible()
    assert "result" not in kept(page, "sitting")["small~1"]
    assert not any(entry.get("points") for entry in kept(page, "entry").values())


def test_a_whole_mock_by_keyboard_alone(mock: Mock) -> None:
    page = mock.page
    tab_to(page.get_by_label("Timed"))
    press(page, "Space")
    tab_to(mock.button("Start"))
    press(page, "Enter")
    for number in range(1, 9):
        expect(mock.heading).to_have_text(f"Question {number} of 8, Section {'AABBBBCD'[number - 1]}")
        assert mock.heading.evaluate(HAS_FOCUS)
        for name in mock.asked():
            fields = Question(page, name).root.locator("fieldset :is(input, textarea)")
            tab_to(fields.first)
            if fields.first.evaluate("field => /radio|checkbox/.test(field.type)"):
                press(page, "Space")
            else:
                page.keyboard.type("process")
        if number < 8:
            tab_to(mock.button("Next"))
            press(page, "Enter")
    expect(mock.timer).to_be_hidden()
    tab_to(mock.button("Previous"))
    press(page, "Enter")
    expect(mock.heading).to_have_text("Question 7 of 8, Section C")
    tab_to(mock.button("Mark for review"))
    press(page, "Enter")
    expect(mock.button("Mark for review")).to_have_attribute("aria-pressed", "true")
    tab_to(mock.button("Submit"))
    press(page, "Enter")
    expect(page.locator("dialog")).to_contain_text("8 of 8 answered, 0 unanswered, 1 marked")
    expect(mock.button("Back to the test")).to_be_focused()
    tab_to(page.locator("dialog").get_by_role("button", name="Submit"))
    press(page, "Enter")
    expect(mock.heading).to_have_text("Your result")
    assert mock.heading.evaluate(HAS_FOCUS)
    expect(mock.score).to_contain_text("of 16 marks")


def test_a_reason_that_is_worth_marks_is_given_them_by_the_learner_beside_the_right_choice(page: Page, paper_site: Site) -> None:
    page.goto(paper_site.page("mock/reasons"))
    mock = Mock(page)
    rule = "The correct choice earns 1 mark, and a reason beside it 1 more. A reason beside a wrong choice earns nothing."
    push(mock.button("Start"))
    expect(page.get_by_text(f"Judge: 2 marks each. {rule}")).to_be_visible()
    for place in (1, 2):
        (name,) = mock.asked()
        box = page.get_by_role("textbox", name="Your reason (1 of 2 marks, which you award yourself at the end)")
        if name == "needs-judgement":
            Question(page, name).option("True").check()
            assert mock.states()[place - 1] == "partly answered"
        box.fill("No steps settle it.")
        if place == 1:
            push(mock.button("Next"))
            expect(mock.heading).to_have_text("Question 2 of 2, Section A")
    assert sorted(mock.states()) == ["answered", "partly answered"]  # the second is a reason without a choice
    mock.hand_in()
    expect(mock.score).to_contain_text("1 of 4 marks")
    expect(page.locator(".quiz-mine")).to_contain_text("still to mark: 1")
    right, unchosen = Question(page, "needs-judgement"), Question(page, "last-letter")
    expect(right.feedback).to_contain_text("✓ Correct. 1 of 2 marks.")
    expect(right.feedback).to_contain_text("You wrote: “No steps settle it.”")
    expect(unchosen.feedback).to_contain_text("– Skipped. 0 of 2 marks.")
    expect(unchosen.root).to_contain_text("A reason earns marks only with the correct choice.")
    expect(page.get_by_role("checkbox", name="My reason matches the model reason (1 mark)")).to_have_count(1)
    reading = page.locator(".quiz-reading li")
    page.get_by_text("Topics to review").click()
    assert sorted(reading.all_inner_texts()) == ["Letters", "What it needs"]
    page.get_by_role("checkbox", name="My reason matches the model reason (1 mark)").check()
    expect(mock.score).to_contain_text("2 of 4 marks")
    expect(reading).to_have_text(["Letters"])  # the other question has all its marks now
    expect(right.feedback).to_contain_text("✓ Correct. 2 of 2 marks.")
    expect(page.locator(".quiz-mine")).to_be_hidden()
    page.reload()
    push(mock.button("View result"))
    expect(mock.score).to_contain_text("2 of 4 marks")
    expect(page.get_by_role("checkbox", name="My reason matches the model reason (1 mark)")).to_be_checked()


def _push_in_stopped_time(page: Page, button: Locator) -> None:
    """Press a button whose work comes after the frame that shows it pressed, where frames come only as a test lets time pass."""
    button.click()
    page.clock.run_for(40)  # milliseconds: two frames


def test_the_clock_is_gentle(page: Page, paper_site: Site) -> None:
    page.clock.install(time=1_800_000_000)
    page.goto(paper_site.page("mock/small"))
    page.clock.pause_at(1_800_000_010)  # seconds; a slow machine takes none of the learner's time
    mock = Mock(page)
    start, pause, resume, hide, show = (
        partial(_push_in_stopped_time, page, mock.button(name))
        for name in ("Start", "Pause", "Resume", "Hide timer", "Show timer")
    )
    start()
    mock.asked()
    page.clock.run_for(61_000)
    expect(mock.timer).to_have_text("18:59 left")
    pause()
    expect(page.locator(".quiz-running")).to_be_hidden()
    page.clock.run_for(600_000)
    resume()
    page.clock.run_for(2_000)
    expect(mock.timer).to_have_text("18:57 left")
    hide()
    expect(mock.timer).to_be_hidden()
    page.clock.run_for(540_000)  # past half of the time
    expect(mock.told).to_have_text("")
    show()
    page.clock.run_for(300_000)
    expect(mock.told).to_have_text("5 minutes left.")
    page.clock.set_system_time(1_800_100_000)  # the lid was closed for a day
    page.clock.run_for(5_000)
    page.clock.run_for(300_000)
    expect(mock.told).to_contain_text("Time is up. Submit now, or go on")
    expect(mock.timer).to_contain_text("Time is up, ")
    mock.answer()
    page.clock.resume()
    mock.hand_in()
    expect(mock.score).to_contain_text(" over.")
    expect(page.locator("[data-rows=questions] tr").first.locator("td").last).to_contain_text("20:")


def test_a_code_whose_questions_have_changed_since_says_so_and_lets_the_learner_go_on(mock: Mock, paper_site: Site) -> None:
    page = mock.page
    changed = page.locator(".quiz-changed")
    code = page.locator(".quiz-code")
    expect(code).to_have_text(re.compile(r"^1\.[2-9A-Z]{3}-[2-9A-Z]{3}$"))
    shared = code.inner_text()
    expect(changed).to_be_hidden()

    page.goto(f"{paper_site.page('mock/small')}#seed=1.ZZZ-ZZZ")
    expect(changed).to_be_visible()
    expect(changed).to_contain_text("The questions have changed since this code was shared, so this is not the same paper.")
    page.get_by_label("Paper code").fill(shared.lower())
    page.get_by_label("Paper code").press("Enter")
    expect(changed).to_be_hidden()
    page.get_by_label("Paper code").fill("7b.ZZZ-ZZZ")
    page.get_by_label("Paper code").press("Enter")
    expect(code).to_contain_text("7b.")
    expect(changed).to_be_visible()
    push(mock.button("Start"))
    expect(mock.heading).to_have_text("Question 1 of 8, Section A")
    page.reload()
    expect(mock.button("Resume")).to_be_visible()
    expect(changed).to_be_visible()
    sitting = kept(page, "sitting")["small~7b"]
    assert sum(len(ids) for ids in sitting["ids"]) == 8  # type: ignore[attr-defined, misc]


def test_a_code_that_was_just_typed_is_taken_by_one_click_on_start_and_keeps_the_keyboard_in_its_field(mock: Mock) -> None:
    page = mock.page
    field = page.get_by_label("Paper code")
    field.fill("7b")
    field.press("Enter")
    expect(page.get_by_role("heading", name="Paper 7b")).to_be_visible()
    assert field.evaluate(HAS_FOCUS)
    field.fill("8c")
    push(mock.button("Start"))
    expect(mock.heading).to_have_text("Question 1 of 8, Section A")
    assert list(kept(page, "sitting")) == ["small~8c"]


BLOCKED = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });"""


def test_without_storage_a_mock_can_be_sat_and_the_learner_is_told(open_page: OpenPage, paper_site: Site) -> None:
    page = open_page()
    page.add_init_script(BLOCKED)
    page.goto(paper_site.page("mock/small"))
    mock = Mock(page)
    push(mock.button("Start"))
    mock.go_through()
    expect(page.locator(".quiz-notice:not([hidden])")).to_have_count(1)
    expect(page.locator(".quiz-notice:not([hidden])")).to_be_visible()
    mock.hand_in()
    expect(mock.score).to_contain_text("14 of 16 marks")


def test_withdrawn_questions_and_damaged_pieces_break_nothing(
    page: Page, build_site: Build, new_server: Callable[[], Server]
) -> None:
    server = new_server()
    server.folder = build_site(FILES, SITE_URL=server.url)
    site = Site(server.folder, server.url)
    page.goto(site.page("mock/small"))
    mock = Mock(page)
    push(mock.button("Start"))
    mock.go_through("school-bus")
    entries = page.evaluate("Object.keys(localStorage).filter(key => key.includes(':entry:') && key.endsWith('first-letter'))")
    page.evaluate('key => localStorage.setItem(key, \'{"v":3,"picked":7}\')', entries[0])

    paper = PAPER.replace("number: 4, answer: 2, marks: 2", "number: 3, answer: 2, marks: 3")
    renamed = (
        FILES["quizzes/five-kinds.yml"].replace("id: back-office-tasks", "id: back-office-work").replace("/back-office-tasks", "")
    )
    server.folder = build_site(
        {**FILES, "quizzes/papers/small.yml": paper, "quizzes/five-kinds.yml": renamed}, SITE_URL=server.url
    )
    page.goto(site.page("mock/small"))
    push(mock.button("Resume"))
    expect(page.get_by_text("1 question has been withdrawn since you began.")).to_be_visible()
    assert len(mock.states()) == 7
    mock.hand_in()
    expect(page.get_by_text("1 question has been withdrawn since you began.")).to_be_visible()
    assert mock.rows("sections") == {"A. Choose": "0 of 4", "B. Say": "6 of 6", "C. Write": "0 of 2", "D. Judge": "2 of 2"}
    expect(mock.score).to_contain_text("8 of 14 marks")

    page.evaluate("key => localStorage.setItem(key, JSON.stringify({ v: 3, paper: 'small', seed: '1', ids: 'none' }))", KEY)
    page.goto(site.page("mock/small"))
    push(mock.button("Start"))
    expect(mock.heading).to_have_text("Question 1 of 7, Section A")


def test_words_that_do_not_arrive_lose_no_answer(mock: Mock) -> None:
    page = mock.page
    page.context.route("**/bank-*.js", lambda route: route.fulfill(status=200, body=""))
    push(mock.button("Start"))
    expect(page.get_by_role("alert")).to_contain_text("This question could not be loaded.")
    page.context.unroute_all()
    push(mock.button("Try again"))
    mock.asked()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_without_javascript_the_page_tells_the_pattern(open_page: OpenPage, paper_site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(paper_site.page("mock-exams"))
    page.get_by_role("link", name="Small paper", exact=True).click()
    expect(page.get_by_text("in the style of a small exam. No examination body has set, seen or approved it.")).to_be_visible()
    expect(page.get_by_role("row", name="B. Say")).to_contain_text("4 (your best 2 count)")
    page.get_by_role("link", name="list of all quizzes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chapter quizzes")


def test_axe_finds_nothing_in_any_state_of_a_mock(open_page: OpenPage, paper_site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(paper_site.page("mock-exams"))
    found = violations_in_both_schemes(page) + overflow(page)
    page.goto(paper_site.page("mock/small"))
    mock = Mock(page)
    found += violations_in_both_schemes(page) + overflow(page)
    push(mock.button("Start"))
    mock.answer(wrong=("school-bus",))
    push(mock.button("Mark for review"))
    page.locator(".quiz-palette summary").click()
    mock.go_through("two-gains", wrong=("first-letter",))
    found += violations_in_both_schemes(page) + overflow(page)
    push(mock.button("Submit"))
    found += violations_in_both_schemes(page)
    page.keyboard.press("Escape")
    push(mock.button("Pause"))
    found += violations_in_both_schemes(page)
    push(mock.button("Resume"))
    mock.hand_in()
    for summary in page.locator(".quiz-outcome summary").locator("visible=true").all():
        summary.click()
    found += violations_in_both_schemes(page) + overflow(page)
    page.goto(paper_site.page("mock/small"))
    found += violations_in_both_schemes(page)
    assert found == []


def test_a_written_answer_that_is_not_marked_yet_is_not_told_as_wrong_at_the_end_of_a_quiz(page: Page, paper_site: Site) -> None:
    page.goto(paper_site.quiz("written"))
    gains = Question(page, "two-gains")
    for name in ("two-gains", "van-promise", "van-word"):
        options, typed = RIGHT[name]
        Question(page, name).answer(*options, typed=typed)
    score, missed = page.locator(".quiz-score"), page.locator(".quiz-read li")
    expect(score).to_have_text("You scored 2 of 4 marks.")
    marking = "You mark your own written answers: tick each point that your answer makes."
    expect(page.locator(".quiz-read p").filter(visible=True)).to_have_text(f"Questions to review. {marking}")
    expect(missed).to_have_text(["Question 1: Review: Letters"])
    gains.root.get_by_label("Names lower costs").check()
    expect(score).to_have_text("You scored 3 of 4 marks.")
    expect(missed).to_have_text(["Question 1: Review: Letters"])
    gains.root.get_by_label("Names time for the main work").check()
    expect(score).to_have_text("You scored 4 of 4 marks.")
    expect(page.locator(".quiz-read")).to_be_hidden()
