"""The book of this course: the whole of it as HTML, and a part of it read back from the PDF file."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from mkdocs.config import load_config

import quiz_book
from course import library
from places import ROOT
from quizbank.model.bank import Bank
from quizbank.print.pdf import write_pdf
from quizbank.texts.plain import plain_text

pytestmark = pytest.mark.usefixtures("pdf")

NOTES = {path: (ROOT / "docs" / path).read_text(encoding="utf-8") for path in library().chapters}
BOX = re.compile(r"^(?:\?\?\?|!!!) success.*\n\n? {4}([^\s|].*)$", re.MULTILINE)
# Enough for every sort of page: figures and a quiz with cases, answers in boxes, terms.
BANK: Bank = max(library().banks.values(), key=lambda bank: sum(question.kind == "case" for question in bank.questions))
ANSWERS = max(NOTES, key=lambda path: len(BOX.findall(NOTES[path])))
SOME = list(dict.fromkeys([BANK.chapter, ANSWERS, library().course.pages.glossary]))
SEE = re.compile(r"See ([^,;]+?), page (\d+)")
_NUMBERED = re.compile(r"^\s*(?P<title>\S.*?\S)\s*\.{3,}\s*(?P<page>\d+)$")


def top(path: str) -> str:
    """Return the title of a page."""
    return next(iter(library().chapters[path].headings.values())).title


@pytest.fixture(scope="module")
def whole() -> str:
    """The whole book as HTML."""
    return quiz_book.book_html(load_config(str(ROOT / "mkdocs.yml"), hooks=[]), library())


def test_answers_of_the_notes_stand_in_the_key_and_not_beside_their_exercise(whole: str) -> None:
    notes, _, key = whole.partition('<section class="key" id="key">')
    assert not re.search(r'class="[^"]*\bsuccess\b', notes)
    anchors = re.findall(r'class="to-key"><a href="#([^"]+)"', notes)
    assert len(set(anchors)) == len(anchors) >= sum(len(BOX.findall(text)) for text in NOTES.values())
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in key] == []


def test_every_link_in_the_book_has_a_target_and_no_id_stands_twice(whole: str) -> None:
    ids = Counter(re.findall(r'<[a-z][^<>]*\sid="([^"]+)"', whole))
    assert [name for name, count in ids.items() if count > 1] == []
    assert {link for link in re.findall(r'href="#([^"]+)"', whole) if link not in ids} == set()
    assert "<!--" not in whole


def test_every_question_stands_once_in_a_quiz_and_once_in_the_key_and_its_answer_nowhere_else(whole: str) -> None:
    notes, _, key = whole.partition("</style>")[2].partition('<section class="key" id="key">')
    for bank in library().banks.values():
        for question in bank.questions:
            assert notes.count(f'id="q-{question.id}"') == key.count(f'id="key-q-{question.id}"') == 1
    assert "paper-key" not in notes
    assert "paper-why" not in notes
    assert "<details" not in whole
    assert "paper-question" not in key


def test_chapters_follow_the_navigation_each_with_its_quiz(whole: str) -> None:
    nav = re.findall(r":\s+([\w-]+)\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2])
    found = re.findall(r'<(?:article class="chapter"|section class="quiz") id="([^"]+)"', whole)
    quizzes = {bank.chapter.removesuffix(".md"): f"page-quiz~{name}" for name, bank in library().banks.items()}
    chapters = library().chapters
    printed = [page for page in nav if f"{page}.md" in chapters and "\nbook: no\n" not in chapters[f"{page}.md"].text]
    expected = [name for page in printed for name in (f"page-{page}", quizzes.get(page, ""))]
    assert found == [name for name in expected if name]


@dataclass(frozen=True)
class Printed:
    """A book as a file, and the words of each of its pages. Page 1 is `pages[0]`."""

    path: Path
    pages: list[str]

    @property
    def key_page(self) -> int:
        return next(number for title, number in self.outline() if title == "Answer key")

    def outline(self) -> Iterator[tuple[str, int]]:
        """Yield each bookmark's title and page."""
        with pikepdf.open(self.path) as pdf, pdf.open_outline() as outline:
            numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
            items = list(outline.root)
            while items:
                item = items.pop(0)
                leads_to: Any = item.destination
                yield words(str(item.title)), numbers[leads_to[0].objgen]
                items[:0] = item.children


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Some chapters of the book as a PDF file."""
    path = tmp_path_factory.mktemp("book") / "book.pdf"
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[], nav=[{"Some": SOME}])
    write_pdf(quiz_book.book_html(config, library()), path, ROOT / "docs")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return Printed(path, text.split("\f")[:-1])


def contents_of(printed: Printed) -> list[tuple[str, int]]:
    """Return the titles and pages of the contents, which stand behind the first page."""
    lines = [line for page in printed.pages[1:4] for line in page.splitlines()]
    return [(found["title"], int(found["page"])) for line in lines if (found := _NUMBERED.match(line))]


def words(text: str) -> str:
    """Return a text with single spaces, and with the quotation marks that an author types."""
    return re.sub(r"\s+", " ", text.translate(str.maketrans("“”‘’", "\"\"''")))


def test_the_contents_name_the_page_on_which_each_part_begins(printed: Printed) -> None:
    contents = contents_of(printed)
    assert len(contents) > len(SOME)
    assert set(contents) <= set(printed.outline())
    assert all(title in words(printed.pages[page - 1]) for title, page in contents)


def test_the_outline_holds_every_heading(printed: Printed) -> None:
    headings = [heading.title for path in SOME for heading in library().chapters[path].headings.values() if heading.level <= 3]
    titles = [title for title, _ in printed.outline()]
    assert [title for title in headings if title not in titles] == []
    assert {"Contents", "Answer key"} <= set(titles)


def test_each_page_bears_its_number_and_the_chapter_it_belongs_to(printed: Printed) -> None:
    with pikepdf.open(printed.path) as pdf:
        assert len(pdf.pages) == len(printed.pages)
    for number, page in enumerate(printed.pages[1:], 2):
        assert page.split()[-1] == str(number)
    first = next(number for title, number in printed.outline() if title == top(ANSWERS))
    assert printed.pages[first].split("\n")[0].startswith(top(ANSWERS))


def test_no_answer_stands_before_the_key(printed: Printed) -> None:
    asked, key = (
        words(" ".join(pages)) for pages in (printed.pages[: printed.key_page - 1], printed.pages[printed.key_page - 1 :])
    )
    reasons = [option.why for part in BANK.parts for option in getattr(part, "options", ())]
    plain = [reason for reason in reasons if not re.search(r"[*_`\n]", reason)]
    assert plain
    assert [reason for reason in plain if reason in asked or reason not in key] == []
    boxes = [plain_text(box)[:40] for box in BOX.findall((ROOT / "docs" / ANSWERS).read_text(encoding="utf-8"))]
    assert [box for box in boxes if words(box) in asked or words(box) not in key] == []


def test_the_glossary_names_the_page_that_explains_each_term(printed: Printed) -> None:
    pages = dict(printed.outline())
    found = [(title, int(page)) for title, page in SEE.findall(words(" ".join(printed.pages))) if title in pages]
    assert found
    assert [(title, page) for title, page in found if pages[title] != page] == []


def test_links_lead_to_places_in_the_file(printed: Printed) -> None:
    with pikepdf.open(printed.path) as pdf:
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        links = [str(link.Dest) for page in pdf.pages for link in page.get("/Annots", ()) if "/Dest" in link]
    assert len(links) > len(contents_of(printed))
    assert set(links) <= names


def test_figures_have_words_and_all_fonts_are_embedded(printed: Printed) -> None:
    with pikepdf.open(printed.path) as pdf:
        drawn = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(drawn) == sum(len(library().chapters[path].figures) for path in SOME)
        assert all(len(str(one.Alt)) > 40 for one in drawn)
    fonts = subprocess.run(["pdffonts", printed.path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes +\d+ +0$", font) for font in fonts)


def test_left_and_right_pages_mirror_each_other_with_a_wide_inner_margin(printed: Printed) -> None:
    boxes = subprocess.run(["pdftotext", "-bbox", printed.path, "-"], capture_output=True, text=True, check=True).stdout
    starts = [min(map(float, re.findall(r'xMin="([\d.]+)"', page))) for page in boxes.split("<page ")[2:]]
    millimetres = [round(start * 25.4 / 72) for start in starts]  # page 2, a left one, is the first of these
    assert min(millimetres[::2]) == 25 - 8
    assert min(millimetres[1::2]) == 25


def test_a_case_stands_on_one_page_with_its_passage(printed: Printed) -> None:
    pages = [words(page) for page in printed.pages[: printed.key_page - 1]]
    cases = [question for question in BANK.questions if question.kind == "case"]
    for case in cases:
        opening = words(case.passage)[:40]  # type: ignore[attr-defined]
        page = next(page for page in pages if opening in page)
        assert all(f"({letter})" in page.partition(opening)[2] for letter, _ in zip("abcdefgh", case.parts, strict=False)), (
            case.id
        )
