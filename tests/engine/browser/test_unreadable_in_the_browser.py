"""A number that cannot be read is asked for again in a quiz and in a session, and is no answer in an exam."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import small_project
from learner import Question, choose_all_chapters
from player import choice, on_bar, push
from sites import Site

SUMS = """
title: Sums
chapter: words.md
objectives:
  - {id: LO3.1, slug: work-out-a-bill, text: Work out a bill.}
questions:
  - id: the-bill
    kind: numeric
    section: letters
    objective: LO3.1
    bloom: apply
    marks: 2
    stem: An invented provider charges Rs 9 for each of 40,000 bills. What is the sum?
    answer: 360000
    unit: Rs
    working: 40,000 × Rs 9 = Rs 3,60,000.
    explanation: The sum is the number of bills times the price of one, as it was agreed for all of them in the contract.
"""
PAPER = """
title: Small paper
style: a small exam
minutes: 20
instructions: [Answer what you can.]
sections:
  - {id: A, title: Work out, kinds: [numeric], number: 1, marks: 4, negative: 1}
"""
OBJECTIVES = "/// objectives | two-kinds\n///"
FILES = {
    **small_project.changed("docs/words.md", (OBJECTIVES, f"{OBJECTIVES}\n\n{OBJECTIVES.replace('two-kinds', 'sums')}")),
    "quizzes/sums.yml": SUMS,
    "quizzes/papers/sums.yml": PAPER,
}
ASKED_AGAIN = "Enter one number, such as 1250 or 3.6 lakh."


@pytest.fixture(scope="module")
def sums(serve: Any) -> Site:
    return serve(FILES)  # type: ignore[no-any-return]


def stored(page: Page, piece: str) -> Any:
    text = page.evaluate("key => localStorage.getItem(key)", f"small-site:{piece}")
    return text and json.loads(text)


def test_an_unreadable_number_is_asked_for_again_and_is_no_answer_anywhere(page: Page, sums: Site) -> None:
    # A quiz: no verdict, nothing noted, and the text stays.
    page.goto(sums.quiz("sums"))
    question = Question(page, "the-bill")
    question.text_box.fill("forty thousand times nine")
    question.check_button.click()
    expect(question.feedback).to_have_text(ASKED_AGAIN)
    question.expect_open()
    assert stored(page, "answer:the-bill")["checked"] is False
    assert stored(page, "card:the-bill") is None
    # An earlier version kept it as checked: it is an open question again.
    page.evaluate(
        "localStorage.setItem('small-site:answer:the-bill', JSON.stringify("
        "{ v: 3, picked: [], points: [], typed: { typed: 'nine' }, checked: true }))"
    )
    page.reload()
    question.expect_open()
    expect(question.text_box).to_have_value("nine")
    # A session.
    choose_all_chapters(page)
    page.goto(sums.page("today"))
    page.locator("[data-do=start]").click()
    open_question = page.locator("quiz-today quiz-question:not(:has(.quiz-verdict))")
    expect(open_question).to_be_visible()
    while open_question.get_attribute("id") != "q-the-bill":
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next"))
        expect(open_question).to_be_visible()
    question.text_box.fill("1 or 2")
    push(on_bar(page, "Check"))
    expect(question.feedback).to_have_text(ASKED_AGAIN)
    expect(question.verdict).to_have_count(0)
    assert stored(page, "card:the-bill") is None
    question.text_box.fill("3.6 L")
    push(on_bar(page, "Check"))
    expect(question.verdict).to_contain_text("2 of 2 marks")


def test_an_unreadable_number_that_is_handed_in_counts_as_left_open_and_takes_no_mark(page: Page, sums: Site) -> None:
    page.goto(sums.page("mock/sums"))
    page.locator("[data-do=begin]").click()
    question = Question(page, "the-bill")
    question.text_box.fill("many")
    expect(page.get_by_role("button", name="1, unanswered")).to_be_attached()
    page.locator("[data-do=offer]").click()
    page.locator("dialog[open] [value=yes]").click()
    expect(page.locator(".quiz-score")).to_contain_text("0 of 4 marks")
    expect(question.verdict).to_contain_text(f"Skipped. {ASKED_AGAIN} 0 of 4 marks.")
    expect(question.feedback).to_contain_text("You wrote: “many”")
    expect(question.feedback).to_contain_text("Rs 3,60,000")
    assert stored(page, "card:the-bill") is None


def test_an_unreadable_number_in_a_test_is_left_open_in_its_result_and_says_nothing_of_memory(page: Page, sums: Site) -> None:
    page.goto(sums.quiz("sums"))
    page.locator(".quiz-ways summary").click()
    page.locator("[name=way][value=exam]").check()
    push(choice(page, "all"))
    question = Question(page, "the-bill")
    while not question.root.is_visible():
        push(on_bar(page, "Next"))
    question.text_box.fill("2 or three")
    while on_bar(page, "Next").is_visible():
        push(on_bar(page, "Next"))
    push(on_bar(page, "Submit"))
    page.locator("[data-ask=judge] [value=yes]").click()
    expect(question.verdict).to_contain_text(f"Skipped. {ASKED_AGAIN} 0 of 2 marks.")
    assert stored(page, "card:the-bill") is None
    assert stored(page, "answer:the-bill") is None
