"""The scripts and the style sheet of pages with questions, named by their content so that browsers may keep them for ever."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rcssmin
import rjsmin

from quizbank.kinds import KINDS

FOLDER = Path(__file__).parent / "frontend"
# Each of these uses only what stands in the ones before it.
_CORE = ("marking.js", "store.js", "dom.js", "target.js", "response.js", "question.js", "set.js", "start.js")


@dataclass(frozen=True)
class Asset:
    """One file for the site: its path there and its text."""

    path: str
    text: str


@cache
def stylesheet() -> Asset:
    """Return the one style sheet."""
    return _named("quiz", ".css", _read(FOLDER / "quiz.css"))


@cache
def figure_stylesheet() -> Asset:
    """Return the style sheet of pages with figures. Each SVG file carries the same rules for where it stands alone."""
    return _named("figures", ".css", _read(FOLDER / "figures.css"))


@cache
def core_script() -> Asset:
    """Return the script that all kinds share.

    Its parts are joined in one function that runs once: instant navigation runs a page's scripts again, and declaring
    a class twice is an error. A list in `quizParts` shows that it has not run yet.
    """
    parts = "\n".join(_read(FOLDER / name) for name in _CORE)
    return _named("core", ".js", f"if (!globalThis.quizParts || Array.isArray(quizParts)) (() => {{\n{parts}}})();\n")


@cache
def kind_script(kind: str) -> Asset:
    """Return the script of one kind. It may run more than once, and before or after the core: it waits in `quizParts`."""
    part = _read(KINDS[kind].folder / "page.js")
    return _named(kind, ".js", f"(globalThis.quizParts ??= []).push((quiz) => {{\n{part}}});\n")


def scripts_for(kinds: Iterable[str]) -> list[Asset]:
    """Return the scripts that a page with these kinds needs. They may arrive in any order."""
    return [core_script(), *(kind_script(kind) for kind in sorted(set(kinds)))]


def all_assets() -> list[Asset]:
    """Return everything that some page may load."""
    return [stylesheet(), figure_stylesheet(), *scripts_for(KINDS)]


def _named(stem: str, suffix: str, text: str) -> Asset:
    text = rcssmin.cssmin(text) if suffix == ".css" else rjsmin.jsmin(text)
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return Asset(f"assets/quiz/{stem}-{digest}{suffix}", text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
