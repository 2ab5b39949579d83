"""Going from page to page with the theme's instant navigation, by links into pages, and with either form of address."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

import small_project
from arriving import arrive
from learner import Question, answer_all
from player import button, check, choice, expect_step, on_bar, push
from sites import Site
from until import until
from watch import OpenPage

MARK = "window.stillTheSameDocument = true"
MARKED = "window.stillTheSameDocument === true"


def _arrive(page: Page, address: str) -> None:
    """Open a page and mark its document."""
    arrive(page, address)
    page.evaluate(MARK)


def _follow(page: Page, link: str, title: str) -> None:
    """Click a link of the navigation and wait for its page."""
    page.get_by_role("navigation", name="Navigation").get_by_role("link", name=link, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def _view_all(page: Page) -> None:
    """Show all questions of a quiz page."""
    push(button(page, "View all questions"))


def _reached(target: Locator) -> None:
    """Say that the page stands, or comes to stand, with the target in its upper third."""
    upper_third = """(element) => {
        const { top } = element.getBoundingClientRect();
        return top >= 0 && top < window.innerHeight / 3;
    }"""
    until(target.page, upper_third, target.element_handle())


def _each_part_is_there_once(page: Page) -> None:
    for question in page.locator("quiz-question").all():
        expect(
            question.get_by_role("button", name="Check", exact=True).or_(question.get_by_role("button", name="Try again"))
        ).to_have_count(1)
        expect(question.get_by_role("status")).to_have_count(1)
    expect(page.locator(".quiz-score")).to_have_count(1)
    expect(page.get_by_role("columnheader", name="Your score")).to_have_count(1)


def test_quizzes_work_each_time_that_instant_navigation_swaps_them_in(page: Page, swapping_site: Site) -> None:
    _arrive(page, swapping_site.page())
    _follow(page, "Quiz: Two kinds", "Quiz: Two kinds")
    _view_all(page)
    Question(page, "middle-letter").answer(typed="process")
    expect(Question(page, "middle-letter").verdict).to_have_text("✓ Correct. 1 of 1 mark.")

    _follow(page, "Quiz: Five kinds", "Quiz: Five kinds")
    _view_all(page)
    answer_all(page, wrong=("school-bus",))
    expect(page.locator(".quiz-score")).to_have_text("You scored 5 of 6 marks.")

    _follow(page, "Start", "Small site")
    _follow(page, "Quiz: Two kinds", "Quiz: Two kinds")
    _view_all(page)
    expect(Question(page, "middle-letter").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    Question(page, "last-letter").answer("True")
    expect(page.locator(".quiz-score")).to_have_text("You scored 1 of 2 marks.")
    _each_part_is_there_once(page)

    page.get_by_role("button", name="Retry mistakes").click()
    check(page, "False")
    push(on_bar(page, "See result"))
    push(button(page, "Done"))
    expect(page.locator(".quiz-score")).to_have_text("You scored 2 of 2 marks.")
    assert page.evaluate(MARKED)


def test_quizzes_work_when_history_goes_back_and_forth(page: Page, swapping_site: Site) -> None:
    _arrive(page, swapping_site.page())
    _follow(page, "Quiz: Two kinds", "Quiz: Two kinds")
    _view_all(page)
    Question(page, "last-letter").answer("False")
    _follow(page, "Quiz: Five kinds", "Quiz: Five kinds")
    _view_all(page)
    Question(page, "back-office-tasks").answer("Payroll")

    title = page.get_by_role("heading", level=1)
    for _ in range(2):
        page.go_back()
        expect(title).to_have_text("Quiz: Two kinds")
        expect(page.locator("#q-last-letter .quiz-verdict")).to_have_text("✓ Correct. 1 of 1 mark.")
        _view_all(page)
        _each_part_is_there_once(page)
        page.go_back()
        expect(title).to_have_text("Small site")
        page.go_forward()
        expect(title).to_have_text("Quiz: Two kinds")
        page.go_forward()
        expect(title).to_have_text("Quiz: Five kinds")
        expect(page.locator("#q-back-office-tasks .quiz-verdict")).to_have_text("◐ Partly correct. 1 of 2 marks.")
        _view_all(page)
        _each_part_is_there_once(page)

    Question(page, "back-office-tasks").try_again_button.click()
    Question(page, "back-office-tasks").answer("Payroll", "Bookkeeping")
    expect(page.locator(".quiz-score")).to_have_text("Answered: 1 of 5. Marks so far: 2 of 2.")
    assert page.evaluate(MARKED)


class Held:
    """Keeps back requests for some files until they are let go."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.routes: list[Route] = []
        self.free = False
        page.route(re.compile(pattern), self._take)

    def _take(self, route: Route) -> None:
        if self.free:
            route.continue_()
        else:
            self.routes.append(route)

    def let_go(self) -> None:
        """Let the requests go, those to come as well."""
        self.free = True
        for route in self.routes:
            route.continue_()


