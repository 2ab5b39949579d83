"""A passage with questions of any other kind. Its marks are the sum of theirs."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, model_validator

from quizbank.model.fields import AS_WHOLE, Line, Text
from quizbank.model.question import HANDED_DOWN, Question
from quizbank.problems.wording import Fault, Faults, faults_in, unknown_kind
from quizbank.strings.said import said


def _read_question(raw: Any, info: ValidationInfo) -> Question:
    """Read one question of a case by the model of its kind. Raises Faults with all that is wrong in it, or ValueError."""
    from quizbank.kinds import KINDS  # the registry imports this module

    if isinstance(raw, Question):
        return raw
    if not isinstance(raw, Mapping):
        raise ValueError("expected a question with its keys, got something else")
    kind = KINDS.get(str(raw.get("kind")))
    if kind is None:
        known = [name for name, other in KINDS.items() if not other.model.is_case]
        raise Faults([Fault(("kind",), unknown_kind(raw.get("kind"), known))])
    if kind.model.is_case:
        raise Faults([Fault(("kind",), "expected a question of another kind inside a case, got a case")])
    try:
        return kind.model.model_validate(raw, context=info.context)
    except ValidationError as errors:
        raise Faults(list(faults_in(errors, kind.model))) from None


MOST_MARKS = 60  # a text with many gaps has a mark for each
CaseMarks = Annotated[int, Field(ge=1, le=MOST_MARKS), AS_WHOLE]
SubQuestion = Annotated[Question, BeforeValidator(_read_question)]


class Model(Question):
    """A passage and two or more questions. They inherit the case's section and objective where they name none."""

    called: ClassVar[str] = said("type.case")
    is_case: ClassVar[bool] = True
    opens_with: ClassVar[tuple[str, ...]] = ("title", "passage")
    sheet: ClassVar[str] = "practice"
    fixed_marks: ClassVar[bool] = True
    marking: ClassVar[str] = said("marking.parts")

    kind: Literal["case"]
    marks: CaseMarks
    title: Line
    passage: Text
    questions: Annotated[tuple[SubQuestion, ...], Field(min_length=2)]

    @property
    def inner(self) -> tuple[Question, ...]:
        """The questions of the case."""
        return self.questions

    @property
    def stem_text(self) -> str:
        """The passage, which is read before anything is asked."""
        return self.passage

    @property
    def passage_text(self) -> str:
        """The passage."""
        return self.passage

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the passage."""
        return [self.passage]

    def reordered(self, seed: str) -> Self:
        """Return the case with its questions in their order, and the options of each in another."""
        return self.model_copy(update={"questions": tuple(question.reordered(seed) for question in self.questions)})

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or not isinstance(data.get("questions"), list):
            return data
        handed = {key: data[key] for key in HANDED_DOWN if key in data}
        questions = [{**handed, **question} if isinstance(question, Mapping) else question for question in data["questions"]]
        return {**data, "questions": questions}

    def faults(self) -> Iterator[Fault]:
        """Yield marks that are not the sum of the questions' marks, and ids that are there twice."""
        yield from _disagreements(self.id, self.marks, [(question.id, question.marks) for question in self.questions])

    @classmethod
    def faults_of_parts(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield the same for a case of which some question could not be read."""
        questions = [question for question in data.get("questions") or () if isinstance(question, Mapping)]
        if isinstance(data.get("questions"), list) and len(questions) == len(data["questions"]):
            ids_and_marks = [(question.get("id"), _whole(question.get("marks"))) for question in questions]
            yield from _disagreements(data.get("id"), _whole(data.get("marks")), ids_and_marks)


def _disagreements(own_id: object, own_marks: int | None, parts: list[tuple[object, int | None]]) -> Iterator[Fault]:
    """Yield what is wrong between a case and the ids and marks of its questions; None stands for unreadable marks."""
    marks = [marks for _, marks in parts if marks is not None]
    if own_marks is not None and len(marks) == len(parts) and sum(marks) != own_marks:
        yield Fault(("marks",), f"expected marks that are the sum of the questions' marks ({sum(marks)}), got {own_marks}")
    taken = {own_id}
    for index, (name, _) in enumerate(parts):
        if name is not None and name in taken:
            yield Fault(("questions", index, "id"), f"expected an id of its own for each question, got '{name}' a second time")
        taken.add(name)


def _whole(marks: object) -> int | None:
    return int(marks) if isinstance(marks, str) and marks.isascii() and marks.isdigit() and len(marks) < 5 else None
