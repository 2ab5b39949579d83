"""Typographic quotation marks and apostrophes for printed documents: “so”, ‘so’ and it’s."""

import re

# A mark opens at the start, behind a gap, a bracket, a dash or another opening mark; everywhere else it closes.
_OPENS_BEHIND = r"(?:^|(?<=[\s\0(\[{\u2013\u2014/|“‘]))"
_OPENING_DOUBLE = re.compile(_OPENS_BEHIND + '"(?=\\S)')
_OPENING_SINGLE = re.compile(_OPENS_BEHIND + r"'(?=[^\s\d\0])")
_ENTITIES = {"&#34;": '"', "&quot;": '"', "&#39;": "'", "&apos;": "'"}
_ENTITY = re.compile("|".join(map(re.escape, _ENTITIES)))


def unescaped_quotes(text: str) -> str:
    """Return the text of HTML with quotation marks as themselves: between tags they need no escape."""
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)


def with_quotes(text: str) -> str:
    """Return a text as long as the given one, with typographic marks; U+0000 stands for where a line ends or no rule may look."""
    text = _OPENING_DOUBLE.sub("“", text)
    text = _OPENING_SINGLE.sub("‘", text)
    return text.replace('"', "”").replace("'", "’")
