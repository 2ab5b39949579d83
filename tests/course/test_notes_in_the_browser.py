"""Figures and glossary words as a reader meets them: seen, heard, by keyboard, in the dark and on paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from course import library
from quizbank.notes.glossary import Term
from sites import Site
from watch import OpenPage

TOPIC_SHAPE = re.compile(r'class="f-(bpo|kpo)"')
CHAPTERS = {path.removesuffix(".md"): chapter for path, chapter in library().chapters.items()}
WITH_QUESTIONS = {bank.chapter.removesuffix(".md") for bank in library().banks.values()}
CHAPTER = max(sorted(WITH_QUESTIONS), key=lambda name: len(CHAPTERS[name].figures))
# A chapter whose figures show shapes of both topics.
WITH_BOTH = next(
    name
    for name in sorted(WITH_QUESTIONS)
    if set(TOPIC_SHAPE.findall("".join(library().figures[shown.name].text for shown in CHAPTERS[name].figures))) == {"bpo", "kpo"}
)
WITHOUT_FIGURES = min(CHAPTERS, key=lambda name: len(CHAPTERS[name].figures))
WITHOUT_TERMS = [path.removesuffix(".md") for path in (*library().course.pages.without_terms, library().course.pages.glossary)]
FIGURE_STYLE = re.compile(r"/assets/quiz/figures-[0-9a-f]+\.css$")
TERM_LINK = re.compile(r'<a class="term"')
HAS_FOCUS = "element => element === document.activeElement"
FILL = "element => getComputedStyle(element).fill"
SHAPES = (".f-box", ".f-soft", ".f-bpo", ".f-kpo")
READABLE = 4.5  # contrast of text, WCAG 2.2, success criterion 1.4.3


@pytest.fixture
def chapter(page: Page, online_site: Site) -> Page:
    """A chapter with several figures, in light colours."""
    page.goto(online_site.page(CHAPTER))
    return page


def tab_from(place: str, target: Locator) -> None:
    """Go to a place in the page by its id, and press Tab until the target has the focus."""
    target.page.goto(f"{target.page.url.partition('#')[0]}#{place}")
    for _ in range(30):
        target.page.keyboard.press("Tab")
        if target.evaluate(HAS_FOCUS):
            return
    raise AssertionError(f"Tab does not reach {target} from #{place}")


def test_every_figure_of_a_chapter_is_seen_and_has_a_name(chapter: Page) -> None:
    figures = chapter.locator(".site-figure")
    expect(figures).to_have_count(len(CHAPTERS[CHAPTER].figures))
    for figure in figures.all():
        drawing = figure.get_by_role("img")
        expect(drawing).to_be_visible()
        title, told = (drawing.locator(part).text_content() or "" for part in ("title", "desc"))
        assert title
        assert told
        expect(drawing).to_have_accessible_name(f"{title} {told}")
        expect(figure.locator("figcaption")).to_have_text(re.compile(r"\w"))
        expect(figure.locator("style")).to_have_count(0)


def test_the_words_of_a_figure_unfold_by_keyboard(chapter: Page) -> None:
    figure = chapter.locator(".site-figure").first
    words = figure.locator("details > p").first
    summary = figure.locator("summary")
    expect(words).to_be_hidden()
    tab_from(str(figure.get_attribute("id")), summary)
    chapter.keyboard.press("Enter")
    expect(words).to_be_visible()
    chapter.keyboard.press("Space")
    expect(words).to_be_hidden()
    expect(summary).to_be_focused()


def luminance(colour: str) -> float:
    """Return the relative luminance of `rgb(…)`, as WCAG 2.2 defines it."""
    channels = [int(number) / 255 for number in re.findall(r"\d+", colour)]
    assert len(channels) == 3, f"expected a colour without transparency, got {colour}"
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def fills(page: Page) -> dict[str, str]:
    """Return the colour of a figure's text and of the shapes behind it."""
    return {shape: page.locator(f".site-figure {shape}").first.evaluate(FILL) for shape in (".f-text", *SHAPES)}


def looks(page: Page) -> dict[str, dict[str, str]]:
    """Return the colours of a figure on the screen and on paper, for a reader in the light and one in the dark."""
    found = {"light": fills(page)}
    page.emulate_media(media="print")
    found["light, printed"] = fills(page)
    page.emulate_media(media="screen")
    for _ in ("light", "dark"):
        page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    found["dark"] = fills(page)
    page.emulate_media(media="print")
    found["dark, printed"] = fills(page)
    return found


def test_a_figure_has_colours_for_light_and_dark_and_its_text_stands_out_on_screen_and_paper(
    page: Page, online_site: Site
) -> None:
    page.goto(online_site.page(WITH_BOTH))
    found = looks(page)
    assert [part for part in found["light"] if found["light"][part] == found["dark"][part]] == []
    assert found["dark, printed"] == found["light, printed"]
    faint = [
        f"{look}: text on {shape}"
        for look, colours in found.items()
        for shape in SHAPES
        if contrast(colours[".f-text"], colours[shape]) < READABLE
    ]
    assert faint == []


