"""Flashcards: key terms and the objectives of the chapters."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "cards.title",
    "cards.purpose",
    scripts=("practice/flashcards.js",),
    needs=("feature:pages", "feature:attempt", "feature:head", "feature:tables", "data:cards"),
    of_glossary=True,
)
