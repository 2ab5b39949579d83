"""What Python, kinds, papers and the book say in words comes from the catalogue, in the language of the course."""

import copy
import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import example_course
import small_project
from quizbank.banks.load import example
from quizbank.kinds import KINDS
from quizbank.library import Library, read_library
from quizbank.model.question import Question
from quizbank.papers.sets import mock_set, paper_set
from quizbank.print import book
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.strings.said import Said, said
from quizbank.strings.words import Words
from quizbank.texts.inline import question_markdown

_WHOLE = re.compile(r"<(style|head)>.*?</\1>", re.DOTALL)
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")


class Marked(Words):
    """English words, each text of the catalogue in brackets: what stands outside them is in no other language either."""

    def _form(self, key: str, values: Mapping[str, Any]) -> str:
        return f"⟦{super()._form(key, values)}⟧"


def unsaid(document: str) -> set[str]:
    """Return the words of a document that are not from the catalogue."""
    text = re.sub(r"<[^>]*>", " ", _WHOLE.sub("", document))
    for spoken in re.findall(r'aria-label="([^"]*)"', document):
        text += f" {spoken}"
    while _MARKED.search(text):
        text = _MARKED.sub(" ", text)
    return set(re.findall(r"[^\W\d_]{2,}", html.unescape(text)))


def written(value: Any) -> Iterator[str]:
    """Yield the words of all that an author wrote."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from written(inner)
    elif isinstance(value, str) and not isinstance(value, Said):
        yield from re.findall(r"[^\W\d_]{2,}", value)


# What statements are called: no words of any language.
NUMERALS = {"ii", "iii", "iv"}


def words_of(question: Question) -> set[str]:
    parts = [part.model_dump(exclude_none=True) for part in (question, *question.inner)]
    return set(written(parts))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, text in small_project.FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_question_of_every_kind_adds_no_word_of_its_own(kind: str) -> None:
    renderer = Renderer(question_markdown(), words=Marked())
    for question in example(kind).questions:
        paid = question if question.fixed_marks else question.for_marks(2, int(question.takes_reason))
        made = [renderer.question(question, "1", None), renderer.on_paper(paid, "1."), renderer.key(paid, "1.")]
        for document in made:
            assert unsaid(document) - words_of(question) - NUMERALS == set()
    assert Marked().say("question.answer") in made[0] or kind == "case"


def test_what_a_kind_says_is_in_the_language_of_the_course_and_no_script_says_it_again() -> None:
    renderer = Renderer(question_markdown(), words=Marked())
    statements, assertion, doubtful = (
        renderer.question(example(kind).questions[0], "1", None) for kind in ("statements", "assertion-reason", "true-false")
    )
    assert "<span>⟦I is true, but II is false.⟧</span>" in statements
    assert "<span>⟦(A) ⟦Both A and R are true, and R is the correct explanation of A.⟧⟧</span>" in assertion
    assert "<span>⟦True⟧</span>" in doubtful
    assert example("true-false").questions[0].choices[0].text == "True"  # for checks, which judge English


def test_a_paper_its_answer_sheet_and_its_key_add_no_word_of_their_own() -> None:
    library = example_course.library()
    sheets, banks = Sheets(Renderer(question_markdown(), words=Marked())), list(library.banks.values())
    own = {word for bank in banks for question in bank.questions for word in words_of(question)}
    for paper in library.papers.values():
        known = own | set(written(paper.model_dump(exclude={"source"})))
        drawn, sat = paper_set(paper, banks, "1"), mock_set(paper, banks, "1")
        codes = set(re.findall(r"[A-Z]{2,}", drawn.fingerprint + sat.fingerprint))
        made = [sheets.paper(drawn), sheets.answer_sheet(drawn) or "", sheets.key(drawn), sheets.browser_key(sat, "a", "b")]
        assert [unsaid(document) - known - codes - NUMERALS for document in made] == [set()] * len(made)
        assert 'content: "⟦Page " counter(page) " of " counter(pages) "⟧"' in made[0]
        assert "⟦Time: " in made[2]


def test_the_book_adds_no_word_of_its_own(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "Words", Marked)
    cover = book.Cover("Xylem", "Xylem.", "Xylem", "en")
    pages = [path for path in library.chapters if any(bank.chapter == path for bank in library.banks.values())]
    answer = '<div class="admonition success"><p>Xylem</p></div>'
    made = book.Book(library, pages).html(cover, lambda path: f"<h1>Xylem</h1>{answer}", lambda path: None)
    own = {word for bank in library.banks.values() for question in bank.questions for word in words_of(question)}
    titles = set(written([bank.title for bank in library.banks.values()]))
    titles |= set(written([heading.title for path in pages for heading in library.chapters[path].headings.values()]))
    assert unsaid(made) - own - titles == {"Xylem"}
    assert 'content: "⟦ (p.\u00a0" target-counter(attr(href), page) ")⟧"' in made
    assert ">⟦⟦Answer⟧: in the answer key⟧</a>" in made


def test_a_copy_of_a_text_still_knows_its_key() -> None:
    text = said("kind.lettered", letter="A", text=said("kind.only_a"))
    for other in (text, copy.copy(text), copy.deepcopy(text)):
        assert other == "(A) A is true, but R is false."
        assert other.in_words(Marked()) == "⟦(A) ⟦A is true, but R is false.⟧⟧"
