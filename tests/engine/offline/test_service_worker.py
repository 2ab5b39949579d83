"""A site that was visited once goes on without its server, and a new version takes its place as a whole or not at all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from py_mini_racer import MiniRacer

import small_project
from learner import Question
from quizbank.offline import worker
from quizbank.offline.worker import kept_files, withdrawing_worker
from quizbank.site.addresses import SERVICE_WORKER as WORKER
from sites import Build, Server, Site
from until import until
from watch import OpenPage

pytestmark = pytest.mark.searches  # what is kept is the whole site

OLD, NEW = "Read about", "Read the newest about"
OLD_FILLER, NEW_FILLER = "may hand work", "gladly hands work"
IS_KEPT = "navigator.serviceWorker.controller?.state === 'activated'"
# Look for a new version and see it here as a whole, waiting.
NEXT_WAITS = """navigator.serviceWorker.ready.then(async (registration) => {
    await registration.update();
    const next = registration.installing ?? registration.waiting;
    while (next.state === "installing") await new Promise((done) => next.addEventListener("statechange", done, { once: true }));
    return next.state;
})"""
CACHES = "caches.keys()"
# How many files are kept.
COUNT = """caches.keys().then(async (names) => {
    const kept = await Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())));
    return kept.flat().length;
})"""
READ_ALL = "(addresses) => Promise.all(addresses.map((address) => fetch(address).then((answer) => answer.status)))"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page of a browser that may keep sites."""
    return open_page(service_workers="allow")


@pytest.fixture
def server(small_site: Site, new_server: Callable[[], Server]) -> Server:
    """A server for the small site that a test may stop, or give another folder."""
    server = new_server()
    server.folder = small_site.folder
    return server


@pytest.fixture(scope="session")
def newer(build_site: Build, small_site: Site) -> Path:
    """The small site built anew, with other words on each page and another style."""
    files = dict(small_project.FILES)
    files["docs/index.md"] = files["docs/index.md"].replace(OLD, NEW)
    files["docs/outsourcing.md"] = files["docs/outsourcing.md"].replace(OLD_FILLER, NEW_FILLER)
    files["docs/assets/theme.css"] += "\n.md-typeset h1 { text-indent: 3px; }\n"
    return build_site(files, SITE_URL=small_site.url)


def _bytes(path: Path) -> bytes | None:
    """Return what a file holds, or None where there is none: a file that is named by its content is another one."""
    return path.read_bytes() if path.is_file() else None


def _visit(page: Page, address: str) -> None:
    page.goto(address)
    until(page, IS_KEPT)


def _cut(page: Page, server: Server) -> None:
    server.shutdown()
    server.server_close()
    page.context.set_offline(True)


def _search(page: Page, word: str) -> None:
    page.get_by_role("textbox", name="Search").press_sequentially(word)
    page.locator(".md-search-result__link").first.click()
    page.keyboard.press("Escape")


