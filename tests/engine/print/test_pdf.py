"""PDF files as such: what `write_pdf` promises of every one of them."""

import builtins
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from full_disk import fill_disk
from quizbank.print.pdf import FONTS, PdfError, write_pdf

pytestmark = pytest.mark.usefixtures("pdf")

STYLE = FONTS.read_text(encoding="utf-8") + "body { font-family: var(--serif) } h1 { font-family: var(--sans) }"
PAGE = f"""<!doctype html><html lang="en"><head><title>Three words here</title><style>{STYLE}</style></head>
<body><h1 id="top">A heading</h1><p>Text, <i>slanted</i>, and <a href="#top">a link</a>.</p></body></html>"""


def test_a_file_is_tagged_titled_in_a_language_and_brings_its_fonts(tmp_path: Path) -> None:
    path = tmp_path / "new" / "one.pdf"
    write_pdf(PAGE, path, tmp_path)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:title"] == "Three words here"
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert len(fonts) == 3
    assert all(re.search(r" yes yes yes +\d+ +0$", font) for font in fonts), fonts


def test_the_same_page_gives_the_same_bytes_and_another_page_another_identifier(tmp_path: Path) -> None:
    for name, html in (("a", PAGE), ("b", PAGE), ("c", PAGE.replace("Text", "Words"))):
        write_pdf(html, tmp_path / name, tmp_path)
    one, same, other = ((tmp_path / name).read_bytes() for name in "abc")
    assert one == same
    assert b"Date" not in one
    identifiers = [re.findall(rb"/ID\s*\[(.+?)\]", data) for data in (one, other)]
    assert identifiers[0] != identifiers[1]


@pytest.mark.parametrize(
    ("found", "becomes", "message"),
    [
        ("<title>Three words here</title>", "", "one.pdf: expected a document with a title, got none"),
        (' lang="en"', "", "one.pdf: expected a document with a language, got none"),
        ('"#top"', '"#nowhere"', "nowhere"),
        ("<h1", '<img alt="" src="missing.png"><h1', "missing.png"),
        ("<h1", '<img alt="" src="https://example.org/a.png"><h1', "example.org"),
        ("body {", "body { colour: red;", "colour"),
    ],
)
def test_a_page_with_a_fault_gives_no_file(found: str, becomes: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    assert found in PAGE
    with pytest.raises(PdfError, match=re.escape(message)):
        write_pdf(PAGE.replace(found, becomes, 1), path, tmp_path)
    assert not path.exists()


@pytest.mark.parametrize("error", [ModuleNotFoundError("No module named 'weasyprint'"), OSError("cannot load libpango-1.0-0")])
def test_without_weasyprint_or_its_libraries_the_message_says_what_to_install(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "weasyprint":
            raise error
        return usual(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PdfError, match=r"requirements-print\.lock[\s\S]+apt-get install libpango") as caught:
        write_pdf(PAGE, tmp_path / "one.pdf", tmp_path)
    assert str(error) in str(caught.value)


def test_progress_tells_the_page_that_is_laid_out(tmp_path: Path) -> None:
    told: list[str] = []
    write_pdf(PAGE, tmp_path / "one.pdf", tmp_path, told.append)
    assert any("Page 1" in line for line in told)


def test_words_that_just_fit_a_line_before_emphasis_or_a_blank_are_not_torn_apart(tmp_path: Path) -> None:
    words = "The part of a contract that promises targets of service and names the remedy for a miss is"
    follows = ("<i>the agreement</i>", '<span style="display: inline-block; width: 9em; height: 1em">(blank)</span>')
    texts = [f'<p style="width: {width}pt">{words} {what}.</p>' for what in follows for width in range(360, 520, 2)]
    page = PAGE.replace("</style>", "@page { size: 700pt 12000pt } p { margin: 2pt; font-size: 10pt }</style>")
    write_pdf(page.replace("</body>", "".join(texts) + "</body>"), tmp_path / "one.pdf", tmp_path)
    read = subprocess.run(["pdftotext", "-layout", tmp_path / "one.pdf", "-"], capture_output=True, text=True, check=True).stdout
    lines = [line.strip() for line in read.splitlines()]
    assert "The" not in lines
    assert any(line.endswith("a miss is") for line in lines)  # the width at which words used to be torn apart is among these
    assert " ".join(read.split()).count("miss is the agreement.") == 80


def test_a_full_disk_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out/page.pdf"
    write_pdf(PAGE, path, tmp_path)
    before = path.read_bytes()
    fill_disk(monkeypatch)
    with pytest.raises(OSError, match="No space left"):
        write_pdf(PAGE.replace("<p>", "<p>Other words. "), path, tmp_path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
