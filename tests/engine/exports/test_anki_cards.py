"""The cards in a browser, as Anki's apps show them: the front is marked, the back says how it was, in the same order."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from playwright.sync_api import Page, Request, Route, expect

import portables
from audit import overflow, violations
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Point,
    Sequence,
    Slip,
    Spare,
    Step,
    Typed,
    Written,
)
from quizbank.exports.anki.notes import Note, notes_of
from quizbank.exports.anki.templates import sides, style
from quizbank.exports.format import Card
from watch import OpenPage

PLANTS = tuple(Alternative(f"plant {n}", right=n < 2, why=f"reason {n}") for n in range(6))
ONE = Choice(tuple(replace(each, right=each.text == "plant 0") for each in PLANTS))
SEVERAL = Choice(PLANTS, several=True)
PAIRS = Pairs(tuple(Pair(f"left {n}", f"right {n}", f"reason {n}") for n in range(4)), (Spare("right 9", "nowhere"),))
STEPS = Sequence(tuple(Step(f"step {n}", f"reason {n}") for n in range(5)))
TYPED = Typed(("seed coat", "testa"), (Near("seed pod", "a pod holds seeds"),))
NUMBER = Number(Decimal(125000), Decimal(10), "Rs", "125 × 1000", (Slip(Decimal(125), "no thousands"),))
WRITTEN = Written("Water and air.", (Point("water", 1), Point("air", 2)))
ADDRESS = "http://127.0.0.1/card"
# How Anki's desktop app changes the side: the page stays, and scripts are run by hand.
PUT = """(html) => {
    document.querySelector("#qa").innerHTML = html;
    for (const old of document.querySelectorAll("#qa script")) {
        const script = document.createElement("script");
        script.textContent = old.textContent;
        old.replaceWith(script);
    }
}"""

# What a card looks like, the side that is there or another, without its script and the one id.
LOOK = f"""(html) => {{
    if (html) ({PUT})(html);
    for (const each of document.querySelectorAll("#qa details")) each.open = true;
    for (const each of document.querySelectorAll("#qa input")) each.toggleAttribute("checked", each.checked);
    for (const each of document.querySelectorAll("#qa input[name]")) each.removeAttribute("name");
    for (const each of document.querySelectorAll("#qa script")) each.remove();
    return document.querySelector("#qa").innerHTML.replace('id="answer"', "");
}}"""

Shown = Callable[[str], None]


def note(answer: Answer) -> Note:
    fields = {"explanation": "So it is.", "hint": "Look.", "passage": "1.1 Seeds", "link": portables.SITE}
    return next(notes_of(portables.of(Portable("seeds", "a-kind", "What of seeds ____?", answer, 2, **fields))))  # type: ignore[arg-type]


def rendered(which: Note, side: int) -> str:
    """Return a side as Anki's templates make it: fields in their places, and what stands around a field with it."""
    text = sides(which.kind, "en")[side]
    for name, value in zip(which.kind.fields, which.fields, strict=True):
        text = text.replace(f"{{{{#{name}}}}}", "" if value else "<!--").replace(f"{{{{/{name}}}}}", "" if value else "-->")
        text = text.replace(f"{{{{{name}}}}}", value)
    return text


def page_of(body: str, night: bool = False) -> str:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Anki</title><style>{style()}</style>'
    body = f'<main><h1>Anki</h1><div id="qa">{body}</div></main>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body class="card{" nightMode" * night}">{body}</body></html>'


@pytest.fixture(params=["one page", "a page for each side"])
def shown(request: pytest.FixtureRequest, page: Page) -> Callable[[Note], Shown]:
    """A function that takes a note and returns one that shows its "front" or "back", as the apps do that have one page or two."""

    def of(which: Note) -> Shown:
        def show(side: str) -> None:
            html = rendered(which, ("front", "back").index(side))
            if request.param == "one page" and side == "back":
                page.evaluate(PUT, html)
            else:
                page.goto(f"{ADDRESS}/{side}")

        def answer(route: Route, asked: Request) -> None:
            html = rendered(which, int(asked.url.endswith("back")))
            route.fulfill(body=page_of(html), content_type="text/html; charset=utf-8")

        page.route(f"{ADDRESS}/*", answer)
        return show

    return of


def order(page: Page) -> list[str]:
    return page.locator(".quiz-text").all_inner_texts()


def tags(page: Page) -> dict[str, str]:
    """Return what the back says beside each entry."""
    rows = page.locator("li[data-n]").all()
    return {row.locator(".quiz-text").inner_text(): row.locator(".quiz-tag").text_content() or "" for row in rows}


def verdict(page: Page) -> str:
    return page.locator(".quiz-verdict").inner_text().strip()


