"""axe finds nothing on a quiz with every verdict that there is, light or dark."""

import pytest
from playwright.sync_api import Page, expect

from audit import violations
from sites import Site
from watch import OpenPage


@pytest.fixture(params=["light", "dark"])
def coloured_page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    """An empty page for a reader who prefers light, or dark."""
    return open_page(color_scheme=request.param)


def test_axe_finds_nothing_on_the_small_quiz_with_every_kind_and_verdict(coloured_page: Page, small_site: Site) -> None:
    coloured_page.goto(small_site.quiz("five-kinds"))
    coloured_page.get_by_role("button", name="Check", exact=True).first.click()
    coloured_page.get_by_label("Your answer").fill("commerce")
    coloured_page.locator("#q-back-office-tasks").get_by_label("Payroll").check()
    for name in ("back-office-tasks", "first-letter"):
        coloured_page.locator(f"#q-{name}").get_by_role("button", name="Check").click()
    for kind in ("is-partly", "is-near"):
        expect(coloured_page.locator(f".quiz-verdict.{kind}")).to_be_visible()
    found = violations(coloured_page)
    coloured_page.locator("#q-school-bus").get_by_role("button", name="I don’t know").click()
    expect(coloured_page.locator(".quiz-verdict.is-unknown")).to_be_visible()
    found += violations(coloured_page)
    assert not found, "\n".join(found)
