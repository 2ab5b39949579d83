"""The book for phones, made of a small project and read back from the file."""

import re
import zipfile
from datetime import timedelta, timezone
from pathlib import Path

import pytest

import epub_reader
import small_project
from epub_project import FILES, PLAIN, WHEN, made
from epub_reader import DC, HTML, TYPE, Book
from quizbank.epub.finish import anchored
from quizbank.epub.package import Contents, identifier, packed
from quizbank.epub.xhtml import written
from quizbank.exchange.html_tree import html_tree
from quizbank.print.book import Cover
from watch import OpenPage


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


def test_letters_and_numbers_stand_apart_from_the_words_behind_them(book: Book) -> None:
    words = "".join(book.documents["questions-2.xhtml"].itertext())
    assert "A Outsourcing" in words or "A Owning" in words
    labels = [
        (parent, index)
        for document in book.documents.values()
        for parent in document.iter()
        for index, element in enumerate(parent)
        if {*str(element.get("class")).split()} & {"paper-letter", "paper-name", "paper-number"}
    ]
    assert len(labels) > 20
    assert {str(parent[index].tail)[:1] for parent, index in labels} == {" "}


def test_an_authors_own_link_to_a_key_is_a_link_like_others(tmp_path: Path) -> None:
    own = (
        "\nNo link.\n{ .to-key }\n\n[Letters](words.md#letters)\n{ .to-key #mine }\n\n[Away](https://example.org/)\n{ .to-key }\n"
    )
    book = Book(made(tmp_path, {**PLAIN, "docs/words.md": small_project.WORDS + own}).read_bytes())
    assert book.faults() == []
    assert "page-words--mine" in book.ids("chapter-3.xhtml")
    assert not [name for name in book.ids("chapter-3.xhtml") if name.startswith("to-")]
    bare = html_tree('<p class="to-key"><a>No address</a></p>')
    anchored(bare, {"key-page-words-1"})
    assert written(bare) == '<p class="to-key"><a>No address</a></p>'


def test_two_quizzes_on_one_chapter_are_both_in_the_title_of_their_questions(tmp_path: Path) -> None:
    both = small_project.TWO_KINDS.replace("chapter: words.md", "chapter: outsourcing.md")
    book = Book(made(tmp_path, {**PLAIN, "quizzes/two-kinds.yml": both}).read_bytes())
    titles = [title.text for title in book.documents["questions-2.xhtml"].iter(f"{HTML}title")]
    assert titles == ["Quiz: Five kinds · Quiz: Two kinds"]


def test_the_time_is_written_in_utc_wherever_it_was_taken() -> None:
    contents = Contents({"contents.xhtml": ""}, {}, {})
    cover = Cover("Small site", "", "", "en")
    there = WHEN.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert packed(contents, cover, "small-site", there) == packed(contents, cover, "small-site", WHEN)


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
def test_epubcheck_finds_nothing(path: Path) -> None:
    assert epub_reader.check(path) == "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos"
