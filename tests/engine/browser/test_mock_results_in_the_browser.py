"""What comes of mock tests: the attempts on the list, the result, and a challenge for a friend."""

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from audit import overflow, violations_in_both_schemes
from mock_site import FILES, Mock, kept
from player_site import SHIFTS
from sites import Build, Site
from until import until
from watch import OpenPage

# Before the page's scripts: what the learner shares lies in `shared`, and `refusal` names the error with which the sheet ends.
SHEET = """
window.shared = [];
navigator.share = async (data) => { if (window.refusal) throw new DOMException("no", window.refusal); shared.push(data); };
"""
NO_SHEET = "navigator.share = undefined;"
CLIPBOARD = (
    """Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });"""
)
NO_CLIPBOARD = """Object.defineProperty(navigator, "clipboard", { value: undefined });"""
TIMES = """(seconds) => {
  const keys = Object.keys(localStorage).filter((key) => key.includes(":entry:")).sort();
  for (const [index, key] of keys.entries()) {
    const entry = JSON.parse(localStorage[key]);
    localStorage[key] = JSON.stringify({ ...entry, seconds: seconds[index] ?? 0 });
  }
}"""


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site with two papers and the page of mistakes."""
    return serve(FILES)


def card(page: Page, name: str) -> Locator:
    """Return a test on the list."""
    return page.locator(f"quiz-attempts[data-paper={name}]")


def sit(page: Page, site: Site, *without: str, wrong: tuple[str, ...] = (), address: str = "") -> Mock:
    """Take the small paper to its result."""
    page.goto(site.page("mock/small") + address)
    mock = Mock(page)
    mock.button("Start").click()
    mock.go_through(*without, wrong=wrong)
    mock.hand_in()
    return mock


def places(page: Page) -> list[float]:
    """Return where the tests and what follows them stand on the page."""
    tops = page.locator(".mock-list h2, .mock-list .md-button, #marking").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().top)"
    )
    return [float(top) for top in tops]


def test_the_list_says_what_was_scored_and_resumes_with_one_tap_where_nothing_moves(page: Page, site: Site) -> None:
    page.add_init_script(SHIFTS)
    page.goto(site.page("mock-exams"))
    small, reasons = card(page, "small"), card(page, "reasons")
    expect(small).to_contain_text("8 questions · 16 marks · 20 minutes · negative marking: −0.5 / 1")
    expect(small.get_by_text("No attempts yet")).to_be_visible()
    before = places(page)

    sit(page, site, wrong=("school-bus",))
    page.goto(site.page("mock/reasons") + "#seed=7b")
    Mock(page).button("Start").click()
    Mock(page).asked()
    page.goto(site.page("mock-exams"))
    expect(small.locator("summary")).to_have_text("1 attempt, best 56%")
    expect(small.get_by_text("No attempts yet")).to_be_hidden()
    assert places(page) == before
    assert sum(page.evaluate("shifts")) == 0
    small.locator("summary").click()
    assert small.locator("tbody td").all_inner_texts() == ["56%", "9 of 16"]
    small.locator("tbody a").click()
    expect(page.get_by_role("button", name="View result")).to_be_visible()

    page.goto(site.page("mock-exams"))
    expect(reasons.get_by_text("No attempts yet")).to_be_visible()
    page.get_by_role("link", name="Resume, 20 min left Paper with reasons").click()
    expect(Mock(page).heading).to_have_text("Question 1 of 2, Section A")
    page.reload()  # which waits for the learner
    expect(Mock(page).button("Resume")).to_be_visible()


def test_a_retake_keeps_the_earlier_attempt_on_the_list_and_on_the_page_of_progress(page: Page, site: Site) -> None:
    mock = sit(page, site, wrong=("school-bus",))
    expect(mock.score).to_contain_text("9 of 16 marks")
    page.reload()
    mock.button("Retake").click()
    page.get_by_role("dialog").get_by_role("button", name="Retake").click()
    mock.button("Start").click()
    mock.asked()
    mock.hand_in()
    page.goto(site.page("mock-exams"))
    small = card(page, "small")
    expect(small.locator("summary")).to_have_text("2 attempts, best 56%")
    small.locator("summary").click()
    assert small.locator("tbody td").all_inner_texts() == ["0%", "0 of 16", "56%", "9 of 16"]
    expect(small.locator("tbody a")).to_have_count(1)  # the answers of the first are gone
    page.goto(site.page("progress"))
    expect(page.locator("[data-at=sittings] tr")).to_have_count(2)


def test_damaged_results_are_left_out_of_the_list(page: Page, site: Site) -> None:
    page.goto(site.page("mock-exams"))
    for key, piece in {"past:small~1~5": {"v": 3, "earned": "x"}, "past:small~1~6": [], "sitting:small~2": {"v": 3}}.items():
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"small-site:{key}", json.dumps(piece)])
    page.evaluate('localStorage.setItem(\'small-site:past:small~1~7\', \'{"v":3,"earned":8,"marks":16}\')')
    page.reload()
    expect(card(page, "small").locator("summary")).to_have_text("1 attempt, best 50%")


def test_without_javascript_the_list_is_complete(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site.page("mock-exams"))
    expect(card(page, "small")).to_contain_text("8 questions · 16 marks · 20 minutes")
    expect(page.get_by_text("No attempts yet").first).to_be_hidden()
    page.get_by_role("link", name="Open test Small paper").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Small paper")


def test_leaving_brings_the_site_back_and_keeps_everything(page: Page, site: Site) -> None:
    page.goto(site.page("mock/small"))
    mock = Mock(page)
    mock.button("Start").click()
    mock.answer()
    expect(page.locator(".md-header")).to_be_hidden()
    mock.button("Save and exit").click()
    expect(page.locator(".md-header")).to_be_visible()
    expect(page.get_by_text("You have this test in progress.")).to_be_visible()
    mock.button("Resume").click()
    mock.asked()
    assert mock.states()[0] == "answered"


def test_a_result_says_what_it_came_from_and_where_the_time_went(page: Page, site: Site) -> None:
    page.goto(site.page("mock/small"))
    mock = Mock(page)
    mock.button("Start").click()
    mock.go_through("last-letter", wrong=("school-bus",))
    page.evaluate(TIMES, [10, 200, 30, 40, 50, 60, 70, 80, 90])
    mock.hand_in()
    expect(page.locator(".quiz-percent")).to_have_text("56%")
    expect(page.locator(".quiz-tally li")).to_have_text(["5 correct", "1 incorrect", "1 unanswered", "1 to mark yourself"])
    page.get_by_label("Names lower costs").check()
    expect(page.locator(".quiz-tally li")).to_have_text(["5 correct", "1 partly correct", "1 incorrect", "1 unanswered"])
    expect(page.locator(".quiz-lost")).to_have_text("Lost to negative marking: 1 mark.")
    assert mock.rows("chapters") == {"Five kinds": "5 of 10", "Two kinds": "2 of 2", "Written": "3 of 4"}

    seconds = {key: piece["seconds"] for key, piece in kept(page, "entry").items()}
    page.get_by_text("Where your time went").click()
    slowest = mock.rows("slowest")
    assert len(slowest) == 5
    assert list(slowest.values()) == sorted(slowest.values(), key=lambda time: -int(time.partition(":")[0]) * 60 - int(time[-2:]))
    assert next(iter(slowest.values())) == "3:20"
    allowed = page.locator("[data-rows=slowest] tr").first.locator("td").nth(1)
    expect(allowed).to_have_text("2:30")  # 2 of 16 marks in 20 minutes
    wrong = seconds["small~1~school-bus"] + seconds["small~1~two-gains"]  # type: ignore[operator]
    minutes, rest = divmod(wrong, 60)
    expect(page.locator(".quiz-wasted")).to_contain_text(f"You spent {minutes}:{rest:02}")
    number = page.locator("[data-rows=slowest] a").first
    number.click()
    expect(page.locator(str(number.get_attribute("href")))).to_be_in_viewport()


def test_mistakes_are_retried_on_the_stage(page: Page, site: Site) -> None:
    mock = sit(page, site, wrong=("school-bus",))
    page.get_by_label("Names lower costs").check()
    page.get_by_label("Names time for the main work").check()
    expect(mock.score).to_contain_text("11 of 16 marks")
    page.get_by_role("link", name="Retry mistakes").click()
    expect(page.locator("h1")).to_have_text("Mistakes")  # out of sight on the stage
    expect(page.locator(".player-title")).to_have_text("Question 1 of 1")
    expect(page.locator("quiz-question")).to_have_attribute("id", "q-school-bus")
    expect(page.locator(".quiz-not-started")).to_be_hidden()


def test_without_mistakes_there_is_nothing_to_retry(page: Page, site: Site) -> None:
    sit(page, site)
    for label in ("Names lower costs", "Names time for the main work"):
        page.get_by_label(label).check()
    expect(page.locator(".quiz-percent")).to_have_text("100%")
    expect(page.get_by_role("link", name="Retry mistakes")).to_be_hidden()


def test_a_challenge_goes_out_by_the_devices_sheet_and_opens_the_same_paper_with_the_score(page: Page, site: Site) -> None:
    page.add_init_script(SHEET)
    mock = sit(page, site, wrong=("school-bus",), address="#seed=7b")
    mock.button("Challenge a friend").click()
    until(page, "shared.length")
    (sent,) = page.evaluate("shared")
    assert sent["text"] == "I scored 9 of 16 marks (56%) in the Small paper. Can you beat it?"
    assert sent["url"].startswith(site.page("mock/small") + "#seed=7b.")
    ids = kept(page, "sitting")["small~7b"]["ids"]

    page.evaluate("localStorage.clear()")
    page.goto(site.page("mock-exams"))
    page.goto(sent["url"])
    expect(page.get_by_text("A friend scored 56% in this test. Can you beat it?")).to_be_visible()
    expect(page.locator(".quiz-changed")).to_be_hidden()
    mock.button("Start").click()
    mock.go_through()
    assert kept(page, "sitting")["small~7b"]["ids"] == ids
    page.goto(site.page("mock-exams"))  # by another way back, the challenge still stands
    page.get_by_role("link", name="Resume, 20 min left Small paper").click()
    mock.asked()
    mock.hand_in()
    expect(page.locator(".quiz-rival")).to_have_text("You beat your friend’s 56%.")


def test_a_sheet_that_is_closed_says_nothing_and_one_that_fails_gives_way_to_the_clipboard(page: Page, site: Site) -> None:
    page.add_init_script(SHEET + CLIPBOARD)
    mock = sit(page, site)
    page.evaluate("window.refusal = 'AbortError'")
    mock.button("Challenge a friend").click()
    expect(mock.told).to_have_text("")
    assert page.evaluate("window.copied") is None
    page.evaluate("window.refusal = 'NotAllowedError'")
    mock.button("Challenge a friend").click()
    expect(mock.told).to_have_text("Challenge copied. Paste it into a message to your friend.")
    assert page.evaluate("copied").startswith("I scored 14 of 16 marks (88%) in the Small paper. Can you beat it? http")


def test_without_a_sheet_and_a_clipboard_the_challenge_stands_on_the_page(page: Page, site: Site) -> None:
    page.add_init_script(NO_SHEET + NO_CLIPBOARD)
    mock = sit(page, site)
    mock.button("Challenge a friend").click()
    expect(mock.told).to_contain_text("Copy this and send it: I scored 14 of 16 marks (88%)")
    expect(mock.told).to_contain_text("&score=88")


CODE_FAULT = "The paper code in this link can’t be read, so this is paper 1."
SCORE_FAULT = "Your friend’s score in this link can’t be read, but the questions are the same."


@pytest.mark.parametrize(
    ("hash_", "fault", "paper"),
    [
        ("seed=7b&score=101", SCORE_FAULT, "Paper 7b"),
        ("seed=7b&score=1e2", SCORE_FAULT, "Paper 7b"),
        ("seed=7b&score=-999", SCORE_FAULT, "Paper 7b"),
        (f"seed=7b&score={quote('<b>64</b>')}", SCORE_FAULT, "Paper 7b"),
        (f"seed={quote('<img src=x onerror=alert(1)>')}&score=64", CODE_FAULT, "Paper 1"),
        (f"seed={'a' * 17}&score=64", CODE_FAULT, "Paper 1"),
        ("seed=%E0%A4%A&score=64", CODE_FAULT, "Paper 1"),
    ],
)
def test_what_no_site_wrote_into_an_address_is_refused_in_words(
    page: Page, site: Site, hash_: str, fault: str, paper: str
) -> None:
    page.goto(f"{site.page('mock/small')}#{hash_}")
    expect(page.get_by_role("status").get_by_text(fault)).to_be_visible()
    expect(page.get_by_role("heading", name=paper, exact=True)).to_be_visible()
    expect(page.locator(".quiz-rival")).to_be_hidden()
    assert page.locator("quiz-mock img, quiz-mock b").count() == 0
    page.get_by_label("Paper code").fill("8c")
    page.get_by_label("Paper code").press("Enter")
    expect(page.get_by_text(fault)).to_be_hidden()


def test_a_challenge_whose_questions_have_changed_says_so(page: Page, site: Site) -> None:
    page.goto(f"{site.page('mock/small')}#seed=7b.ZZZ-ZZZ&score=0")
    expect(page.get_by_text("A friend scored 0% in this test.")).to_be_visible()
    expect(page.locator(".quiz-changed")).to_contain_text("don’t compare your marks")


def test_from_a_folder_a_challenge_says_what_to_type(open_page: OpenPage, build_site: Build) -> None:
    folder = build_site(FILES, offline=True)
    page = open_page(only_files=True)
    page.add_init_script(NO_SHEET + CLIPBOARD)
    page.goto(f"{folder.as_uri()}/mock/small.html")
    mock = Mock(page)
    code = page.locator(".quiz-code").inner_text()
    mock.button("Start").click()
    mock.go_through()
    mock.hand_in()
    mock.button("Challenge a friend").click()
    expect(mock.told).to_contain_text("Challenge copied.")
    copied = page.evaluate("copied")
    assert copied.endswith(f"Open the test in your own copy and type the paper code {code}.")
    assert "file:" not in copied
    page.goto(f"{folder.as_uri()}/mock-exams.html")
    expect(card(page, "small").locator("summary")).to_have_text("1 attempt, best 88%")


def test_nothing_is_cut_off_at_320_pixels(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(f"{site.page('mock/small')}#seed=7b&score=64")
    mock = Mock(page)
    expect(mock.button("Start")).to_be_visible()
    found = overflow(page) + violations_in_both_schemes(page)
    mock.button("Start").click()
    mock.go_through("first-letter", wrong=("school-bus",))
    page.locator(".quiz-palette summary").click()
    found += overflow(page) + violations_in_both_schemes(page)
    page.evaluate(TIMES, [10, 20, 30, 40, 50])
    mock.hand_in()
    for summary in page.locator(".quiz-outcome summary").locator("visible=true").all():
        summary.click()
    found += overflow(page) + violations_in_both_schemes(page)
    page.goto(site.page("mock-exams"))
    card(page, "small").locator("summary").click()
    found += overflow(page) + violations_in_both_schemes(page)
    assert found == []
