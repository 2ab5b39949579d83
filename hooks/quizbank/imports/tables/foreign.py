"""A row of other people's table as a row of ours: its type by its cells, the right options by letter, number or words."""

import re
from collections.abc import Callable, Mapping

from quizbank.exchange.from_plain import clean, from_plain, plain_words
from quizbank.exchange.table.cells import joined
from quizbank.texts.blanks import BLANK
from quizbank.texts.numbers import read_number

_TYPES = {
    "single-choice": "mcq|multiple choice|single choice|single|mc|radio|multiple choice single answer|objective",
    "multiple-choice": "msq|multiple answer|multiple answers|multiple select|checkbox|multi select|multiple correct|ma",
    "true-false": "true false|true or false|tf|boolean|t f",
    "fill-in": "fill in|fill in the blank|fill in the blanks|blank|short text|fib",
    "numeric": "numeric|numerical|number|integer|nat",
    "short-answer": "short answer|essay|long answer|descriptive|open ended|subjective|sa|la",
}
_MEANS = {word: name for name, words in _TYPES.items() for word in words.split("|")}
_LETTERS = "ABCDEFGH"
_BETWEEN = re.compile(r"\s*(?:[,;&/+]|\band\b)\s*|\s+", re.IGNORECASE)
_MARK = re.compile(r"\(?(?:option|choice|answer)?\s*([A-Ha-h]|[1-8])\)?[.)]?", re.IGNORECASE)
_TRUTH = {"true": "true", "t": "true", "false": "false", "f": "false"}
_LONGEST_TYPED = 5  # words of an answer that somebody types; longer ones are sentences


def our_row(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the row in our columns, with its texts in Markdown."""
    cells = {name: clean(cell) for name, cell in cells.items() if clean(cell)}
    options = {name[-1]: cell for name, cell in cells.items() if name.startswith("option ")}
    kind = _kind(cells, options)
    row = {name: _text(name, cell) for name, cell in cells.items() if name in _KEPT or name.startswith("reason ")}
    row["type"] = kind
    return row | _ANSWERS[kind](cells, options)


_KEPT = frozenset(("stem", "explanation", "marks", "hint", "source", "picture", "chapter", "id", "section"))
_PLAIN = frozenset(("marks", "picture", "chapter", "id", "section"))


def _text(name: str, cell: str) -> str:
    return cell if name in _PLAIN else from_plain(cell)


def _kind(cells: Mapping[str, str], options: Mapping[str, str]) -> str:
    said = _MEANS.get(" ".join(re.sub("[-_/]", " ", cells.get("type", "").lower()).split()), "")
    right = cells.get("right", "")
    if options and set(map(str.lower, options.values())) == {"true", "false"}:
        return "true-false"
    if len(options) > 1:
        several = len(right_letters(right, options)) > 1 or said == "multiple-choice"
        return "multiple-choice" if several else "single-choice"
    if right.lower() in _TRUTH and said in ("", "true-false", "single-choice"):
        return "true-false"
    if said in ("numeric", "short-answer", "fill-in"):
        return said if right else "short-answer"
    return _by_answer(cells.get("stem", ""), right)


def _by_answer(stem: str, right: str) -> str:
    if BLANK.search(stem) and right:
        return "fill-in"
    if right and read_number(right) is not None:
        return "numeric"
    return "fill-in" if right and len(right.split()) <= _LONGEST_TYPED else "short-answer"


def right_letters(right: str, options: Mapping[str, str]) -> list[str]:
    """Return the letters of the options that a cell names: by their words, else by letters, else by numbers."""
    by_words = [letter for letter, text in options.items() if plain_words(text).lower() == plain_words(right).lower()]
    if by_words:
        return by_words[:1]
    found = [_MARK.fullmatch(part) for part in _BETWEEN.split(re.sub("(?i)option|choice", "", right)) if part]
    letters = ["" if mark is None else mark[1].upper() if mark[1].isalpha() else _LETTERS[int(mark[1]) - 1] for mark in found]
    if letters and all(letter in options for letter in letters):
        return letters
    whole = right.upper() if right.isalpha() and len(right) <= len(options) else ""  # "ABD"
    if whole and all(letter in options for letter in whole):
        return list(whole)
    parts = [plain_words(part).lower() for part in re.split(r"[;|\n]", right) if part.strip()]
    words = {plain_words(text).lower(): letter for letter, text in options.items()}
    return [words[part] for part in parts] if parts and all(part in words for part in parts) else []


def _choice(cells: Mapping[str, str], options: Mapping[str, str]) -> dict[str, str]:
    right = ", ".join(right_letters(cells.get("right", ""), options)) or cells.get("right", "")
    return {**{f"option {letter}": from_plain(text) for letter, text in options.items()}, "right": right}


def _truth(cells: Mapping[str, str], options: Mapping[str, str]) -> dict[str, str]:
    right = cells.get("right", "")
    named = [options[letter] for letter in right_letters(right, options)]
    return {"right": _TRUTH.get((named[0] if named else right).lower(), right)}


def _typed(cells: Mapping[str, str], _: Mapping[str, str]) -> dict[str, str]:
    answers = [plain_words(part) for part in re.split(r"[;|\n]", cells.get("right", "")) if plain_words(part)]
    return {"right": joined(tuple(answers))}


_ANSWERS: dict[str, Callable[[Mapping[str, str], Mapping[str, str]], dict[str, str]]] = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "true-false": _truth,
    "fill-in": _typed,
    "numeric": lambda cells, _: {"right": cells.get("right", "")},
    "short-answer": lambda cells, _: {"model answer": from_plain(cells.get("right", ""))},
}
