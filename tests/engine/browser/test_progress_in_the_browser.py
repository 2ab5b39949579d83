"""The page Progress: its numbers, the charts that tell the same, and the backup downloaded, all of it deleted and restored."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, StorageState, expect

import small_project
from audit import overflow, violations_in_both_schemes
from learner import press, tab_to
from sites import Site
from watch import OpenPage

NOON = datetime.datetime(2027, 1, 4, 12)
TODAY = (NOON.date() - datetime.date(1970, 1, 1)).days
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
OTHERS = ("other-site:answer:a", "theirs")
DAMAGED = ("small-site:card:damaged", "{")


def sat(number: int, earned: float) -> dict[str, Any]:
    result = {"time": number, "day": TODAY - 9 + number, "earned": earned, "marks": 8, "sections": []}
    return {
        **{"paper": "p", "seed": str(number), "title": f"Paper {number}", "ids": [[]], "started": 1, "timed": False},
        **{"spent": 9, "ticked": 1, "at": "", "result": result},
    }


def asked(*reviews: tuple[int, int]) -> dict[str, Any]:
    """Return a card with reviews, each so many days ago and rated so."""
    return {"log": [[1000 - ago, TODAY - ago, rating] for ago, rating in reviews]}


PIECES: dict[str, Any] = {
    "card:school-bus": asked((1, 3)),  # known, due tomorrow
    "card:back-office-tasks": asked((0, 4)),  # known, due in eight days
    "card:needs-judgement": asked((5, 3)),  # overdue
    "card:wages-and-costs": asked((0, 1)),  # wrong, due tomorrow
    "card:middle-letter": asked((1, 2)),  # hard, due today
    "card:withdrawn-question": asked((0, 3)),
    "card:term:client": asked((0, 3)),  # known, due in two days
    "card:term:withdrawn-word": asked((0, 3)),
    "answer:school-bus": {"picked": ["a"], "points": [], "typed": {}, "checked": True},
    "sitting:p~1": sat(1, 2),
    "sitting:p~2": sat(2, 6.5),
    "sitting:p~3": {key: value for key, value in sat(3, 0).items() if key != "result"},
}
SETTINGS = {"exam": "2027-01-12", "size": 20, "fresh": 10, "without": [], "chosen": False}


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site with two words and two objectives to learn."""
    return serve(small_project.WITH_CARDS)


def storage(site: Site, pieces: dict[str, Any], *more: tuple[str, str]) -> StorageState:
    """Return a browser's storage with pieces in it."""
    ours = [(f"small-site:{key}", json.dumps({"v": 3, **piece})) for key, piece in pieces.items()]
    kept = [{"name": name, "value": value} for name, value in [*ours, *more]]
    return {"cookies": [], "origins": [{"origin": site.origin, "localStorage": kept}]}  # type: ignore[typeddict-item]


def progress(page: Page, site: Site) -> Page:
    page.clock.set_fixed_time(NOON)
    page.goto(site.page("progress"))
    expect(page.get_by_role("heading", name="Mastered by chapter")).to_be_visible()
    return page


def row(page: Page, title: str) -> Locator:
    """Return the row of a table by its first cell."""
    return page.locator("quiz-progress tr").filter(has=page.get_by_role("rowheader", name=title, exact=True, include_hidden=True))


def numbers(page: Page, title: str) -> list[str]:
    return row(page, title).locator("td").all_inner_texts()


def told(page: Page) -> Locator:
    return page.locator("quiz-progress").get_by_role("status")


def kept(page: Page) -> dict[str, Any]:
    """Return all that the browser keeps for the site."""
    found = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('small-site:'))")
    return {key: json.loads(text) for key, text in found}


