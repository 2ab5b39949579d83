"""A small site with mock tests, and a learner who sits one."""

import json

from playwright.sync_api import Locator, Page, expect

import small_project
from learner import Question
from player import push

PAPER = """
title: Small paper
style: a small exam
minutes: 20
instructions: [Answer what you can.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, multiple-choice], number: 2, marks: 4, negative: 1}
  - {id: B, title: Say, kinds: [true-false, fill-in], number: 4, answer: 2, marks: 2, negative: 0.5}
  - {id: C, title: Write, kinds: [short-answer], number: 1, marks: 2}
  - {id: D, title: Judge, kinds: [case], number: 1, marks: 2}
"""
WRITTEN = """
title: Written
chapter: words.md
objectives:
  - {id: LO3.1, slug: who-gains, text: Tell who gains.}
questions:
  - id: two-gains
    kind: short-answer
    section: letters
    objective: LO3.1
    bloom: analyse
    marks: 2
    stem: Name two gains.
    answer: Costs fall. The firm can look after its main work.
    points:
      - {text: Names lower costs}
      - {text: Names time for the main work}
    explanation: Each gain earns a mark of its own, and a third one would earn nothing more than two.
  - id: a-late-van
    kind: case
    section: letters
    objective: LO3.1
    bloom: evaluate
    marks: 2
    title: A late van
    passage: A provider promised to come by nine and came at ten.
    questions:
      - id: van-promise
        kind: true-false
        bloom: apply
        marks: 1
        stem: The promise was kept.
        answer: false
        why_true: It came an hour late.
        why_false: Ten is after nine.
        explanation: The van was promised for nine, and ten is an hour after that, so the promise was broken.
      - id: van-word
        kind: fill-in
        bloom: analyse
        marks: 1
        stem: Who made the promise? The ____.
        answers: [provider]
        explanation: The firm that does the work for a fee is the provider, and the van comes from that firm.
    explanation: The one who does the work answers for it to the client, who answers to the customers.
"""
REASONS = """
title: Paper with reasons
style: a small exam
minutes: 20
instructions: [Answer what you can.]
sections:
  - {id: A, title: Judge, kinds: [true-false], number: 2, marks: 2, reason_marks: 1}
"""
FILES = small_project.changed("quizzes/five-kinds.yml", ("bloom: understand", "bloom: apply")) | {
    "quizzes/papers/reasons.yml": REASONS,
    "quizzes/papers/small.yml": PAPER,
    "quizzes/written.yml": WRITTEN,
    "docs/words.md": f"{small_project.WORDS}\n/// objectives | written\n///\n",
}
RIGHT = {
    "school-bus": (("Outsourcing",), None),
    "back-office-tasks": (("Payroll", "Bookkeeping"), None),
    "needs-judgement": (("True",), None),
    "first-letter": ((), "business"),
    "middle-letter": ((), "process"),
    "last-letter": (("False",), None),
    "two-gains": ((), "Costs fall."),
    "van-promise": (("False",), None),
    "van-word": ((), "provider"),
}
WRONG = {
    "school-bus": (("Offshoring",), None),
    "back-office-tasks": (("Telephone sales",), None),
    "first-letter": ((), "building"),
}


class Mock:
    """A mock exam on an open page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heading = page.get_by_role("heading", level=2).first
        self.timer = page.get_by_role("timer")
        self.told = page.locator(".quiz-told")
        self.score = page.locator(".quiz-score")
        self.numbers = page.locator(".quiz-numbers button")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def asked(self) -> list[str]:
        """Return the ids of the questions on the page, when they are there."""
        expect(self.page.locator("quiz-question .quiz-actions").first).to_be_attached()
        ids = self.page.locator("quiz-question").evaluate_all("all => all.map(one => one.id)")
        return [str(name).removeprefix("q-") for name in ids]

    def answer(self, *without: str, wrong: tuple[str, ...] = ()) -> list[str]:
        """Answer the question on the page. Returns its parts."""
        ids = self.asked()
        for name in ids:
            options, typed = (WRONG if name in wrong else RIGHT)[name]
            if name not in without:
                Question(self.page, name).give(*options, typed=typed)
        return ids

    def go_through(self, *without: str, wrong: tuple[str, ...] = ()) -> list[str]:
        """Answer from here to the last question. Returns all parts in order."""
        ids = self.answer(*without, wrong=wrong)
        while self.button("Next").is_visible():
            before = self.heading.inner_text()
            push(self.button("Next"))
            expect(self.heading).not_to_have_text(before)
            ids += self.answer(*without, wrong=wrong)
        return ids

    def hand_in(self) -> None:
        push(self.button("Submit"))
        self.page.locator("dialog").get_by_role("button", name="Submit").click()
        expect(self.page.get_by_role("heading", name="Your answers")).to_be_visible()

    def rows(self, name: str) -> dict[str, str]:
        """Return a table of the result: the marks by what stands before them."""
        rows = self.page.locator(f"[data-rows={name}] tr").all()
        return {str(row.locator("th").text_content()): str(row.locator("td").first.text_content()) for row in rows}

    def states(self) -> list[str]:
        """Return what the palette says of each question, once it says it: that comes after the frame which answers a tap."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        names = self.numbers.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
        return [str(name).partition(", ")[2] for name in names]


def kept(page: Page, sort: str) -> dict[str, dict[str, object]]:
    """Return the pieces of one sort from the browser's storage, by id."""
    entries = page.evaluate("Object.entries(localStorage)")
    start = f"small-site:{sort}:"
    return {key.removeprefix(start): json.loads(text) for key, text in entries if key.startswith(start)}
