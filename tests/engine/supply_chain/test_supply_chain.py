"""What the project takes from others: `make audit` refuses what it must. Nothing here asks the network."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from places import ROOT
from supply_chain import __main__ as audit
from supply_chain import index, licences, vulnerabilities
from supply_chain.licences import Licensed, licence_of, refused
from supply_chain.locks import Locked, every_package, read_lock, read_locks
from supply_chain.vulnerabilities import read_answer
from supply_chain.wheels import targets, without_wheel

DIGEST = hashlib.sha256(b"").hexdigest()
HASH = f"    --hash=sha256:{DIGEST}\n"


def locked(tmp_path: Path, text: str) -> Locked:
    (tmp_path / "requirements.lock").write_text(text, encoding="utf-8")
    packages, problems = read_lock(tmp_path / "requirements.lock")
    assert problems == []
    return packages[0]


def test_every_lock_file_holds_versions_and_hashes_and_no_address() -> None:
    locks, problems = read_locks(ROOT)
    assert problems == []
    assert {"requirements.lock", "requirements-test.lock", "requirements-audit.lock"} <= set(locks)
    assert all(packages for packages in locks.values())
    assert [path.name for path in ROOT.glob("requirements*.lock") if "://" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("jinja2==3.1.6", "expected jinja2 with a hash, '--hash=sha256:…', got none"),
        ("jinja2==3.1.6 \\\n    --hash=md5:abc", "expected jinja2 with a hash, '--hash=sha256:…', got none"),
        ("jinja2>=3", "expected a package with its version, such as 'jinja2==3.1.6', got 'jinja2>=3'"),
        ("--find-links ./wheels", "expected a package with its version, such as 'jinja2==3.1.6', got '--find-links"),
        ("jinja2 @ https://example.org/j.whl", "expected a package with its version, such as 'jinja2==3.1.6', got 'jinja2 @ h"),
    ],
)
def test_a_line_that_pins_nothing_is_told_with_its_place(entry: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "requirements-x.lock"
    path.write_text(f"# by hand\nidna==3.20 \\\n{HASH}{entry}\n", encoding="utf-8")
    packages, problems = read_lock(path)
    assert [package.name for package in packages] == ["idna"]
    (problem,) = problems
    assert problem.startswith(f"requirements-x.lock:4: {message}")


def test_a_folder_without_locks_is_told(tmp_path: Path) -> None:
    assert read_locks(tmp_path) == ({}, [f"{tmp_path}: expected lock files, 'requirements*.lock', got none"])


@pytest.mark.parametrize(
    ("name", "lacking"),
    [
        ("jinja2-3.1.6-py3-none-any.whl", 0),
        ("jinja2-3.1.6.tar.gz", 12),
        ("jinja2-3.1.6-cp311-abi3-win_amd64.whl", 8),  # every later Python takes it, and two systems do not
        ("jinja2-3.1.6-cp314-cp314-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", 11),
        ("jinja2-3.1.6-cp314-cp314t-manylinux_2_17_x86_64.whl", 12),  # for a Python without the lock
        ("jinja2-3.1.6-py3-none-macosx_11_0_arm64.whl", 8),
    ],
)
def test_a_package_needs_a_wheel_for_every_system_and_python(name: str, lacking: int, tmp_path: Path) -> None:
    package = locked(tmp_path, f"jinja2==3.1.6 \\\n{HASH}")
    said = list(without_wheel(package, {DIGEST: name}, targets()))
    assert len(said) == lacking
    if "tar" in name:
        assert said[0] == "requirements.lock:1: jinja2 3.1.6 has no wheel for Linux with Python 3.11"


def test_only_a_file_whose_hash_is_locked_counts(tmp_path: Path) -> None:
    package = locked(tmp_path, f"jinja2==3.1.6 \\\n{HASH}")
    assert len(list(without_wheel(package, {"0" * 64: "jinja2-3.1.6-py3-none-any.whl"}, targets()))) == 12


def test_a_package_is_wanted_only_where_its_marker_says(tmp_path: Path) -> None:
    package = locked(tmp_path, f"scipy==1.0 ; python_full_version < '3.12' and sys_platform == 'win32' \\\n{HASH}")
    said = list(without_wheel(package, {}, targets()))
    assert said == ["requirements.lock:1: scipy 1.0 has no wheel for Windows with Python 3.11"]


@pytest.mark.parametrize(
    ("licence", "message"),
    [
        ("", "thing 1.0: expected a licence in its metadata, got none"),
        ("Proprietary", "thing 1.0: expected a free licence, got 'Proprietary'"),
        ("MIT AND Commons-Clause", "thing 1.0: expected a free licence, got 'MIT AND Commons-Clause'"),
        ("SSPL-1.0", "thing 1.0: expected a free licence, got 'SSPL-1.0'"),
    ],
)
def test_a_licence_that_is_unknown_or_not_free_is_refused(licence: str, message: str) -> None:
    assert list(refused([Licensed("thing", "1.0", licence)])) == [message]


def test_a_free_licence_is_accepted_also_among_others() -> None:
    assert list(refused([Licensed("thing", "1.0", "MIT AND (Apache-2.0 OR BSD-3-Clause)"), Licensed("b", "2", "MPL-2.0")])) == []


def test_a_package_that_is_not_installed_has_no_licence_unless_only_another_system_installs_it(tmp_path: Path) -> None:
    unknown = locked(tmp_path, f"no-such-package==1.0 \\\n{HASH}")
    assert licence_of(unknown).licence == ""
    assert licence_of(unknown._replace(name="brotlicffi")).licence == "MIT"


def test_the_list_of_licences_is_that_of_the_locks() -> None:
    locks, _ = read_locks(ROOT)
    rows = [line.split(" | ") for line in (ROOT / audit.LICENCES).read_text(encoding="utf-8").splitlines() if " | " in line]
    listed = [(name.removeprefix("| "), version, lock) for name, version, _, lock in rows[1:]]
    packages = {(package.name, package.version) for package in every_package(locks.values())}
    assert {(name, version) for name, version, _ in listed} == packages, "run make audit"
    assert list(refused(Licensed(row[0], row[1], row[2]) for row in rows[1:])) == []


def test_what_is_known_of_a_version_is_told_and_what_was_passed_over_is_counted() -> None:
    report: list[dict[str, Any]] = [
        {
            "name": "old",
            "version": "1.0",
            "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}],
        },
        {"name": "good", "version": "2.0", "vulns": []},
        {"name": "unknown", "skip_reason": "Dependency not found"},
    ]
    answer = read_answer("requirements.lock", report)
    assert answer.found == [
        "requirements.lock: old 1.0: PYSEC-1, fixed in 1.1",
        "requirements.lock: old 1.0: PYSEC-2, fixed in no version",
    ]
    assert (answer.asked, answer.answered, answer.said) == (3, 2, "Dependency not found")


def test_a_database_that_does_not_answer_is_no_clean_bill(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr="a\nno name can be resolved\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    answer = vulnerabilities.known_vulnerabilities(Path("requirements.lock"))
    assert (answer.answered, answer.said) == (0, "no name can be resolved")


def test_an_index_that_gives_no_list_is_not_reached() -> None:
    with pytest.raises(index.NotReached, match="jinja2: the package index gave no list of files"):
        index.files_of("http://127.0.0.1:9/", "jinja2")


def test_the_command_fails_for_a_problem_and_says_what_could_not_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "requirements.lock").write_text("jinja2==3.1.6\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["audit", "--root", str(tmp_path)])
    monkeypatch.setattr(audit, "address", lambda: "http://127.0.0.1:9/")
    silent = subprocess.CompletedProcess([], 0, stdout=json.dumps({"dependencies": [{"name": "a", "skip_reason": "not found"}]}))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: silent)
    assert audit.main() == 1
    said = capsys.readouterr()
    assert said.err == "requirements.lock:1: expected jinja2 with a hash, '--hash=sha256:…', got none\n"
    assert "Vulnerabilities, requirements.lock: not reached. not found" in said.out
    (tmp_path / "requirements.lock").write_text(f"jinja2==3.1.6 \\\n{HASH}", encoding="utf-8")
    assert audit.main() == 0
    assert "Wheels: not reached. jinja2: the package index gave no list of files" in capsys.readouterr().out
    assert "| jinja2 | 3.1.6 | BSD-3-Clause | site |" in (tmp_path / audit.LICENCES).read_text(encoding="utf-8")


def test_a_name_of_a_licence_is_read_as_spdx_writes_it() -> None:
    assert licences._spdx("The MIT License") == "MIT"
    assert licences._spdx("3-Clause BSD License") == "BSD-3-Clause"
