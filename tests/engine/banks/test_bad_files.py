"""Files that hurt a careless reader: too large, not text, or made to exhaust it. Each gets one exact line and no exception."""

import codecs
import re
from pathlib import Path

import pytest

from quizbank.banks.references import UnknownReference
from quizbank.banks.yaml_reader import Refused, parse
from quizbank.library import Library, read_library
from quizbank.texts.inline import question_markdown

BANK = b"""title: BPO
chapter: chapter.md
objectives:
  - { id: LO1.1, slug: explain-bpo, text: Explain BPO. }
questions:
  - id: bpo-meaning
    kind: true-false
    section: section
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: BPO is a form of outsourcing.
    answer: yes
    why_true: Another firm does the work.
    why_false: Another firm does the work, so it is true.
    explanation: The O stands for outsourcing.
"""
LAUGHS = "\n".join(
    ["lol0: &lol0 lol", *(f"lol{n}: &lol{n} [{', '.join([f'*lol{n - 1}'] * 10)}]" for n in range(1, 10)), "title: *lol9"]
)


def library_of(bank: bytes, root: Path) -> Library:
    (root / "docs").mkdir()
    (root / "docs" / "chapter.md").write_text("# Chapter\n\n## Section { #section }\n", encoding="utf-8")
    (root / "quizzes").mkdir()
    (root / "quizzes" / "bpo.yml").write_bytes(bank)
    return read_library(root / "quizzes", root / "docs", root)


def problems_of(bank: bytes, root: Path) -> list[str]:
    return [str(problem) for problem in library_of(bank, root).problems]


def test_a_file_of_one_byte_too_many_is_not_read(tmp_path: Path) -> None:
    bank = BANK + b"#" * (5_000_001 - len(BANK))
    assert problems_of(bank, tmp_path) == [
        "quizzes/bpo.yml:1: expected a file of at most 5,000,000 bytes, got 5,000,001; split the bank"
    ]


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    bank = BANK + b"#" * (5_000_000 - len(BANK))
    library = library_of(bank, tmp_path)
    assert library.problems == []
    assert [question.id for question in library.banks["bpo"].questions] == ["bpo-meaning"]


def test_bytes_that_are_not_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    assert problems_of(BANK.replace(b"stem: BPO", b"stem: caf\xe9"), tmp_path) == [
        "quizzes/bpo.yml:12: expected UTF-8 text, got the byte 0xe9; save the file as UTF-8"
    ]


def test_a_file_saved_as_utf_16_is_told_to_become_utf_8(tmp_path: Path) -> None:
    assert problems_of(BANK.decode().encode("utf-16"), tmp_path) == [
        "quizzes/bpo.yml:1: expected UTF-8 text, got the byte 0xff; save the file as UTF-8"
    ]


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    library = library_of(codecs.BOM_UTF8 + BANK, tmp_path)
    assert library.problems == []
    assert library.banks["bpo"].title == "BPO"


def test_windows_line_ends_move_no_line_number_and_enter_no_text(tmp_path: Path) -> None:
    library = library_of(BANK.replace(b"LO1.1\n", b"LO1.2\n").replace(b"\n", b"\r\n"), tmp_path)
    assert [str(problem) for problem in library.problems] == [
        "quizzes/bpo.yml:9: bpo-meaning: objective: expected one of the bank's objectives LO1.1, got 'LO1.2'"
    ]
    assert library.banks["bpo"].title == "BPO"


def test_twelve_levels_of_nesting_are_read_and_thirteen_are_not() -> None:
    assert parse("[" * 12 + "]" * 12) == [[[[[[[[[[[[]]]]]]]]]]]]
    with pytest.raises(Refused, match=r"^expected at most 12 levels of nesting, got more$"):
        parse("[" * 13 + "]" * 13)


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? "], ids=["brackets", "braces", "dashes", "question-marks"])
def test_two_hundred_thousand_levels_of_nesting_are_refused(opening: str, tmp_path: Path) -> None:
    assert problems_of(f"title: BPO\nchapter: chapter.md\nquestions:\n  {opening * 200_000}".encode(), tmp_path) == [
        "quizzes/bpo.yml:4: expected at most 12 levels of nesting, got more"
    ]


