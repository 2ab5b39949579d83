"""Passages that we wrote for Canvas, and the questions behind them, which name them, as cases."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from quizbank.imports.files.html_text import Texts
from quizbank.imports.files.xml_text import line_of, words
from quizbank.imports.ours.cases import NOT_THERE, case_of_ours, titled_passage
from quizbank.imports.reader import Taken
from quizbank.imports.readers.qti12.item import Item


def case_named_by(element: Any) -> str:
    """Return the name of the passage to which an item belongs, in small letters; '' for none."""
    return Item(element, Texts()).said("case")


def with_cases(taken: Sequence[tuple[Taken, str]], passages: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Iterator[Taken]:
    """Yield what was taken, with the questions of a case together; each comes with the name of its passage, '' for none."""
    for name, group in groupby(taken, key=lambda each: each[1]):
        questions = [one for one, _ in group]
        yield from [_case(passages[name], questions, pictures)] if name in passages else questions


def _case(element: Any, taken: Sequence[Taken], pictures: Mapping[str, bytes]) -> Taken:
    """Return a case, whose picture is that of its passage."""
    html, texts = words(element, "presentation/material/mattext"), Texts(pictures)
    texts.markdown(html)
    parts = tuple(one.question for one in taken)
    case = case_of_ours(*titled_passage(html, element.get("title") or ""), parts, element.get("ident") or "")
    case = replace(case, picture=texts.picture(), parts=parts)
    lost = (*(loss for one in taken for loss in one.lost), *texts.lost, NOT_THERE)
    return Taken(case, line_of(element), taken[0].deck, lost)
