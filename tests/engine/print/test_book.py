"""The book: the whole of it as HTML, and a part of it read back from the PDF file."""

import base64
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from mkdocs.config import load_config

import quiz_book
import small_project
from places import ROOT
from quizbank.library import Library, read_library
from quizbank.notes.figures import Figure
from quizbank.print.addresses import joined, target
from quizbank.print.answers import without_answers
from quizbank.print.drawings import drawing
from quizbank.print.pdf import FONTS, write_pdf

PAGES = ("a.md", "b/c.md", "quiz/one.md")
# Enough for every sort of page: figures and a quiz, folded answers, questions of other chapters, terms.
SOME = ["kpo-services.md", "cases.md", "confusions.md", "glossary.md"]
_NUMBERED = re.compile(r"^\s*(?P<title>\S.*?\S)\s*\.{3,}\s*(?P<page>\d+)$")


def test_a_book_of_questions_that_the_site_refuses_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = "The last word tells who does the work. It is done outside, by another firm, and not in an office."
    thin = small_project.FILES["quizzes/two-kinds.yml"].replace(full, "It is outside.")
    for name, text in {**small_project.FILES, "quizzes/two-kinds.yml": thin}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["quiz_book.py", "--config", str(tmp_path / "mkdocs.yml"), "--out", str(tmp_path / "dist")])
    assert quiz_book.main() == 1
    assert "error: last-letter: expected" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize(
    ("page", "address", "leads_to"),
    [
        ("a.md", "b/c.md", "#page-b~c"),
        ("a.md", "b/c.md#part", "#page-b~c--part"),
        ("b/c.md", "../a.md#part", "#page-a--part"),
        ("a.md", "#part", "#page-a--part"),
        ("a.md", "quiz/one.md#q-first", "#q-first"),
        ("a.md", "#q-learning", "#page-a--q-learning"),
        ("a.md", "quiz/one.md", "#page-quiz~one"),
        ("a.md", "left-out.md#part", None),
        ("a.md", "https://example.org/x", "https://example.org/x"),
    ],
)
def test_a_link_between_pages_becomes_a_link_inside_the_document(page: str, address: str, leads_to: str | None) -> None:
    assert target(page, address, PAGES, {"q-first": "q-first"}) == leads_to


def test_ids_get_the_name_of_their_page_and_links_to_pages_left_out_become_words() -> None:
    html = '<h2 class="x" id="part">P</h2><p><a class="t" href="b/c.md#y" title="T">C</a> <a href="left-out.md">gone</a></p>'
    becomes = '<h2 class="x" id="page-a--part">P</h2><p><a class="t" href="#page-b~c--y" title="T">C</a> gone</p>'
    assert joined(html, "a.md", PAGES) == becomes


FOLDED = '<details class="success"><summary>Answers</summary><p>42</p></details>'
OPEN = '<div class="admonition success">\n<p class="admonition-title">Answers</p><p>42</p></div>'


@pytest.mark.parametrize("folded", [FOLDED, OPEN, FOLDED.replace("success", "inline success end")])
def test_answers_leave_a_link_and_other_boxes_stay(folded: str) -> None:
    note = '<details class="note"><summary>Hint</summary><p>Think.</p></details><div class="successful">Yes</div>'
    html, answers = without_answers(f"<h2>One</h2>{folded}{note}<h2>Two</h2>{folded}", "a")
    assert [(one.heading, one.title, one.body) for one in answers] == [(word, "Answers", "<p>42</p>") for word in ("One", "Two")]
    assert note in html
    assert "42" not in html
    assert re.findall(r'href="#([^"]+)"', html) == [one.anchor for one in answers] == ["key-a-1", "key-a-2"]


@pytest.mark.parametrize(
    "box",
    ['<details class="note"><summary>Why</summary><p>So.</p></details>', '<div class="admonition tip"><div>So.</div></div>'],
)
def test_an_answer_goes_to_the_key_with_the_boxes_in_it(box: str) -> None:
    """Cut off where the box inside ended, the rest of the answer stayed beside its exercise."""
    for answer in (FOLDED, OPEN):
        html, answers = without_answers(answer.replace("<p>42</p>", f"{box}<p>42</p>") + "<p>After</p>", "a")
        assert [one.body for one in answers] == [f"{box}<p>42</p>"]
        assert html == '<p class="to-key"><a href="#key-a-1">Answers: in the answer key</a></p><p>After</p>'


