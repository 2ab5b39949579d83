"""What a save does not change is taken from the site before: other banks' scripts, and pages without the saved bank."""

from pathlib import Path

import pytest

import small_project
from quizbank.banks.memory import BankMemory
from quizbank.library import Library, read_library
from quizbank.model.bank import Bank, once
from quizbank.site.page import mark
from quizbank.site.site import Site

PAGES = {
    "outsourcing.md": mark("objectives", "five-kinds"),
    "quiz/five-kinds.md": mark("quiz", "five-kinds"),
    "quiz/two-kinds.md": mark("quiz", "two-kinds"),
    "words.md": mark("quiz", "five-kinds#school-bus"),
    "index.md": "No block.",
    "kinds.md": mark("example", "true-false"),
    "today.md": mark("practice", "today"),
    "home.md": mark("home", ""),
    "lost.md": mark("quiz", "no-such-bank"),
}
SAVED = {"quiz/two-kinds.md", "words.md", "today.md", "home.md", "lost.md"}  # `words.md` is the chapter of the saved bank


class Author:
    """A project whose banks are saved, and what a server remembers of it."""

    def __init__(self, root: Path) -> None:
        self.root, self._memory = root, BankMemory()
        for name, text in small_project.FILES.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")

    def read(self) -> Library:
        return read_library(self.root / "quizzes", self.root / "docs", self.root, with_drafts=True, load=self._memory.load)

    def save(self, bank: str, old: str, new: str) -> Library:
        file = self.root / f"quizzes/{bank}.yml"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return self.read()


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def filled(library: Library, aside: bool = False) -> Site:
    site = Site(library, aside={} if aside else None)
    dict(site.files(str))
    for path, html in PAGES.items():
        site.fill(html, path, str, lambda fault: None)
    return site


def test_only_pages_that_may_follow_a_saved_bank_are_to_be_filled_again(author: Author) -> None:
    before = filled(author.read())
    now = before.again(author.save("two-kinds", "stands for office", "stands for office work"))
    assert now.to_fill_again(before.library) == SAVED


def test_a_page_is_to_be_filled_again_where_something_else_is_wrong_with_its_bank(author: Author) -> None:
    before = filled(author.read())
    now = before.again(author.save("two-kinds", "questions:", "withdrawn: [school-bus]\nquestions:"))
    assert now.to_fill_again(before.library) == SAVED | {"quiz/five-kinds.md", "outsourcing.md"}


def test_what_a_page_was_made_of_is_known_at_the_save_after_the_next(author: Author) -> None:
    site = filled(author.read())
    for number in range(2):
        before, site = site, site.again(author.save("two-kinds", "stands for office", f"stands for office {number}"))
    assert site.to_fill_again(before.library) == SAVED


@pytest.mark.parametrize("aside", [True, False])
def test_the_scripts_of_banks_that_were_not_saved_are_not_made_again(author: Author, aside: bool) -> None:
    before = filled(author.read(), aside)
    first = dict(before.files(str))
    then = dict(before.again(author.save("two-kinds", "stands for office", "stands for office work")).files(str))
    same = {path for path in first.keys() & then.keys() if "bank-" in path and first[path] is then[path]}
    assert [path.split("bank-")[1].partition("-")[0] for path in same] == ([] if aside else ["five"])
    assert len(first) == len(then)


def test_what_is_made_of_a_bank_is_made_once_until_it_is_saved(author: Author) -> None:
    asked: list[str] = []

    @once
    def title(bank: Bank) -> str:
        asked.append(bank.name)
        return bank.title

    for library in (author.read(), author.read(), author.save("two-kinds", "office", "house")):
        assert list(map(title, library.banks.values())) == ["Five kinds", "Two kinds"]
    assert asked == ["five-kinds", "two-kinds", "two-kinds"]
