"""What the pages and the scripts of a site name: the classes and the looks that a style sheet may be asked for.

A class that a script sets stands somewhere in that script as a text, whole or begun, so the texts of all scripts count. Too much
is kept rather than too little.
"""

import re
from dataclasses import dataclass, field

# Patterns that begin with a whole word are searched for several times faster. What `subclass` or the like adds does no harm.
_CLASSES = re.compile(r"""class(?:Name)?=\\?["']([^"'\\]*)""")
_TAGS = re.compile(r"<[a-z][^>]*>")
_ELEMENTS = re.compile(r"<([a-z][a-z0-9-]*)")
_PAIRS = [re.compile(rf"""({name})=["']([^"']*)""") for name in ("dir", "data-md-color-[a-z]+")]
_TEXTS = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`(?:[^`\\]|\\.)*`')
_NAMES = re.compile(r"[A-Za-z_][\w-]*")
# Where the theme's scripts give classes. They ask for many more, of parts that a page may have.
_GIVEN = re.compile(r"""\bclass(?:Name)?:("[^"]*"|`[^`]*`)|\bclassList\.\w+\(("[^"]*"|`[^`]*`)""")
_SHORT = 3  # characters: what is not longer begins too many names to say anything
_DATA = "quiz.data["  # how a script begins that `assets.data_script` has made
_PROSE = 200  # characters: a text in quotes that is longer is none of classes
_VARIABLES = re.compile(r"--[\w-]+")


@dataclass
class Evidence:
    """Names that occur: elements, classes and how some begin, attributes with their values (`dir="ltr"`), variables of styles."""

    elements: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    beginnings: set[str] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)

    def add_page(self, html: str) -> None:
        """Take down what a page names."""
        tags = "".join(set(_TAGS.findall(html)))
        self.elements.update(_ELEMENTS.findall(tags))
        self.classes.update(name for found in _CLASSES.findall(tags) for name in found.split())
        self.pairs.update(pair for pattern in _PAIRS for pair in pattern.findall(tags))
        self.variables.update(_VARIABLES.findall(tags))

    def add_script(self, text: str) -> None:
        """Take down what a script names: in HTML, and in short texts. Data from the banks has classes in HTML only."""
        self.add_page(text)
        if _DATA in text[:200]:
            return
        self.variables.update(_VARIABLES.findall(text))
        texts = {found for found in _TEXTS.findall(text) if found[0] == "`" or len(found) <= _PROSE}
        self._add_names(" ".join(texts))

    def add_theme_script(self, text: str) -> None:
        """Take down the classes that one of the theme's scripts gives, and the elements that it may make."""
        for given in _GIVEN.findall(text):
            self._add_names("".join(given))
        self.elements.update(name for found in _TEXTS.findall(text) for name in _NAMES.findall(found))
        self.variables.update(_VARIABLES.findall(text))

    def _add_names(self, text: str) -> None:
        """Take down the names in a text. One that ends in a hyphen or an underscore begins others."""
        names = set(_NAMES.findall(text))
        self.classes |= names
        self.elements |= names
        self.beginnings |= {name for name in names if name.endswith(("-", "_")) and len(name) > _SHORT}

    def has_class(self, name: str) -> bool:
        """Say whether something may have the class."""
        return name in self.classes or name.startswith(tuple(self.beginnings))

    def may_match(self, attribute: str, value: str) -> bool:
        """Say whether something may have the attribute with the value. Of most attributes nothing is known."""
        return (attribute, value) in self.pairs or not any(name == attribute for name, _ in self.pairs)
