"""What was measured, and its medians."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import Run
from bench.pages import Loaded
from bench.reload import Waited


@dataclass
class Size:
    """All that was measured of one number of questions: by the key of a product, in the order of the rounds."""

    questions: int
    runs: dict[str, list[Run]] = field(default_factory=dict)
    html: dict[str, float] = field(default_factory=dict)  # bytes for a question
    loaded: dict[str, tuple[Loaded, Loaded]] = field(default_factory=dict)  # by a page with questions, and by one without
    commands: dict[str, Run] = field(default_factory=dict)
    reloads: dict[str, list[Waited]] = field(default_factory=dict)

    def cpu(self, key: str) -> float:
        """Return the median of the seconds of processor time of a product's builds."""
        return median(run.cpu for run in self.runs[key])

    def wall(self, key: str) -> float:
        """Return the median of the seconds that a product's builds took by the clock."""
        return median(run.wall for run in self.runs[key])

    def memory(self, key: str) -> float:
        """Return the median of the most megabytes that a product's builds held."""
        return median(run.memory for run in self.runs[key])

    def waited(self, key: str) -> float:
        """Return the median of the seconds until a saved change showed."""
        return median(each.wall for each in self.reloads[key])

    @classmethod
    def of(cls, raw: dict[str, Any]) -> "Size":
        """Return what `asdict` made plain."""
        runs = {key: [Run(**run) for run in runs] for key, runs in raw["runs"].items()}
        loaded = {key: (Loaded(**pages[0]), Loaded(**pages[1])) for key, pages in raw["loaded"].items()}
        commands = {key: Run(**run) for key, run in raw["commands"].items()}
        waits = {key: [Waited(**each) for each in waits] for key, waits in raw["reloads"].items()}
        return cls(raw["questions"], runs, raw["html"], loaded, commands, waits)

    def take(self, other: "Size") -> None:
        """Take over what another run has measured, in the place of what was known."""
        for name in ("runs", "html", "loaded", "commands", "reloads"):
            setattr(self, name, getattr(self, name) | getattr(other, name))


def read(path: Path) -> dict[int, Size]:
    """Return what earlier runs have measured, by the number of questions."""
    raws = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return {raw["questions"]: Size.of(raw) for raw in raws}


def write(path: Path, sizes: dict[int, Size]) -> None:
    """Keep what has been measured."""
    text = json.dumps([asdict(sizes[number]) for number in sorted(sizes)], indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")
