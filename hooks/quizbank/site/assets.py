"""The scripts and the style sheets of pages with questions, named by their content so that browsers may keep them for ever."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from quizbank.kinds import KINDS, Kind
from quizbank.practice import PAGES
from quizbank.site.minify import minified_script, minified_style

FOLDER = Path(__file__).parent.parent / "frontend"
# Each of these uses only what stands in the ones before it; the kinds add their marking before the page's elements start.
_BEFORE_KINDS = (
    "marking/marking.js",
    "memory/review.js",
    "storage/store.js",
    "core/dom.js",
    "questions/response.js",
    "questions/answered.js",
    "questions/question.js",
    "core/quiz.js",
)
_AFTER_KINDS = ("core/keys.js", "core/print.js", "core/start.js")
_PRACTICE_STYLES = tuple(f"styles/{name}.css" for name in ("rows", "quizzes", "flashcards", "progress", "mock", "pictures"))


@dataclass(frozen=True)
class Feature:
    """A script that only some pages load. It starts when the question script and the features in `needs` are there.

    `tables` are what it shares with Python, by the names in braces that stand for them in its files.
    """

    files: tuple[str, ...]
    needs: tuple[str, ...] = ()
    tables: Mapping[str, str] = field(default_factory=dict)


# Marking that takes more than this many bytes to write is a script of its own, for pages with such questions.
_SHORT = 600
LONG_KINDS = tuple(name for name, kind in KINDS.items() if (kind.folder / "page.js").stat().st_size > _SHORT)
_SHARED = {name: kind.model.script for name, kind in KINDS.items() if kind.model.script}
# The feature that marks a kind, for kinds that the question script does not mark itself.
MARKED_BY: Mapping[str, str] = MappingProxyType({name: name for name in LONG_KINDS} | _SHARED)


def _shared(script: str) -> Feature:
    """Return the script that several kinds share for their marking, with what each of them adds."""
    return Feature(
        (f"marking/{script}.js", *(f"../kinds/{KINDS[kind].folder.name}/page.js" for kind in _SHARED if _SHARED[kind] == script))
    )


def _marking(kind: Kind) -> Feature:
    """Return the script that marks one kind. What is typed is read with the tables of Python."""
    reading = ("marking/typed.js",) if kind.tables else ()
    return Feature((*reading, f"../kinds/{kind.folder.name}/page.js"), tables=kind.tables)


FEATURES: Mapping[str, Feature] = MappingProxyType(
    {
        **{name: _marking(KINDS[name]) for name in LONG_KINDS},
        **{script: _shared(script) for script in sorted(set(_SHARED.values()))},
        "target": Feature(("core/target.js",)),
        "schedule": Feature(("storage/pieces.js", "memory/fsrs.js", "memory/schedule.js", "memory/scheduling.js")),
        "notice": Feature(("storage/pieces.js", "storage/notice.js")),
        "attempt": Feature(("storage/attempt.js",)),
        "set": Feature(("set/panel.js", "set/attempts.js", "set/set.js"), ("schedule", "attempt")),
        "practice": Feature(
            ("practice/pages.js", "storage/records.js", "practice/pick.js"),
            ("schedule", "attempt", "catalogue", *sorted(set(MARKED_BY.values()))),
        ),
        **{name: Feature(page.scripts, page.needs) for name, page in PAGES.items()},
        "mock": Feature(
            (
                "mock/draw.js",
                "mock/fingerprint.js",
                "mock/sitting.js",
                "mock/keeping.js",
                "mock/timing.js",
                "mock/asking.js",
                "mock/results.js",
                "mock/mock.js",
            ),
            ("practice", "papers"),
        ),
    }
)


@dataclass(frozen=True)
class Asset:
    """One file for the site: its path there and its text."""

    path: str
    text: str


@cache
def stylesheet() -> Asset:
    """Return the one style sheet."""
    return named("quiz", ".css", _read(FOLDER / "styles/questions.css"))


@cache
def figure_stylesheet(style: str) -> Asset:
    """Return the style sheet of pages with figures. Each SVG file carries the same rules, `style`, for where it stands alone."""
    return named("figures", ".css", style)


@cache
def picture_stylesheet() -> Asset:
    """Return the style sheet of pages with pictures that do without the one for practice, which holds the same."""
    return named("pictures", ".css", _read(FOLDER / "styles/pictures.css"))


@cache
def practice_stylesheet() -> Asset:
    """Return the style sheet of quizzes, practice pages and kinds with several parts. It comes after the one for questions."""
    return named("practice", ".css", "".join(_read(FOLDER / file) for file in _PRACTICE_STYLES))


@cache
def question_script() -> Asset:
    """Return the script of every page with questions, the marking of most kinds in it.

    Its parts are joined in one function that runs once: instant navigation runs a page's scripts again, and declaring
    a class twice is an error. A list in `quizParts` shows that it has not run yet. Where it has run as another version, the site
    was published again while the tab was open: old scripts do not fit the new page, so the browser loads it as a whole.
    """
    parts = [
        f'const NOTICE = "{feature_script("notice").path}", TARGET = "{feature_script("target").path}";',
        *(_read(FOLDER / name) for name in _BEFORE_KINDS),
        *("{\n" + _read(kind.folder / "page.js") + "}" for name, kind in KINDS.items() if name not in MARKED_BY),
        *(_read(FOLDER / name) for name in _AFTER_KINDS),
    ]
    body = "\n".join(parts)
    version = hashlib.sha256((body + "".join(feature_script(name).text for name in FEATURES)).encode()).hexdigest()[:8]
    run = f'(() => {{ "use strict";\nconst VERSION = "{version}";\n{body}}})();'
    again = f'if (quizParts.version !== "{version}") location.reload();'
    return named("question", ".js", f"if (!globalThis.quizParts || Array.isArray(quizParts)) {run}\nelse {again}\n")


@cache
def feature_script(name: str) -> Asset:
    """Return the script of one feature. It may arrive before what it needs, or twice: `quizParts` starts it in time and once."""
    return named(name, ".js", part(source_of(name), name, *FEATURES[name].needs))


def source_of(name: str) -> str:
    """Return what one feature is written in: its files, with the tables that it shares with Python."""
    feature = FEATURES[name]
    text = "\n".join(_read(FOLDER / file) for file in feature.files)
    return re.sub(r"\{(\w+)\}", lambda table: feature.tables.get(table[1], table[0]), text)


@cache
def print_script() -> Asset:
    """Return the script of pages that print folded answers separately and ask nothing. The question script has it inside."""
    return named("print", ".js", _read(FOLDER / "core/print.js"))


@cache
def print_stylesheet() -> Asset:
    """Return the style sheet of questions on paper. Browsers fetch it behind all that they show."""
    return named("print", ".css", _read(FOLDER / "styles/print.css"))


def part(body: str, name: str, *needs: str) -> str:
    """Return a script that runs `body` with the shared object `quiz`, once, when the parts in `needs` have run."""
    names = "".join(f', "{one}"' for one in (name, *needs))
    return f"(globalThis.quizParts ??= []).push([quiz => {{\n{body}}}{names}]);\n"


def scripts_for(features: Iterable[str], data: Mapping[str, Asset] = MappingProxyType({})) -> list[Asset]:
    """Return the scripts of a page with questions and these features. They may arrive in any order.

    `data` are the scripts that are made from the banks, by their names.
    """
    wanted = sorted(_with_needs(features))
    return [question_script(), *(data[name] if name in data else feature_script(name) for name in wanted)]


@cache
def folder_assets(site_id: str) -> tuple[Asset, ...]:
    """Return what else a site needs when it is read from a folder, and may not have on the web.

    The keeper answers for the keys that begin with `site_id` and for no others. The names are fixed: Firefox keeps what a file
    stored by the file's name, so a new one would lose all progress. The keeper does not end in `.html` because it is no page
    of the site.
    """
    script = f'{{ "use strict";\n{_read(FOLDER / "storage/folder.js")}}}\n'
    prefix = json.dumps(f"{site_id}:").replace("<", "\\u003c")
    keeper = _read(FOLDER / "storage/keeper.htm").replace("= PREFIX;", f"= {prefix};")
    return Asset("assets/quiz/folder.js", minified_script(script)), Asset("assets/quiz/keeper.htm", keeper)


def all_assets() -> list[Asset]:
    """Return everything that some page may load, but for what is made from the course and for what only a folder has."""
    sheets = [stylesheet(), practice_stylesheet(), picture_stylesheet(), print_stylesheet()]
    return [*sheets, question_script(), print_script(), *map(feature_script, FEATURES)]


def _with_needs(names: Iterable[str]) -> set[str]:
    wanted = set(names)
    return wanted.union(*(_with_needs(FEATURES[name].needs) for name in wanted if name in FEATURES))


def named(stem: str, suffix: str, text: str) -> Asset:
    """Return a file named by its content, with comments and spaces taken out."""
    text = minified_style(text) if suffix == ".css" else minified_script(text)
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return Asset(f"assets/quiz/{stem}-{digest}{suffix}", text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
