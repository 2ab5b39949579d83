"""Classes that answer as learners do: the better a learner, the more often right. The same seed gives the same class."""

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

from quizbank.model.question import Question
from quizbank.results.forms import Form


def picked_by(part: Question, chance: random.Random, skill: float) -> list[str]:
    """Return the values that a learner picks."""
    knows = chance.random() < skill
    if part.rows:
        return [row.right if chance.random() < skill else chance.choice(list(row.choices.values())) for row in part.rows]
    right = [choice.value for choice in part.choices if choice.right]
    return right if knows else [chance.choice([choice.value for choice in part.choices])]


def response_of(part: Question, chance: random.Random, skill: float) -> dict[str, Any]:
    """Return what the site stores of a learner's answer."""
    response: dict[str, Any] = {"picked": [], "points": [], "typed": {}}
    if part.ticks:
        return {**response, "points": [name for name in part.ticks if chance.random() < skill], "typed": {"typed": "Words."}}
    if part.accepted_answers:
        return {**response, "typed": {"typed": part.accepted_answers[0] if chance.random() < skill else "something else"}}
    if part.number_key:
        value = part.number_key.value
        return {**response, "typed": {"typed": str(value if chance.random() < skill else value + 1 + part.number_key.tolerance)}}
    return {**response, "picked": picked_by(part, chance, skill)}


def cell_of(part: Question, response: Mapping[str, Any]) -> str:
    """Return a response as a teacher types it from a sheet of paper."""
    if part.choices:
        letters = {choice.value: letter for letter, choice in zip(part.choice_letters, part.choices, strict=False)}
        return ", ".join(letters[value] for value in response["picked"])
    if part.rows:
        signs = {value: sign for row in part.rows for sign, value in row.choices.items()}
        return " ".join(f"{number}-{signs[value]}" for number, value in enumerate(response["picked"], 1))
    if part.ticks:
        return str(min(part.marks, sum(part.ticks[name] for name in response["points"])))
    return str(response["typed"]["typed"])


def skills(size: int, seed: int) -> list[float]:
    chance = random.Random(seed)
    return [min(0.98, max(0.1, chance.gauss(0.6, 0.18))) for _ in range(size)]


def backup(pieces: Mapping[str, Any], site: str, **changes: Any) -> str:
    copy = {"site": site, "version": 3, "pieces": {key: {"v": 3, **piece} for key, piece in pieces.items()}, "date": "2026-11-29"}
    return json.dumps({**copy, **changes})


def mock_pieces(form: Form, paper: str, code: str, chance: random.Random, skill: float) -> dict[str, Any]:
    """Return what a browser keeps of a mock test that was handed in. A learner leaves one answer in twelve open."""
    sections: dict[int, list[str]] = {}
    for asked in form.asked:
        sections.setdefault(asked.section, []).append(asked.question.id)
    result = {"earned": 0, "marks": 1}
    sitting = {"ids": list(sections.values()), "result": result, "started": chance.randrange(10**9)}
    parts = [part for asked in form.asked for part in asked.question.parts]
    given = {part.id: response_of(part, chance, skill) for part in parts if chance.random() > 1 / 12}
    entries = {f"entry:{paper}~{code}~{name}": {**response, "answered": True} for name, response in given.items()}
    return {f"sitting:{paper}~{code}": sitting, **entries}


def table_rows(forms: Sequence[Form], size: int, seed: int) -> list[list[str]]:
    """Return the rows of a filled table, the headings first. Neighbours have different sets; one answer in twelve is open."""
    names = [name for asked in forms[0].asked for name, _ in asked.named]
    by_name = [{name: part for asked in form.asked for name, part in asked.named} for form in forms]
    rows = [["name", "set", *names]]
    for place, skill in enumerate(skills(size, seed)):
        chance = random.Random(f"{seed}/{place}")
        parts = by_name[place % len(forms)]
        given = [cell_of(parts[name], response_of(parts[name], chance, skill)) for name in names]
        cells = [cell if chance.random() > 1 / 12 else "" for cell in given]
        rows.append([f"Learner {place + 1}", forms[place % len(forms)].letter, *cells])
    return rows
