"""The book for phones, made of a small project and read back from the file."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs.config import load_config

import epub_reader
import quiz_book
import small_project
from epub_reader import DC, HTML, TYPE, Book
from images import png, write_files
from quizbank.epub.package import identifier
from quizbank.epub.xhtml import fault_in, written
from quizbank.exchange.html_tree import html_tree
from quizbank.library import Library, read_library
from watch import OpenPage

WHEN = datetime(2025, 3, 4, 5, 6, 8, tzinfo=UTC)
NOTES = """
/// figure | handing-over | A client hands over work.
The client is on the left.
///

See [letters](words.md#letters), the [client](glossary.md#client), [a page that is not in the book](links.md) and
[another site](https://example.org/?a=1&b=2).[^law]

![A yellow bus](assets/bus.png)

| Uncharacteristically | Incomprehensibilities | Counterrevolutionary | Internationalisation |
|---|--:|:-:|---|
| First | 12 & more | < 5 | Last |

??? success "Answer"
    The school could drive the bus itself.

[^law]: A law of 2025.
"""
STEM = "    stem: A school pays a bus company for a year. What is this?\n"
PICTURE = f"{STEM}    picture: {{file: bus.png, alt: A red bus, width: 300}}\n"
FILES: dict[str, str | bytes] = {
    **small_project.FILES,
    "mkdocs.yml": small_project.CONFIG.replace(
        "[attr_list, admonition, pymdownx.details]",
        "[attr_list, admonition, pymdownx.details, footnotes, def_list, tables: {use_align_attribute: true}]",
    )
    + "  - Glossary: glossary.md\n  - Links: links.md\n",
    "docs/outsourcing.md": small_project.OUTSOURCING + NOTES,
    "docs/words.md": f"{small_project.WORDS}\n/// quiz | five-kinds#first-letter\n///\n",
    "docs/glossary.md": small_project.GLOSSARY,
    "docs/links.md": "---\nbook: no\n---\n# Links\n",
    "docs/assets/figures/handing-over.svg": small_project.drawing("handing-over"),
    "docs/assets/bus.png": png(90, 45),
    "docs/assets/icons/icon-512.png": png(512, 512, (1, 2, 3)),
    "quizzes/five-kinds.yml": small_project.FIVE_KINDS.replace(STEM, PICTURE),
    "quizzes/pictures/bus.png": png(900, 450),
}
PLAIN: dict[str, str | bytes] = {**small_project.FILES}


def made(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Return the file that is made of a project, without its checks."""
    write_files(folder, files)
    library = read_library(folder / "quizzes", folder / "docs", folder)
    quiz_book.write_epub(load_config(str(folder / "mkdocs.yml"), hooks=[]), library, folder / "dist/book.epub")
    return folder / "dist/book.epub"


@pytest.fixture(autouse=True)
def _time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(WHEN.timestamp())))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(WHEN.timestamp())))
        return made(tmp_path_factory.mktemp("project"), FILES)


@pytest.fixture(scope="module")
def book(path: Path) -> Book:
    return Book(path.read_bytes())


