"""Every PDF file through an independent checker of PDF/UA-1 (ISO 14289-1).

The checker, page-validation, tests what a machine can of the standard and passes veraPDF's own corpus of test files. What only a
person can tell is not tested: whether the order of reading makes sense, whether a text for a picture says what the picture does,
whether what looks like a heading or a list is one, and whether colour alone says anything.
"""

from collections.abc import Iterator
from pathlib import Path

import page as checker


def pdf_faults(path: Path) -> Iterator[str]:
    """Yield a sentence for each rule of PDF/UA-1 that a file breaks, with the checker's first example."""
    report = checker.validate_pdf(path, profile="ua1", limits=checker.SafetyLimits.unlimited())
    for failure in report.failures:
        yield f"{path}: {failure.rule_id}: {failure.message}"
