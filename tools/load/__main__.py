"""`make load`: builds the course, serves it with nginx on 127.0.0.1, and writes bench/load.md. Every loop has an end."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from load.arithmetic import Day, Need, need
from load.server import CONNECTIONS, LOG, SECONDS, Rate, rates, with_a_log
from load.visits import Visit, visits
from other_builders.hosts import serving
from precompress import precompress

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"Home": "/", "A chapter": "/outsourcing/", "A quiz": "/quiz/outsourcing/"}
VISITS = 10


def main() -> int:
    """Build, measure and write. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Measure what a published site bears and a visit weighs.")
    parser.add_argument("--site", type=Path, help="a site that is built already, for http://127.0.0.1/")
    chosen: Any = parser.parse_args()
    missing = [program for program in ("nginx", "wrk") if not shutil.which(program)]
    if missing:
        print(f"make load needs {' and '.join(missing)}: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        site = _readable(Path(folder), chosen.site)
        lines = "\n".join(_measured(site))
    (ROOT / "bench").mkdir(exist_ok=True)
    (ROOT / "bench/load.md").write_text(f"{lines}\n", encoding="utf-8")
    return 0


def _readable(folder: Path, built: Path | None) -> Path:
    """Return a packed copy of the site in a folder that every user may read: nginx gives up root's rights."""
    folder.chmod(0o755)
    site = folder / "site"
    if built:
        shutil.copytree(built, site)
    else:
        build = [
            "env",
            "EXPORTS=no",
            "SITE_URL=http://127.0.0.1/",
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--strict",
        ]
        subprocess.run([*build, "--site-dir", str(site)], check=True, cwd=ROOT)
    precompress(site)
    return site


def _measured(site: Path) -> Iterator[str]:
    place = site.parent / "nginx"
    place.mkdir()
    place.chmod(0o777)
    with serving("nginx", site, place, with_a_log) as host:
        encoding = host.packs[-1]
        seen = visits(f"http://127.0.0.1:{host.port}", list(PAGES.values()), place / LOG, VISITS)
        measured = rates(host, PAGES, encoding)
    yield from report(measured, seen, encoding)


def report(measured: list[Rate], seen: list[Visit], encoding: str) -> Iterator[str]:
    """Yield the lines of the file."""
    first, last, day = seen[0], seen[-1], Day()
    yield "# How much the site bears, and what a visit weighs\n"
    yield f"Written by `make load`: nginx with `publish/nginx.conf` on 127.0.0.1, one process, texts packed before ({encoding})."
    yield f"wrk asks over {CONNECTIONS} connections for {SECONDS} seconds a page, on the same computer as the server.\n"
    yield "| Page | bytes sent | requests a second |\n|---|---|---|"
    yield from (f"| {rate.name} | {rate.size:,} | {rate.requests:,.0f} |" for rate in measured)
    yield f"\nA visit opens {', '.join(name.lower() for name in PAGES)} in Chromium, with its cache and the service worker, which"
    yield "keeps the whole site. What the server sent, headers too:\n"
    yield "| Visit | requests | bytes |\n|---|---|---|"
    yield from (f"| {visit.number} | {visit.requests:,} | {visit.bytes:,} |" for visit in seen if visit.number in (1, 2, VISITS))
    yield from _day(day, need(day, first[1:], last[1:]), max(rate.requests for rate in measured))


def _day(day: Day, needed: Need, rate: float) -> Iterator[str]:
    yield f"\n## {day.learners:,} learners a day\n"
    yield f"Assumed: one visit a learner; {day.new:.0%} come for the first time, {day.updated:.0%} after a change that renews"
    yield f"everything, and the rest find what they had. The busiest hour has {day.peak_hour:.0%} of the day, its busiest seconds"
    yield f"{day.burst:.0f} times the mean of that hour.\n"
    yield "| | |\n|---|---|"
    yield f"| requests a day | {needed.requests / 1e6:,.1f} million |"
    yield f"| sent a day, a month | {needed.bytes / 1e12:,.2f} TB, {needed.bytes * 30 / 1e12:,.0f} TB |"
    yield f"| busiest seconds | {needed.peak_requests:,.0f} requests, {needed.peak_bits / 1e9:,.2f} Gbit a second |"
    yield f"| of one such server | {needed.peak_requests / rate:.0%} of the requests that it answers at most |"
    yield f"| of a line of 1 Gbit a second | {needed.peak_bits / 1e9:.0%} |"
    yield "\nAll files are static and no request carries a cookie, so a CDN answers nearly all of this from its caches: files"
    yield "with a hash in their names may stay there for a year, and of the others it asks whether they have changed."


if __name__ == "__main__":
    sys.exit(main())