def test_after_one_visit_the_small_site_goes_on_without_its_server(page: Page, server: Server) -> None:
    site = Site(server.folder, server.url)
    _visit(page, site.page())
    _cut(page, server)
    page.get_by_role("link", name="last question").click()
    question = Question(page, "first-letter")
    question.answer(typed="Business")
    page.reload()
    expect(question.verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    _search(page, "judgement")
    expect(page.get_by_role("article")).to_contain_text("judgement")
    page.goto(site.page("words") + "?h=letter#letters")  # another page with a query
    expect(page.get_by_role("heading", name="Letters")).to_be_visible()
    page.goto(f"{site.url}quiz/two-kinds?x=1#all")  # a folder's address without its slash
    expect(page).to_have_url(site.page("quiz/two-kinds") + "?x=1#all")
    expect(page.locator("quiz-set[data-view=lobby]")).to_be_visible()


def test_an_address_that_is_not_kept_says_so_and_leads_back(open_page: OpenPage, server: Server) -> None:
    page = open_page(service_workers="allow", browser_may_tell="Failed to load resource")
    _visit(page, server.url)
    absent = page.goto(f"{server.url}no/such/page/")
    assert absent is not None
    assert absent.status == 404
    assert not page.evaluate("caches.match(location.href, { ignoreSearch: true }).then(Boolean)")
    _cut(page, server)
    page.goto(f"{server.url}no/such/page/")
    expect(page.get_by_role("heading", level=1)).to_have_text("You’re offline, and this page isn’t saved yet")
    page.get_by_role("link", name="go to the home page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Small site")


@pytest.mark.parametrize(
    "how", ["its address is typed again", "another address is typed", "it is loaded again", "a link is followed"]
)
def test_the_only_tab_gets_the_new_version_when(page: Page, server: Server, newer: Path, how: str) -> None:
    site = Site(server.folder, server.url)
    _visit(page, site.page())
    server.folder = newer
    assert page.evaluate(NEXT_WAITS) == "installed"
    if how == "it is loaded again":
        page.reload()
    elif how == "a link is followed":  # out of the site's own navigation, which fetches pages by itself
        page.evaluate("location.assign('outsourcing/')")
    else:
        page.goto(site.page("outsourcing") if how.startswith("another") else site.page())
    words = NEW if how in {"its address is typed again", "it is loaded again"} else NEW_FILLER
    expect(page.get_by_role("article")).to_contain_text(words)
    until(page, IS_KEPT)
    assert page.evaluate("caches.keys().then((names) => names.length)") == 1


def test_a_new_version_waits_for_the_next_visit_and_then_is_there_as_a_whole(page: Page, server: Server, newer: Path) -> None:
    site = Site(server.folder, server.url)
    _visit(page, site.page())
    page.evaluate("caches.open('another:/site:1')")
    page.goto(site.quiz("five-kinds"))
    Question(page, "school-bus").answer("Outsourcing")
    server.folder = newer
    assert page.evaluate(NEXT_WAITS) == "installed"

    for _ in range(2):  # while a page is open, pages that are opened beside it and all reloads stay with its version
        beside = page.context.new_page()
        beside.goto(site.page("outsourcing"))
        _expect_version(beside, OLD, OLD_FILLER, "0px")
        beside.reload()
        _expect_version(beside, OLD, OLD_FILLER, "0px")
        page.reload()
        _expect_version(page, OLD, OLD_FILLER, "0px")
        beside.close()

    old_cache, *_ = _own_caches(page)
    page.goto(f"{site.page('outsourcing')}?h=work#what-it-needs")
    expect(page.get_by_role("article")).to_contain_text(NEW_FILLER)
    expect(page).to_have_url(f"{site.page('outsourcing')}?h=work#what-it-needs")
    until(page, IS_KEPT)
    assert old_cache not in _own_caches(page)
    _expect_version(page, NEW, NEW_FILLER, "3px")
    assert len(_own_caches(page)) == 1
    assert "another:/site:1" in page.evaluate(CACHES)
    page.goto(site.quiz("five-kinds"))
    expect(Question(page, "school-bus").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    _cut(page, server)
    page.goto(site.page())
    _expect_version(page, NEW, NEW_FILLER, "3px")


def _expect_version(page: Page, start: str, filler: str, spacing: str) -> None:
    """Say which words and which style the start page and the chapter have, the second reached without a reload."""
    page.goto(page.url.partition("/sub/path/")[0] + "/sub/path/")
    expect(page.get_by_role("article")).to_contain_text(start)
    page.get_by_role("article").get_by_role("link", name="outsourcing").click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Outsourcing")
    expect(page.get_by_role("article")).to_contain_text(filler)
    expect(title).to_have_css("text-indent", spacing)


def _own_caches(page: Page) -> list[str]:
    return [name for name in page.evaluate(CACHES) if name.startswith("small-site:/sub/path/:")]


def test_an_update_fetches_only_what_changed_and_is_there_when_every_page_was_closed(
    page: Page, server: Server, newer: Path
) -> None:
    before = server.folder
    _visit(page, server.url)
    asked: set[str] = set()
    page.context.on("request", lambda request: asked.add(request.url) if request.service_worker else None)
    server.folder = newer
    assert page.evaluate(NEXT_WAITS) == "installed"
    changed = {path for path in [WORKER, *kept_files(newer)] if _bytes(newer / path) != _bytes(before / path)}
    assert asked == {server.url + path.removesuffix("index.html") for path in changed}
    (sheet,) = (newer / "assets/stylesheets").glob("site-*.css")
    assert (
        {"index.html", "outsourcing/index.html", sheet.relative_to(newer).as_posix(), WORKER}
        <= changed
        < set(kept_files(newer)) | {WORKER}
    )
    context = page.context
    page.close()
    next_page = context.new_page()
    next_page.goto(server.url)
    expect(next_page.get_by_role("article")).to_contain_text(NEW)


@pytest.mark.parametrize("fault", ["no worker", "a page that is changed on the way", "a page that is missing"])
def test_where_the_worker_fails_the_site_is_as_without_it(
    open_page: OpenPage, server: Server, small_site: Site, tmp_path: Path, fault: str
) -> None:
    page = open_page(
        service_workers="allow", browser_may_tell="A bad HTTP response code (404) was received when fetching the script"
    )
    server.folder = tmp_path / "site"
    shutil.copytree(small_site.folder, server.folder)
    words = server.folder / "words/index.html"
    if fault == "no worker":
        (server.folder / WORKER).unlink()
    elif fault == "a page that is missing":
        words.unlink()
    else:
        words.write_text(words.read_text(encoding="utf-8") + "<!-- from the host -->", encoding="utf-8")
    page.goto(server.url)
    page.get_by_role("link", name="last question").click()
    Question(page, "first-letter").answer(typed="Business")
    page.reload()
    expect(Question(page, "first-letter").verdict).to_have_text("✓ Correct. 1 of 1 mark.")
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_an_author_who_looked_at_a_build_sees_what_is_served_after_it(
    page: Page, server: Server, newer: Path, tmp_path: Path
) -> None:
    _visit(page, server.url)
    server.folder = tmp_path / "site"
    shutil.copytree(newer, server.folder)
    (server.folder / WORKER).write_text(withdrawing_worker(), encoding="utf-8")
    page.reload()  # at which the browser looks for a new worker
    expect(page.get_by_role("article")).to_contain_text(NEW)


def test_a_learner_who_emptied_the_cache_is_served_by_the_network_and_kept_again(page: Page, server: Server) -> None:
    _visit(page, server.url)
    files = page.evaluate(COUNT)
    assert files > 20
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    page.goto(f"{server.url}words/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Words")
    page.evaluate(f"async (files) => {{ while ((await {COUNT}) < files) await new Promise(requestAnimationFrame); }}", files)
    _cut(page, server)
    page.goto(server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Small site")


# A page that is ready, and a registration whose new version is on its way before the page can listen for it.
ON_ITS_WAY = """
const listeners = {};
const installing = { addEventListener: (name, listen) => (listeners[name] = listen) };
const registration = { installing };
const [heard, serviceWorker] = [[], { register: () => ({ then: (watch) => (watch(registration), { catch() {} }) }) }];
const navigator = { serviceWorker };
const document = { currentScript: { src: "" }, readyState: "complete" };
const addEventListener = (name) => heard.push(name);
class URL {}
"""


def test_a_version_that_is_on_its_way_when_the_page_opens_is_watched() -> None:
    engine = MiniRacer()
    engine.eval(ON_ITS_WAY + (Path(worker.__file__).parent / "register.js").read_text(encoding="utf-8"))
    engine.eval("registration.waiting = installing; listeners.statechange?.();")
    assert engine.eval("heard.join()") == "beforeunload"
