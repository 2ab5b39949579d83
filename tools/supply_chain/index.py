"""Asks the package index that pip is set to for the files of a package, in the JSON form of PEP 691."""

import json
import os
import subprocess
import sys
from urllib.error import URLError
from urllib.request import Request, urlopen

# pip knows its index and says it nowhere in public; no address of one stands in this project.
from pip._internal.models.index import PyPI

_FORM = "application/vnd.pypi.simple.v1+json"
_SECONDS = 60


class NotReached(Exception):
    """The index did not answer; the message says why."""


def address() -> str:
    """Return the address of the index, with a slash at the end: pip's setting, else pip's own."""
    command = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"{(os.environ.get('PIP_INDEX_URL') or asked.stdout.strip() or PyPI.simple_url).rstrip('/')}/"


def files_of(index: str, name: str) -> dict[str, str]:
    """Return the names of a package's files by their SHA-256. Raises NotReached."""
    request = Request(f"{index}{name.lower().replace('_', '-')}/", headers={"Accept": _FORM})  # noqa: S310 - pip's own address
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            files = json.load(answer)["files"]
    except (URLError, TimeoutError, ValueError, KeyError) as fault:
        raise NotReached(f"{name}: the package index gave no list of files: {fault}") from fault
    return {file["hashes"].get("sha256", ""): file["filename"] for file in files}
