"""`make valid` and `make pdfua`: `python -m validity pages FOLDER…` and `python -m validity pdf FOLDER…`."""

import argparse
import sys
from functools import partial
from pathlib import Path

from validity.pages import CheckerError, faults, messages

JAR = Path(".venv/vnu/node_modules/vnu-jar/build/dist/vnu.jar")


def main() -> int:
    """Check, and say what was found. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Have independent checkers look at what was built.")
    parser.add_argument("what", choices=["pages", "pdf"])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--jar", type=Path, default=JAR, help="the file vnu.jar")
    chosen = parser.parse_args()
    try:
        look = partial(_pages, chosen.jar) if chosen.what == "pages" else _pdf
        found = [fault for folder in chosen.folders for fault in look(folder)]
    except CheckerError as error:
        found = [str(error)]
    for fault in found:
        print(fault, file=sys.stderr)
    return int(bool(found))


def _pages(jar: Path, folder: Path) -> list[str]:
    said = messages(jar, folder)
    found = list(faults(said))
    pages = len(list(folder.rglob("*.html")))
    print(f"{folder}: {pages} pages, {len(found)} faults, {len(said) - len(found)} messages passed over")
    return found


def _pdf(folder: Path) -> list[str]:
    # Only here: who checks pages needs no checker of PDF files.
    from validity.papers import pdf_faults

    files = sorted(folder.rglob("*.pdf"))
    if not files:
        raise CheckerError(f"{folder}: expected PDF files, got none; run make pdf and make papers")
    found = [fault for file in files for fault in pdf_faults(file)]
    print(f"{folder}: {len(files)} files, {len(found)} faults")
    return found


if __name__ == "__main__":
    sys.exit(main())
