"""Follows one question from its YAML file to its page, and says through which files of the engine it went.

A bank of one question is read, checked and shown, and every text of it holds a word that stands nowhere else. A file is on the
way when one of its functions is called, or its template is filled in, with the question in hand: as text, as data, as a
question, in its bank or as HTML. What is given the whole library, of which the bank is a part, is not on it, and neither is the
linter, which judges how questions are made and whose findings reach no page. The question's own model, `model/` and the kinds,
is data and counted separately.

A module is visited twice when it is entered from another module after a room further down the flow was entered, though it had
been entered before that.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from inspect import CO_GENERATOR
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType
from typing import Any, NamedTuple

from pydantic import BaseModel

from quizbank.library import read_library
from quizbank.site.page import mark
from quizbank.site.site import Site

ENGINE = Path(__file__).resolve().parent.parent / "hooks/quizbank"
# The rooms that a question goes through, in the order of the flow; tools such as `texts/` are called from each.
FLOW = ("banks", "checks", "library", "render", "site")
MODEL = ("model", "kinds")

_WORD = "zanzibar"
_BANK = f"""
title: One question
chapter: chapter.md
objectives:
  - {{id: LO1.1, slug: the-{_WORD}, text: Say what the {_WORD} is.}}
questions:
  - id: {_WORD}
    kind: single-choice
    section: section
    objective: LO1.1
    bloom: understand
    marks: 1
    stem: What is the {_WORD} that this asks for?
    options:
      - {{text: A {_WORD} that is right, correct: yes, why: The {_WORD} says so.}}
      - {{text: A {_WORD} that is wrong, why: No {_WORD} says so.}}
      - {{text: Another {_WORD}, why: No other {_WORD} says so.}}
    hint: Look for the {_WORD}.
    explanation: The {_WORD} is what this question asks for, and it is found by looking for it on the page of the question.
"""
_CHAPTER = "# Chapter\n\n/// objectives | one\n///\n\n## Section { #section }\n\nText.\n"


class Visit(NamedTuple):
    """A file that was entered with the question in hand, and the module from which that happened."""

    file: str
    caller: str


def in_hand(value: Any, depth: int = 4) -> bool:
    """Say whether a value is the question in one of its forms, or holds it within a few steps."""
    if isinstance(value, str):
        return _WORD in value
    if depth == 0:
        return False
    return any(in_hand(inner, depth - 1) for inner in _inside(value))


def _inside(value: Any) -> Iterator[Any]:
    """Yield what a value holds: items, fields of a model, what a template is filled with. Objects that do work hold nothing."""
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield from value
    elif isinstance(value, BaseModel) or (is_dataclass(value) and type(value).__name__ == "Bank"):
        yield from vars(value).values()
    elif type(value).__name__ == "Context":  # of a template of Jinja
        yield {name: inner for name, inner in value.parent.items() if not callable(inner)}


class Tracer:
    """Takes down each call of a function of the engine that has the question in hand."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self._generators: dict[int, FrameType] = {}  # one that goes on is no new call

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        """Look at one event of the interpreter."""
        file = _file_of(frame.f_code) if event == "call" else ""
        if file and id(frame) not in self._generators:
            if frame.f_code.co_flags & CO_GENERATOR:
                self._generators[id(frame)] = frame
            caller = frame.f_back
            if any(map(in_hand, _arguments(frame))):
                self.visits.append(Visit(file, _file_of(caller.f_code) if caller else ""))

    def run(self, work: Callable[[], Any]) -> None:
        """Trace one piece of work."""
        sys.setprofile(self)
        try:
            work()
        finally:
            sys.setprofile(None)


@cache
def _file_of(code: CodeType) -> str:
    path = Path(code.co_filename)
    return path.relative_to(ENGINE).as_posix() if path.is_relative_to(ENGINE) and code.co_name != "<module>" else ""


def _arguments(frame: FrameType) -> list[Any]:
    names = frame.f_code.co_varnames[: frame.f_code.co_argcount + frame.f_code.co_kwonlyargcount]
    return [frame.f_locals.get(name) for name in names]


def follow() -> list[Visit]:
    """Return the visits on the way of the one question, in order."""
    tracer = Tracer()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in {"quizzes/one.yml": _BANK, "docs/chapter.md": _CHAPTER}.items():
            (root / name).parent.mkdir()
            (root / name).write_text(text, encoding="utf-8")
        tracer.run(lambda: read_library(root / "quizzes", root / "docs", root))
        site = Site(read_library(root / "quizzes", root / "docs", root))
        tracer.run(lambda: site.fill(mark("quiz", "one"), "quiz/one.md", str, print))
    return tracer.visits


def files(visits: list[Visit]) -> list[str]:
    """Return the files on the way, each once, in the order in which the question came to them."""
    return list(dict.fromkeys(visit.file for visit in visits))


def is_model(file: str) -> bool:
    """Say whether a file is part of the question's own model."""
    return file.partition("/")[0] in MODEL and file.endswith(".py")


def returns(visits: list[Visit]) -> list[str]:
    """Return the modules that were visited twice."""
    reached: dict[str, int] = {}
    furthest, found = -1, []
    for file, caller in visits:
        room = file.partition("/")[0].removesuffix(".py")
        place = FLOW.index(room) if room in FLOW else -1
        if file != caller and not is_model(file) and furthest > reached.setdefault(file, max(furthest, place)):
            found.append(file)
        furthest = max(furthest, place)
    return list(dict.fromkeys(found))
