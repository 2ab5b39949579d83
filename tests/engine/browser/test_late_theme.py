"""The theme's script comes with the first search, or, where a site asks for more of it, when the page stands.

The index comes with the first search. What was done before is not lost.
"""

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

import shell_project
from sites import Site
from until import until
from watch import OpenPage

pytestmark = pytest.mark.searches
SCRIPT, INDEX = "**/bundle*.js", "/search/search_index.json"


SCHEMES = {")": "", ": light)": "scheme: default, ", ": dark)": "scheme: slate, "}


def _with_colours(features: str, schemes: Iterable[str] = SCHEMES) -> dict[str, str]:
    """Return the small site in its shell, with a switch for its colours and with some features of the theme."""
    choices = "".join(
        f'    - {{media: "(prefers-color-scheme{media}", {SCHEMES[media]}primary: custom, accent: custom, '
        f"toggle: {{icon: material/school, name: To {place}}}}}\n"
        for place, media in enumerate(schemes, 1)
    )
    before, _, rest = shell_project.CONFIG.partition("  palette:\n")
    settings = f"{before}  palette:\n{choices}{rest[rest.index('extra_css') :]}"
    return {**shell_project.FILES, "mkdocs.yml": settings.replace(shell_project.FEATURES, features)}


@pytest.fixture(scope="module")
def late_site(serve: Callable[..., Site]) -> Site:
    """A site that asks the theme's script for more than the search."""
    return serve(_with_colours(shell_project.SWAPPED))


@pytest.fixture(scope="module")
def search_site(serve: Callable[..., Site]) -> Site:
    """A site that asks the theme's script for the search alone."""
    return serve(_with_colours(shell_project.FEATURES))


def asked_by(page: Page) -> list[str]:
    """Return the list of what the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def held(page: Page) -> list[Route]:
    """Keep the theme's script back. Returns the list of the requests for it."""
    routes: list[Route] = []
    page.route(SCRIPT, lambda route: routes.append(route))
    return routes


def let_go(page: Page, routes: list[Route]) -> None:
    """Let the theme's script come once it has been asked for."""
    with page.expect_response(SCRIPT):
        while not routes:
            page.evaluate("() => new Promise(requestAnimationFrame)")
        routes.pop().continue_()


def test_the_index_comes_when_somebody_searches_and_not_before(page: Page, late_site: Site) -> None:
    asked = asked_by(page)
    with page.expect_request(re.compile("sitemap[.]xml$")):
        page.goto(late_site.page("words"))
    page.evaluate("() => new Promise((done) => (globalThis.component$ ? done() : addEventListener('site-theme', done)))")
    assert not [url for url in asked if url.endswith(INDEX)]
    with page.expect_request(f"**{INDEX}"):
        page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("judgement")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_an_address_that_asks_for_a_search_is_answered_at_once(page: Page, late_site: Site) -> None:
    page.goto(f"{late_site.page('words')}?q=judgement")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_what_is_typed_before_the_script_has_come_is_searched_for(page: Page, late_site: Site) -> None:
    routes = held(page)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(late_site.page("words"), wait_until="domcontentloaded")
    page.locator(".site-search-button").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("judgement")
    let_go(page, routes)
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_a_key_that_came_before_the_script_is_not_lost(page: Page, late_site: Site) -> None:
    routes = held(page)
    page.goto(late_site.page("words"), wait_until="domcontentloaded")
    page.keyboard.press("/")
    let_go(page, routes)
    expect(page.locator(".md-search__input")).to_be_focused()


def test_a_choice_of_colours_before_the_script_has_come_holds(page: Page, late_site: Site) -> None:
    routes = held(page)
    page.goto(late_site.page("words"), wait_until="domcontentloaded")
    choices = page.locator("[data-md-component=palette] input")
    page.locator("[data-md-component=palette] label:visible").click()
    let_go(page, routes)
    chosen = choices.nth(1).get_attribute("data-md-color-media")
    expect(page.locator("body")).to_have_attribute("data-md-color-media", str(chosen))


