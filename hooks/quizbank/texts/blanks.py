"""The blank in a stem, and the sentence that an answer makes with what is asked."""

import re

BLANK = re.compile(r"_{2,}")


def completed(stem: str, answer: str) -> str:
    """Return the answer as the sentence that it makes with its stem: in the blank, or behind the colon."""
    if BLANK.search(stem):
        return BLANK.sub(lambda _: answer, stem)
    return f"{stem[:-1]} {answer}" if stem.endswith(":") else answer
