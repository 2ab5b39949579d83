"""Characters that no text of an author's may hold, whichever way they come in: by an escape of YAML they pass its own rules.

HTML and XML rule out control characters, halves of characters (surrogates) and what Unicode keeps for programs (noncharacters).
The first 256 characters for private use stand for something between the engine's own texts, such as the box of a blank.
"""

import re

_PLANES = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
UNFIT = rf"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\ue0ff\ufdd0-\ufdef\ufffe\uffff{_PLANES}"
_UNFIT = re.compile(f"[{UNFIT}]")


def unfit_in(text: str) -> str:
    """Return the first such character of a text as people name it, 'U+0007', or ''."""
    found = _UNFIT.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def without_unfit(text: str) -> str:
    """Return a text without such characters."""
    return _UNFIT.sub("", text)
