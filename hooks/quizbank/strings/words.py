"""Says words of the interface in one language, with its own plurals."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from markupsafe import Markup, escape
from pydantic_core import CoreSchema, core_schema

FOLDER = Path(__file__).parent
DEFAULT = "en"
# The plural categories of the Unicode CLDR, by which every language's forms are named.
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
_VALUE = re.compile(r"\{(\w+)\}")

# A text, or its forms by plural category; the value `n` says which of them.
Entry = str | Mapping[str, str]


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that the interface speaks, as BCP 47 tags."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def entries(language: str) -> Mapping[str, Entry]:
    """Return all texts of one of the `languages`, by their keys."""
    text = (FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    areas = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - our own file, in which every value is read as text
    return {f"{area}.{name}": entry for area, texts in areas.items() for name, entry in texts.items()}


class Words:
    """The words of one language. A language that the interface does not speak gets English ones; `language` says which it is."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language if language in languages() else DEFAULT
        self._entries = entries(self.language)
        self._plural = Locale.parse(self.language).plural_form

    def say(self, key: str, **values: Any) -> str:
        """Return the text of a key with the values in it. Raises KeyError for a key or a value that is not there."""
        return _VALUE.sub(lambda found: str(values[found[1]]), self._form(key, values))

    def word(self, key: str, **values: Any) -> Markup:
        """Return the text as an element that a script can say again in the language that the learner chooses."""
        data = Markup("").join(Markup(' data-{}="{}"').format(name, value) for name, value in values.items())
        return Markup('<span data-say="{}"{}>{}</span>').format(key, data, self.say(key, **values))

    def labelled(self, key: str) -> Markup:
        """Return the attribute that names an element for who cannot see it."""
        return Markup('aria-label="{}" data-say-label="{}"').format(self.say(key), key)

    def around(self, key: str, **values: Any) -> Markup:
        """Return the text as HTML, in which values may be HTML."""
        return Markup(_VALUE.sub(lambda found: str(escape(values[found[1]])), str(escape(self._form(key, values)))))  # noqa: S704

    def table(self, keys: Iterable[str]) -> str:
        """Return the texts of some keys as JSON, for a script."""
        texts = {key: self._entries[key] for key in sorted(set(keys))}
        return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))

    def _form(self, key: str, values: Mapping[str, Any]) -> str:
        entry = self._entries[key]
        return entry if isinstance(entry, str) else entry[self._plural(values["n"])]


# A key of the catalogue, and the values in its text.
Saying = tuple[str, Mapping[str, Any]]


class Said(str):
    """Texts of the catalogue, one after the other. For checks, which judge English, it is the English text.

    A question is in the language of its course, whatever language the learner has chosen for the interface: its codes are said
    with it, not with the buttons.
    """

    sayings: tuple[Saying, ...]

    def __new__(cls, *sayings: Saying) -> "Said":
        """Return the texts in English, which remember their keys."""
        said = super().__new__(cls, _in_words(sayings, Words()))
        said.sayings = sayings
        return said

    def __getnewargs__(self) -> tuple[Saying, ...]:  # type: ignore[override]
        """Return what a copy is made of: the keys, not the English text."""
        return self.sayings

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> CoreSchema:
        """Return what a schema for editors says of it: a default that is a text."""
        return core_schema.str_schema()


def said(key: str, **values: Any) -> Said:
    """Return the text of a key. A value may be such a text itself."""
    return Said((key, values))


def in_words(text: str, words: Words) -> str:
    """Return a text in the language of `words` if it is from the catalogue, and as it stands if an author wrote it."""
    return _in_words(text.sayings, words) if isinstance(text, Said) else text


def _in_words(sayings: tuple[Saying, ...], words: Words) -> str:
    return " ".join(words.say(key, **{name: _value(value, words) for name, value in values.items()}) for key, values in sayings)


def _value(value: Any, words: Words) -> Any:
    return in_words(value, words) if isinstance(value, str) else value
