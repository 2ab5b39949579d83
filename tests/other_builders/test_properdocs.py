"""ProperDocs, the fork of MkDocs, builds the same site from the same settings and hooks. `make properdocs` runs this."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT
from quizbank.site.addresses import SERVICE_WORKER
from sites import Build

ADDRESS = "http://127.0.0.1/notes/"
# The one line of the theme that names who has made a page.
GENERATOR = re.compile(rb'<meta name="generator" content="(mkdocs-[^",]+), mkdocs-material-[^"]+">')
# The worker names every file with its hash, so that it follows from that line.
HASH = re.compile(rb'sha256-[\w+/=]+|"[0-9a-f]{16}"')


@pytest.fixture(scope="module")
def of_mkdocs(build_site: Build) -> Path:
    return build_site(SITE_URL=ADDRESS)


@pytest.fixture(scope="module")
def of_properdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("properdocs") / "site"
    env = {**os.environ, "SITE_URL": ADDRESS, "EXPORTS": "no", "OFFLINE": "false"}
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(folder)]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_fork_makes_the_same_files_but_for_its_name(of_mkdocs: Path, of_properdocs: Path) -> None:
    theirs, ours = files(of_properdocs), files(of_mkdocs)
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if GENERATOR.sub(b"", theirs[name]) != GENERATOR.sub(b"", ours[name])] == [SERVICE_WORKER]
    assert HASH.sub(b"", theirs[SERVICE_WORKER]) == HASH.sub(b"", ours[SERVICE_WORKER])


def test_each_page_is_really_one_of_the_fork(of_properdocs: Path) -> None:
    pages = [data for name, data in files(of_properdocs).items() if name.endswith(".html") and not name.startswith("papers/")]
    makers = {found[1].split(b" ")[0] for data in pages if (found := GENERATOR.search(data))}
    assert makers == {b"mkdocs-ProperDocs"}
    assert len(pages) > 50
