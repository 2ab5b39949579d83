"""A mock exam of this course: the same code is the same paper, and another code another."""

import json

from playwright.sync_api import Page, expect

from course import library
from mock_site import Mock
from sites import Site

PAPER = next(iter(library().mock_papers().values()))
FIRST = f"Question 1 of {sum(section.number for section in PAPER.sections)}, Section {PAPER.sections[0].id}"


def test_the_same_code_is_the_same_paper_and_another_code_another(page: Page, online_site: Site) -> None:
    papers = []
    mock = Mock(page)
    page.goto(online_site.page("mock-exams"))
    page.get_by_role("link", name=PAPER.title, exact=True).click()
    for code in ("1", "7b"):
        expect(page.get_by_role("heading", name=f"Paper {code}")).to_be_visible()
        mock.button("Start").click()
        expect(mock.heading).to_have_text(FIRST)
        papers.append(mock.asked())
        page.goto(online_site.page(f"mock/{PAPER.name}") + f"#seed={code}")
        page.reload()
        expect(mock.button("Resume")).to_be_visible()
        page.get_by_label("Paper code").fill("7B")
        page.get_by_label("Paper code").press("Enter")
    pieces = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes(':sitting:')).map(([, text]) => text)")
    drawn = {json.loads(text)["seed"]: json.loads(text)["ids"] for text in pieces}
    assert set(drawn) == {"1", "7b"}
    assert len(set(drawn["1"][0])) == PAPER.sections[0].number
    assert drawn["1"] != drawn["7b"]
    expect(page.get_by_role("link", name="Paper 1", exact=True)).to_be_visible()
    mock.button("Resume").click()
    expect(mock.heading).to_have_text(FIRST)
    mock.hand_in()
    expect(mock.score).to_contain_text(f"0 of {PAPER.full_marks} marks")
    page.get_by_role("link", name="New paper").click()
    expect(mock.button("Start")).to_be_visible()
    assert page.url.partition("#seed=")[2] not in ("", "1", "7b")
    page.go_back()
    expect(mock.button("View result")).to_be_visible()
    mock.button("Retake").click()
    page.get_by_role("dialog", name="Retake this test?").get_by_role("button", name="Retake").click()
    mock.button("Start").click()
    assert mock.asked() == papers[1]