def test_the_kind_of_file_comes_first_and_unpacked_and_all_entries_have_the_time_of_the_sources(book: Book) -> None:
    first = book.entries[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.files["mimetype"] == b"application/epub+zip"
    assert {entry.date_time for entry in book.entries} == {(2025, 3, 4, 5, 6, 8)}


def test_every_file_is_listed_every_link_leads_somewhere_and_no_id_stands_twice(book: Book) -> None:
    assert book.faults() == []
    assert sum(1 for name in book.documents for _ in book.links(name)) > 40


def test_chapters_have_their_questions_behind_them_and_the_answers_come_last(book: Book) -> None:
    assert book.order == [
        *("cover.xhtml", "contents.xhtml", "chapter-1.xhtml", "chapter-2.xhtml", "questions-2.xhtml"),
        *("chapter-3.xhtml", "questions-3.xhtml", "chapter-4.xhtml", "answers-2.xhtml", "answers-3.xhtml"),
    ]
    asked, answered = book.words("questions-2.xhtml"), book.words("answers-2.xhtml")
    assert "A school pays a bus company" in asked
    assert "Another party does lasting work." in answered
    assert "Another party does lasting work." not in asked + book.words("chapter-2.xhtml")


def test_questions_and_answers_lead_to_one_another_wherever_they_stand(book: Book) -> None:
    ways = {(name, *place) for name in book.documents for place in book.links(name)}
    for name in small_project.QUESTION_IDS:
        assert ("questions-2.xhtml", "answers-2.xhtml", f"key-q-{name}") in ways
        assert ("answers-2.xhtml", "questions-2.xhtml", f"q-{name}") in ways
    # A question of another chapter, and an answer of the notes.
    assert ("chapter-3.xhtml", "answers-3.xhtml", "key-page-words--asked-1") in ways
    assert ("answers-3.xhtml", "chapter-3.xhtml", "page-words--asked-1") in ways
    assert ("chapter-2.xhtml", "answers-2.xhtml", "key-page-outsourcing-1") in ways
    assert ("answers-2.xhtml", "chapter-2.xhtml", "to-key-page-outsourcing-1") in ways


def test_the_contents_name_chapters_their_sections_and_their_questions(book: Book) -> None:
    assert book.items["contents.xhtml"].get("properties") == "nav"
    (contents,) = book.documents["contents.xhtml"].iter(f"{HTML}nav")
    assert contents.get(TYPE) == "toc"
    chapter = contents.findall(f"{HTML}ol/{HTML}li")[1]
    assert ["".join(link.itertext()) for link in chapter.iter(f"{HTML}a")] == [
        *("Outsourcing", "Who does the work", "Where it is done", "What it needs", "Quiz: Five kinds")
    ]
    assert ("answers-3.xhtml", "answers-page-words") in book.links("contents.xhtml")


def test_links_lead_to_other_chapters_and_sites_and_to_no_page_that_the_book_lacks(book: Book) -> None:
    links = set(book.links("chapter-2.xhtml"))
    assert {("chapter-3.xhtml", "page-words--letters"), ("chapter-4.xhtml", "page-glossary--client")} <= links
    outside = [link.get("href") for link in book.documents["chapter-2.xhtml"].iter(f"{HTML}a")]
    assert "https://example.org/?a=1&b=2" in outside
    assert "a page that is not in the book and another site" in book.words("chapter-2.xhtml")
    assert not [address for address in outside if "links" in str(address)]


def test_figures_and_pictures_are_files_with_their_words(book: Book) -> None:
    shown = {str(image.get("alt")): str(image.get("src")) for _, image in book.images()}
    figure = "Client and provider. A client on the left hands work to a provider on the right."
    assert set(shown) == {"", figure, "A yellow bus", "A red bus"}
    assert book.files[f"EPUB/{shown['A yellow bus']}"] == FILES["docs/assets/bus.png"]
    assert book.files[f"EPUB/{shown['A red bus']}"] == FILES["quizzes/pictures/bus.png"]
    assert book.files[f"EPUB/{shown[figure]}"].startswith(b"<svg")
    assert book.items[shown[figure]].get("media-type") == "image/svg+xml"
    assert book.items[shown[""]].get("properties") == "cover-image"


def test_footnotes_are_known_as_such(book: Book) -> None:
    chapter = book.documents["chapter-2.xhtml"]
    kinds = {kind: element for element in chapter.iter() if (kind := element.get(TYPE))}
    assert {"noteref", "footnotes", "footnote", "backlink"} <= set(kinds)
    assert kinds["noteref"].get("href") == f"#{kinds['footnote'].get('id')}"


def test_a_table_keeps_the_sides_of_its_columns(book: Book) -> None:
    cells = {"".join(cell.itertext()): cell for cell in book.documents["chapter-2.xhtml"].iter(f"{HTML}td")}
    assert (cells["12 & more"].get("class"), cells["< 5"].get("class")) == ("right", "center")
    assert not [cell for cell in cells.values() if cell.get("align")]


def test_the_book_says_what_it_is_and_what_is_true_of_it(book: Book) -> None:
    assert [one.text for one in book.package.iter(f"{DC}title")] == ["Small site"]
    assert [one.text for one in book.package.iter(f"{DC}language")] == ["en"]
    assert [one.text for one in book.package.iter(f"{DC}identifier")] == [identifier("small-site")]
    assert book.meta("dcterms:modified") == ["2025-03-04T05:06:08Z"]
    assert book.meta("schema:accessMode") == ["textual", "visual"]
    assert {"structuralNavigation", "tableOfContents", "readingOrder", "alternativeText"} <= set(
        book.meta("schema:accessibilityFeature")
    )


def test_a_book_without_pictures_claims_none_and_needs_no_icon(tmp_path: Path) -> None:
    book = Book(made(tmp_path, PLAIN).read_bytes())
    assert book.faults() == []
    assert list(book.images()) == []
    assert book.meta("schema:accessMode") == ["textual"]
    assert "alternativeText" not in book.meta("schema:accessibilityFeature")


def test_the_same_course_gives_the_same_bytes_and_keeps_its_identifier(path: Path, tmp_path: Path) -> None:
    assert made(tmp_path / "a", FILES).read_bytes() == path.read_bytes()
    later = Book(made(tmp_path / "b", {**FILES, "docs/index.md": "# Another first page\n"}).read_bytes())
    assert [one.text for one in later.package.iter(f"{DC}identifier")] == [identifier("small-site")]
    assert identifier("another-course") != identifier("small-site")


def test_a_course_in_hindi_has_a_book_in_hindi(tmp_path: Path) -> None:
    book = Book(made(tmp_path, {**PLAIN, "course.yml": f"{small_project.COURSE}language: hi\n"}).read_bytes())
    assert book.words("contents.xhtml").startswith("विषय-सूची")
    assert {document.get("lang") for document in book.documents.values()} == {"hi"}
    assert "उत्तर कुंजी: Outsourcing" in book.words("answers-2.xhtml")
    assert "Answer" not in book.words("questions-2.xhtml")


REFUSED: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a link to no place": (
        {"docs/words.md": f"{small_project.WORDS}\n[nowhere](outsourcing.md#nowhere)\n"},
        "Words: expected a place in the book for the link to '#page-outsourcing--nowhere', got none",
    ),
    "a picture of another site": (
        {"docs/words.md": f"{small_project.WORDS}\n![x](https://example.org/x.png)\n"},
        "Words: expected a PNG, JPEG or SVG picture of the course, got '/x.png'",
    ),
    "an attribute that is none in XML": (
        {"docs/words.md": f'{small_project.WORDS}\n<div 5="x">five</div>\n'},
        "Words: expected HTML that can be XHTML, got not well-formed (invalid token): line ",
    ),
}


