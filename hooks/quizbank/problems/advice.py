"""Commands that messages advise. Where the engine was installed as a package, there is neither a Makefile nor a lock file."""

from pathlib import Path

# An installed engine brings along what a new course needs: see `start/project.py`.
INSTALLED = (Path(__file__).parent.parent / "start/project").is_dir()


def exporting(installed: bool = INSTALLED) -> str:
    """Return the command that makes the files for other systems."""
    return "quizbank export" if installed else "make exports"


def installing(extra: str, installed: bool = INSTALLED) -> str:
    """Return the command that installs the libraries of an extra, such as `exchange`."""
    return f'pip install "quizbank[{extra}]"' if installed else f"pip install --require-hashes -r requirements-{extra}.lock"