def test_a_quiz_works_when_its_scripts_arrive_in_another_order(page: Page, swapping_site: Site) -> None:
    # Instant navigation adds all scripts at once, and such scripts run as they arrive.
    _arrive(page, swapping_site.page())
    core = Held(page, r"/assets/quiz/question-")
    with page.expect_request_finished(lambda request: "/assets/quiz/set-" in request.url):
        _follow(page, "Quiz: Two kinds", "Quiz: Two kinds")
    core.let_go()
    _view_all(page)
    question = Question(page, "last-letter")
    question.answer("False")
    expect(question.verdict).to_have_text("✓ Correct. 1 of 1 mark.")


def test_a_quiz_works_when_the_script_of_its_result_arrives_last(page: Page, swapping_site: Site) -> None:
    _arrive(page, swapping_site.page())
    result = Held(page, r"/assets/quiz/set-")
    _follow(page, "Quiz: Two kinds", "Quiz: Two kinds")
    expect(Question(page, "last-letter").root.locator(".quiz-actions")).to_have_count(1)  # it has started
    expect(page.locator(".quiz-score")).to_be_empty()
    result.let_go()
    _view_all(page)
    Question(page, "last-letter").answer("False")
    Question(page, "middle-letter").answer(typed="process")
    expect(page.locator(".quiz-score")).to_have_text("You scored 2 of 2 marks.")


@pytest.mark.parametrize("takes_all", [True, False])
def test_what_is_chosen_before_the_questions_have_started_happens_when_they_have(
    page: Page, swapping_site: Site, takes_all: bool
) -> None:
    _arrive(page, swapping_site.page())
    kind = Held(page, r"/assets/quiz/fill-in-")
    with page.expect_request_finished(lambda request: "/assets/quiz/set-" in request.url):
        _follow(page, "Quiz: Two kinds", "Quiz: Two kinds")
    expect(choice(page, "quick")).to_be_visible()
    if takes_all:
        _view_all(page)
    else:
        push(choice(page, "quick"))
    kind.let_go()
    if takes_all:
        expect(page.locator("quiz-question input").first).to_be_focused()
    else:
        expect_step(page, 1, 2)


def test_a_link_to_a_question_leads_there_though_the_style_comes_late(page: Page, swapping_site: Site) -> None:
    _arrive(page, swapping_site.page())
    style = Held(page, r"/assets/quiz/quiz-.*css")
    page.get_by_role("link", name="last question").click()
    expect(Question(page, "first-letter").check_button).to_be_visible()
    style.let_go()
    expect(page.locator("quiz-question").first).to_have_css("border-top-style", "solid")
    _reached(Question(page, "first-letter").root)


def test_a_link_to_a_question_leads_there_the_second_time_too(page: Page, swapping_site: Site) -> None:
    page.goto(swapping_site.quiz("five-kinds"))
    answer_all(page)
    _follow(page, "Start", "Small site")
    for _ in range(2):
        page.get_by_role("link", name="last question").click()
        expect(Question(page, "first-letter").verdict).to_be_visible()
        expect(page.locator("quiz-question").first).to_have_css("border-top-style", "solid")
        _reached(Question(page, "first-letter").root)
        _follow(page, "Start", "Small site")


def test_a_reader_who_moves_away_from_the_target_is_not_pulled_back(page: Page, swapping_site: Site) -> None:
    page.goto(swapping_site.page())
    page.get_by_role("link", name="last question").click()
    _reached(Question(page, "first-letter").root)
    page.mouse.wheel(0, -10_000)
    until(page, "scrollY === 0")
    first = Question(page, "school-bus")
    first.answer("Outsourcing")  # which makes the page taller
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    expect(first.root).to_be_in_viewport()


