"""No cell of CSV is run as a formula, and each comes back as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizbank.exchange.table.formulas import guarded, unguarded

SIGNS = "=+-@\t\r\n＝＋－＠"


@settings(max_examples=200, derandomize=True, database=None, deadline=None)
@given(st.text(st.sampled_from(f"{SIGNS}'a1य"), max_size=5))
def test_any_cell_is_harmless_and_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(tuple(SIGNS))
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("-5 percent", "'-5 percent"),
        ("'=1", "''=1"),
        ("''", "'''"),
        ("'90s", "'90s"),
        ("5 = 5", "5 = 5"),
        ("'", "'"),
    ],
)
def test_an_apostrophe_stands_before_what_needs_one_and_before_nothing_else(cell: str, safe: str) -> None:
    assert guarded(cell) == safe
    assert unguarded(safe) == cell


@pytest.mark.parametrize("cell", ["=1+1", "'90s", "plain", ""])
def test_what_a_person_wrote_without_our_apostrophe_stays(cell: str) -> None:
    assert unguarded(cell) == cell
