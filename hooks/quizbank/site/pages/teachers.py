"""The page that leads teachers to what is not for learners: teaching with the site, its files, and what its questions are."""

from collections.abc import Collection

from quizbank.course import Course
from quizbank.site.pages.headings import heading
from quizbank.strings.words import Words


def pages(course: Course, written: Collection[str]) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it and there is anything that the site makes for it to lead to.

    `written` are the paths of the pages that authors have written.
    """
    word, made, teaching = Words(course.language).word, course.generated, course.pages.teaching
    first = [f"- [{word('teachers.with_a_class')}]({teaching}): {word('teachers.teaching')}"] if teaching in written else []
    links = [
        *([f"- [{word('downloads.title')}]({made.downloads}): {word('teachers.downloads')}"] if made.downloads else []),
        *([f"- [{word('about.title')}]({made.about}): {word('teachers.about')}"] if made.about else []),
        *([f"- [{word('gallery.title')}]({made.kinds}): {word('teachers.types')}"] if made.kinds else []),
    ]
    start = f"{heading(Words(course.language), 'teachers.title')}\n{word('teachers.purpose')}\n\n"
    return {made.teachers: start + "\n".join([*first, *links]) + "\n"} if made.teachers and links else {}
