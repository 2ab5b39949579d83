"""How questions are answered in an engine's window."""

from other_browsers.driver import ELEMENT, Window

FIRST = """const kinds = ["single-choice", "multiple-choice", "statements"];
const shown = [...document.querySelectorAll("quiz-question")].filter((question) => question.getClientRects().length);
const one = shown.find((question) => kinds.includes(question.dataset.kind));
return one?.querySelector(".quiz-actions") && one.id;"""

# The key is in the page, folded: a page without a server has nobody to ask.
RIGHT = """const reasons = [...document.querySelectorAll(`${given[0]} .quiz-reasons > li[data-right]`)];
return reasons.map((reason) => `${given[0]} .quiz-choice:has([value="${reason.dataset.value}"])`);"""

# What is clicked or typed into first, whatever the kind.
CONTROL = """const pickers = ":is([type=radio], [type=checkbox])";
const label = `label:has(${pickers})`, box = `input:not(${pickers})`;
return document.querySelector(`${given[0]} fieldset :is(${label}, ${box}, option:nth-child(2), textarea)`);"""


def first_question(window: Window) -> str:
    """Return the selector of the first question on the page that is answered by choosing."""
    return f"#{window.wait(FIRST, what='a question')}"


def right_answer(window: Window, question: str) -> list[str]:
    """Return the selectors of the labels to click."""
    labels: list[str] = window.wait(RIGHT, question)
    return labels


def answer(window: Window, how: str) -> None:
    """Answer every part of the question on the page Daily review somehow, and check with the button that says `how`."""
    window.see("quiz-today .quiz-marks", "mark")
    for name in window.script("return [...document.querySelectorAll('quiz-today quiz-question')].map((one) => one.id)"):
        control = window.wait(CONTROL, f"#{name}", what="a control")
        if window.script("return arguments[0].matches('input, textarea')", control):
            window.wire.send("ElementSendKeys", id=control[ELEMENT], text="7")
        else:
            window.wire.send("ElementClick", id=control[ELEMENT])
        window.click(".player-bar button", how)
        window.see(f"#{name} .quiz-verdict")
