"""Which files make which script and which style sheet, in their order: the one list.

A script is a part of a page that waits for others and is waited for. The name of a part says what it is: `marking:` marks the
answers of some kinds, `feature:` is what only some pages do, and `data:` is made from the banks (`catalogue.py`). The question
script stands before all of them; it starts each part when what the part needs is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from quizbank.kinds import KINDS, Kind
from quizbank.practice import PAGES

# The question script, which every page with questions loads. Each file uses only what stands in the ones before it; the kinds add
# their marking before the page's elements start.
BEFORE_KINDS = (
    "core/words.js",
    "marking/marking.js",
    "memory/review.js",
    "storage/store.js",
    "core/dom.js",
    "questions/response.js",
    "questions/answered.js",
    "questions/question.js",
    "core/quiz.js",
)
AFTER_KINDS = ("core/keys.js", "core/print.js", "core/start.js")

# The script of pages that print folded answers apart and ask nothing. The question script has it inside.
PRINT = "core/print.js"

# In the order in which a page has them: the later ones may change what the earlier ones say. The one for figures is made from the
# course's profile and comes last; that for practice holds the one for pictures.
SHEETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "quiz": ("styles/questions.css",),
        "practice": (
            "styles/rows.css",
            "styles/quizzes.css",
            "styles/player.css",
            "styles/flashcards.css",
            "styles/progress.css",
            "styles/mock.css",
            "styles/pictures.css",
        ),
        "pictures": ("styles/pictures.css",),
        "print": ("styles/print.css",),
    }
)


@dataclass(frozen=True)
class Part:
    """A script: its files in order, as seen from `frontend/`, and the parts that must have started before it.

    `tables` are what it shares with Python, by the names in braces that stand for them in its files.
    """

    files: tuple[str, ...]
    needs: tuple[str, ...] = ()
    tables: Mapping[str, str] = field(default_factory=dict)


def kind_file(kind: Kind) -> str:
    """Return the file that marks one kind."""
    return f"../kinds/{kind.folder.name}/page.js"


def marking_of(kind: str) -> str:
    """Return the name of the part that marks a kind, or "" for a kind that the question script marks itself."""
    script = KINDS[kind].model.script
    return f"marking:{kind if script == 'own' else script}" if script else ""


def _marking(part: str) -> Part:
    """Return the script that marks some kinds. What is typed is read with the tables of Python."""
    kinds = [kind for name, kind in KINDS.items() if marking_of(name) == part]
    tables = {name: table for kind in kinds for name, table in kind.tables.items()}
    shared = (f"marking/{kinds[0].model.script}.js",) if kinds[0].model.script != "own" else ()
    return Part((*shared, *(("marking/typed.js",) if tables else ()), *map(kind_file, kinds)), tables=tables)


MARKING: Mapping[str, Part] = MappingProxyType({part: _marking(part) for part in sorted({*map(marking_of, KINDS)} - {""})})

FEATURES: Mapping[str, Part] = MappingProxyType(
    {
        "feature:target": Part(("core/target.js",)),
        "feature:schedule": Part(("storage/pieces.js", "memory/fsrs.js", "memory/schedule.js", "memory/scheduling.js")),
        "feature:notice": Part(("storage/pieces.js", "storage/notice.js")),
        "feature:attempt": Part(("storage/attempt.js",)),
        "feature:player": Part(("player/pace.js", "player/help.js", "player/stage.js"), ("feature:attempt",)),
        "feature:session": Part(("practice/session.js",), ("feature:practice", "feature:player")),
        "feature:set": Part(
            ("set/panel.js", "set/attempts.js", "set/lobby.js", "set/play.js", "set/set.js"),
            ("feature:schedule", "feature:attempt", "feature:player"),
        ),
        "feature:practice": Part(
            ("practice/pages.js", "storage/records.js", "storage/places.js", "practice/pick.js"),
            ("feature:schedule", "feature:attempt", "data:catalogue", *MARKING),
        ),
        **{f"feature:{name}": Part(page.scripts, page.needs) for name, page in PAGES.items()},
        "feature:mock": Part(
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
            ("feature:practice", "data:papers"),
        ),
    }
)

PARTS: Mapping[str, Part] = MappingProxyType({**MARKING, **FEATURES})


def with_needs(parts: set[str]) -> set[str]:
    """Return these parts and all that they need, down to those that need nothing. Data needs nothing."""
    return parts.union(*(with_needs(set(PARTS[name].needs)) for name in parts if name in PARTS))