def test_an_answer_without_a_title_is_called_answer() -> None:
    html, answers = without_answers('<div class="admonition success"><p>42</p></div>', "a")
    assert ">Answer: in the answer key<" in html
    assert (answers[0].title, answers[0].body) == ("Answer", "<p>42</p>")


def test_open_answers_of_the_notes_stand_in_the_key_and_not_beside_their_exercise(whole: str) -> None:
    notes, _, key = whole.partition('<section class="key" id="key">')
    for answer in ("Patients come for these.", "Each reaches or answers a customer."):
        assert (answer in notes, answer in key) == (False, True)
    assert "admonition success" not in notes


def test_a_drawing_brings_its_words_and_plain_colours() -> None:
    svg = "<svg><title>A &amp; B</title><desc>Two boxes.</desc><style>.x{fill:red}</style></svg>"
    image = drawing(Figure("two", "two.svg", svg))
    assert 'alt="A &amp; B. Two boxes."' in image
    plain = re.search(r"base64,([^\"]+)", image)
    assert plain
    text = base64.b64decode(plain[1]).decode()
    assert "fill:#1c2128;font:12.22px Inter" in text


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT / "quizzes", ROOT / "docs", ROOT)


@pytest.fixture(scope="module")
def whole(library: Library) -> str:
    """The whole book as HTML."""
    return quiz_book.book_html(load_config(str(ROOT / "mkdocs.yml"), hooks=[]), library)


def test_every_link_in_the_book_has_a_target_and_no_id_stands_twice(whole: str) -> None:
    ids = Counter(re.findall(r'<[a-z][^<>]*\sid="([^"]+)"', whole))
    assert [name for name, count in ids.items() if count > 1] == []
    assert {link for link in re.findall(r'href="#([^"]+)"', whole) if link not in ids} == set()
    assert "<!--" not in whole


def test_every_question_stands_once_in_a_quiz_and_once_in_the_key_and_its_answer_nowhere_else(
    whole: str, library: Library
) -> None:
    notes, _, key = whole.partition("</style>")[2].partition('<section class="key" id="key">')
    for bank in library.banks.values():
        for question in bank.questions:
            assert notes.count(f'id="q-{question.id}"') == key.count(f'id="key-q-{question.id}"') == 1
    assert "paper-key" not in notes
    assert "paper-why" not in notes
    assert "<details" not in whole
    assert "paper-question" not in key


