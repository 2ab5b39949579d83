"""What is handed over: what is read, what is refused and why, and what is counted apart. The files may be anybody's."""

import codecs
import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import class_room
import example_course
from front_end import source
from quizbank.library import Library
from quizbank.model.question import Question
from quizbank.results.answers import backups, reading
from quizbank.results.answers.cells import response_in
from quizbank.results.answers.reading import Handed, Reader
from quizbank.results.forms import Test as Taken
from quizbank.results.forms import chapter_test, mock_test, printed_test
from quizbank.results.marking import Response
from quizbank.strings.words import Words

SITE = "plants"
SEED = "abc"


@pytest.fixture(scope="module")
def library() -> Library:
    return example_course.library()


@pytest.fixture(scope="module")
def quizzes(library: Library) -> Taken:
    return chapter_test("Course", library.banks.values())


@pytest.fixture(scope="module")
def paper(library: Library) -> Taken:
    """Two sets of a printed paper of choices."""
    return printed_test(library, library.papers["choices"], SEED, ["A", "B"])


def questions_of(library: Library) -> dict[str, Question]:
    return {question.id: question for bank in library.banks.values() for question in bank.questions}


def read(library: Library, test: Taken, folder: Path, **files: str | bytes) -> Handed:
    """Return what files hold; `a_json` is the file a.json."""
    paths = [folder / name.replace("_", ".") for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return Reader(SITE, test, questions_of(library), Words()).read(paths)


def messages(handed: Handed, folder: Path) -> list[str]:
    return [message.replace(f"{folder}/", "").replace(f"{folder}\\", "") for message in handed.messages]


def single(library: Library) -> Question:
    return next(part for part in questions_of(library).values() if part.kind == "single-choice")


def answer(part: Question, *, right: bool = True, **more: Any) -> dict[str, Any]:
    value = next(choice.value for choice in part.choices if choice.right is right)
    return {"picked": [value], "points": [], "typed": {}, "checked": True, **more}


# Backups


def test_a_checked_answer_is_marked_again_and_a_draft_is_not_counted(library: Library, quizzes: Taken, tmp_path: Path) -> None:
    part, other = [each for each in questions_of(library).values() if each.kind == "single-choice"][:2]
    pieces = {f"answer:{part.id}": answer(part), f"answer:{other.id}": answer(other, checked=False)}
    (learner,) = read(library, quizzes, tmp_path, asha_json=class_room.backup(pieces, SITE)).learners
    assert [learner.name, learner.earned, learner.marks] == ["asha", part.marks, part.marks]


def test_the_first_answer_of_a_finished_test_goes_before_a_later_one(library: Library, quizzes: Taken, tmp_path: Path) -> None:
    part, left = [each for each in questions_of(library).values() if each.kind == "single-choice"][:2]
    attempt = {"way": "exam", "ids": [part.id, left.id], "result": {"earned": 0, "marks": 2}}
    pieces = {
        f"answer:{part.id}": answer(part),
        "attempt:quiz:b": attempt,
        f"response:quiz:b~{part.id}": answer(part, right=False, checked=False),
    }
    (learner,) = read(library, quizzes, tmp_path, a_json=class_room.backup(pieces, SITE)).learners
    assert [learner.earned, learner.marks] == [0, part.marks + left.marks]
    assert [cell.given for cell in learner.cells.values()] == [True, False]
    pieces["attempt:quiz:b"] = {**attempt, "result": None}
    (learner,) = read(library, quizzes, tmp_path, b_json=class_room.backup(pieces, SITE)).learners
    assert [learner.earned, learner.marks] == [part.marks, part.marks]


def test_answers_to_withdrawn_and_changed_questions_are_counted_apart(library: Library, quizzes: Taken, tmp_path: Path) -> None:
    parts = [each for each in questions_of(library).values() if each.kind == "single-choice"][:2]
    pieces = {
        f"answer:{parts[0].id}": answer(parts[0]),
        f"answer:{parts[1].id}": {**answer(parts[1]), "picked": ["0000aaaa"]},
        "answer:gone-for-ever": answer(parts[0]),
    }
    (learner,) = read(library, quizzes, tmp_path, a_json=class_room.backup(pieces, SITE)).learners
    assert (learner.withdrawn, learner.changed) == (("gone-for-ever",), (parts[1].id,))
    assert list(learner.cells) == [parts[0].id]


def test_records_of_version_1_are_read(library: Library, quizzes: Taken, tmp_path: Path) -> None:
    part = next(each for each in questions_of(library).values() if each.kind == "fill-in")
    piece = {"v": 1, "picked": [], "typed": part.accepted_answers[0], "checked": True}
    (learner,) = read(library, quizzes, tmp_path, a_json=class_room.backup({f"answer:{part.id}": piece}, SITE)).learners
    assert learner.earned == part.marks


def test_a_piece_without_a_version_is_of_that_of_its_file(library: Library, quizzes: Taken, tmp_path: Path) -> None:
    part = single(library)
    copy = {"site": SITE, "version": 2, "pieces": {f"answer:{part.id}": answer(part), "answer:gone": {**answer(part), "v": 4}}}
    (learner,) = read(library, quizzes, tmp_path, a_json=json.dumps(copy)).learners
    assert (set(learner.cells), learner.withdrawn) == ({part.id}, ())


def test_every_test_that_a_learner_has_finished_counts(library: Library, quizzes: Taken, tmp_path: Path) -> None:
    parts = [each for each in questions_of(library).values() if each.kind == "single-choice"][:2]
    pieces: dict[str, Any] = {}
    for name, part in zip("ab", parts, strict=True):
        pieces[f"attempt:quiz:{name}"] = {"way": "exam", "ids": [part.id], "result": {"earned": 1, "marks": 1}}
        pieces[f"response:quiz:{name}~{part.id}"] = answer(part, checked=False)
    (learner,) = read(library, quizzes, tmp_path, a_json=class_room.backup(pieces, SITE)).learners
    assert set(learner.cells) == {part.id for part in parts}


def test_versions_are_those_of_the_site() -> None:
    assert f"const RECORD_VERSION = {backups.VERSION};" in source("store.js")


NO_BACKUP = "a.json: expected a learner's backup, got a file that cannot be read: it is damaged, or something else"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", NO_BACKUP),
        (b"\xff\xfe\x00", NO_BACKUP),
        (b'{"site": "pla', NO_BACKUP),
        (b"[" * 100_000, NO_BACKUP),
        (b"9" * 5000, NO_BACKUP),
        (b"[]", "a.json: expected a learner's backup of this site, got JSON without its site and version"),
        (b'{"site": 1, "version": 3}', "a.json: expected a learner's backup of this site, got JSON without its site and version"),
        (b'{"site": "plants"}', "a.json: expected a learner's backup of this site, got JSON without its site and version"),
        (
            b'{"site": "plants", "version": true}',
            "a.json: expected a learner's backup of this site, got JSON without its site and version",
        ),
        (b'{"site": "roots", "version": 3}', "a.json: expected a backup of the site 'plants', got one of 'roots'"),
        (b'{"site": "plants", "version": 4}', "a.json: expected a backup of version 3 or earlier, got version 4"),
        (b'{"site": "plants", "version": 3}', "a.json: expected the pieces of a backup, got none: the file is damaged"),
        (b'{"site": "plants", "version": 3, "pieces": {}}', "a.json: expected answers to questions of these chapters, got none"),
    ],
)
def test_a_damaged_or_foreign_backup_is_refused_and_the_others_are_read(
    library: Library, quizzes: Taken, tmp_path: Path, data: bytes, message: str
) -> None:
    part = single(library)
    good = class_room.backup({f"answer:{part.id}": answer(part)}, SITE)
    handed = read(library, quizzes, tmp_path, a_json=data, b_json=good)
    assert messages(handed, tmp_path) == [message]
    assert [learner.name for learner in handed.learners] == ["b"]


