"""Answers that survive a reload and a changed bank, and storage that is damaged, blocked, missing or full."""

import json
import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

import small_project
from arriving import arrive
from learner import RIGHT, WRONG, Question, answer_all
from player import button, check, on_bar, push
from sites import Build, Server, Site
from watch import OpenPage

KEY = "small-site:answer:"
BANK = "quizzes/five-kinds.yml"


@pytest.fixture
def quiz(page: Page, small_site: Site) -> Page:
    """The quiz page with five kinds of question."""
    page.goto(small_site.quiz("five-kinds"))
    return page


@pytest.mark.parametrize("question_id", RIGHT)
def test_an_unchecked_answer_survives_a_reload(quiz: Page, question_id: str) -> None:
    options, typed = WRONG[question_id]
    Question(quiz, question_id).give(*options, typed=typed)
    quiz.reload()
    question = Question(quiz, question_id)
    question.expect_open()
    for option in options:
        expect(question.option(option)).to_be_checked()
        expect(question.option(option)).to_be_enabled()
    if typed is not None:
        expect(question.text_box).to_have_value(typed)


def test_checked_answers_verdicts_and_the_result_survive_a_reload(quiz: Page) -> None:
    answer_all(quiz, wrong=("school-bus", "needs-judgement"))
    before = quiz.locator(".quiz-feedback").all_inner_texts()
    quiz.reload()
    expect(quiz.locator(".quiz-score")).to_have_text("You scored 4 of 6 marks.")
    assert quiz.locator(".quiz-feedback").all_inner_texts() == before
    expect(Question(quiz, "school-bus").option("Offshoring")).to_be_checked()
    expect(Question(quiz, "needs-judgement").option("False")).to_be_checked()
    expect(Question(quiz, "needs-judgement").text_box).to_have_value("it is routine")
    expect(Question(quiz, "needs-judgement").feedback).to_contain_text("You wrote (not marked): “it is routine”")
    expect(Question(quiz, "first-letter").text_box).to_have_value("Business")


def test_i_dont_know_survives_a_reload(quiz: Page) -> None:
    Question(quiz, "school-bus").button("I don’t know").click()
    Question(quiz, "first-letter").button("I don’t know").click()
    quiz.reload()
    for question_id in ("school-bus", "first-letter"):
        expect(Question(quiz, question_id).verdict).to_have_text("– Skipped. 0 of 1 mark.")
    expect(quiz.locator(".quiz-score")).to_have_text("Answered: 2 of 5. Marks so far: 0 of 2.")


def test_a_question_that_was_opened_again_stays_open_after_a_reload(quiz: Page) -> None:
    question = Question(quiz, "school-bus")
    question.answer("Offshoring")
    question.try_again_button.click()
    quiz.reload()
    question.expect_open()
    expect(question.root.locator("input:checked")).to_have_count(0)


class Rebuilt:
    """The small site at one address, built anew from changed files while a learner is away from it."""

    def __init__(self, build_site: Build, server: Server) -> None:
        self.build_site = build_site
        self.server = server

    def build(self, files: Mapping[str, str]) -> str:
        """Build and put in the place of what was served. Returns the address of the quiz."""
        self.server.folder = self.build_site(files, SITE_URL=self.server.url)
        return Site(self.server.folder, self.server.url).quiz("five-kinds")


@pytest.fixture
def rebuilt(build_site: Build, new_server: Callable[[], Server]) -> Rebuilt:
    """A site that can change behind one address."""
    return Rebuilt(build_site, new_server())


