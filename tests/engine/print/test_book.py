"""The book: the whole of it as HTML, and a part of it read back from the PDF file."""

import base64
import re
import subprocess
from pathlib import Path

import pytest

import quiz_book
import small_project
from quizbank.notes.figures import Figure
from quizbank.print import pdf
from quizbank.print.addresses import joined, target
from quizbank.print.answers import without_answers
from quizbank.print.drawings import drawing
from quizbank.print.pdf import FONTS, write_pdf
from quizbank.strings.words import Words

PAGES = ("a.md", "b/c.md", "quiz/one.md")


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
    html, answers = without_answers(f"<h2>One</h2>{folded}{note}<h2>Two</h2>{folded}", "a", Words())
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
        html, answers = without_answers(answer.replace("<p>42</p>", f"{box}<p>42</p>") + "<p>After</p>", "a", Words())
        assert [one.body for one in answers] == [f"{box}<p>42</p>"]
        assert html == '<p class="to-key"><a href="#key-a-1">Answers: in the answer key</a></p><p>After</p>'


def test_an_answer_without_a_title_is_called_answer() -> None:
    html, answers = without_answers('<div class="admonition success"><p>42</p></div>', "a", Words())
    assert ">Answer: in the answer key<" in html
    assert (answers[0].title, answers[0].body) == ("Answer", "<p>42</p>")


def test_a_drawing_brings_its_words_and_plain_colours() -> None:
    svg = "<svg><title>A &amp; B</title><desc>Two boxes.</desc><style>.x{fill:red}</style></svg>"
    image = drawing(Figure("two", "two.svg", svg))
    assert 'alt="A &amp; B. Two boxes."' in image
    plain = re.search(r"base64,([^\"]+)", image)
    assert plain
    text = base64.b64decode(plain[1]).decode()
    assert "fill:#1c2128;font:12.22px Inter" in text


@pytest.mark.usefixtures("pdf")
def test_no_page_holds_a_lone_footnote_wherever_the_text_ends(tmp_path: Path) -> None:
    """Chapters of 31 lengths, so that the page ends at each of the footnotes of one: the last of them never stand alone."""
    notes = '<div class="footnote"><hr><ol>' + "".join(f"<li><p>Source {n} of it.</p></li>" for n in range(1, 7)) + "</ol></div>"
    chapters = "".join(f"<h1>Chapter {size}</h1>{'<p>One line.</p>' * size}{notes}" for size in range(20, 51))
    sheets, book = FONTS.parent, Path(pdf.__file__).parent
    styles = (sheets / "fonts.css", sheets / "paper.css", book / "book.css")
    style = "\n".join(path.read_text(encoding="utf-8") for path in styles)
    html = f'<!doctype html><html lang="en"><head><title>T</title><style>{style}</style></head><body>{chapters}</body></html>'
    write_pdf(html, tmp_path / "book.pdf", tmp_path)
    text = subprocess.run(["pdftotext", tmp_path / "book.pdf", "-"], capture_output=True, text=True, check=True).stdout
    ends = [page for page in text.split("\f") if "Source 6 of it." in page]
    assert len(ends) == 31
    assert text.count("\f") > 40  # the ends of many stand on a second page
    assert min(page.count("Source") for page in ends) >= 3
