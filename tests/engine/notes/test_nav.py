"""The navigation as the checks read it: entries that lead nowhere, chapters to which no entry leads."""

from pathlib import Path

import pytest

from quizbank.notes.chapters import scan
from quizbank.notes.nav import check_nav, read_nav

HEAD = "site_name: Notes\nsite_url: !ENV [SITE_URL, '']\n"
NAV = f"{HEAD}nav:\n  - Start: index.md\n  - Part:\n      - bpo.md\n      - Outside: https://example.org/\n"
STRICT = "validation:\n  nav: {omitted_files: warn}\n"


def problems(settings: str, tmp_path: Path, *pages: str) -> list[str]:
    """Return what is wrong with the settings of a site with these pages, of which `bpo.md` and `kpo.md` are chapters of banks."""
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    nav, found = read_nav(tmp_path / "mkdocs.yml", tmp_path)
    chapters = {page: scan("# Title\n", f"docs/{page}", page) for page in pages}
    return [*map(str, found), *(map(str, check_nav(nav, chapters, {"bpo.md", "kpo.md"}, {"today.md"}, {})) if nav else ())]


@pytest.mark.parametrize(
    ("settings", "pages", "expected"),
    [
        (NAV, ["index.md", "bpo.md"], []),
        (NAV, ["index.md", "bpo.md", "draft.md"], []),
        (f"{NAV}  - today.md\n", ["index.md", "bpo.md"], []),
        (HEAD, ["index.md", "kpo.md"], []),
        (f"{NAV}not_in_nav: /kpo.md\n", ["index.md", "bpo.md", "kpo.md"], []),
        (f"{NAV}draft_docs: |\n  kpo.md\n", ["index.md", "bpo.md", "kpo.md"], []),
        (
            NAV,
            ["index.md", "bpo.md", "kpo.md"],
            ["docs/kpo.md:1: nav: expected 'kpo.md' under 'nav:' in mkdocs.yml, got no entry for it there"],
        ),
        (
            f"{NAV}{STRICT}",
            ["index.md", "bpo.md", "more/index.md", "more/README.md"],
            ["docs/more/index.md:1: nav: expected 'more/index.md' under 'nav:' in mkdocs.yml, got no entry for it there"],
        ),
        (NAV, ["index.md", "bop.md"], ["mkdocs.yml:6: nav: expected a page in docs/, got 'bpo.md'; did you mean 'bop.md'?"]),
        (f"{HEAD}\tnav: x\n", [], ["mkdocs.yml:3: expected spaces for indentation, got a tab"]),
    ],
    ids=[
        "complete",
        "a page that is no chapter",
        "a generated page",
        "no navigation",
        "a chapter left out on purpose",
        "a draft",
        "a chapter left out",
        "a page left out where none may be",
        "an entry that leads nowhere",
        "a tab",
    ],
)
def test_a_chapter_outside_the_navigation_and_an_entry_that_leads_nowhere_are_told(
    settings: str, pages: list[str], expected: list[str], tmp_path: Path
) -> None:
    assert problems(settings, tmp_path, *pages) == expected
