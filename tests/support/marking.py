"""The scripts that mark, run in V8 from the files that the site ships."""

import json
from collections.abc import Sequence
from typing import Any

from py_mini_racer import MiniRacer

from front_end import source, words
from quizbank.kinds import KINDS
from quizbank.site.assets import source_of
from quizbank.site.scripts import marking_of

# Stands for the object that start.js makes. Kinds register with it.
QUIZ = "const quiz = { kinds: {}, markExact, markByShares, add(name, kind) { quiz.kinds[name] = kind; } };"


class Scripts:
    """One V8 with the front end's files in it."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        self._v8.eval(words())
        self._v8.eval(source("marks.js"))
        self._v8.eval(source("marking.js"))
        self._v8.eval(QUIZ)
        for shared in ("rows", "points"):
            self._v8.eval(source(f"{shared}.js"))
        for name, kind in KINDS.items():
            short = (kind.folder / "page.js").read_text(encoding="utf-8")
            self._v8.eval(source_of(marking_of(name)) if kind.model.script == "own" else short)

    def run(self, body: str) -> Any:
        """Return what the body of a function returns."""
        return json.loads(str(self._v8.eval(f"JSON.stringify((() => {{ {body} }})())")))

    def call(self, function: str, *arguments: object) -> Any:
        return self.run(f"return {function}(...{json.dumps(arguments)});")


def mark(scripts: Scripts, typed: str, accepted: Sequence[str], near: Sequence[str] = ()) -> Any:
    return scripts.call("markBlank", {"text": typed}, {"accepted": accepted, "near": near})


def number_marked(scripts: Scripts, text: str, right: str, tolerance: float = 0, near: Sequence[str] = (), unit: str = "") -> Any:
    key = {"right": [right], "tolerance": tolerance, "near": near, "unit": unit}
    return scripts.call("markNumber", {"text": text}, key)
