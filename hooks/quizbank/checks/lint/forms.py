"""Checks of kinds that have a form of their own, such as lists to match. What is a good form, each kind's model says itself."""

from collections.abc import Iterator

from quizbank.checks.lint.findings import Around, item_check_around
from quizbank.kinds import KINDS
from quizbank.model.question import Question


def _register(name: str) -> None:
    @item_check_around(name, "warning")
    def form(question: Question, around: Around) -> Iterator[str]:
        if question.form_check == name and (around.house.language == "en" or not question.form_in_english):
            yield from question.form_faults()


for _name in sorted({kind.model.form_check for kind in KINDS.values()} - {""}):
    _register(_name)
