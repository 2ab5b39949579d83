"""A learner from a backup: the answers that belong to what the class took, each marked by the question as it is now.

An answer to a question that is gone, or that offers something else than it did, is counted apart and marked for nothing.
"""

from collections.abc import Collection, Mapping

from quizbank.model.question import Question
from quizbank.results.answers.backups import Piece, Refused, checked_answers, finished_tests, sitting_of
from quizbank.results.forms import Asked, Form, Test, sat_question
from quizbank.results.marking import NOTHING, REASON, Response, known_values
from quizbank.results.scoring import Learner, Unit, marked


def learner_of(name: str, pieces: Mapping[str, Piece], test: Test, questions: Mapping[str, Question]) -> Learner:
    """Return the learner of a backup. `questions` are all that the site asks, by their ids. Raises Refused."""
    if test.paper is None:
        return _on_chapters(name, pieces, test.forms[0], questions)
    if not test.code:
        raise Refused(("", "expected a table of answers (CSV) for a printed paper, got a learner's backup, which holds none"))
    sitting = sitting_of(pieces, test.paper.name, test.code)
    sections = sitting.ids[: len(test.paper.sections)]
    known = [(index, name) for index, ids in enumerate(sections) for name in ids if name in questions]
    asked = [sat_question(test.paper, index, questions[name]) for index, name in known]
    gone = tuple(sorted({name for ids in sitting.ids for name in ids} - {each.question.id for each in asked}))
    return _learner(name, asked, sitting.responses, gone, whole=True)


def _on_chapters(name: str, pieces: Mapping[str, Piece], form: Form, questions: Mapping[str, Question]) -> Learner:
    """Return what a learner answered on quiz pages: first answers in tests, and where there is none, the last one checked."""
    responses = {**checked_answers(pieces), **finished_tests(pieces)}
    parts = {part.id for question in questions.values() for part in question.parts}
    gone = tuple(sorted(responses.keys() - parts))
    learner = _learner(name, form.asked, responses, gone, whole=False)
    if not learner.units and not learner.changed:
        raise Refused(("", "expected answers to questions of these chapters, got none"))
    return learner


def _learner(
    name: str, asked: Collection[Asked], responses: Mapping[str, Response], gone: tuple[str, ...], *, whole: bool
) -> Learner:
    """Return a learner who was asked all parts of these questions or, unless `whole`, those that have a response."""
    units: list[Unit] = []
    changed: list[str] = []
    for each in asked:
        mine = [part for part in each.question.parts if whole or part.id in responses]
        other = [part.id for part in mine if is_changed(part, responses.get(part.id, NOTHING))]
        cells = tuple(marked(part, responses.get(part.id, NOTHING), each.rules) for part in mine if part.id not in other)
        changed += other
        units += [Unit(each.section, each.rules, cells)] if cells else []
    return Learner(name, tuple(units), gone, tuple(changed))


def is_changed(part: Question, response: Response) -> bool:
    """Say whether a response names choices or points that the question no longer has."""
    return not (known_values(part).issuperset(response.picked) and {REASON, *part.ticks}.issuperset(response.points))
