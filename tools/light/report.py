"""The measurements as tables, before and after."""

from collections.abc import Mapping
from typing import Any

from light.targets import targets

_TITLE = """# What travels to a small phone

Made by `make light`; `bench/light/before.json` and `bench/light/after.json` hold the figures.

"""
_WIRE = """## Bytes and requests

As the browser's own protocol counts them, with headers, in gzip, from `tools/light/server.py`, which sends what the recipes
of `publish/` send. A first visit is by a browser that has kept nothing. "Next" is the page that a reader opens after the
chapter, with what the browser has kept of that. The copy of the whole site that the service worker keeps comes when the page has
loaded and is not in these figures; with it, the next page costs nothing.

"""
_LAB = """## Lighthouse

Lighthouse {version}, medians of {runs_before} runs before and of {runs_after} after: its standard for phones, a slow 4G of
1.6 Mbit/s and 150 ms and a processor four times slower, both simulated. Times are in milliseconds, scores out of 100. "Speed" is
its own index of the computer at that moment; one of this kind that nobody else uses has 1,500 or more. Lighthouse multiplies the
time that it sees by four, and where others use the computer, it sees their work as well.

"""
_CPU = """## The processor

What a page gives the main thread to do after its first paint, in milliseconds of the processor's own time, four times slower:
other programs hardly count. "Blocking" is what tasks took beyond 50 ms each. "Shift" is the layout shift until the page has been
touched and the theme's script has done its work. Medians as above.

"""
_TARGETS = """
## Targets

What is left of time and bytes, and where it goes, stands in decision 55 of the engine.

| Target | Measured | |
|---|---|---|
"""
_SCORES = ("performance", "accessibility", "best_practices", "seo")


def report(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return the document. Both are what `measure.everything` returns."""
    parts = [
        _TITLE,
        _WIRE,
        *_wire(before, after),
        "\n",
        _LAB.format(version=after["version"], runs_before=before["runs"], runs_after=after["runs"]),
        *_lab(before, after),
        "\n",
        _CPU,
    ]
    told = (f"| {name} | {measured} | {'met' if met else '**not met**'} |\n" for name, measured, met in targets(after))
    return "".join([*parts, *_processor(before, after), _TARGETS, *told])


def _wire(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    head = "| Page | Before: requests | KB | After: requests | KB |\n"
    rows = [head, "|---|--:|--:|--:|--:|\n"]
    for name, then in before["wire"].items():
        now = after["wire"][name]
        sizes = f"{then['requests']} | {_kb(then['bytes'])} | {now['requests']} | {_kb(now['bytes'])}"
        rows.append(f"| {name} | {sizes} |\n")
    return rows


def _kb(size: int) -> str:
    return f"{size / 1000:.0f}"


def _lab(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    head = "| Page | | Performance | Accessibility | Practices | SEO | First paint | Largest paint | Blocking | Shift | Speed |\n"
    rows = [head, "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"]
    for name in after["lighthouse"]:
        for when, found in (("before", before["lighthouse"].get(name)), ("after", after["lighthouse"][name])):
            rows += [f"| {name} | {when} | {_lab_row(found)} |\n"] if found else []
    return rows


def _lab_row(found: Mapping[str, float]) -> str:
    times = (f"{found[name]:,.0f}" for name in ("first_paint", "largest_paint", "blocking"))
    scores = (f"{found[name]:.0f}" for name in _SCORES)
    return " | ".join([*scores, *times, f"{found['shift']:.3f}", f"{found['speed']:,.0f}"])


def _processor(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    head = "| Page | Blocking before | after | Longest task before | after | Shift before | after |\n"
    rows = [head, "|---|--:|--:|--:|--:|--:|--:|\n"]
    for name, then in before["processor"].items():
        now = after["processor"][name]
        pairs = (f"{then[key]:,.0f} | {now[key]:,.0f}" for key in ("blocking", "longest"))
        rows.append(f"| {name} | {' | '.join(pairs)} | {then['shift']:.3f} | {now['shift']:.3f} |\n")
    return rows
