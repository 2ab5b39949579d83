"""The page that shows each kind of question from its example, with the YAML beside it: the documentation for authors."""

import importlib
import inspect

from markupsafe import Markup

from quizbank.course import Course
from quizbank.kinds import KINDS, Kind
from quizbank.site.pages.headings import UNSEARCHED, called, heading
from quizbank.strings.words import Words
from quizbank.texts.literal import as_markdown


def pages(course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it."""
    return {course.generated.kinds: _gallery(Words(course.language))} if course.generated.kinds else {}


def _gallery(words: Words) -> str:
    """Return the page in Markdown. Its `/// example | kind` blocks become the questions of each kind's example."""
    key, command = Markup("<code>questions:</code>"), Markup("<code>make check</code>")
    how = words.around("gallery.how", entry=key, command=command)
    start = f"{UNSEARCHED}{heading(words, 'gallery.title')}\n{words.word('gallery.purpose')} {how}\n\n"
    return start + "\n".join(_section(kind, words) for kind in KINDS.values())


def _section(kind: Kind, words: Words) -> str:
    title = called(kind, words)
    about = inspect.getdoc(importlib.import_module(f"quizbank.kinds.{kind.folder.name}")) or ""
    source = (kind.folder / "example.yml").read_text(encoding="utf-8")
    entry = source[source.index("questions:\n") :].rstrip()
    return f"## {as_markdown(title)} {{ #{kind.name} }}\n\n{about}\n\n/// example | {kind.name}\n///\n\n```yaml\n{entry}\n```\n"
