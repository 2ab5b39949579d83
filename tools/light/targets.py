"""What is aimed at on a small phone, and whether it was met."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_FIRST, _NEXT = 120_000, 30_000  # bytes
_LARGEST_PAINT, _BLOCKING = 1_500, 50  # milliseconds
_SCORES = {"performance": 97, "accessibility": 100, "best_practices": 100, "seo": 100}


class Target(NamedTuple):
    """One target in words, what was measured in words, and whether that is enough."""

    name: str
    measured: str
    met: bool


def targets(found: Mapping[str, Any]) -> Iterator[Target]:
    """Yield the targets. `found` is what `measure.everything` returns; of several pages the worst counts."""
    wire, lab = found["wire"], found["lighthouse"]
    yield _bytes("first visit: chapter", wire, _FIRST)
    yield from (_bytes(name, wire, _NEXT) for name in wire if name.startswith("next: "))
    for name, least in _SCORES.items():
        page = min(lab, key=lambda page: lab[page][name])
        score = lab[page][name]
        yield Target(f"Lighthouse, {name.replace('_', ' ')}: at least {least}", f"{score:.0f} ({page})", score >= least)
    for name, most, words in (("largest_paint", _LARGEST_PAINT, "largest paint"), ("blocking", _BLOCKING, "blocking")):
        over = [page for page in lab if lab[page][name] > most]
        page = max(lab, key=lambda page: lab[page][name])
        told = f"{lab[page][name]:,.0f} ms ({page}); {len(lab) - len(over)} of {len(lab)} pages meet it"
        yield Target(f"{words}: at most {most:,} ms", told, not over)
    shift = max(lab[page]["shift"] for page in lab)
    yield Target("no layout shift", f"{shift:.3f}", shift < 0.001)


def _bytes(name: str, wire: Mapping[str, Any], most: int) -> Target:
    size = wire[name]["bytes"]
    return Target(f"{name}: at most {most / 1000:.0f} KB", f"{size / 1000:.0f} KB", size <= most)
