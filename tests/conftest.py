"""What the browser tests share: built sites, a server that puts them under a sub-path, and pages that are watched.

A page's errors, its console's errors and every request that leaves the site fail the test, whatever the test looks at.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import small_project
from browser import ARGUMENTS, find_browser
from places import ROOT
from sites import Build, Server, Site
from waits import MILLISECONDS
from watch import OpenPage, Watch


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A function that builds the project, or one made of `files`, strictly, and returns the folder of the site."""

    def build(files: Mapping[str, str] | None = None, *, offline: bool = False, **env: str) -> Path:
        folder = tmp_path_factory.mktemp("build")
        project = ROOT if files is None else folder / "project"
        for name, text in (files or {}).items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(text, encoding="utf-8")
        site = folder / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
        run = subprocess.run(command, cwd=project, env=_environment(offline, env), capture_output=True, text=True, check=False)
        assert run.returncode == 0, f"mkdocs build --strict failed:\n{run.stdout}{run.stderr}"
        return site

    return build


def _environment(offline: bool, extra: Mapping[str, str]) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if name not in {"SITE_URL", "OFFLINE"}}
    return {**ours, "NO_MKDOCS_2_WARNING": "1", "OFFLINE": str(offline).lower(), **extra}


@pytest.fixture(scope="session")
def new_server() -> Iterator[Callable[[], Server]]:
    """A function that starts a server. Its `folder` is to be set before the first request."""
    servers: list[Server] = []

    def start() -> Server:
        servers.append(Server())
        threading.Thread(target=partial(servers[-1].serve_forever, poll_interval=0.05), daemon=True).start()
        return servers[-1]

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def serve(build_site: Build, new_server: Callable[[], Server]) -> Callable[..., Site]:
    """A function that builds as `build_site` does and serves the result."""

    def built_and_served(files: Mapping[str, str] | None = None, **env: str) -> Site:
        server = new_server()
        server.folder = build_site(files, offline=False, SITE_URL=server.url, **env)
        return Site(server.folder, server.url, flat=env.get("DIRECTORY_URLS") == "false")

    return built_and_served


@pytest.fixture(scope="session")
def online_site(serve: Callable[..., Site]) -> Site:
    """The real site, on the web under a sub-path."""
    return serve()


@pytest.fixture(scope="session")
def offline_site(build_site: Build) -> Site:
    """The real site, in a folder."""
    folder = build_site(offline=True)
    return Site(folder, f"{folder.as_uri()}/", flat=True)


@pytest.fixture(scope="session")
def small_site(serve: Callable[..., Site]) -> Site:
    """The tests' own small site, on the web under a sub-path."""
    return serve(small_project.FILES)


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
    `browser_may_tell` forgives what the browser writes to its console with this beginning.
    """
    contexts: list[BrowserContext] = []
    watches = request.node.stash.setdefault(WATCHES, [])

    def open_one(*, only_files: bool = False, theme_may_fail: bool = False, browser_may_tell: str = "", **options: Any) -> Page:
        # Without "allow" no page is ever kept: a test that exchanges a site's files sees the new ones.
        contexts.append(browser.new_context(**{"service_workers": "block", **options}))
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
