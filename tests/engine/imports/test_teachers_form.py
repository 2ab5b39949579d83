"""Numbered questions with lettered options, as teachers type them: in a text file and in a Word document."""

from decimal import Decimal
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import imports
from quizbank.exchange.shapes import Alternative, Choice, Number, Truth, Typed, Written
from quizbank.imports import load_reader
from quizbank.imports.reader import File, Found, NotReadable

CHOICE = "a) one\nb) two\nc) three\n"


def text(content: str) -> Found:
    return imports.read("text", content)


def right(found: Found) -> list[list[str]]:
    return [[option.text for option in one.question.answer.options if option.right] for one in found.taken]  # type: ignore[union-attr]


def options(found: Found) -> list[str]:
    return [option.text for option in imports.only(found).answer.options]


@pytest.mark.parametrize(
    "start",
    ["1. ", "1) ", "Q1. ", "Q.1 ", "Question 1: ", "Q No. 1) ", "1 - "],
    ids=["dot", "bracket", "Q", "Q dot", "word", "No", "dash"],
)
def test_a_question_may_be_numbered_in_many_ways(start: str) -> None:
    question = imports.only(text(f"{start}Which one?\n{CHOICE}Ans: b\n"))
    assert question.stem == "Which one?"
    assert [option.right for option in question.answer.options] == [False, True, False]


@pytest.mark.parametrize(
    "lines",
    [
        "a) one\nb) two\nc) three",
        "(a) one (b) two (c) three",
        "A. one\tB. two\tC. three",
        "a) one  b) two\nc) three",
        "a.one\nb.two\nc.three",
    ],
)
def test_options_stand_below_or_beside_one_another(lines: str) -> None:
    assert options(text(f"1. Which?\n{lines}\nAns: a")) == ["one", "two", "three"]


@pytest.mark.parametrize(
    "line",
    [
        "Ans: b",
        "Answer: (b)",
        "ANS - B",
        "Ans. b) two",
        "Correct answer: B",
        "Answer: two",
        "[Ans: b]",
        "Key: b",
        "Correct option is: (b)",
        "Ans b",
    ],
)
def test_an_answer_is_written_in_many_ways(line: str) -> None:
    assert right(text(f"1. Which?\n{CHOICE}{line}\n")) == [["two"]]


@pytest.mark.parametrize("line", ["*b) two", "b) two *", "b) two (correct)", "✓ b) two"])
def test_a_sign_beside_an_option_says_that_it_is_right(line: str) -> None:
    assert right(text(f"1. Which?\na) one\n{line}\nc) three\n")) == [["two"]]


def test_several_letters_are_several_right_options() -> None:
    (one,) = text(f"1. Which two?\n{CHOICE}Ans: a, c\n").taken
    assert isinstance(one.question.answer, Choice)
    assert one.question.answer.several
    assert [option.right for option in one.question.answer.options] == [True, False, True]


@pytest.mark.parametrize("keys", ["Answers\n1. b 2. c", "ANSWER KEY\n1-b, 2-c", "Answer key:\n1) (b)\n2) (c)"])
def test_answers_may_stand_in_a_list_at_the_end(keys: str) -> None:
    assert right(text(f"1. Which?\n{CHOICE}\n2. Which other?\n{CHOICE}\n{keys}\n")) == [["two"], ["three"]]


def test_what_stands_behind_the_letter_is_the_explanation_and_the_option_again_is_none() -> None:
    assert imports.only(text(f"1. Which?\n{CHOICE}Ans: (b) Because it is so.\n")).explanation == "Because it is so."
    assert imports.only(text(f"1. Which?\n{CHOICE}Ans: (b) two\nExplanation: It is so.\n")).explanation == "It is so."


def test_answers_without_options_make_the_other_kinds() -> None:
    found = text(
        "1. The sun is a ____.\nAns: star\n\n2. Roots drink.\nAns: True\n\n3. How many?\nAns: 1,250.5\n\n"
        "4. Describe a leaf. (3 marks)\nAns: A leaf is the flat part of a plant\nthat takes in light.\n"
    )
    answers = [one.question.answer for one in found.taken]
    assert answers[:3] == [Typed(("star",)), Truth(True), Number(Decimal("1250.5"))]
    assert answers[3] == Written("A leaf is the flat part of a plant that takes in light.")
    assert [one.question.marks for one in found.taken] == [0, 0, 0, 3]


def test_a_list_in_a_stem_is_no_new_question() -> None:
    question = imports.only(text(f"1. Look at these:\n1. a root\n5. a leaf\nWhich is green?\n{CHOICE}Ans: a\n"))
    assert question.stem.endswith("5\\. a leaf Which is green?")


def test_where_most_questions_name_themselves_a_bare_number_is_none() -> None:
    listed = f"Q1. Look:\n1. a root\n2. a leaf\nWhich?\n{CHOICE}Ans: a\n"
    named = text(f"{listed}Q2. Which other?\n{CHOICE}Ans: b\nQ3. Which?\n{CHOICE}Ans: c\n")
    assert len(named.taken) == 3
    mixed = text(f"1. Which?\n{CHOICE}Ans: a\nQ2) Which other?\n{CHOICE}Ans: b\n")
    assert [one.question.stem for one in mixed.taken] == ["Which?", "Which other?"]


