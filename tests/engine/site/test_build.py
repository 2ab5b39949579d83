"""Building and serving: faults stop a strict build, stand on the page otherwise, and never stop the server."""

import contextlib
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import ConfigurationError
from playwright.sync_api import Page, expect

import quiz_pages
import small_project
from quizbank.offline.worker import withdrawing_worker

pytestmark = pytest.mark.site

SOUND = small_project.FILES["quizzes/five-kinds.yml"]
MISSPELT = SOUND.replace("bloom: apply", "blom: apply", 1)
LINE = MISSPELT[: MISSPELT.index("blom")].count("\n") + 1
FAULT = f"quizzes/five-kinds.yml:{LINE}: school-bus: blom: expected one of the keys"
UNREADABLE = "title: [\n"


def project(folder: Path, changes: Mapping[str, str]) -> Path:
    """Write the small project with some of its files changed. Returns its folder."""
    for name, text in {**small_project.FILES, **changes}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment())


def environment() -> dict[str, str]:
    return {**{name: value for name, value in os.environ.items() if name != "SITE_URL"}, "NO_MKDOCS_2_WARNING": "1"}


def test_a_strict_build_stops_at_a_fault_and_names_its_file_and_line(tmp_path: Path) -> None:
    run = build(project(tmp_path, {"quizzes/five-kinds.yml": MISSPELT}), "--strict")
    assert run.returncode != 0
    assert FAULT in run.stderr
    assert "did you mean 'bloom'?" in run.stderr


UNCOVERED = """
topics: {words: [words.md]}
facts:
  - {id: telegraphs, topic: words, priority: core, statement: Wires carry words., must_terms: [telegraph]}
"""
FOOTNOTE = f"{small_project.WORDS}\nA claim.[^nowhere]\n"
ERRORS = {
    "the linter's": (
        {"quizzes/five-kinds.yml": SOUND.replace("text: Automation", "text: None of the above")},
        "school-bus: expected options that stand by themselves, got 'None of the above'",
    ),
    "the facts'": ({"facts.yml": UNCOVERED}, "facts.yml:4: telegraphs: expected a section of words.md that teaches this"),
    "the notes'": ({"docs/words.md": FOOTNOTE}, "footnote nowhere: expected its text on a line of its own, got none"),
    "the navigation's": (
        {"mkdocs.yml": small_project.CONFIG.replace("  - Words: words.md\n", "")},
        "docs/words.md:1: nav: expected 'words.md' under 'nav:' in mkdocs.yml, got no entry for it there",
    ),
}


@pytest.mark.parametrize(("changes", "message"), ERRORS.values(), ids=ERRORS)
def test_a_strict_build_stops_at_whatever_the_check_calls_an_error(changes: dict[str, str], message: str, tmp_path: Path) -> None:
    run = build(project(tmp_path, changes), "--strict")
    assert run.returncode != 0
    assert message in run.stderr
    assert "Aborted with 1 problem in the notes and the question banks." in run.stdout
    assert not (tmp_path / "site").exists()


def test_another_build_shows_the_fault_in_place_and_the_sound_questions_beside_it(tmp_path: Path) -> None:
    assert build(project(tmp_path, {"quizzes/five-kinds.yml": MISSPELT})).returncode == 0
    chapter = (tmp_path / "site/outsourcing/index.html").read_text(encoding="utf-8")
    quiz = (tmp_path / "site/quiz/five-kinds/index.html").read_text(encoding="utf-8")
    fault = FAULT.replace("'", "&#39;")
    assert fault in chapter
    assert fault in quiz
    assert 'id="q-school-bus"' not in quiz
    assert quiz.count("<quiz-question ") == SOUND.count("kind: ") - 1


def test_a_bank_that_cannot_be_read_still_has_a_page_that_says_why(tmp_path: Path) -> None:
    assert build(project(tmp_path, {"quizzes/five-kinds.yml": UNREADABLE})).returncode == 0
    quiz = (tmp_path / "site/quiz/five-kinds/index.html").read_text(encoding="utf-8")
    assert "quizzes/five-kinds.yml:1: expected &#39;]&#39; to close" in quiz


