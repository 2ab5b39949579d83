"""The hooks as a plugin of MkDocs, for courses that use the installed engine: `plugins: [search, quizbank]`, and no `hooks:`.

A path into an environment would be another one on every computer; the name of a plugin is not.
"""

import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, CombinedEvent

FOLDER = Path(__file__).parent
# In the order of `hooks:` in mkdocs.yml, on which the order of events with one priority depends.
HOOKS = ("quiz_pages", "site_shell", "theme_repairs", "light_theme", "offline_site", "content_policy")


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs gives this no types
    """None: what is particular to a course stands in its profile, `course.yml`."""


class QuizBank(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # nor this
    """Answers MkDocs' events with the functions of the hooks, each with the priority that it has there."""


def _loaded(name: str) -> ModuleType:
    """Load a hook as MkDocs does: by its file, with the folder on Python's path while it runs."""
    spec = spec_from_file_location(f"quizbank_mkdocs.{name}", FOLDER / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"expected a module of Python, got {FOLDER / name}.py")
    module = sys.modules[spec.name] = module_from_spec(spec)
    before = sys.path.copy()
    sys.path.insert(0, str(FOLDER))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = before
    return module


def _handlers(hooks: list[ModuleType]) -> dict[str, list[Callable[..., Any]]]:
    """Return what the hooks do at each event, by the event's name."""
    found: dict[str, list[Callable[..., Any]]] = {}
    for hook in hooks:
        for name in _events(hook):
            found.setdefault(name, []).append(getattr(hook, name))
    return found


def _events(hook: ModuleType) -> Iterator[str]:
    yield from (name for name in vars(hook) if name.startswith("on_"))


for _name, _functions in _handlers([_loaded(name) for name in HOOKS]).items():
    # Functions of a module take no `self`.
    setattr(QuizBank, _name, CombinedEvent(*map(staticmethod, _functions)))
