"""This course's profile: sound, known to editors, and with the prefix under which learners have stored their answers."""

from pathlib import Path

from quizbank.course import FILE, SCHEMA_FILE, read_course

ROOT = Path(__file__).parent.parent.parent


def test_learners_keep_what_they_have_stored() -> None:
    course, found = read_course(ROOT)
    assert (course.id, found) == ("bpo-kpo-notes", [])


def test_the_profile_names_its_schema_for_editors() -> None:
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert text.partition("\n")[0] == f"# yaml-language-server: $schema=quizzes/{SCHEMA_FILE}"
