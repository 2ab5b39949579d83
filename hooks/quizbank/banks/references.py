"""What a block in a chapter points at: `bank`, or `bank#question`."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.problems.problem import did_you_mean

KEPT_BACK = "whose file says 'publish: no'"


class UnknownReference(Exception):
    """A block points at nothing that can be shown; the message says why."""


class StillDraft(UnknownReference):
    """A block points at a draft, which only its author sees: nothing stands in its place, and nothing is wrong."""


class Target(NamedTuple):
    """What a block `/// quiz | bank#question` points at: a whole bank, or one question of it."""

    bank: Bank
    question: Question | None

    @property
    def question_ids(self) -> set[str]:
        """The ids of the questions that stand in the block's place."""
        questions = self.bank.questions if self.question is None else (self.question,)
        return {name for question in questions for name in (question.id, *(part.id for part in question.inner))}


def unpublished(bank_name: str) -> str:
    """Return what is wrong with a block that points at a bank which serves question papers only."""
    remedy = "take this block out, or put the private questions into a second bank"
    return f"expected a bank that the site shows, got '{bank_name}', {KEPT_BACK}; {remedy}"


def resolve(reference: str, banks: Mapping[str, Bank]) -> Target:
    """Return what the block's argument points at. Raises UnknownReference, which says what is wrong with it."""
    bank_name, _, question_id = reference.partition("#")
    bank = banks.get(bank_name)
    if bank is None:
        known = [name for name, each in banks.items() if each.publish]
        raise UnknownReference(f"expected the name of a bank, got '{bank_name}'{did_you_mean(bank_name, known)}")
    if not bank.publish:
        raise UnknownReference(unpublished(bank_name))
    if not question_id:
        return Target(bank, None)
    question = bank.find(question_id)
    if question is not None:
        return Target(bank, question)
    if question_id in bank.broken:
        faults = "; ".join(map(str, bank.broken[question_id]))
        raise UnknownReference(f"the question '{question_id}' cannot be shown; {faults}")
    hint = did_you_mean(question_id, [known.id for known in bank.questions])
    raise UnknownReference(f"expected the id of a question in {bank.file}, got '{question_id}'{hint}")


def found_in(references: Iterable[str], banks: Mapping[str, Bank]) -> Iterator[Target]:
    """Yield what those of the references point at that point at something."""
    for reference in references:
        with suppress(UnknownReference):
            yield resolve(reference, banks)