def test_options_are_shuffled_anew_each_time_and_alike_on_both_sides(page: Page, shown: Callable[[Note], Shown]) -> None:
    show = shown(note(ONE))
    orders = set()
    for _ in range(6):
        show("front")
        front = order(page)
        show("back")
        assert order(page) == front
        orders.add(tuple(front))
    assert len(orders) > 1
    assert {tuple(sorted(each)) for each in orders} == {tuple(f"plant {n}" for n in range(6))}


def test_options_whose_order_means_something_keep_it(page: Page, shown: Callable[[Note], Shown]) -> None:
    show = shown(note(replace(ONE, shuffled=False)))
    for side in ("front", "back"):
        show(side)
        assert order(page) == [f"plant {n}" for n in range(6)]


def test_the_back_says_how_a_marked_option_was(page: Page, shown: Callable[[Note], Shown]) -> None:
    show = shown(note(ONE))
    show("front")
    page.get_by_text("plant 3").click()
    show("back")
    assert verdict(page) == "Incorrect."
    others = {f"plant {n}": "" for n in (1, 2, 4, 5)}
    assert tags(page) == {"plant 0": "✓ Correct answer", "plant 3": "✗ Your answer", **others}
    show("front")
    page.get_by_text("plant 0").click()
    show("back")
    assert verdict(page) == "Correct."
    assert tags(page)["plant 0"] == "✓ Your answer, correct"


def test_with_several_right_options_some_of_them_are_partly_correct(page: Page, shown: Callable[[Note], Shown]) -> None:
    show = shown(note(SEVERAL))
    show("front")
    page.get_by_label("plant 1").check()
    page.get_by_label("plant 4").check()
    show("back")
    assert verdict(page) == "Partly correct."
    assert {name: tag for name, tag in tags(page).items() if tag} == {
        "plant 0": "○ Correct, but not chosen",
        "plant 1": "✓ Your answer, correct",
        "plant 4": "✗ Your answer",
    }


def test_a_back_without_a_mark_has_no_verdict(page: Page, shown: Callable[[Note], Shown]) -> None:
    for answer in (ONE, PAIRS, STEPS, TYPED, NUMBER, WRITTEN):
        show = shown(note(answer))
        show("front")
        show("back")
        expect(page.locator(".quiz-verdict")).to_be_hidden()
        expect(page.locator(".quiz-wrote")).to_be_hidden()
        page.unroute_all()


def test_marks_of_another_card_say_nothing(page: Page) -> None:
    first = note(ONE)
    page.route(f"{ADDRESS}/*", lambda route: route.fulfill(body=page_of(rendered(first, 0)), content_type="text/html"))
    page.goto(f"{ADDRESS}/front")
    page.get_by_text("plant 3").click()
    other = replace(first, fields=("another", *first.fields[1:]))
    page.evaluate(PUT, rendered(other, 1))
    expect(page.locator(".quiz-verdict")).to_be_hidden()


def test_matching_and_ordering_say_row_by_row_how_it_was(page: Page, shown: Callable[[Note], Shown]) -> None:
    show = shown(note(PAIRS))
    show("front")
    for left, right in (("left 0", "right 0"), ("left 1", "right 9")):
        page.locator("li", has_text=left).get_by_label("Select a match").select_option(right)
    front = order(page)
    show("back")
    assert order(page) == front
    assert verdict(page) == "Partly correct."
    open_rows = dict.fromkeys(("left 2", "left 3"), "You chose nothing here.")
    assert tags(page) == {"left 0": "✓ Correct", "left 1": "Your answer: right 9.", **open_rows}


def test_every_step_in_its_position_is_correct(page: Page, shown: Callable[[Note], Shown]) -> None:
    show = shown(note(STEPS))
    show("front")
    for n in range(5):
        page.locator("li", has_text=f"step {n}").get_by_label("Position").select_option(str(n + 1))
    show("back")
    assert verdict(page) == "Correct."
    assert order(page) == [f"{n + 1}. step {n}" for n in range(5)]
    assert set(tags(page).values()) == {"✓ Correct"}


