"""Words of the interface that Python gives in the place of an author's text: the codes of a kind, a rule of a paper."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import CoreSchema, core_schema

from quizbank.strings.words import Words

# A key of the catalogue, and the values in its text.
Saying = tuple[str, Mapping[str, Any]]

_ENGLISH = Words()


class Said(str):
    """Texts of the catalogue, one after the other. For checks, which judge English, it is the English text.

    A question is in the language of its course, whatever language the learner has chosen for the interface: its codes are said
    with it, not with the buttons.
    """

    sayings: tuple[Saying, ...]

    def __new__(cls, *sayings: Saying) -> "Said":
        """Return the texts in English, which remember their keys."""
        english = super().__new__(cls, _joined(sayings, _ENGLISH))
        english.sayings = sayings
        return english

    def in_words(self, words: Words) -> str:
        """Return the texts in another language."""
        return _joined(self.sayings, words)

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
    """Return a text in a language if it is the catalogue's, and as it is if it is an author's."""
    return text.in_words(words) if isinstance(text, Said) else text


def _joined(sayings: tuple[Saying, ...], words: Words) -> str:
    return " ".join(words.say(key, **{name: _value(value, words) for name, value in values.items()}) for key, values in sayings)


def _value(value: Any, words: Words) -> Any:
    return in_words(value, words) if isinstance(value, str) else value
