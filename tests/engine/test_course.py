"""The course profile: what it may hold, what is said of a bad one, and that the engine takes everything particular from it."""

import json
from pathlib import Path

import pytest

from quizbank.checks.course import check_course
from quizbank.cli import main
from quizbank.course import NEUTRAL
from quizbank.library import Library, read_library
from quizbank.offline.manifest import manifest
from quizbank.site.addresses import made_files, needs_no_nav
from quizbank.site.site import Site

TWO_LINES = "id: acids\ntitle: Acids and bases\n"
CHAPTER = "# Acids { #acids }\n\nAn acid gives protons.\n"
BANK = """
title: Acids
chapter: acids.md
objectives:
  - {id: LO1.1, slug: name-an-acid, text: Name an acid.}
questions:
  - id: vinegar
    kind: true-false
    section: acids
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: Vinegar holds an acid.
    answer: true
    why_true: It holds acetic acid.
    why_false: Acetic acid is an acid.
    explanation: Household vinegar is water with acetic acid in it.
"""


def project(root: Path, profile: str | None = TWO_LINES, settings: str = "site_name: x\n", **pages: str) -> Library:
    """Return what is read from a project of one chapter and one bank, with more pages by their names without the ending."""
    files = {"docs/acids.md": CHAPTER, "quizzes/acids.yml": BANK, "mkdocs.yml": settings}
    files |= {"course.yml": profile} if profile is not None else {}
    for name, text in {**files, **{f"docs/{name}.md": text for name, text in pages.items()}}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return read_library(root / "quizzes", root / "docs", root, root / "mkdocs.yml")


def problems(root: Path, profile: str | None, **pages: str) -> list[str]:
    return [str(problem) for problem in project(root, profile, **pages).problems]


def test_two_lines_are_a_whole_profile(tmp_path: Path) -> None:
    library = project(tmp_path)
    assert library.problems == []
    assert (library.course.id, library.course.title, library.course.book) == ("acids", "Acids and bases", "dist/acids-book.pdf")


def test_a_project_without_a_profile_is_told_the_file_and_the_two_lines(tmp_path: Path) -> None:
    assert problems(tmp_path, None) == [
        "course.yml:1: expected the profile of the course, got no such file; write two lines into it, such as "
        "'id: photosynthesis' and 'title: Photosynthesis'"
    ]


def test_banks_without_a_project_around_them_need_no_profile(tmp_path: Path) -> None:
    project(tmp_path, None)
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    assert (library.course, library.problems) == (NEUTRAL, [])


@pytest.mark.parametrize(
    ("profile", "problem"),
    [
        ("id: acids\n", "course.yml:1: title: expected the key 'title', got none"),
        (f"{TWO_LINES}langauge: en\n", "course.yml:3: langauge: expected one of the keys"),
        (f"{TWO_LINES}langauge: en\n", "did you mean 'language'?"),
        (f"{TWO_LINES}language: en-GB\n", "course.yml:3: language: expected one of 'en', 'bn',"),
        ("id: Acids and bases\ntitle: Acids\n", "course.yml:1: id: expected lower-case words joined by hyphens"),
        (f"{TWO_LINES}pages: {{glosary: words.md}}\n", "did you mean 'glossary'?"),
        (f"{TWO_LINES}pages:\n  glossary: words.html\n", "course.yml:4: pages, glossary: expected a page such as 'glossary.md'"),
        (f"{TWO_LINES}generated:\n  today: never\n", "course.yml:4: generated, today: expected a page such as 'glossary.md'"),
        ("- id\n", "course.yml:1: expected a course profile with the keys id and title, got something else"),
        ("", "course.yml:1: expected a course profile, got an empty file"),
        ("id: acids\n\ttitle: x\n", "course.yml:2: expected spaces for indentation, got a tab"),
    ],
)
def test_what_a_profile_may_not_hold_is_told_with_its_line(tmp_path: Path, profile: str, problem: str) -> None:
    assert problem in problems(tmp_path, profile)[0]


