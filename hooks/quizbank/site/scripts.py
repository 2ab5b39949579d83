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

# The question script, which every page with questions loads at once. Each file uses only what stands in the ones before it.
QUESTION = (
    "core/words.js",
    "core/chosen.js",
    "memory/review.js",
    "storage/store.js",
    "core/dom.js",
    "questions/response.js",
    "questions/question.js",
    "core/quiz.js",
    "core/terms.js",
    "core/keys.js",
    "core/print.js",
    "core/start.js",
)

# What checks answers comes with the first one in the notes, and at once where questions are asked one after another.
CHECKING = "feature:checking"

# The script of pages that print folded answers apart and ask nothing. The question script has it inside.
PRINT = "core/print.js"

# What marks chapters that are done stands alone, with what it knows of the chapters.
MARKS = "notes/done.js"

# What a page has in the place of the theme's script: where the site asks for the search alone, and where it asks for more.
SEARCH_ONLY = ("shell/search.js", "shell/colours.js", "shell/contents.js", "shell/scrolling.js")
LATE = "shell/late.js"

# What pages that ask nothing load for the language that the learner has chosen, and what comes with such a language's words.
SHELL_WORDS = ("core/chosen.js", "core/shell-words.js")
OTHER_LANGUAGE = ("core/words.js", "core/other-language.js")

# In the order in which a page has them: the later ones may change what the earlier ones say. The one for figures is made from the
# course's profile and comes last; those for practice and for a mock test hold the one for pictures.
SHEETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "quiz": ("styles/questions.css",),
        "practice": (
            "styles/rows.css",
            "styles/quizzes.css",
            "styles/player.css",
            "styles/pictures.css",
        ),
        "flashcards": ("styles/flashcards.css",),
        "progress": ("styles/progress.css",),
        "mock": ("styles/rows.css", "styles/quizzes.css", "styles/pictures.css", "styles/mock.css"),
        "mocks": ("mock/list.css",),
        "pictures": ("styles/pictures.css",),
        "notes": ("styles/notes.css",),
        "terms": ("styles/terms.css",),
        "home": ("home/home.css",),
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
    """Return the name of the part that marks a kind, or "" for a kind that is marked by what checks all questions."""
    script = KINDS[kind].model.script
    return f"marking:{kind if script == 'own' else script}" if script else ""


def _checking() -> Part:
    """Return the script that checks answers: marking, verdict and reasons, with the kinds that need no more than that."""
    kinds = (kind_file(kind) for name, kind in KINDS.items() if not marking_of(name))
    return Part(
        ("marking/marks.js", "marking/marking.js", "memory/rating.js", "questions/answered.js", "questions/checking.js", *kinds)
    )


def _marking(part: str) -> Part:
    """Return the script that marks some kinds. What is typed is read with the tables of Python."""
    kinds = [kind for name, kind in KINDS.items() if marking_of(name) == part]
    tables = {name: table for kind in kinds for name, table in kind.tables.items()}
    shared = (f"marking/{kinds[0].model.script}.js",) if kinds[0].model.script != "own" else ()
    return Part((*shared, *(("marking/typed.js",) if tables else ()), *map(kind_file, kinds)), (CHECKING,), tables)


MARKING: Mapping[str, Part] = MappingProxyType({part: _marking(part) for part in sorted({*map(marking_of, KINDS)} - {""})})

FEATURES: Mapping[str, Part] = MappingProxyType(
    {
        CHECKING: _checking(),
        "feature:chapter": Part(("storage/places.js", "notes/chapter.js")),
        "feature:terms": Part(("notes/terms.js",)),
        "feature:target": Part(("core/target.js",)),
        "feature:language": Part(("core/language.js",)),
        # What is kept, and for how long.
        "feature:pieces": Part(("storage/pieces.js", "storage/attempt.js", "player/pace.js")),
        "feature:schedule": Part(("memory/fsrs.js", "memory/schedule.js", "memory/scheduling.js"), ("feature:pieces",)),
        "feature:plan": Part(("memory/plan.js",), ("feature:schedule",)),
        "feature:notice": Part(("storage/pieces.js", "storage/save.js", "storage/notice.js")),
        "feature:attempt": Part(("memory/lasting.js", "player/round.js", "player/painted.js"), ("feature:pieces",)),
        "feature:head": Part(("player/head.js",)),
        "feature:player": Part(("player/help.js", "player/stage.js"), (CHECKING, "feature:attempt", "feature:head")),
        "feature:session": Part(("practice/session.js",), ("feature:pages", "feature:placing", "feature:player")),
        "feature:set": Part(
            ("set/panel.js", "set/attempts.js", "set/lobby.js", "set/play.js", "set/end.js", "set/set.js"),
            (CHECKING, "feature:schedule", "feature:attempt", "feature:player"),
        ),
        "feature:settings": Part(
            ("storage/save.js", "today/calendar.js", "today/exam.js", "today/settings.js"), ("feature:practice",)
        ),
        "feature:home": Part(("home/home.js",)),
        # Comes to a learner who has been here before, with what counts as the practice pages do.
        "feature:returning": Part(
            ("home/stops.js", "home/week.js", "home/panel.js"),
            ("feature:practice", "feature:sittings"),
        ),
        # What is kept of mock tests: for where one was left, and all of it.
        "feature:sittings": Part(("storage/sittings.js",), ("feature:pieces",)),
        "feature:records": Part(("storage/records.js",), ("feature:sittings",)),
        "feature:tables": Part(("marking/marks.js", "storage/attempted.js", "practice/tables.js")),
        # What counts and chooses questions by what the learner remembers.
        "feature:practice": Part(
            (
                "storage/places.js",
                "storage/finished.js",
                "practice/questions.js",
                "practice/standing.js",
                "practice/pick.js",
                "practice/named.js",
            ),
            ("feature:schedule", "data:catalogue"),
        ),
        # What pages for practice do with it.
        "feature:pages": Part(("practice/pages.js",), ("feature:practice", "feature:plan")),
        # What asks questions away from their quiz, without choosing them by what the learner remembers.
        "feature:placing": Part(
            ("practice/questions.js", "practice/placing.js"),
            (CHECKING, "feature:attempt", "data:catalogue", *MARKING),
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
                "mock/analysis.js",
                "mock/results.js",
                "mock/challenge.js",
                "mock/mock.js",
            ),
            ("feature:placing", "feature:records", "feature:tables", "data:papers"),
        ),
        "feature:mocks": Part(("mock/list.js",), ("feature:records", "feature:tables")),
    }
)

PARTS: Mapping[str, Part] = MappingProxyType({**MARKING, **FEATURES})

# A part whose file holds the parts that it needs as well: one file compresses better than five. Each still starts once.
WHOLE = frozenset({"feature:returning"})


def with_needs(parts: set[str]) -> set[str]:
    """Return these parts and all that they need, down to those that need nothing. Data needs nothing."""
    return parts.union(*(with_needs(set(PARTS[name].needs)) for name in parts if name in PARTS))