def test_answers_stay_with_their_questions_when_one_is_inserted_and_options_move(page: Page, rebuilt: Rebuilt) -> None:
    page.goto(rebuilt.build(small_project.FILES))
    Question(page, "school-bus").answer("Offshoring")
    Question(page, "back-office-tasks").answer("Payroll", "Telephone sales")
    Question(page, "needs-judgement").answer("False", typed="it is routine")
    Question(page, "wages-and-costs").give("(D)")
    Question(page, "first-letter").give(typed="busin")

    payroll = "      - {text: Payroll, correct: yes, why: Customers never see payroll.}\n"
    complaints = "      - {text: Complaints desk, why: The desk hears customers.}\n"
    moved = (payroll, ""), (complaints, f"{complaints}{payroll}")
    rebuilt.build(small_project.changed(BANK, ("\nquestions:\n", f"\nquestions:{small_project.INSERTED}"), *moved))
    page.reload()

    expect(page.locator("quiz-question").first).to_have_id("q-new-first-question")
    Question(page, "new-first-question").expect_open()
    expect(Question(page, "new-first-question").root.locator("input:checked")).to_have_count(0)

    expect(Question(page, "school-bus").root.locator("legend")).to_contain_text("Question 2")
    expect(Question(page, "school-bus").verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    expect(Question(page, "school-bus").option("Offshoring")).to_be_checked()

    tasks = Question(page, "back-office-tasks")
    expect(tasks.root.locator("fieldset label").first).to_contain_text("Bookkeeping")
    expect(tasks.verdict).to_have_text("◐ Partly correct. Wrong choices cost as much as right ones earn. 0 of 2 marks.")
    for option, chosen in (("Payroll", True), ("Telephone sales", True), ("Bookkeeping", False), ("Complaints desk", False)):
        expect(tasks.option(option)).to_be_checked(checked=chosen)

    expect(Question(page, "needs-judgement").verdict).to_have_text("✗ Incorrect. 0 of 1 mark.")
    expect(Question(page, "needs-judgement").text_box).to_have_value("it is routine")
    Question(page, "wages-and-costs").expect_open()
    expect(Question(page, "wages-and-costs").option("(D)")).to_be_checked()
    Question(page, "first-letter").expect_open()
    expect(Question(page, "first-letter").text_box).to_have_value("busin")


def test_an_answer_whose_option_was_rewritten_leaves_the_question_open(page: Page, rebuilt: Rebuilt) -> None:
    page.goto(rebuilt.build(small_project.FILES))
    Question(page, "school-bus").answer("Automation")
    Question(page, "back-office-tasks").answer("Payroll", "Complaints desk")
    Question(page, "wages-and-costs").answer("(A)")
    rebuilt.build(
        small_project.changed(BANK, ("text: Automation", "text: Use of machines"), ("text: Complaints desk", "text: Help desk"))
    )
    page.reload()
    for question_id in ("school-bus", "back-office-tasks"):
        Question(page, question_id).expect_open()
        expect(Question(page, question_id).root.locator("fieldset input:enabled")).not_to_have_count(0)
    expect(Question(page, "school-bus").root.locator("input:checked")).to_have_count(0)
    expect(Question(page, "wages-and-costs").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(page.locator(".quiz-score")).to_have_text("Answered: 1 of 5. Marks so far: 1 of 1.")


def _record(**changes: object) -> str:
    return json.dumps({"v": 1, "picked": [], "typed": "", "checked": True, **changes})


DAMAGED = {
    "nothing": "",
    "no JSON": "{not json",
    "null": "null",
    "a number": "7",
    "a list": "[]",
    "an empty record": "{}",
    "an older version": _record(v=0),
    "a newer version": _record(v=2),
    "a version as text": _record(v="1"),
    "picked is text": _record(picked="abc"),
    "picked holds numbers": _record(picked=[1]),
    "picked is missing": json.dumps({"v": 1, "typed": "", "checked": True}),
    "typed is a number": _record(typed=5),
    "typed is null": _record(typed=None),
    "checked is text": _record(checked="yes"),
    "an option that no question has": _record(picked=["deadbeef"]),
    "deep nesting": "[" * 5000,
    "another's record": json.dumps({"answers": {"school-bus": 2}, "__proto__": {"checked": True}}),
}


def _with_record(open_page: OpenPage, site: Site, question_id: str, record: str) -> Page:
    """Open the quiz in a browser that holds one record already."""
    origin = site.origin
    kept = {"origin": origin, "localStorage": [{"name": f"{KEY}{question_id}", "value": record}]}
    page = open_page(storage_state={"cookies": [], "origins": [kept]})
    page.goto(site.quiz("five-kinds"))
    return page


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_or_foreign_record_leaves_the_question_open_and_usable(
    open_page: OpenPage, small_site: Site, damage: str
) -> None:
    page = _with_record(open_page, small_site, "school-bus", DAMAGED[damage])
    question = Question(page, "school-bus")
    question.expect_open()
    expect(question.root.locator("input:checked")).to_have_count(0)
    question.answer("Outsourcing")
    expect(question.verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    page.reload()
    expect(question.verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(page.locator(".quiz-notice:not([hidden])")).to_have_count(0)


def test_what_was_stored_is_shown_as_text_and_never_run(open_page: OpenPage, small_site: Site) -> None:
    attack = "<img src=x onerror='window.ran = true'>"
    page = _with_record(open_page, small_site, "first-letter", _record(typed=attack))
    question = Question(page, "first-letter")
    expect(question.feedback).to_contain_text(f"You wrote: “{attack}”")
    expect(question.root.locator("img")).to_have_count(0)
    assert page.evaluate("window.ran") is None


def test_records_of_others_in_the_same_storage_are_left_alone(quiz: Page) -> None:
    quiz.evaluate("localStorage.setItem('other-site:answer:school-bus', 'theirs')")
    answer_all(quiz)
    quiz.get_by_role("button", name="Start over").click()
    quiz.get_by_role("button", name="Delete all").click()
    expect(quiz.locator(".quiz-score")).to_have_text("5 questions to answer.")
    assert quiz.evaluate("localStorage.getItem('other-site:answer:school-bus')") == "theirs"


def test_every_key_that_we_store_begins_with_the_sites_id(quiz: Page, small_site: Site) -> None:
    answer_all(quiz)
    keys = quiz.evaluate("Object.keys(localStorage)")
    ours = [f"small-site:{sort}:{name}" for sort in ("answer", "card") for name in RIGHT]
    assert sorted(key for key in keys if not key.startswith(f"{small_site.path}.")) == sorted([*ours, "small-site:asked"])


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
NO_STORAGE = {
    "blocked": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("denied", "SecurityError"); } });""",
    "null": 'Object.defineProperty(window, "localStorage", { get: () => null });',
    "full": FULL,
}
NOTICE = re.compile(
    "Your progress can’t be saved in this browser. "
    "Your answers will be lost when you leave this page, unless you download a backup."
)


@pytest.mark.parametrize("state", NO_STORAGE)
def test_without_storage_the_quiz_works_and_says_once_that_answers_are_not_kept(
    open_page: OpenPage, small_site: Site, state: str
) -> None:
    page = open_page()
    page.add_init_script(NO_STORAGE[state])
    page.goto(small_site.quiz("five-kinds"))
    expect(page.locator(".quiz-notice:not([hidden])")).to_have_text([NOTICE])
    expect(page.locator(".quiz-notice:not([hidden])")).to_be_visible()
    answer_all(page, wrong=("school-bus",))
    expect(page.locator(".quiz-score")).to_have_text("You scored 5 of 6 marks.")
    page.get_by_role("button", name="Retry mistakes").click()
    check(page, "Outsourcing")
    push(on_bar(page, "See result"))
    expect(page.locator(".quiz-score")).to_have_text("You scored 1 of 1 mark.")
    push(button(page, "Done"))
    expect(page.locator(".quiz-notice:not([hidden])")).to_have_count(1)
    expect(page.locator(".quiz-notice:not([hidden])")).to_be_visible()  # where the choices are as well
    push(button(page, "View all questions"))
    expect(page.locator(".quiz-score")).to_have_text("You scored 6 of 6 marks.")
    page.get_by_role("button", name="Start over").click()
    page.get_by_role("button", name="Delete all").click()
    expect(page.locator(".quiz-score")).to_have_text("5 questions to answer.")


def test_storage_that_fills_up_while_answering_is_told_once(quiz: Page) -> None:
    Question(quiz, "school-bus").answer("Outsourcing")
    expect(quiz.locator(".quiz-notice:not([hidden])")).to_have_count(0)
    quiz.evaluate(f"() => {{ {FULL} }}")
    Question(quiz, "first-letter").answer(typed="business")
    Question(quiz, "wages-and-costs").answer("(A)")
    expect(quiz.locator(".quiz-notice:not([hidden])")).to_have_text([NOTICE])
    expect(quiz.locator(".quiz-score")).to_have_text("Answered: 3 of 5. Marks so far: 3 of 3.")


def test_answers_that_do_not_fit_in_storage_live_from_page_to_page_where_pages_are_swapped(
    page: Page, swapping_site: Site
) -> None:
    page.add_init_script(FULL)
    arrive(page, swapping_site.quiz("five-kinds"))
    Question(page, "school-bus").answer("Outsourcing")
    navigation = page.get_by_role("navigation", name="Navigation")
    navigation.get_by_role("link", name="Outsourcing", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Outsourcing")
    expect(Question(page, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(page.locator(".quiz-notice:not([hidden])")).to_have_count(0)  # it was told on the page before


def test_what_the_browser_does_not_keep_can_be_saved_in_a_file(page: Page, small_site: Site) -> None:
    page.add_init_script(FULL)
    page.goto(small_site.quiz("five-kinds"))
    Question(page, "school-bus").answer("Outsourcing")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download backup").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert saved["site"] == "small-site"
    assert sorted(saved["pieces"]) == ["answer:school-bus", "card:school-bus"]


def test_storage_that_is_full_still_gives_back_what_it_holds(quiz: Page) -> None:
    Question(quiz, "school-bus").answer("Outsourcing")
    quiz.add_init_script(FULL)
    quiz.reload()
    expect(Question(quiz, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    expect(quiz.locator(".quiz-notice:not([hidden])")).to_have_count(1)


def test_with_storage_nothing_is_said_about_it(quiz: Page) -> None:
    answer_all(quiz)
    expect(quiz.locator(".quiz-notice:not([hidden])")).to_have_count(0)
