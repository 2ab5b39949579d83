"""The level test: ten questions that show where to begin."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "level.title",
    "level.purpose",
    scripts=("practice/level.js",),
    needs=("feature:session", "feature:records"),
)
