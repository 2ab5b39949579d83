"""Which note type each shape of answer is, and its fields.

What stands on the front says nothing of the key: choices come without their verdicts and in an order of a file, and the key is in
fields that only the back shows. Controls are the browser's own, so a learner can mark an answer without any script.
"""

from quizbank.exchange.shapes import Answer, Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exports.anki import notetypes
from quizbank.exports.anki.answers.chosen import choice, truth
from quizbank.exports.anki.answers.pieces import Fields, Setting
from quizbank.exports.anki.answers.placed import pairs, sequence
from quizbank.exports.anki.answers.typed import number, typed, written
from quizbank.exports.anki.notetypes import NoteType


def fields_of(answer: Answer | None, setting: Setting) -> tuple[NoteType, Fields]:
    """Return the note type of an answer, and the fields that only this type has. Raises ValueError for a case."""
    match answer:
        case Choice():
            return notetypes.CHOICE, choice(answer, setting)
        case Truth():
            return notetypes.TRUTH, truth(answer, setting)
        case Pairs():
            return notetypes.PAIRS, pairs(answer, setting)
        case Sequence():
            return notetypes.SEQUENCE, sequence(answer, setting)
        case None:
            raise ValueError("expected a question with an answer, got a case")
    return _in_own_words(answer, setting)


def _in_own_words(answer: Typed | Number | Written, setting: Setting) -> tuple[NoteType, Fields]:
    match answer:
        case Typed():
            return notetypes.TYPED, typed(answer, setting)
        case Number():
            return notetypes.NUMBER, number(answer, setting)
        case Written():
            return notetypes.WRITTEN, written(answer, setting)
