"""Reads banks: YAML file in, frozen `Bank` and the list of all its problems out. Never raises for what an author wrote."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quizbank.banks.gaps import CHECK as GAP
from quizbank.banks.gaps import filled
from quizbank.banks.reading import Loc, Source, open_source
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank, BankHead, Draft
from quizbank.model.fields import YES
from quizbank.model.picture import FOLDER as PICTURES
from quizbank.model.question import Question
from quizbank.problems.problem import Problem, question_name
from quizbank.problems.wording import unknown_kind

# What keeps a bank off the site, or was meant to: at any depth, within braces, and with no or a wrong sign after the key.
_UNPUBLISHED = re.compile(
    r"""
    (?:^|[{,]) (?:[^\S\n]|\ufeff)* ["']?publish["']?
    (?: \s*:(?!\s*["']?(?:yes|true)["']?\s*(?:[#,}]|$)) | \s*(?:[=-]\s*)?(?:no|false)\b )
    """,
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)


_LAST_LINE = 10_000_000  # beyond the longest file
_DRAFT = re.compile(r"^\ufeff?draft\s*:\s*[\"']?(?:yes|true)\b", re.MULTILINE | re.IGNORECASE)


def load_bank(path: Path, root: Path) -> tuple[Bank | None, list[Problem]]:
    """Read one bank. `root` is the folder that file names in messages start from.

    Returns the bank with every question that is sound, and all problems found. The bank is None when the file
    as a whole cannot be used.
    """
    source, data = open_source(path, root, "a bank", "front-office.yml")
    bank = None if data is None else _Reader(source, path.parent / PICTURES).bank(data)
    if bank is None and is_draft(path):
        return None, [as_warning(problem) for problem in source.problems]
    return bank, [as_warning(problem) if bank and bank.is_drafted(problem.line) else problem for problem in source.problems]


def as_warning(problem: Problem) -> Problem:
    """Return a problem as it is told of a draft, which nobody sees but its author."""
    return replace(problem, severity="warning")


def wants_to_be_published(path: Path) -> bool:
    """Say whether a bank that could not be read may be named on the site with what is wrong in it, which quotes its texts."""
    return not path.is_file() or _UNPUBLISHED.search(path.read_text(encoding="utf-8", errors="replace")) is None


def is_draft(path: Path) -> bool:
    """Say whether a bank that could not be read says of itself that it is a draft."""
    return path.is_file() and _DRAFT.search(path.read_text(encoding="utf-8", errors="replace")) is not None


def example(kind: str) -> Bank:
    """Return the example bank of a kind. Raises ValueError if it is not sound, which a test rules out."""
    folder = KINDS[kind].folder
    bank, problems = load_bank(folder / "example.yml", folder)
    if bank is None or problems:
        raise ValueError("; ".join(map(str, problems)))
    return bank


class _Reader:
    """Reads the data of one file, with the pictures of its questions. The source gathers the problems."""

    def __init__(self, source: Source, pictures: Path) -> None:
        self.source, self.pictures = source, pictures

    def bank(self, data: object) -> Bank | None:
        if not isinstance(data, dict):
            self.source.add((), "", "expected a bank with the keys title, chapter, objectives and questions, got something else")
            return None
        first = _question_among_objectives(data)
        if first is not None:
            message = "expected the line 'questions:' above the first question, got a question in the list of objectives"
            self.source.add(("objectives", first), "objectives", message)
            data = {**data, "objectives": data["objectives"][:first], "questions": data["objectives"][first:]}
        try:
            head = BankHead.model_validate(data)
        except ValidationError as errors:
            self.source.report(errors, BankHead, (), "")
            if first is None and isinstance(data.get("questions"), list):
                self._questions(data["questions"])  # for what is wrong in them: all problems are reported at once
            return None
        return None if first is not None else self._filled(head)

    def _filled(self, head: BankHead) -> Bank:
        questions, positions, broken = self._questions(head.questions, head)
        drafted = {index for index, raw in enumerate(head.questions) if head.draft or _says_draft(raw)}
        questions = [
            question.model_copy(update={"draft": True}) if positions[question.id][1] in drafted else question
            for question in questions
        ]
        aims = {
            _name_of(raw, index): str(raw.get("objective")) for index, raw in enumerate(head.questions) if isinstance(raw, dict)
        }
        return Bank(
            name=self.source.name,
            file=self.source.file,
            title=head.title,
            chapter=head.chapter,
            publish=head.publish,
            contrasts=head.contrasts,
            objectives=head.objectives,
            questions=tuple(questions),
            waive=head.waive,
            broken=broken,
            aims={name: aims.get(name, "") for name in broken},
            positions=positions,
            source=self.source.lines,
            draft=head.draft,
            drafts=tuple(self._drafts(head)),
            withdrawn=head.withdrawn,
        )

    def _drafts(self, head: BankHead) -> Iterator[Draft]:
        """Yield the questions that are drafts. A case is one if any of its questions is."""
        if not (head.draft or any(map(_says_draft, head.questions))):
            return  # the lines of a bank are looked up only where there is something to say
        starts = [self.source.lines.of(("questions", index)) for index in range(len(head.questions))]
        for index, (raw, start, end) in enumerate(zip(head.questions, starts, [*starts[1:], _LAST_LINE], strict=True)):
            if head.draft or _says_draft(raw):
                objective = str(raw.get("objective")) if isinstance(raw, dict) else ""
                yield Draft(_name_of(raw, index), objective, range(start, end))

    def _questions(
        self, raws: Iterable[object], head: BankHead | None = None
    ) -> tuple[list[Question], dict[str, Loc], dict[str, tuple[Problem, ...]]]:
        """Return the sound questions, where they and those of cases stand, and what is wrong with the others, by their names."""
        questions: list[Question] = []
        positions: dict[str, Loc] = {}
        places: dict[str, Loc] = {}
        broken: dict[str, tuple[Problem, ...]] = {}
        names: list[str] = []
        for index, raw in enumerate(raws):
            name = _name_of(raw, index)
            names.append(name)
            before = len(self.source.problems)
            question = self._question(raw, index, name, head)
            if question is None:
                self._blame(before, name)
            loc: Loc = ("questions", index)
            own = {name: loc} if question is None else _ids(question, loc)
            if self._repeats(own, places):
                continue
            places |= own
            if question is None:
                broken[name] = tuple(self.source.problems[before:])
            else:
                questions.append(question)
                positions |= own
        self._blame_cut_texts(names)
        return questions, positions, broken

    def _blame(self, before: int, name: str) -> None:
        """Note of every problem after the first `before` ones that the question of that name cannot be used because of it."""
        told = self.source.problems[before:]
        for place, problem in enumerate(told, before):
            lost = question_name(self.source.name, name)
            misspelt = any(_is_misspelt_within(other, problem) for other in told)
            self.source.problems[place] = replace(problem, needs=(lost,)) if misspelt else replace(problem, breaks=lost)

    def _blame_cut_texts(self, names: list[str]) -> None:
        """Note of each text that a ' #' cuts short in which of the questions, named in order, it stands."""
        if not self.source.cut:
            return
        starts = [self.source.lines.of(("questions", index)) for index in range(len(names))]
        for place, problem in enumerate(self.source.problems):
            index = bisect_right(starts, problem.line) - 1
            if problem.line in self.source.cut and index >= 0:
                self.source.problems[place] = replace(problem, breaks=question_name(self.source.name, names[index]))

    def _repeats(self, own: dict[str, Loc], places: dict[str, Loc]) -> bool:
        """Report every id in `own` that another question has. Returns whether there was one."""
        taken = [name for name in own if name in places]
        for name in taken:
            line = self.source.lines.of((*places[name], "id"))
            message = f"expected an id that no other question has, got the id of the question on line {line}"
            self.source.add((*own[name], "id"), f"{name}: id", message)
        return bool(taken)

    def _question(self, raw: object, index: int, name: str, head: BankHead | None) -> Question | None:
        loc: Loc = ("questions", index)
        if not isinstance(raw, dict):
            self.source.add(loc, name, "expected a question with its keys, got something else")
            return None
        kind = KINDS.get(str(raw.get("kind")))
        if kind is None:
            place = f"{name}: kind" if "kind" in raw else name
            self.source.add((*loc, "kind"), place, unknown_kind(raw.get("kind"), KINDS))
            return None
        read = partial(kind.model.model_validate, context=self.pictures)
        try:
            return read(raw)
        except ValidationError as errors:
            if head is not None and (head.draft or _says_draft(raw)):
                found = filled(raw, read, kind.model, head.objectives[0].id)
                self.source.take(found.gaps, loc, name, GAP)
                self.source.take(found.others, loc, name)
                return found.question
            self.source.report(errors, kind.model, loc, name)
            return None


def _says_draft(raw: object) -> bool:
    if not isinstance(raw, dict):
        return False
    inner = raw.get("questions")
    return raw.get("draft") in YES or any(map(_says_draft, inner if isinstance(inner, list) else ()))


def _question_among_objectives(data: dict[str, Any]) -> int | None:
    """Return the place of the first question that stands in the list of objectives because no 'questions:' ends that, or None."""
    objectives = data.get("objectives")
    if "questions" in data or not isinstance(objectives, list):
        return None
    return next((index for index, item in enumerate(objectives) if isinstance(item, dict) and "kind" in item), None)


def _is_misspelt_within(key: Problem, problem: Problem) -> bool:
    """Say whether a key is misspelt inside the thing of which another problem says that something is not there at all."""
    inside = key.where.startswith(f"{problem.where}, ") and key.message.startswith("expected one of the keys")
    return inside and problem.message.endswith("got none")


def _ids(question: Question, loc: Loc) -> dict[str, Loc]:
    """Return where the question and, for a case, its questions stand, by their ids."""
    return {question.id: loc} | {part.id: (*loc, "questions", index) for index, part in enumerate(question.inner)}


def _name_of(raw: object, index: int) -> str:
    """Return the question's id as the author wrote it, or its place in the list when it has none."""
    name = raw.get("id") if isinstance(raw, dict) else None
    return name if isinstance(name, str) and name.strip() else f"question {index + 1}"
