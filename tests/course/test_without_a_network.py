"""The site of this course without a network: from a folder, unpacked from the zip, and on the web after one visit."""

import json
import re
import struct
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from course import library
from places import ROOT
from quizbank.offline.edition import write_zip
from quizbank.offline.worker import kept_files
from sites import Server, Site
from until import until
from watch import OpenPage

pytestmark = pytest.mark.searches  # what is kept is the whole site

WHEN = datetime(2025, 3, 4, 5, 6, 8, tzinfo=UTC)
# The first bank that begins with a question to choose from; its chapter; a word of that chapter's that search can find.
NAME = next(name for name, bank in library().banks.items() if bank.questions[0].kind in ("single-choice", "true-false"))
BANK = library().banks[NAME]
CHAPTER = BANK.chapter.removesuffix(".md")
TITLE = next(iter(library().chapters[BANK.chapter].headings.values())).title
WORD = max(re.findall(r"[a-z]{5,}", TITLE.lower()), key=len)
IS_KEPT = "navigator.serviceWorker.controller?.state === 'activated'"
READ_ALL = "(addresses) => Promise.all(addresses.map((address) => fetch(address).then((answer) => answer.status)))"


def answer_first(page: Page) -> Locator:
    """Answer the first question on the page with its first option. Returns the question."""
    question = page.locator("quiz-question").first
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check", exact=True).click()
    expect(question.locator(".quiz-verdict")).to_have_text(re.compile(r"(Correct|Incorrect)\. [0-9.]+ of \d+ marks?\.$"))
    return question


def search(page: Page) -> None:
    """Look for the word, and open the first page that has it."""
    page.get_by_role("textbox", name="Search").press_sequentially(WORD)
    results = page.locator(".md-search-result__link")
    expect(results.filter(has_text=re.compile(WORD, re.IGNORECASE))).not_to_have_count(0)
    results.first.click()
    expect(page).to_have_url(re.compile(r"\?h="))
    expect(page.get_by_role("article")).to_contain_text(re.compile(WORD, re.IGNORECASE))


def test_the_unpacked_edition_is_read_searched_and_answered_without_a_network(
    open_page: OpenPage, offline_site: Site, tmp_path: Path
) -> None:
    write_zip(offline_site.folder, tmp_path / "edition.zip", WHEN)
    with zipfile.ZipFile(tmp_path / "edition.zip") as packed:
        packed.extractall(tmp_path / "a learner's folder")  # its address needs escapes
    folder = (tmp_path / "a learner's folder").as_uri()
    page = open_page(only_files=True, offline=True, service_workers="allow")
    page.goto(f"{folder}/index.html")
    page.locator(f"article a[href='{CHAPTER}.html']").first.click()
    expect(page).to_have_url(f"{folder}/{CHAPTER}.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.get_by_role("navigation", name="This chapter").get_by_role("link", name="Quiz").click()
    expect(page).to_have_url(f"{folder}/quiz/{NAME}.html")
    page.get_by_role("button", name="View all questions").click()
    question = answer_first(page)
    verdict = question.locator(".quiz-verdict").inner_text()
    page.reload()
    page.get_by_role("button", name="View all questions").click()
    expect(question.locator(".quiz-verdict")).to_have_text(verdict)
    expect(question.get_by_role("radio").first).to_be_checked()
    expect(page.locator(".quiz-notice:not([hidden])")).to_have_count(0)
    search(page)
    page.go_back()
    page.get_by_role("button", name="View all questions").click()
    link = question.get_by_role("link", name="Review")
    title = link.inner_text().removeprefix("Review: ")
    link.click()
    heading = page.get_by_role("article").get_by_role("heading", name=title, exact=True)
    expect(heading).to_be_in_viewport()
    expect(page).to_have_url(f"{folder}/{CHAPTER}.html#{heading.get_attribute('id')}")
    page.get_by_role("navigation", name="Footer").get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(TITLE)


def test_search_works_from_the_start_page_of_the_folder(open_page: OpenPage, offline_site: Site) -> None:
    page = open_page(only_files=True)
    page.goto(offline_site.page())
    search(page)


def test_a_question_in_the_notes_works_in_the_folder(open_page: OpenPage, offline_site: Site) -> None:
    page = open_page(only_files=True)
    page.goto(offline_site.page(CHAPTER))
    question = page.locator("quiz-question").filter(has=page.get_by_role("radio")).first
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check", exact=True).click()
    expect(question.locator(".quiz-verdict")).to_be_visible()


def test_after_one_visit_to_one_chapter_the_real_site_goes_on_without_its_server(
    open_page: OpenPage, online_site: Site, new_server: Callable[[], Server]
) -> None:
    page = open_page(service_workers="allow")
    server = new_server()
    server.folder = online_site.folder
    site = Site(server.folder, server.url)
    page.goto(site.page(CHAPTER))
    until(page, IS_KEPT)
    server.stop()
    page.context.set_offline(True)
    pages = [name.removesuffix("index.html") for name in site.pages() if name != "404.html"]
    assert page.evaluate(READ_ALL, [site.url + name for name in pages]) == [200] * len(pages)
    page.goto(site.quiz(NAME))
    question = answer_first(page)
    page.reload()
    expect(question.locator(".quiz-verdict")).to_be_visible()
    search(page)


def test_the_worker_keeps_what_readers_need_and_no_more(online_site: Site) -> None:
    kept = kept_files(online_site.folder)
    pages = {name for name in online_site.pages() if name != "404.html"}
    assert pages <= set(kept)
    assert kept[0] == "index.html"
    assert len(kept) == len(set(kept))
    others = set(kept) - pages
    assert {"search/search_index.json", "sitemap.xml", "manifest.webmanifest"} <= others
    assert [name for name in others if re.fullmatch(r"assets/stylesheets/site-\w{10}\.css", name)]
    assert not [name for name in others if name.endswith((".svg", ".map", ".gz", ".pdf")) or "/lunr/" in name]


def test_the_manifest_names_icons_of_their_real_size_and_the_colour_of_the_style(online_site: Site) -> None:
    manifest = json.loads((online_site.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    theme = (ROOT / "overrides/styles/1-colours.css").read_text(encoding="utf-8")
    assert re.search(r"--md-primary-fg-color: (#\w+)", theme)[1] == manifest["theme_color"]  # type: ignore[index]
    assert manifest["start_url"] == manifest["scope"] == "./"
    for icon in manifest["icons"]:
        header = (online_site.folder / icon["src"]).read_bytes()[:24]
        assert "{}x{}".format(*struct.unpack(">II", header[16:])) == icon["sizes"]
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}
    assert "maskable" in {icon.get("purpose") for icon in manifest["icons"]}
    for name in ("index.html", f"quiz/{NAME}/index.html"):
        head = (online_site.folder / name).read_text(encoding="utf-8").partition("</head>")[0]
        root = "../" * name.count("/")
        assert f'<link rel="manifest" href="{root}manifest.webmanifest">' in head
        assert f'<link rel="apple-touch-icon" href="{root}assets/icons/icon-180.png">' in head
        assert f'content="{manifest["theme_color"]}"' in head


def test_a_phone_can_install_the_site(open_page: OpenPage, online_site: Site) -> None:
    page = open_page(service_workers="allow")
    page.goto(online_site.page())
    until(page, "navigator.serviceWorker.controller")
    tools = page.context.new_cdp_session(page)
    assert tools.send("Page.getAppManifest")["errors"] == []
    told = [error["errorId"] for error in tools.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert [error for error in told if error != "in-incognito"] == []
