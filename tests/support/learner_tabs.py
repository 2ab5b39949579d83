"""A browser without pages: tabs that share one storage, each with the site's own scripts that keep, plan, back up and restore.

The storage stands for localStorage: it has room for so many characters, can be closed (as where cookies are blocked), and its
texts can be damaged from outside. A tab that is loaded again forgets what lived in its memory alone.
"""

import json
from typing import Any

from py_mini_racer import MiniRacer

from front_end import source

STORAGE = """
class Records {
  constructor() { this.records = new Map(); this.room = Infinity; this.open = true; }
  look() { if (!this.open) throw new Error("SecurityError"); }
  getItem(key) { this.look(); return this.records.get(key) ?? null; }
  setItem(key, text) {
    this.look();
    const others = [...this.records].reduce((sum, [name, value]) => sum + (name === key ? 0 : name.length + value.length), 0);
    if (others + key.length + String(text).length > this.room) throw new Error("QuotaExceededError");
    this.records.set(key, String(text));
  }
  removeItem(key) { this.look(); this.records.delete(key); }
}
// The browser lists the keys of its records as those of the object.
const area = new Proxy(new Records(), {
  ownKeys: (held) => { held.look(); return [...held.records.keys()]; },
  set: (held, name, value) => Reflect.defineProperty(held, name, { value, configurable: true, writable: true }),
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
});
"""
# What a page with everything on it has, in the order in which it loads that. Each tab has a store and a schedule of its own.
FILES = (
    *("pieces.js", "scheduling.js", "plan.js", "attempt.js", "round.js", "sittings.js", "records.js", "finished.js", "places.js"),
    *("attempted.js", "save.js", "notice.js"),
)
TAB = f"""
const EMPTY = {{ picked: [], points: [], typed: {{}} }};
function newTab() {{
  const store = new Store("site", () => area);
  const quiz = {{ store, isMap, textsIn, soundResponse, EMPTY, localDay, make() {{}}, onEachPage() {{}}, data: {{}} }};
  {"".join(f"{{{source(name)}}}" for name in FILES)}
  quiz.practice = {{ partsOf: () => ({{}}) }};
  {{{source("pages.js")}}}
  {{{source("copy.js")} quiz.restore = restore; }}
  return quiz;
}}
let tabs = [newTab(), newTab()];
"""


class Tabs:
    """Two tabs and their storage."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        for name in ("review.js", "store.js", "fsrs.js", "schedule.js", "sitting.js"):
            self._v8.eval(source(name) if name != "sitting.js" else f"const bare = (text) => text; {source(name)}")
        self._v8.eval(STORAGE + TAB)

    def run(self, body: str, *arguments: object) -> Any:
        """Return what the body of a function returns; `a` are its arguments. Raises what the scripts throw."""
        return json.loads(str(self._v8.eval(f"JSON.stringify(((...a) => {{ {body} }})(...{json.dumps(arguments)})) ?? 'null'")))

    def reset(self) -> None:
        """Empty the storage and open both tabs anew."""
        self.run("area.open = true; area.room = Infinity; area.records.clear(); tabs = [newTab(), newTab()];")

    def store(self, tab: int, call: str, *arguments: object) -> Any:
        """Return what a method of a tab's store returns."""
        return self.run(f"return tabs[{tab}].store.{call}(...a);", *arguments)

    def close(self) -> None:
        """Stop V8, which else may keep a process from ending."""
        self._v8.close()