def test_where_the_script_does_not_come_nothing_is_shown_that_needs_it(open_page: OpenPage, late_site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(late_site.page("words"), wait_until="domcontentloaded")
    expect(page.locator(".md-search__input")).to_be_hidden()


SMALL: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1440, "height": 500}


def search_box(page: Page) -> Locator:
    return page.locator(".md-search__input")


def first_result(page: Page) -> Locator:
    return page.locator(".md-search-result__link").first


def test_a_page_is_whole_without_the_theme_script_until_somebody_searches(page: Page, search_site: Site) -> None:
    asked = asked_by(page)
    page.goto(search_site.page("words"), wait_until="networkidle")
    page.mouse.wheel(0, 400)
    page.locator("[data-md-component=palette] label:visible").click()
    page.get_by_role("article").get_by_role("link", name="Quiz").first.click()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/assets/javascripts/" in url or url.endswith(INDEX)] == []
    with page.expect_request(f"**{INDEX}"):
        page.keyboard.press("/")
    expect(search_box(page)).to_be_focused()
    page.keyboard.type("judgement")
    expect(first_result(page)).to_be_visible()


@pytest.mark.parametrize("query", ["q", "h"])
def test_an_address_that_asks_for_words_has_the_script_at_once(page: Page, search_site: Site, query: str) -> None:
    page.goto(f"{search_site.page('outsourcing')}?{query}=judgement")
    expect(first_result(page) if query == "q" else page.locator("mark").first).to_be_visible()


def test_a_tap_on_the_search_and_what_is_typed_at_once_are_not_lost(page: Page, search_site: Site) -> None:
    routes = held(page)
    page.set_viewport_size(SMALL)
    page.goto(search_site.page("words"), wait_until="domcontentloaded")
    page.locator(".site-search-button").click()
    expect(search_box(page)).to_be_focused()
    page.keyboard.type("judgement")
    let_go(page, routes)
    first_result(page).click()
    expect(page).to_have_url(re.compile(re.escape(search_site.page("outsourcing"))))


def test_a_search_that_does_not_arrive_says_so_and_can_be_tried_again(open_page: OpenPage, search_site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource", viewport=SMALL)
    page.goto(search_site.page("words"))
    page.route(SCRIPT, lambda route: route.abort())
    page.locator(".site-search-button").click()
    expect(page.get_by_text("The search has not arrived.")).to_be_visible()
    page.locator(".md-search__form .md-search__icon[for=__search]").click()
    page.unroute(SCRIPT)
    page.locator(".site-search-button").click()
    page.keyboard.type("judgement")
    expect(first_result(page)).to_be_visible()
    expect(page.get_by_text("The search has not arrived.")).to_be_hidden()


WATCH_NOTE = """new MutationObserver((changes) => {
  globalThis.wasShown ||= changes.some(({ target }) => target.matches(".quiz-not-started"));
}).observe(document, { subtree: true, attributeFilter: ["hidden"] });"""


def test_what_waits_for_the_page_begins_when_all_its_scripts_have_run(page: Page, search_site: Site) -> None:
    page.add_init_script(WATCH_NOTE)
    page.goto(search_site.page("quiz/two-kinds"), wait_until="networkidle")
    assert not page.evaluate("globalThis.wasShown")  # the note that something has not started


def test_who_goes_past_the_search_by_the_keyboard_brings_nothing(page: Page, search_site: Site) -> None:
    asked = asked_by(page)
    page.set_viewport_size(WIDE)
    page.goto(search_site.page("words"), wait_until="networkidle")
    search_box(page).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(search_box(page)).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/assets/javascripts/" in url] == []
    page.keyboard.type("judgement")
    expect(first_result(page)).to_be_visible()


def colours(page: Page) -> Locator:
    """Return the choices of colours that are shown as being in force: one."""
    return page.locator("[data-md-component=palette] label:visible")


def in_force(page: Page, place: int) -> None:
    """Say that the choice at this place is in force, on the page and in the form."""
    choices = page.locator("[data-md-component=palette] input")
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-media", str(choices.nth(place).get_attribute("data-md-color-media"))
    )
    expect(colours(page)).to_have_count(1)
    expect(colours(page)).to_have_attribute("for", f"__palette_{(place + 1) % 3}")


