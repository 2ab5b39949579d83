"""Where the repository and its golden cases lie. Tests of the engine may take programs from ROOT, and no content."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests" / "cases"
