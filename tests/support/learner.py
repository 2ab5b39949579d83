"""What a learner does with a question on a page, and what the learner sees of it: the words in which the tests speak."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from until import until


class Question:
    """One question on an open page, by its id."""

    def __init__(self, page: Page, question_id: str) -> None:
        self.page = page
        self.root = page.locator(f"quiz-question#q-{question_id}")
        self.check_button = self.button("Check")
        self.try_again_button = self.button("Try again")
        self.feedback = self.root.get_by_role("status")
        self.verdict = self.feedback.locator(".quiz-verdict")
        self.reasons = self.feedback.get_by_role("listitem")
        self.explanation = self.root.locator(".quiz-explanation")
        self.read_again = self.root.get_by_role("link", name="Review")
        self.text_box = self.root.get_by_role("textbox")

    def button(self, name: str) -> Locator:
        """Return one of its buttons."""
        return self.root.get_by_role("button", name=name, exact=True)

    def option(self, text: str) -> Locator:
        """Return the radio button or checkbox of an option."""
        return self.root.get_by_role("radio", name=text).or_(self.root.get_by_role("checkbox", name=text))

    def answer(self, *options: str, typed: str | None = None) -> None:
        """Choose options, write, and check."""
        self.give(*options, typed=typed)
        self.check_button.click()
        expect(self.try_again_button).to_be_visible()

    def give(self, *options: str, typed: str | None = None) -> None:
        """Choose options and write, without checking."""
        for option in options:
            self.option(option).check()
        if typed is not None:
            self.text_box.fill(typed)

    def expect_open(self) -> None:
        """Say that the question waits for an answer: a Check button, no verdict."""
        expect(self.check_button).to_be_visible()
        expect(self.verdict).to_have_count(0)


@contextmanager
def loaded_again(page: Page) -> Iterator[None]:
    """Say that what is done inside loads the page again. The theme replaces addresses, which Playwright takes for navigations."""
    page.evaluate("window.wasHere = true")
    yield
    until(page, "!window.wasHere && document.readyState === 'complete'")


_CHOSEN = """try { localStorage.getItem(KEY) ?? localStorage.setItem(KEY, '{"v":3,"without":[],"chosen":true}') } catch {}"""


def choose_all_chapters(page: Page, site: str = "small-site") -> None:
    """Have the daily review ask from every chapter, as a learner can choose who has read none on this site."""
    page.add_init_script(_CHOSEN.replace("KEY", f"'{site}:settings:main'"))


HAS_FOCUS = "element => element === document.activeElement"
FOCUS_IS_LOST = "document.activeElement === null || document.activeElement === document.body"


def press(page: Page, key: str) -> None:
    """Press a key and say that the focus is somewhere afterwards."""
    page.keyboard.press(key)
    assert not page.evaluate(FOCUS_IS_LOST), f"{key} lost the focus"


def tab_to(target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(100):
        target.page.keyboard.press("Tab")
        if target.evaluate(HAS_FOCUS):
            return
    raise AssertionError(f"Tab does not reach {target}")


RIGHT = {
    "school-bus": (("Outsourcing",), None),
    "back-office-tasks": (("Payroll", "Bookkeeping"), None),
    "needs-judgement": (("True",), "no steps settle it"),
    "wages-and-costs": (("(A)",), None),
    "first-letter": ((), "Business"),
}
WRONG = {
    "school-bus": (("Offshoring",), None),
    "back-office-tasks": (("Telephone sales",), None),
    "needs-judgement": (("False",), "it is routine"),
    "wages-and-costs": (("(C)",), None),
    "first-letter": ((), "building"),
}


def answer_all(page: Page, wrong: tuple[str, ...] = ()) -> None:
    """Answer the small site's five kinds, all right but those named."""
    for question_id in RIGHT:
        options, typed = (WRONG if question_id in wrong else RIGHT)[question_id]
        Question(page, question_id).answer(*options, typed=typed)
