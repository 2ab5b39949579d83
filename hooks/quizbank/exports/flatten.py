"""Cases for formats that have none: each question by itself, with the case's passage before its stem."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizbank.exchange.portable import Portable


def flattened(questions: Iterable[Portable]) -> Iterator[Portable]:
    """Yield the questions, and for each case those inside it. A picture of the case goes with each that has none of its own."""
    for question in questions:
        if not question.parts:
            yield question
        for part in question.parts:
            stem = "\n\n".join([f"**{question.title}**", question.stem, part.stem])
            yield replace(part, stem=stem, picture=part.picture or question.picture)
