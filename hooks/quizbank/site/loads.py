"""What a page loads in a browser: declared by what is put on it while it is filled, never read from its HTML."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizbank.model.question import Question
from quizbank.site import assets, scripts
from quizbank.site.assets import Asset
from quizbank.strings.words import DEFAULT


class Loads(NamedTuple):
    """What a page loads: style sheets, each with the attribute for its medium, and scripts."""

    sheets: list[tuple[Asset, str]]
    scripts: list[Asset]


class Needs:
    """What one page needs. `asks` says whether there is anything on it that a learner answers or does."""

    def __init__(self) -> None:
        self.asks = False
        self._parts: set[str] = set()
        self._sheets: set[str] = set()
        self._answers = self._figures = False

    def questions(self, questions: Iterable[Question]) -> None:
        """Declare that these questions stand on the page."""
        for question in questions:
            self.asks = True
            self._parts |= {scripts.marking_of(question.kind)} - {""}
            self._sheets |= {question.sheet, "pictures" if question.picture else ""} - {""}
            self.questions(question.inner)

    def feature(self, name: str) -> None:
        """Declare one of `scripts.FEATURES`, by its name without `feature:`. All of them have their looks from one sheet."""
        self.asks = True
        self._parts.add(f"feature:{name}")
        self._sheets.add("practice")

    def figure(self) -> None:
        """Declare a drawing."""
        self._figures = True

    def picture(self) -> None:
        """Declare a picture in the notes."""
        self._sheets.add("pictures")

    def language(self) -> None:
        """Declare the choice of the interface's language. Every page has the script for it."""
        self._sheets |= {"quiz", "practice"}

    def answers(self) -> None:
        """Declare answers to the notes' own exercises, which paper shows on a page of their own."""
        self._answers = True

    def loads(self, data: Mapping[str, Asset], figures: Asset, language: str = DEFAULT) -> Loads:
        """Return what the page loads.

        `data` are the scripts that are made from the banks, by their names as parts; `figures` is the style sheet of drawings;
        `language` is that of the interface's words.
        """
        prints = self.asks or self._answers
        needless = {"pictures"} if "practice" in self._sheets else set()
        wanted = self._sheets | ({"quiz"} if self.asks else set()) | ({"print"} if prints else set())
        media = {"print": ' media="print"'}
        sheets = [(assets.style_sheet(name), media.get(name, "")) for name in scripts.SHEETS if name in wanted - needless]
        sheets += [(figures, "")] if self._figures else []
        writing = assets.language_sheet(language)
        sheets += [(writing, "")] if writing else []
        if self.asks:
            return Loads(sheets, assets.scripts_of(self._parts, data, language))
        return Loads(sheets, [assets.shell_script(language), *([assets.print_script()] if prints else [])])
