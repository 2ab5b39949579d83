"""How questions, options, answers and lists of answers begin in teachers' documents."""

import re

from quizbank.imports.lettered.rich import Line, Rich

QUESTION = re.compile(
    r"\s*(?:Q(?:ue(?:s(?:tion)?)?)?\s*\.?\s*(?:No\.?)?\s*)?(\d{1,3})\s*(?:[.):]|[-–](?=\s))\s*(?!\d)", re.IGNORECASE
)
_NAMED = re.compile(r"\s*Q(?:ue(?:s(?:tion)?)?)?\s*\.?\s*(?:No\.?)?\s*(\d{1,3})\b\s*[.):\-–]*\s*", re.IGNORECASE)
ANSWER = re.compile(
    r"\s*\[?(?:(?:the\s+)?(?:correct|right)\s+(?:answer|option|choice|ans)(?:\s+is)?|ans(?:wer)?s?(?:\s+key)?|key|sol(?:ution)?)"
    r"(?:\s*[.:=–-]+\s*|\s+(?=\(?[A-Ha-h]\)?[.)]?\s*$)|(?=\([A-Ha-h]\)))",
    re.IGNORECASE,
)
EXPLANATION = re.compile(r"\s*(?:explanation|exp|reason|rationale|feedback|because)\s*[.:–-]+\s*", re.IGNORECASE)
HINT = re.compile(r"\s*hint\s*[.:–-]+\s*", re.IGNORECASE)
MARKS = re.compile(r"\s*[\[(]\s*(\d{1,2})\s*(?:marks?|m|points?|pts?)?\s*[\])]\s*$", re.IGNORECASE)
KEY_LIST = re.compile(
    r"\s*(?:answers?(?:\s*(?:keys?|list|sheet|s))?|key(?:\s+to\s+.*)?|solutions?)\s*[:.\-–]*\s*$", re.IGNORECASE
)
KEY = re.compile(r"(?:Q\.?\s*)?(\d{1,3})\s*[.):\-–=]*\s*\(?([A-Ha-h])\)?(?![A-Za-z])\.?", re.IGNORECASE)
_LETTERS = re.compile(r"\s*\(?([A-Ha-h])\)?(?=$|[\s.,;:)–-])[.)]?")
_FURTHER = re.compile(r"\s*(?:,|;|&|and\b|/)\s*\(?([A-Ha-h])\)?(?=$|[\s.,;:)])[.)]?", re.IGNORECASE)
_OPTION = re.compile(r"(?P<star>[*✓✔]\s*)?(?:\((?P<round>[A-Ha-h])\)|(?P<half>[A-Ha-h])\)|(?P<dot>[A-Ha-h])\.)(?=\s|\S)\s*")
_RIGHT_SIGN = re.compile(r"\s*(?:[*✓✔]|[\[(](?:correct|right|ans(?:wer)?)[\])])\s*$", re.IGNORECASE)


def question_start(line: Line) -> tuple[int, Rich] | None:
    """Return the number of a question and what stands behind it, or None."""
    if line.mark:
        found = re.fullmatch(r"Q?\.?\s*(\d{1,3})[.)]?", line.mark)
        return (int(found[1]), line.rich) if found else None
    match = _NAMED.match(line.text) or QUESTION.match(line.text)
    return (int(match[1]), line.rich[match.end() :]) if match else None


def says_question(line: Line) -> bool:
    """Say whether a line names itself a question ('Q3'), so that numbers alone are none."""
    return bool(_NAMED.match(line.text))


def options_in(line: Line, following: str) -> list[tuple[str, Rich, bool]]:
    """Return the options of a line: letter, words, and whether a sign beside it says that it is right.

    `following` is the letter that comes next: options stand in their order, so a letter out of order is a part of a text.
    """
    if line.mark:
        letter = line.mark.strip("().").lower()
        return [_signed(letter, line.rich, False)] if letter == following else []
    starts = list(_starts(line.text, following))
    ends = [match.start() for match in starts[1:]] + [len(line.text)] * bool(starts)
    return [
        _signed(_letter(match), line.rich[match.end() : end].stripped(), bool(match["star"]))
        for match, end in zip(starts, ends, strict=True)
    ]


def _starts(text: str, following: str) -> list[re.Match[str]]:
    """Return where the options of a line begin: the first at its beginning, others behind a space, each the next letter."""
    found: list[re.Match[str]] = []
    place = len(text) - len(text.lstrip())
    wanted = following
    while (match := _next(text, place, wanted, found)) is not None:
        found.append(match)
        place, wanted = match.end(), chr(ord(wanted) + 1)
    return found


def _next(text: str, place: int, wanted: str, found: list[re.Match[str]]) -> re.Match[str] | None:
    if not found:
        match = _OPTION.match(text, place)
        return match if match and _letter(match) == wanted else None
    style = _style(found[0])
    for match in _OPTION.finditer(text, place):
        before = text[: match.start()]
        wide = before.endswith(("\t", "  ", "\n")) or (style != "dot" and before.endswith((" ", ",", ";")))
        if _letter(match) == wanted and _style(match) == style and (wide or match.start() == place):
            return match
    return None


def _style(match: re.Match[str]) -> str:
    return next(name for name in ("round", "half", "dot") if match[name])


def _letter(match: re.Match[str]) -> str:
    return str(match[_style(match)]).lower()


def _signed(letter: str, rich: Rich, right: bool) -> tuple[str, Rich, bool]:
    """Return an option without the sign behind it that says that it is right."""
    if sign := _RIGHT_SIGN.search(rich.text):
        return letter, rich[: sign.start()], True
    return letter, rich, right


def letters_in(text: str) -> tuple[list[str], int]:
    """Return the letters with which an answer begins, in small ones, and where they end; none if it begins with words."""
    match = _LETTERS.match(text)
    if not match:
        return [], 0
    found, end = [match[1].lower()], match.end()
    while further := _FURTHER.match(text, end):
        found.append(further[1].lower())
        end = further.end()
    return found, end
