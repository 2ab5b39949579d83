"""Progress: what the learner knows and what is due, with backups of all that is kept."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage(
    "progress.title",
    "progress.purpose",
    scripts=("progress/charts.js", "progress/copy.js", "progress/progress.js"),
    needs=("feature:pages", "feature:attempt", "feature:records", "feature:tables", "data:cards", "feature:notice"),
    blocks=("language",),
)