@pytest.mark.parametrize(
    ("profile", "problem"),
    [
        (
            "  glossary: wrods.md\n",
            "course.yml:4: pages, glossary: expected a page in docs/, got 'wrods.md'; did you mean 'words.md'?",
        ),
        ("  teaching: class.md\n", "course.yml:4: pages, teaching: expected a page in docs/, got 'class.md'"),
        (
            "  without_terms:\n    - words.md\n    - case.md\n",
            "course.yml:6: pages, without_terms, 2: expected a page in docs/, got 'case.md'",
        ),
    ],
)
def test_a_page_that_the_profile_names_must_be_there(tmp_path: Path, profile: str, problem: str) -> None:
    assert problems(tmp_path, f"{TWO_LINES}pages:\n{profile}", words="# Words\n") == [problem]


_TEACHERS = "it leads to the pages 'kinds', 'about' and 'downloads', which are all switched off"


@pytest.mark.parametrize(
    ("generated", "entry", "reason"),
    [
        ("{today: no}", "today.md", "course.yml has 'today: no'"),
        ("{today: daily.md}", "today.md", "course.yml has 'today: daily.md'"),
        ("{today: daily.md}", "mock-exams.md", "mock exams need a published paper in quizzes/papers/"),
        ("{mock_exams: tests.md}", "tests.md", "mock exams need a published paper in quizzes/papers/"),
        ("{kinds: no, about: no, downloads: no}", "teachers.md", _TEACHERS),
    ],
)
def test_an_entry_for_a_page_that_the_site_does_not_make_is_told_why(
    tmp_path: Path, generated: str, entry: str, reason: str
) -> None:
    settings = f"nav:\n  - acids.md\n  - {entry}\n"
    assert problems(tmp_path, f"{TWO_LINES}generated: {generated}\n", settings=settings) == [
        f"mkdocs.yml:3: nav: expected a page that the site makes, got '{entry}': {reason}; take this entry out or change it"
    ]


@pytest.mark.parametrize(
    ("profile", "problem"),
    [
        (
            "generated:\n  today: a.md\n  flashcards: a.md\n",
            "generated, today: expected an address of its own, got 'a.md', which is that of flashcards",
        ),
        (
            "generated:\n  kinds: about-questions.md\n",
            "generated, about: expected an address of its own, got 'about-questions.md', which is that of kinds",
        ),
        (
            "topics:\n  acid: {line: '#000000', area: '#ffffff'}\n  line: {line: '#000000', area: '#ffffff'}\n",
            "topics: expected a name that no shape of every figure has, got 'line'",
        ),
        (
            "topics:\n  acid: {line: '#000000', area: '#ffffff', chapters: [acid.md]}\n",
            "topics, acid, chapters, 1: expected a page in docs/, got 'acid.md'; did you mean 'acids.md'?",
        ),
        (
            "topics:\n  acid: {line: '#000000', area: '#ffffff', chapters: [acids.md]}\n"
            "  base: {line: '#000000', area: '#ffffff', chapters: [acids.md]}\n",
            "topics, base, chapters, 1: expected a chapter of one topic, got 'acids.md', which belongs to acid",
        ),
        ("found_by:\n  tody.md: [MCQ]\n", "found_by: expected a page of the site, got 'tody.md'; did you mean 'today.md'?"),
        ("translations: {ta: {Home: x}}\n", "translations: expected another language of the interface (hi), got 'ta'"),
        ("translations: {en: {Home: Start}}\n", "translations: expected another language of the interface (hi), got 'en'"),
    ],
)
def test_no_page_and_no_topic_takes_the_name_of_another(tmp_path: Path, profile: str, problem: str) -> None:
    (told,) = problems(tmp_path, TWO_LINES + profile)
    assert told.partition(": ")[2] == problem


def test_a_chapter_keeps_its_title_in_every_language() -> None:
    translated = NEUTRAL.model_copy(update={"translations": {"hi": {"India": "भारत", "Acids": "अम्ल"}}})
    (problem,) = check_course(translated, (), (), {"Acids", "Salts"})
    assert problem.message == "expected no title of a chapter, which stays in the language of the notes, got 'Acids'"


