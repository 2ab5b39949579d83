"""Aiken, QTI, Anki's text files and our own JSON."""

import json
from decimal import Decimal
from typing import Any

import pytest

import imports
import portables
from quizbank.exchange.shapes import Alternative, Choice, Number, Pair, Pairs, Sequence, Spare, Step, Truth, Typed, Written
from quizbank.exports import load_format
from quizbank.imports import load_reader
from quizbank.imports.reader import File, Found, NotReadable


def test_aiken_is_read_and_its_faults_have_lines() -> None:
    found = imports.read(
        "aiken", "Which?\nA. one\nB) two\nANSWER: B\n\nBad\nA. one\nB. two\nANSWER: C\n\nShort\nA. one\nANSWER: A\n\nopen\nA. x\n"
    )
    assert [one.question.answer for one in found.taken] == [Choice((Alternative("one", False), Alternative("two", True)))]
    assert imports.refusals(found) == [
        "x:6: ANSWER: C: expected options such as 'A. text' and the letter of one of them, got 'ANSWER: C'",
        "x:11: ANSWER: A: expected a question in a line and two options or more, got 1 options",
        "x:15: end of the file: expected 'ANSWER: ' and a letter behind the last options, got none",
    ]


def label(ident: str, text: str) -> str:
    return f"<response_label ident='{ident}'><material><mattext>{text}</mattext></material></response_label>"


def rule(response: str, *values: str, earns: int = 100) -> str:
    wanted = "".join(f"<varequal respident='{response}'>{value}</varequal>" for value in values)
    return condition(f"<and>{wanted}</and>", f"<setvar action='Add' varname='SCORE'>{earns}</setvar>")


def condition(inside: str, then: str = "<setvar>100</setvar>") -> str:
    return f"<respcondition><conditionvar>{inside}</conditionvar>{then}</respcondition>"


def lid(name: str, stem: str = "", more: str = "rcardinality='Single'") -> str:
    asked = f"<material><mattext>{stem}</mattext></material>" if stem else ""
    choices = label("a", "water") + label("b", "light") + label("c", "salt")
    return f"<response_lid ident='{name}' {more}>{asked}<render_choice>{choices}</render_choice></response_lid>"


def qti12(presentation: str, rules: str, more: str = "") -> Found:
    asked = f"<presentation><material><mattext>Which?</mattext></material>{presentation}</presentation>"
    item = f"<item ident='i' title='T'>{more}{asked}"
    return imports.read(
        "qti12", f"<questestinterop>\n{item}<resprocessing>{rules}</resprocessing></item></questestinterop>", "x.xml"
    )


def test_qti_12_choices() -> None:
    options = (Alternative("water", False), Alternative("light", True), Alternative("salt", False))
    assert imports.only(qti12(lid("r"), rule("r", "b"))).answer == Choice(options)
    several = imports.only(qti12(lid("r", more="rcardinality='Multiple'"), rule("r", "a", "b"))).answer
    assert (several.several, [option.right for option in several.options]) == (True, [True, True, False])
    steps = Sequence((Step("salt"), Step("water"), Step("light")))
    assert imports.only(qti12(lid("r", more="rcardinality='Ordered'"), rule("r", "c", "a", "b"))).answer == steps


def test_qti_12_excluded_values_are_wrong_ones() -> None:
    rules = condition("<and><varequal respident='r'>a</varequal><not><varequal respident='r'>b</varequal></not></and>")
    answer = imports.only(qti12(lid("r", more="rcardinality='Multiple'"), rules)).answer
    assert [option.right for option in answer.options] == [True, False, False]


def test_qti_12_pairs_numbers_words_and_essays() -> None:
    pairs = imports.only(qti12(lid("r1", "root") + lid("r2", "leaf"), rule("r1", "a", earns=50) + rule("r2", "b", earns=50)))
    assert (pairs.stem, pairs.answer) == ("Which?", Pairs((Pair("root", "water"), Pair("leaf", "light")), (Spare("salt"),)))
    text = "<response_str ident='r'><render_fib {}/></response_str>"
    between = "<and><vargte respident='r'>4</vargte><varlte respident='r'>6</varlte></and>"
    bounds = condition(f"<or><varequal respident='r'>5</varequal>{between}</or>")
    assert imports.only(qti12(text.format("fibtype='Decimal'"), bounds)).answer == Number(Decimal(5), Decimal(1))
    assert imports.only(qti12(text.format(""), rule("r", "leaf"))).answer == Typed(("leaf",))
    assert imports.only(qti12(text.format(""), "")).answer == Written("")


