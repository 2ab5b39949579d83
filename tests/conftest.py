"""What the browser tests share: built sites, a server that puts them under a sub-path, and pages that are watched.

A page's errors, its console's errors and every request that leaves the site fail the test, whatever the test looks at.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import small_project
from browser import ARGUMENTS, find_browser
from sites import WITHOUT_SEARCH, Build, OpenShelf, Server, Shelf, Site
from waits import MILLISECONDS
from watch import OpenPage, Watch

SHELF = pytest.StashKey[Shelf]()
OPEN_SHELF = pytest.StashKey[OpenShelf]()


def pytest_configure(config: pytest.Config) -> None:
    """Open the shelf of sites that all processes of this run share. The process that lasts longest serves them."""
    told = getattr(config, "workerinput", {})
    if "shelf" in told:
        folder, url = told["shelf"]
        config.stash[SHELF] = Shelf(Path(folder), url)
    else:
        config.stash[OPEN_SHELF] = OpenShelf()
        config.stash[SHELF] = config.stash[OPEN_SHELF].shelf


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist where the shelf is."""
    shelf = node.config.stash[SHELF]
    node.workerinput["shelf"] = (str(shelf.folder), shelf.url)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close the shelf if it is this process's own."""
    if OPEN_SHELF in config.stash:
        config.stash[OPEN_SHELF].close()


# What takes long, by the fixture that a test uses for it. `make quick` leaves these out.
SLOW = {"browser": "browser", "pdf": "pdf", "shelf": "site", "with_content": "site", "with_code": "site"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with what it uses that takes long."""
    for item in items:
        for fixture, mark in SLOW.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(mark)


@pytest.fixture(scope="session")
def pdf() -> None:
    """Used by tests that make PDF files."""


@pytest.fixture(scope="session")
def shelf(pytestconfig: pytest.Config) -> Shelf:
    """The sites of this run."""
    return pytestconfig.stash[SHELF]


@pytest.fixture(scope="session")
def build_site(shelf: Shelf) -> Build:
    """A function that builds the course, or a project made of `files`, strictly, and returns the folder of the site.

    It is built once in a run for all who ask for the same, so nobody may change it.
    """

    def build(files: Mapping[str, str | bytes] | None = None, *, offline: bool = False, **env: str) -> Path:
        return shelf.build(files, {"OFFLINE": str(offline).lower(), **env})

    return build


@pytest.fixture(scope="session")
def new_server() -> Iterator[Callable[[], Server]]:
    """A function that starts a server. Its `folder` is to be set before the first request."""
    servers: list[Server] = []

    def start() -> Server:
        servers.append(Server())
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def serve(shelf: Shelf) -> Callable[..., Site]:
    """A function that builds as `build_site` does and serves the result."""

    def built_and_served(files: Mapping[str, str | bytes] | None = None, **env: str) -> Site:
        return shelf.site(files, env)

    return built_and_served


@pytest.fixture(scope="session")
def online_site(serve: Callable[..., Site]) -> Site:
    """The course's site, on the web under a sub-path."""
    return serve()


@pytest.fixture(scope="session")
def offline_site(build_site: Build) -> Site:
    """The course's site, in a folder."""
    folder = build_site(offline=True)
    return Site(folder, f"{folder.as_uri()}/", flat=True)


@pytest.fixture(scope="session")
def small_site(serve: Callable[..., Site]) -> Site:
    """The tests' own small site, on the web under a sub-path."""
    return serve(small_project.FILES)


@pytest.fixture(scope="session")
def swapping_site(serve: Callable[..., Site]) -> Site:
    """The small site where the theme puts one page in the place of another."""
    return serve(small_project.swapping())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of this run."""
    path = find_browser()
    expect.set_options(timeout=MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


WATCHES = pytest.StashKey[list[Watch]]()


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """A function that opens an empty page in a context of its own, with Playwright's `options` for a context.

    `only_files` lets it request nothing but files; `theme_may_fail` forgives errors in scripts that are not ours;
    `browser_may_tell` forgives what the browser writes to its console with this beginning. Only a test that is marked `searches`
    gets what the theme searches in.
    """
    contexts: list[BrowserContext] = []
    watches = request.node.stash.setdefault(WATCHES, [])
    searches = request.node.get_closest_marker("searches") is not None
    unsearched: dict[str, Any] = {} if searches else {"extra_http_headers": {WITHOUT_SEARCH: "yes"}}

    def open_one(*, only_files: bool = False, theme_may_fail: bool = False, browser_may_tell: str = "", **options: Any) -> Page:
        # Without "allow" no page is ever kept: a test that exchanges a site's files sees the new ones.
        contexts.append(browser.new_context(**{"service_workers": "block", **unsearched, **options}))
        contexts[-1].set_default_timeout(MILLISECONDS)
        watches.append(Watch(only_files, theme_may_fail, browser_may_tell))
        watches[-1].over(contexts[-1])
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """An empty page, with JavaScript on."""
    return open_page()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a test that passed by itself when something went wrong in its pages; tell it as well when the test failed."""
    try:
        result = yield
    except Exception as error:
        error.add_note("\n".join(_faults(item)))
        raise
    if _faults(item):
        pytest.fail("\n".join(_faults(item)), pytrace=False)
    return result


def _faults(item: pytest.Item) -> list[str]:
    return [fault for watch in item.stash.get(WATCHES, []) for fault in watch.faults]
