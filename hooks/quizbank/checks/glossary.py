"""What is wrong with the glossary page: entries that would explain nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from markdown.extensions.toc import slugify

from quizbank.notes.glossary import Entry, entries_of, forms_of, word_and_id
from quizbank.notes.pages.front_matter import lines_of
from quizbank.notes.pages.line_marks import unmarked
from quizbank.notes.pages.parsing import ParsedPage, parse
from quizbank.problems.problem import Problem, did_you_mean

# A language behind words on their own line, where Markdown would print the braces.
_BEHIND_WORDS = re.compile(r"^[: ].*[^\s:]\s+(\{:?\s*lang=[^{}]*\})\s*$")


def check_glossary(text: str, file: str, languages: Sequence[str] = ()) -> Iterator[Problem]:
    """Yield the entries of the glossary page that would explain nothing: without an id, without a meaning, for a word taken.

    `languages` are the tags of those in which entries may name their words too; other names in other languages are wrong.
    """
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
    for entry in entries_of(page):
        for language, message in _faults_of_equivalents(entry, languages):
            yield Problem(file, _line_of_language(lines, entry, language), "glossary", message)
    for number, line in enumerate(lines, 1):
        if found := _BEHIND_WORDS.match(line):
            message = f"expected '{found[1]}' on a line of its own below the words, got it behind them"
            yield Problem(file, number, "glossary", message)
    for line in _lonely(page):
        message = "expected the meaning on the next line, after a colon and three spaces, got none"
        yield Problem(file, lines.index(line) + 1 if line in lines else 1, "glossary", message)


def _faults_of_equivalents(entry: Entry, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the names of an entry's word in other languages, each with the language's tag."""
    for language, count in Counter(other.language for other in entry.equivalents).items():
        if language not in languages:
            known = f"one of {', '.join(languages)}" if languages else "none, as the profile names none"
            message = f"expected a language of glossary_languages in the profile ({known}), got '{language}'"
            yield language, f"{message}{did_you_mean(language, languages)}"
        if count > 1:
            yield language, f"expected each language once, with commas between its words, got '{language}' {count} times"
    for other in entry.equivalents:
        if not all(other.words):
            yield other.language, f"expected words in '{other.language}' with commas between them, got an empty place"
        if not entry.meaning:
            yield other.language, f"expected a meaning beside the words in '{other.language}', got none"


def _line_of_language(lines: Sequence[str], entry: Entry, language: str) -> int:
    ending = re.compile(rf"lang=[\"']?{re.escape(language)}[\"']?\s*\}}\s*$")
    return next((number for number, line in enumerate(lines[entry.line :], entry.line + 1) if ending.search(line)), entry.line)


def _lonely(page: ParsedPage) -> Iterator[str]:
    """Yield the lines that have the form of a word with its id and no meaning behind them."""
    for text in page.texts:
        for line in unmarked(text.text).split("\n") if text.element == "p" else ():
            if word_and_id(line)[1]:
                yield line