def test_an_address_whose_fragment_cannot_be_read_does_no_harm(open_page: OpenPage, swapping_site: Site) -> None:
    page = open_page(theme_may_fail=True)
    page.goto(f"{swapping_site.page('quiz/five-kinds')}#%E0%A4%A")
    Question(page, "school-bus").answer("Outsourcing")
    expect(Question(page, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")


def test_an_answer_by_a_screen_reader_does_not_jump_back_to_the_target(page: Page, swapping_site: Site) -> None:
    page.goto(f"{swapping_site.page('quiz/five-kinds')}#q-first-letter")
    _reached(Question(page, "first-letter").root)
    question = Question(page, "school-bus")
    question.root.evaluate("element => element.scrollIntoView()")
    for control in (question.option("Outsourcing"), question.check_button):
        control.evaluate("element => element.click()")  # such a click comes without a pointer or a key
    expect(question.verdict).to_be_visible()
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    expect(question.verdict).to_be_in_viewport()


@pytest.fixture
def long_notes_site(serve: Callable[..., Site]) -> Site:
    """The small site with all five questions above a heading."""
    block = "/// quiz | five-kinds#school-bus\n///\n"
    more = "".join(f"{block.replace('school-bus', name)}\n" for name in small_project.QUESTION_IDS)
    return serve(small_project.swapping(small_project.changed("docs/outsourcing.md", (block, more))))


def test_the_link_to_a_passage_leads_there_over_answered_questions(page: Page, long_notes_site: Site) -> None:
    page.goto(long_notes_site.quiz("five-kinds"))
    answer_all(page)
    style = Held(page, r"/assets/quiz/quiz-.*css")
    Question(page, "first-letter").read_again.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Outsourcing")
    expect(Question(page, "first-letter").verdict).to_be_visible()
    style.let_go()
    expect(page.locator("quiz-question").first).to_have_css("border-top-style", "solid")
    _reached(page.get_by_role("heading", name="What it needs"))


@pytest.fixture(scope="module")
def flat_site(serve: Callable[..., Site]) -> Site:
    """The small site with addresses that end in .html."""
    return serve(small_project.swapping(), DIRECTORY_URLS="false")


def test_addresses_that_end_in_html_work_online(page: Page, flat_site: Site) -> None:
    _arrive(page, flat_site.page())
    page.get_by_role("article").get_by_role("link", name="outsourcing").click()
    expect(page).to_have_url(flat_site.page("outsourcing"))
    Question(page, "school-bus").answer("Outsourcing")
    _follow(page, "Quiz: Five kinds", "Quiz: Five kinds")
    expect(page).to_have_url(flat_site.page("quiz/five-kinds"))
    _view_all(page)
    answer_all_but_first(page)
    expect(page.locator(".quiz-score")).to_have_text("You scored 6 of 6 marks.")
    Question(page, "needs-judgement").read_again.click()
    expect(page).to_have_url(f"{flat_site.page('outsourcing')}#what-it-needs")
    expect(page.get_by_role("heading", name="What it needs")).to_be_in_viewport()
    assert page.evaluate(MARKED)


def answer_all_but_first(page: Page) -> None:
    """Answer the questions after the first, right."""
    Question(page, "school-bus").try_again_button.click()
    answer_all(page)


@pytest.mark.searches
def test_search_finds_a_word_online_and_opens_its_page(page: Page, swapping_site: Site) -> None:
    page.goto(swapping_site.quiz("five-kinds"))
    page.get_by_role("textbox", name="Search").press_sequentially("letter")
    page.locator(".md-search-result__link").first.click()
    expect(page).to_have_url(re.compile(re.escape(swapping_site.page("words"))))
    expect(page.get_by_role("heading", level=1)).to_have_text("Words")


STORAGE = {
    "a damaged value": "localStorage.setItem('PATH.__palette', '{broken')",
    "no storage": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });",
}


@pytest.mark.searches
@pytest.mark.parametrize("state", STORAGE)
def test_search_works_whatever_the_storage_gives_to_the_theme(page: Page, swapping_site: Site, state: str) -> None:
    page.add_init_script(STORAGE[state].replace("PATH", swapping_site.path))
    page.goto(swapping_site.page("words"))
    page.get_by_role("textbox", name="Search").press_sequentially("judgement")
    page.locator(".md-search-result__link").first.click()
    expect(page).to_have_url(re.compile(re.escape(swapping_site.page("outsourcing"))))


def test_a_page_of_another_version_is_loaded_as_a_whole_and_not_swapped_in(page: Page, swapping_site: Site) -> None:
    _arrive(page, swapping_site.quiz("two-kinds"))
    _follow(page, "Quiz: Five kinds", "Quiz: Five kinds")
    assert page.evaluate(MARKED)  # as long as the scripts are the same

    def publish(route: Route) -> None:
        """Give a page or a script as the next version has it: the engine has another name."""
        answer = route.fetch(url=re.sub(r"question-new-", "question-", route.request.url))
        text = re.sub(r"(assets/quiz/question-)", r"\1new-", answer.text())
        route.fulfill(response=answer, body=re.sub(r'(VERSION ?= ?|version !== ?|version!== ?)"\w+"', r'\1"new"', text))

    page.route(re.compile(r"/(quiz/two-kinds/|assets/quiz/question-.*\.js)$"), publish)
    _follow(page, "Quiz: Two kinds", "Quiz: Two kinds")
    until(page, f"!({MARKED})")
    _view_all(page)
    Question(page, "last-letter").answer("False")
    expect(page.locator(".quiz-score")).to_have_text("Answered: 1 of 2. Marks so far: 1 of 1.")
