"""The recipes of `publish/`: each host's program serves a built site with them, and what it answers is what the recipes promise.

`make hosts` runs this. A program that is not installed is passed over by name.
"""

import gzip
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
import yaml

import small_project
from other_builders.hosts import HOSTS, PUBLISH, Host, serving
from places import ROOT
from precompress import TEXTS, main, precompress
from sites import Build

HASHED = re.compile(r"[.-][0-9a-f]{8,10}\.(?:min\.)?(?:js|css)$")
UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}
YEAR, DAY, ASK = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"
DECK = b"PK" + bytes(range(256)) * 20
SECURE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@pytest.fixture(scope="module")
def site(build_site: Build) -> Iterator[Path]:
    """A packed site that every user of this computer may read, with a manifest and a deck for Anki in it."""
    folder = Path(tempfile.mkdtemp(prefix="hosts-"))
    folder.chmod(0o755)
    shutil.copytree(build_site(small_project.FILES, SITE_URL="http://127.0.0.1/"), folder / "site")
    (folder / "site/exports/anki").mkdir(parents=True)
    (folder / "site/exports/anki/notes.apkg").write_bytes(DECK)
    (folder / "site/manifest.webmanifest").write_text(json.dumps({"name": "Notes" * 50}), encoding="utf-8")
    precompress(folder / "site")
    yield folder / "site"
    shutil.rmtree(folder)


HERE = [name for name in HOSTS if shutil.which(name)]


def test_there_is_a_server_to_try() -> None:
    assert HERE != [], f"expected one of {', '.join(HOSTS)} on this computer, got none; apt-get install nginx caddy apache2"


@pytest.fixture(scope="module", params=HERE)
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[Host]:
    place = site.parent / request.param
    place.mkdir()
    place.chmod(0o777)  # Apache and nginx give up root's rights
    with serving(request.param, site, place) as host:
        yield host


def hashed(site: Path) -> str:
    names = sorted(path.relative_to(site).as_posix() for path in (site / "assets").rglob("*"))
    return next(f"/{name}" for name in names if HASHED.search(name) and name.startswith("assets/quiz/"))


def test_a_page_is_asked_for_again_and_carries_the_security_headers(host: Host) -> None:
    for path, file in (("/", "index.html"), ("/quiz/two-kinds/", "quiz/two-kinds/index.html")):
        answer = host.get(path)
        assert (answer.status, answer.headers["content-type"].lower()) == (200, "text/html; charset=utf-8")
        assert answer.body == (host.site / file).read_bytes()
        assert answer.headers["cache-control"] == ASK
        assert SECURE.items() <= answer.headers.items()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/service-worker.js", r"(?:text|application)/javascript"),
        ("/manifest.webmanifest", "application/manifest[+]json"),
        ("/sitemap.xml", "(?:text|application)/xml"),
        ("/search/search_index.json", "application/json"),
        ("/exports/anki/notes.apkg", "application/octet-stream"),
    ],
)
def test_what_has_no_hash_is_asked_for_again_and_has_its_type(host: Host, path: str, kind: str) -> None:
    answer = host.get(path)
    assert answer.status == 200
    assert re.fullmatch(rf"{kind}(?:; ?charset=utf-8)?", answer.headers["content-type"], re.IGNORECASE)
    assert answer.headers["cache-control"] == ASK
    assert SECURE.items() <= answer.headers.items()


def test_a_name_with_a_hash_is_kept_for_a_year_and_a_picture_for_a_day(host: Host) -> None:
    assert host.get(hashed(host.site)).headers["cache-control"] == YEAR
    assert host.get("/assets/images/favicon.png").headers["cache-control"] == DAY


def test_texts_come_packed_as_the_browser_asks_and_unpack_to_the_file(host: Host) -> None:
    for path, file in (("/", "index.html"), (hashed(host.site), hashed(host.site)[1:]), ("/search/search_index.json",) * 2):
        plain = (host.site / file.removeprefix("/")).read_bytes()
        assert "content-encoding" not in host.get(path).headers
        for encoding in host.packs:
            answer = host.get(path, Accept_Encoding=encoding)
            assert answer.headers.get("content-encoding") == encoding, (path, encoding)
            assert UNPACK[encoding](answer.body) == plain
            assert "accept-encoding" in answer.headers["vary"].lower()
            assert answer.headers["content-type"] == host.get(path).headers["content-type"]
            assert answer.headers["cache-control"] == host.get(path).headers["cache-control"]
            ending = {"gzip": ".gz", "br": ".br"}[encoding]
            assert answer.body == (host.site / f"{file.removeprefix('/')}{ending}").read_bytes()


