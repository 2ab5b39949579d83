"""Mistakes: what went wrong, to be put right."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "mistakes.title",
    "mistakes.purpose",
    scripts=("practice/mistakes.js",),
    needs=("feature:session",),
)
