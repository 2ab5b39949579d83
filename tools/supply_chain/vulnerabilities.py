"""Asks pip-audit, a program of the Python Packaging Authority, whether a lock file holds a version with a known vulnerability."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """What is known of a lock file: sentences on vulnerabilities, and how many packages the database gave an answer for."""

    found: list[str]
    asked: int
    answered: int
    said: str = ""


def known_vulnerabilities(lock: Path) -> Answer:
    """Return what pip-audit says of a lock file. Nothing is installed, and the file is taken as it stands."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--no-deps", "--disable-pip", "--format", "json"]
    run = subprocess.run([*command, "--progress-spinner", "off"], capture_output=True, text=True, check=False)
    try:
        packages = json.loads(run.stdout)["dependencies"]
    except (ValueError, KeyError):
        return Answer([], 0, 0, run.stderr.strip().splitlines()[-1] if run.stderr.strip() else "pip-audit said nothing")
    return read_answer(lock.name, packages)


def read_answer(lock: str, packages: Sequence[Mapping[str, Any]]) -> Answer:
    """Return what a report of pip-audit says. A package that it has passed over is not answered."""
    answered = [package for package in packages if "skip_reason" not in package]
    found = [_told(lock, package, hole) for package in answered for hole in package.get("vulns", [])]
    reasons = [str(package["skip_reason"]) for package in packages if "skip_reason" in package]
    return Answer(found, len(packages), len(answered), reasons[0] if reasons else "")


def _told(lock: str, package: Mapping[str, Any], hole: Mapping[str, Any]) -> str:
    fixed = " or ".join(hole["fix_versions"]) or "no version"
    return f"{lock}: {package['name']} {package['version']}: {hole['id']}, fixed in {fixed}"
