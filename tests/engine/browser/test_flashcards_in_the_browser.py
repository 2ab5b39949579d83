"""Flashcards by keyboard, by mouse and by touch: what comes first, when a card comes back, and what the learner hears of it."""

import datetime
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

import small_project
from audit import AT_REST, overflow, violations_in_both_schemes
from learner import press, tab_to
from player import push
from sites import Site
from until import until
from watch import OpenPage

FIRST_DAY = datetime.datetime(2027, 1, 4, 9, 30)
DAY_NUMBER = (FIRST_DAY.date() - datetime.date(1970, 1, 1)).days
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
COLOURS = "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.activeElement))"
CAN_YOU = "Can you say who does the work?"


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site with two words and two objectives to learn."""
    return serve(small_project.WITH_CARDS)


def on_day(page: Page, number: int, site: Site) -> Page:
    """Open the flashcards on a day of the study, counted from 0."""
    page.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(days=number))
    page.goto(site.page("flashcards"))
    return page


def button(page: Page, name: str) -> Locator:
    return page.locator("quiz-flashcards").get_by_role("button", name=name)


def score(page: Page) -> Locator:
    return page.locator("quiz-flashcards .quiz-score")


def front(page: Page) -> Locator:
    return page.locator(".quiz-card h2")


def back(page: Page) -> Locator:
    return page.locator(".quiz-card").get_by_role("status")


def logs(page: Page) -> dict[str, list[int]]:
    """Return the ratings that are kept of each card."""
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('small-site:card:'))")
    return {key.removeprefix("small-site:card:"): [rating for _, _, rating in json.loads(text)["log"]] for key, text in kept}


def test_flashcards_by_keyboard_alone(page: Page, site: Site) -> None:
    on_day(page, 0, site)
    expect(score(page)).to_have_text("Due for review: 0. New: 4.")
    tab_to(button(page, "Start (4 cards)"))
    press(page, "Enter")
    expect(front(page)).to_be_focused()
    expect(front(page)).to_have_text("Client")
    expect(page.get_by_role("heading", name="4 cards left")).to_be_visible()
    press(page, "3")  # nothing to rate yet
    expect(back(page)).to_have_text("")
    press(page, "Space")
    expect(back(page)).to_have_text("The firm that buys the service.")
    expect(button(page, "1 Again in this session")).to_be_focused()
    for keys in ("Control+3", "Alt+3", "Shift+3"):
        press(page, keys)
    search = page.get_by_role("textbox", name="Search")
    search.focus()
    page.keyboard.type("1 2")
    expect(search).to_have_value("1 2")
    search.fill("")
    page.keyboard.press("Escape")
    button(page, "2 Hard").focus()
    expect(front(page)).to_have_text("Client")
    press(page, "3")
    expect(front(page)).to_have_text(CAN_YOU)  # words and objectives take turns
    expect(front(page)).to_be_focused()
    tab_to(button(page, "Show answer"))
    press(page, "Space")
    expect(back(page)).to_have_text("Another party does lasting work.")
    press(page, "Space")  # on the button that has the focus: again
    expect(front(page)).to_be_focused()
    expect(page.get_by_role("heading", name="3 cards left")).to_be_visible()
    assert logs(page) == {"term:client": [3], "objective:who-does-the-work": [1]}
    tab_to(button(page, "Undo"))
    press(page, "Enter")
    expect(front(page)).to_have_text(CAN_YOU)
    assert logs(page) == {"term:client": [3]}
    for key in "424":
        press(page, "Space")
        press(page, key)
    expect(score(page)).to_have_text("4 cards reviewed. Due for review: 0. New: 0.")
    expect(score(page)).to_be_focused()
    expect(page.get_by_text("Next review: 1 card, tomorrow.")).to_be_visible()
    assert logs(page) == {
        "term:client": [3],
        "objective:who-does-the-work": [4],
        "term:provider": [2],
        "objective:spell-out-the-letters": [4],
    }


def test_flashcards_by_mouse_over_some_days(page: Page, site: Site) -> None:
    on_day(page, 0, site)
    decks = page.get_by_role("combobox", name="Cards")
    decks.select_option("Two kinds")
    expect(score(page)).to_have_text("Due for review: 0. New: 1.")
    decks.select_option("Self-check prompts")
    expect(score(page)).to_have_text("Due for review: 0. New: 2.")
    decks.select_option("Key terms")
    push(button(page, "Start (2 cards)"))
    push(button(page, "Show answer"))
    whens = page.locator(".quiz-ratings button").all_inner_texts()
    assert [when.split("\n")[-1] for when in whens] == ["in this session", "tomorrow", "in 2 days", "in 8 days"]
    expect(page.get_by_role("link", name="Review this topic")).to_have_attribute("href", f"{site.page('glossary')}#client")
    push(button(page, "1 Again"))
    push(button(page, "Show answer"))
    push(button(page, "3 Good"))
    expect(front(page)).to_have_text("Client")  # once more, since it was not known
    page.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(minutes=1))
    push(button(page, "Show answer"))
    push(button(page, "3 Good"))
    expect(score(page)).to_have_text("2 cards reviewed. Due for review: 0. New: 0.")
    assert logs(page) == {"term:client": [1, 3], "term:provider": [3]}
    on_day(page, 1, site)
    expect(score(page)).to_have_text("Due for review: 1. New: 2.")
    on_day(page, 2, site)
    expect(score(page)).to_have_text("Due for review: 2. New: 2.")
    push(button(page, "Start (4 cards)"))
    expect(front(page)).to_have_text("Client")  # the most nearly forgotten
    for name in ("Pause", "End session"):
        push(button(page, name))
    expect(score(page)).to_have_text("0 cards reviewed. Due for review: 2. New: 2.")


def test_what_was_set_on_today_counts_here(open_page: OpenPage, site: Site) -> None:
    settings = {"v": 3, "exam": "2027-01-08", "size": 20, "fresh": 2, "without": ["two-kinds"]}
    kept = [{"name": "small-site:settings:main", "value": json.dumps(settings)}]
    storage = {"cookies": [], "origins": [{"origin": site.origin, "localStorage": kept}]}
    page = on_day(open_page(storage_state=storage), 0, site)
    expect(score(page)).to_have_text("Due for review: 0. New: 3.")
    push(button(page, "Start (2 cards)"))
    push(button(page, "Show answer"))
    expect(button(page, "4 Easy")).not_to_contain_text("8 days")  # the exam is in four
    page.get_by_role("link", name="Review this topic").click()
    page.go_back()
    expect(front(page)).to_be_focused()  # the round goes on at its card
    expect(page.get_by_role("heading", name="2 cards left")).to_be_visible()
    for name in ("Pause", "End session"):
        push(button(page, name))
    page.get_by_role("combobox", name="Cards").select_option("Two kinds")
    expect(score(page)).to_have_text("Due for review: 0. New: 1.")


def test_without_storage_flashcards_work_and_say_so_once(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    page.add_init_script(BLOCKED)
    page.goto(site.page("flashcards"))
    push(button(page, "Start"))
    for _ in range(4):
        push(button(page, "Show answer"))
        push(button(page, "3 Good"))
    expect(score(page)).to_have_text("4 cards reviewed. Due for review: 0. New: 0.")
    expect(page.locator(".quiz-notice:not([hidden])")).to_have_count(1)
    expect(page.locator(".quiz-notice:not([hidden])")).to_contain_text("Your progress can’t be saved in this browser.")


def test_axe_finds_nothing_and_nothing_is_too_wide_for_a_phone(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 640}, has_touch=True)
    found = violations_in_both_schemes(on_day(page, 0, site)) + overflow(page)
    push(button(page, "Start"), by="tap")
    found += violations_in_both_schemes(page) + overflow(page)
    push(button(page, "Show answer"), by="tap")
    for rating in page.locator(".quiz-ratings button").all():
        expect(rating).to_be_in_viewport(ratio=1)
        box = rating.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    found += violations_in_both_schemes(page) + overflow(page)
    for state in ("focus", "hover"):  # axe passes over letters in the colour of their ground
        getattr(button(page, "4 Easy"), state)()
        until(page, AT_REST)
        colours = page.evaluate(COLOURS)
        assert colours[0] != colours[1], state
    push(button(page, "4 Easy"), by="tap")
    for name in ("Pause", "End session"):
        push(button(page, name), by="tap")
    found += violations_in_both_schemes(page)
    assert not found, "\n".join(found)


def test_a_rating_undone_after_the_end_of_a_round_begins_one_that_is_kept(page: Page, site: Site) -> None:
    on_day(page, 0, site)
    push(button(page, "Start"))
    push(button(page, "Show answer"))
    push(button(page, "3 Good"))
    for name in ("Pause", "End session"):
        push(button(page, name))
    push(button(page, "Undo"))
    card = front(page).text_content() or ""
    page.reload()
    expect(front(page)).to_have_text(card)
    expect(button(page, "Show answer")).to_be_visible()


PLACES = """() => ["h2", ".quiz-label"].map((part) => document.querySelector(`.quiz-card ${part}`)).concat(
    document.querySelector(".quiz-card"), document.querySelector(".player-bar")
).map((part) => { const { x, y, width, height } = part.getBoundingClientRect(); return [x, y, width, height]; })"""


def test_a_card_fills_a_phone_turns_by_a_tap_anywhere_and_nothing_moves(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    on_day(page, 0, site)
    push(button(page, "Start"), by="tap")
    card = page.locator(".quiz-card")
    expect(card).to_be_in_viewport(ratio=1)
    box = card.bounding_box()
    assert box is not None
    assert box["height"] > 740 / 2
    before = page.evaluate(PLACES)
    page.touchscreen.tap(box["x"] + box["width"] - 20, box["y"] + box["height"] - 20)  # a corner, without words
    expect(back(page)).to_have_text("The firm that buys the service.")
    assert page.evaluate(PLACES) == before
    expect(button(page, "Show answer")).to_be_hidden()
    for rating in page.locator(".quiz-ratings button").all():
        place = rating.bounding_box()
        assert place is not None
        assert place["y"] > 740 - 120  # in reach of a thumb
    push(button(page, "3 Good"), by="tap")
    expect(front(page)).to_have_text(CAN_YOU)
    assert page.evaluate(PLACES)[2:] == before[2:]


def test_enter_turns_a_card_as_space_does(page: Page, site: Site) -> None:
    on_day(page, 0, site)
    push(button(page, "Start"))
    press(page, "Enter")
    expect(back(page)).to_have_text("The firm that buys the service.")


def test_new_cards_come_in_the_order_of_the_chapters_words_among_them(page: Page, serve: Callable[..., Site]) -> None:
    glossary = small_project.GLOSSARY.replace("See [outsourcing](outsourcing.md)", "See [words](words.md)", 1)
    on_day(page, 0, serve({**small_project.WITH_CARDS, "docs/glossary.md": glossary}))
    page.get_by_role("combobox", name="Cards").select_option("Five kinds")
    expect(score(page)).to_have_text("Due for review: 0. New: 2.")  # a word and an objective
    page.get_by_role("combobox", name="Cards").select_option("Key terms and self-check prompts")
    push(button(page, "Start"))
    fronts = []
    for _ in range(4):
        fronts.append(front(page).inner_text())
        push(button(page, "Show answer"))
        push(button(page, "3 Good"))
    assert fronts[:3] == [CAN_YOU, "Provider", "Client"]
    expect(page.get_by_text("You knew 4 of 4.")).to_be_visible()


def test_a_round_is_paused_and_goes_on_at_its_card(page: Page, site: Site) -> None:
    on_day(page, 0, site)
    push(button(page, "Start"))
    push(button(page, "Show answer"))
    push(button(page, "1 Again"))
    stands = page.locator(".player-segments span").evaluate_all("spans => spans.map((span) => span.className.trim())")
    assert stands == ["is-wrong", "is-open is-here", *["is-open"] * 3]
    push(button(page, "Pause"))
    expect(button(page, "Resume (4 cards left)")).to_be_focused()
    page.reload()
    push(button(page, "Resume (4 cards left)"))
    expect(front(page)).to_have_text(CAN_YOU)
    push(button(page, "Pause"))
    push(button(page, "End session"))
    expect(page.get_by_text("You knew 0 of 1.")).to_be_visible()