def test_on_paper_the_figure_stays_and_the_navigation_goes(chapter: Page) -> None:
    navigation = chapter.get_by_role("navigation")
    expect(navigation).not_to_have_count(0)
    chapter.emulate_media(media="print")
    expect(navigation).to_have_count(0)
    for part in ("header.md-header", ".md-sidebar", "footer"):
        expect(chapter.locator(part).first).to_be_hidden()
    for drawing in chapter.locator(".site-figure svg").all():
        expect(drawing).to_be_visible()
    expect(chapter.locator(".site-figure figcaption").first).to_be_visible()


def test_only_a_page_with_figures_asks_for_their_style(page: Page, online_site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(online_site.page(WITHOUT_FIGURES))
    assert [url for url in asked if FIGURE_STYLE.search(url)] == []
    page.goto(online_site.page(CHAPTER))
    assert len([url for url in asked if FIGURE_STYLE.search(url)]) == 1


def test_every_page_loads_the_style_of_figures_if_it_has_some_and_carries_no_style_of_its_own(online_site: Site) -> None:
    with_figures = 0
    for name in online_site.pages():
        text = (online_site.folder / name).read_text(encoding="utf-8")
        drawings = re.findall(r'<svg[^>]*aria-labelledby="fig-.*?</svg>', text, re.DOTALL)
        assert text.count("assets/quiz/figures-") == bool(drawings), name
        assert not any("<style" in drawing for drawing in drawings), name
        with_figures += bool(drawings)
    assert with_figures == sum(bool(chapter.figures) for chapter in CHAPTERS.values())


def meanings() -> dict[str, Term]:
    """Return the glossary's entries by their ids."""
    return {term.anchor: term for term in library().terms}


def first_term(page: Page) -> tuple[Locator, str, Term]:
    """Return the first linked word in the text, the id of the heading above it, and the word's entry."""
    word = page.locator("article > p > a.term").first
    heading = word.locator("xpath=preceding::*[self::h1 or self::h2 or self::h3][@id][1]")
    return word, str(heading.get_attribute("id")), meanings()[str(word.get_attribute("href")).partition("#")[2]]


def test_a_glossary_word_opens_its_meaning_by_keyboard_and_the_way_to_its_entry(chapter: Page, online_site: Site) -> None:
    word, heading, term = first_term(chapter)
    tab_from(heading, word)
    chapter.keyboard.press("Enter")
    card = chapter.get_by_role("dialog", name=term.name)
    expect(card).to_contain_text(term.meaning)
    expect(card.get_by_role("button", name="Close")).to_be_focused()
    chapter.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(word).to_be_focused()
    chapter.keyboard.press("Enter")
    card.get_by_role("link", name="In the glossary").click()
    expect(chapter).to_have_url(f"{online_site.page('glossary')}#{term.anchor}")
    expect(card).to_have_count(0)
    entry = chapter.locator(f"dt#{term.anchor}")
    expect(entry).to_have_text(term.name)
    expect(entry).to_be_in_viewport()
    own = entry.locator(f"xpath=following-sibling::dd[preceding-sibling::dt[1]/@id='{term.anchor}']")
    expect(own.filter(has_text=term.meaning)).to_have_count(1)
    expect(own.filter(has_text=", ".join(term.equivalents[0].words))).to_have_attribute("lang", "hi")


def test_without_javascript_a_glossary_word_leads_to_its_entry(open_page: OpenPage, online_site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(online_site.page(CHAPTER))
    word, _, term = first_term(page)
    word.click()
    expect(page.locator(f"dt#{term.anchor}")).to_be_in_viewport()


def test_each_term_is_linked_once_on_a_page_and_never_in_a_heading_or_question(chapter: Page) -> None:
    words = chapter.locator("a.term")
    places = words.evaluate_all("links => links.map((link) => link.href)")
    assert len(places) > 1
    assert len(places) == len(set(places))
    closed = "h1, h2, h3, h4, summary, code, quiz-question, svg, .notes-practise, nav"
    expect(chapter.locator("quiz-question")).not_to_have_count(0)
    expect(chapter.locator(f":is({closed}) a.term")).to_have_count(0)


def test_pages_that_ask_for_terms_and_the_glossary_itself_link_none(online_site: Site) -> None:
    linked = {name for name in online_site.pages() if TERM_LINK.search((online_site.folder / name).read_text(encoding="utf-8"))}
    assert f"{CHAPTER}/index.html" in linked
    assert linked >= {f"{name}/index.html" for name in WITH_QUESTIONS}
    asking = {f"{name}/index.html" for name in WITHOUT_TERMS}
    asking |= {name for name in online_site.pages() if name.startswith("quiz/")}
    assert asking <= set(online_site.pages())
    assert linked & asking == set()
