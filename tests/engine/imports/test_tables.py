"""Tables of questions: ours, Kahoot's and other people's, as spreadsheets and as text."""

from decimal import Decimal
from typing import Any

import pytest

import imports
from quizbank.exchange.shapes import Alternative, Choice, Number, Truth, Typed, Written
from quizbank.imports import load_reader
from quizbank.imports.reader import File, Found, NotReadable

HEAD = ["Question", "Option A", "Option B", "Option C", "Option D", "Answer"]
ROW = ["Which gas?", "Oxygen", "Carbon dioxide", "Neon", "", "B"]


def csv(*lines: str, **more: object) -> Found:
    return imports.read("csv", "\n".join(lines), "x.csv", **more)


def right(found: Found) -> list[str]:
    return [option.text for option in imports.only(found).answer.options if option.right]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_sign_may_stand_between_cells(sign: str) -> None:
    assert right(csv(sign.join(HEAD), sign.join(ROW))) == ["Carbon dioxide"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    data = f"{','.join(HEAD)}\nWhich “gas” costs £5?,a,b,c,,C\n".encode(encoding)
    assert imports.only(imports.read("csv", data, "x.csv")).stem == "Which “gas” costs £5?"


@pytest.mark.parametrize("before", [0, 7, 19])
def test_headings_may_stand_in_any_of_the_first_rows(before: int) -> None:
    assert right(csv(*["My quiz"] * before, ",".join(HEAD), ",".join(ROW))) == ["Carbon dioxide"]
    rows = imports.workbook(HEAD, ROW, before=before)
    assert right(imports.read("xlsx", rows, "x.xlsx")) == ["Carbon dioxide"]


@pytest.mark.parametrize("answer", ["B", "b", "(b)", "2", "Option B", "Carbon dioxide", "b."])
def test_a_key_is_a_letter_a_number_or_the_option_itself(answer: str) -> None:
    assert right(csv(",".join(HEAD), ",".join([*ROW[:-1], answer]))) == ["Carbon dioxide"]


@pytest.mark.parametrize("answer", ["A;C", '"A, C"', "1 & 3", "AC", "A and C", "Oxygen;Neon"])
def test_several_keys_make_a_multiple_choice(answer: str) -> None:
    found = csv(",".join(HEAD), ",".join([*ROW[:-1], answer]))
    assert right(found) == ["Oxygen", "Neon"]
    assert imports.only(found).answer.several


def test_without_options_the_answer_says_which_kind_it_is() -> None:
    found = csv(
        "Question,Answer",
        "Roots drink.,TRUE",
        'How many?,"1,250.5"',
        "A ____ is green.,leaf",
        "Why?,Because it is so and it has always been",
        "Who?,A gardener",
    )
    assert [one.question.answer for one in found.taken] == [
        Truth(True),
        Number(Decimal("1250.5")),
        Typed(("leaf",)),
        Written("Because it is so and it has always been"),
        Typed(("A gardener",)),
    ]


def test_signs_in_other_peoples_cells_are_words() -> None:
    assert imports.only(csv(",".join(HEAD), "What is 2*3*4 in <b>?,1,2,3,,A")).stem == "What is 2\\*3\\*4 in \\<b>?"


def test_it_is_told_what_each_column_was_taken_for() -> None:
    found = csv("No,Question,(a),(b),Correct answer,Teacher", "1,Which?,one,two,a,Rao")
    assert found.told == (
        "headings in row 1: Question → stem, (a) → option A, (b) → option B, Correct answer → right; not read: No, Teacher",
    )


def test_columns_may_be_named_on_the_command_line() -> None:
    found = csv("Frage,W1,W2,L", "Which?,one,two,B", columns={"stem": "Frage", "option A": "W1", "option B": "W2", "right": "L"})
    assert right(found) == ["two"]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"stem": "Frge"}, "expected the heading of a column, got 'Frge'; did you mean 'Frage'?"),
        ({"question": "Frage"}, "expected the name of one of our columns, such as stem, right or option A, got 'question'"),
        (
            {},
            "expected a heading such as 'Question' in one of the first rows, got 'Frage', 'L'; "
            'name the columns: --columns "stem=…,right=…"',
        ),
    ],
)
def test_columns_that_are_not_there_are_refused(columns: dict[str, str], message: str) -> None:
    with pytest.raises(NotReadable) as fault:
        load_reader("csv").read(File("x.csv", b"Frage,L\nWhich?,B\n", columns=columns))
    assert fault.value.message == message


