"""Pictures as a learner sees them: they come on every page that asks the question, keep their place, and fit a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import small_project
from audit import overflow, violations
from images import png
from learner import choose_all_chapters
from sites import Build, Site
from until import until
from watch import OpenPage

STEM = "    stem: A school pays a bus company for a year. What is this?\n"
PICTURE = f"{STEM}    picture: {{file: bus.png, alt: A red bus, width: 600}}\n"
FILES: dict[str, str | bytes] = {
    **small_project.FILES,
    "quizzes/five-kinds.yml": small_project.FIVE_KINDS.replace(STEM, PICTURE),
    "quizzes/pictures/bus.png": png(900, 450),
    "docs/assets/dot.png": png(40, 40),
    "docs/outsourcing.md": small_project.OUTSOURCING + "\n![A red dot](assets/dot.png)\n",
}
LOADED = "image => image.complete && image.naturalWidth > 0"


@pytest.fixture(scope="module")
def with_pictures(serve: Callable[..., Site]) -> Site:
    return serve(FILES)


def expect_picture(page: Page, alt: str, width: int) -> None:
    """Scroll to a picture and wait until it is there, as wide as it should be."""
    image = page.get_by_role("img", name=alt).first
    image.scroll_into_view_if_needed()
    until(page, f"alt => ({LOADED})(document.querySelector(`img[alt='${{alt}}']`))", alt)
    box = image.bounding_box()
    assert box is not None
    assert round(box["width"]) == width
    assert overflow(page) == []


def test_a_picture_comes_in_the_quiz_in_the_chapter_and_in_practice(open_page: OpenPage, with_pictures: Site) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(with_pictures.quiz("five-kinds"))
    expect_picture(page, "A red bus", 600)
    assert violations(page) == []
    page.goto(with_pictures.page("outsourcing"))
    expect_picture(page, "A red dot", 40)
    expect_picture(page, "A red bus", 600)
    choose_all_chapters(page)
    page.goto(with_pictures.page("today"))
    page.get_by_role("button", name="Start (").click()
    question = page.locator("quiz-today quiz-question").first
    expect(question).to_be_attached()  # the words of a question come a moment after the question before it has gone
    while page.locator("quiz-today img").count() == 0:
        before = question.get_attribute("id")
        page.get_by_role("button", name="I don't know").first.click()
        page.get_by_role("button", name="Next").click()
        expect(page.locator(f"quiz-today #{before}")).to_have_count(0)
        expect(question).to_be_attached()
    expect_picture(page, "A red bus", 600)


def test_a_picture_fits_a_phone_and_the_edition_in_a_folder_has_it(open_page: OpenPage, build_site: Build) -> None:
    folder = build_site(FILES, offline=True)
    page = open_page(only_files=True, viewport={"width": 360, "height": 700}, color_scheme="dark")
    page.goto(f"{folder.as_uri()}/quiz/five-kinds.html#all")
    image = page.get_by_role("img", name="A red bus")
    image.scroll_into_view_if_needed()
    until(page, f"({LOADED})(document.querySelector('fieldset img'))")
    box = image.bounding_box()
    assert box is not None
    assert box["width"] < 360
    assert abs(box["width"] / box["height"] - 2) < 0.05
    assert overflow(page) == []
