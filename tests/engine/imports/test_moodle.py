"""Moodle XML as Moodle and other programs really write it."""

from decimal import Decimal

import pytest

import imports
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Sequence,
    Slip,
    Spare,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.imports import load_reader
from quizbank.imports.bank.compose import composed
from quizbank.imports.reader import File, Found, NotReadable


def moodle(*questions: str) -> Found:
    return imports.read("moodle", f"<?xml version='1.0'?>\n<quiz>\n{chr(10).join(questions)}\n</quiz>", "x.xml")


def question(kind: str, inside: str, stem: str = "Which?") -> str:
    asked = f"<questiontext format='html'><text>{stem}</text></questiontext>"
    return f"<question type='{kind}'><name><text>A name</text></name>{asked}{inside}</question>"


def answers(*shares: tuple[float, str], feedback: str = "") -> str:
    why = f"<feedback format='html'><text>{feedback}</text></feedback>" if feedback else ""
    return "".join(f"<answer fraction='{share}' format='html'><text>{text}</text>{why}</answer>" for share, text in shares)


TWO = answers((100, "a"), (0, "b"))


@pytest.mark.parametrize(
    ("kind", "inside", "answer"),
    [
        (
            "multichoice",
            answers((100, "a"), (-25, "b"), feedback="so"),
            Choice((Alternative("a", True, "so"), Alternative("b", False, "so"))),
        ),
        (
            "multichoice",
            TWO + "<shuffleanswers>false</shuffleanswers>",
            Choice((Alternative("a", True), Alternative("b", False)), shuffled=False),
        ),
        (
            "multichoice",
            "<single>false</single>" + answers((33.33333, "a"), (33.33333, "b"), (33.33333, "c"), (-100, "d")),
            Choice((*(Alternative(each, True) for each in "abc"), Alternative("d", False)), several=True),
        ),
        (
            "multichoice",
            answers((0, "A. a"), (100, "B. b"), (0, "C. c"), (0, "")),
            Choice((Alternative("a", False), Alternative("b", True), Alternative("c", False))),
        ),
        ("truefalse", answers((0, "true"), (100, "false")), Truth(False)),
        (
            "shortanswer",
            answers((100, "leaf"), (50, "leav"), (0, "root"), (0, "*")),
            Typed(("leaf",), (Near("leav"), Near("root"))),
        ),
        (
            "numerical",
            "<answer fraction='100'><text>5,5</text><tolerance>0.1</tolerance></answer>" + answers((0, "6")),
            Number(Decimal("5.5"), Decimal("0.1"), slips=(Slip(Decimal(6)),)),
        ),
        ("essay", "<graderinfo format='html'><text>&lt;p&gt;A model&lt;/p&gt;</text></graderinfo>", Written("A model")),
        (
            "ordering",
            answers((2, "second"), (1, "first"), (3, "third")),
            Sequence((Step("first"), Step("second"), Step("third"))),
        ),
    ],
)
def test_each_type_is_read(kind: str, inside: str, answer: Answer) -> None:
    assert imports.only(moodle(question(kind, inside))).answer == answer


def test_a_matching_may_have_spare_answers() -> None:
    pairs = "".join(
        f"<subquestion format='html'><text>{left}</text><answer><text>{right}</text></answer></subquestion>"
        for left, right in [("root", "water"), ("leaf", "light"), ("", "salt")]
    )
    assert imports.only(moodle(question("matching", pairs))).answer == Pairs(
        (Pair("root", "water"), Pair("leaf", "light")), (Spare("salt"),)
    )


