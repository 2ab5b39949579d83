"""Today: a session of questions from all chapters."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "Today",
    "Questions from all chapters: those that are due, those that went wrong, and new ones.",
    scripts=("practice/today.js",),
    needs=("feature:practice",),
)
