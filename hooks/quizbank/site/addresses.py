"""What lies where on the site: the one list of the paths of pages and files that the engine makes.

Paths are those below the docs folder; the course's profile says which of the pages there are and what they are called. Imports
nothing but the profile, so that checks may ask what the site will make.
"""

from collections.abc import Collection, Iterable

from quizbank.course import Course

SERVICE_WORKER = "service-worker.js"
# Folders that are the site's alone, and what it puts there.
FOLDERS = {"assets/quiz/": "its scripts and styles", "papers/": "the papers to print"}

# Why a page is not made although the profile does not switch it off.
_WITHOUT = {
    "mock_exams": "mock exams need a published paper in quizzes/papers/",
    "teachers": "it leads to the pages 'kinds', 'about' and 'downloads', which are all switched off",
}


def made_files(course: Course, banks: Iterable[str], papers: Collection[str]) -> dict[str, str]:
    """Return the pages and files that the site makes, by path, each with what it is made from. Takes the names of both."""
    pages = course.generated
    exams = [pages.mock_exams, *map(mock_page, papers)] if papers and pages.mock_exams else []
    made = {quiz_page(name): f"the quiz of quizzes/{name}.yml" for name in banks}
    made |= dict.fromkeys(pages.practice.values(), "a practice page")
    made |= dict.fromkeys(exams, "a page of the mock exams")
    made |= {pages.kinds: "the page of all kinds of question"} if pages.kinds else {}
    made |= {pages.about: "the page about the questions"} if pages.about else {}
    made |= {pages.quizzes: "the list of the quizzes"} if pages.quizzes else {}
    made |= {pages.downloads: "the page of files for other systems"} if pages.downloads else {}
    made |= {pages.teachers: "the page for teachers"} if pages.teachers and teachers_page_leads_to(course) else {}
    made[SERVICE_WORKER] = "the script that keeps the site for reading offline"
    return made


def teachers_page_leads_to(course: Course) -> list[str]:
    """Return the pages to which the page for teachers leads."""
    pages = course.generated
    return [page for page in (pages.downloads, pages.about, pages.kinds) if page]


def pages_not_made(course: Course, made: Collection[str]) -> dict[str, str]:
    """Return the pages that a site usually makes and this one does not, by path, each with the reason for its author."""
    missing: dict[str, str] = {}
    for name, field in type(course.generated).model_fields.items():
        page: str | None = getattr(course.generated, name)
        if page not in made:
            missing[page or field.default] = _WITHOUT[name] if page else f"{course.file} has '{name}: no'"
        if page and page != field.default and field.default not in made:
            missing[field.default] = f"{course.file} has '{name}: {page}'"
    return missing


def needs_no_nav(course: Course, path: str) -> bool:
    """Say whether a page that the site makes is no entry of the navigation: another page leads to it."""
    made = course.generated
    return path.startswith(("mock/", "quiz/")) or path in (made.kinds, made.about, made.quizzes, made.downloads)


def quiz_page(bank_name: str) -> str:
    """Return the path of the page that the site makes from a bank."""
    return f"quiz/{bank_name}.md"


def mock_page(name: str) -> str:
    """Return the path of the page on which a paper is sat."""
    return f"mock/{name}.md"


def sheet_page(name: str) -> str:
    """Return the path of a paper that can be printed from the browser."""
    return f"papers/{name}-set-a.html"


def sheet_key_page(name: str) -> str:
    """Return the path of that paper's answer key."""
    return f"papers/{name}-set-a-key.html"
