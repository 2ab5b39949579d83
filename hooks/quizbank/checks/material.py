"""What the checks are given: everything that was read, before anybody knows what is wrong between its parts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quizbank.banks.drafts import LeftOut
from quizbank.course import Course
from quizbank.model.bank import Bank
from quizbank.notes.chapters import Chapter
from quizbank.notes.figures import Figure
from quizbank.notes.glossary import Term
from quizbank.notes.nav import Nav
from quizbank.papers.blueprint import Blueprint
from quizbank.problems.problem import Problem
from quizbank.texts.image_files import ImageFile, NoPicture


@dataclass(frozen=True)
class Material:
    """Banks and papers with those that are not published; `unread` names the banks that could not be read.

    `written` are the banks with what is still being written, `drafts` the references to that, where it is left out of `banks`.

    `files` are the paths of all files below `docs`, `made` those that the site makes, each with what it is made from.
    File names in messages start from `root`.
    """

    course: Course
    banks: Mapping[str, Bank]
    written: Mapping[str, Bank]
    drafts: frozenset[str]
    unread: frozenset[str]
    papers: Collection[Blueprint]
    chapters: Mapping[str, Chapter]
    figures: Mapping[str, Figure]
    pictures: Mapping[str, ImageFile | NoPicture]
    nav: Nav | None
    files: frozenset[str]
    made: Mapping[str, str]
    docs: Path
    root: Path


class Readings(Protocol):
    """What the further checks take: the library, of which they need this much."""

    @property
    def course(self) -> Course:
        """The course's profile."""

    @property
    def banks(self) -> Mapping[str, Bank]:
        """The banks that the site shows."""

    @property
    def all_banks(self) -> Mapping[str, Bank]:
        """These and those that are not published."""

    @property
    def all_papers(self) -> Mapping[str, Blueprint]:
        """All sound blueprints."""

    @property
    def chapters(self) -> Mapping[str, Chapter]:
        """The pages of the notes, by path."""

    @property
    def terms(self) -> list[Term]:
        """The terms of the glossary."""

    @property
    def left_out(self) -> LeftOut:
        """What is still being written."""

    @property
    def problems(self) -> list[Problem]:
        """What is known to be wrong."""
