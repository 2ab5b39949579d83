"""The shell around the pages as a reader meets it: on a phone and a desktop, by touch and by keyboard, in light and dark."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

import shell_project
from arriving import arrive
from audit import overflow, violations
from sites import Build, Site
from until import until
from watch import OpenPage

PHONE: ViewportSize = {"width": 360, "height": 700}
THUMB = 44  # CSS pixels: WCAG 2.2, success criterion 2.5.5
DARK, LIGHT = "slate", "default"


@pytest.fixture(scope="module")
def shell_site(serve: Callable[..., Site]) -> Site:
    """The small site in its shell."""
    return serve(shell_project.FILES)


@pytest.fixture
def phone(page: Page) -> Page:
    """An empty page as small as a phone's."""
    page.set_viewport_size(PHONE)
    return page


def tabs(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Main").get_by_role("link")


def box(element: Locator) -> dict[str, float]:
    found = element.bounding_box()
    assert found is not None
    return {"x": found["x"], "y": found["y"], "width": found["width"], "bottom": found["y"] + found["height"]}


def test_on_a_phone_the_parts_stand_at_the_foot_of_the_screen_wherever_one_is(phone: Page, shell_site: Site) -> None:
    phone.goto(shell_site.page("outsourcing"))
    before = [box(tab) for tab in tabs(phone).all()]
    assert [round(tab["bottom"]) for tab in before] == [PHONE["height"]] * 2
    phone.mouse.wheel(0, 10_000)
    until(phone, "scrollY > 300")
    assert [box(tab) for tab in tabs(phone).all()] == before


def test_on_a_phone_the_bar_covers_neither_the_end_of_a_page_nor_what_has_the_focus(phone: Page, shell_site: Site) -> None:
    phone.goto(shell_site.page("outsourcing"))
    last = phone.locator(".site-footer p")
    phone.keyboard.press("End")
    until(phone, "scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    assert box(last)["bottom"] <= box(tabs(phone).first)["y"]
    phone.evaluate("scrollTo(0, 0)")
    for link in phone.locator("article a, article button, .site-footer a").all():
        link.focus()
        if link.is_visible():
            assert box(link)["bottom"] <= box(tabs(phone).first)["y"], link


def test_on_a_desktop_the_parts_stand_in_the_header(page: Page, shell_site: Site) -> None:
    page.goto(shell_site.page("outsourcing"))
    header = box(page.locator("header"))
    assert [box(tab)["bottom"] <= header["bottom"] for tab in tabs(page).all()] == [True, True]


CONTROLS = "header :is(a, label:not(.md-search label)), .site-nav a, .site-rail a, .site-card a, .site-footer a, .md-button"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_everything_of_the_shell_is_as_large_as_a_thumb(page: Page, shell_site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    small: list[str] = []
    for address in (*map(shell_site.page, ("learn", "words", "quiz/two-kinds")), f"{shell_site.url}404.html"):
        page.goto(address)
        for control in page.locator(CONTROLS).all():
            size = control.bounding_box()  # none, or nothing, of what is not shown
            if size and 0 < min(size["width"], size["height"]) < THUMB - 0.1:
                small.append(f"{address}: {control.inner_text()} {size}")
    assert small == []


def test_nothing_is_lost_and_nothing_scrolls_sideways_at_320_pixels(page: Page, shell_site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    for address in ("", "learn", "words", "quiz/two-kinds", "mock-exams"):
        page.goto(shell_site.page(address))
        assert overflow(page) == []
        for control in page.locator("header a, header label:visible").all():
            edges = box(control)
            assert edges["x"] >= 0
            assert edges["x"] + edges["width"] <= 320


@pytest.fixture(scope="module")
def swapping_site(serve: Callable[..., Site]) -> Site:
    """The small site in its shell, in which the theme puts one page in the place of another."""
    return serve(shell_project.SWAPPING)


def test_instant_navigation_renews_the_tab_and_the_chapters_row(page: Page, swapping_site: Site) -> None:
    arrive(page, swapping_site.page())
    page.evaluate("window.stillTheSameDocument = true")
    expect(tabs(page).nth(0)).to_have_attribute("aria-current", "page")
    tabs(page).nth(1).click()
    expect(tabs(page).nth(1)).to_have_attribute("aria-current", "page")
    page.get_by_role("article").get_by_role("link", name="2. Words", exact=True).click()
    row = page.get_by_role("navigation", name="This chapter")
    row.get_by_role("link", name="Quiz").click()
    expect(row.get_by_role("link", name="Quiz")).to_have_attribute("aria-current", "page")
    expect(tabs(page).nth(1)).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Progress", exact=True).click()
    expect(page).to_have_url(swapping_site.page("progress"))
    assert page.evaluate("window.stillTheSameDocument") is True


def scheme_is(page: Page, scheme: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.fixture(scope="module")
def own_colours_site(serve: Callable[..., Site]) -> Site:
    """The small site in its shell, with a switch for its colours."""
    schemes = (")", ""), (": light)", "scheme: default, "), (": dark)", "scheme: slate, ")
    choices = "".join(
        f'    - {{media: "(prefers-color-scheme{media}", {scheme}primary: custom, accent: custom, '
        f"toggle: {{icon: material/school, name: To {place}}}}}\n"
        for place, (media, scheme) in enumerate(schemes, 1)
    )
    before, _, rest = shell_project.CONFIG.partition("  palette:\n")
    return serve({**shell_project.FILES, "mkdocs.yml": f"{before}  palette:\n{choices}{rest[rest.index('extra_css') :]}"})


def test_the_colours_follow_the_device_until_the_reader_chooses(open_page: OpenPage, own_colours_site: Site) -> None:
    page = open_page(color_scheme="dark")
    page.goto(own_colours_site.page("words"))
    scheme_is(page, DARK)
    page.emulate_media(color_scheme="light")
    scheme_is(page, LIGHT)
    page.reload()
    scheme_is(page, LIGHT)
    for _ in range(2):  # the choices on the way to dark
        page.locator("[data-md-component=palette] label:visible").click()
    scheme_is(page, DARK)
    page.reload()
    scheme_is(page, DARK)


def test_the_text_of_a_dark_page_is_light(open_page: OpenPage, shell_site: Site) -> None:
    """The sheet that is cut to what pages use has kept the colours of both schemes."""
    for scheme, is_light in (("dark", True), ("light", False)):
        page = open_page(color_scheme=scheme)
        page.goto(shell_site.page("words"))
        colour = page.locator("article p").last.evaluate("(text) => getComputedStyle(text).color")
        red = float(re.findall(r"[\d.]+", colour)[0])
        assert (red > 160) is is_light


def test_a_dark_device_sees_no_light_page_before_the_themes_script_has_come(open_page: OpenPage, own_colours_site: Site) -> None:
    page = open_page(color_scheme="dark")
    page.route("**/bundle*.js", lambda route: None)  # it does not come
    page.goto(own_colours_site.page("words"), wait_until="domcontentloaded")
    scheme_is(page, DARK)


def test_without_javascript_every_way_is_open_and_nothing_that_needs_it_is_shown(open_page: OpenPage, shell_site: Site) -> None:
    page = open_page(java_script_enabled=False, viewport=PHONE)
    page.goto(shell_site.page())
    tabs(page).nth(1).click()
    page.get_by_role("article").get_by_role("link", name="Quiz: 2. Words").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiz: Two kinds")
    page.get_by_role("navigation", name="This chapter").get_by_role("link", name="Read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Words")
    expect(page.get_by_title("Search", exact=True)).to_be_hidden()


def test_the_shell_works_from_a_folder(open_page: OpenPage, build_site: Build) -> None:
    built = build_site(shell_project.FILES, offline=True)
    folder = Site(built, f"{built.as_uri()}/", flat=True)
    page = open_page(only_files=True)
    page.goto(folder.page())
    tabs(page).nth(1).click()
    page.get_by_role("article").get_by_role("link", name="Quiz: 2. Words").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiz: Two kinds")
    page.get_by_role("navigation", name="Footer").get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chapter quizzes")


def test_an_address_that_is_not_there_opens_the_search(page: Page, shell_site: Site) -> None:
    page.goto(f"{shell_site.url}404.html")
    page.get_by_text("Search the notes").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_shell(open_page: OpenPage, shell_site: Site, scheme: str, forced: str) -> None:
    page = open_page(color_scheme=scheme, forced_colors=forced, viewport=PHONE)
    found: list[str] = []
    for address in ("learn", "words", "quizzes"):
        page.goto(shell_site.page(address))
        found += violations(page)
    page.goto(f"{shell_site.url}404.html")
    assert [*found, *violations(page)] == []


EDGE = 3.0  # contrast of what tells a control from what is around it, WCAG 2.2, success criterion 1.4.11
CONTRAST = """([edge, ground]) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const light = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
        const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [darker, lighter] = [light(edge), light(ground)].toSorted((one, other) => one - other);
    return (lighter + 0.05) / (darker + 0.05);
}"""
EDGES = {
    "learn": (".site-card", ".site-card[data-topic]", ".site-step"),
    "words": (".site-rail", ".md-search__form"),
    "quiz/five-kinds": ("quiz-question", ".quiz-choice"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_controls_and_cards_stand_out(open_page: OpenPage, shell_site: Site, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    faint: list[str] = []
    for address, selectors in EDGES.items():
        page.goto(shell_site.page(address))
        scheme_is(page, DARK if scheme == "dark" else LIGHT)
        ground = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
        for selector in selectors:
            for side in ("borderBottomColor", "borderInlineStartColor"):
                edge = page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{side}")
                style = page.locator(selector).first.evaluate(
                    f"element => getComputedStyle(element).{side.replace('Color', 'Style')}"
                )
                if style != "none" and page.evaluate(CONTRAST, [edge, ground]) < EDGE:
                    faint.append(f"{selector}: {side} {edge} on {ground}")
    assert faint == []


def test_topics_differ_by_more_than_colour(page: Page, shell_site: Site) -> None:
    page.goto(shell_site.page("learn"))
    styles = {
        name: page.locator(f".site-card:has(a:text-is('{name}'))").evaluate(
            "element => getComputedStyle(element).borderInlineStartStyle"
        )
        for name in ("1. Outsourcing", "2. Words")
    }
    assert styles == {"1. Outsourcing": "solid", "2. Words": "dashed"}
    page.goto(shell_site.page("words"))
    expect(page.locator(".site-place")).to_have_text(re.compile("Letters"))


def test_paper_shows_the_text_alone(page: Page, shell_site: Site) -> None:
    page.goto(shell_site.page("words"))
    page.emulate_media(media="print")
    for part in ("header", "footer", ".site-rail", ".site-tabs", ".site-place"):
        expect(page.locator(part).first).to_be_hidden()


def _marks(page: Page, place: str) -> dict[str, str]:
    """Return the words of the marks in a list of chapters, by the names of the chapters."""
    links = page.locator(f"{place} a:has([data-mark])")
    names = links.evaluate_all(
        "links => links.map(link => [link.firstChild.data.trim(), link.querySelector('.site-heard').textContent])"
    )
    return dict(names)


def test_a_chapter_that_is_done_is_marked_in_every_list(open_page: OpenPage, shell_site: Site) -> None:
    page = open_page(viewport={"width": 1440, "height": 800})
    page.goto(shell_site.page("learn"))
    assert page.locator("script[src*='/marks-']").count() == 0  # nothing is kept
    page.goto(shell_site.page("words"))
    page.wait_for_load_state()
    page.locator(".notes-end").scroll_into_view_if_needed()
    page.mouse.wheel(0, 5000)
    until(page, "localStorage.getItem('small-site:read:words.md')")
    page.goto(shell_site.page("learn"))
    expect(page.locator(".site-cards [data-mark]")).to_have_count(1)
    assert _marks(page, ".site-cards") == {"2. Words": "read"}
    expect(page.get_by_role("article").get_by_role("link", name="2. Words read", exact=True)).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="2. Words read", exact=True).click()  # swapped in by the theme
    expect(page.locator(".site-nav [data-mark]")).to_have_count(1)
    assert _marks(page, ".site-nav") == {"2. Words": "read"}
    for name in ("middle-letter", "last-letter"):
        answer = '{"v":3,"picked":["a"],"points":[],"typed":{},"checked":true}'
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"small-site:answer:{name}", answer])
    page.evaluate("localStorage.setItem('small-site:place:words.md', JSON.stringify({v: 3, section: 'letters', at: 1}))")
    page.goto(shell_site.page("learn"))
    expect(page.locator(".site-cards [data-mark=quiz]")).to_have_count(1)
    assert _marks(page, ".site-cards") == {"2. Words": "quiz finished"}
    page.evaluate("localStorage.removeItem('small-site:answer:last-letter')")
    page.reload()
    expect(page.locator(".site-cards [data-mark=read]")).to_have_count(1)  # although its reader has scrolled up
    assert violations(page) + overflow(page) == []
