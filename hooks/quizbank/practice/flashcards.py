"""Flashcards: the words of the glossary and the objectives."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "Flashcards",
    "The words of the glossary and the objectives of the chapters, as cards that come back when they are due.",
    scripts=("practice/flashcards.js",),
    needs=("feature:practice", "data:cards"),
    of_glossary=True,
)
