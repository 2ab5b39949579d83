"""One window of each engine for each of the two editions of the real site."""

from collections.abc import Iterator

import pytest

from other_browsers.driver import COLLECTOR, Window
from other_browsers.engines import ENGINES
from sites import Site


@pytest.fixture(scope="session", params=["online", "offline"])
def site(request: pytest.FixtureRequest) -> Site:
    """The real site, where each page begins by watching for errors."""
    built: Site = request.getfixturevalue(f"{request.param}_site")
    for name in built.pages():
        file = built.folder / name
        file.write_text(file.read_text(encoding="utf-8").replace("<head>", f"<head>{COLLECTOR}", 1), encoding="utf-8")
    return built


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