@pytest.mark.parametrize(("files", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_book_that_would_lack_something_is_not_made(
    files: dict[str, str | bytes],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_files(tmp_path, {**PLAIN, **files})
    monkeypatch.setattr(quiz_book, "report", lambda problems: [])
    monkeypatch.setattr(quiz_book, "other_errors", lambda library, root: [])
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    monkeypatch.setattr(quiz_book, "read_library", _without_problems(library))
    arguments = ["quiz_book.py", "--epub", "--config", str(tmp_path / "mkdocs.yml"), "--out", str(tmp_path / "dist")]
    monkeypatch.setattr("sys.argv", arguments)
    assert quiz_book.main() == 1
    assert capsys.readouterr().err.startswith(message)
    assert not (tmp_path / "dist").exists()


def _without_problems(library: Library) -> Callable[..., Library]:
    """Return a reader of libraries that finds nothing wrong, so that the book itself has to."""
    return lambda *folders: replace(library, problems=[])


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("a<br>b<hr><img alt='\"x\"'>", 'a<br/>b<hr/><img alt="&quot;x&quot;"/>'),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<input checked>&nbsp;&amp; &lt;", '<input checked=""/>\u00a0&amp; &lt;'),
        ("<!-- gone --><b>left</i></b>", "<b>left</b>"),
    ],
)
def test_html_is_written_as_xhtml(html: str, xhtml: str) -> None:
    assert written(html_tree(html)) == xhtml
    assert fault_in(f"<p>{xhtml}</p>") == ""


def test_no_document_is_wider_than_a_phone(path: Path, tmp_path: Path, open_page: OpenPage) -> None:
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path)
    page = open_page(only_files=True, viewport={"width": 360, "height": 640})
    widths = {}
    for document in sorted((tmp_path / "EPUB").glob("*.xhtml")):
        page.goto(document.as_uri())
        widths[document.name] = page.evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in widths.items() if width > 360} == {}
    page.goto((tmp_path / "EPUB/chapter-2.xhtml").as_uri())
    assert page.evaluate("(box => box.scrollWidth > box.clientWidth)(document.querySelector('.table'))")


def test_the_style_sheet_leaves_the_colours_of_words_to_the_reader(book: Book) -> None:
    style = re.sub(r"/\*.*?\*/", "", book.files["EPUB/book.css"].decode(), flags=re.DOTALL)
    colours = re.findall(r"[{;]\s*(?:color|background(?:-color)?): ([^;]+)", style)
    assert sorted(colours) == ["#fff", "inherit", "none"]  # a picture's ground; a term; the icon
    assert not re.search(r"\d(?:px|pt|mm|cm)\b", style.replace("1px solid", ""))


@pytest.mark.thorough
@pytest.mark.skipif(not epub_reader.checker(), reason="EPUBCheck is not installed")
def test_epubcheck_finds_nothing(path: Path) -> None:
    assert epub_reader.check(path) == "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos"