def test_colours_are_chosen_and_kept_without_the_theme_script_and_with_it(page: Page, search_site: Site) -> None:
    page.goto(search_site.page("words"))
    in_force(page, 0)
    colours(page).click()
    in_force(page, 1)
    page.reload()
    in_force(page, 1)
    page.keyboard.press("/")
    until(page, "globalThis.component$")
    in_force(page, 1)
    page.keyboard.press("Escape")
    colours(page).click()
    in_force(page, 2)
    page.goto(search_site.page("outsourcing"))
    in_force(page, 2)


def test_colours_are_chosen_by_the_keyboard(page: Page, search_site: Site) -> None:
    page.goto(search_site.page("words"))
    page.locator("[data-md-component=palette] input").first.focus()
    for place in (1, 2, 0):
        page.keyboard.press("Enter")
        in_force(page, place)
    page.keyboard.press("ArrowRight")
    in_force(page, 1)


@pytest.mark.parametrize(("key", "relation"), [("n", "next"), (".", "next"), ("p", "prev"), (",", "prev")])
def test_keys_lead_to_the_page_before_and_after(page: Page, search_site: Site, key: str, relation: str) -> None:
    page.goto(search_site.page("outsourcing"))
    address = page.locator(f"link[rel={relation}]").evaluate("link => link.href")
    page.keyboard.press(f"Control+{key}")  # the browser's own
    expect(page).to_have_url(search_site.page("outsourcing"))
    page.keyboard.press(key)
    expect(page).to_have_url(address)


def test_a_key_that_is_typed_into_a_field_or_a_question_leads_nowhere(page: Page, search_site: Site) -> None:
    page.goto(search_site.page("outsourcing"))
    page.locator("quiz-question input").first.focus()
    page.keyboard.press("n")
    page.keyboard.press("/")
    expect(search_box(page)).not_to_be_focused()
    expect(page).to_have_url(search_site.page("outsourcing"))


def test_the_contents_follow_the_reader(page: Page, search_site: Site) -> None:
    page.set_viewport_size(WIDE)
    page.goto(search_site.page("outsourcing"))
    here = page.locator("[data-md-component=toc] .md-nav__link--active")
    expect(here).to_have_count(0)
    page.get_by_role("heading", name="Where it is done").evaluate("heading => heading.scrollIntoView()")
    expect(here).to_have_text("Where it is done")
    page.get_by_role("heading", name="Who does the work").evaluate("heading => heading.scrollIntoView()")
    expect(here).to_have_text("Who does the work")
    page.keyboard.press("/")
    until(page, "globalThis.component$")
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Where it is done").evaluate("heading => heading.scrollIntoView()")
    expect(here).to_have_text("Where it is done")  # by the theme, and once


def test_two_choices_of_colours_are_kept_as_three_are(page: Page, serve: Callable[..., Site]) -> None:
    site = serve(_with_colours(shell_project.FEATURES, (": light)", ": dark)")))
    page.goto(site.page("words"))
    colours(page).click()
    for path in ("outsourcing", "words"):
        page.goto(site.page(path))
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("/")
    until(page, "globalThis.component$")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"


def test_the_search_leaves_the_colours_that_no_browser_keeps(page: Page, search_site: Site) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(search_site.page("words"))
    for _ in range(2):
        colours(page).click()
    page.keyboard.press("/")
    page.keyboard.type("judgement")
    expect(first_result(page)).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_page_that_comes_back_has_the_colours_that_were_chosen_meanwhile(page: Page, search_site: Site) -> None:
    page.goto(search_site.page("words"))
    other = page.context.new_page()
    other.goto(search_site.page("outsourcing"))
    colours(other).click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    in_force(page, 1)


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_the_keyboard_closes_a_search_whose_script_has_not_come(page: Page, search_site: Site, key: str) -> None:
    held(page)
    page.goto(search_site.page("words"))
    page.keyboard.press("/")
    expect(page.locator("[data-md-toggle=search]")).to_be_checked()
    page.keyboard.press(key)
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()