def test_qti_12_what_cannot_be_taken_is_told() -> None:
    assert imports.refusals(qti12(lid("r"), "")) == ["x:2: T: expected a choice that earns marks, got none"]
    assert imports.refusals(qti12("", "")) == ["x:2: T: expected an item that takes an answer, got a text alone"]
    assert imports.refusals(qti12("<response_xy ident='r'/>", rule("r", "a"))) == [
        "x:2: T: expected choices, words or a number as answer, got response_xy"
    ]


def item(
    body: str, right: str = "<value>a</value>", kind: str = "cardinality='single' baseType='identifier'", more: str = ""
) -> str:
    declared = f"<responseDeclaration identifier='R' {kind}><correctResponse>{right}</correctResponse></responseDeclaration>"
    start = "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1' identifier='an-item' title='T'>"
    return f"{start}{declared}<itemBody>{body}</itemBody>{more}</assessmentItem>"


def qti21(*args: str, **more: str) -> Found:
    return imports.read("qti21", item(*args, **more), "x.xml")


CHOICES = "".join(
    f"<simpleChoice identifier='{name}'>{words}</simpleChoice>" for name, words in (("a", "one"), ("b", "two"), ("c", "three"))
)


def test_qti_21_choices_with_any_number_of_right_ones() -> None:
    body = f"<choiceInteraction responseIdentifier='R' maxChoices='{{}}'><prompt>Which?</prompt>{CHOICES}</choiceInteraction>"
    question = imports.only(qti21(body.format(1)))
    assert (question.id, question.stem, [option.right for option in question.answer.options]) == (
        "an-item",
        "Which?",
        [True, False, False],
    )
    several = imports.only(
        qti21(body.format(0), "<value>a</value><value>c</value>", kind="cardinality='multiple' baseType='identifier'")
    )
    assert several.answer.several
    assert [option.right for option in several.answer.options] == [True, False, True]


def matching(choices: tuple[tuple[str, str], ...]) -> str:
    tag = "simpleAssociableChoice"
    inside = (f"<{tag} identifier='{name}' matchMax='1'>{words}</{tag}>" for name, words in choices)
    return f"<simpleMatchSet>{''.join(inside)}</simpleMatchSet>"


def test_qti_21_other_interactions() -> None:
    order = f"<orderInteraction responseIdentifier='R'><prompt>Order.</prompt>{CHOICES}</orderInteraction>"
    steps = qti21(order, "<value>b</value><value>a</value><value>c</value>", kind="cardinality='ordered' baseType='identifier'")
    assert imports.only(steps).answer == Sequence((Step("two"), Step("one"), Step("three")))
    sets = matching((("r", "root"), ("l", "leaf"))) + matching((("w", "water"), ("s", "light"), ("x", "salt")))
    match = qti21(
        f"<matchInteraction responseIdentifier='R'>{sets}</matchInteraction>",
        "<value>r w</value><value>l s</value>",
        kind="cardinality='multiple' baseType='directedPair'",
    )
    assert match.taken[0].question.answer == Pairs((Pair("root", "water"), Pair("leaf", "light")), (Spare("salt"),))
    typed = imports.only(
        qti21(
            "<p>It is a <textEntryInteraction responseIdentifier='R'/>.</p>",
            "<value>leaf</value>",
            kind="cardinality='single' baseType='string'",
        )
    )
    assert (typed.stem, typed.answer) == ("It is a ____.", Typed(("leaf",)))
    number = imports.only(
        qti21(
            "<p>How many? <textEntryInteraction responseIdentifier='R'/></p>",
            "<value>5.5</value>",
            kind="cardinality='single' baseType='float'",
        )
    )
    assert number.answer == Number(Decimal("5.5"))
    essay = imports.only(
        qti21("<extendedTextInteraction responseIdentifier='R'><prompt>Why?</prompt></extendedTextInteraction>", "")
    )
    assert (essay.stem, essay.answer) == ("Why?", Written(""))


def test_qti_21_packages_are_read_in_the_order_of_their_manifest() -> None:
    body = f"<choiceInteraction responseIdentifier='R'><prompt>{{}}</prompt>{CHOICES}</choiceInteraction>"
    files = {name: item(body.format(f"{name} <img src='p/x.png' alt='x'/>")) for name in ("z.xml", "a.xml")}
    manifest = '<manifest><resource href="z.xml"/><resource href="a.xml"/></manifest>'
    found = imports.read("qti21", imports.zipped({"imsmanifest.xml": manifest, "p/x.png": imports.png(), **files}), "x.zip")
    assert [one.question.stem for one in found.taken] == ["z.xml", "a.xml"]
    assert all(one.question.picture and one.question.picture.data == imports.png() for one in found.taken)