JUNK: list[Any] = [None, 7, "x", [], [1, None], {}, {"typed": 3}, {"a": {"b": []}}, True]


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_damaged_pieces_are_passed_over(library: Library, quizzes: Taken, tmp_path: Path, junk: Any) -> None:
    part = single(library)
    sound = {"v": 3, **answer(part)}
    bad: Mapping[str, Any] = {
        **{f"answer:{name}": {**sound, field: junk} for name, field in (("x", "picked"), ("y", "points"), ("z", "typed"))},
        "answer:w": junk,
        "attempt:quiz:b": {"v": 3, "way": "exam", "ids": junk, "result": junk},
        "sitting:p~1": junk,
        "": junk,
    }
    copy = {"site": SITE, "version": 3, "pieces": {f"answer:{part.id}": sound, **bad}}
    (learner,) = read(library, quizzes, tmp_path, a_json=json.dumps(copy)).learners
    assert set(learner.cells) == {part.id}


def test_the_same_file_twice_is_one_learner(library: Library, quizzes: Taken, tmp_path: Path) -> None:
    part = single(library)
    good = class_room.backup({f"answer:{part.id}": answer(part)}, SITE)
    handed = read(library, quizzes, tmp_path, a_json=good, b_json=good)
    assert len(handed.learners) == 1
    assert messages(handed, tmp_path) == ["b.json: expected answers of its own, got those of a.json again"]