def test_a_billion_laughs_are_refused_at_the_first_anchor(tmp_path: Path) -> None:
    assert problems_of(LAUGHS.encode(), tmp_path) == [
        "quizzes/bpo.yml:1: expected plain values, got the anchor '&lol0'; write the text out"
    ]


@pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F])
def test_a_control_character_is_refused_with_its_number(code: int, tmp_path: Path) -> None:
    assert problems_of(BANK.replace(b"title: BPO", b"title: B" + bytes([code]) + b"O"), tmp_path) == [
        "quizzes/bpo.yml:1: expected YAML text, got a character that YAML does not allow "
        f"(unacceptable character #x{code:04x}: control characters are not allowed)"
    ]


def test_a_bank_that_cannot_be_read_is_named_so_that_its_page_can_say_why(tmp_path: Path) -> None:
    library = library_of(b"\xff", tmp_path)
    assert library.banks == {}
    message = "quizzes/bpo.yml:1: expected UTF-8 text, got the byte 0xff; save the file as UTF-8"
    with pytest.raises(UnknownReference, match=re.escape(message) + "$"):
        library.resolve("bpo#bpo-meaning")


def test_a_control_character_is_told_with_its_line(tmp_path: Path) -> None:
    assert problems_of(BANK.replace(b"stem: BPO", b"stem: B\x07O"), tmp_path) == [
        "quizzes/bpo.yml:12: expected YAML text, got a character that YAML does not allow "
        "(unacceptable character #x0007: control characters are not allowed)"
    ]


@pytest.mark.parametrize(
    ("escape", "sign"),
    [
        ("\\0", "U+0000"),
        ("\\x1b", "U+001B"),
        ("\\N", "U+0085"),
        ("\\uE000", "U+E000"),
        ("\\uE0FF", "U+E0FF"),
        ("\\uFDD0", "U+FDD0"),
        ("\\U0010FFFF", "U+10FFFF"),
    ],
)
def test_a_character_that_an_escape_brings_in_and_no_page_can_show_is_refused(escape: str, sign: str, tmp_path: Path) -> None:
    bank = BANK.replace(b"stem: BPO is", f'stem: "BPO{escape}is'.encode()).replace(b"of outsourcing.\n", b'of outsourcing."\n', 1)
    assert problems_of(bank, tmp_path) == [
        f"quizzes/bpo.yml:12: expected characters that a page can show, got {sign}; take it out"
    ]


@pytest.mark.parametrize("escape", ["\\t", "\\uE100", "\\uF8FF", "\\uFFFD", "\\u200D", "\\U0001F642"])
def test_a_character_that_a_page_can_show_may_be_written_by_its_escape(escape: str, tmp_path: Path) -> None:
    bank = BANK.replace(b"stem: BPO is", f'stem: "BPO{escape}is'.encode()).replace(b"of outsourcing.\n", b'of outsourcing."\n', 1)
    assert [question.id for question in library_of(bank, tmp_path).banks["bpo"].questions] == ["bpo-meaning"]


def test_files_that_editors_leave_beside_the_authors_are_not_read(tmp_path: Path) -> None:
    library_of(BANK, tmp_path)
    for folder, name in (("quizzes", ".#bpo.yml"), ("docs", ".#chapter.md")):
        (tmp_path / folder / name).write_bytes(b"\xff")
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    assert library.problems == []
    assert list(library.banks) == ["bpo"]
    assert list(library.chapters) == ["chapter.md"]


def test_a_folder_with_the_name_of_a_bank_stops_nothing(tmp_path: Path) -> None:
    library_of(BANK, tmp_path)
    (tmp_path / "quizzes" / "kpo.yml").mkdir()
    (tmp_path / "docs" / "kpo.md").mkdir()
    (problem,) = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path).problems
    assert str(problem).startswith("quizzes/kpo.yml:1: expected a file that can be read, got '")