def test_faults_between_bank_and_chapter_are_shown_in_place_too(tmp_path: Path) -> None:
    bank = SOUND.replace("section: who-does-the-work", "section: who-did-it", 1)
    bank = bank.replace("id: back-office-tasks", "id: needs-judgement")
    assert build(project(tmp_path, {"quizzes/five-kinds.yml": bank})).returncode == 0
    chapter = (tmp_path / "site/outsourcing/index.html").read_text(encoding="utf-8")
    quiz = (tmp_path / "site/quiz/five-kinds/index.html").read_text(encoding="utf-8")
    for page in (chapter, quiz):
        assert "school-bus: section: expected the id of a heading in docs/outsourcing.md" in page
    assert "needs-judgement: id: expected an id that no other question has" in quiz
    assert "needs-judgement: id:" not in chapter


@pytest.mark.parametrize(
    "block",
    ["//// quiz | nowhere#nothing\n////", "/// quiz | five-kinds#no such question\n///", "> /// quiz | nowhere\n> ///"],
    ids=["four slashes", "blanks in the argument", "in a quotation"],
)
def test_a_block_that_shows_nothing_stops_a_strict_build_however_it_is_written(tmp_path: Path, block: str) -> None:
    run = build(project(tmp_path, {"docs/words.md": f"{small_project.WORDS}\n{block}\n"}), "--strict")
    assert run.returncode != 0
    assert "words.md" in run.stderr
    assert "quiz: expected the " in run.stderr


def test_two_whole_banks_in_a_chapter_leave_its_sections_and_ids_alone(tmp_path: Path) -> None:
    banks = "/// quiz | two-kinds\n///\n\n/// quiz | five-kinds\n///\n\n## After\n"
    assert build(project(tmp_path, {"docs/words.md": f"{small_project.WORDS}\n{banks}"}), "--strict").returncode == 0
    page = (tmp_path / "site/words/index.html").read_text(encoding="utf-8")
    ids = re.findall(r' id="(quiz-result[^"]*)"', page)
    assert ids == ["quiz-result-two-kinds", "quiz-result-five-kinds"]
    assert page.rindex("</quiz-set>") < page.index('<p class="notes-practise">') < page.index('<h2 id="after">')


def test_links_to_questions_and_to_ids_of_the_authors_own_stop_no_strict_build(tmp_path: Path) -> None:
    links = (
        "[a](quiz/five-kinds.md#q-school-bus) [b](outsourcing.md#q-school-bus) [c](#figure) [d](#place)\n\nText.\n{ #figure }\n\n"
    )
    anchors = small_project.CONFIG + "validation: {anchors: warn}\n"
    files = {"mkdocs.yml": anchors, "docs/words.md": f'{small_project.WORDS}\n{links}<a id="place"></a>\n'}
    run = build(project(tmp_path, files), "--strict")
    assert run.returncode == 0, run.stderr


def test_a_link_to_a_question_that_is_not_on_the_page_stops_a_strict_build(tmp_path: Path) -> None:
    files = {"docs/words.md": f"{small_project.WORDS}\n[a](outsourcing.md#q-first-letter)\n"}
    run = build(project(tmp_path, files), "--strict")
    assert run.returncode != 0
    assert "link: expected the id of a heading in outsourcing.md, got 'q-first-letter'" in run.stderr


