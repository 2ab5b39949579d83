"""Words of the interface in a file, in whichever of its languages they are."""

import re
from collections.abc import Mapping
from functools import cache

from quizbank.strings.words import entries, languages

_VALUE = re.compile(r"\\\{(\w+)\\\}")


def said(key: str, text: str) -> Mapping[str, str] | None:
    """Return the values in a text, if it is what a key of the catalogue says in some language; None if it is not."""
    found = (pattern.fullmatch(text) for pattern in _patterns(key))
    return next((match.groupdict() for match in found if match), None)


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    forms: dict[str, None] = {}
    for language in languages():
        entry = entries(language).get(key, "")
        forms |= dict.fromkeys([entry] if isinstance(entry, str) else entry.values())
    return tuple(re.compile(_VALUE.sub(r"(?P<\1>.+)", re.escape(form)), re.DOTALL) for form in forms if form)
