"""What is wanted where an imported question has a gap, in words for its author."""

from collections.abc import Mapping

from quizbank.imports.bank.yaml_text import Gap, Value
from quizbank.model.question import BLOOM_LEVELS

WHY_RIGHT = "why this is right"
WHY_WRONG = "why this is wrong, and the mistake that leads to it"
WHY_PAIR = "why these two belong together"
WHY_GROUP = "why it belongs to this group"
WHY_STEP = "why it has this place"
WHY_SPARE = "why it belongs to none"
WHY_NEAR = "why this is close and not accepted"
WHY_SLIP = "the mistake that leads to this number"
WORKING = "how the number is found, step by step"
MODEL = "a model answer"
POINT = "what an answer must say to earn marks"
EXPLANATION = "what a learner should take away, besides the reasons for each option"
BLOOM = f"one of {', '.join(BLOOM_LEVELS)}"
ALT = "what the picture shows, for who cannot see it"
CORRECT = "'correct: yes' below the text of the right option"


def given(text: str, wanted: str) -> Value:
    """Return a text, or the gap where there is none."""
    return text or Gap(wanted)


def section(chapter: str) -> str:
    """Return what is wanted as the section of a question."""
    return f"the id of the heading in {chapter} under which this is taught"


def objective(ids: Mapping[str, str]) -> str:
    """Return what is wanted as the objective of a question; `ids` are those of the bank."""
    return f"one of the objectives above, such as {next(iter(ids))}" if ids else "one of the objectives above"