def test_a_glossary_may_have_another_name(tmp_path: Path) -> None:
    words = "# Words\n\nAcid { #acid }\n:   What gives protons.\n"
    library = project(tmp_path, f"{TWO_LINES}pages: {{glossary: words.md}}\n", words=words)
    assert [term.name for term in library.terms] == ["Acid"]
    site = Site(library)
    dict(site.files(str))
    page = site.fill("<p>An acid gives.</p>", "acids.md", lambda path: path, pytest.fail)
    assert 'href="words.md#acid"' in page


def test_a_course_may_leave_out_pages_and_call_them_otherwise(tmp_path: Path) -> None:
    pages = "today: daily.md, flashcards: no, level: no, mistakes: no, kinds: no, about: no, downloads: no"
    library = project(tmp_path, f"{TWO_LINES}generated: {{{pages}}}\n")
    assert sorted(Site(library).pages()) == ["daily.md", "progress.md", "quiz/acids.md", "quizzes.md"]


def test_the_command_tells_the_names_that_follow_from_the_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path)
    assert [main(["name", of, "--root", str(tmp_path)]) for of in ("id", "book", "epub", "zip")] == [0, 0, 0, 0]
    assert capsys.readouterr().out.splitlines() == [
        *("acids", "dist/acids-book.pdf", "dist/acids-book.epub", "dist/acids-offline.zip")
    ]


def test_the_command_for_names_fails_where_the_profile_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path, "id: acids\n")
    assert main(["name", "book", "--root", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "course.yml:1: error: title: expected the key 'title', got none\n")


def test_a_site_is_packed_under_the_name_of_its_course_and_not_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "offline").mkdir()
    (tmp_path / "offline/index.html").write_text("<p>Notes", encoding="utf-8")
    assert main(["zip", "offline"]) == 0
    assert capsys.readouterr().out == f"{Path('dist/acids-offline.zip')}: 0.0 MB\n"
    assert (tmp_path / "dist/acids-offline.zip").is_file()
    (tmp_path / "course.yml").write_text("id: acids\n", encoding="utf-8")
    assert main(["zip", "offline"]) == 1
    assert capsys.readouterr().err == "course.yml:1: error: title: expected the key 'title', got none\n"


def test_the_manifest_has_the_names_of_the_profile() -> None:
    course = NEUTRAL.model_copy(update={"title": "Acids and bases", "short_title": "Acids", "colour": "#aa0000"})
    read = json.loads(manifest(course))
    assert (read["name"], read["short_name"], read["theme_color"], read["lang"]) == ("Acids and bases", "Acids", "#aa0000", "en")
    assert "description" not in read
    assert json.loads(manifest(NEUTRAL))["short_name"] == NEUTRAL.title


CHEMISTRY = """
title: Acids
chapter: acids.md
objectives:
  - {id: LO1.1, slug: name-an-acid, text: Name an acid.}
questions:
  - id: vinegar
    kind: single-choice
    section: acids
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: Which acid makes up about 5 % of vinegar?
    options:
      - {text: Acetic acid, correct: yes, why: Vinegar is a solution of acetic acid in water.}
      - {text: Citric acid, why: Citric acid makes lemons sour.}
      - {text: Lactic acid, why: Lactic acid makes curd and sour milk.}
    explanation: Household vinegar is water with 5 to 10 % of acetic acid in it, which is what makes it sour.
  - id: arrhenius
    kind: true-false
    section: acids
    objective: LO1.1
    bloom: understand
    marks: 1
    stem: In 1887 Arrhenius explained acids by the hydrogen ions that they give in water.
    answer: true
    why_true: Arrhenius said that acids split into ions in water.
    why_false: The definition with hydrogen ions in water is his.
    explanation: Arrhenius said that an acid gives hydrogen ions in water, and a base gives hydroxide ions. Others widened that.
  - id: dilution
    kind: numeric
    section: acids
    objective: LO1.1
    bloom: apply
    marks: 2
    stem: A pupil adds 400 ml of water to 100 ml of a 10 % solution of acetic acid. What is the concentration now?
    answer: 2
    unit: "%"
    working: 10 ml of acid in 500 ml are 2 %.
    explanation: The amount of acid stays the same and the volume becomes five times as large, so the share falls to a fifth.
"""


