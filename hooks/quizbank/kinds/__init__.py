"""The kinds of question. Each is a folder here: its model, its templates for every output, its script and an example.

A folder is found by being here; nothing else lists the kinds. The folder `true_false` holds the kind `true-false`.
"""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizbank.model.question import Question

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Kind:
    """One kind: its name as written in a bank, its model, and the folder that holds its templates.

    `tables` are what its script needs to read a typed answer, by the names in braces that stand for them there; most kinds are
    not typed and need none.
    """

    name: str
    model: type[Question]
    folder: Path
    tables: Mapping[str, str]


def _load(folder: Path) -> Kind:
    module = importlib.import_module(f"quizbank.kinds.{folder.name}")
    return Kind(folder.name.replace("_", "-"), module.Model, folder, getattr(module, "TABLES", {}))


KINDS: dict[str, Kind] = {kind.name: kind for kind in map(_load, sorted(path.parent for path in FOLDER.glob("*/__init__.py")))}
