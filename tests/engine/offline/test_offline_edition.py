"""The edition to hand out: one zip file, the same bytes on every day and in every folder, whole when it is unpacked."""

import gzip
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import small_project
from quizbank.cli import main
from quizbank.offline.edition import source_time, write_zip
from quizbank.site.addresses import SERVICE_WORKER
from quizbank.start.project import TEMPLATES
from sites import Build, Site

WHEN = datetime(2025, 3, 4, 5, 6, 8, tzinfo=UTC)
DAYS: tuple[dict[str, Any], ...] = (
    {"SOURCE_DATE_EPOCH": "86400", "PYTHONHASHSEED": "1"},
    {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "2"},
)
BOOK = {
    "docs/index.md": f"{small_project.INDEX}\n<!--book-->\n",
    "dist/small-site-book.pdf": "%PDF-1.7 as far as this test reads",
    "dist/small-site-book.epub": "PK as far as this test reads",
}


def _contents(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def editions(build_site: Build) -> list[Path]:
    """The small project with a book, built in two folders on two days."""
    return [build_site({**small_project.FILES, **BOOK}, offline=True, **day) for day in DAYS]


def test_the_same_sources_give_the_same_bytes_in_another_folder_and_on_another_day(editions: list[Path], tmp_path: Path) -> None:
    first, second = editions
    assert _contents(first) == _contents(second)
    for name, folder in (("a.zip", first), ("b/b.zip", second)):
        assert write_zip(folder, tmp_path / name, WHEN) == (tmp_path / name).stat().st_size
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b/b.zip").read_bytes()


def test_the_same_sources_give_the_same_site_on_another_day_its_packed_sitemap_too(build_site: Build) -> None:
    first, second = (_contents(build_site(small_project.FILES, **day)) for day in DAYS)
    assert {SERVICE_WORKER, "sitemap.xml.gz"} <= set(first)
    assert [path for path in first if first[path] != second[path]] == []
    assert gzip.decompress(first["sitemap.xml.gz"]) == first["sitemap.xml"]
    assert first["sitemap.xml.gz"][:10].hex() == "1f8b08" + "00" * 5 + "02ff"  # no time, no name, and no system


def test_the_zip_has_sorted_files_with_one_time_and_one_mode(editions: list[Path], tmp_path: Path) -> None:
    write_zip(editions[0], tmp_path / "edition.zip", WHEN)
    with zipfile.ZipFile(tmp_path / "edition.zip") as packed:
        assert packed.testzip() is None
        entries = packed.infolist()
        names = [entry.filename for entry in entries]
        assert names == sorted(names)
        assert {(entry.date_time, entry.external_attr, entry.create_system) for entry in entries} == {
            ((2025, 3, 4, 5, 6, 8), 0o100644 << 16, 3)
        }
        for name in ("small-site-book.pdf", "small-site-book.epub"):
            assert packed.read(name) == BOOK[f"dist/{name}"].encode()
        start = packed.read("index.html").decode()
    for kind in ("pdf", "epub"):
        assert f'href="small-site-book.{kind}"' in start
        assert f"{kind.upper()}, 0.0 MB" in start
    assert not {SERVICE_WORKER, "sitemap.xml", "sitemap.xml.gz", "manifest.webmanifest"} & set(names)
    assert not [name for name in names if name.endswith(".map") or "/lunr/" in name or "assets/offline/" in name]


def test_without_a_book_and_online_the_start_page_does_not_speak_of_it(small_site: Site, build_site: Build) -> None:
    with_mark = {**small_project.FILES, "docs/index.md": BOOK["docs/index.md"]}
    online = build_site({**small_project.FILES, **BOOK})
    for folder in (online, build_site(with_mark, offline=True)):
        assert not re.search(r"book", (folder / "index.html").read_text(encoding="utf-8"))
        assert not list(folder.glob("small-site-book.*"))


def test_the_page_of_a_new_course_promises_no_e_book_that_may_be_missing() -> None:
    page = (TEMPLATES / "docs/offline/index.md").read_text(encoding="utf-8")
    assert "<!--book-->" in page
    assert not re.search("e-book|EPUB", page)


def test_the_time_of_the_zip_is_that_of_the_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(WHEN.timestamp())))
    assert source_time(tmp_path) == WHEN
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert source_time(tmp_path) == datetime(1980, 1, 1, tzinfo=UTC)  # no repository


def test_a_zip_of_sources_older_than_zip_files_has_the_earliest_time_that_one_can_hold(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # 1970, as packagers set it
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>Notes", encoding="utf-8")
    write_zip(tmp_path / "site", tmp_path / "edition.zip", source_time(tmp_path))
    with zipfile.ZipFile(tmp_path / "edition.zip") as packed:
        assert [entry.date_time for entry in packed.infolist()] == [(1980, 1, 1, 0, 0, 0)]


def test_a_folder_without_a_site_is_told_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zip", str(tmp_path), str(tmp_path / "edition.zip")]) == 1
    assert f"{tmp_path}: expected a built site, got no index.html" in capsys.readouterr().err
    assert not (tmp_path / "edition.zip").exists()
