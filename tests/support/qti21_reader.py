"""Items of QTI 2.1, read by who knows only the specification: answered by what is seen, and marked by the item's own rules."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from xml.etree.ElementTree import Element

import house_marks
from packages import shown, squeezed, unzipped, words, xml
from qti21_rules import Run, Value
from qti21_structure import check, check_names
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Truth, Typed, Written


def items_of(data: bytes) -> list[tuple[str, Element]]:
    """Return the items of a package with the ids of their questions, as its manifest has them."""
    files = unzipped(data)
    resources = xml(files["imsmanifest.xml"]).findall("resources/resource")
    items = [each for each in resources if each.attrib["type"] == "imsqti_item_xmlv2p1"]
    return [(entry_of(each), xml(files[each.attrib["href"]])) for each in items]


def entry_of(resource: Element) -> str:
    """Return the id that the metadata of a resource has."""
    return resource.findtext("metadata/lom/general/identifier/entry") or ""


def check_item(item: Element, question: Portable, case: Portable | None) -> None:
    """Fail where an item is no QTI 2.1, says other words than its question, or marks in another way than the house."""
    check(item)
    check_names(item)
    check_marks(item, question)
    _check_words(item, question, case)


def _check_words(item: Element, question: Portable, case: Portable | None) -> None:
    stems = [each for each in item.iter("div") if each.attrib.get("class") == "stem"]
    stem = re.sub("_{2,}", " ", words(question.stem), count=1) if isinstance(question.answer, Typed) else words(question.stem)
    assert [shown(each) for each in stems] == [squeezed(stem)]
    passages = [shown(each) for each in item.iter("div") if each.attrib.get("class") == "stimulus"]
    assert passages == ([f"{words(case.title)}{words(case.stem)}"] if case else [])
    (explained,) = [each for each in item.iter("modalFeedback") if each.attrib["identifier"] == "EXPLANATION"]
    assert words(question.explanation) in shown(explained)
    assert [each.attrib["href"] for each in explained.iter("a") if question.link] == ([question.link] if question.link else [])


def check_marks(item: Element, question: Portable) -> None:
    """Fail where the item marks any answer in another way than the house."""
    assert Run(item, {}).score == 0
    assert Run(item, {}).full == (question.marks or 1)
    match question.answer:
        case Choice() as choice:
            _check_choice(item, choice)
        case Truth() as truth:
            _check_truth(item, truth)
        case Pairs() as pairs:
            _check_pairs(item, pairs)
        case Sequence() as sequence:
            _check_sequence(item, sequence)
        case Typed() as typed:
            _check_typed(item, typed)
        case Number() as number:
            _check_number(item, number)
        case Written() as written:
            _check_written(item, written)
        case None:
            raise AssertionError(question.id)


def share(run: Run) -> float:
    return run.score / run.full


def near(found: float, wanted: Fraction | int) -> bool:
    return abs(found - float(wanted)) < 1e-9


def names(choices: Iterable[Element]) -> dict[str, str]:
    """Return the identifier of each choice by its words."""
    listed = list(choices)
    found = {shown(each): each.attrib["identifier"] for each in listed}
    assert len(found) == len(listed)
    return found


def _check_choice(item: Element, answer: Choice) -> None:
    seen = names(item.iter("simpleChoice"))
    ids = [seen[words(option.text)] for option in answer.options]
    interaction = next(item.iter("choiceInteraction"))
    assert interaction.attrib["shuffle"] == str(answer.shuffled).lower()
    for places, wanted in house_marks.choices(answer):
        chosen = [ids[place] for place in places]
        run = Run(item, {"RESPONSE": chosen if answer.several else chosen[0]})
        assert near(share(run), wanted), (chosen, share(run), wanted)
        reasons = [shown(each) for each in run.feedback() if each.attrib["outcomeIdentifier"] == "FEEDBACK"]
        whys = [words(answer.options[place].why) for place in places if answer.options[place].why]
        assert sorted(reasons) == sorted(whys)


def _check_truth(item: Element, answer: Truth) -> None:
    seen = names(item.iter("simpleChoice"))
    for label, right, why in (("True", answer.right, answer.why_true), ("False", not answer.right, answer.why_false)):
        run = Run(item, {"RESPONSE": seen[label]})
        assert share(run) == int(right)
        reasons = [shown(each) for each in run.feedback() if each.attrib["outcomeIdentifier"] == "FEEDBACK"]
        assert reasons == ([words(why)] if why else [])


def _check_pairs(item: Element, answer: Pairs) -> None:
    lefts, rights = item.iter("simpleMatchSet")
    left, right = names(lefts), names(rights)
    assert list(left) == [words(pair.left) for pair in answer.pairs]
    assert sorted(right) == sorted(words(text) for text in answer.rights)
    if answer.groups:
        assert list(right) == [words(group) for group in answer.groups]
        assert {each.attrib["fixed"] for each in rights} == {"true"}
    for chosen, wanted in house_marks.matches(answer):
        ids = [right[words(text)] for text in chosen]
        response = [f"{one} {other}" for one, other in zip(left.values(), ids, strict=True)]
        assert near(share(Run(item, {"RESPONSE": response})), wanted)


def _check_sequence(item: Element, answer: Sequence) -> None:
    seen = names(item.iter("simpleChoice"))
    for order, wanted in house_marks.orders(answer):
        response: Value = [seen[words(text)] for text in order]
        assert near(share(Run(item, {"RESPONSE": response})), wanted)


def _check_typed(item: Element, answer: Typed) -> None:
    for text, wanted in house_marks.typed(answer):
        run = Run(item, {"RESPONSE": text})
        assert share(run) == wanted, text
    for each in answer.near:
        assert words(each.why) in _said(Run(item, {"RESPONSE": each.text.upper()}), "FEEDBACK")


def _check_number(item: Element, answer: Number) -> None:
    for number, wanted in house_marks.numbers(answer):
        run = Run(item, {"RESPONSE": float(number)})
        assert share(run) == wanted, number
        assert not (wanted and _said(run, "FEEDBACK")), number
    for slip in answer.slips:
        if abs(slip.value - answer.value) > answer.tolerance:
            assert words(slip.why) in _said(Run(item, {"RESPONSE": float(slip.value)}), "FEEDBACK")
    said = _said(Run(item, {"RESPONSE": float(answer.value + answer.tolerance + Decimal(1))}), "GENERAL")
    assert words(answer.working) in said


def _check_written(item: Element, answer: Written) -> None:
    run = Run(item, {"RESPONSE": "an answer"})
    assert run.score == 0
    (rubric,) = item.iter("rubricBlock")
    assert rubric.attrib["view"] == "scorer"
    for text in (answer.model, *(f"{point.text} ({point.marks})" for point in answer.points)):
        assert words(text) in shown(rubric)
        assert words(text) in _said(run, "GENERAL")


def _said(run: Run, outcome: str) -> str:
    return " ".join(shown(each) for each in run.feedback() if each.attrib["outcomeIdentifier"] == outcome)
