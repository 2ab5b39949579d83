"""What gives a chapter's page its shape: time to read, sections, buttons, boxes that take a guess."""

from pathlib import Path

import pytest
from markdown import Markdown

import small_project
from quizbank.library import Library, read_library
from quizbank.notes.blocks import extensions_with
from quizbank.notes.chapters import scan
from quizbank.notes.reading_time import minutes_to_read, words_of_page
from quizbank.render.renderer import Link, Renderer
from quizbank.render.shape import SectionLine
from quizbank.site.pages import chapter
from quizbank.site.pages.guesses import Guesses
from quizbank.strings.words import Words
from quizbank.texts.inline import question_markdown

PAGE = '<h1 id="a">A</h1>\n<p>One.</p>\n<h2 id="who-does-the-work">B</h2>\n<p>Two.</p>\n<h2 id="last">C</h2>\n<p>Three.</p>'


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small project, read."""
    for path, text in small_project.FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)


def _filled(library: Library, html: str) -> str:
    banks = [library.banks["five-kinds"]]
    shape = chapter.shape(library.chapters["outsourcing.md"], banks, lambda path: f"/{path}")
    return Renderer(question_markdown()).chapter(html, shape, chapter.section_quizzes(banks, lambda path: f"/{path}"))


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (180, 1), (181, 2), (360, 2), (1801, 11)])
def test_reading_takes_a_minute_for_180_words_rounded_up(words: int, minutes: int) -> None:
    assert minutes_to_read("word " * words) == minutes


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("# Two words { #with-id }\n\nThree *more* words.", 5),
        ('!!! question "Try first"\n    What is it?\n', 6),
        ("| A | B |\n|---|---|\n| one | two words |\n", 5),
        ("/// quiz | bank#question\n///\n\nOne[^1].\n\n[^1]: A note at the foot.\n", 1),
        ("A [link here](page.md#place) and <!-- nothing --> 3.5 %.", 5),
        ("---\ntitle: Not shown\n---\n\nनमस्ते दुनिया", 2),
    ],
    ids=["a heading and emphasis", "a box", "a table", "a block and a note at the foot", "a link", "another script"],
)
def test_what_counts_as_a_word_to_read(markdown: str, words: int) -> None:
    assert words_of_page(markdown) == words


def test_sections_have_the_numbers_of_their_titles_or_their_places() -> None:
    numbered = scan("# 2. A\n\n## Before\n\n## 2.1 One\n\n### Inner\n\n## 2.2 Two\n\n## 2. Odd\n", "a.md", "a.md")
    assert [section.number for section in chapter.sections(numbered.headings.values())] == ["", "2.1", "2.2", "2"]
    plain = scan("# A\n\n## One\n\n## 24 hours\n", "b.md", "b.md")
    assert [section.number for section in chapter.sections(plain.headings.values())] == ["", "24"]
    bare = scan("# A\n\n## One { #one }\n\n## Two { #two }\n", "c.md", "c.md")
    assert chapter.sections(bare.headings.values()) == (SectionLine("one", "One", "1"), SectionLine("two", "Two", "2"))


def test_a_section_has_one_button_for_its_questions_and_a_section_without_questions_has_none(library: Library) -> None:
    html = _filled(library, PAGE)
    button = (
        '<p class="notes-practise"><a class="md-button" target="_self" '
        'href="/quiz/five-kinds.md?practise=who-does-the-work#q-school-bus" data-section="who-does-the-work">'
        '<span data-say="chapter.practise" data-n="1">Practise this section (1 question)</span></a></p>\n'
    )
    assert html.count("notes-practise") == 1
    assert f'<p>Two.</p>\n{button}<h2 id="last">' in html


def test_each_question_of_a_case_counts_and_the_first_of_a_section_is_led_to(library: Library) -> None:
    bank = library.banks["five-kinds"]
    found = chapter.section_quizzes([bank], lambda path: path)
    assert {anchor: section.count for anchor, section in found.items()} == {
        "who-does-the-work": 1,
        "where-it-is-done": 2,
        "what-it-needs": 2,
    }
    assert sum(section.count for section in found.values()) == len(bank.parts)
    assert found["what-it-needs"].url == "quiz/five-kinds.md?practise=what-it-needs#q-needs-judgement"


def test_the_head_stands_below_the_title_and_the_end_before_the_notes_at_the_foot(library: Library) -> None:
    html = _filled(library, f'{PAGE}\n<div class="footnote">1. A note.</div>')
    assert html.startswith('<h1 id="a">A</h1><quiz-chapter data-chapter="outsourcing.md" data-parts="school-bus back-office-')
    end = html.index('<p class="notes-end">')
    assert html.index("<p>Three.</p>") < end < html.index('<div class="footnote">')
    assert 'data-n="5" data-minutes="5">Take the quiz (5 questions, 5 min)</span>' in html[end:]
    assert '<li><a href="#where-it-is-done" data-number="2">Where it is done</a></li>' in html


def test_a_page_without_a_title_begins_with_the_head(library: Library) -> None:
    assert _filled(library, "<p>One.</p>").startswith("<quiz-chapter ")


def test_a_chapter_with_two_quizzes_names_each(library: Library) -> None:
    banks = list(library.banks.values())
    shape = chapter.shape(library.chapters["outsourcing.md"], banks, lambda path: f"/{path}")
    html = Renderer(question_markdown()).chapter("<h1>A</h1>", shape, {})
    assert "Two kinds: <span" in html


def test_paper_has_the_numbers_of_the_questions_instead_of_a_button() -> None:
    links = {"who-does-the-work": [Link("#a", "question 1"), Link("#b", "question 4")]}
    html = Renderer(question_markdown()).add_section_links(PAGE, links)
    assert '<a href="#a">question 1</a>, <a href="#b">question 4</a>' in html
    assert "<p>Two.</p>\n<p class=" in html
    assert "md-button" not in html


BOXES = '!!! question "Try first"\n    What is it?\n\n{}!!! abstract "Core idea"\n    **Outsourcing**, which lasts.\n'


def _converted(markdown: str) -> str:
    own = ["admonition"]
    return Markdown(extensions=[*extensions_with(own, lambda name, argument: ""), Guesses(Words())]).convert(markdown)


def test_a_box_that_asks_takes_a_guess_and_its_answer_opens_on_request() -> None:
    assert _converted(BOXES.format("")) == (
        '<div class="admonition question">\n<p class="admonition-title">Try first</p>\n<p>What is it?</p>\n'
        '<label class="quiz-typed notes-guess" data-search-exclude=""><span data-say="chapter.your_guess">Your guess</span>'
        '<textarea autocomplete="off" rows="1"></textarea></label></div>\n'
        '<div class="admonition abstract">\n<p class="admonition-title">Core idea</p>\n'
        '<details class="notes-answer"><summary data-search-exclude="">'
        '<span data-say="chapter.show_answer">Show the answer</span></summary>'
        "<p><strong>Outsourcing</strong>, which lasts.</p>\n</details></div>"
    )


def test_boxes_that_do_not_follow_each_other_stay_as_they_are() -> None:
    html = _converted(BOXES.format("Between.\n\n"))
    assert "notes-guess" not in html
    assert "notes-answer" not in html
