"""What must hold between the course's profile and the rest: each page and each check that it names is there."""

from collections.abc import Collection, Iterator

from quizbank.checks import lint, notes
from quizbank.course import Course
from quizbank.notes.figures import house_classes
from quizbank.problems.problem import Problem, did_you_mean
from quizbank.strings.words import Words, languages

SEVERITIES = {**lint.SEVERITIES, **notes.SEVERITIES}


def check_course(
    course: Course, pages: Collection[str], made: Collection[str], chapters: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield what is wrong between the profile and the rest.

    `pages` are the paths below the docs folder, `made` those of the pages that the site makes or could make, `chapters` the
    titles of the chapters that have a bank.
    """
    yield from _unknown_checks(course)
    yield from _unknown_pages(course, pages)
    yield from _unknown_chapters(course, pages)
    yield from _unknown_found(course, {*pages, *made})
    yield from _unspoken_languages(course)
    yield from _translated_chapters(course, chapters)
    yield from _shared_addresses(course)
    yield from _taken_topics(course)


def _unknown_checks(course: Course) -> Iterator[Problem]:
    for name in course.checks:
        if name not in SEVERITIES:
            message = f"expected the name of a check, got '{name}'{did_you_mean(name, SEVERITIES)}"
            yield Problem(course.file, course.line("checks", name), "checks", message)


def _unknown_pages(course: Course, pages: Collection[str]) -> Iterator[Problem]:
    """Yield the pages that the author named for a part and that are not there.

    A part that the profile leaves to the default may go unplayed: a course need not have a glossary.
    """
    roles = course.pages
    named: list[tuple[tuple[str | int, ...], str]]
    named = [
        ((name,), getattr(roles, name)) for name in ("start", "glossary", "sources", "teaching") if name in roles.model_fields_set
    ]
    named += [(("without_terms", index), page) for index, page in enumerate(roles.without_terms)]
    for place, page in named:
        if page not in pages:
            where = ", ".join(["pages", *(str(step + 1) if isinstance(step, int) else step for step in place)])
            line = course.line("pages", *place)
            yield Problem(course.file, line, where, f"expected a page in docs/, got '{page}'{did_you_mean(page, pages)}")


def _unknown_chapters(course: Course, pages: Collection[str]) -> Iterator[Problem]:
    """Yield the chapters of topics that are not there, and those that have a topic already."""
    taken: dict[str, str] = {}
    for name, topic in course.topics.items():
        for index, page in enumerate(topic.chapters):
            other = taken.setdefault(page, name)
            if page not in pages:
                message = f"expected a page in docs/, got '{page}'{did_you_mean(page, pages)}"
            elif other != name:
                message = f"expected a chapter of one topic, got '{page}', which belongs to {other}"
            else:
                continue
            line = course.line("topics", name, "chapters", index)
            yield Problem(course.file, line, f"topics, {name}, chapters, {index + 1}", message)


def _unknown_found(course: Course, pages: Collection[str]) -> Iterator[Problem]:
    for page in course.found_by:
        if page not in pages:
            message = f"expected a page of the site, got '{page}'{did_you_mean(page, pages)}"
            yield Problem(course.file, course.line("found_by", page), "found_by", message)


def _unspoken_languages(course: Course) -> Iterator[Problem]:
    """Yield the translations that nobody could choose: of a language that the interface lacks, or that is the course's own."""
    others = [language for language in languages() if language != Words(course.language).language]
    for language in course.translations:
        if language not in others:
            message = f"expected another language of the interface ({', '.join(others)}), got '{language}'"
            yield Problem(course.file, course.line("translations", language), "translations", message)


def _translated_chapters(course: Course, chapters: Collection[str]) -> Iterator[Problem]:
    """Yield the translations of what a chapter is called: they would change the title of that chapter alone."""
    for language, texts in course.translations.items():
        for text in texts:
            if text in chapters:
                message = f"expected no title of a chapter, which stays in the language of the notes, got '{text}'"
                yield Problem(course.file, course.line("translations", language, text), f"translations, {language}", message)


def _shared_addresses(course: Course) -> Iterator[Problem]:
    """Yield the generated pages that have the address of another: one of them would be lost."""
    taken: dict[str, str] = {}
    for name in type(course.generated).model_fields:
        page = getattr(course.generated, name)
        other = taken.setdefault(page, name) if page else name
        if other != name:
            message = f"expected an address of its own, got '{page}', which is that of {other}"
            yield Problem(course.file, course.line("generated", name), f"generated, {name}", message)


def _taken_topics(course: Course) -> Iterator[Problem]:
    for name in sorted(house_classes() & course.topics.keys()):
        message = f"expected a name that no shape of every figure has, got '{name}'"
        yield Problem(course.file, course.line("topics", name), "topics", message)
