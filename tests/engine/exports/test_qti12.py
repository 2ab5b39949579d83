"""QTI 1.2 for Canvas, read as Canvas's importer reads it: every answer is given, and every feedback found with its answer."""

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import canvas
import portables
from canvas_reader import check_item
from packages import answered, html_words, unzipped, words, xml
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Alternative, Choice, Near, Number, Sequence, Typed, Written
from quizbank.exports.format import Collection
from quizbank.exports.qti12 import FORMAT
from quizbank.texts.inline import question_markdown

HARD = portables.of(*portables.hard())
SIGNS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]) | st.sampled_from("<>&\"'=+-@]*_`~^[]()|#\\{};:\n"), max_size=40
)
PICTURE = PortablePicture("leaf-1a2b.png", b"\x89PNG", 'A leaf, "green" & small', 320, 200)


def assessments(collection: Collection) -> list[Element]:
    return list(canvas.assessments(FORMAT.write(portables.held(collection, FORMAT))))


def items(collection: Collection) -> list[Element]:
    return [item for assessment in assessments(collection) for item in assessment.iter("item")]


def only(question: Portable) -> Element:
    (item,) = items(portables.of(question))
    return item


@pytest.mark.parametrize("collection", [portables.examples(), HARD], ids=["examples", "hard"])
def test_canvas_finds_type_key_marks_and_feedback_of_every_question(collection: Collection) -> None:
    for assessment in assessments(collection):
        canvas.check(assessment)
    found = [item for item in items(collection) if canvas.metadata(item)["question_type"] != "text_only_question"]
    for item, (question, _) in zip(found, answered(collection), strict=True):
        check_item(item, question)


def test_the_manifest_lists_each_file_of_the_package_once() -> None:
    collection = portables.of(*portables.hard(), replace(next(portables.hard()), id="own", picture=PICTURE))
    files = unzipped(FORMAT.write(collection))
    manifest = xml(files["imsmanifest.xml"])
    assert next(iter(files)) == "imsmanifest.xml"
    assert sorted(each.attrib["href"] for each in manifest.iter("file")) == sorted(set(files) - {"imsmanifest.xml"})
    names = [each.attrib["identifier"] for each in (manifest, *manifest.iter("resource"))]
    assert len(names) == len(set(names))
    assert {each.attrib["identifierref"] for each in manifest.iter("dependency")} <= set(names)
    # Canvas takes a package for QTI 2 where this text, or a namespace of QTI 2, stands in its manifest.
    assert not re.search("QTIv2|imsqti_v2", files["imsmanifest.xml"].decode())


def test_each_chapter_is_a_quiz_with_settings_where_canvas_looks_for_them() -> None:
    collection = portables.examples()
    files = unzipped(FORMAT.write(collection))
    found = assessments(collection)
    assert len(found) == len(collection.decks)
    for root, deck in zip(found, collection.decks, strict=True):
        (assessment,) = root
        quiz = xml(files[f"{assessment.attrib['ident']}/assessment_meta.xml"])
        assert quiz.attrib["identifier"] == assessment.attrib["ident"]
        assert quiz.findtext("title") == assessment.attrib["title"] == deck.title
        marks = sum(int(canvas.metadata(item)["points_possible"]) for item in root.iter("item"))
        assert float(quiz.findtext("points_possible") or "") == marks > 0
        assert (quiz.findtext("quiz_type"), quiz.findtext("available")) == ("practice_quiz", "false")


def test_names_of_items_are_theirs_alone_in_the_whole_package() -> None:
    for collection in (portables.examples(), HARD):
        names = [item.attrib["ident"] for item in items(collection)]
        assert len(names) == len(set(names))
        # Canvas's tool takes colons and stops out of names, and sets a prefix before those that begin with a digit.
        assert all(re.fullmatch(r"[A-Za-z_][\w-]*", name, re.ASCII) for name in names)


def test_the_passage_of_a_case_is_a_text_before_its_questions() -> None:
    cases = [question for deck in portables.examples().decks for question in deck.questions if question.parts]
    for case in cases:
        first, *rest = items(portables.of(replace(case, picture=PICTURE)))
        assert canvas.metadata(first)["question_type"] == "text_only_question"
        assert canvas.metadata(first)["points_possible"] == "0"
        assert first.find("resprocessing") is None
        assert canvas.material(first.find("presentation")) == f"{words(case.title)}{words(case.stem)}"
        assert len(rest) == len(case.parts)


def test_a_picture_is_named_as_canvas_finds_files() -> None:
    question = replace(next(portables.hard()), picture=PICTURE)
    text = only(question).findtext("presentation/material/mattext") or ""
    (tag,) = re.findall(r"<img[^>]*>", text)
    assert 'src="%24IMS-CC-FILEBASE%24/images/leaf-1a2b.png"' in tag
    assert 'alt="A leaf, &#34;green&#34; &amp; small" width="320" height="200"' in tag
    assert unzipped(FORMAT.write(portables.of(question)))["images/leaf-1a2b.png"] == PICTURE.data


def test_a_hint_stands_where_canvas_has_room_for_it() -> None:
    typed = Portable("a", "fill-in", "Red is ____", Typed(("a",), (Near("b", "no"),)), 1, hint="Think *twice*")
    assert canvas.feedback(only(typed))["general_incorrect_fb"] == "HintThink twicebClose, but not accepted: no"
    written = Portable("a", "short-answer", "Say.", Written("A model"), 1, hint="Think")
    assert canvas.feedback(only(written))["general_fb"].startswith("HintThink")
    assert "general_incorrect_fb" not in canvas.feedback(only(written))


def test_marks_that_nobody_has_given_are_one_mark() -> None:
    question = Portable("a", "numeric", "How many?", Number(Decimal(2)))
    assert canvas.metadata(only(question))["points_possible"] == "1"
    assert canvas.feedback(only(question)) == {"general_fb": "Correct: 2"}


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(SIGNS, SIGNS, SIGNS)
def test_any_text_stays_a_text(stem: str, option: str, why: str) -> None:
    answer = Choice((Alternative(f"{option} a", right=True, why=why), Alternative(f"{option} b", right=False, why=stem)))
    item = only(Portable("a", "single-choice", f"Is {stem}?", answer, explanation=f"so {why}"))
    markdown = question_markdown()
    assert canvas.material(item.find("presentation")) == html_words(str(markdown(f"Is {stem}?")))
    shown = [canvas.material(each) for each in item.iter("response_label")]
    assert shown == [html_words(str(markdown(f"{option} {end}"))) for end in "ab"]


def test_what_is_lost_is_said() -> None:
    few = Choice((*[Alternative(f"{n}", right=True) for n in range(3)], Alternative("no", right=False)), several=True)
    assert list(FORMAT.shortened(Portable("a", "multiple-choice", "Which?", few))) == [
        "Canvas takes no more for a wrong option than a right one earns, also where wrong ones are fewer"
    ]
    many = replace(few, options=few.options[2:])
    assert list(FORMAT.shortened(Portable("a", "multiple-choice", "Which?", many))) == []
    lost = {type(each.answer): list(FORMAT.shortened(each)) for each in portables.hard()}
    assert {losses[0] for losses in lost.values()} == {"Canvas has no hints: it is shown with the feedback"}
    assert lost[Sequence][1:] == ["Canvas has no ordering: each step is matched with its position"]
    grouped = "reasons for close answers are shown together, after any wrong answer"
    assert lost[Typed][1:] == ["Canvas reads a typed answer letter by letter; only capitals do not matter", grouped]
    assert lost[Number][1:] == [grouped]
    assert lost[Written][1:] == []
