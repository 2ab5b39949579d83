"""The page that shows each kind of question from its example, with the YAML beside it: the documentation for authors."""

import importlib
import inspect

from quizbank.banks.load import example
from quizbank.course import Course
from quizbank.kinds import KINDS, Kind
from quizbank.texts.literal import as_markdown

_INTRODUCTION = """---
search:
  exclude: true
---
# Question types

For teachers and authors: every type that a bank may hold, as learners see it and as it is written. Copy the entry under
`questions:` into a bank and change the words. `make check` names the file and line of anything that does not fit.

"""


def pages(course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it."""
    return {course.generated.kinds: _gallery()} if course.generated.kinds else {}


def _gallery() -> str:
    """Return the page in Markdown. Its `/// example | kind` blocks become the questions of each kind's example."""
    return _INTRODUCTION + "\n".join(_section(kind) for kind in KINDS.values())


def _section(kind: Kind) -> str:
    title = example(kind.name).title
    about = inspect.getdoc(importlib.import_module(f"quizbank.kinds.{kind.folder.name}")) or ""
    source = (kind.folder / "example.yml").read_text(encoding="utf-8")
    entry = source[source.index("questions:\n") :].rstrip()
    return f"## {as_markdown(title)} {{ #{kind.name} }}\n\n{about}\n\n/// example | {kind.name}\n///\n\n```yaml\n{entry}\n```\n"
