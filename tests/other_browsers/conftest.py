"""One window of each engine for each of the two editions of the real site."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from other_browsers.driver import COLLECTOR, Window
from other_browsers.engines import ENGINES
from sites import Site


@pytest.fixture(scope="session", params=["online", "offline"])
def site(request: pytest.FixtureRequest) -> Site:
    """The real site, where each page begins by watching for errors."""
    built: Site = request.getfixturevalue(f"{request.param}_site")
    for name in built.pages():
        _watch(built.folder / name)
    return built


def _watch(page: Path) -> None:
    """Have a page begin by watching for errors. The other worker may do the same meanwhile, so no page is ever half written."""
    html = page.read_text(encoding="utf-8")
    if COLLECTOR not in html:
        watching = page.with_name(f"{page.name}.{os.getpid()}")
        watching.write_text(html.replace("<head>", f"<head>{COLLECTOR}", 1), encoding="utf-8")
        watching.replace(page)


@pytest.fixture(scope="session", params=list(ENGINES))
def learner(request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A window that keeps what it stores from test to test, as a learner's does."""
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as wire:
        yield Window(wire)


@pytest.fixture(autouse=True)
def _no_faults(learner: Window) -> Iterator[None]:
    yield
    learner.check()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each worker one edition of the site, so that it is built once."""
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
            item.add_marker(pytest.mark.xdist_group(item.callspec.params["site"]))
