"""Question papers: what each sheet holds and keeps to itself, and the sets of one seed among themselves."""

import re
from functools import cache
from typing import Any

import pytest

from example_course import PAPERS, library
from paper_words import (
    check_no_answer_is_shown,
    check_the_key_fits_the_paper,
    check_the_marks_add_up,
    questions,
    sheets,
    telling,
    words,
)
from quizbank.banks.load import example
from quizbank.kinds import KINDS
from quizbank.papers.draw import draw, items_of, secret_below
from quizbank.papers.sets import PaperSet, mock_set, paper_set
from quizbank.render.renderer import Renderer
from quizbank.sheets.printable import browser_pages
from quizbank.site.addresses import sheet_key_page, sheet_page
from quizbank.texts.inline import question_markdown

NAMES = tuple(PAPERS)
SETS = [(name, letter) for name in NAMES for letter in "ABC"]


@cache
def made(name: str, letter: str, seed: str = "1") -> PaperSet:
    return paper_set(library().papers[name], library().banks.values(), seed, letter)


@pytest.mark.parametrize(("name", "letter"), SETS)
def test_no_answer_stands_on_a_paper_or_an_answer_sheet(name: str, letter: str) -> None:
    assert check_no_answer_is_shown(made(name, letter)) > 10


@pytest.mark.parametrize("kind", KINDS)
def test_a_printed_question_keeps_to_itself_what_is_right(kind: str) -> None:
    """All choices look alike, and a blank or a box does not tell how long the answer is."""
    (question, *_) = example(kind).questions
    printed = str(Renderer(question_markdown()).on_paper(question, "1."))
    assert [text for text in telling(question) if re.search(rf"\b{re.escape(words(text))}\b", words(printed))] == []
    choices = re.findall(r"<li>(<span class=\"paper-letter\">).</span>", printed)
    assert len(set(choices)) <= 1
    assert "data-" not in printed


@pytest.mark.parametrize(("name", "letter"), SETS)
def test_the_key_of_a_set_fits_its_paper(name: str, letter: str) -> None:
    check_the_key_fits_the_paper(made(name, letter))


@pytest.mark.parametrize("name", NAMES)
def test_the_sets_of_a_seed_hold_the_same_questions_and_marks_in_other_orders(name: str) -> None:
    first, *others = (made(name, letter) for letter in "ABC")
    for other in others:
        for mine, theirs in zip(first.sections, other.sections, strict=True):
            assert {(one.id, one.marks, one.bloom) for one in mine} == {(one.id, one.marks, one.bloom) for one in theirs}
    orders = [[question.id for question in questions(one)] for one in (first, *others)]
    assert len(set(map(tuple, orders))) == 3
    assert paper_set(first.paper, library().banks.values(), "2").sections != first.sections


@pytest.mark.parametrize("letter", "BC")
@pytest.mark.parametrize("name", NAMES)
def test_no_section_of_another_set_has_its_questions_in_the_order_of_set_a(name: str, letter: str) -> None:
    for seed in map(str, range(8)):
        pairs = zip(made(name, "A", seed).numbered, made(name, letter, seed).numbered, strict=True)
        for (_, first), (_, other) in pairs:
            ids = [[numbered.question.id for numbered in section] for section in (first, other)]
            assert ids[0] != ids[1] or len(first) < 2
            assert sorted(ids[0]) == sorted(ids[1])


@pytest.mark.parametrize("name", NAMES)
def test_set_a_asks_the_drawn_questions_in_the_order_of_the_site(name: str) -> None:
    paper, items = library().papers[name], items_of(library().banks.values())
    by_id = {question.id: question for bank in library().banks.values() for question in bank.questions}
    pairs = [
        (mock_set(paper, library().banks.values(), "7b"), draw(paper, items, "7b")),
        (paper_set(paper, library().banks.values(), "7b", "A"), draw(paper, items, "7b", secret_below)),
    ]
    for one, drawn in pairs:
        assert tuple(tuple(question.id for question in asked) for asked in one.sections) == drawn
        for question in questions(one):
            for part, on_the_site in zip(question.parts, by_id[question.id].parts, strict=True):
                assert part.order == on_the_site.order == part.id
                assert _choices(part) == _choices(on_the_site)


def _choices(part: Any) -> list[str]:
    return [choice.text for choice in getattr(part, "choices", [])] or list(map(str, _shown(part)))


@pytest.mark.parametrize(("name", "letter"), SETS)
def test_every_sheet_of_a_set_prints_its_letter_and_its_fingerprint_and_no_others(name: str, letter: str) -> None:
    one = made(name, letter)
    other_letters = [each for each in "ABC" if each != letter]
    for html_of in (sheets().paper, sheets().answer_sheet, sheets().key):
        if sheet := html_of(one):
            assert set(re.findall(r"\bSet ([A-Z])\b", sheet)) == {letter}
            assert sheet.count(one.fingerprint) >= 3  # the title, the foot of each page, the head
            assert not any(made(name, each).fingerprint in sheet for each in other_letters)


