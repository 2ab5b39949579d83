"""What was measured, and its medians."""

from dataclasses import dataclass, field
from statistics import median

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