# Mock tests


def test_a_mock_test_is_taken_by_its_code_once_it_is_submitted(library: Library, tmp_path: Path) -> None:
    test = mock_test(library, library.mock_papers()["choices"], "7b")
    part = test.forms[0].asked[0].question
    start = {"ids": [[part.id, "gone"]], "started": 1}
    done = {**start, "result": {"earned": 0, "marks": 1}}
    entry = {f"entry:choices~7b~{part.id}": {"picked": [choice.value for choice in part.choices if choice.right]}}
    handed = read(
        library,
        test,
        tmp_path,
        done_json=class_room.backup({"sitting:choices~7b": done, **entry}, SITE),
        open_json=class_room.backup({"sitting:choices~7b": start}, SITE),
        other_json=class_room.backup({"sitting:choices~8c": done, "sitting:choices~9d": done}, SITE),
        none_json=class_room.backup({}, SITE),
        broken_json=class_room.backup({"sitting:choices~7b": {"ids": 3}}, SITE),
    )
    (learner,) = handed.learners
    assert [learner.name, learner.earned, learner.marks, learner.withdrawn] == ["done", 5, 5, ("gone",)]
    assert [unit.section for unit in learner.units] == [test.forms[0].asked[0].section]
    assert messages(handed, tmp_path) == [
        "open.json: expected a mock test 'choices' that was submitted, got one that is still open",
        "other.json: expected the mock test 'choices' with the code 7b, "
        "got only choices with the code 8c, choices with the code 9d",
        "none.json: expected the mock test 'choices' with the code 7b, got a backup without mock tests",
        "broken.json: expected the questions of the mock test 'choices', got none: the file is damaged",
    ]


def test_a_backup_holds_no_answers_to_a_printed_paper(library: Library, paper: Taken, tmp_path: Path) -> None:
    handed = read(library, paper, tmp_path, a_json=class_room.backup({}, SITE))
    assert messages(handed, tmp_path) == [
        "a.json: expected a table of answers (CSV) for a printed paper, got a learner's backup, which holds none"
    ]


# Tables