def test_chapters_follow_the_navigation_each_with_its_quiz(whole: str, library: Library) -> None:
    nav = re.findall(r":\s+([\w-]+)\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2])
    found = re.findall(r'<(?:article class="chapter"|section class="quiz") id="([^"]+)"', whole)
    quizzes = {bank.chapter.removesuffix(".md"): f"page-quiz~{name}" for name, bank in library.banks.items()}
    expected = [name for page in nav if f"{page}.md" in library.chapters for name in (f"page-{page}", quizzes.get(page, ""))]
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
                yield words(str(item.title)), numbers[item.destination[0].objgen]
                items[:0] = item.children


@pytest.fixture(scope="module")
def printed(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Some chapters of the book as a PDF file."""
    path = tmp_path_factory.mktemp("book") / "book.pdf"
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[], nav=[{"Some": SOME}])
    write_pdf(quiz_book.book_html(config, library), path, ROOT / "docs")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return Printed(path, text.split("\f")[:-1])


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_contents_name_the_page_on_which_each_part_begins(printed: Printed) -> None:
    lines = [line for page in printed.pages[1:4] for line in page.splitlines()]
    contents = [(found["title"], int(found["page"])) for line in lines if (found := _NUMBERED.match(line))]
    assert len(contents) > 30
    assert set(contents) <= set(printed.outline())
    assert all(title in words(printed.pages[page - 1]) for title, page in contents)


def test_the_outline_holds_every_heading(printed: Printed, library: Library) -> None:
    headings = [heading.title for path in SOME for heading in library.chapters[path].headings.values() if heading.level <= 3]
    titles = [title for title, _ in printed.outline()]
    assert [title for title in headings if title not in titles] == []
    assert {"Contents", "Answer key"} <= set(titles)


def test_each_page_bears_its_number_and_the_chapter_it_belongs_to(printed: Printed, library: Library) -> None:
    with pikepdf.open(printed.path) as pdf:
        assert len(pdf.pages) == len(printed.pages)
    for number, page in enumerate(printed.pages[1:], 2):
        assert page.split()[-1] == str(number)
    first = next(
        number for title, number in printed.outline() if title == library.chapters["cases.md"].headings["case-bank"].title
    )
    assert printed.pages[first].split("\n")[0].startswith("Case bank")


def test_no_answer_stands_before_the_key(printed: Printed, library: Library) -> None:
    asked, key = (
        words(" ".join(pages)) for pages in (printed.pages[: printed.key_page - 1], printed.pages[printed.key_page - 1 :])
    )
    reasons = [option.why for part in library.banks["kpo-services"].parts for option in getattr(part, "options", ())]
    plain = [reason for reason in reasons if not re.search(r"[*_`\n]", reason)]
    assert len(plain) > 60
    assert [reason for reason in plain if reason in asked or reason not in key] == []
    for answer in ("Its agents answer messages of", "Work out the yearly cost of both ways"):
        assert (answer in key) is (answer not in asked)


def test_the_glossary_names_the_page_that_explains_each_term(printed: Printed) -> None:
    found = re.findall(r"See (6\.1 KPO services by domain), page (\d+)", words(" ".join(printed.pages)))
    assert len(found) > 3
    assert {int(page) for _, page in found} == {dict(printed.outline())["6.1 KPO services by domain"]}


def test_links_lead_to_places_in_the_file(printed: Printed) -> None:
    with pikepdf.open(printed.path) as pdf:
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        links = [str(link.Dest) for page in pdf.pages for link in page.get("/Annots", ()) if "/Dest" in link]
    assert len(links) > 300
    assert set(links) <= names


def test_figures_have_words_and_all_fonts_are_embedded(printed: Printed, library: Library) -> None:
    with pikepdf.open(printed.path) as pdf:
        drawn = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(drawn) == sum(len(library.chapters[path].figures) for path in SOME)
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


def test_a_case_stands_on_one_page_with_its_passage(printed: Printed, library: Library) -> None:
    pages = [words(page) for page in printed.pages[: printed.key_page - 1]]
    cases = [question for question in library.banks["kpo-services"].questions if question.kind == "case"]
    assert len(cases) > 1
    for case in cases:
        opening = words(case.passage)[:40]  # type: ignore[attr-defined]
        page = next(page for page in pages if opening in page)
        assert all(f"({letter})" in page.partition(opening)[2] for letter, _ in zip("abcdefgh", case.parts, strict=False)), (
            case.id
        )


def test_no_page_holds_a_lone_footnote_wherever_the_text_ends(tmp_path: Path) -> None:
    """Chapters of 31 lengths, so that the page ends at each of the footnotes of one: the last of them never stand alone."""
    notes = '<div class="footnote"><hr><ol>' + "".join(f"<li><p>Source {n} of it.</p></li>" for n in range(1, 7)) + "</ol></div>"
    chapters = "".join(f"<h1>Chapter {size}</h1>{'<p>One line.</p>' * size}{notes}" for size in range(20, 51))
    style = "\n".join((FONTS.parent / name).read_text(encoding="utf-8") for name in ("fonts.css", "paper.css", "book.css"))
    html = f'<!doctype html><html lang="en"><head><title>T</title><style>{style}</style></head><body>{chapters}</body></html>'
    write_pdf(html, tmp_path / "book.pdf", tmp_path)
    text = subprocess.run(["pdftotext", tmp_path / "book.pdf", "-"], capture_output=True, text=True, check=True).stdout
    ends = [page for page in text.split("\f") if "Source 6 of it." in page]
    assert len(ends) == 31
    assert text.count("\f") > 40  # the ends of many stand on a second page
    assert min(page.count("Source") for page in ends) >= 3
