"""The site as plain pages: addresses, headings, settings without hooks, and what is refused."""

from pathlib import Path

import pytest
import yaml

import small_project
from quizbank.cli import main
from quizbank.plain.addresses import address, from_source, leading
from quizbank.plain.chunks import as_plain_page
from quizbank.plain.settings import read_settings


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("index.md", "a.md", "a/"),
        ("a.md", "index.md", "../"),
        ("a.md", "a.md", "./"),
        ("quiz/a.md", "b.md", "../../b/"),
        ("quiz/a.md", "assets/x.css", "../../assets/x.css"),
        ("learn/index.md", "learn/b.md", "b/"),
    ],
)
def test_a_link_leads_from_the_folder_of_one_page_to_that_of_another(page: str, target: str, way: str) -> None:
    assert leading(page, target) == way


def test_a_page_has_a_folder_of_its_own() -> None:
    assert [address(path) for path in ("index.md", "a.md", "learn/index.md", "x.css", "reindex.md")] == [
        "",
        "a/",
        "learn/",
        "x.css",
        "reindex/",
    ]


def test_addresses_in_the_html_lead_from_the_source_and_those_for_scripts_from_the_page() -> None:
    html = '<a href="../b/#s"></a><script src="../x.js" data-page="../b/"></script><a href="https://a.example/"></a>'
    assert from_source(html, "a.md") == html.replace('href="../b/#s"', 'href="b/#s"').replace('src="../x.js"', 'src="x.js"')
    assert from_source('<a href="b/">', "learn/index.md") == '<a href="b/">'


def test_headings_at_the_top_are_headings_and_all_else_is_a_block_of_html() -> None:
    html = '<p>a</p>\n<h2 id="x" data-say="k">1 &lt; <b>2*3</b> &#58; &amp;</h2><div><h3>in</h3><br></div><img src="y">'
    assert as_plain_page(html) == (
        '<div class="plain-page">\n<p>a</p>\n</div>\n\n'
        '## 1 &lt; <b>2&#42;3</b> : &amp; { #x data-say="k" }\n\n'
        '<div class="plain-page">\n<div><h3>in</h3><br></div><img src="y">\n</div>\n'
    )


def test_settings_are_read_without_what_only_the_first_builder_knows(tmp_path: Path) -> None:
    text = (
        "site_url: !ENV [SITE_URL, x]\nhooks: [a.py]\nmarkdown_extensions: [tables, {toc: {permalink: false}}]\nnav: [index.md]\n"
    )
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings = read_settings(tmp_path / "mkdocs.yml")
    assert (settings.nav, settings.extensions) == (["index.md"], {"tables": {}, "toc": {"permalink": False}})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, content in small_project.FILES.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path / "project"


def test_a_project_becomes_pages_without_a_block_or_a_hook(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "https://notes.example/")
    assert main(["pages", str(tmp_path / "plain"), "--root", str(project)]) == 0, capsys.readouterr().err
    pages = {
        path.relative_to(tmp_path / "plain/docs").as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("plain/**/*.md")
    }
    assert (
        capsys.readouterr().out == f"{tmp_path / 'plain'} holds {len(pages)} pages, and mkdocs.yml for a builder that reads it.\n"
    )
    assert {"index.md", "quiz/two-kinds.md", "today.md"} <= pages.keys()
    assert [name for name, text in pages.items() if "\n///" in text or "<!--quiz" in text] == []
    assert "<quiz-question" in pages["quiz/two-kinds.md"]
    settings = yaml.safe_load((tmp_path / "plain/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_url"] == "https://notes.example/"
    assert "hooks" not in settings
    scripts = {path.name for path in (tmp_path / "plain/docs/assets/quiz").iterdir()}
    assert [script for script in scripts if script.startswith("question-")] != []


REFUSED = {
    "no settings": (None, "expected the settings of the site, got no such file"),
    "no navigation": ("site_name: x\n", "expected the navigation under 'nav:', got none"),
    "no YAML": ("nav: [\n", "expected YAML, got a fault: "),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_settings_that_cannot_be_used_are_refused(text: str | None, message: str, tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    if text is not None:
        settings.write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=message) as refused:
        read_settings(settings)
    assert str(refused.value).startswith(f"{settings}: {message}")


def test_a_folder_that_holds_something_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pages", str(project), "--root", str(project)]) == 1
    expected = "expected a folder that is empty or not there, got one that holds something, or a file"
    assert capsys.readouterr().err == f"{project}: {expected}\n"
