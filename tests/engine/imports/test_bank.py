"""The bank that an import writes: texts of any kind survive YAML, ids follow from what is asked, limits are kept."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import imports
from quizbank.banks.yaml_reader import cut_texts, parse
from quizbank.exchange.portable import Portable, PortablePicture, Target
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Sequence,
    Spare,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.imports.bank.compose import composed
from quizbank.imports.bank.ids import new_ids
from quizbank.imports.bank.sound import as_read
from quizbank.imports.bank.yaml_text import Bare, Gap, yaml_lines
from quizbank.imports.reader import Found, Taken

ONE_TWO = Choice((Alternative("one", True), Alternative("two", False)))


def found(*questions: Portable) -> Found:
    return Found(tuple(Taken(question, number) for number, question in enumerate(questions, 1)))


def made(stem: str, answer: Answer | None = ONE_TWO, **more: object) -> Portable:
    return replace(Portable("", "", stem, answer), **more)  # type: ignore[arg-type]


def entry(question: Portable) -> Any:
    """Return the one entry of a bank, as its reader reads it."""
    composed_, _, _ = imports.bank(found(question))
    data: Any = parse(composed_.text)
    assert len(data["questions"]) == 1
    return data["questions"][0]


texts = st.text(
    st.sampled_from("ab:#-'\"\\|>&*!%@`{}[],?\n \u00e9ज🙂0.~=") | st.characters(min_codepoint=33, max_codepoint=126),
    min_size=1,
    max_size=160,
)


@settings(max_examples=120, derandomize=True, database=None, deadline=None)
@given(texts.map(lambda text: "\n".join(line.rstrip() for line in text.split("\n")).strip()).filter(bool))
def test_any_text_is_the_same_when_yaml_is_read(text: str) -> None:
    data: dict[str, Any] = {
        "id": "x",
        "stem": text,
        "options": [{"text": text, "why": Gap("a reason")}, text],
        "marks": Bare("1"),
    }
    written = "\n".join(yaml_lines(data)) + "\n"
    assert parse(written) == as_read(data)
    assert list(cut_texts(written)) == []


def test_a_gap_says_what_is_wanted_behind_its_key() -> None:
    composed_ = composed(found(made("Which?")).taken, imports.AROUND)
    lines = composed_.text.split("\n")
    assert "    section:  # wanted: the id of the heading in plants.md under which this is taught" in lines
    assert "        why:  # wanted: why this is right" in lines
    assert "    objective:  # wanted: one of the objectives above, such as LO1.1" in lines
    assert lines[0] == "# yaml-language-server: $schema=bank.schema.json"


def test_a_question_with_everything_is_no_draft() -> None:
    whole = made(
        "Which?",
        Choice((Alternative("one", True, "so"), Alternative("two", False, "no"))),
        objective=Target("LO7.1", "say-which", "Say which."),
        bloom="apply",
        section="leaves",
        explanation="It is so.",
    )
    composed_, bank, problems = imports.bank(found(whole))
    assert (composed_.drafts, problems) == (0, [])
    assert [(each.id, each.slug, each.text) for each in bank.objectives] == [("LO7.1", "say-which", "Say which.")]
    taken = replace(imports.AROUND, objectives=("LO7.1",))
    assert "objective:  # wanted" in composed(found(whole).taken, taken).text
    elsewhere = composed(found(replace(whole, section="fruits")).taken, imports.AROUND)
    assert "section:  # wanted" in elsewhere.text


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (ONE_TWO, "single-choice"),
        (replace(ONE_TWO, several=True), "multiple-choice"),
        (Choice((Alternative("True", False), Alternative("False.", True))), "true-false"),
        (Truth(True), "true-false"),
        (Pairs(tuple(Pair(f"l{n}", f"r{n}") for n in range(3)), (Spare("s"),)), "matching"),
        (Pairs(tuple(Pair(f"l{n}", f"r{n % 2}") for n in range(4))), "sorting"),
        (Pairs(tuple(Pair(f"l{n}", f"r{n % 2}") for n in range(4)), groups=("r0", "r1", "r2")), "sorting"),
        (Sequence(tuple(Step(f"s{n}") for n in range(3))), "ordering"),
        (Typed(("leaf",)), "fill-in"),
        (Typed(("x" * 300,)), "short-answer"),
        (Typed(("?!",)), "short-answer"),
        (Number(Decimal("5.50"), Decimal("0.1"), "Rs"), "numeric"),
        (Written(""), "short-answer"),
    ],
)
def test_the_shape_of_the_answer_says_the_kind(answer: Answer, kind: str) -> None:
    composed_, bank, problems = imports.bank(found(made("Which?", answer)))
    assert [question.kind for question in bank.questions] == [kind]
    assert {problem.check for problem in problems} == {"wanted"}
    assert composed_.refused == ()


def test_a_blank_is_put_where_a_stem_has_none() -> None:
    assert entry(made("Who?", Typed(("a gardener",))))["stem"] == "Who? ____"
    assert entry(made("A ____ is green.", Typed(("leaf",))))["stem"] == "A ____ is green."
    two = entry(made(r"A \_\_\_\_ is \_\_\_\_.", Typed(("leaf",))))
    assert (two["kind"], two["answer"]) == ("short-answer", "leaf")


def test_answers_that_marking_takes_for_one_are_written_once() -> None:
    answer = entry(
        made("A ____.", Typed(("the leaf", "Leaf", "leaves"), (Near("LEAF", "no"), Near("root", "no"), Near("root", "again"))))
    )
    assert answer["answers"] == ["the leaf", "leaves"]
    assert answer["near_misses"] == [{"text": "root", "why": "no"}]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (made("Match.", Pairs((Pair("a", "1"), Pair("b", "2")))), "pairs: expected at least 3 items, got 2"),
        (made("Order.", Sequence(tuple(Step(f"s{n}") for n in range(9)))), "steps: expected at most 7 items, got 9"),
        (made("x" * 5000), "stem: expected at most 4,000 characters, got 5,000; shorten or divide the text"),
        (made(""), "expected a question with words, got none"),
        (
            made("All.", Choice((Alternative("a", True), Alternative("b", True)))),
            "options: expected at least one wrong option, got none",
        ),
        (made("Case.", None, parts=(made("One?"),)), "expected a case with 2 questions or more, got 1"),
    ],
)
def test_what_no_bank_takes_is_refused_with_the_reason(question: Portable, message: str) -> None:
    result = composed(found(question, made("Which?")).taken, imports.AROUND)
    assert [(each.line, each.message) for each in result.refused] == [(1, message)]
    assert len(result.taken) == 1


def ids(*stems: str, taken: tuple[str, ...] = ()) -> list[str]:
    return new_ids([("", stem, f"{stem} all") for stem in stems], taken)


def test_ids_follow_from_the_stem_and_from_no_place() -> None:
    stems = [
        "Which gas?",
        "How many?",
        "A very long question about leaves, roots, stems, flowers and all that grows",
        "कौन सी गैस?",
        "Which: gas",
    ]
    forward, backward = ids(*stems), ids(*reversed(stems))
    assert forward == list(reversed(backward))
    assert ids(stems[2]) == [forward[2]]
    assert forward[1] == "how-many"
    assert forward[0].startswith("which-gas-")
    assert forward[0] != forward[4]
    assert forward[2].startswith("a-very-long-question-about-leaves-roots-stems-")
    assert forward[3].startswith("question-")
    assert ids("Which gas?", taken=("which-gas",)) == [forward[0]]


def test_own_ids_stay_if_they_are_slugs_and_free() -> None:
    questions = [
        ("leaf-gas", "Which?", "1"),
        ("No slug", "How?", "2"),
        ("taken", "Who?", "3"),
        ("twice", "A?", "4"),
        ("twice", "B?", "5"),
    ]
    assert new_ids(questions, ("taken",)) == ["leaf-gas", "how", "who", "a", "b"]


def test_a_question_that_is_there_already_is_refused() -> None:
    result, bank, _ = imports.bank(found(made("Which?"), made("Which?")))
    message = f"expected a question that is not there yet, got one that is there under the id '{bank.questions[0].id}'"
    assert [each.message for each in result.refused] == [message]
    again = replace(imports.AROUND, ids=("which", *(new_ids([("", "Which?", "")], ("which",)))))
    assert len(composed(found(made("Which?")).taken, again).refused) == 1


def test_pictures_are_named_by_a_slug_and_their_bytes_and_bad_ones_left_out() -> None:
    pictured = made("What is this?", picture=PortablePicture("Ein Blatt (1).PNG", imports.png(), ""))
    result, bank, _ = imports.bank(found(pictured))
    (name,) = result.pictures
    assert name.startswith("ein-blatt-1-")
    assert name.endswith(".png")
    assert "      alt:  # wanted: what the picture shows, for who cannot see it" in result.text.split("\n")
    gif = composed(found(made("What?", picture=PortablePicture("x.gif", b"GIF89a", "x"))).taken, imports.AROUND)
    assert gif.taken[0].lost == ("its picture x.gif is left out: expected a PNG or JPEG picture, got a GIF file",)
    assert gif.pictures == {}
    assert bank.questions[0].picture is not None


def test_marks_without_a_bank_s_limits_are_told() -> None:
    result = composed(found(made("Which?", marks=50)).taken, imports.AROUND)
    assert result.taken[0].lost == ("a question has 20 marks at most, and this one had 50",)
    assert "    marks: 20" in result.text


def test_markdown_of_an_option_is_words_in_a_line() -> None:
    options = Choice(
        (Alternative("| a | b |\n|---|---|\n| 1 | 2 |", True), Alternative("two\n\nlines", False), Alternative("- dash", False))
    )
    data = entry(made("Which?", options))
    assert [option["text"] for option in data["options"]] == ["a | b 1 | 2", "two lines", "\\- dash"]