@pytest.mark.parametrize("path", ["/nothing/here/", "/nothing.html", "/assets/quiz/gone-0123456789.js"])
def test_an_address_that_does_not_exist_gets_the_page_for_it_with_its_status(host: Host, path: str) -> None:
    answer = host.get(path)
    assert answer.status == 404
    assert answer.body == (host.site / "404.html").read_bytes()
    assert answer.headers["cache-control"] == ASK
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert SECURE.items() <= answer.headers.items()


def test_a_folder_without_a_page_is_not_listed(host: Host) -> None:
    assert host.get("/assets/quiz/").status in (403, 404)


def test_an_address_without_its_slash_leads_on(host: Host) -> None:
    answer = host.get("/quiz/two-kinds")
    assert answer.status in (301, 308)
    assert answer.headers["location"].endswith("/quiz/two-kinds/")


def test_a_part_of_a_file_can_be_asked_for(host: Host) -> None:
    answer = host.get("/exports/anki/notes.apkg", Range="bytes=100-299")
    assert (answer.status, answer.body) == (206, DECK[100:300])
    assert answer.headers["content-range"] == f"bytes 100-299/{len(DECK)}"


def test_a_page_that_has_not_changed_is_not_sent_again(host: Host) -> None:
    etag = host.get("/").headers["etag"]
    answer = host.get("/", If_None_Match=etag)
    assert (answer.status, answer.body) == (304, b"")


def test_every_name_in_the_folders_of_the_headers_file_holds_a_hash_and_no_other_name_does(site: Path) -> None:
    rules = re.findall(r"(?m)^/(\S+)/\*\n  Cache-Control: (.*)$", (PUBLISH / "_headers").read_text(encoding="utf-8"))
    folders = tuple(f"{folder}/" for folder, value in rules if value == YEAR)
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in TEXTS}
    assert len(folders) == 4
    assert {name for name in names if name.startswith(folders)} == {name for name in names if HASHED.search(name)}


def test_every_recipe_says_the_same_of_security_and_has_a_place_for_a_content_policy() -> None:
    for name in ("nginx.conf", "Caddyfile", ".htaccess", "_headers"):
        text = (PUBLISH / name).read_text(encoding="utf-8")
        assert [value for value in SECURE.values() if value not in text] == [], name
        assert re.search(r"# .*Content-Security-Policy.* ", text), name
    # Names of fields are compared without their case.
    assert "x-content-type-options: nosniff" in (PUBLISH / "_headers").read_text(encoding="utf-8").lower()


def test_the_workflow_publishes_what_make_has_built_and_with_no_more_rights_than_it_needs() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    steps = workflow["jobs"]["build"]["steps"]
    ran = [line for step in steps for line in step.get("run", "").splitlines() if line.startswith("make ")]
    assert ran == ["make test", "make offline", "make exports", "make site"]
    (built,) = [step for step in steps if "make site" in step.get("run", "")]
    assert built["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}
    (taken,) = [step["with"] for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert taken == {"path": "site"}


def test_packing_a_folder_that_is_no_site_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["precompress.py", str(tmp_path)])
    assert main() == 1
    assert capsys.readouterr().err == f"{tmp_path}: expected a built site, got no index.html\n"


def test_a_copy_that_would_be_larger_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>" + "word " * 500, encoding="utf-8")
    (tmp_path / "short.txt").write_text("x", encoding="utf-8")
    (tmp_path / "short.txt.gz").write_bytes(b"of an earlier build")
    sizes = precompress(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"index.html", "index.html.gz", "index.html.br", "short.txt"}
    assert sizes[".br"] < sizes[".gz"] < sizes[""]


def test_a_packed_copy_says_nothing_of_the_time_and_the_system(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>" + "word " * 500, encoding="utf-8")
    precompress(tmp_path)
    assert (tmp_path / "index.html.gz").read_bytes()[:10].hex() == "1f8b08" + "00" * 5 + "02ff"
