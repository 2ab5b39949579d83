"""Options whose words speak of other options, so that their order means something."""

import re
from collections.abc import Iterable

_OTHERS = re.compile(
    r"\b(?:all|none|both|neither|any|either)\s+(?:one\s+)?(?:of\s+)?(?:the\s+)?(?:above|these|those|them|following|options)\b"
    r"|\b(?:both|either|neither|only)\s+\(?[a-h1-4]\)?\s*(?:,|and|or|&|nor)\s*\(?[a-h1-4]\)?|^\(?[a-h]\)?\s+(?:and|&)\s+\(?[a-h]\)?\.?$",
    re.IGNORECASE,
)


def keeps_order(options: Iterable[str]) -> bool:
    """Say whether options must keep the order in which their author wrote them: one of them points at others."""
    return any(_OTHERS.search(option) for option in options)
