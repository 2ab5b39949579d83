"""The page from which questions are taken along: it offers what lies ready, of these questions and no others."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import example_course
import small_project
from quizbank.course import NEUTRAL
from quizbank.exchange.made_of import made_of
from quizbank.exports import NAMES, load_format
from quizbank.kinds import KINDS
from quizbank.site.downloads import ACCOUNT, FOLDER, NoAccount, Ready, read_downloads
from quizbank.site.pages.downloads import pages
from quizbank.strings.words import entries

BANK = "five-kinds"


def account(of: str = "0123456789abcdef") -> str:
    aiken = {
        "title": "Aiken",
        "how": "downloads.how_aiken",
        "files": [["aiken/all.txt", 2, ""], [f"aiken/{BANK}.txt", 123_456, BANK]],
        "beside": [["aiken/columns.txt", 4_000]],
        "taken": {"single-choice": 2},
        "left": [["ordering", "Aiken has only choices", 3], ["sorting", "Aiken has only choices", 1]],
        "lessened": [["single-choice", "Aiken has no room for reasons", 2]],
    }
    return json.dumps({"of": of, "formats": {"aiken": aiken}})


def lay(root: Path, text: str, *files: str) -> Ready | None:
    folder = root / FOLDER
    (folder / "aiken").mkdir(parents=True)
    (folder / ACCOUNT).write_text(text, encoding="utf-8")
    for name in files:
        (folder / name).write_text("ok", encoding="utf-8")
    return read_downloads(root)


def test_the_page_offers_each_file_with_its_size_and_says_what_a_format_leaves_out(tmp_path: Path) -> None:
    ready = lay(tmp_path, account(), "aiken/all.txt", f"aiken/{BANK}.txt", "aiken/columns.txt")
    assert ready is not None
    banks = example_course.library().banks
    text = pages({BANK: next(iter(banks.values()))}, ready, NEUTRAL)["downloads.md"]
    assert f"[all&#46;txt]({FOLDER}/aiken/all.txt) (1\u00a0KB)" in text
    assert "Left out (4):" in text
    assert "Aiken has only choices (Ordering 3, Sorting 1)." in text
    assert "- Aiken has no room for reasons (Single choice 2)." in text
    assert f"To go with it:</span> [columns&#46;txt]({FOLDER}/aiken/columns.txt) (4\u00a0KB)" in text
    assert set(ready.data()) == {f"{FOLDER}/aiken/all.txt", f"{FOLDER}/aiken/{BANK}.txt", f"{FOLDER}/aiken/columns.txt"}


def test_the_table_has_the_number_of_each_kind_beside_that_of_all(tmp_path: Path) -> None:
    ready = lay(tmp_path, account(), "aiken/all.txt", f"aiken/{BANK}.txt", "aiken/columns.txt")
    library = example_course.library()
    text = pages(library.banks, ready, NEUTRAL)["downloads.md"]
    singles = sum(part.kind == "single-choice" for bank in library.banks.values() for part in bank.parts)
    assert f"| Single choice | {singles} | 2 |" in text
    assert text.count("\n| ") == 2 + len(KINDS) - 1  # the head with its rule, and a row for each kind but cases


def test_without_files_the_page_says_how_they_are_made() -> None:
    text = pages({}, None, NEUTRAL)["downloads.md"]
    assert "make exports" in text
    assert "](" not in text


def test_every_format_says_how_it_is_imported() -> None:
    keys = {load_format(name).how for name in NAMES}
    assert len(keys) == len(NAMES)
    assert keys <= entries("en").keys()


NO_ACCOUNTS = ["{", "[]", "{}", '{"of": 1, "formats": {"aiken": {}}}', '{"of": "", "formats": {"aiken": {"files": [1]}}}']


@pytest.mark.parametrize("text", NO_ACCOUNTS)
def test_an_account_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoAccount, match=r"exports/account\.json: expected what 'make exports' writes now, got .*; run it again"):
        lay(tmp_path, text)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    message = r"exports/account\.json: expected the file aiken/five-kinds\.txt beside it, got none; run 'make exports' again"
    with pytest.raises(NoAccount, match=message):
        lay(tmp_path, account(), "aiken/all.txt")


def test_the_hash_of_the_questions_follows_names_and_contents(tmp_path: Path) -> None:
    one, other = tmp_path / "a.yml", tmp_path / "b.yml"
    one.write_text("x", encoding="utf-8")
    other.write_text("y", encoding="utf-8")
    known = made_of([one, other])
    assert made_of([other, one]) == known
    other.write_text("z", encoding="utf-8")
    assert made_of([one, other]) != known


def build(root: Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **env}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.site
def test_the_site_has_the_files_of_its_own_questions_and_refuses_those_of_others(tmp_path: Path) -> None:
    for name, text in small_project.FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text) if isinstance(text, bytes) else path.write_text(text, encoding="utf-8")
    lay(
        tmp_path,
        account(made_of((tmp_path / "quizzes").glob("*.yml"))),
        "aiken/all.txt",
        f"aiken/{BANK}.txt",
        "aiken/columns.txt",
    )
    assert build(tmp_path).stderr == ""
    site = tmp_path / "site"
    assert (site / FOLDER / "aiken/all.txt").read_text(encoding="utf-8") == "ok"
    assert f'href="../{FOLDER}/aiken/{BANK}.txt"' in (site / "downloads/index.html").read_text(encoding="utf-8")

    (tmp_path / FOLDER / ACCOUNT).write_text(account(), encoding="utf-8")
    refused = build(tmp_path)
    assert refused.returncode != 0
    assert (
        "exports/: expected files of these questions, got those of others; run 'make exports', or delete the folder"
        in refused.stderr
    )

    assert build(tmp_path, OFFLINE="true").returncode == 0
    assert not (site / FOLDER).exists()
