"""Our table, read by its documentation alone: what each row says of its answer, in plain lists, and the same of a question."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from io import StringIO
from typing import Any

from quizbank.exchange.portable import Deck, Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Truth, Typed, Written

_GUARD = re.compile("^'(?=[=+@\t\r\n'＝＋－＠-])")
Cells = Mapping[str, str]
Rows = Callable[[bytes], list[dict[str, str]]]


def from_csv(data: bytes) -> list[dict[str, str]]:
    """Return the rows of CSV, without the apostrophes before what looks like a formula."""
    heading, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert len(set(heading)) == len(heading)
    assert {len(row) for row in rows} <= {len(heading)}
    return [dict(zip(heading, [_GUARD.sub("", cell) for cell in row], strict=True)) for row in rows]


def letters_of(row: Cells) -> list[str]:
    """Return the letters of all columns 'option X', in their order."""
    return [name[7:] for name in row if re.fullmatch("option [A-Z]+", name)]


def said(row: Cells) -> Any:
    """Return what a row says: the type, and the answer with the reasons as plain values."""
    letters, right = letters_of(row), [each for each in row["right"].split(", ") if each]
    options = [(each, row[f"option {each}"], row[f"match {each}"], row[f"reason {each}"]) for each in letters]
    options = [option for option in options if option[1] or option[2]]
    match row["type"]:
        case "single-choice" | "multiple-choice":
            given = [(text, letter in right, why) for letter, text, _, why in options]
            return row["type"], given, row["keep order"]
        case "true-false":
            return "true-false", row["right"], row["reason A"], row["reason B"]
        case "matching" | "sorting":
            return row["type"], [option[1:] for option in options], row["groups"]
        case "ordering":
            return "ordering", [(text, why) for _, text, _, why in options]
        case "fill-in":
            answers = [each.replace("\\|", "|") for each in re.split(r" (?<!\\)\| ", row["right"])]
            return "fill-in", answers, [(text, why) for _, text, _, why in options]
        case "numeric":
            slips = [(Decimal(text), why) for _, text, _, why in options]
            return "numeric", Decimal(row["right"]), Decimal(row["tolerance"] or 0), row["unit"], row["model answer"], slips
        case "short-answer":
            return "short-answer", row["model answer"], [(text, int(marks or 1)) for _, text, marks, _ in options]
    return (row["type"],)


def expected(question: Portable) -> Any:
    """Return what the row of a question has to say."""
    match question.answer:
        case None:
            return ("case",)
        case Choice(options, several, shuffled):
            kind = "multiple-choice" if several else "single-choice"
            return kind, [(each.text, each.right, each.why) for each in options], "" if shuffled else "yes"
        case Truth(right, why_true, why_false):
            return "true-false", "true" if right else "false", why_true, why_false
        case Pairs(pairs, spare, groups):
            rows = [(each.left, each.right, each.why) for each in pairs] + [("", each.text, each.why) for each in spare]
            return "sorting" if groups else "matching", rows, " | ".join(groups)
        case Sequence(steps):
            return "ordering", [(each.text, each.why) for each in steps]
        case Typed(answers, near):
            return "fill-in", list(answers), [(each.text, each.why) for each in near]
        case Number(value, tolerance, unit, working, slips):
            return "numeric", value, tolerance, unit, working, [(each.value, each.why) for each in slips]
        case Written(model, points):
            return "short-answer", model, [(each.text, each.marks) for each in points]


def rest(row: Cells) -> list[str]:
    """Return the cells of a row that are not of the answer."""
    names = ["id", "stem", "title", "hint", "explanation", "marks", "bloom", "section", "passage", "link", "source", "as of"]
    return [row[name] for name in (*names, "objective", "objective name", "objective text", "picture", "picture description")]


def expected_rest(question: Portable) -> list[str]:
    """Return what these cells have to say of a question."""
    given = [question.id, question.stem, question.title, question.hint, question.explanation, str(question.marks or "")]
    taught = [question.bloom, question.section, question.passage, question.link, question.source, question.as_of]
    target, picture = question.objective, question.picture
    return [*given, *taught, target.id, target.slug, target.text, *((picture.name, picture.alt) if picture else ("", ""))]


def places(rows: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Return of each row its chapter and its case."""
    return [(row["chapter"], row["case"]) for row in rows]


def expected_places(decks: tuple[Deck, ...]) -> Iterator[tuple[str, str]]:
    """Yield the chapter and the case of each question."""
    for deck in decks:
        for question in deck.questions:
            yield deck.name, ""
            yield from ((deck.name, question.id) for _ in question.parts)


def check(rows: list[dict[str, str]], decks: tuple[Deck, ...]) -> None:
    """Assert that rows say all that is known of the questions of chapters."""
    questions = [question for deck in decks for question in deck.all_questions]
    assert places(rows) == list(expected_places(decks))
    assert [said(row) for row in rows] == [expected(question) for question in questions]
    assert [rest(row) for row in rows] == [expected_rest(question) for question in questions]
    kinds = [row["kind"] or row["type"] for row in rows]
    assert kinds == [question.kind for question in questions]
