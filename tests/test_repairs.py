"""The repairs of the theme still find what they mend."""

from pathlib import Path

import material
import pytest

from theme_repairs import REPAIRS, Repair, mend

TEMPLATES = Path(material.__file__).parent / "templates"


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.reason)
def test_the_theme_still_holds_what_the_repair_mends(repair: Repair) -> None:
    assert any(repair.found in path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))


def test_a_page_is_mended_in_every_place() -> None:
    page = "".join(repair.found for repair in REPAIRS)
    assert mend(page) == "".join(repair.becomes for repair in REPAIRS)


def test_a_page_without_faults_stays_as_it_is() -> None:
    assert mend("<p>Nothing to mend.</p>") == "<p>Nothing to mend.</p>"
