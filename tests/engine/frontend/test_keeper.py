"""The file that keeps pieces for the pages of a folder, run in V8: what it hands out, to whom, and what it takes."""

import json
import re
from typing import Any

import pytest
from py_mini_racer import MiniRacer

import small_project
from quizbank.site.assets import folder_assets
from sites import Build, Site

SCRIPT = re.compile(r"<script>(.*)</script>", re.DOTALL)
# A browser as far as the keeper sees it. `posted` is what it tells the page that shows it.
BROWSER = """
const posted = [];
const kept = { "small-site:answer:q": "mine", "other-site:answer:q": "theirs", "small-sites:card:x": "theirs too" };
const localStorage = new Proxy(kept, { get: (area, name) => ({
  setItem: (key, text) => { area[key] = text; },
  removeItem: (key) => { delete area[key]; },
})[name] ?? area[name] });
const self = {};
const parent = { postMessage: (message) => posted.push(message) };
const location = { protocol: "file:", hash: "#other-site:" };
let onmessage, onstorage;
"""


class Keeper:
    """The keeper of `small-site`, shown in a frame by a page that asks for another site's pieces."""

    def __init__(self, browser: str = BROWSER) -> None:
        self._v8 = MiniRacer()
        self._v8.eval(browser)
        _, keeper = folder_assets("small-site")
        script = SCRIPT.search(keeper.text)
        assert script is not None
        self._v8.eval(script[1])

    def run(self, expression: str) -> Any:
        return json.loads(str(self._v8.eval(f"JSON.stringify({expression} ?? null)")))

    def send(self, data: object) -> None:
        self._v8.eval(f"onmessage({{ source: parent, data: {json.dumps(data)} }})")

    @property
    def kept(self) -> Any:
        return self.run("kept")


OTHERS = {"other-site:answer:q": "theirs", "small-sites:card:x": "theirs too"}
KEPT = {"small-site:answer:q": "mine", **OTHERS}


def test_whatever_the_page_asks_for_the_keeper_hands_out_the_pieces_of_its_own_site_alone() -> None:
    pieces = {"small-site:answer:q": "mine", "small-site:keeper": "1"}
    assert Keeper().run("posted") == [{"kept": True, "pieces": pieces}]


ELSEWHERE = {
    "on the web": BROWSER.replace("file:", "https:"),
    "from a server without a certificate": BROWSER.replace("file:", "http:"),
    "opened by itself": BROWSER.replace("const self = {};", "var self = globalThis, parent = self;").replace(
        "const parent", "const nobody"
    ),
}


@pytest.mark.parametrize("browser", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_the_keeper_does_nothing_but_in_a_page_of_a_folder(browser: str) -> None:
    keeper = Keeper(browser)
    assert keeper.run("[posted, typeof onmessage, typeof onstorage]") == [[], "undefined", "undefined"]
    assert keeper.kept == KEPT


def test_a_change_is_kept_and_one_of_another_site_is_not() -> None:
    keeper = Keeper()
    keeper.send(["small-site:card:a", "{}"])
    keeper.send(["small-site:answer:q", None])
    keeper.send(["other-site:answer:q", "changed"])
    keeper.send(["other-site:answer:q", None])
    assert keeper.kept == {**OTHERS, "small-site:keeper": "1", "small-site:card:a": "{}"}


A = "small-site:a"
MALFORMED: tuple[Any, ...] = (None, 7, A, [], [A], [A, 1], [A, {}], [A, "x", "y"], [[A], "x"], {"0": A, "1": "x"}, [None, "x"])


@pytest.mark.parametrize("message", MALFORMED, ids=json.dumps)
def test_a_message_of_another_shape_changes_nothing(message: object) -> None:
    keeper = Keeper()
    before = keeper.kept
    keeper.send(message)
    assert keeper.kept == before


def test_a_message_that_does_not_come_from_the_page_around_it_changes_nothing() -> None:
    keeper = Keeper()
    keeper.run('onmessage({ source: {}, data: ["small-site:answer:q", null] })')
    assert keeper.kept["small-site:answer:q"] == "mine"


def test_the_page_hears_of_a_change_in_another_tab_if_it_is_of_its_site() -> None:
    keeper = Keeper()
    for key in ("other-site:answer:q", "small-site:answer:q"):
        keeper.run(f'onstorage({{ key: "{key}", newValue: "new" }})')
    keeper.run("onstorage({ key: null, newValue: null })")
    assert keeper.run("posted.slice(1)") == [{"key": "small-site:answer:q", "text": "new"}]


def test_an_id_with_quotation_marks_cannot_end_the_keepers_script() -> None:
    _, keeper = folder_assets('a"</script><script>alert(1)//')
    assert keeper.text.count("<script>") == 1
    assert keeper.text.count("</script>") == 1


def test_the_site_on_the_web_has_no_keeper_and_the_folder_has_one_of_its_own_prefix(small_site: Site, build_site: Build) -> None:
    assert not [path for path in small_site.folder.rglob("*") if path.name in ("keeper.htm", "folder.js")]
    folder = build_site(small_project.FILES, offline=True)
    assert '"small-site:"' in (folder / "assets/quiz/keeper.htm").read_text(encoding="utf-8")
    assert (folder / "assets/quiz/folder.js").is_file()