def table(rows: list[list[str]], separator: str = ",") -> str:
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: f"sep={text[6] if text[6] in ',;' else chr(9)}\r\n{text}".encode(),
    ],
    ids=["plain", "mark", "utf-16", "utf-16 without a mark", "utf-16-be", "sep"],
)
def test_what_spreadsheet_programs_write_is_read(
    library: Library, paper: Taken, tmp_path: Path, separator: str, encode: Any
) -> None:
    rows = class_room.table_rows(paper.forms, 4, 1)
    rows[1][0] = "आशा, \u2028; É"
    handed = read(library, paper, tmp_path, a_csv=encode(table(rows, separator)))
    assert messages(handed, tmp_path) == []
    assert [learner.name for learner in handed.learners] == ["आशा, \u2028; É", "Learner 2", "Learner 3", "Learner 4"]


def test_letters_are_those_of_the_set_that_a_learner_had(library: Library, paper: Taken, tmp_path: Path) -> None:
    rows = [["name", "set", *(name for asked in paper.forms[0].asked for name, _ in asked.named)]]
    for form in paper.forms:
        keys = [
            class_room.cell_of(part, {"picked": [c.value for c in part.choices if c.right]})
            for part in (part for asked in form.asked for part in asked.question.parts)
        ]
        rows += [["by letter", form.letter, *keys], ["by print", f"{form.fingerprint.lower()} ", *keys]]
    handed = read(library, paper, tmp_path, a_csv=table(rows))
    assert {learner.share for learner in handed.learners} == {Fraction(1)}
    rows[1][1] = "B"
    wrong = read(library, paper, tmp_path, b_csv=table(rows)).learners[0]
    assert wrong.share < 1


def test_every_kind_of_answer_is_read_from_a_cell_as_the_site_stores_it(library: Library, tmp_path: Path) -> None:
    for name in library.papers:
        test = printed_test(library, library.papers[name], SEED, ["A", "C"])
        for form in test.forms:
            rows = class_room.table_rows([form], 12, 5)
            handed = read(library, Taken("", (form,)), tmp_path, a_csv=table(rows))
            assert messages(handed, tmp_path) == []
            shares = {learner.share for learner in handed.learners}
            assert len(shares) > 3
            assert all(0 < share <= 1 for share in shares)


def column(library: Library, kind: str, cell: str, tmp_path: Path, heading: str = "") -> tuple[Fraction | None, list[str]]:
    """Return what one cell earns in the column of a question of a kind, by its id, and what is wrong with it."""
    part = next(part for part in (part for each in questions_of(library).values() for part in each.parts) if part.kind == kind)
    test = chapter_test("Course", library.banks.values())
    handed = read(library, test, tmp_path, a_csv=table([["name", part.id + heading, "name"[:0]], ["Asha", cell, ""]]))
    earned = handed.learners[0].earned if handed.learners else None
    return earned, [message.replace(part.id, "ID") for message in messages(handed, tmp_path)]


