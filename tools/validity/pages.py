"""Every page through the Nu HTML Checker (https://validator.github.io/validator/).

Errors, warnings and notes all count, but for those that are passed over for a reason.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple


class Harmless(NamedTuple):
    """Part of a message that is passed over, and why it may be."""

    part: str
    reason: str


PASSED_OVER = (
    Harmless(
        "Content Security Policy (meta tag)",
        "The checker reads files, where 'self' means nothing to it, and does not compare hashes. Browsers do both, in the tests.",
    ),
    Harmless(
        "Trailing slash on void elements has no effect",
        "A note, no fault: Python-Markdown writes `<hr />` so, and every attribute of ours has its quotation marks.",
    ),
)


class CheckerError(Exception):
    """The checker could not do its work; the message says why."""


def messages(jar: Path, folder: Path) -> list[Mapping[str, Any]]:
    """Return everything that the checker says of the pages below a folder. Raises CheckerError."""
    if not any(folder.rglob("*.html")):
        raise CheckerError(f"{folder}: expected a built site, got no page")
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", "--stdout", "--exit-zero-always", str(folder)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        said: list[Mapping[str, Any]] = json.loads(run.stdout)["messages"]
    except FileNotFoundError as error:
        raise CheckerError("the Nu HTML Checker needs Java 11 or newer: sudo apt-get install default-jre-headless") from error
    except (ValueError, KeyError) as error:
        said_instead = run.stderr.strip() or run.stdout[:200]
        raise CheckerError(f"expected an answer of the Nu HTML Checker in JSON, got '{said_instead}'") from error
    return said


def faults(said: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a sentence for each message that may not be passed over, with the page and the line."""
    for message in said:
        if not any(harmless.part in message["message"] for harmless in PASSED_OVER):
            kind = message.get("subType", message["type"])
            extract = " ".join(message.get("extract", "").split())
            yield f"{message.get('url', '')}:{message.get('lastLine', 0)}: {kind}: {message['message']}\n    {extract}"
