"""The course in this repository: what its content says of itself, for tests that take counts and names from there."""

from functools import cache

from places import ROOT
from quizbank.library import Library, read_library


@cache
def library() -> Library:
    """Return everything the site of this course is made from."""
    return read_library(ROOT / "quizzes", ROOT / "docs", ROOT)
