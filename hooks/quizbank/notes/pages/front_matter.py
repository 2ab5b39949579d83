"""The settings at the beginning of a Markdown page, which are read and not shown: as MkDocs finds them."""

import re

import yaml

_YAML = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_KEY = re.compile(r"^ {0,3}[A-Za-z0-9_-]+:\s*.*")
_MORE = re.compile(r"^(?: {4}|\t)\s*.*")


def normalised(text: str) -> str:
    """Return the text with the line ends that Markdown counts by."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a page as Markdown counts them: `str.splitlines` ends some at characters that Markdown keeps."""
    return normalised(text).split("\n")


def without_settings(text: str) -> str:
    """Return the page with empty lines in place of its settings, so that every line keeps its number."""
    text = normalised(text)
    end = _end(text)
    return "\n" * text.count("\n", 0, end) + text[end:]


def settings_fault(text: str) -> tuple[int, str] | None:
    """Return line and message when the beginning looks like settings and cannot be read as such: the page would show it."""
    found = _YAML.match(normalised(text))
    if not found or _is_mapping(found[1]):
        return None
    try:
        yaml.safe_load(found[1])
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
    except Exception:  # what else YAML cannot read: a date that there is not, lists within lists
        line = 1
    else:
        line = 1
    return line, "expected settings such as 'title: My page' between the lines '---', got something that cannot be read as such"


def _end(text: str) -> int:
    """Return where the page proper begins."""
    found = _YAML.match(text)
    if found:
        return found.end() if _is_mapping(found[1]) else 0
    position, inside = 0, False
    for line in text.split("\n"):
        if not line.strip():
            return position if inside else 0
        if not (_KEY.match(line) or (inside and _MORE.match(line))):
            return position
        inside = True
        position += len(line) + 1
    return min(position, len(text))


def _is_mapping(text: str) -> bool:
    try:
        return isinstance(yaml.safe_load(text), dict)
    except Exception:  # whatever YAML cannot read is no setting; MkDocs catches as much
        return False
