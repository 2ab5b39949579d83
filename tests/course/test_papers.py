"""The papers of this course: no answer is shown, each key fits, and the marks add up, in two sets of each."""

from functools import cache

import pytest

from course import library
from paper_words import check_no_answer_is_shown, check_the_key_fits_the_paper, check_the_marks_add_up, questions
from quizbank.papers.draw import draw, is_seed, items_of, pool
from quizbank.papers.sets import PaperSet, paper_set

SETS = [(name, letter) for name in library().all_papers for letter in "AC"]
SEEDS = [f"seed-{number}" for number in range(20)]


@cache
def made(name: str, letter: str) -> PaperSet:
    return paper_set(library().all_papers[name], library().all_banks.values(), "1", letter)


@pytest.mark.parametrize(("name", "letter"), SETS)
def test_no_answer_stands_on_a_paper_its_key_fits_and_its_marks_add_up(name: str, letter: str) -> None:
    check_no_answer_is_shown(made(name, letter))
    check_the_key_fits_the_paper(made(name, letter))
    check_the_marks_add_up(made(name, letter))


@pytest.mark.parametrize("name", library().all_papers)
def test_the_sets_of_a_paper_are_in_other_orders(name: str) -> None:
    one, other = ([question.id for question in questions(made(name, letter))] for letter in "AC")
    assert sorted(one) == sorted(other)
    assert one != other


@pytest.mark.parametrize("name", library().all_papers)
def test_every_seed_draws_a_whole_paper_with_its_share_of_higher_levels(name: str) -> None:
    paper, items = library().all_papers[name], items_of(library().all_banks.values())
    by_id = {item.id: item for item in items}
    drawn = [draw(paper, items, seed) for seed in SEEDS if is_seed(seed)]
    for sections in drawn:
        ids = [question_id for asked in sections for question_id in asked]
        assert len(set(ids)) == len(ids)
        pairs = list(zip(paper.sections, sections, strict=True))
        assert all(len(asked) == section.number for section, asked in pairs)
        assert all(by_id[question_id] in pool(section, items) for section, asked in pairs for question_id in asked)
        high = sum(by_id[question_id].high * section.marks for section, asked in pairs for question_id in asked)
        assert 100 * high >= paper.bloom_share * paper.printed_marks
    assert len(set(drawn)) == len(SEEDS), "another seed, another paper"
