"""The page that leads teachers to what is not for learners: the types of question, and what the question bank is made of."""

from quizbank.course import Course

_INTRODUCTION = """# For teachers

What lies behind the questions of this site, for those who teach with them or write their own.

"""


def pages(course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it and there is anything that it leads to."""
    made = course.generated
    links = [
        *([f"- [About the question bank]({made.about}): how many there are, by chapter, type and level."] if made.about else []),
        *([f"- [Question types]({made.kinds}): each as learners see it, and how it is written."] if made.kinds else []),
    ]
    return {made.teachers: _INTRODUCTION + "\n".join(links) + "\n"} if made.teachers and links else {}