def test_a_table_with_headings_alone_is_refused() -> None:
    with pytest.raises(NotReadable, match="expected rows with questions below the headings, got none"):
        load_reader("csv").read(File("x.csv", ",".join(HEAD).encode()))


def test_rows_that_cannot_be_read_are_told_with_their_number() -> None:
    found = csv(",".join(HEAD), ",".join(ROW), "Which?,one,two,,,E", ",one,two,,,A")
    assert imports.refusals(found) == [
        "x:3: Which?: column 'right': expected letters of filled options (A, B), got 'E'",
        "x:4: row: column 'stem': expected the question, got an empty cell",
    ]


def test_a_row_without_a_key_is_a_draft_that_asks_for_it() -> None:
    found = csv(",".join(HEAD), ",".join([*ROW[:-1], ""]))
    assert [option.right for option in imports.only(found).answer.options] == [False, False, False]


def test_our_own_table_has_its_texts_in_markdown_and_its_pictures_beside_it() -> None:
    lines = [
        "type,stem,option A,option B,right,reason A,picture,picture description",
        "single-choice,Is it **bold**?,yes,no,A,why,leaf.png,A leaf",
    ]
    found = csv(*lines, beside={"leaf.png": imports.png()}.get)
    question = imports.only(found)
    assert question.stem == "Is it **bold**?"
    assert question.answer == Choice((Alternative("yes", True, "why"), Alternative("no", False)))
    assert question.picture.data == imports.png()
    assert csv(*lines).taken[0].lost == ("expected its picture 'leaf.png' beside x.csv, got no such file",)
    assert imports.refusals(csv("type,stem,right", "essay,Why?,x")) == [
        "x:2: Why?: column 'type': expected one of single-choice, multiple-choice, true-false, matching, sorting, ordering, "
        "fill-in, numeric, short-answer, case, got 'essay'"
    ]


def test_formulas_and_numbers_of_a_spreadsheet_are_texts() -> None:
    rows = imports.workbook(["Question", "Answer"], ["How many?", 1250.5], ["How much?", 3.0], ["True?", True])
    answers = [one.question.answer for one in imports.read("xlsx", rows, "x.xlsx").taken]
    assert answers == [Number(Decimal("1250.5")), Number(Decimal(3)), Truth(True)]


def test_kahoots_sheet_is_known_by_its_headings() -> None:
    head = ["", "Question - max 120 characters", *(f"Answer {n} - max 75 characters" for n in range(1, 5))]
    head += ["Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one"]
    data = imports.workbook(
        head, [1, "Which?", "one", "two", "", "", 120, "2"], [2, "Which two?", "a", "b", "c", "", 20, "1,3"], before=7
    )
    found = imports.read("kahoot", data, "x.xlsx")
    assert imports.refusals(found) == []
    answers: list[Any] = [one.question.answer for one in found.taken]
    assert [[option.right for option in answer.options] for answer in answers] == [[False, True], [True, False, True]]
    assert [(one.line, one.question.marks) for one in found.taken] == [(9, 2), (10, 1)]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = imports.zipped({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b"\x00" * 60_000_000})
    with pytest.raises(NotReadable, match="expected a package that unpacks to at most 100,000,000 bytes, got 60,000,004 from"):
        load_reader("xlsx").read(File("x.xlsx", bomb))


def test_a_damaged_spreadsheet_is_refused() -> None:
    with pytest.raises(NotReadable, match="expected a spreadsheet in the form of Excel, got one that is damaged"):
        load_reader("xlsx").read(File("x.xlsx", imports.zipped({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<a/>"})))