@pytest.mark.parametrize(
    ("answer", "text", "said", "reason"),
    [
        (TYPED, "Seed-coat", "Correct.", ""),
        (TYPED, "the testa", "Correct.", ""),
        (TYPED, "seed pod", "Close, but not accepted.", "a pod holds seeds"),
        (TYPED, "seed cot", "Close, but not accepted. Check your spelling.", ""),
        (TYPED, "root", "Incorrect.", ""),
        (NUMBER, "Rs 1.25 lakh", "Correct.", ""),
        (NUMBER, "1,25,008", "Correct.", ""),
        (NUMBER, "125", "Incorrect.", "no thousands"),
        (NUMBER, "many", "Enter one number, such as 1250 or 3.6 lakh.", ""),
    ],
)
def test_what_is_typed_is_read_as_on_the_site(page: Page, answer: Answer, text: str, said: str, reason: str) -> None:
    which = note(answer)
    page.route(
        f"{ADDRESS}/*", lambda route: route.fulfill(body=page_of(rendered(which, 0)), content_type="text/html; charset=utf-8")
    )
    page.goto(f"{ADDRESS}/front")
    page.get_by_label("Your answer").fill(text)
    page.evaluate(PUT, rendered(which, 1))
    assert verdict(page) == said
    expect(page.locator(".quiz-wrote")).to_have_text(f"You wrote: {text}")
    expect(page.get_by_text(reason or "So it is.")).to_be_visible()
    assert page.locator("details[open]").count() == bool(reason)


def test_enter_turns_a_card_whose_line_is_typed_in(page: Page) -> None:
    page.route(f"{ADDRESS}/*", lambda route: route.fulfill(body=page_of(rendered(note(TYPED), 0)), content_type="text/html"))
    page.goto(f"{ADDRESS}/front")
    page.evaluate("globalThis.asked = []; globalThis.pycmd = (command) => asked.push(command); null")
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    assert page.evaluate("asked") == ["ans"]


def test_a_written_answer_stands_above_the_model(page: Page, shown: Callable[[Note], Shown]) -> None:
    show = shown(note(WRITTEN))
    show("front")
    page.get_by_label("Your answer").fill("Water <b>only</b>")
    show("back")
    expect(page.locator(".quiz-wrote")).to_have_text("You wrote: Water <b>only</b>")
    expect(page.locator(".quiz-verdict")).to_be_hidden()
    expect(page.get_by_role("checkbox")).to_have_count(2)


def test_without_a_place_to_keep_anything_both_sides_still_have_one_order(page: Page) -> None:
    which = note(ONE)
    broken = "<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('none'); } })</script>"
    page.route(
        f"{ADDRESS}/*",
        lambda route, asked: route.fulfill(
            body=page_of(broken + rendered(which, int(asked.url.endswith("back")))), content_type="text/html; charset=utf-8"
        ),
    )
    page.goto(f"{ADDRESS}/front")
    front = order(page)
    page.goto(f"{ADDRESS}/back")
    assert order(page) == front


def test_without_a_script_everything_is_there_in_the_order_of_the_file(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    for answer in (ONE, PAIRS, STEPS, TYPED, NUMBER, WRITTEN):
        which = note(answer)
        page.set_content(page_of(rendered(which, 0)))
        assert page.locator("input, select, textarea").count() > 0
        page.set_content(page_of(rendered(which, 1)))
        expect(page.get_by_text("So it is.")).to_be_visible()
        expect(page.get_by_role("link", name="1.1 Seeds")).to_be_visible()
    page.set_content(page_of(rendered(note(ONE), 1)))
    assert order(page) == [f"plant {n}" for n in range(6)]
    assert tags(page)["plant 0"] == "✓ Correct answer"


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_axe_finds_nothing_on_any_card_and_none_is_wider_than_a_phone(open_page: OpenPage, night: bool) -> None:
    page = open_page(viewport={"width": 360, "height": 640})
    word = Card("term:seed", "Seed", "What a plant grows from.", portables.SITE, "", (("hi", "बीज"),))
    answers: tuple[Answer, ...] = (ONE, SEVERAL, PAIRS, STEPS, TYPED, NUMBER, WRITTEN)
    notes = [*map(note, answers), *notes_of(replace(portables.of(), decks=(), words=(word,)))]
    page.route(f"{ADDRESS}/*", lambda route: route.fulfill(body=page_of("", night), content_type="text/html; charset=utf-8"))
    page.goto(f"{ADDRESS}/all")
    looks = [look for which in notes for look in both_sides(page, which)]
    page.evaluate("html => { document.querySelector('#qa').innerHTML = html }", "".join(looks))
    expect(page.locator(".quiz-card")).to_have_count(2 * len(notes))
    assert page.locator(".is-right, .is-wrong, .is-partly").count() > 10
    assert violations(page) + overflow(page) == []


def both_sides(page: Page, which: Note) -> list[str]:
    """Mark a card somehow and return what both sides look like, with everything open that can be opened."""
    page.evaluate(PUT, rendered(which, 0))
    for control in page.locator("input[type=radio], input[type=checkbox]").all()[:2]:
        control.check()
    for control in page.locator("select").all()[:2]:
        control.select_option(index=1)
    for control in page.locator("input[type=text], textarea").all():
        control.fill("seed pod")
    return [page.evaluate(LOOK, html) for html in ("", rendered(which, 1))]
