"""Loads the engine again when one of its files has changed, so that `mkdocs serve` shows each change without a restart.

Modules keep what they read at first use: scripts, styles, the list of kinds. So one rule serves for code and for all that it
keeps: when anything in the engine's folder is another file than before, every module of the engine is loaded again. MkDocs
runs the hooks themselves only once; for a change in them it has to be started again, and this says so.
"""

import importlib
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

HOOKS = Path(__file__).parent
PACKAGE = "quizbank"
# What the hooks use of the engine. Loading these shows whether it can be loaded at all.
_USED = ("checks.all_checks", "library", "notes.blocks", "problems.report", "site.pages.guard", "site.site")


class Engine:
    """The engine as it was loaded last."""

    def __init__(self) -> None:
        self._files = dict(_files(HOOKS / PACKAGE, "**/*"))
        self._hooks = dict(_files(HOOKS, "*.py"))

    def refresh(self) -> list[str]:
        """Load the engine again if it has changed. Returns what to report: why it could not be loaded, or needs a restart.

        An engine that cannot be loaded leaves the one before it in place.
        """
        messages = []
        files, hooks = dict(_files(HOOKS / PACKAGE, "**/*")), dict(_files(HOOKS, "*.py"))
        if files != self._files and (fault := _load_again()):
            messages.append(f"{fault}; the pages are made with the engine as it was before")
        changed = sorted(path.name for path in {*hooks, *self._hooks} if hooks.get(path) != self._hooks.get(path))
        messages += [f"hooks/{name} has changed: stop `mkdocs serve` and start it again to see that" for name in changed]
        self._files, self._hooks = files, hooks
        return messages


def _files(folder: Path, pattern: str) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield the files of a folder with their time and size. What Python and editors leave there is no part of the engine."""
    for path in folder.glob(pattern):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
            status = path.stat()
            yield path, (status.st_mtime_ns, status.st_size)


def _load_again() -> str:
    """Load every module of the engine again. Returns what is wrong with the new one, or ''."""
    before = _forget()
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # files written now would start another build
    importlib.invalidate_caches()
    try:
        for name in _USED:
            importlib.import_module(f"{PACKAGE}.{name}")
    except Exception as error:
        _forget()
        _remember(before)
        return _told(error)
    finally:
        sys.dont_write_bytecode = writes
    return ""


def _forget() -> dict[str, ModuleType]:
    """Take the engine's modules out of Python's list, but for the package itself: its place need not be on the path then."""
    package = sys.modules[PACKAGE]
    forgotten = {name: module for name, module in sys.modules.items() if name.startswith(f"{PACKAGE}.")}
    for name in forgotten:
        del sys.modules[name]
        vars(package).pop(name.removeprefix(f"{PACKAGE}."), None)
    return forgotten


def _remember(modules: dict[str, ModuleType]) -> None:
    package = sys.modules[PACKAGE]
    sys.modules.update(modules)
    for name, module in modules.items():
        child = name.removeprefix(f"{PACKAGE}.")
        if "." not in child:
            setattr(package, child, module)


def _told(error: Exception) -> str:
    """Return where the engine's code is wrong, and how."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}: {error.msg}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if str(HOOKS / PACKAGE) in frame.filename]
    place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
    return f"{place}{type(error).__name__}: {error}"
