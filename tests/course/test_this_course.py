"""What this course has promised its readers, in numbers. A new course has other promises, or none."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from course import library
from places import ROOT
from printed import printed
from quizbank.checks.facts import check_facts
from quizbank.notes.glossary import entries_of
from quizbank.notes.pages.parsing import parse
from sites import Site


def test_the_notes_have_the_figures_they_were_promised() -> None:
    assert len(library().figures) >= 15


def test_the_glossary_holds_more_than_a_hundred_terms() -> None:
    assert len(library().terms) > 100


def test_the_glossary_stands_in_the_order_of_the_alphabet_below_letters_that_its_first_lines_lead_to() -> None:
    text = (ROOT / "docs" / library().course.pages.glossary).read_text(encoding="utf-8")
    first_lines, *sections = re.split(r"^## (?=[A-Z] )", text, flags=re.MULTILINE)
    names = [[entry.name.replace("-", " ").casefold() for entry in entries_of(parse(section))] for section in sections]
    assert names == [sorted(section) for section in names]
    assert [{name[0].upper() for name in section} for section in names] == [{section[0]} for section in sections]
    assert re.findall(r"\[([A-Z])\]\(#letter-[a-z]\)", first_lines) == sorted(section[0] for section in sections)


def test_every_bank_asks_at_least_fifteen_questions() -> None:
    assert [name for name, bank in library().banks.items() if len(bank.questions) < 15] == []


def test_the_notes_teach_the_facts_of_the_syllabuses() -> None:
    covered, facts = map(int, re.findall(r"\d+", check_facts(ROOT, library().chapters)[1]))
    assert covered == facts >= 222


def test_the_page_of_mock_papers_prints_a_key_to_each_on_pages_of_their_own(
    page: Page, online_site: Site, tmp_path: Path
) -> None:
    page.goto(online_site.page("mock-papers"))
    assert len([words for words in printed(page, tmp_path) if words.startswith("Key to paper ")]) == 3


def test_the_home_page_says_of_the_level_test_what_its_own_page_says_to_a_newcomer(page: Page, online_site: Site) -> None:
    page.goto(online_site.page(""))
    promised = page.locator(".home-level").inner_text()
    page.goto(online_site.page("level"))
    begin = page.locator("[data-at=begin]")
    expect(begin).to_be_visible()
    assert re.findall(r"\d+", begin.inner_text()) == re.findall(r"\d+", promised)


def test_only_the_link_to_the_e_book_promises_one() -> None:
    page = (ROOT / "docs/offline/index.md").read_text(encoding="utf-8")
    assert "<!--book-->" in page
    assert not re.search("e-book|EPUB", page)
