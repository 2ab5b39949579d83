"""What an author may write in one field of a file: a text, a line, a title, a slug, yes or no, marks. Each with its limits.

The reader takes every scalar as text. Here it becomes what the field needs, or an error in an author's words.
"""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticKnownError

from quizbank.model.limits import MOST_BRACKETS, block_start

# An editor reads YAML 1.2, where some are numbers and truth values: they are text as well.
_SCALAR = ["string", "number", "boolean"]
YES, _NO = ("yes", "Yes", "true", "True"), ("no", "No", "false", "False")
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}(?:\.[0-9]+)?")


def _with_few_brackets(text: str) -> str:
    """Return the text. Raises ValueError if it has so many brackets that the Markdown parser would take minutes over them."""
    if text.count("[") > MOST_BRACKETS:
        raise ValueError(f"expected at most {MOST_BRACKETS} brackets '[' in a text, got {text.count('[')}")
    return text


def _in_one_line(text: str) -> str:
    """Return the text. Raises ValueError if it has a line break."""
    if "\n" in text:
        raise ValueError("expected one line of text, got a line break")
    return text


def _as_inline(text: str) -> str:
    """Return the text. Raises ValueError if Markdown would make more of it than words in a line."""
    _in_one_line(text)
    if start := block_start(text):
        made = "which makes a list or another block; a backslash before the sign keeps it as it is"
        raise ValueError(f"expected one line of text, got '{start}' at its start, {made}")
    return text


def _as_truth(raw: Any) -> Any:
    # pydantic would take 'on', 'y' and '1', too, which no editor that knows the schema does.
    if isinstance(raw, str):
        if raw not in YES + _NO:
            raise PydanticKnownError("bool_parsing")
        return raw in YES
    return raw


def _as_whole(raw: Any) -> Any:
    # pydantic would take '1_0' and digits of other scripts.
    if isinstance(raw, str) and not _WHOLE.fullmatch(raw):
        raise PydanticKnownError("int_parsing")
    return raw


# Characters: several times what any good text of its kind needs. Longer ones are slips, and can cost the parser minutes.
LONGEST_TEXT, LONGEST_LINE, LONGEST_TITLE, LONGEST_NAME = 4000, 500, 150, 100

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT),
    AfterValidator(_with_few_brackets),
    WithJsonSchema({"type": _SCALAR, "pattern": r"\S", "maxLength": LONGEST_TEXT}),
]
# What stands in a label, a list or a table's cell: words in a line, with emphasis, code and links at the most.
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
    AfterValidator(_with_few_brackets),
    AfterValidator(_as_inline),
    WithJsonSchema({"type": _SCALAR, "pattern": r"^\s*\S[^\n]*\s*$", "maxLength": LONGEST_LINE}),
]
# `literal.py` makes a title safe on pages; '<' is typed by somebody who expects HTML to work. No sign ends the line for anybody.
_LINE_ENDS = r"\x00-\x1f\x7f\x85\u2028\u2029"
Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TITLE, pattern=rf"^[^<>{_LINE_ENDS}]+$"),
    WithJsonSchema({"type": _SCALAR, "pattern": r"^\s*[^<>\s][^<>\n]*\s*$", "maxLength": LONGEST_TITLE}),
]
Slug = Annotated[
    str,
    StringConstraints(pattern=_SLUG, max_length=LONGEST_NAME),
    WithJsonSchema({"type": ["string", "integer"], "pattern": _SLUG, "minimum": 0, "maxLength": LONGEST_NAME}),
]
ObjectiveId = Annotated[str, StringConstraints(pattern=r"^LO\d+\.\d+$", max_length=20)]
YesOrNo = Annotated[bool, BeforeValidator(_as_truth), WithJsonSchema({"enum": [*YES, *_NO, True, False]})]
AS_WHOLE = BeforeValidator(_as_whole)
one_line = AfterValidator(_in_one_line)
Marks = Annotated[int, Field(ge=1, le=20), AS_WHOLE]


# What a page's script can distinguish. Decimal by itself would take '1e9999999', '1_000' and digits of other scripts.
_NUMBER = r"[-+]?[0-9]{1,12}(?:\.[0-9]{1,6})?"
LARGEST = 999_999_999_999.999_999


def _as_number(raw: Any) -> Any:
    if isinstance(raw, str) and not re.fullmatch(_NUMBER, raw.strip()):
        raise PydanticKnownError("decimal_parsing")
    return raw


def _for_editors(least: float) -> WithJsonSchema:
    return WithJsonSchema({"type": ["number", "string"], "minimum": least, "maximum": LARGEST, "pattern": f"^{_NUMBER}$"})


Number = Annotated[Decimal, BeforeValidator(_as_number), _for_editors(-LARGEST)]
NotNegative = Annotated[Decimal, Field(ge=0), BeforeValidator(_as_number), _for_editors(0)]
