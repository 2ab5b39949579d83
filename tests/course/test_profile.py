"""This course's profile: sound, known to editors, and with the prefix under which learners have stored their answers."""

import re
from pathlib import Path

from course import library
from quizbank.course import FILE, SCHEMA_FILE, read_course

ROOT = Path(__file__).parent.parent.parent


def test_learners_keep_what_they_have_stored() -> None:
    course, found = read_course(ROOT)
    assert (course.id, found) == ("bpo-kpo-notes", [])


def test_the_profile_names_its_schema_for_editors() -> None:
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert text.partition("\n")[0] == f"# yaml-language-server: $schema=quizzes/{SCHEMA_FILE}"


def test_all_that_mock_tests_say_of_themselves_can_be_said_in_hindi() -> None:
    papers = library().mock_papers().values()
    texts = {text for paper in papers for text in (paper.title, *paper.texts)}
    assert texts - library().course.translations["hi"].keys() == set()


def test_the_engine_knows_nothing_of_this_course() -> None:
    own = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index", "glossary", "sources", "teaching"}
    banks = {path.stem for path in (ROOT / "quizzes").glob("*.yml")}
    pages = "|".join(sorted(own | banks, key=len, reverse=True))
    words = re.compile(rf"\b[bk]po\b|outsourc|(?<![\w-])(?:{pages})\.(?:md|yml)|bpo-kpo", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sorted((ROOT / "hooks").rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts  # compiled: of templates, those of a course among them
        for match in words.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []
