"""This course as other systems get it: every question of it is read again by a reader that knows nothing of the writer."""

from collections.abc import Callable

import pytest

import canvas
import canvas_reader
import portables
import qti21_reader
from packages import answered
from quizbank.exports import load_format
from quizbank.exports.format import Collection


def qti21(collection: Collection, data: bytes) -> None:
    for (name, item), (question, case) in zip(qti21_reader.items_of(data), answered(collection), strict=True):
        assert name == question.id
        qti21_reader.check_item(item, question, case)


def qti12(collection: Collection, data: bytes) -> None:
    found = [item for assessment in canvas.assessments(data) for item in assessment.iter("item")]
    asked = [item for item in found if canvas.metadata(item)["question_type"] != "text_only_question"]
    for item, (question, _) in zip(asked, answered(collection), strict=True):
        canvas_reader.check_item(item, question)


@pytest.mark.parametrize("reader", [qti21, qti12])
def test_every_question_of_the_course_is_recovered(reader: Callable[[Collection, bytes], None]) -> None:
    format_ = load_format(reader.__name__)
    kept = portables.held(portables.course(), format_)
    assert len(list(answered(kept))) > 500
    reader(kept, format_.write(kept))