def save(page: Page) -> dict[str, Any]:
    """Save a copy. Returns what the file holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download backup").click()
    assert download.value.suggested_filename == "small-site-2027-01-04.json"
    copy: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return copy


def bring_in(page: Page, text: str) -> None:
    file = page.get_by_label("Restore backup")
    file.set_input_files({"name": "copy.json", "mimeType": "application/json", "buffer": text.encode()})


def test_tables_and_charts_tell_the_same_numbers(open_page: OpenPage, site: Site) -> None:
    page = progress(open_page(storage_state=storage(site, PIECES)), site)
    expect(page.locator(".quiz-score")).to_have_text("7 questions: 2 mastered, 3 learning, 2 not started.")
    for summary in page.locator("quiz-progress summary").all():
        summary.click()
    expected = {
        "Five kinds": (2, 2, 1),
        "Two kinds": (0, 1, 1),
        "Flashcards: key terms": (1, 0, 1),
        "Flashcards: self-check prompts": (0, 0, 2),
        "Say who does the work.": (2, 0, 0),
        "Say what the work needs.": (0, 2, 1),
        "Spell out the letters.": (0, 1, 1),
    }
    for title, (known, learning, fresh) in expected.items():
        assert numbers(page, title) == [str(known), str(learning), str(fresh)], title
        chart = row(page, title).get_by_role("img", name=title)
        expect(chart.locator("desc")).to_have_text(f"{known} mastered, {learning} learning, {fresh} not started.")
        widths = [float(box.get_attribute("width") or 0) for box in chart.locator("rect").all()]
        shares = [width * (known + learning + fresh) / 338 for width in widths]
        assert shares == pytest.approx([known + learning + fresh, known, learning])
    words = "2 due today, 3 in the six days after, 1 in the three weeks after that."
    expect(page.get_by_text(words, exact=True).first).to_be_visible()
    columns = page.get_by_role("img", name="Due by day")
    expect(columns.locator("desc")).to_have_text(words)
    heights = [float(box.get_attribute("height") or 0) for box in columns.locator("g[transform] > rect").all()]
    due = {0: (2, 0), 1: (2, 0), 2: (0, 1), 8: (1, 0)}
    assert heights == [40 * count for day in range(28) for count in due.get(day, (0, 0))]
    for title, day in (("Today", 0), ("5 Jan 2027", 1), ("6 Jan 2027", 2), ("12 Jan 2027", 8), ("13 Jan 2027", 9)):
        assert numbers(page, title) == [str(count) for count in due.get(day, (0, 0))], title
    expect(columns.get_by_text("exam", exact=True)).to_be_hidden()
    dots = page.get_by_role("img", name="Scores in mock tests")
    expect(dots.locator("desc")).to_have_text("From the first to the last: 25%, 81%.")
    expect(dots.locator("circle")).to_have_count(2)
    papers = page.locator("quiz-progress tr").filter(has_text="Paper").all_inner_texts()
    assert papers == ["Paper 2\t28 Dec 2026\t6.5 of 8\t81%", "Paper 1\t27 Dec 2026\t2 of 8\t25%"]


def test_days_pass_and_the_exam_is_marked(open_page: OpenPage, site: Site) -> None:
    page = progress(open_page(storage_state=storage(site, {**PIECES, "settings:main": SETTINGS})), site)
    expect(page.get_by_text("Your exam is on 12 Jan 2027, in 8 days.").first).to_be_visible()
    expect(page.get_by_role("img", name="Due by day").get_by_text("exam", exact=True)).to_be_visible()
    page.get_by_text("Numbers for each day").click()
    assert numbers(page, "12 Jan 2027 (exam)") == ["0", "0"]  # everything comes back before
    page.clock.set_fixed_time(NOON + datetime.timedelta(days=2))
    page.reload()
    expect(page.locator(".quiz-score")).to_have_text("7 questions: 1 mastered, 4 learning, 2 not started.")
    assert row(page, "Today").locator("td").all_text_contents() == ["4", "1"]
    page.clock.set_fixed_time(NOON + datetime.timedelta(days=9))
    page.reload()
    expect(page.locator(".quiz-score")).to_have_text("7 questions: 0 mastered, 5 learning, 2 not started.")
    expect(page.get_by_role("img", name="Due by day").get_by_text("exam", exact=True)).to_be_hidden()


def test_saved_erased_and_brought_in_again_everything_is_as_before(open_page: OpenPage, site: Site) -> None:
    pieces = {**PIECES, "settings:main": SETTINGS}
    page = progress(open_page(storage_state=storage(site, pieces, OTHERS)), site)
    before = kept(page)
    counted = page.locator("quiz-progress").inner_text()
    copy = save(page)
    saved = {key: {"v": 3, **piece} for key, piece in pieces.items()}
    assert copy == {"site": "small-site", "version": 3, "pieces": saved, "date": "2027-01-04"}
    expect(told(page)).to_have_text(f"Backup downloaded: {len(pieces)} items (answers, cards, mock tests, settings).")
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", DAMAGED)

    erase = page.get_by_role("button", name="Delete all progress")
    tab_to(erase)
    press(page, "Enter")
    dialog = page.get_by_role("dialog", name="Delete all progress?")
    expect(dialog.get_by_role("button", name="Delete", exact=True)).to_be_disabled()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(erase).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('small-site:')).length") == len(before) + 1
    press(page, "Enter")
    tab_to(dialog.get_by_role("checkbox", name="Yes, delete all of it"))
    press(page, "Space")
    tab_to(dialog.get_by_role("button", name="Delete", exact=True))
    press(page, "Enter")
    expect(told(page)).to_have_text("All progress has been deleted.")
    expect(erase).to_be_focused()
    assert kept(page) == {}
    assert page.evaluate("name => localStorage.getItem(name)", OTHERS[0]) == OTHERS[1]
    expect(page.locator(".quiz-score")).to_have_text("7 questions: 0 mastered, 0 learning, 7 not started.")
    expect(page.get_by_text("No mock tests yet.")).to_be_visible()

    bring_in(page, json.dumps(copy))
    expect(told(page)).to_have_text(f"Backup restored. New: {len(pieces)}. Updated: 0. Unchanged: 0.")
    assert kept(page) == before
    assert page.locator("quiz-progress").inner_text().replace(told(page).inner_text(), "").split() == counted.split()
    bring_in(page, json.dumps(copy))
    expect(told(page)).to_have_text(f"Backup restored. New: 0. Updated: 0. Unchanged: {len(pieces)}.")
    assert kept(page) == before


def test_a_copy_adds_what_is_newer_and_a_strange_file_changes_nothing(open_page: OpenPage, site: Site) -> None:
    page = progress(open_page(storage_state=storage(site, PIECES)), site)
    before = kept(page)
    copy = {"site": "small-site", "version": 3, "pieces": {}}
    refused = {
        "not a copy": "This file can’t be read",
        "{}": "it does not name its site and version",
        json.dumps({**copy, "site": "other-notes"}): "This backup is from another site, “other-notes”.",
        json.dumps({**copy, "version": 99}): "This backup is from a newer version of this site.",
        json.dumps({**copy, "pieces": 5}): "its contents are missing",
        json.dumps({**copy, "pieces": {"card:x": {"log": "<b>"}}}): "“card:x” can’t be read",
    }
    for text, why in refused.items():
        bring_in(page, text)
        expect(told(page)).to_contain_text(why)
        expect(told(page)).to_contain_text("Nothing was changed.")
        assert kept(page) == before
    theirs = {
        "card:school-bus": asked((9, 1)),
        "card:first-letter": asked((0, 4)),
        "answer:school-bus": {**PIECES["answer:school-bus"], "picked": ["b"]},
        "<i>:x": {},
    }
    bring_in(page, json.dumps({**copy, "pieces": theirs}))
    expect(told(page)).to_have_text(
        "Backup restored. New: 1. Updated: 1. Unchanged: 1. Left out, because it can’t be read: 1 item, “<i>:x”."
    )
    expect(page.locator(".quiz-score")).to_have_text("7 questions: 3 mastered, 3 learning, 1 not started.")
    assert len(kept(page)["small-site:card:school-bus"]["log"]) == 2
    assert kept(page)["small-site:answer:school-bus"]["picked"] == ["a"]


def test_without_storage_the_page_says_so_and_still_saves(open_page: OpenPage, site: Site) -> None:
    page = open_page()
    page.add_init_script(BLOCKED)
    page.goto(site.page("progress"))
    expect(page.get_by_text("Your progress can’t be saved in this browser")).to_be_visible()
    expect(page.get_by_text("Your progress is saved only in this browser.")).to_be_hidden()
    pieces = {"card:school-bus": {"log": [[1, 20000, 3]]}, "answer:school-bus": PIECES["answer:school-bus"]}
    bring_in(page, json.dumps({"site": "small-site", "version": 3, "pieces": pieces}))
    expect(told(page)).to_contain_text("New: 2.")
    expect(page.locator(".quiz-score")).to_have_text("7 questions: 0 mastered, 1 learning, 6 not started.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download backup").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["pieces"] == {
        key: {"v": 3, **piece} for key, piece in pieces.items()
    }
    page.get_by_role("button", name="Delete all progress").click()
    page.get_by_role("checkbox", name="Yes, delete all of it").check()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator(".quiz-score")).to_have_text("7 questions: 0 mastered, 0 learning, 7 not started.")


def test_axe_finds_nothing_and_nothing_is_too_wide_for_a_phone(open_page: OpenPage, site: Site) -> None:
    phone: dict[str, Any] = {"viewport": {"width": 320, "height": 640}}
    page = progress(open_page(**phone), site)
    found = violations_in_both_schemes(page) + overflow(page)
    page = progress(open_page(**phone, storage_state=storage(site, {**PIECES, "settings:main": SETTINGS})), site)
    for summary in page.locator("quiz-progress summary").all():
        summary.click()
    found += violations_in_both_schemes(page) + overflow(page)
    page.get_by_role("button", name="Delete all progress").click()
    found += violations_in_both_schemes(page) + overflow(page)
    assert not found, "\n".join(found)
