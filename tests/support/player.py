"""What a learner does in the player: chooses in the lobby of a quiz, answers on the stage, and goes on."""

from typing import Literal

from playwright.sync_api import Locator, Page, expect

from learner import Question

LOBBY = ".quiz-lobby"


def button(page: Page, name: str) -> Locator:
    """Return a button by its whole name."""
    return page.get_by_role("button", name=name, exact=True)


def push(pressed: Locator, by: Literal["click", "tap"] = "click") -> None:
    """Press a button, and wait until what it does has been done: that comes after the frame which shows that it was pressed."""
    getattr(pressed, by)()
    expect(pressed.page.locator("[data-pressed]")).to_have_count(0)


def choice(page: Page, value: str) -> Locator:
    """Return a choice of the lobby by its value, such as `quick`: its words hold the number of questions and of minutes."""
    return page.locator(f"{LOBBY} button[value={value}]")


def choose(page: Page, value: str = "all", mode: str = "Practice mode", mixed: bool = False) -> None:
    """Choose in the lobby, and start."""
    if not page.get_by_label("Shuffle").is_visible():
        page.get_by_text("Quiz options").click()
    page.get_by_role("radio", name=mode).check()
    page.get_by_label("Shuffle").set_checked(mixed)
    push(choice(page, value))


def on_bar(page: Page, name: str) -> Locator:
    """Return a button of the bar below the question."""
    return page.locator(".player-bar").get_by_role("button", name=name, exact=True)


def asked(page: Page) -> Question:
    """Return the question on the stage."""
    root = page.locator("[data-playing] quiz-question:visible")
    expect(root).to_have_count(1)
    return Question(page, str(root.get_attribute("id")).removeprefix("q-"))


def name_of(question: Question) -> str:
    """Return a question's id."""
    return str(question.root.get_attribute("id")).removeprefix("q-")


def expect_step(page: Page, step: int, total: int) -> None:
    """Say which question of the round is on the stage."""
    expect(page.get_by_role("heading", name=f"Question {step} of {total}", exact=True)).to_be_visible()


def go_to(page: Page, name: str) -> Question:
    """Go on in a test until a question is on the stage, from the first one."""
    while on_bar(page, "Previous").is_visible():
        push(on_bar(page, "Previous"))
    while name_of(asked(page)) != name:
        push(on_bar(page, "Next"))
    return asked(page)


def check(page: Page, *options: str, typed: str | None = None, how: str = "Check") -> Question:
    """Answer what is on the stage and check it."""
    question = asked(page)
    question.give(*options, typed=typed)
    push(on_bar(page, how))
    expect(question.verdict).to_be_visible()
    return question
