"""Progress: what the learner knows and what is due, with copies of all that is kept."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "Progress",
    "What you know, what is due, and how your mock exams went. All of it stays in this browser; nobody else sees it.",
    scripts=("progress/charts.js", "progress/copy.js", "progress/progress.js"),
    needs=("feature:practice", "data:cards", "feature:notice"),
    blocks=("language",),
)
