"""Moodle XML, read again by lxml with the rules of Moodle's own reader."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from lxml import etree

import portables
import read_moodle
from hard_texts import ANYTHING, everywhere
from moodle_answers import agrees, same
from moodle_rules import Read, words
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Point,
    Sequence,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.exchange.texts import block_html
from quizbank.exports.format import Collection
from quizbank.exports.moodle import FORMAT, markup
from quizbank.exports.moodle.grades import percent, shares


def held(collection: Collection) -> tuple[list[Portable], list[Read]]:
    """Return what the format takes of a collection, and what is read of it."""
    kept = portables.held(collection, FORMAT)
    return [question for deck in kept.decks for question in deck.questions], read_moodle.read(FORMAT.write(kept))


def read(*questions: Portable) -> list[Read]:
    return read_moodle.read(FORMAT.write(portables.of(*questions)))


def asked(answer: Answer, stem: str = "What is it?") -> Portable:
    return Portable("one", "some-kind", stem, answer, marks=3)


def test_the_answer_and_the_reasons_of_every_question_are_recovered() -> None:
    for collection in (portables.examples(), portables.of(*portables.hard())):
        questions, found = held(collection)
        assert len(questions) == len(found)
        for question, one in zip(questions, found, strict=True):
            agrees(one, question)
            assert one.extra["defaultgrade"] == str(question.marks)
            assert len(one.hints) == bool(question.hint and one.type != "essay")
            assert all(same(hint, question.hint) for hint in one.hints)


def test_every_shape_and_every_question_is_taken() -> None:
    questions, found = held(portables.examples())
    assert len(questions) == len([part for deck in portables.examples().decks for each in deck.questions for part in each.each])
    assert {one.type for one in found} == {
        *("multichoice", "truefalse", "matching", "ordering", "shortanswer", "numerical", "essay"),
    }


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(ANYTHING)
def test_any_text_in_any_place_survives(text: str) -> None:
    questions = list(everywhere(text))
    for question, one in zip(questions, read(*questions), strict=True):
        agrees(one, question)


def test_what_ends_cdata_is_divided() -> None:
    content = "<p>a ]]> b ]]]]>> c</p>"
    assert etree.fromstring(markup.html(content)).text == content


def test_characters_that_xml_forbids_are_left_out_and_the_end_of_cdata_is_not() -> None:
    (one,) = read(asked(Typed(("a\x00b\x0b",), (Near("c\ufffe", "]]> and \x1f"),)), "]]> `]]>` \x08?"))
    assert one.options[0].text == "ab"
    assert one.options[1].text == "c"
    assert words(one.options[1].why) == "]]>and"
    assert words(one.stem) == "]]>]]>?"


@pytest.mark.parametrize(
    ("right", "wrong", "gain", "loss"),
    [
        (1, 3, "100", "-100"),
        (2, 3, "50", "-50"),
        (3, 1, "33.33333", "-100"),
        (3, 3, "33.33333", "-33.33333"),
        (4, 2, "25", "-50"),
        (7, 6, "14.28571", "-16.66667"),
        (8, 8, "12.5", "-12.5"),
    ],
)
def test_partial_marks_are_those_of_the_site_in_grades_of_moodle(right: int, wrong: int, gain: str, loss: str) -> None:
    options = tuple(Alternative(f"option {number}", number < right) for number in range(right + wrong))
    choice = Choice(options, several=True)
    assert [percent(share) for share in shares(choice)] == [gain] * right + [loss] * wrong
    (one,) = read(asked(choice))
    agrees(one, asked(choice))


def test_a_choice_that_moodles_grades_cannot_divide_is_left_out_with_the_reason() -> None:
    many = tuple(Alternative(f"option {number}", number < 11) for number in range(14))
    assert FORMAT.unable(asked(Choice(many, several=True))) == "Moodle has no grade of one part in 11"
    assert FORMAT.unable(asked(Choice(many[11:], several=True))) == "Moodle wants a right option"


def test_codes_keep_their_order_and_other_options_are_shuffled() -> None:
    options = (Alternative("both", True), Alternative("neither", False))
    found = read(asked(Choice(options)), asked(Choice(options, shuffled=False)))
    assert [one.extra["shuffleanswers"] for one in found] == ["true", "false"]


def test_typed_answers_come_with_space_and_hyphen_but_never_as_a_near_miss() -> None:
    typed = Typed(("back-office", "the back office of a firm", "24/7", "5*3"), (Near("front office", "no"),))
    (one,) = read(asked(typed))
    accepted = [option.text for option in one.options if option.grade == 1]
    assert accepted == ["back-office", "the back office of a firm", "24/7", "5\\*3", "back office"]
    assert one.extra["usecase"] == "0"
    (one,) = read(asked(Typed(("sub-contract",), (Near("sub contract", "no"),))))
    assert [(option.text, option.grade) for option in one.options] == [("sub-contract", 1), ("sub contract", 0)]


def test_a_unit_may_be_typed_and_stands_on_its_side_of_the_number() -> None:
    rupees, percent_, bare = read(*(asked(Number(Decimal("1E+3"), unit=unit)) for unit in ("Rs", "%", "")))
    assert (rupees.extra["unit"], rupees.extra["unitsleft"], rupees.extra["showunits"]) == ("Rs", "1", "0")
    assert (percent_.extra["unit"], percent_.extra["unitsleft"]) == ("%", "0")
    assert words(rupees.stem).endswith("Youranswer(Rs):")
    assert "unit" not in bare.extra
    assert rupees.options[0].text == "1000"


def test_who_marks_an_essay_sees_the_model_and_its_points_and_a_table_is_given_empty() -> None:
    table = "| Basis | BPO | KPO |\n|---|---|---|\n| Work | rules | judgement |\n| Staff | many | few |"
    found, plain = read(asked(Written(table, (Point("Work: rules / judgement", 2),))), asked(Written("Because.")))
    assert words(found.extra["graderinfo"]) == "Modelanswer" + words(block_html(table)) + "Work:rules/judgement(2marks)"
    assert found.extra["responsetemplate"].count("<td>&nbsp;</td>") == 6
    assert words(found.extra["responsetemplate"]) == "BasisBPOKPO"
    assert found.extra["responsefieldlines"] == "15"
    assert plain.extra["responsetemplate"] == ""


def test_a_picture_is_in_the_file_with_its_words_and_its_size() -> None:
    picture = PortablePicture("chart-1.png", b"\x89PNG", 'a "chart" & <more>', 40, 30)
    (one,) = read(replace(asked(Truth(True)), picture=picture))
    assert one.files == {"chart-1.png": b"\x89PNG"}
    assert one.stem.endswith(
        '<img src="@@PLUGINFILE@@/chart-1.png" alt="a &quot;chart&quot; &amp; &lt;more&gt;" width="40" height="30"></p>'
    )


def test_chapters_are_categories_with_their_objectives() -> None:
    collection = portables.held(portables.examples(), FORMAT)
    deck = replace(collection.decks[0], title="Costs / gains <b>", number=3)
    ((path, info, name),) = read_moodle.categories(FORMAT.write(replace(collection, course="A course", decks=(deck,))))
    assert path == "$course$/top/A course/03 Costs // gains ‹b›"
    assert all(target.text and target.id in info for target in deck.objectives)
    assert name == deck.name
    assert words(info).startswith("LO")


def test_each_question_of_a_case_has_the_passage_and_a_name_of_its_own() -> None:
    case = next(each for deck in portables.examples().decks for each in deck.questions if each.parts)
    _, found = held(portables.of(case))
    assert len(found) == len(case.parts)
    assert len({one.name for one in found}) == len(found)
    for one, part in zip(found, case.parts, strict=True):
        assert words(block_html(case.stem)) in words(one.stem)
        assert one.name.startswith(f"{case.title}: ")
        assert one.id == part.id


def test_the_link_to_the_passage_ends_the_feedback_if_the_address_of_the_site_is_known() -> None:
    question = replace(asked(Truth(True)), explanation="So.", passage="1.1 What & why", link="https://a.example/x/#y")
    (one,) = read(question)
    assert one.general == '<p>So.</p><p><a href="https://a.example/x/#y">Review: 1.1 What &amp; why</a></p>'
    (one,) = read(replace(question, link=""))
    assert one.general == "<p>So.</p>"


def test_a_further_try_costs_a_third_and_all_where_there_are_two_choices() -> None:
    typed, truth, essay = read(asked(Typed(("a",))), asked(Truth(True)), asked(Written("a")))
    assert [one.extra["penalty"] for one in (typed, truth, essay)] == ["0.3333333", "1", "0"]


def test_a_long_name_ends_at_a_word() -> None:
    one, short = read(asked(Truth(True), "word " * 60), asked(Truth(True), "a <b> & `c`"))
    assert one.name == "word " * 19 + "word…"
    assert short.name == "a ‹b› & c"


def test_what_a_question_loses_is_told() -> None:
    lost = {type(question.answer).__name__: list(FORMAT.shortened(question)) for question in portables.hard()}
    assert lost["Written"] == ["Moodle has no hint for an essay"]
    assert lost["Sequence"] == ["Moodle has it since version 4.4, and keeps the reasons of the steps together"]
    assert lost["Pairs"] == ["Moodle keeps the reasons of all pairs together"]
    assert lost["Typed"] == ["Moodle forgives no article and no full stop in what is typed"]
    assert lost["Truth"] == []


def test_an_ordering_pays_for_each_step_in_its_place() -> None:
    (one,) = read(asked(Sequence((Step("first"), Step("second"), Step("third")))))
    assert one.extra["gradingtype"] == "ABSOLUTE_POSITION"
    assert (one.extra["selecttype"], one.extra["selectcount"]) == ("ALL", "3")


def test_a_group_of_a_sorting_to_which_nothing_belongs_is_still_offered() -> None:
    pairs = Pairs((Pair("a", "core"), Pair("b", "core")), groups=("core", "other"))
    (one,) = read(asked(pairs))
    assert one.pairs == [("a", "core"), ("b", "core"), ("", "other")]
