"""What is typed into the blanks and sums of this course is marked as their authors meant."""

from typing import Any

import pytest

from course import library
from marking import Scripts, mark, number_marked

RIGHT = {"share": 1}


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts()


def parts(kind: str) -> list[Any]:
    return [part for bank in library().all_banks.values() for part in bank.parts if part.kind == kind]


def test_every_answer_of_a_blank_is_right_and_every_near_miss_is_reached(scripts: Scripts) -> None:
    for blank in parts("fill-in"):
        near = [miss.text for miss in blank.near_misses]
        assert [mark(scripts, answer, blank.answers, near) for answer in blank.answers] == [RIGHT] * len(blank.answers), blank.id
        assert [mark(scripts, miss, blank.answers, near) for miss in near] == [{"share": 0, "near": miss} for miss in near]


def test_every_sum_takes_the_answer_that_it_shows_and_names_its_slips(scripts: Scripts) -> None:
    for question in parts("numeric"):
        near = [str(mistake.value) for mistake in question.mistakes]
        key = (str(question.answer), float(question.tolerance), near, question.unit_form)
        assert number_marked(scripts, question.shown(question.answer), *key) == RIGHT, question.id
        shown = [question.shown(mistake.value) for mistake in question.mistakes]
        assert [number_marked(scripts, text, *key) for text in shown] == [{"share": 0, "slip": slip} for slip in near]
