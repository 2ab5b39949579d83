"""One window of an engine, in a learner's terms: visit, click what is seen, type, press keys. It waits for what is to appear."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic
from typing import Any

from other_browsers.wire import EngineError, Wire

PATIENCE = 15.0  # seconds for something to appear
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name that the standard gives to an element's handle
# An element was exchanged, or is covered, or moves, for a moment.
PASSING = ("stale element", "no such element", "element not interactable", "element click intercepted")
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Space": " "}

# Stands first in each page, before its policy: errors of scripts, failed loads, refused promises and what the policy refuses are
# kept until the test asks.
COLLECTOR = """<script>
window.faults = [];
window.neededHere = "script, img, link[rel=stylesheet]"; // Firefox gives up fetching the next page ahead, which is no fault
addEventListener("error", ({ message, target }) => {
  if (message || target.matches?.(neededHere)) faults.push(message || "cannot load " + target.outerHTML);
}, true);
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  faults.push("refused by the policy: " + effectiveDirective + " " + blockedURI);
});
addEventListener("unhandledrejection", (event) => faults.push("promise: " + event.reason));
</script>"""

# Runs in the page until the condition gives something, or the time is up. Each turn is a task of its own.
WAIT = """const [time, ...given] = arguments, done = given.pop(), end = performance.now() + time;
const condition = (...given) => { %s };
(function look() {
  const found = condition(...given);
  if (found || performance.now() > end) done(found || null);
  else setTimeout(look, 30);
})();"""

SEEN = """const [css, text] = given;
return [...document.querySelectorAll(css)].find((one) =>
  one.getClientRects().length && one.textContent.replace(/\\s+/g, " ").trim().includes(text));"""


class Window:
    """A window. Raises AssertionError when what a test waits for does not come."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    def visit(self, url: str) -> None:
        """Go to an address, once nothing went wrong on this page."""
        self.check()
        self.wire.send("Navigate", url=url)

    def reload(self) -> None:
        """Load the page anew."""
        self.check()
        self.wire.send("Refresh")

    def script(self, body: str, *given: Any) -> Any:
        """Return what the body of a function returns in the page."""
        return self.wire.send("ExecuteScript", script=body, args=list(given))

    def wait(self, body: str, *given: Any, what: str = "") -> Any:
        """Return what the body of a function of `given` returns, as soon as that is something."""
        found = None
        for left in _tries():
            with suppress(EngineError):  # the page was being left
                found = self.wire.send("ExecuteAsyncScript", script=WAIT % body, args=[left * 1000, *given])
            if found:
                return found
        raise AssertionError(f"{what or body} {given}: not there on {self.url}: {self.script('return document.title')}")

    def see(self, css: str, text: str = "") -> Any:
        """Return the first element of a selector that can be seen and holds the text."""
        return self.wait(SEEN, css, text, what="element")

    def click(self, css: str, text: str = "") -> None:
        """Click such an element."""
        self._act(lambda: self.wire.send("ElementClick", id=self.see(css, text)[ELEMENT]))

    def type(self, css: str, text: str) -> None:
        """Type into such an element."""
        self._act(lambda: self.wire.send("ElementSendKeys", id=self.see(css)[ELEMENT], text=text))

    def press(self, key: str) -> None:
        """Press a key, wherever the focus is."""
        value = KEYS.get(key, key)
        steps = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self.wire.send("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": steps}])

    def text(self, css: str) -> str:
        """Return the words of the first element that can be seen."""
        return str(self.script("return arguments[0].textContent", self.see(css))).strip()

    @property
    def url(self) -> str:
        """The address of the page."""
        return str(self.wire.send("GetCurrentURL"))

    def check(self) -> None:
        """Say that nothing went wrong on this page so far."""
        faults = self.script("return window.faults?.splice(0) ?? []")
        assert faults == [], f"{self.url}: {faults}"

    def _act(self, action: Callable[[], object]) -> None:
        """Do it again where the page exchanged the element meanwhile."""
        for _ in _tries():
            try:
                action()
            except EngineError as error:
                said = str(error)
                if not said.startswith(
                    ("stale element", "no such element", "element not interactable", "element click intercepted")
                ):
                    raise
            else:
                return
        raise AssertionError(said)


def _tries() -> Iterator[float]:
    """Give the time that is left, until there is none."""
    end = monotonic() + PATIENCE
    while (left := end - monotonic()) > 0:
        yield left