def test_a_search_by_mouse_that_does_not_arrive_says_so(open_page: OpenPage, search_site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource", viewport=WIDE)
    asked = asked_by(page)
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(search_site.page("words"))
    search_box(page).click()
    page.keyboard.type("captive")
    expect(page.get_by_text("The search has not arrived.")).to_be_visible()
    assert len([url for url in asked if "/bundle" in url]) == 1  # not once more with each letter


def test_an_index_that_does_not_arrive_is_told_and_comes_with_the_next_search(open_page: OpenPage, search_site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource", theme_may_fail=True)
    page.route(f"**{INDEX}", lambda route: route.abort())
    page.goto(search_site.page("words"))
    page.keyboard.press("/")
    expect(page.get_by_text("The search has not arrived.")).to_be_visible()
    page.keyboard.press("Escape")
    page.unroute(f"**{INDEX}")
    with page.expect_navigation():
        page.keyboard.press("/")
    page.keyboard.press("/")
    page.keyboard.type("judgement")
    expect(first_result(page)).to_be_visible()


def test_text_that_comes_without_keys_is_searched_for(page: Page, search_site: Site) -> None:
    page.goto(search_site.page("words"))
    search_box(page).fill("judgement")
    expect(first_result(page)).to_contain_text("Outsourcing")
    search_box(page).fill("letters")
    expect(first_result(page)).to_contain_text("Words")


def test_the_way_back_from_a_result_leads_to_where_the_reader_was(page: Page, search_site: Site) -> None:
    page.set_viewport_size(SMALL)
    page.goto(search_site.page("outsourcing"))
    page.evaluate("scrollTo(0, 900)")
    until(page, "scrollY === 900")
    page.locator(".site-search-button").click()
    page.keyboard.type("letters")
    first_result(page).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Words")
    page.go_back()
    until(page, "scrollY > 800")


def test_a_search_that_was_left_open_is_not_open_again_without_its_script(page: Page, search_site: Site) -> None:
    page.set_viewport_size(SMALL)
    page.goto(search_site.page("learn"))
    page.goto(search_site.page("outsourcing"))
    page.locator(".site-search-button").click()
    until(page, "globalThis.component$")
    page.go_back()
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Outsourcing")
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    expect(page.locator(".md-search__output")).to_be_hidden()


def test_the_tabs_stay_when_the_theme_has_come(page: Page, search_site: Site) -> None:
    page.set_viewport_size(SMALL)
    page.goto(f"{search_site.page('outsourcing')}?h=judgement")
    until(page, "globalThis.component$")
    page.mouse.wheel(0, 900)
    until(page, "scrollY > 500")
    expect(page.locator(".site-tabs")).to_be_visible()


def test_the_side_columns_end_where_the_text_does(page: Page, search_site: Site) -> None:
    page.set_viewport_size(WIDE)
    page.goto(search_site.page("outsourcing"))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    ends = "[...document.querySelectorAll('.md-sidebar__scrollwrap')].map((box) => box.getBoundingClientRect().bottom)"
    until(page, f"Math.max(...{ends}) <= document.querySelector('.md-footer').getBoundingClientRect().top + 1")


def test_what_an_address_leads_to_is_unfolded_however_deep(page: Page, search_site: Site) -> None:
    page.goto(search_site.page("outsourcing"))
    page.evaluate(
        """() => {
            const deep = Object.assign(document.createElement("p"), { id: "deep", textContent: "Deep" });
            const folds = [1, 2].map(() => document.createElement("details"));
            folds[1].append(deep);
            folds[0].append(folds[1]);
            document.querySelector("article").append(folds[0]);
            location.hash = "deep";
        }"""
    )
    expect(page.get_by_text("Deep", exact=True)).to_be_visible()
