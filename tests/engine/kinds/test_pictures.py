"""Pictures of questions and of notes: what is refused, and how they stand on pages and papers, in the book, in scripts."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config

import quiz_book
import small_project
from images import jpeg, png, write_files
from quizbank.banks.load import load_bank
from quizbank.kinds import KINDS
from quizbank.library import Library, read_library
from quizbank.offline.worker import kept_files
from quizbank.papers.fingerprint import content_hash
from quizbank.papers.sets import paper_set
from quizbank.render.pictures import embedded
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.site.page import mark
from quizbank.site.site import Site
from quizbank.texts.inline import question_markdown

PAPER = """
title: Friday test
style: a test
minutes: 20
instructions: [Answer all.]
sections:
  - {id: A, title: Choose, kinds: [single-choice], number: 1, marks: 1}
"""
PICTURE = "    picture: {file: bus.png, alt: 'A bus with \"School\" on it', width: 320}\n"
STEM = "    stem: A school pays a bus company for a year. What is this?\n"
BANK = small_project.FIVE_KINDS.replace(STEM, STEM + PICTURE)
NOTES = small_project.OUTSOURCING + "\n![A yellow bus](assets/yellow%20bus.jpg) and ![small](assets/dot.png){ width=16 }\n"
ADDRESS = re.compile(r"assets/quiz/pictures/bus-[0-9a-f]{10}\.png")


def files(bank: str = BANK, notes: str = NOTES, picture: bytes = png()) -> dict[str, str | bytes]:
    return {
        **small_project.FILES,
        "quizzes/five-kinds.yml": bank,
        "quizzes/papers/friday.yml": PAPER,
        "quizzes/pictures/bus.png": picture,
        "docs/outsourcing.md": notes,
        "docs/assets/yellow bus.jpg": jpeg(),
        "docs/assets/dot.png": png(32, 32),
    }


def library_of(root: Path, written: dict[str, str | bytes]) -> Library:
    write_files(root, written)
    return read_library(root / "quizzes", root / "docs", root)


def problems_of(root: Path, written: dict[str, str | bytes]) -> list[str]:
    """Return what is said of a project, but for what is said of the paper, which is not made for its levels."""
    return [str(problem) for problem in library_of(root, written).problems if "papers/" not in problem.file]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("pictures"), files())


@pytest.fixture(scope="module")
def library(project: Path) -> Library:
    return read_library(project / "quizzes", project / "docs", project)


def test_a_project_with_pictures_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, files()) == []


LINE = 1 + BANK.splitlines().index(PICTURE.rstrip())
WHERE = f"quizzes/five-kinds.yml:{LINE}: school-bus: picture"
REFUSED = {
    "a file that is not there": (
        "{file: buss.png, alt: A bus}",
        f"{WHERE}, file: expected a file in quizzes/pictures/, got 'buss.png'; did you mean 'bus.png'?",
    ),
    "a path": (
        "{file: ../bus.png, alt: A bus}",
        f"{WHERE}, file: expected the name of a PNG or JPEG file in quizzes/pictures/, such as 'leaf-cell.png', got '../bus.png'",
    ),
    "another format": (
        "{file: bus.gif, alt: A bus}",
        f"{WHERE}, file: expected the name of a PNG or JPEG file in quizzes/pictures/, such as 'leaf-cell.png', got 'bus.gif'",
    ),
    "no words for who cannot see it": ("{file: bus.png}", f"{WHERE}, alt: expected the key 'alt', got none"),
    "empty words": ("{file: bus.png, alt: ' '}", f"{WHERE}, alt: expected some text, got nothing"),
    "words in lines": (
        '{file: bus.png, alt: "A\\nbus"}',
        f"{WHERE}, alt: expected one line of text, got a line break",
    ),
    "words that are a text of their own": (
        f"{{file: bus.png, alt: {'A bus. ' * 50}}}",
        f"{WHERE}, alt: expected at most 300 characters, got 349; shorten or divide the text",
    ),
    "a width with its unit": (
        "{file: bus.png, alt: A bus, width: 320px}",
        f"{WHERE}, width: expected a whole number, got '320px'",
    ),
    "a width that nobody sees": ("{file: bus.png, alt: A bus, width: 3}", f"{WHERE}, width: expected at least 24, got '3'"),
    "a width beyond every page": (
        "{file: bus.png, alt: A bus, width: 3000}",
        f"{WHERE}, width: expected at most 1200, got '3000'",
    ),
    "a misspelt key": (
        "{file: bus.png, alt: A bus, wdth: 300}",
        f"{WHERE}, wdth: expected one of the keys alt, file, width, got 'wdth'; did you mean 'width'?",
    ),
    "a name alone": ("bus.png", f"{WHERE}: expected the keys alt, file, width with their values, got 'bus.png'"),
}


@pytest.mark.parametrize(("written", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_picture_that_a_question_cannot_show_is_refused(written: str, message: str, tmp_path: Path) -> None:
    bank = BANK.replace(PICTURE, f"    picture: {written}\n")
    write_files(tmp_path, files(bank))
    _, problems = load_bank(tmp_path / "quizzes/five-kinds.yml", tmp_path)
    assert [str(problem) for problem in problems] == [message]


def test_a_broken_picture_is_reported_at_the_question_that_shows_it(tmp_path: Path) -> None:
    write_files(tmp_path, files(picture=b"GIF89a"))
    _, problems = load_bank(tmp_path / "quizzes/five-kinds.yml", tmp_path)
    assert list(map(str, problems)) == [f"{WHERE}, file: expected a PNG or JPEG picture, got a GIF file"]


def test_a_picture_in_the_text_of_a_stem_is_refused_with_the_way_to_write_it(tmp_path: Path) -> None:
    bank = (
        BANK.replace(PICTURE, "")
        .replace("A school pays", "'![A bus](bus.png) A school pays")
        .replace("What is this?", "What is this?'", 1)
    )
    write_files(tmp_path, files(bank))
    _, problems = load_bank(tmp_path / "quizzes/five-kinds.yml", tmp_path)
    (message,) = map(str, problems)
    assert "a text holds words alone; write the key picture with file and alt beside the stem" in message


def test_a_picture_that_no_question_shows_is_a_warning(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {**files(), "quizzes/pictures/old.png": png()})
    assert problem == "quizzes/pictures/old.png:1: expected a question that shows this picture, got none"


def test_a_bank_that_cannot_be_read_leaves_open_which_pictures_are_shown(tmp_path: Path) -> None:
    assert [each for each in problems_of(tmp_path, files("title: [")) if "shows this picture" in each] == []


NOTE_LINE = 1 + NOTES.splitlines().index("![A yellow bus](assets/yellow%20bus.jpg) and ![small](assets/dot.png){ width=16 }")
NOTE = f"docs/outsourcing.md:{NOTE_LINE}: picture"
IN_NOTES = {
    "no words for who cannot see it": (
        "![ ](assets/dot.png)",
        f"{NOTE}: expected words between '![' and ']' for readers who cannot see 'assets/dot.png', got none",
    ),
    "an address of another site": (
        "![A dot](https://example.org/dot.png)",
        f"{NOTE}: expected a picture in docs/, got the address of another site, 'https://example.org/dot.png'",
    ),
    "an address elsewhere on the page": (
        "![A dot][dot]\n\n[dot]: assets/dot.png",
        f"{NOTE}: expected a picture as ![what it shows](assets/name.png), got its address elsewhere",
    ),
    "an element of HTML": (
        '<img src="assets/dot.png">',
        f"{NOTE}: expected a picture as ![what it shows](assets/name.png), got its address elsewhere",
    ),
    "another format": (
        "![A dot](assets/theme.css)",
        f"{NOTE}: expected a PNG or JPEG picture, such as 'theme.png', got 'theme.css'",
    ),
    "an address that cannot be read": (
        "![A dot](//[x)",
        f"docs/outsourcing.md:{NOTE_LINE}: link: expected an address, got '//[x'",
    ),
    "a file that is not there": (
        "![A dot](assets/dott.png)",
        f"docs/outsourcing.md:{NOTE_LINE}: link: expected a file in docs/, got 'assets/dott.png'; did you mean 'assets/dot.png'?",
    ),
}


@pytest.mark.parametrize(("written", "message"), IN_NOTES.values(), ids=IN_NOTES.keys())
def test_a_picture_that_the_notes_cannot_show_is_refused(written: str, message: str, tmp_path: Path) -> None:
    notes = NOTES.replace(NOTES.splitlines()[NOTE_LINE - 1], written)
    assert problems_of(tmp_path, files(notes=notes)) == [message]


def test_code_that_shows_how_a_picture_is_written_is_no_picture(tmp_path: Path) -> None:
    shown = "\n`![](x.gif)` and `<img>`\n\n```\n![][y]\n```\n"
    assert problems_of(tmp_path, files(notes=NOTES + shown)) == []


def test_every_kind_shows_its_picture_on_the_page_and_on_paper_and_not_in_the_key(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/bus.png").write_bytes(png())
    renderer = Renderer(question_markdown())
    for kind in KINDS.values():
        bank = yaml.safe_load((kind.folder / "example.yml").read_text(encoding="utf-8"))
        question = bank["questions"][0] | {"picture": {"file": "bus.png", "alt": "A bus"}}
        read, problems = load_bank(_bank_file(tmp_path, {**bank, "questions": [question]}), tmp_path)
        assert read is not None, kind.name
        assert [each for each in problems if "picture" in each.where] == [], kind.name
        shown = [renderer.question(read.questions[0], "Question 1", None), renderer.on_paper(read.questions[0], "1.")]
        assert [html.count("<img ") for html in shown] == [1, 1], kind.name
        assert "<img" not in renderer.key(read.questions[0], "1."), kind.name
        assert "<img" not in shown[0].partition("<legend>")[2].partition("</legend>")[0], kind.name


def _bank_file(folder: Path, bank: object) -> Path:
    path = folder / "example.yml"
    path.write_text(yaml.safe_dump(bank, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def test_on_the_site_a_picture_keeps_its_place_and_comes_from_a_file_of_the_site(library: Library) -> None:
    site = Site(library)
    made = dict(site.files(lambda path: path))
    (address,) = (path for path in made if ADDRESS.fullmatch(path))
    assert made[address] == png()
    page = site.fill(mark("quiz", "five-kinds#school-bus"), "outsourcing.md", lambda path: f"../at/{path}", pytest.fail)
    size = 'width="320" height="160" loading="lazy" decoding="async"'
    image = f'<img src="../at/{address}" alt="A bus with &#34;School&#34; on it" {size}>'
    assert image in page
    assert re.search(r'<link rel="stylesheet" href="\.\./at/assets/quiz/pictures-[0-9a-f]+\.css">', page)
    script = made[site.data["data:bank:five-kinds"].path]
    assert f'src=\\"{address}\\"' in (script if isinstance(script, str) else script.decode())
    assert f'<img src="../{address}"' in str(made["papers/friday-set-a.html"])


def test_in_the_notes_pictures_get_their_size_and_a_width_of_the_author_stays(library: Library) -> None:
    html = '<p><img alt="A yellow bus" src="../assets/yellow%20bus.jpg"> <img alt="small" src="../assets/dot.png" width="16"></p>'
    page = Site(library).fill(html, "outsourcing.md", lambda path: f"../{path.replace(' ', '%20')}", pytest.fail)
    lazy = 'class="quiz-picture" loading="lazy" decoding="async"'
    assert f'<img alt="A yellow bus" src="../assets/yellow%20bus.jpg" width="50" height="20" {lazy}>' in page
    assert f'<img alt="small" src="../assets/dot.png" width="16" height="16" {lazy}>' in page


def test_a_printed_paper_holds_the_picture_itself(library: Library) -> None:
    one = paper_set(library.papers["friday"], library.banks.values(), "1")
    paper = Sheets(Renderer(question_markdown(), embedded)).paper(one)
    (data,) = re.findall(r'<img src="data:image/png;base64,([^"]+)" alt="A bus[^"]*" style="width: 320px">', paper)
    assert b64decode(data) == png()


def test_the_book_holds_pictures_of_questions_and_notes(project: Path, library: Library) -> None:
    config = load_config(str(project / "mkdocs.yml"), hooks=[])
    html = quiz_book.book_html(config, library)
    assert html.count('alt="A bus with &#34;School&#34; on it" style="width: 320px"') == 1
    assert '<img alt="A yellow bus" src="assets/yellow%20bus.jpg">' in html
    assert 'src="assets/dot.png" width="16" style="width: 16px"' in html


def test_a_paper_has_another_fingerprint_when_its_picture_is_another(tmp_path: Path) -> None:
    prints = set()
    bank = BANK.replace("alt: 'A bus", "alt: 'One bus")
    for number, written in enumerate([files(), files(picture=png(64, 33)), files(bank), files(BANK.replace(PICTURE, ""))]):
        library = library_of(tmp_path / str(number), written)
        prints.add(content_hash(library.banks["five-kinds"].questions[0]))
    assert len(prints) == 4


def test_the_picture_of_a_bank_that_is_not_published_stays_off_the_site(tmp_path: Path) -> None:
    library = library_of(tmp_path, files(f"publish: no\n{BANK.lstrip()}"))
    assert library.kept_back.banks["five-kinds"].questions[0].picture is not None
    assert [path for path in dict(Site(library).files(str)) if "pictures/" in path] == []
    assert list((tmp_path / "docs").rglob("bus.png")) == []


def test_pictures_are_kept_for_reading_without_a_network(tmp_path: Path) -> None:
    address = "assets/quiz/pictures/bus-1.png"
    write_files(tmp_path, {"index.html": f'<img src="{address}" alt="">', address: png()})
    assert kept_files(tmp_path) == ["index.html", address]
