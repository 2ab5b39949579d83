"""QTI 2.1, read after the specification: its structure is checked, and its rules are run on every answer that one may give."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import portables
from packages import answered, html_words, namespaces, shown, unzipped, xml
from qti21_reader import check_item, check_marks, entry_of, items_of
from qti21_rules import Run
from qti21_structure import check, check_names
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Alternative, Choice, Number, Slip, Typed
from quizbank.exports.format import Collection
from quizbank.exports.qti21 import FORMAT
from quizbank.texts.inline import question_markdown

HARD = portables.of(*portables.hard())
SIGNS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]) | st.sampled_from("<>&\"'=+-@]*_`~^[]()|#\\{};:\n"), max_size=40
)
PICTURE = PortablePicture("leaf-1a2b.png", b"\x89PNG", 'A leaf, "green" & small', 320, 200)


def items(collection: Collection) -> list[tuple[str, Element]]:
    return items_of(FORMAT.write(portables.held(collection, FORMAT)))


def only(question: Portable) -> Element:
    ((_, item),) = items(portables.of(question))
    return item


@pytest.mark.parametrize("collection", [portables.examples(), HARD], ids=["examples", "hard"])
def test_every_item_is_qti_and_marks_every_answer_as_the_house_does(collection: Collection) -> None:
    found = items(collection)
    asked = list(answered(collection))
    assert [name for name, _ in found] == [question.id for question, _ in asked]
    for (_, item), (question, case) in zip(found, asked, strict=True):
        check_item(item, question, case)


def test_a_blank_is_filled_where_it_stands() -> None:
    item = only(Portable("a", "fill-in", "The **big ____ one** is ____.", Typed(("red",))))
    (entry,) = item.iter("textEntryInteraction")
    (holder,) = [each for each in item.iter() if entry in list(each)]
    assert (holder.tag, holder.text, entry.tail) == ("strong", "big ", " one")
    assert shown(item.find("itemBody")) == "The big one is ____."
    without = only(Portable("a", "fill-in", "What is red?", Typed(("a rose",))))
    assert [each.tag for each in next(without.iter("itemBody"))] == ["div", "p"]


def test_a_hint_is_shown_to_whoever_asks_and_the_next_attempt_counts() -> None:
    item = only(replace(next(portables.hard()), id="a", hint="Think **twice**"))
    asked = Run(item, {"HINT": True})
    assert [shown(each) for each in asked.feedback()] == ["Think twice"]
    assert asked.score == 0
    later = Run(item, {"HINT": False, "RESPONSE": item.findtext("responseDeclaration/correctResponse/value")})
    assert later.score == later.full
    assert "Think twice" not in [shown(each) for each in later.feedback()]


@pytest.mark.parametrize(("marks", "right", "wrong"), [(1, 3, 1), (2, 3, 2), (5, 7, 1), (4, 2, 5)])
def test_shares_of_marks_add_up_to_all_marks(marks: int, right: int, wrong: int) -> None:
    options = [Alternative(f"option {n}", right=n < right, why=f"reason {n}") for n in range(right + wrong)]
    question = Portable("a", "multiple-choice", "Which?", Choice(tuple(options), several=True), marks)
    check_marks(only(question), question)


@pytest.mark.parametrize(
    ("value", "tolerance"),
    [
        ("7.35", "0.05"),
        ("0.29", "0.05"),
        ("0.01", "0.03"),
        ("0.36", "0.1"),
        ("0.3", "0.1"),
        ("-1250.5", "0.5"),
        ("99999999.99", "0.01"),
        ("1e3", "0"),
        ("0", "0.2"),
    ],
)
def test_both_ends_of_what_is_accepted_are_accepted(value: str, tolerance: str) -> None:
    slips = (Slip(Decimal(value) + Decimal(tolerance), "still right"), Slip(Decimal(value) + 9, "wrong"))
    question = Portable("a", "numeric", "How many?", Number(Decimal(value), Decimal(tolerance), "Rs", "Count.", slips))
    item = only(question)
    check(item)
    check_marks(item, question)
    assert shown(item.find("itemBody")) == "How many?Rs"


def test_what_needs_no_more_than_the_standard_uses_its_template() -> None:
    question = Portable("a", "single-choice", "Which?", Choice((Alternative("b", right=True), Alternative("c", right=False))), 3)
    item = only(question)
    check(item)
    check_names(item)
    check_marks(item, question)
    assert item.findall("responseProcessing/*") == []
    assert not list(item.iter("modalFeedback"))


@pytest.mark.parametrize("collection", [portables.examples(), HARD], ids=["examples", "hard"])
def test_the_manifest_lists_each_file_of_the_package_once(collection: Collection) -> None:
    files = unzipped(FORMAT.write(collection))
    manifest = xml(files["imsmanifest.xml"])
    assert next(iter(files)) == "imsmanifest.xml"
    assert sorted(each.attrib["href"] for each in manifest.iter("file")) == sorted(set(files) - {"imsmanifest.xml"})
    names = [each.attrib["identifier"] for each in (manifest, *manifest.findall("resources/resource"))]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in names)
    assert {each.attrib["identifierref"] for each in manifest.iter("dependency")} <= set(names)
    assert namespaces(files["test.xml"]) == {"http://www.imsglobal.org/xsd/imsqti_v2p1"}
    assert "http://www.imsglobal.org/xsd/imscp_v1p1" in namespaces(files["imsmanifest.xml"])
    kinds = Counter(each.attrib["type"] for each in manifest.findall("resources/resource"))
    assert kinds["imsqti_test_xmlv2p1"] == 1
    assert kinds["imsqti_item_xmlv2p1"] == len(list(answered(collection)))


def test_metadata_names_kind_objective_level_and_passage() -> None:
    collection = portables.examples()
    manifest = xml(unzipped(FORMAT.write(collection))["imsmanifest.xml"])
    found = {entry_of(each): each for each in manifest.findall("resources/resource") if each.find("metadata") is not None}
    for question, _ in answered(collection):
        tags = {each.text for each in found[question.id].iterfind("metadata/lom/general/keyword/string")}
        target = question.objective
        assert tags == {question.kind, target.id, target.slug, question.bloom, question.section} - {""}
        said = {each.text for each in found[question.id].iterfind("metadata/lom/general/description/string")}
        assert target.text in said
        assert found[question.id].findtext("metadata/lom/relation/resource/identifier/entry") == question.link


def test_the_test_has_every_item_once_by_chapters_and_cases() -> None:
    collection = portables.examples()
    files = unzipped(FORMAT.write(collection))
    test = xml(files["test.xml"])
    check(test)
    chapters = test.findall("testPart/assessmentSection")
    assert [each.attrib["title"] for each in chapters] == [deck.title for deck in collection.decks]
    references = [each.attrib["href"] for each in test.iter("assessmentItemRef")]
    assert [xml(files[path]).attrib["identifier"] for path in references] == [each.id for each, _ in answered(collection)]
    cases = [section for chapter in chapters for section in chapter.findall("assessmentSection")]
    assert [len(each) for each in cases] == [
        len(each.parts) for deck in collection.decks for each in deck.questions if each.parts
    ]
    names = [each.attrib["identifier"] for each in test.iter() if each.tag.startswith("assessment")]
    assert len(names) == len(set(names))


def test_pictures_lie_in_the_package_with_their_words_also_those_of_a_case() -> None:
    parts = (replace(next(portables.hard()), id="part"),)
    case = Portable("case", "case", "A passage", None, parts=parts, title="Leaves", picture=PICTURE)
    files = unzipped(FORMAT.write(portables.of(case, replace(parts[0], id="own", picture=PICTURE))))
    assert files["images/leaf-1a2b.png"] == PICTURE.data
    for name in ("part", "own"):
        (image,) = xml(files[f"items/{name}.xml"]).iter("img")
        assert image.attrib == {"src": "../images/leaf-1a2b.png", "alt": PICTURE.alt, "width": "320", "height": "200"}
    manifest = xml(files["imsmanifest.xml"])
    assert [each.attrib["href"] for each in manifest.iter("file")].count("images/leaf-1a2b.png") == 1


@pytest.mark.parametrize("identifier", ["1st one", "प्रश्न", "a:b.c", "x" * 300])
def test_an_id_that_is_no_name_becomes_one(identifier: str) -> None:
    question = replace(next(portables.hard()), id=identifier)
    ((entry, item),) = items(portables.of(question))
    assert entry == identifier
    check(item)
    assert len(item.attrib["identifier"]) <= 128


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(SIGNS, SIGNS, SIGNS)
def test_any_text_stays_a_text(stem: str, option: str, why: str) -> None:
    answer = Choice((Alternative(f"{option} a", right=True, why=why), Alternative(f"{option} b", right=False, why=stem)))
    item = only(Portable("a", "single-choice", f"Is {stem}?", answer, explanation=f"so {why}"))
    check(item)
    markdown = question_markdown()
    assert shown(next(item.iter("div"))) == html_words(str(markdown(f"Is {stem}?")))
    assert [shown(each) for each in item.iter("simpleChoice")] == [html_words(str(markdown(f"{option} {end}"))) for end in "ab"]


def test_what_xhtml_of_qti_does_not_know_stays_as_words() -> None:
    text = "~~gone~~ ^^come^^ &nbsp;&eacute; [to](elsewhere) \x0b\ufffe"
    item = only(Portable("a", "single-choice", text, Choice((Alternative("b", right=True), Alternative("c", right=False)))))
    check(item)
    assert shown(next(item.iter("div"))) == "gone come é to"


def test_what_a_typed_answer_loses_is_said() -> None:
    lost = {type(each.answer): list(FORMAT.shortened(each)) for each in portables.hard()}
    assert lost[Typed] == ["QTI reads a typed answer letter by letter; only capitals do not matter"]
    assert lost[Number] == ["QTI takes a number in plain digits, without its unit or commas"]
    assert sum(map(bool, lost.values())) == 2


def test_a_package_before_1980_has_the_first_time_that_a_zip_can_hold() -> None:
    early = replace(HARD, when=datetime(1970, 1, 1, tzinfo=UTC))
    assert unzipped(FORMAT.write(early))
