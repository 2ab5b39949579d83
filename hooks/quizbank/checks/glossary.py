"""What is wrong with the glossary page: entries that would explain nothing."""

from collections.abc import Iterator

from markdown.extensions.toc import slugify

from quizbank.notes.glossary import Entry, entries_of, forms_of, word_and_id
from quizbank.notes.pages.front_matter import lines_of
from quizbank.notes.pages.line_marks import unmarked
from quizbank.notes.pages.parsing import ParsedPage, parse
from quizbank.problems.problem import Problem


def check_glossary(text: str, file: str) -> Iterator[Problem]:
    """Yield the entries of the glossary page that would explain nothing: without an id, without a meaning, for a word taken."""
    page = parse(text)
    first: dict[str, Entry] = {}
    for entry in entries_of(page):
        if not entry.anchor:
            message = f"expected an id after the word, such as '{entry.name} {{ #{slugify(entry.name, '-')} }}', got none"
            yield Problem(file, entry.line, "glossary", message)
        for form in (form.casefold() for form in forms_of(entry.name) if entry.meaning):
            other = first.setdefault(form, entry)
            if other is not entry:
                message = f"expected each word once, got '{form}', which line {other.line} explains already"
                yield Problem(file, entry.line, "glossary", message)
    lines = lines_of(text)
    for line in _lonely(page):
        message = "expected the meaning on the next line, after a colon and three spaces, got none"
        yield Problem(file, lines.index(line) + 1 if line in lines else 1, "glossary", message)


def _lonely(page: ParsedPage) -> Iterator[str]:
    """Yield the lines that have the form of a word with its id and no meaning behind them."""
    for text in page.texts:
        for line in unmarked(text.text).split("\n") if text.element == "p" else ():
            if word_and_id(line)[1]:
                yield line
