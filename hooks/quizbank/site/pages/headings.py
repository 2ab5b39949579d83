"""What the pages that the site makes have in common: settings, tables, and headings that a script can say in another language."""

from collections.abc import Iterable, Sequence

from quizbank.kinds import Kind
from quizbank.strings.said import Said
from quizbank.strings.words import Words
from quizbank.texts.literal import as_markdown

UNSEARCHED = "---\nsearch:\n  exclude: true\n---\n"


def heading(words: Words, key: str, anchor: str = "") -> str:
    """Return a heading in Markdown: that of the page, or one below it with the id `anchor`."""
    start, own = ("##", f"#{anchor} ") if anchor else ("#", "")
    return f'{start} {as_markdown(words.say(key))} {{ {own}data-say="{key}" }}\n'


def called(kind: Kind, words: Words) -> str:
    """Return what a kind of question is called."""
    name = kind.model.called
    return name.in_words(words) if isinstance(name, Said) else name


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
