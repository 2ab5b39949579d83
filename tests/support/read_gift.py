r"""GIFT, read strictly after https://docs.moodle.org/en/GIFT_format: a sign that means something is where it may be, or escaped.

Escaped signs go through private characters, so that a text is divided only where its signs are bare. Comments hold the id and
the tags, as Moodle reads them.
"""

import re
from collections.abc import Callable, Iterator

from moodle_rules import Option, Read

_ESCAPE = re.compile(r"\\(.)")
_KNOWN = "\\~=#{}:n"
_HIDDEN = {sign: chr(0xE000 + index) for index, sign in enumerate(_KNOWN)}
_SHOWN = str.maketrans({hidden: "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()})
_ENTRY = re.compile(r"([~=])([^~=]*)")
_WEIGHT = re.compile(r"%(-?\d+(?:\.\d+)?)%(.*)", re.DOTALL)
_IN_COMMENT = re.compile(r"\[(id|tag):([^\]]+)\]")


def read(data: bytes) -> list[Read]:
    """Return the questions of a file."""
    category, found = "", []
    for block in re.split(r"\n\s*\n", data.decode("utf-8").strip()):
        lines = block.split("\n")
        comments = [line for line in lines if line.strip().startswith("//")]
        rest = "\n".join(line for line in lines if line not in comments).strip()
        if rest.startswith("$CATEGORY:"):
            assert "\n" not in rest
            category = rest.removeprefix("$CATEGORY:").strip()
        else:
            found.append(_question(rest, "".join(comments), category))
    return found


def _question(block: str, comment: str, category: str) -> Read:
    hidden = _ESCAPE.sub(_hide, block)
    name, marker, asked = hidden.removeprefix("::").partition("::")
    assert hidden.startswith("::")
    assert marker
    assert (asked.count("{"), asked.count("}")) == (1, 1)
    before, _, rest = asked.partition("{")
    inside, _, after = rest.partition("}")
    assert before.startswith("[html]")
    stem = _text(before.removeprefix("[html]") + ("_____" if after.strip() else "") + after)
    answers, _, general = inside.strip().rpartition("####") if "####" in inside else (inside, "", "")
    noted = _IN_COMMENT.findall(comment)
    read_ = Read("", _text(name), stem, _html(general), category=category)
    read_.id = next(value for label, value in noted if label == "id")
    read_.tags = [value for label, value in noted if label == "tag"]
    _answers(read_, answers.strip())
    return read_


def _hide(found: re.Match[str]) -> str:
    assert found[1] in _KNOWN, f"an escape that GIFT does not know: {found[0]}"
    return _HIDDEN[found[1]]


def _text(hidden: str) -> str:
    """Return a text, in which no bare sign may be left: what `_hide` has hidden shows itself again."""
    assert not set(hidden) & set("~=#{}"), f"a bare sign in '{hidden}'"
    return hidden.translate(_SHOWN).strip()


def _html(hidden: str) -> str:
    text = _text(hidden)
    assert not re.match(r"\[(?:html|plain|moodle|markdown)\]", text)
    return text


def _answers(read_: Read, answers: str) -> None:
    if not answers:
        read_.type = "essay"
    elif answers.startswith("#"):
        read_.type = "numerical"
        read_.options = list(_numbers(answers[1:].strip()))
    elif "~" in answers:
        read_.type, read_.several = "multichoice", "=" not in answers
        read_.options = [_option(mark, entry, _html) for mark, entry in _entries(answers)]
    elif "=" in answers and "->" in answers:
        read_.type = "matching"
        read_.pairs = [_pair(entry) for _, entry in _entries(answers)]
    elif answers.partition("#")[0].strip() in {"TRUE", "FALSE"}:
        read_.type = "truefalse"
        read_.options = list(_truth(*answers.split("#")))
    else:
        read_.type = "shortanswer"
        read_.options = [_option(mark, entry, _typed) for mark, entry in _entries(answers)]


def _entries(answers: str) -> list[tuple[str, str]]:
    assert answers[0] in "~="
    return _ENTRY.findall(answers)


def _option(mark: str, entry: str, text_of: Callable[[str], str]) -> Option:
    text, _, why = entry.strip().partition("#")
    grade = 1.0 if mark == "=" else 0.0
    if weighted := _WEIGHT.fullmatch(text):
        grade, text = float(weighted[1]) / 100, weighted[2]
    return Option(text_of(text), grade, _html(why))


def _typed(hidden: str) -> str:
    return _text(hidden).removeprefix("[plain]")


def _pair(entry: str) -> tuple[str, str]:
    left, arrow, right = entry.partition("->")
    assert arrow
    return _html(left), _text(right)


def _truth(verdict: str, wrong: str = "", right: str = "") -> Iterator[Option]:
    true = verdict.strip() == "TRUE"
    yield Option("true", float(true), _html(right if true else wrong))
    yield Option("false", float(not true), _html(wrong if true else right))


def _numbers(answers: str) -> Iterator[Option]:
    for mark, entry in _ENTRY.findall(answers) or [("=", answers)]:
        assert mark == "="
        given, _, why = entry.strip().partition("#")
        weighted = _WEIGHT.fullmatch(given)
        value, _, tolerance = (weighted[2] if weighted else given).partition(":")
        yield Option(value, float(weighted[1]) / 100 if weighted else 1.0, _html(why), tolerance or "0")
