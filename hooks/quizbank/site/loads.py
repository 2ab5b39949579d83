"""What a page loads in a browser, and which banks it follows: declared by what fills it, never read from its HTML."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.site import assets, scripts
from quizbank.site.assets import Asset
from quizbank.site.languages import areas_of
from quizbank.strings.words import DEFAULT


class Loads(NamedTuple):
    """What a page loads: style sheets, each with the attribute for its medium, and scripts, the question script first.

    `later` are the files that it fetches when it needs them, by what for; `areas` are those of the catalogue whose words its
    scripts say.
    """

    sheets: list[tuple[Asset, str]]
    scripts: list[Asset]
    later: dict[str, list[Asset]]
    areas: set[str]


class Needs:
    """What one page needs. `asks` says whether there is anything on it that a learner answers or does."""

    def __init__(self) -> None:
        self.asks = False
        self._marking: set[str] = set()
        self._parts: set[str] = set()
        self._sheets: set[str] = set()
        self._later: set[str] = set()
        self._answers = self._figures = self._terms = False
        self._banks: set[str] = set()
        self._any_bank = False

    def bank(self, bank: Bank) -> None:
        """Declare that the page shows or counts questions of a bank, or says what is wrong there.

        What pages take from a bank besides, its name, chapter, title and objectives, is not declared.
        """
        self._banks.add(bank.name)

    def any_bank(self) -> None:
        """Declare that the page may follow any bank: it loads what is made from all, or names one that is not there."""
        self._any_bank = True

    def follows(self, changed: Collection[str]) -> bool:
        """Say whether the page may be another one now that the banks of these names have changed."""
        return self._any_bank or not self._banks.isdisjoint(changed)

    def questions(self, questions: Iterable[Question]) -> None:
        """Declare that these questions stand on the page."""
        for question in questions:
            self.asks = True
            self._marking |= {scripts.CHECKING, scripts.marking_of(question.kind)} - {""}
            self._sheets |= {question.sheet, "pictures" if question.picture else ""} - {""}
            self.questions(question.inner)

    def feature(self, name: str) -> None:
        """Declare one of `scripts.FEATURES`, by its name without `feature:`.

        All of them have their looks from the sheet for practice, and what has a sheet of its own name from that as well; one that
        holds what it needs of the sheet for practice takes its place.
        """
        self.asks = True
        self._parts.add(f"feature:{name}")
        own = scripts.SHEETS.get(name, ())
        self._sheets |= {name} & scripts.SHEETS.keys()
        if not {*own} & {*scripts.SHEETS["practice"]}:
            self._sheets.add("practice")

    def later(self, name: str) -> None:
        """Declare one of `scripts.FEATURES`, by its name without `feature:`, fetched when a learner asks for it."""
        self._later.add(name)

    def chapter(self) -> None:
        """Declare that the page is a chapter."""
        self.asks = True
        self._parts.add("feature:chapter")
        self._sheets.add("notes")

    def terms(self) -> None:
        """Declare words of the glossary, which open their meaning."""
        self._terms = True

    def home(self) -> None:
        """Declare a home page, which knows a learner who has been here before."""
        self.asks = True
        self._parts.add("feature:home")
        self._sheets.add("home")
        self.later("returning")

    def figure(self) -> None:
        """Declare a drawing."""
        self._figures = True

    def picture(self) -> None:
        """Declare a picture in the notes."""
        self._sheets.add("pictures")

    def mocks(self) -> None:
        """Declare the list of mock tests."""
        self.asks = True
        self._parts.add("feature:mocks")
        self._sheets.add("mocks")

    def language(self) -> None:
        """Declare the choice of the interface's language."""
        self.feature("language")

    def answers(self) -> None:
        """Declare answers to the notes' own exercises, which paper shows on a page of their own."""
        self._answers = True

    def loads(self, data: Mapping[str, Asset], figures: Asset, language: str = DEFAULT) -> Loads:
        """Return what the page loads.

        `data` are the scripts that are made from the banks, by their names as parts; `figures` is the style sheet of drawings;
        `language` is that of the interface's words.
        """
        prints = self.asks or self._answers
        needless = {"pictures"} if self._sheets & {"practice", "mock"} else set()
        wanted = self._sheets | ({"quiz"} if self.asks else set()) | ({"print"} if prints else set())
        media = {"print": ' media="print"'}
        sheets = [(assets.style_sheet(name), media.get(name, "")) for name in scripts.SHEETS if name in wanted - needless]
        sheets += [(figures, "")] if self._figures else []
        writing = assets.language_sheet(language)
        sheets += [(writing, "")] if writing else []
        if self.asks or self._terms:
            return Loads(sheets, *self._scripts(data, language), self._areas(data))
        return Loads(sheets, [assets.shell_script(language), *([assets.print_script()] if prints else [])], {}, set())

    def _areas(self, data: Mapping[str, Asset]) -> set[str]:
        """Return the areas that scripts of the page say, those that come later too, and those of questions which they bring."""
        parts = scripts.with_needs(self._parts | self._marking | ({"feature:terms"} if self._terms else set()))
        later = scripts.with_needs({f"feature:{name}" for name in self._later})
        banks = (asset.areas for name, asset in data.items() if name.startswith("data:bank:"))
        return areas_of(parts | later).union(*banks) if "data:catalogue" in parts else areas_of(parts | later)

    def _scripts(self, data: Mapping[str, Asset], language: str) -> tuple[list[Asset], dict[str, list[Asset]]]:
        """Return the scripts that the page loads at once, and those that it fetches later.

        Where questions are asked one after another, what marks them is there before they are shown.
        """
        at_once = scripts.CHECKING in scripts.with_needs(self._parts)
        now = self._parts | (self._marking if at_once else set())
        later = {} if at_once or not self._marking else {"marking": assets.parts_of(self._marking, data, language)}
        here = scripts.with_needs(now)
        for name in sorted(self._later):
            later[name] = assets.parts_of(scripts.with_needs({f"feature:{name}"}) - here, data, language)
        if self._terms:
            later["terms"] = [assets.style_sheet("terms"), *assets.parts_of({"feature:terms", "data:terms"}, data, language)]
        return assets.scripts_of(now, data, language), later
