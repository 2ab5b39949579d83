"""A passage with questions of any other kind. Its marks are the sum of theirs."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from quizbank.model import Question, Text
from quizbank.wording import InnerFaults, unknown_kind

INHERITED = ("section", "objective")


def _read_question(raw: Any) -> Question:
    """Read one question of a case by the model of its kind. Raises ValueError for a case inside a case."""
    from quizbank.kinds import KINDS  # the registry imports this module

    if isinstance(raw, Question):
        return raw
    if not isinstance(raw, Mapping):
        raise ValueError("expected a question with its keys, got something else")
    kind = raw.get("kind")
    if kind == "case":
        raise _at_kind(kind, "expected a question of another kind inside a case, got a case")
    if str(kind) not in KINDS:
        raise _at_kind(kind, unknown_kind(kind, [name for name in KINDS if name != "case"]))
    model = KINDS[str(kind)].model
    try:
        return model.model_validate(raw)
    except ValidationError as errors:
        raise InnerFaults(model, errors) from None


def _at_kind(kind: object, message: str) -> InnerFaults:
    """Return a fault of the key `kind`, so that it is told with the line of that key."""
    fault = InitErrorDetails(type=PydanticCustomError("value_error", "{error}", {"error": message}), loc=("kind",), input=kind)
    return InnerFaults(Question, ValidationError.from_exception_data("question", [fault]))


SubQuestion = Annotated[Question, BeforeValidator(_read_question)]


class Model(Question):
    """A passage and two or more questions. They inherit the case's section and objective where they name none."""

    fixed_marks: ClassVar[bool] = True
    marking: ClassVar[str] = "the marks of its questions, each by its own kind."

    kind: Literal["case"]
    title: Text
    passage: Text
    questions: Annotated[tuple[SubQuestion, ...], Field(min_length=2)]

    @property
    def parts(self) -> tuple[Question, ...]:
        """The questions of the case."""
        return self.questions

    def reordered(self, seed: str) -> Self:
        """Return the case with its questions in their order, and the options of each in another."""
        return self.model_copy(update={"questions": tuple(question.reordered(seed) for question in self.questions)})

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or not isinstance(data.get("questions"), list):
            return data
        handed = {key: data[key] for key in INHERITED if key in data}
        questions = [{**handed, **question} if isinstance(question, Mapping) else question for question in data["questions"]]
        return {**data, "questions": questions}

    @model_validator(mode="after")
    def _marks_add_up(self) -> Self:
        total = sum(question.marks for question in self.questions)
        if total != self.marks:
            raise ValueError(f"expected marks that are the sum of the questions' marks ({total}), got {self.marks}")
        ids = [self.id, *(question.id for question in self.questions)]
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"expected an id of its own for each question, got '{twice}' twice")
        return self
