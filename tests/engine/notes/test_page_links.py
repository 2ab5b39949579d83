"""Links from a bank's texts to pages: checked, led to the right place wherever the text is shown, words alone on paper."""

from pathlib import Path

import pytest

import small_project
from quizbank.library import Library, read_library
from quizbank.papers.sets import paper_set
from quizbank.print.book import Book
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.site.catalogue import data_scripts
from quizbank.site.page import mark
from quizbank.site.site import Site
from quizbank.texts.inline import on_site, question_markdown, resolved

PAPER = """title: Friday
style: a test
minutes: 20
instructions: [Answer all.]
sections:
  - {id: A, title: Choose, kinds: [single-choice], number: 1, marks: 1}
"""
NO_PAGE = "expected an address such as 'https://…' or a page such as 'plants.md#leaves'"
LINK = "Nothing leaves the country. [See](words.md#letters) and [that](quiz/two-kinds.md#q-last-letter)."


def library_of(root: Path, why: str) -> Library:
    bank = small_project.FIVE_KINDS.replace("why: Nothing leaves the country.}", f"why: '{why}'}}")
    for name, text in {**small_project.FILES, "quizzes/five-kinds.yml": bank, "quizzes/papers/friday.yml": PAPER}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return read_library(root / "quizzes", root / "docs", root)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = library_of(tmp_path_factory.mktemp("links"), LINK)
    assert list(map(str, library.problems)) == [] or all("bloom_share" in str(problem) for problem in library.problems)
    return library


def test_a_link_leads_from_the_page_on_which_the_question_stands(library: Library) -> None:
    site = Site(library)
    dict(site.files(lambda path: path))
    page = site.fill(mark("quiz", "five-kinds#school-bus"), "outsourcing.md", lambda path: f"../at/{path}", pytest.fail)
    assert '<a href="../at/words.md#letters">See</a>' in page
    assert '<a href="../at/quiz/two-kinds.md#q-last-letter">that</a>' in page


def test_a_link_in_a_script_starts_at_the_sites_root(library: Library) -> None:
    scripts = dict(data_scripts(library, Renderer(question_markdown()), lambda path: f"root/{path}"))
    assert 'href=\\"root/words.md#letters\\"' in scripts["data:bank:five-kinds"].text


def test_on_a_sheet_of_paper_only_the_words_of_the_link_stay(library: Library) -> None:
    key = Sheets(Renderer(question_markdown())).key(paper_set(library.papers["friday"], library.banks.values(), "1"))
    assert "See and that." in key
    assert "docs:" not in key


def test_in_the_book_a_link_leads_inside_it_and_to_a_page_left_out_it_is_words(library: Library) -> None:
    question = library.banks["five-kinds"].questions[0]
    inside = Book(library, ["outsourcing.md", "words.md"])._printed(question, "1.", "a").key
    outside = Book(library, ["outsourcing.md"])._printed(question, "1.", "a").key
    assert '<a href="#page-words--letters">See</a> and <a href="#q-last-letter">that</a>' in inside
    assert "See and that." in outside


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("nowhere.md", "expected a file in docs/, got 'nowhere.md'"),
        ("words.md#leters", "expected the id of a heading in words.md, got 'leters'; did you mean 'letters'?"),
        ("#letters", f"{NO_PAGE}, got '#letters'"),
        (
            "../words.md",
            f"{NO_PAGE}, got '../words.md'",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(address: str, expected: str, tmp_path: Path) -> None:
    (problem,) = (one for one in library_of(tmp_path, f"[See]({address}).").problems if "link" in one.where)
    assert str(problem).startswith(f"quizzes/five-kinds.yml:18: school-bus: link: {expected}")


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](docs:words.md)",
        "[x](data:x)",
        "[x](//h.example/x.md)",
        "[x](../x.md)",
        "[x](x.html)",
    ],
)
def test_a_link_to_anything_else_has_no_target(text: str) -> None:
    assert question_markdown()(text) == "<a>x</a>"


def test_links_of_other_html_stay_as_they_are() -> None:
    html = '<a href="docs.html">a</a> <a href="https://x.example/docs:y">b</a>'
    assert resolved(html, lambda path: None) == on_site(html, str) == html
