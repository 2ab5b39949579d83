"""What lies where on the site: the one list of the paths of pages and files that the engine makes.

Paths are those below the docs folder. Imports nothing, so that checks may ask what the site will make.
"""

from collections.abc import Collection, Iterable

GLOSSARY = "glossary.md"
ABOUT = "about-questions.md"
KINDS = "kinds.md"
MOCK_EXAMS = "mock-exams.md"
SERVICE_WORKER = "service-worker.js"
# The pages on which a learner practises. What each of them is stands in `practice.py`.
PRACTICE = ("today", "flashcards", "progress")

# Folders that are the site's alone, and what it puts there.
FOLDERS = {"assets/quiz/": "its scripts and styles", "papers/": "the papers to print"}


def made_files(banks: Iterable[str], papers: Collection[str]) -> dict[str, str]:
    """Return the pages and files that the site makes, by path, each with what it is made from. Takes the names of both."""
    made = {quiz_page(name): f"the quiz of quizzes/{name}.yml" for name in banks}
    made |= {practice_page(name): "a practice page" for name in PRACTICE}
    made |= {path: "a page of the mock exams" for path in [MOCK_EXAMS, *map(mock_page, papers)] if papers}
    made[KINDS] = "the page of all kinds of question"
    made[ABOUT] = "the page about the questions"
    made[SERVICE_WORKER] = "the script that keeps the site for reading offline"
    return made


def quiz_page(bank_name: str) -> str:
    """Return the path of the page that the site makes from a bank."""
    return f"quiz/{bank_name}.md"


def practice_page(name: str) -> str:
    """Return the path of a practice page, such as 'today'."""
    return f"{name}.md"


def mock_page(name: str) -> str:
    """Return the path of the page on which a paper is sat."""
    return f"mock/{name}.md"


def sheet_page(name: str) -> str:
    """Return the path of a paper that can be printed from the browser."""
    return f"papers/{name}-set-a.html"


def sheet_key_page(name: str) -> str:
    """Return the path of that paper's answer key."""
    return f"papers/{name}-set-a-key.html"