@pytest.mark.parametrize("name", ["my bank.yml", "a#b.yml", "BPO.yml", "a--b.yml", "b\u00fcro.yml"])
def test_a_bank_whose_name_fits_no_address_is_told(name: str, tmp_path: Path) -> None:
    library_of(BANK, tmp_path)
    (tmp_path / "quizzes" / "bpo.yml").rename(tmp_path / "quizzes" / name)
    assert list(map(str, read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path).problems)) == [
        f"quizzes/{name}:1: expected a file name of lower-case words joined by hyphens, such as 'front-office.yml', got '{name}'"
    ]


ELSEWHERE = "; save it as plain text with the ending .yml, or keep it elsewhere"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("bpo.yaml", "; name it 'bpo.yml'"),
        ("bpo.yml.txt", "; name it 'bpo.yml'"),
        ("bpo.YML", "; name it 'bpo.yml'"),
        ("papers/bpo.yml.txt", "; name it 'bpo.yml'"),
        ("papers/bpo.docx", ELSEWHERE),
        ("bpo.docx", ELSEWHERE),
        ("bpo.txt", ELSEWHERE),
        ("bpo.odt", ELSEWHERE),
        ("bpo.RTF", ELSEWHERE),
        ("more/bpo.yml", ""),
    ],
)
def test_a_bank_in_a_place_that_is_not_read_is_told(name: str, hint: str, tmp_path: Path) -> None:
    library_of(BANK, tmp_path)
    for folder in ("more", "papers"):
        (tmp_path / "quizzes" / folder).mkdir()
    (tmp_path / "quizzes" / "bpo.yml").rename(tmp_path / "quizzes" / name)
    assert list(map(str, read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path).problems)) == [
        f"quizzes/{name}:1: expected banks at quizzes/NAME.yml and papers at quizzes/papers/NAME.yml, got '{name}'{hint}"
    ]


@pytest.mark.parametrize("name", ["bpo.png", "bpo", "papers/notes.pdf", "marks.xlsx"])
def test_any_other_file_among_the_banks_is_a_warning_that_stops_no_build(name: str, tmp_path: Path) -> None:
    library_of(BANK, tmp_path)
    (tmp_path / "quizzes" / "papers").mkdir()
    (tmp_path / "quizzes" / name).write_bytes(b"x")
    (problem,) = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path).problems
    assert problem.severity == "warning"
    assert str(problem) == (
        f"quizzes/{name}:1: expected banks at quizzes/NAME.yml and papers at quizzes/papers/NAME.yml, got '{name}'; "
        "if it is a bank or a paper, give it the ending .yml, otherwise keep it elsewhere"
    )


def test_what_editors_and_file_managers_leave_among_the_banks_is_no_bank(tmp_path: Path) -> None:
    library_of(BANK, tmp_path)
    for name in (
        ".bpo.yml.swp",
        "bpo.yml~",
        "~$bpo.docx",
        "#bpo.yml#",
        "bpo.yml.bak",
        "Thumbs.db",
        "README.md",
        "README",
        "readme.txt",
        "LICENSE",
        "LICENCE.txt",
        "x.schema.json",
    ):
        (tmp_path / "quizzes" / name).write_bytes(b"x")
    assert read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path).problems == []


def test_the_page_of_a_bank_saved_under_another_ending_says_why_it_has_no_questions(tmp_path: Path) -> None:
    library_of(BANK, tmp_path)
    (tmp_path / "quizzes" / "bpo.yml").rename(tmp_path / "quizzes" / "bpo.yml.txt")
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    with pytest.raises(UnknownReference, match=re.escape("got 'bpo.yml.txt'; name it 'bpo.yml'") + "$"):
        library.resolve("bpo")


def test_lists_within_lists_without_end_stay_text() -> None:
    text = "- " * 5000 + "x"
    assert question_markdown()(text) == text


def test_a_page_that_is_not_utf_8_is_told_with_its_line_and_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_bytes(b"# Page\n\n## caf\xe9 {#coffee}\n")
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    assert list(map(str, library.problems)) == ["docs/page.md:3: expected UTF-8 text, got the byte 0xe9; save the file as UTF-8"]
    assert list(library.chapters["page.md"].headings) == ["page", "coffee"]
