"""The page that leads teachers to what is not for learners: the types of question, and what the question bank is made of."""

from quizbank.course import Course
from quizbank.site.pages.headings import heading
from quizbank.strings.words import Words


def pages(course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it and there is anything that it leads to."""
    word, made = Words(course.language).word, course.generated
    links = [
        *([f"- [{word('downloads.title')}]({made.downloads}): {word('teachers.downloads')}"] if made.downloads else []),
        *([f"- [{word('about.title')}]({made.about}): {word('teachers.about')}"] if made.about else []),
        *([f"- [{word('gallery.title')}]({made.kinds}): {word('teachers.types')}"] if made.kinds else []),
    ]
    start = f"{heading(Words(course.language), 'teachers.title')}\n{word('teachers.purpose')}\n\n"
    return {made.teachers: start + "\n".join(links) + "\n"} if made.teachers and links else {}