def test_options_that_speak_of_others_keep_their_order() -> None:
    assert not imports.only(text("1. Which?\na) one\nb) two\nc) Both a and b\nAns: c\n")).answer.shuffled
    assert not imports.only(text("1. Which?\na) one\nb) two\nc) None of the above\nAns: c\n")).answer.shuffled
    assert imports.only(text(f"1. Which?\n{CHOICE}Ans: c\n")).answer.shuffled


def test_what_cannot_be_a_question_is_told_with_its_line() -> None:
    found = text(f"1. Which?\na) one\nAns: a\n\n2. Nothing here\n\n3. Which?\n{CHOICE}Ans: d\n")
    assert imports.refusals(found)[:2] == [
        "x:1: question 1: expected two options or more, got 1",
        "x:5: question 2: expected a question with its answer, got neither options nor an answer",
    ]
    assert [one.lost for one in found.taken] == [("expected the letter of an option (a, b, c) as answer, got 'd'",)]


def test_a_question_of_which_nobody_says_what_is_right_becomes_a_draft_that_asks_for_it() -> None:
    made, bank, problems = imports.bank(text(f"1. Which?\n{CHOICE}"))
    assert "draft: yes" in made.text
    assert made.taken[0].lost == ("nobody says which option is right; wanted: 'correct: yes' below the text of the right option",)
    assert "which" in bank.broken
    assert "which: options: expected exactly one right option ('correct: yes'), got none" in [
        problem.text for problem in problems
    ]


def test_windows_encodings_are_read() -> None:
    content = f"1. Was kostet “das”?\n{CHOICE}Ans: b\n"
    stems = {
        imports.only(imports.read("text", content.encode(each))).stem
        for each in ("utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le")
    }
    assert stems == {"Was kostet “das”?"}


def docx(document: Any) -> Found:
    return imports.read("docx", imports.saved(document), "x.docx")


def test_a_word_document_is_read_like_a_text() -> None:
    found = imports.read("docx", imports.document("1. Which?", "a) one", "b) two", "Ans: b"), "x.docx")
    assert right(found) == [["two"]]


def test_a_bold_option_is_right_and_letters_keep_their_places() -> None:
    document = Document()
    document.add_paragraph("1. Which gas?")
    line = document.add_paragraph("a) H")
    line.add_run("2").font.subscript = True
    line.add_run("\tb) ")
    for words, lowered in (("CO", False), ("2", True)):
        run = line.add_run(words)
        run.bold, run.font.subscript = True, lowered or None
    area = document.add_paragraph("c) m")
    area.add_run("2").font.superscript = True
    assert imports.only(docx(document)).answer == Choice(
        (Alternative("H~2~", False), Alternative("CO~2~", True), Alternative("m^2^", False))
    )


NUMBERING = """<w:abstractNum {ns} w:abstractNumId="{id}">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>"""


def numbered(document: Any, words: str, level: int) -> None:
    paragraph = document.add_paragraph(words)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
    )


def test_automatic_numbers_and_letters_count_as_if_they_were_typed() -> None:
    document = Document()
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"), id=77)))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for stem in ("Which?", "Which other?"):
        numbered(document, stem, 0)
        for word in ("one", "two", "three"):
            numbered(document, word, 1)
    document.add_paragraph("Answers: ")
    document.add_paragraph("1. b  2. c")
    found = docx(document)
    assert [one.question.stem for one in found.taken] == ["Which?", "Which other?"]
    assert right(found) == [["two"], ["three"]]


def table(document: Any, *rows: list[str]) -> None:
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, words in zip(row.cells, texts, strict=True):
            cell.text = words


def test_a_table_is_a_part_of_the_stem_or_holds_the_options_or_the_answers() -> None:
    document = Document()
    document.add_paragraph("1. Look at the table.")
    table(document, ["Part", "Work"], ["root", "drinks"])
    table(document, ["a) one", "b) two"], ["c) three", "d) four"])
    document.add_paragraph("Answer key")
    table(document, ["1"], ["d"])
    found = docx(document)
    assert imports.only(found).stem == "Look at the table.\n\n| Part | Work |\n|---|---|\n| root | drinks |"
    assert right(found) == [["four"]]


def test_a_table_of_questions_in_a_document_is_read_by_its_headings() -> None:
    document = Document()
    table(document, ["No", "Question", "Option A", "Option B", "Answer"], ["1", "Which?", "one", "two", "B"])
    assert right(docx(document)) == [["two"]]


def test_a_picture_in_a_document_goes_with_its_question(tmp_path: Any) -> None:
    (tmp_path / "leaf.png").write_bytes(imports.png())
    document = Document()
    document.add_paragraph("1. What is this?")
    document.add_picture(str(tmp_path / "leaf.png"))
    for words in ("a) leaf", "b) root", "Ans: a"):
        document.add_paragraph(words)
    question = imports.only(docx(document))
    assert question.picture is not None
    assert question.picture.data == imports.png()


def test_a_damaged_document_is_refused() -> None:
    whole = imports.document("1. Which?", "a) one", "b) two", "Ans: b")
    with pytest.raises(NotReadable, match="expected a whole ZIP file, got one that is damaged or incomplete"):
        load_reader("docx").read(File("x.docx", whole[:500]))
    with pytest.raises(NotReadable, match="expected numbered questions with options or answers, got none"):
        load_reader("docx").read(File("x.docx", imports.document("")))
    declared = imports.zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "[Content_Types].xml": "<a/>"})
    with pytest.raises(NotReadable, match=r"got declarations of entities in its part word/document\.xml"):
        load_reader("docx").read(File("x.docx", declared))
