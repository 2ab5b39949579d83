"""`python -m bench`: builds, measures and writes `bench/RESULTS.md`."""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from bench import results
from bench.environments import python_of, versions
from bench.measure import build, measure
from bench.pages import as_plain, html_bytes, loaded_by
from bench.projects import PRODUCTS, ROOT, Pages, Product, write_project
from bench.questions import Chapter, chapters
from bench.reload import Waited, reloads
from bench.report import report
from bench.results import Size

ENVIRONMENTS = ROOT / ".bench"
_READ = ("chapter", "part", "quiz", "practice")  # what the same text writes by itself
PARTS = ("builds", "checks", "reloads")
_RELOADED = ("ours", "same")
_MOST_FOR_SUPERQUIZ = 1000  # it takes minutes and gigabytes beyond


def main() -> None:
    """Build, measure and write."""
    options = _options()
    keys = [product for product in PRODUCTS if options.peers or product.environment == "own"]
    pythons = {product.environment: python_of(product.environment, ENVIRONMENTS) for product in keys}
    known = results.read(options.out.with_suffix(".json"))
    for number in options.sizes:
        known.setdefault(number, Size(number)).take(_size(number, keys, pythons, options))
        results.write(options.out.with_suffix(".json"), known)
    told = {name: versions(python) for name, python in pythons.items()}
    options.out.write_text(report([known[number] for number in sorted(known)], told, _machine()), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000], help="numbers of questions")
    parser.add_argument("--rounds", type=int, default=3, help="how often each product is built")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="measure ours and plain Markdown alone")
    parser.add_argument("--reloads", type=int, default=3, help="how many saved changes are waited for")
    parser.add_argument(
        "--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure; the rest is kept as it is known"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "bench" / "RESULTS.md", help="the page to write")
    return parser.parse_args()


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.0f} at the end"


def _size(number: int, products: list[Product], pythons: dict[str, Path], options: argparse.Namespace) -> Size:
    """Measure everything for so many questions."""
    size, read = Size(number), chapters(number)
    wanted = [product for product in products if product.key != "superquiz" or number <= _MOST_FOR_SUPERQUIZ]
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        for _ in range(options.rounds if "builds" in options.parts else 0):
            for product in wanted:
                _build(size, product, pythons[product.environment], folder, read)
        for product in wanted if "builds" in options.parts else ():
            _look(size, product, folder / product.key)
        if "checks" in options.parts:
            _checks(size, folder / "ours", read)
        for product in wanted if "reloads" in options.parts else ():
            if product.key in _RELOADED:
                size.reloads[product.key] = _reloads(product, folder, read, options.reloads)
    return size


def _build(size: Size, product: Product, python: Path, folder: Path, read: list[Chapter]) -> None:
    """Build a product once; the first time, write its project."""
    if not (folder / product.key).exists():
        write_project(product, read, _others(folder / "ours" / "site"), folder / product.key)
    run = build(python, folder / product.key)
    size.runs.setdefault(product.key, []).append(run)
    print(f"{size.questions:,} {product.name}: {run.cpu:.2f} s CPU, {run.memory:.0f} MB", file=sys.stderr, flush=True)


def _others(site: Path) -> Pages:
    """Return the words of our pages that are neither chapters nor quizzes, as Markdown by path. Ours is built first."""
    pages = (page for page in sorted(site.glob("*/index.html")) if not page.parent.name.startswith(_READ))
    return {f"{page.parent.name}.md": as_plain(page) for page in pages}


def _look(size: Size, product: Product, project: Path) -> None:
    """Take down what browsers get."""
    site, asking = project / "site", "quiz/*/index.html" if product.alike else "chapter*/index.html"
    size.html[product.key] = html_bytes(site, asking) / size.questions
    size.loaded[product.key] = loaded_by(next(site.glob(asking))), loaded_by(site / "part0" / "index.html")


def _reloads(product: Product, folder: Path, read: list[Chapter], times: int) -> list[Waited]:
    """Measure what an author waits for. The same text has the words of our pages, so ours is built before it."""
    if product.key == "ours" and not (folder / "ours" / "site").exists():
        write_project(product, read, {}, folder / "ours")
        build(Path(sys.executable), folder / "ours")
    if not (folder / product.key).exists():
        write_project(product, read, _others(folder / "ours" / "site"), folder / product.key)
    return reloads(Path(sys.executable), folder / product.key, product, times)


def _checks(size: Size, project: Path, read: list[Chapter]) -> None:
    """Measure what checks the banks of a course."""
    if not project.exists():
        write_project(PRODUCTS[0], read, {}, project)
    for name in ("check", "blind"):
        size.commands[name] = measure([sys.executable, str(ROOT / "hooks" / "quizbank"), name], project, accepted=(0, 1))


if __name__ == "__main__":
    main()
