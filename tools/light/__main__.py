"""`python tools/light site`: measures a built site, and writes bench/light.md with what was measured before.

`--before` keeps the figures as those to compare with. Lighthouse has to be there: `npm ci` in bench/light. Nothing here is needed
to build the site.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path[0:0] = [str(Path(__file__).resolve().parent.parent)]

from light.lighthouse import FOLDER, CannotMeasure  # noqa: E402
from light.measure import everything  # noqa: E402
from light.report import report  # noqa: E402

TARGET = FOLDER.with_suffix(".md")


def main() -> int:
    """Measure, and write. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Measure what reaches a small phone.")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--before", action="store_true", help="keep the figures as those to compare with")
    parser.add_argument("--runs", type=int, default=5, help="how often each page is measured; 5 if left out")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="the path of Chromium or Chrome")
    options = parser.parse_args()
    try:
        found = everything(options.site, options.browser, options.runs)
    except (CannotMeasure, FileNotFoundError) as fault:
        print(fault, file=sys.stderr)
        return 1
    (FOLDER / ("before.json" if options.before else "after.json")).write_text(
        json.dumps(found, indent=1) + "\n", encoding="utf-8"
    )
    return _write()


def _write() -> int:
    """Write the document from the figures that are kept, where both are."""
    kept = [FOLDER / "before.json", FOLDER / "after.json"]
    if all(path.is_file() for path in kept):
        before, after = (json.loads(path.read_text(encoding="utf-8")) for path in kept)
        TARGET.write_text(report(before, after), encoding="utf-8")
        print(f"{TARGET} is written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