def test_qti_21_what_cannot_be_taken_is_told() -> None:
    assert imports.refusals(qti21("<hotspotInteraction responseIdentifier='R'/>")) == [
        "x:1: T: expected one of choiceInteraction, inlineChoiceInteraction, orderInteraction, matchInteraction, "
        "textEntryInteraction, extendedTextInteraction, got hotspotInteraction"
    ]
    assert imports.refusals(qti21(f"<choiceInteraction responseIdentifier='R'>{CHOICES}</choiceInteraction>", "")) == [
        "x:1: T: expected a choice that is declared as right, got none"
    ]


@pytest.mark.parametrize("name", ["qti12", "qti21"])
def test_a_package_that_unpacks_to_too_much_is_known_by_no_reader(name: str) -> None:
    bomb = imports.zipped({"a.xml": b"<questestinterop/><assessmentItem/>" + b" " * 150_000_000})
    with pytest.raises(NotReadable, match="expected a package that unpacks to at most 100,000,000 bytes"):
        load_reader(name).read(File("x.zip", bomb))


def anki(*lines: str) -> Found:
    return imports.read("anki-tsv", "#separator:tab\n#html:true\n" + "\n".join(lines) + "\n")


def test_cards_become_questions_by_what_stands_on_their_back() -> None:
    found = anki(
        "What is a <b>leaf</b>?\tThe flat part of a plant",
        "Roots drink.\ttrue",
        "How many?\t5",
        "Who?\tA gardener",
        "Which?<br>A. one<br>B. two\tB",
    )
    answers = [one.question.answer for one in found.taken]
    assert answers[:4] == [Written("The flat part of a plant"), Truth(True), Number(Decimal(5)), Typed(("A gardener",))]
    assert answers[4] == Choice((Alternative("one", False), Alternative("two", True)))
    assert found.taken[0].question.stem == "What is a **leaf**?"


def test_gaps_of_cards_become_blanks() -> None:
    one, several = (each.question for each in anki("It is {{c1::green::a colour}}.\tmore", "{{c1::Sun}} and {{c2::rain}}.").taken)
    assert (one.stem, one.answer, one.hint, one.explanation) == ("It is ____.", Typed(("green",)), "a colour", "more")
    assert [part.answer for part in several.parts] == [Typed(("Sun",)), Typed(("rain",))]


def test_lines_with_a_hash_say_what_columns_are() -> None:
    found = imports.read(
        "anki-tsv",
        "#separator:Semicolon\n#html:false\n#deck column:1\n#tags column:4\nBio::Leaves;2 < 3 <b>?;true;tag\n;only a front;;\n",
    )
    assert [(one.deck, one.question.stem, one.line) for one in found.taken] == [("Bio / Leaves", "2 < 3 \\<b>?", 5)]
    assert imports.refusals(found) == ["x:6: only a front: expected a card with a front and a back, got no back"]
    table = imports.read("anki-tsv", "#separator:tab\n#columns:Question\tOption A\tOption B\tAnswer\nWhich?\tone\ttwo\tB\n")
    assert [option.right for option in imports.only(table).answer.options] == [False, True]


def document() -> Any:
    return json.loads(load_format("json").write(portables.of(*portables.hard())))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["marks"], "2", "question 1, marks: expected a whole number, got '2'"),
        (
            ["answer", "shape"],
            "guess",
            "question 1, answer: expected an answer whose shape is one of choice, truth, pairs, sequence, typed, number, "
            "written, got 'guess'",
        ),
        (["answer", "options", 0, "right"], 1, "question 1, answer, options 1, right: expected true or false, got 1"),
        (
            ["answer", "options", 0, "colour"],
            "red",
            "question 1, answer, options 1: expected one of the fields right, text, why, got 'colour'",
        ),
        (["parts"], {}, "question 1, parts: expected a list, got dict"),
    ],
)
def test_json_with_other_values_is_told(path: list[Any], value: Any, message: str) -> None:
    whole = document()
    place = whole["decks"][0]["questions"][0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    found = imports.read("json", json.dumps(whole), "x.json")
    assert [each.message for each in found.refused] == [message]
    assert len(found.taken) == len(whole["decks"][0]["questions"]) - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "expected JSON, got what is none (Expecting property name enclosed in double quotes)"),
        ("[1]", "expected JSON as 'quizbank export json' writes it, got another kind"),
        ('{"format": "quizbank", "version": 2, "decks": []}', "expected version 1 with a list of decks, got version 2"),
        ("[" * 100_000, "expected JSON as 'quizbank export json' writes it, got values too deep or too long to read"),
    ],
)
def test_json_of_another_kind_is_refused(text: str, message: str) -> None:
    with pytest.raises(NotReadable) as fault:
        load_reader("json").read(File("x.json", text.encode()))
    assert fault.value.message == message