HOSTILE = {
    "docs/outsourcing.md": "",
    "docs/words.md": small_project.WORDS
    + "\n[a](http://[::1)\n\n/// example | nope\n///\n\n/// practice | x\n///\n\n<!--practice:x-->\n\n<!--mock:x-->\n",
    "docs/unreadable.md": "# Page\n\ntext <![x y\n",
    "docs/notes.md": "# Page\n\nText[^1].\n\n[^1]: a\n    [^2]: b\n[^3]: c\n",
    "docs/today.md": "# My own day\n",
    "docs/quiz/two-kinds/index.md": "# My own quiz\n",
    "mkdocs.yml": small_project.CONFIG.replace("[attr_list,", "[attr_list, footnotes,"),
}
TOLD = [
    "docs/outsourcing.md:1: expected headings for the questions of quizzes/five-kinds.yml, got an empty file; ",
    "docs/latin.md:3: expected UTF-8 text, got the byte 0xe9; save the file as UTF-8",
    "docs/words.md:11: link: expected an address, got 'http://[::1'",
    "docs/words.md:13: example: expected one of ",
    "docs/words.md:16: block: expected one of admonition, details, example, figure, home, language, objectives, quiz, tests, "
    "got 'practice'",
    "docs/words.md:19: comment: expected a block '/// practice | …'",
    "docs/words.md:21: comment: expected a block '/// mock | …'",
    "docs/unreadable.md:3: expected text that can be read as Markdown",
    "docs/notes.md:6: expected each footnote at the margin, got '[^2]' inside the one above it",
    "docs/today.md:1: expected another file name, got that of a practice page, which the site makes as 'today.md'",
    "docs/quiz/two-kinds/index.md:1: expected another file name, got that of the quiz of quizzes/two-kinds.yml",
]


def test_what_no_page_can_show_is_told_with_its_line_and_ends_no_build(tmp_path: Path) -> None:
    folder = project(tmp_path, HOSTILE)
    (folder / "docs/latin.md").write_bytes(b"# Latin\n\ncaf\xe9\n")
    run = build(folder)
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    assert [told for told in TOLD if told not in run.stderr] == []
    assert "ERROR   -  words.md" not in run.stderr, "each fault is told once, with its line"
    assert "cannot be shown yet" in (folder / "site/unreadable/index.html").read_text(encoding="utf-8")
    assert "caf\ufffd" in (folder / "site/latin/index.html").read_text(encoding="utf-8")


def test_a_site_that_cannot_be_built_while_it_is_served_says_so_in_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def builder() -> None:
        raise ConfigurationError("found a tab\n  in mkdocs.yml, line 3")

    server = SimpleNamespace(builder=builder, watch=lambda path: None)
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    assert quiz_pages.on_serve(server, config, builder) is server  # type: ignore[arg-type, comparison-overlap]
    server.builder()
    assert caplog.messages == ["the site was not built: found a tab in mkdocs.yml, line 3"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The small project under `mkdocs serve`: its folder and its address."""
    folder = project(tmp_path, {})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", place]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, env=environment()) as server:
        assert server.stderr is not None
        while "Serving on" not in (line := server.stderr.readline()):
            assert line, "mkdocs serve ended before it served"
        yield folder, f"http://{place}/"
        with contextlib.suppress(ProcessLookupError):
            server.terminate()


def test_an_edited_bank_reloads_the_page_and_a_fault_shows_there_without_stopping_the_server(
    served: tuple[Path, str], page: Page
) -> None:
    folder, address = served
    bank = folder / "quizzes/five-kinds.yml"
    page.goto(f"{address}quiz/five-kinds/")
    question = page.locator("#q-school-bus")
    expect(question).to_contain_text("A school pays a bus company for a year.")
    assert page.locator('script[src*="register-"]').count() == 0
    assert page.evaluate("fetch('/service-worker.js').then((answer) => answer.text())") == withdrawing_worker()

    bank.write_text(SOUND.replace("A school pays a bus company", "A college pays a tour company"), encoding="utf-8")
    expect(question).to_contain_text("A college pays a tour company for a year.")

    bank.write_text(MISSPELT, encoding="utf-8")
    expect(page.locator(".admonition.failure").filter(has_text=FAULT)).to_be_visible()

    bank.write_text(UNREADABLE, encoding="utf-8")
    expect(page.locator(".admonition.failure").filter(has_text="expected ']' to close")).to_be_visible()

    bank.write_text(SOUND, encoding="utf-8")
    expect(question).to_contain_text("A school pays a bus company for a year.")
