"""Every page has a policy that allows what stands in it and nothing else; authors are told what it would refuse of theirs."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

import content_policy
import policy_site
from policy_reader import PolicyReader, refused
from quizbank.cli import main
from quizbank.offline.worker import lost_page
from quizbank.site.assets import folder_assets
from quizbank.site.safety.forbidden import forbidden_in
from quizbank.site.safety.policy import Inline, header, inline_in, page_policy, policy_in, with_own_policy, with_policy
from quizbank.strings.words import Words
from sites import Build, Site

# Of the text `1`, by `printf 1 | openssl dgst -sha256 -binary | base64`.
ONE = "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"


@pytest.fixture(scope="module", params=["online", "folder"])
def site(request: pytest.FixtureRequest, build_site: Build, serve: Callable[..., Site]) -> Path:
    """The site in each edition."""
    return build_site(policy_site.FILES, offline=True) if request.param == "folder" else serve(policy_site.FILES).folder


def pages(site: Path) -> dict[str, str]:
    """Return the pages that the build makes, by path."""
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {path: html for path, html in found.items() if path != "own.html"}


def test_every_page_allows_what_stands_in_it_and_nothing_else(site: Path) -> None:
    assert {path: faults for path, html in pages(site).items() if (faults := list(refused(html)))} == {}
    assert {"404.html", "index.html", "papers/small-set-a.html", "papers/small-set-a-key.html"} <= pages(site).keys()


def test_all_pages_that_may_take_the_place_of_one_another_have_the_same_policy(site: Path) -> None:
    found = {policy_in(html) for path, html in pages(site).items() if not path.startswith("papers/")}
    assert len(found) == 1
    in_a_page = inline_in(policy_site.IN_A_PAGE)
    assert all(each in next(iter(found)) for each in (*in_a_page.scripts, *in_a_page.styles))


def test_the_scripts_of_the_theme_and_the_shell_are_the_same_at_every_depth(site: Path) -> None:
    """Each form would cost every page a hash of 51 characters."""
    (policy,) = PolicyReader(pages(site)["index.html"]).policies
    assert len([each for each in policy["script-src"] if each.startswith("'sha256-")]) <= 7  # one of them is the author's


def test_papers_run_no_script(site: Path) -> None:
    (policy,) = PolicyReader(pages(site)["papers/small-set-a.html"]).policies
    assert policy.keys() == {"default-src", "style-src", "img-src", "base-uri", "form-action"}
    assert len(policy["style-src"]) == 1


def test_a_page_in_html_among_the_notes_stays_as_its_author_wrote_it(site: Path) -> None:
    assert (site / "own.html").read_text(encoding="utf-8") == policy_site.OWN_PAGE


def test_pages_that_are_no_files_of_the_site_have_a_policy_too() -> None:
    assert list(refused(lost_page("Small site", Words()))) == []
    (keeper,) = (asset.text for asset in folder_assets("small-site") if asset.path.endswith(".htm"))
    assert list(refused(keeper)) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>1</script>", Inline(frozenset([ONE]))),
        ("<SCRIPT>1</SCRIPT >", Inline(frozenset([ONE]))),
        ('<script data-a="x>y">1</script>', Inline(frozenset([ONE]))),
        ("<script type=module>1</script>", Inline(frozenset([ONE]))),
        ('<script type="text/javascript">1</script>', Inline(frozenset([ONE]))),
        ('<script type="importmap">1</script>', Inline(frozenset([ONE]))),
        ("<style media=print>1</style>", Inline(styles=frozenset([ONE]))),
        ("<script>1</script><style>1</style>", Inline(frozenset([ONE]), frozenset([ONE]))),
        ('<script type="application/json">1</script>', Inline()),
        ("<script src=a.js>1</script>", Inline()),
        ("<!-- <script>1</script> -->", Inline()),
        ("<p>script</p>", Inline()),
    ],
)
def test_what_stands_in_a_page_is_found(html: str, found: Inline) -> None:
    assert inline_in(html) == found


def test_a_hash_is_that_of_the_text_with_the_line_breaks_of_browsers() -> None:
    assert inline_in("<script>a\r\nb\rc</script>") == inline_in("<script>a\nb\nc</script>")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<!doctype html>",
        "\n<!doctype html>\n<html lang='en' class='no-js'>\n  <head>\n    \n    <meta charset='utf-8'>",
        "<!doctype html>\n<html lang='en'>\n<meta charset='utf-8'>",
        "<!doctype html><html><head>",
    ],
)
def test_a_policy_stands_behind_the_encoding_and_before_all_else(before: str) -> None:
    html = with_policy(f"{before}<title>T</title><script>1</script>", "default-src 'none'")
    assert html.startswith(f'{before}\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>T')
    assert policy_in(html) == "default-src 'none'"


def test_a_folder_has_files_and_frames_and_the_web_has_neither() -> None:
    online, folder = page_policy(Inline()), page_policy(Inline(), in_folder=True)
    assert "file:" not in online
    assert "frame-src 'none';" in online
    assert "script-src 'self' file:;" in folder
    assert "frame-src 'self' file:;" in folder


def test_a_policy_is_the_same_in_every_build() -> None:
    policy = page_policy(Inline(frozenset(["'sha256-b'", "'sha256-a'"])))
    assert "script-src 'self' 'sha256-a' 'sha256-b';" in policy


def test_a_header_allows_what_any_page_allows_and_names_who_may_show_pages_in_a_frame() -> None:
    policies = ["default-src 'none'; script-src 'self' 'sha256-a'", "default-src 'none'; script-src 'none'; style-src 'sha256-b'"]
    assert header(policies, "'self'") == (
        "default-src 'none'; script-src 'self' 'sha256-a'; style-src 'sha256-b'; frame-ancestors 'self'"
    )


def csp(site: Path, *more: str) -> int:
    return main(["csp", str(site), *more])


def test_the_command_prints_the_header(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text(with_own_policy("<style>1</style>"), encoding="utf-8")
    (tmp_path / "own.html").write_text("<p>Without one</p>", encoding="utf-8")
    assert csp(tmp_path, "--frames", "'self' https://lms.example") == 0
    assert capsys.readouterr().out == (
        f"default-src 'none'; style-src {ONE}; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self' https://lms.example\n"
    )


@pytest.mark.parametrize(
    ("frames", "told"),
    [
        ("'self'", "FOLDER: expected a built site whose pages have a policy, got none\n"),
        *(
            (
                f"{frames}",
                f"--frames: expected 'self', 'none' or an address such as https://lms.example, got {got}\n"
                "FOLDER: expected a built site whose pages have a policy, got none\n",
            )
            for frames, got in (("", "''"), ("lms.example", "'lms.example'"), ("https://a.example;x", "'https://a.example;x'"))
        ),
    ],
)
def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str], frames: str, told: str) -> None:
    assert csp(tmp_path, "--frames", frames) == 1
    assert capsys.readouterr().err == told.replace("FOLDER", str(tmp_path))


STYLE = (
    "expected a class, with its rules in a style sheet (a table: `use_align_attribute: true` in mkdocs.yml), got "
    'style="text-align: right"'
)
FAULTS = {
    '<p style="text-align: right">x</p>': [STYLE],
    '<p onclick="go()">x</p>': ['expected a script in a file or in <script>, got onclick="go()"'],
    '<a href=" javascript:go()">x</a>': ['expected a script in a file or in <script>, got href=" javascript:go()"'],
    '<img src="https://h.example/x.png">': [
        'expected a file among the notes, or a link: pages load nothing from other sites; got src="https://h.example/x.png"'
    ],
    "<script src=//h.example/x.js></script>": [
        'expected a file among the notes, or a link: pages load nothing from other sites; got src="//h.example/x.js"'
    ],
    '<link rel="stylesheet" href="https://h.example/x.css">': [
        'expected a file among the notes, or a link: pages load nothing from other sites; got href="https://h.example/x.css"'
    ],
    '<iframe src="https://h.example/film"></iframe>': [
        "expected a link, since pages show no other page and no plug-in, got <iframe>"
    ],
    '<form action="/send"></form>': ['expected a link, since pages send nothing, got action="/send"'],
    '<a href="https://h.example/">x</a> <img src="x.png"> <code>style="a"</code> on = off': [],
}


@pytest.mark.parametrize("html", FAULTS)
def test_what_browsers_would_refuse_is_told(html: str) -> None:
    assert [fault.message for fault in forbidden_in(html)] == FAULTS[html]


def told(source: str, html: str, caplog: pytest.LogCaptureFixture) -> Sequence[str]:
    page = SimpleNamespace(file=SimpleNamespace(src_uri="a.md", abs_src_path="a.md", content_string=source))
    assert content_policy.on_page_content(html, page, None, None) == html  # type: ignore[arg-type]
    assert all(record.levelname == "WARNING" for record in caplog.records)  # which ends a strict build
    return caplog.messages


def test_an_author_is_told_the_page_and_the_line(caplog: pytest.LogCaptureFixture) -> None:
    html = '<p style="text-align: right">x</p>'
    assert told(f"---\ntitle: A\n---\n\n# A\n{html}\n", html, caplog) == [f"a.md:6: {STYLE}"]


def test_an_author_is_told_the_page_where_a_plugin_has_made_what_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    assert told("# A\n", '<p style="text-align: right">x</p>', caplog) == [f"a.md: {STYLE}"]


def test_an_author_who_is_writing_gets_pages_without_a_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs puts a script into each, by which it is loaded again after a change; the script has the time in it."""
    page = tmp_path / "index.html"
    page.write_text("<!doctype html>", encoding="utf-8")
    monkeypatch.setattr(content_policy, "SESSION", SimpleNamespace(serving=True))
    content_policy.on_post_build(SimpleNamespace(site_dir=str(tmp_path)))  # type: ignore[arg-type]
    assert not re.search("Content-Security-Policy", page.read_text(encoding="utf-8"))
