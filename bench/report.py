"""Writes what was measured as a page of Markdown: tables, and each target with whether it was met."""

import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import nan

from bench.projects import PRODUCTS
from bench.results import Size

_GIVEN = {"ours": "same", "same": "same"}  # the plain text of a product; of all others it is "text"
_LEAST = 1000  # questions from which on there are targets
_NAMES = {product.key: product.name for product in PRODUCTS}
_HOW = """Made by `make bench`. Every product is built in fresh processes, in turn, so that what else the machine does is
spread over all; a cell is the median of the rounds. Ratios are to "the same text and pages, plain"; seconds of other runs
or machines are not comparable. Python's compiled modules, and our compiled templates and scripts beside them, are there from
the first build; no page is.

- **ours** is a strict build with all hooks, the shell and every practice page, as `make site` makes it.
- **the same text and pages, plain** is Markdown for the theme alone: a page for each chapter, one for its questions with
  options, a folded answer and the reason for every option, and the words of every other page that ours has. Navigation and
  search are the same.
- **the peers' text, plain** has the questions on the chapters' pages, without reasons and without pages that the peers do not
  have. That is what peers are given.
- **of its own text** compares each product with the plain text that it was given: ours with the first of these, peers with
  the second. So it says what a product adds, and not what it was asked to build."""

_BESIDE = """Where a target is missed, decisions 54 and 55 of the engine (`hooks/quizbank/decisions/`) say where time,
memory and bytes go. Bytes and Lighthouse on a small phone, before and after: [light.md](light.md). Taps: [taps.md](taps.md).
What a server bears and what a learner's visits weigh: [load.md](load.md)."""


def report(sizes: Sequence[Size], versions: Mapping[str, Mapping[str, str]], machine: str) -> str:
    """Return the page. `versions` are those of each environment."""
    parts = [
        "# Speed and size, measured\n",
        f"{_HOW}\n",
        f"Machine: {machine}; Python {platform.python_version()}.\n",
        *(f"- {name}: {', '.join(f'{key} {value}' for key, value in each.items())}" for name, each in versions.items()),
        *(line for size in sizes for line in _of_size(size)),
        *_targets(sizes),
        f"\n{_BESIDE}",
    ]
    return "\n".join(parts) + "\n"


def _of_size(size: Size) -> Iterator[str]:
    yield f"\n## {size.questions:,} questions\n"
    if size.runs:
        yield f"Builds, {max(map(len, size.runs.values()))} of each:\n"
        yield from _table(
            ("", "CPU, s", "ratio", "of its own text", "clock, s", "memory, MB", "ratio", "HTML, bytes a question"), _builds(size)
        )
    if size.loaded:
        yield "\nWhat a page loads at once, in kB before compression:\n"
        yield from _table(
            ("", "with questions: scripts", "styles", "without: scripts", "styles", "files from elsewhere"), _pages(size)
        )
    if size.commands:
        yield "\nChecks:\n"
        rows = (
            (f"`make {name}`", f"{run.cpu:.1f}", f"{run.wall:.1f}", f"{run.memory:.0f}") for name, run in size.commands.items()
        )
        yield from _table(("", "CPU, s", "clock, s", "memory, MB"), rows)
    if size.reloads:
        yield "\nFrom saving a file until the browser shows it, under `mkdocs serve`:\n"
        yield from _table(("", "clock, s", "CPU of the server, s"), _waits(size))


def _builds(size: Size) -> Iterator[tuple[str, ...]]:
    for key in size.runs:
        cpu, memory = size.cpu(key), size.memory(key)
        ratios = f"{cpu / size.cpu('same'):.2f}", f"{_of_own_text(size, key):.2f}", f"{memory / size.memory('same'):.2f}"
        clock, html = f"{size.wall(key):.1f}", f"{size.html[key]:,.0f}"
        yield _NAMES[key], f"{cpu:.2f}", *ratios[:2], clock, f"{memory:.0f}", ratios[2], html


def _of_own_text(size: Size, key: str) -> float:
    """Return a product's processor time as a multiple of that for the plain text it was given, NaN where that was not built."""
    given = _GIVEN.get(key, "text")
    return size.cpu(key) / size.cpu(given) if given in size.runs else nan


def _pages(size: Size) -> Iterator[tuple[str, ...]]:
    for key, (asking, reading) in size.loaded.items():
        sizes = (asking.scripts, asking.styles, reading.scripts, reading.styles)
        yield _NAMES[key], *(f"{each / 1000:.0f}" for each in sizes), str(asking.elsewhere)


def _waits(size: Size) -> Iterator[tuple[str, ...]]:
    for key, waits in size.reloads.items():
        yield _NAMES[key], f"{size.waited(key):.1f}", f"{sorted(each.cpu for each in waits)[len(waits) // 2]:.1f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _targets(sizes: Sequence[Size]) -> Iterator[str]:
    yield "\n## Targets\n"
    large = [size for size in sizes if size.questions >= _LEAST]
    rows = [*(row for size in large for row in _of_targets(size)), *_of_growth(large)]
    yield from _table(("Target", "Measured", ""), rows)


def _of_targets(size: Size) -> Iterator[tuple[str, ...]]:
    at = f"at {size.questions:,} questions"
    most = 0.9 if size.questions >= 10_000 else 1.1
    if size.runs:
        yield _target(f"CPU at most {most} of the same text, {at}", size.cpu("ours") / size.cpu("same"), most)
        yield _target(f"memory at most 1.2 of the same text, {at}", size.memory("ours") / size.memory("same"), 1.2)
    for key in [product.key for product in PRODUCTS if product.environment != "own" and product.key in size.runs]:
        yield _target(f"CPU below {_NAMES[key]}, {at}", size.cpu("ours") / size.cpu(key), 1.0)
        of_texts = _of_own_text(size, "ours") / _of_own_text(size, key)
        yield _target(f"CPU, each of its own text, below {_NAMES[key]}, {at}", of_texts, 1.0)
    if size.reloads:
        yield _target(f"a save shows in at most 1.2 of plain, {at}", size.waited("ours") / size.waited("same"), 1.2)
    if size.reloads and size.questions >= 10_000:
        yield _target(f"a save shows in at most 3 seconds, {at}", size.waited("ours"), 3.0)


def _of_growth(sizes: Sequence[Size]) -> Iterator[tuple[str, ...]]:
    """Yield whether time grows at most as the number of questions does, from the smallest of these sizes to the largest."""
    if len(sizes) < 2:
        return
    small, large = sizes[0], sizes[-1]
    times = large.questions / small.questions
    between = f"from {small.questions:,} to {large.questions:,} questions"
    if small.runs and large.runs:
        yield _target(f"CPU of a build grows at most {times:.0f} times {between}", large.cpu("ours") / small.cpu("ours"), times)
    for name in sorted(small.commands.keys() & large.commands.keys()):
        grown = large.commands[name].cpu / small.commands[name].cpu
        yield _target(f"CPU of `make {name}` grows at most {times:.0f} times {between}", grown, times)


def _target(name: str, measured: float, most: float) -> tuple[str, str, str]:
    return name, f"{measured:.2f}", "met" if measured <= most else "**not met**"