def test_a_small_bank_on_chemistry_gets_no_word_with_two_lines_of_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    (tmp_path / "quizzes/acids.yml").write_text(CHEMISTRY, encoding="utf-8")
    assert main(["check", "--root", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.endswith("\n0 problems, 0 warnings\n")


def test_a_check_that_the_profile_misspells_is_told_with_its_line(tmp_path: Path) -> None:
    assert problems(tmp_path, f"{TWO_LINES}checks:\n  echos: off\n") == [
        "course.yml:4: checks: expected the name of a check, got 'echos'; did you mean 'echo'?"
    ]


@pytest.mark.parametrize(
    ("profile", "problem"),
    [
        ("checks: {echo: no}\n", "course.yml:3: checks, echo: expected one of 'error', 'warning' or 'off', got 'no'"),
        ("limits: {bank_minimum: 0}\n", "course.yml:3: limits, bank_minimum: expected"),
        ("claims: ['(always|never new']\n", "course.yml:3: claims, 1: expected ')' for each '(', got one without"),
        ("claims: ['always|never']\n", "course.yml:3: claims, 1: expected '|' inside brackets, as in 'end( |-)user(s)'"),
        ("words: [{say: acid}]\n", "course.yml:3: words, 1, instead_of: expected the key 'instead_of', got none"),
        ("colour: red\n", "course.yml:3: colour: expected a colour such as '#12506b', got 'red'"),
        ("numbers: roman\n", "course.yml:3: numbers: expected one of 'english' or 'indian', got 'roman'"),
        ("topics: {acid: {line: '#aa0000'}}\n", "course.yml:3: topics, acid, area: expected the key 'area', got none"),
    ],
)
def test_what_a_part_of_a_profile_may_not_hold_is_told_with_its_line(tmp_path: Path, profile: str, problem: str) -> None:
    assert problem in problems(tmp_path, f"{TWO_LINES}{profile}")[0]


def test_pages_for_authors_stand_behind_the_page_for_teachers_and_in_no_navigation(tmp_path: Path) -> None:
    site = Site(project(tmp_path))
    text = site.pages()["teachers.md"]
    assert '[<span data-say="about.title">About the question bank</span>](about-questions.md)' in text
    assert '[<span data-say="gallery.title">Question types</span>](kinds.md)' in text
    apart = {path for path in site.pages() if needs_no_nav(site.library.course, path)}
    assert apart == {"kinds.md", "about-questions.md", "downloads.md", "quizzes.md", "quiz/acids.md"}


@pytest.mark.parametrize(
    ("generated", "lines"), [("kinds: no", 2), ("about: no", 2), ("kinds: no, about: no, downloads: no", 0), ("teachers: no", 0)]
)
def test_the_page_for_teachers_leads_to_nothing_that_is_not_there(tmp_path: Path, generated: str, lines: int) -> None:
    site = Site(project(tmp_path, f"{TWO_LINES}generated: {{{generated}}}\n"))
    pages = site.pages()
    assert pages.get("teachers.md", "").count("](") == lines
    assert ("teachers.md" in pages) == (lines > 0)
    made = made_files(site.library.course, site.library.banks, site.library.papers)
    assert {path for path in made if path.endswith(".md")} == set(pages)


@pytest.mark.parametrize(
    ("profile", "written", "leads_to"),
    [
        ("", {}, ""),
        ("", {"teaching": "# In class\n"}, "teaching.md"),
        ("pages: {teaching: class.md}\n", {"class": "# In class\n"}, "class.md"),
        ("pages: {teaching: class.md}\n", {"class": "# In class\n", "teaching": "# Old\n"}, "class.md"),
    ],
)
def test_the_page_for_teachers_begins_with_how_to_teach_if_that_is_written(
    tmp_path: Path, profile: str, written: dict[str, str], leads_to: str
) -> None:
    text = Site(project(tmp_path, f"{TWO_LINES}{profile}", **written)).pages()["teachers.md"]
    first, *_ = [line for line in text.splitlines() if line.startswith("- ")]
    link = f'- [<span data-say="teachers.with_a_class">With a class</span>]({leads_to}): '
    assert (first.startswith(link), "teachers.with_a_class" in text) == (bool(leads_to), bool(leads_to))