def test_html_is_read_from_entities_and_from_cdata() -> None:
    table = "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"
    found = moodle(
        question(
            "truefalse",
            answers((100, "true"), (0, "false")),
            "&lt;p&gt;H&lt;sub&gt;2&lt;/sub&gt;O&amp;nbsp;is \\(x^2\\)&lt;/p&gt;",
        ),
        question("truefalse", answers((100, "true"), (0, "false")), f"<![CDATA[<p>m<sup>2</sup>&nbsp;is</p>{table}]]>"),
    )
    assert [one.question.stem for one in found.taken] == [
        "H~2~O is \\\\(x\\^2\\\\)",
        "m^2^ is\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    ]


def test_a_picture_in_the_file_goes_with_its_question() -> None:
    picture = imports.base64_of(imports.png())
    stem = '&lt;img src="@@PLUGINFILE@@/a%20leaf.png" alt="A leaf"&gt;What is this?'
    inside = f"{TWO}<questiontext><file name='x'/></questiontext>"
    whole = question("multichoice", inside, stem).replace(
        "</text></questiontext>", f"</text><file name='a leaf.png' encoding='base64'>{picture}</file></questiontext>", 1
    )
    made, bank, problems = imports.bank(moodle(whole))
    assert list(made.pictures) == ["a-leaf-57cda64cea.png"]
    assert bank.questions[0].picture is not None
    assert bank.questions[0].picture.alt == "A leaf"
    assert {problem.check for problem in problems} == {"wanted"}
    data = f'&lt;img src="data:image/png;base64,{picture}"&gt;What?'
    assert imports.only(moodle(question("multichoice", TWO, data))).picture.data == imports.png()
    assert moodle(question("multichoice", TWO, '&lt;img src="https://a.example/b.png"&gt;What?')).taken[0].lost == (
        "its picture 'https://a.example/b.png' is not in the file and is left out",
    )


@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_a_choice_may_have_two_to_eight_options(count: int) -> None:
    found = moodle(question("multichoice", answers((100, "right"), *((0, f"wrong {n}") for n in range(count - 1)))))
    made, bank, _ = imports.bank(found)
    assert made.refused == ()
    assert len(bank.questions) == 1


def test_nine_options_are_refused_with_their_question() -> None:
    found = moodle(question("multichoice", answers((100, "right"), *((0, f"wrong {n}") for n in range(10)))))
    made = composed(found.taken, imports.AROUND)
    assert [(each.line, each.message) for each in made.refused] == [(3, "options: expected at most 8 items, got 11")]


def test_a_text_with_27_gaps_is_a_case_with_27_questions() -> None:
    gaps = " ".join(f"{n} is {{1:SHORTANSWER:=word{n}~%50%near{n}#close}}" for n in range(27))
    made, bank, _ = imports.bank(moodle(question("cloze", "", gaps)))
    (case,) = bank.questions
    assert made.refused == ()
    assert [part.answers for part in case.inner][:2] == [("word0",), ("word1",)]  # type: ignore[attr-defined]
    assert (len(case.inner), case.marks, len({part.id for part in case.inner})) == (27, 27, 27)


@pytest.mark.parametrize(
    ("gap", "answer"),
    [
        (
            "{2:MULTICHOICE:stone#no~=water#yes~sand}",
            Choice(
                (Alternative("stone", False, "no"), Alternative("water", True, "yes"), Alternative("sand", False)), shuffled=False
            ),
        ),
        ("{1:MCS:a~=b}", Choice((Alternative("a", False), Alternative("b", True)))),
        ("{1:NUMERICAL:=5:0.1}", Number(Decimal(5), Decimal("0.1"))),
        ("{:SA:=a~=b~c\\}d}", Typed(("a", "b"), (Near("c}d"),))),
    ],
)
def test_one_gap_is_a_question_by_itself(gap: str, answer: Answer) -> None:
    question_ = imports.only(moodle(question("cloze", "", f"It is {gap}.")))
    assert question_.answer == answer
    assert question_.stem == "It is ____."


def test_a_description_serves_the_questions_behind_it() -> None:
    text = question("description", "", "Read this.")
    truth = answers((100, "true"), (0, "false"))
    found = moodle(
        text,
        question("truefalse", truth, "One?"),
        question("truefalse", truth, "Two?"),
        text,
        question("truefalse", truth, "Three?"),
        text,
    )
    case, single = (one.question for one in found.taken)
    assert (case.stem, [part.stem for part in case.parts]) == ("Read this.", ["One?", "Two?"])
    assert single.stem == "Read this.\n\nThree?"
    assert imports.refusals(found) == ["x:8: A name: expected a text that serves the questions behind it, got no question there"]


def test_what_a_question_says_of_itself_is_kept() -> None:
    inside = f"{TWO}<defaultgrade>2.0000000</defaultgrade><idnumber>leaf-gas</idnumber>"
    inside += "<generalfeedback format='html'><text>All of it</text></generalfeedback>"
    inside += "<hint format='html'><text>Think</text></hint><tags><tag><text>apply</text></tag></tags>"
    category = "<question type='category'><category><text>$course$/top/Plants//Trees/Leaves</text></category></question>"
    (one,) = moodle(category, question("multichoice", inside)).taken
    assert (one.deck, one.question.id, one.question.marks, one.question.bloom) == (
        "Plants/Trees / Leaves",
        "leaf-gas",
        2,
        "apply",
    )
    assert (one.question.explanation, one.question.hint) == ("All of it", "Think")


@pytest.mark.parametrize(
    ("kind", "inside", "got"),
    [
        ("multichoice", answers((0, "a"), (0, "b")), "expected one right answer (fraction 100) or more, got none"),
        ("shortanswer", answers((0, "a")), "expected an answer with a fraction of 100, got none"),
        ("numerical", answers((100, "many")), "expected a number with a fraction of 100, got none"),
        ("truefalse", answers((100, "yes")), "expected the answers true and false, got yes"),
        ("cloze", "", "expected gaps such as {1:SHORTANSWER:=answer}, got none"),
        ("ddwtos", "", "expected gaps such as [[1]] for the 0 answers, got none"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(kind: str, inside: str, got: str) -> None:
    assert imports.refusals(moodle(question(kind, inside))) == [f"x:3: A name: {got}"]


def test_a_file_that_is_not_well_formed_gives_what_can_be_read() -> None:
    found = imports.read(
        "moodle", f"<quiz>{question('multichoice', TWO)}<question type='truefalse'><questiontext><text>Broken & <b>", "x.xml"
    )
    assert len(found.taken) == 1


def test_no_entity_is_replaced_and_nothing_is_fetched(tmp_path: object) -> None:
    bomb = "<!DOCTYPE quiz [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
    found = imports.read("moodle", f"{bomb}<quiz>{question('multichoice', TWO, 'x &b; &c; y')}</quiz>", "x.xml")
    assert imports.only(found).stem == "x &amp;b; &amp;c; y"


def test_a_file_without_questions_is_refused() -> None:
    with pytest.raises(NotReadable, match="expected Moodle XML with questions, got none"):
        load_reader("moodle").read(File("x.xml", b"<quiz><a/></quiz>"))
    with pytest.raises(NotReadable, match="expected Moodle XML with the element quiz, got what is no XML"):
        load_reader("moodle").read(File("x.xml", b"\x00\x01"))
