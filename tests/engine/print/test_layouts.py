"""Layouts of papers as HTML: where answers are written, two answer sheets to a page, rows of two questions, typographic marks."""

import pytest

from example_course import library
from quizbank.model.paper_header import PaperHeader
from quizbank.papers.sets import PaperSet, answer_rows, paper_set
from quizbank.render.renderer import Renderer
from quizbank.sheets.layout import COLUMNS, LARGE, SEPARATE, Layout
from quizbank.sheets.sheets import Sheets
from quizbank.texts.inline import question_markdown
from quizbank.texts.spacing import set_for_print


def made(name: str) -> PaperSet:
    return paper_set(library().papers[name], library().banks.values(), "1")


def sheets(*names: str, header: PaperHeader | None = None) -> Sheets:
    return Sheets(Renderer(question_markdown()), Layout(names), header)


@pytest.mark.parametrize(("names", "copies"), [((), 2), ((SEPARATE,), 2), ((LARGE,), 1)])
def test_two_short_answer_sheets_share_a_page_each_with_every_circle(names: tuple[str, ...], copies: int) -> None:
    html = sheets(*names).answer_sheet(made("choices")) or ""
    assert html.count('<section class="sheet-answers') == copies
    assert html.count("<li><b>") == copies * len(list(answer_rows(made("choices"))))


def test_objective_questions_stand_in_rows_of_two() -> None:
    html = sheets(COLUMNS).paper(made("choices"))
    assert html.count('<div class="sheet-row">') == 5  # of six and of four questions
    assert 'class="sheet-row"' not in sheets(COLUMNS).paper(made("written"))


def test_a_paper_says_where_answers_are_written() -> None:
    assert "Write every other answer on this paper." in sheets().paper(made("choices"))
    assert "Write every other answer in your answer book." in sheets(SEPARATE).paper(made("choices"))


def test_the_head_of_a_school_has_its_names_its_boxes_and_a_table_of_marks() -> None:
    header = PaperHeader.model_validate({"school": "A & B", "class": "XII", "invigilator": "no"})
    html = sheets(header=header).paper(made("choices"))
    assert '<p class="school-name">A &amp; B</p>' in html
    assert "<p><b>Class:</b> XII</p>" in html
    assert "signature" not in html
    assert '<table class="sheet-totals">' in html
    assert "sheet-totals" not in sheets().paper(made("choices")).partition("</style>")[2]


@pytest.mark.parametrize(
    ("html", "printed"),
    [
        ('<p>He said: "Go <b>"now"</b>."</p>', "<p>He said: “Go <b>“now”</b>.”</p>"),
        ("<p>it&#39;s &#34;so&#34; in the 1990s, the '90s</p>", "<p>it’s “so” in the 1990s, the ’90s</p>"),
        ("<p>'one' (\"two\")</p>", "<p>‘one’ (“two”)</p>"),
        ('<p><code>a = "b"</code></p>', '<p><code>a = "b"</code></p>'),
        ('<p class="x">x</p>', '<p class="x">x</p>'),
        ('<li><span class="paper-letter">A</span>"So" it is</li>', '<li><span class="paper-letter">A</span>“So” it is</li>'),
        ("<li><b class=\"paper-name\">1.</b>'So'</li>", '<li><b class="paper-name">1.</b>‘So’</li>'),
    ],
)
def test_quotation_marks_are_typographic_outside_code(html: str, printed: str) -> None:
    assert set_for_print(html) == printed
