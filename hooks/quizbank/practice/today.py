"""Daily review: a session of questions from all chapters."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "today.title",
    "today.purpose",
    scripts=("practice/mix.js", "today/today.js"),
    needs=("feature:session",),
    later=("settings",),
)
