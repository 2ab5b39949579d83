"""Says words of the interface in one language, with its own plurals."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import babel
import yaml
from babel import Locale
from babel.plural import PluralRule
from markupsafe import Markup, escape

from quizbank import compiled

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


def own_name(language: str) -> str:
    """Return what a language calls itself."""
    return _of_babel("name", language, lambda: Locale.parse(language).get_display_name(language) or language)


class Words:
    """The words of one language. A language that the interface does not speak gets English ones; `language` says which it is."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language if language in languages() else DEFAULT
        self._lang = "" if language == self.language else f' lang="{self.language}"'  # on a page in another language
        self._entries = entries(self.language)
        # Every question says the same few, and to put one together costs more than a text's Markdown.
        self._known = lru_cache(maxsize=1000, typed=True)(self._element)

    def say(self, key: str, **values: Any) -> str:
        """Return the text of a key with the values in it. Raises KeyError for a key or a value that is not there."""
        return _VALUE.sub(lambda found: str(values[found[1]]), self._form(key, values))

    def word(self, key: str, **values: Any) -> Markup:
        """Return the text as an element that a script can say again in the language that the learner chooses."""
        return self._known(key, **values)

    def around(self, key: str, **values: Markup) -> Markup:
        """Return the text of a key with HTML in the place of its values, such as a link. No script says it again."""
        pieces = _VALUE.split(self._form(key, values))
        return Markup("").join(values[piece] if index % 2 else piece for index, piece in enumerate(pieces))

    def labelled(self, key: str, **values: Any) -> Markup:
        """Return the attribute that names an element for who cannot see it."""
        return Markup('aria-label="{}" data-say-label="{}"{}').format(self.say(key, **values), key, _data(values))

    def table(self, keys: Iterable[str]) -> str:
        """Return the texts of some keys as JSON, for a script."""
        texts = {key: self._entries[key] for key in sorted(set(keys))}
        return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))

    def _element(self, key: str, **values: Any) -> Markup:
        said = escape(self.say(key, **values))
        return Markup(f'<span data-say="{key}"{_data(values)}{self._lang}>{said}</span>')  # noqa: S704 - of our own catalogue

    def _form(self, key: str, values: Mapping[str, Any]) -> str:
        entry = self._entries[key]
        return entry if isinstance(entry, str) else entry[_plural(self.language)(values["n"])]


@cache
def _plural(language: str) -> PluralRule:
    return PluralRule(json.loads(_of_babel("plural", language, lambda: json.dumps(Locale.parse(language).plural_form.rules))))


def _of_babel(what: str, language: str, make: Callable[[], str]) -> str:
    """Return what Babel says of a language. It reads megabytes for that, so it is asked once for all builds."""
    return compiled.kept(language, f"{what}, Babel {babel.__version__}", make)


def _data(values: Mapping[str, Any]) -> Markup:
    return Markup("".join(f' data-{name}="{escape(value)}"' for name, value in values.items()))  # noqa: S704 - names are our own
