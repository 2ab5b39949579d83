"""What Markdown would make of a text, found without Markdown: the start of a block, and brackets in numbers that stall it."""

import re

# A list, a heading, a quotation, a rule, or the definition of a link, which vanishes. The rest of a block needs a second line.
_BLOCK_START = re.compile(
    r"""(?:[-*+]|\d+\.)(?=[ \t])|\#{1,6}|>|([-*_])(?:[ ]{0,2}\1){2,}(?=[ ]*$)
    |\[[^\[\]]*\]:(?=[ \t]*\S+[ \t]*(?:(["']).*\2[ \t]*|\(.*\)[ \t]*)?$)""",
    re.VERBOSE,
)
# The parser looks for the end of a link from each bracket on: thousands of them would take it minutes.
MOST_BRACKETS = 100


def block_start(line: str) -> str:
    """Return the signs at the start of a line that make Markdown read it as a block, or '' when it is words in a paragraph."""
    found = _BLOCK_START.match(line)
    return found[0] if found else ""
