"""The theme's script comes when the page stands, and the index when somebody searches. What was done before is not lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

import shell_project
from sites import Site
from watch import OpenPage

pytestmark = pytest.mark.searches
SCRIPT, INDEX = "**/bundle*.js", "/search/search_index.json"


@pytest.fixture(scope="module")
def shell_site(serve: Callable[..., Site]) -> Site:
    """The small site in its shell, with a switch for its colours."""
    choices = "".join(
        f'    - {{media: "(prefers-color-scheme{media}", primary: custom, accent: custom, '
        f"toggle: {{icon: material/school, name: To {place}}}}}\n"
        for place, media in enumerate((")", ": light)", ": dark)"), 1)
    )
    before, _, rest = shell_project.CONFIG.partition("  palette:\n")
    return serve({**shell_project.FILES, "mkdocs.yml": f"{before}  palette:\n{choices}{rest[rest.index('extra_css') :]}"})


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


def test_the_index_comes_when_somebody_searches_and_not_before(page: Page, shell_site: Site) -> None:
    asked = asked_by(page)
    with page.expect_request(re.compile("sitemap[.]xml$")):
        page.goto(shell_site.page("words"))
    page.evaluate("() => new Promise((done) => (globalThis.component$ ? done() : addEventListener('site-theme', done)))")
    assert not [url for url in asked if url.endswith(INDEX)]
    with page.expect_request(f"**{INDEX}"):
        page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("judgement")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_an_address_that_asks_for_a_search_is_answered_at_once(page: Page, shell_site: Site) -> None:
    page.goto(f"{shell_site.page('words')}?q=judgement")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_what_is_typed_before_the_script_has_come_is_searched_for(page: Page, shell_site: Site) -> None:
    routes = held(page)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(shell_site.page("words"), wait_until="domcontentloaded")
    page.locator(".site-search-button").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("judgement")
    let_go(page, routes)
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_a_key_that_came_before_the_script_is_not_lost(page: Page, shell_site: Site) -> None:
    routes = held(page)
    page.goto(shell_site.page("words"), wait_until="domcontentloaded")
    page.keyboard.press("/")
    let_go(page, routes)
    expect(page.locator(".md-search__input")).to_be_focused()


def test_a_choice_of_colours_before_the_script_has_come_holds(page: Page, shell_site: Site) -> None:
    routes = held(page)
    page.goto(shell_site.page("words"), wait_until="domcontentloaded")
    choices = page.locator("[data-md-component=palette] input")
    page.locator("[data-md-component=palette] label:visible").click()
    let_go(page, routes)
    chosen = choices.nth(1).get_attribute("data-md-color-media")
    expect(page.locator("body")).to_have_attribute("data-md-color-media", str(chosen))


def test_where_the_script_does_not_come_nothing_is_shown_that_needs_it(open_page: OpenPage, shell_site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(shell_site.page("words"), wait_until="domcontentloaded")
    expect(page.locator(".md-search__input")).to_be_hidden()
