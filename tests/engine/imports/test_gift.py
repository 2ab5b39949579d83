"""GIFT: its whole grammar, one small text for each part of it."""

from decimal import Decimal

import pytest

import imports
from quizbank.exchange.shapes import Alternative, Answer, Choice, Near, Number, Pair, Pairs, Slip, Spare, Truth, Typed, Written
from quizbank.imports.reader import Found


def gift(text: str) -> Found:
    return imports.read("gift", text, "x.gift")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Who? {=Grant#yes ~no one#no}", Choice((Alternative("Grant", True, "yes"), Alternative("no one", False, "no")))),
        (
            "Which? {~%50%a ~%50%b ~%-100%c}",
            Choice((Alternative("a", True), Alternative("b", True), Alternative("c", False)), True),
        ),
        (
            "Third? {~%33.333%a ~%33.333%b ~%33.333%c ~d}",
            Choice((*(Alternative(each, True) for each in "abc"), Alternative("d", False)), True),
        ),
        ("Is it?{T}", Truth(True)),
        ("Is it?{FALSE#it is not#right}", Truth(False, "it is not", "right")),
        ("Who? {=Grant =Ulysses S. Grant}", Typed(("Grant", "Ulysses S. Grant"))),
        ("Who? {=Grant =%50%General#almost}", Typed(("Grant",), (Near("General", "almost"),))),
        ("When?{#1822:5}", Number(Decimal(1822), Decimal(5))),
        ("When?{#1..5}", Number(Decimal(3), Decimal(2))),
        ("When?{#=1822:0 =%50%1822:2}", Number(Decimal(1822))),
        ("When?{#=5#ok ~%0%6#slip}", Number(Decimal(5), slips=(Slip(Decimal(6), "slip"),))),
        ("Match.{=a -> 1 =b -> 2 = -> 3}", Pairs((Pair("a", "1"), Pair("b", "2")), (Spare("3"),))),
        ("Write.{}", Written("")),
        (r"Signs.{=a\=b\~c\#d\{e\}f\:g ~no}", Choice((Alternative("a=b\\~c#d{e}f:g", True), Alternative("no", False)))),
        (
            "Order.{=both a and b ~a ~b}",
            Choice((Alternative("both a and b", True), Alternative("a", False), Alternative("b", False)), shuffled=False),
        ),
    ],
)
def test_each_kind_of_answer_is_read(text: str, answer: Answer) -> None:
    assert imports.only(gift(text)).answer == answer


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Grant is {=buried ~born} in a tomb.", "Grant is ____ in a tomb."),
        (r"What\: 2 \= 2\nor not? {T}", "What: 2 = 2\n\nor not?"),
        ("[html]<p>H<sub>2</sub>O</p>{T}", "H~2~O"),
        ("[markdown]It is **bold**{T}", "It is **bold**"),
        ("[plain]It is *not* <b>{T}", "It is \\*not\\* \\<b>"),
        ("It is <b>bold</b> &amp; so{T}", "It is **bold** & so"),
        ("::A title::What?{T}", "What?"),
    ],
)
def test_each_form_of_the_stem_is_read(text: str, stem: str) -> None:
    assert imports.only(gift(text)).stem == stem


def test_titles_that_are_slugs_and_ids_of_comments_are_ids() -> None:
    assert imports.only(gift("::leaf-gas:: Which?{T}")).id == "leaf-gas"
    assert imports.only(gift("// question: 1 [id:root-water] [tag:x]\n::A title:: Which?{T}")).id == "root-water"
    assert imports.only(gift("::A title:: Which?{T}")).id == ""


def test_general_feedback_categories_and_comments() -> None:
    found = gift(
        "// no question\n$CATEGORY: Plants/Leaves\n\n// also none\nIs it?{T ####Because it is.}\n\n"
        "$CATEGORY: Roots\n\nIs it so?{F}\n"
    )
    assert [(one.deck, one.line, one.question.explanation) for one in found.taken] == [
        ("Plants/Leaves", 5, "Because it is."),
        ("Roots", 9, ""),
    ]


def test_several_blanks_are_a_case() -> None:
    case = imports.only(gift("Plants need {=light =sunlight} and {~stone =water} for {#5} days."))
    assert case.answer is None
    assert case.stem == r"Plants need **(1)** \_\_\_\_ and **(2)** \_\_\_\_ for **(3)** \_\_\_\_ days."
    assert [type(part.answer) for part in case.parts] == [Typed, Choice, Number]
    assert [part.stem for part in case.parts] == ["Blank (1): ____", "Blank (2): ____", "Blank (3): ____"]


def test_answers_may_stand_on_lines_of_their_own() -> None:
    found = gift("Which?\n{\n=a\n\n~b\n}\n")
    assert [option.text for option in imports.only(found).answer.options] == ["a", "b"]


def test_a_weight_that_is_lost_is_told() -> None:
    (one,) = gift("Who? {=Grant ~%50%Lee ~no one}").taken
    assert one.lost == ("an answer that earned 50 % counts as wrong",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("No braces", "x:1: question: expected answers in braces, got no answers"),
        ("Open {=a", "x:1: question: expected answers in braces, got a brace without its partner"),
        ("::t:: Close =a}", "x:1: t: expected answers in braces, got a brace without its partner"),
        ("Bare {a}", "x:1: question: expected '=' or '~' before each answer, got 'a'"),
        ("None {~a ~b}", "x:1: question: expected one right answer ('=') or more, got none"),
        ("Much {#many}", "x:1: question: expected a number, such as 3.14:0.01 or 1..5, got 'many'"),
        ("Endless {#1e999}", "x:1: question: expected a number, such as 3.14:0.01 or 1..5, got '1e999'"),
    ],
)
def test_what_is_no_question_is_told_with_its_line(text: str, message: str) -> None:
    assert imports.refusals(gift(text)) == [message]


def test_a_forgotten_brace_takes_no_other_question_with_it() -> None:
    found = gift("First {=a ~b}\n\nSecond {=a ~b\n\nThird {=a ~b}\n")
    assert [one.question.stem for one in found.taken] == ["First", "Third"]
    assert imports.refusals(found) == ["x:3: question: expected answers in braces, got a brace without its partner"]
