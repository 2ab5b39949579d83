"""Reads banks: YAML file in, frozen `Bank` and the list of all its problems out. Never raises for what an author wrote."""

import re
from pathlib import Path

from pydantic import BaseModel, ValidationError

from quizbank.kinds import KINDS
from quizbank.model import Bank, BankHead, Question
from quizbank.problems import Problem, file_name
from quizbank.wording import InnerFaults, explain, unknown_kind
from quizbank.yaml_reader import Lines, Refused, parse, read_text

Loc = tuple[str | int, ...]

# A bank's name stands in addresses and in the argument of blocks.
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_bank(path: Path, root: Path) -> tuple[Bank | None, list[Problem]]:
    """Read one bank. `root` is the folder that file names in messages start from.

    Returns the bank with every question that is sound, and all problems found. The bank is None when the file
    as a whole cannot be used.
    """
    file = file_name(path, root)
    if not _NAME.fullmatch(path.stem):
        message = f"expected a file name of lower-case words joined by hyphens, such as 'front-office.yml', got '{path.name}'"
        return None, [Problem(file, 1, "", message)]
    try:
        text = read_text(path)
        data = parse(text)
    except Refused as refusal:
        return None, [Problem(file, refusal.line, "", refusal.message)]
    except OSError as error:
        return None, [Problem(file, 1, "", f"expected a file that can be read, got '{error.strerror}'")]
    return _Reader(path.stem, file, text).bank(data)


def example(kind: str) -> Bank:
    """Return the example bank of a kind. Raises ValueError if it is not sound, which a test rules out."""
    folder = KINDS[kind].folder
    bank, problems = load_bank(folder / "example.yml", folder)
    if bank is None or problems:
        raise ValueError("; ".join(map(str, problems)))
    return bank


class _Reader:
    """Reads the data of one file, gathering problems as it goes."""

    def __init__(self, name: str, file: str, text: str) -> None:
        self.name = name
        self.file = file
        self.lines = Lines(text)
        self.problems: list[Problem] = []

    def bank(self, data: object) -> tuple[Bank | None, list[Problem]]:
        if not isinstance(data, dict):
            self._add((), "", "expected a bank with the keys title, chapter, objectives and questions, got something else")
            return None, self.problems
        try:
            head = BankHead.model_validate(data)
        except ValidationError as errors:
            self._report(errors, BankHead, (), "")
            return None, self.problems
        return self._filled(head), self.problems

    def _filled(self, head: BankHead) -> Bank:
        questions: list[Question] = []
        positions: dict[str, Loc] = {}
        places: dict[str, Loc] = {}
        broken: dict[str, tuple[Problem, ...]] = {}
        for index, raw in enumerate(head.questions):
            name = _name_of(raw, index)
            before = len(self.problems)
            question = self._question(raw, index, name)
            loc: Loc = ("questions", index)
            own = {name: loc} if question is None else _ids(question, loc)
            if self._repeats(own, places):
                continue
            places |= own
            if question is None:
                broken[name] = tuple(self.problems[before:])
            else:
                questions.append(question)
                positions |= own
        return Bank(
            name=self.name,
            file=self.file,
            title=head.title,
            chapter=head.chapter,
            contrasts=head.contrasts,
            objectives=head.objectives,
            questions=tuple(questions),
            broken=broken,
            positions=positions,
            source=self.lines,
        )

    def _repeats(self, own: dict[str, Loc], places: dict[str, Loc]) -> bool:
        """Report every id in `own` that another question has. Returns whether there was one."""
        taken = [name for name in own if name in places]
        for name in taken:
            line = self.lines.of((*places[name], "id"))
            message = f"expected an id that no other question has, got the id of the question on line {line}"
            self._add((*own[name], "id"), f"{name}: id", message)
        return bool(taken)

    def _question(self, raw: object, index: int, name: str) -> Question | None:
        loc: Loc = ("questions", index)
        if not isinstance(raw, dict):
            self._add(loc, name, "expected a question with its keys, got something else")
            return None
        kind = KINDS.get(str(raw.get("kind")))
        if kind is None:
            self._add((*loc, "kind"), name, unknown_kind(raw.get("kind"), KINDS))
            return None
        try:
            return kind.model.model_validate(raw)
        except ValidationError as errors:
            self._report(errors, kind.model, loc, name)
            return None

    def _report(self, errors: ValidationError, model: type[BaseModel], loc: Loc, name: str) -> None:
        for error in errors.errors(include_url=False):
            inner = error.get("ctx", {}).get("error")
            if isinstance(inner, InnerFaults):
                self._report(inner.errors, inner.model, (*loc, *error["loc"]), f"{name}: {_spot(error['loc'])}")
                continue
            if error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]:
                continue  # pydantic counts only the sound items; what is wrong with the others is told already
            spot = ": ".join(part for part in (name, _spot(error["loc"])) if part)
            self._add((*loc, *error["loc"]), spot, explain(error, model))

    def _add(self, loc: Loc, where: str, message: str) -> None:
        self.problems.append(Problem(self.file, self.lines.of(loc), where, message))


def _ids(question: Question, loc: Loc) -> dict[str, Loc]:
    """Return where the question and, for a case, its questions stand, by their ids."""
    inner = question.parts if question.parts != (question,) else ()
    return {question.id: loc} | {part.id: (*loc, "questions", index) for index, part in enumerate(inner)}


def _name_of(raw: object, index: int) -> str:
    """Return the question's id as the author wrote it, or its place in the list when it has none."""
    name = raw.get("id") if isinstance(raw, dict) else None
    return name if isinstance(name, str) and name.strip() else f"question {index + 1}"


def _spot(loc: Loc) -> str:
    """Tell a place in a question in words: `options, 2, why`, counting from 1."""
    return ", ".join(str(step + 1) if isinstance(step, int) else step for step in loc)