def test_options_change_places_between_sets_except_where_their_order_is_fixed() -> None:
    moved: dict[str, bool] = {}
    for kind in KINDS:
        for question in [one for bank in library().banks.values() for one in bank.questions if one.kind == kind]:
            again = question.reordered("B")
            assert again == question.reordered("B")
            assert again.id == question.id
            orders = [[str(each) for each in getattr(one, "choices", None) or _shown(one)] for one in (question, again)]
            assert sorted(orders[0]) == sorted(orders[1])
            fixed = getattr(question, "keep_order", False) or getattr(question, "codes", ())
            if fixed:
                assert orders[0] == orders[1], question.id
            moved[kind] = moved.get(kind, False) or orders[0] != orders[1]
    # Kinds that are not named here, such as one that was added by the recipe, may do either.
    fixed_kinds = {"assertion-reason", "distinguish", "fill-in", "numeric", "short-answer", "statements", "true-false"}
    moving_kinds = {"case", "matching", "multiple-choice", "odd-one-out", "ordering", "single-choice", "sorting"}
    assert {kind: moved[kind] for kind in fixed_kinds | moving_kinds} == {
        **dict.fromkeys(fixed_kinds, False),
        **dict.fromkeys(moving_kinds, True),
    }


def _shown(question: Any) -> list[Any]:
    if question.kind == "case":
        return [str(each) for part in question.parts for each in getattr(part, "choices", [])]
    if question.kind == "matching":
        return [partner.text for partner in question.partners]
    return [] if question.kind == "numeric" else list(getattr(question, "shown", []))


@pytest.mark.parametrize(("name", "letter"), SETS)
def test_the_marks_on_the_paper_add_up(name: str, letter: str) -> None:
    check_the_marks_add_up(made(name, letter))


def test_what_a_paper_asks_of_the_learner_is_said_on_it() -> None:
    written, choices = (words(sheets().paper(made(name, "B"))) for name in ("written", "choices"))
    assert "in the style of a written test. No examination body has set, seen or approved it." in written
    assert "Answer any 3 of these 4 questions. If you answer more, your best answers count." in written
    assert f"Time: 60 minutes Set B, paper {made('choices', 'B').fingerprint} Full marks: 29" in choices
    rule = (
        "An answer with nothing correct in it costs 1 mark. "
        "A partly correct answer costs nothing, nor does a question left unanswered."
    )
    assert rule in choices
    key = words(sheets().key(made("choices", "B")))
    assert f"Time: 60 minutes Key to paper {made('choices', 'B').fingerprint}, set B Full marks: 29" in key
    assert key.count(rule) == 1
    assert "A: Choose best 5 of 6 5 1 25" in key


@pytest.mark.parametrize("kind", ["true-false", "odd-one-out"])
def test_lines_for_a_reason_stand_only_where_it_earns_marks(kind: str) -> None:
    """A learner writes nothing on paper that earns nothing, and the key says what the word and the reason earn."""
    (question, *_) = example(kind).questions
    unpaid, paid = question.for_marks(2), question.for_marks(3, reason_marks=1)
    renderer = Renderer(question_markdown())
    printed, key = str(renderer.on_paper(unpaid, "1.")), words(str(renderer.key(unpaid, "1.")))
    assert "paper-lines" not in printed
    assert "reason" not in words(printed) + key
    printed, key = str(renderer.on_paper(paid.reordered("B"), "1.")), words(str(renderer.key(paid.reordered("B"), "1.")))
    assert "paper-lines" in printed
    assert "(Marks: 2 for the choice, 1 for the reason)" in words(printed)
    assert "(Marks: 2 for the choice, 1 for a reason in any words. The reason earns nothing beside a wrong choice.)" in key
    assert "[3]" in key


def test_a_section_that_asks_for_reasons_says_what_they_earn_on_paper_sheet_and_key() -> None:
    one = made("reasons", "B")
    paper, sheet, key = (words(text or "") for text in (sheets().paper(one), sheets().answer_sheet(one), sheets().key(one)))
    rule = "The correct choice earns 1 mark, and a reason beside it 1 more. A reason beside a wrong choice earns nothing."
    assert paper.count(rule) == key.count(rule) == 1
    assert paper.count("Give a reason. (Marks: 1 for the choice, 1 for the reason)") == 3
    assert "Write every other answer, and every reason that is asked for, on this paper." in paper
    assert "Answer questions without letters on the question paper, and give your reasons there." in sheet
    assert "B: True or false, with a reason 3 2, of which 1 for the reason none 6" in key
    other = words(sheets().paper(made("written", "A")))
    assert "Give a reason" not in other


def test_the_site_has_each_paper_and_its_key_on_pages_of_their_own() -> None:
    pages = browser_pages(library().mock_papers(), library().banks.values(), Renderer(question_markdown()))
    assert set(pages) == {page for name in NAMES for page in (sheet_page(name), sheet_key_page(name))}
    assert sheet_page("written") == "papers/written-set-a.html"
    paper, key = words(pages[sheet_page("written")]), words(pages[sheet_key_page("written")])
    one = mock_set(library().papers["written"], library().banks.values(), "1")
    assert f"Set A, mock test 1.{one.fingerprint}" in paper
    assert f"Key to mock test 1.{one.fingerprint}, set A" in key
    told = [text for question in questions(one) for text in telling(question) if len(text.split()) > 3]
    assert [text for text in told if words(text) in paper] == []
    assert sum(words(text) in key for text in told) > 10
    assert 'href="written-set-a-key.html"' in pages[sheet_page("written")]
    assert not re.search(r'(?:src|href)="[^"]*//', "".join(pages.values()))