@pytest.mark.parametrize(
    ("kind", "cell", "message"),
    [
        ("single-choice", "Z", "a letter from A, B, C or an option in its own words, got 'Z'"),
        ("true-false", "maybe", "a letter from T, F or an option in its own words, got 'maybe'"),
        ("matching", "a b", ""),
        ("matching", "1-z", "a letter (a, b, c, d, e) for each of 4 rows, such as a b c d, got '1-z'"),
        ("matching", "9-a", "a letter (a, b, c, d, e) for each of 4 rows, such as a b c d, got '9-a'"),
        ("matching", "1-a 1-b", "a letter (a, b, c, d, e) for each of 4 rows, such as a b c d, got '1-a 1-b'"),
        ("short-answer", "99", "marks from 0 to 3, got '99'"),
        ("short-answer", "-1", "marks from 0 to 3, got '-1'"),
        ("short-answer", "good", "marks from 0 to 3, got 'good'"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(library: Library, tmp_path: Path, kind: str, cell: str, message: str) -> None:
    earned, faults = column(library, kind, cell, tmp_path)
    if message:
        assert earned is None
        assert [fault.partition("expected ")[0] for fault in faults] == ["a.csv:2: column 'ID': "]
        assert [fault.partition("expected ")[2] for fault in faults] == [message]
    else:
        assert faults == []


@pytest.mark.parametrize(
    ("kind", "cell", "earned"),
    [
        ("true-false", "TRUE", None),
        ("short-answer", "1.5", Fraction(3, 2)),
        ("single-choice", "A B", 0),
        ("numeric", "no idea", 0),
    ],
)
def test_words_marks_and_two_circles_are_read(
    library: Library, tmp_path: Path, kind: str, cell: str, earned: Fraction | None
) -> None:
    found, faults = column(library, kind, cell, tmp_path)
    assert faults == []
    assert found is not None
    assert earned is None or found == earned


def test_what_is_typed_is_read_as_the_site_stores_it(library: Library) -> None:
    part = next(each for each in questions_of(library).values() if each.kind == "numeric")
    assert response_in(" 12 hours ", part, Words()) == Response(typed={"typed": "12 hours"})


def test_marks_that_a_person_gave_stand_before_the_answer(library: Library, tmp_path: Path) -> None:
    assert column(library, "ordering", "0.5", tmp_path, " marks") == (Fraction(1, 2), [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ["a.csv: expected a row for each learner below the row of headings, got none with an answer"]),
        ("name,set,1\nAsha,A,\n", ["a.csv: expected a row for each learner below the row of headings, got none with an answer"]),
        (
            "name,set,1,99,roll no\nAsha,A,A,A,7\n",
            [f"a.csv:1: expected name, set, or the number or id of a question, got '{each}'" for each in ("99", "roll no")],
        ),
        ("name,set,1,Q1\nAsha,A,A,A\n", ["a.csv:1: expected each column once, got 'Q1' again"]),
        ("name,set,1\nAsha,A,A,B\n", ["a.csv:2: expected 3 cells as in the row of headings, got 4"]),
        ("sep=,\nname,set,1\nAsha,A,A,B\n", ["a.csv:3: expected 3 cells as in the row of headings, got 4"]),
        ("sep=,\nname,set,1,Q1\nAsha,A,A,A\n", ["a.csv:2: expected each column once, got 'Q1' again"]),
        ('sep=,\nname,set,1\n"Asha,A,A\n', ["a.csv:3: expected cells in CSV, got what cannot be read: unexpected end of data"]),
        ('name,set,1\n"Asha,A,A\n', ["a.csv:2: expected cells in CSV, got what cannot be read: unexpected end of data"]),
    ],
)
def test_a_table_that_is_none_is_refused(library: Library, paper: Taken, tmp_path: Path, text: str, lines: list[str]) -> None:
    assert messages(read(library, paper, tmp_path, a_csv=text), tmp_path) == lines


def test_a_set_that_was_not_printed_is_named_with_those_that_were(library: Library, paper: Taken, tmp_path: Path) -> None:
    one, two = (form.fingerprint for form in paper.forms)
    faults = messages(read(library, paper, tmp_path, a_csv="name,set,1\nAsha,C,A\nRavi,,A\n"), tmp_path)
    assert faults == [
        f"a.csv:{line}: column 'set': expected A ({one}), B ({two}), got '{name}'" for line, name in ((2, "C"), (3, ""))
    ]


def test_other_bytes_and_other_files_are_refused(
    library: Library, paper: Taken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)
    handed = read(library, paper, tmp_path, a_csv="name,1\né,A".encode("latin-1"), b_pdf=b"%PDF", c_csv=b" " * 3_000_000)
    missing = Reader(SITE, paper, {}, Words()).read([tmp_path / "none.csv"])
    assert [*messages(handed, tmp_path), *messages(missing, tmp_path)] == [
        "a.csv: expected a table in UTF-8, got other bytes; save it as 'CSV UTF-8'",
        "b.pdf: expected a learner's backup (.json) or a table of answers (.csv), got another file",
        "c.csv: expected a file of at most 1 MB, got 3 MB",
        "none.csv: expected a file that can be read, got: No such file or directory",
    ]
