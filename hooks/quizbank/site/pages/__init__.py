"""The pages that the site makes for itself beside the quizzes, as Markdown: a module for each, with `pages(…)` by path."""
