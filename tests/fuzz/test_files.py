"""Any text in a course's profile, a paper, a block's argument or the interface is a problem or stands on a safe page."""

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import anywhere
import small_project
from filled_pages import Pages
from fuzzing import examples
from places import ROOT
from quizbank.blocks import BLOCKS
from quizbank.library import Library, read_library
from quizbank.papers.sets import paper_set
from quizbank.sheets.sheets import Sheets
from quizbank.site.safety.forbidden import forbidden_in
from quizbank.strings.words import Words as Said
from quizbank.strings.words import entries
from quizbank.texts.looks import without_unfit
from strict_html import Words, check, document, is_safe, parsed

COURSE = {**anywhere.read_yaml((ROOT / "course.yml").read_text(encoding="utf-8")), "id": "small-site"}
PAPER = {
    **{"title": "Friday", "style": "a test", "minutes": "20", "instructions": ["Answer **all**."]},
    "sections": [{"id": "A", "title": "Choose", "kinds": ["single-choice", "true-false"], "number": "2", "marks": "1"}],
}
NOTES = {path: text for path, text in small_project.WITH_CARDS.items() if path.startswith(("docs/", "quizzes/"))}


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages()


def library_of(files: dict[str, str]) -> Library:
    """Return what is read from the small project with some files changed or added, after a look at its problems."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in {**NOTES, "course.yml": small_project.COURSE, **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        library = read_library(root / "quizzes", root / "docs", root)
    assert all(problem.line >= 1 and problem.file and "\n" not in str(problem) for problem in library.problems)
    return library


def made_pages(pages: Pages, library: Library) -> Iterator[str]:
    """Yield the pages that the site makes by itself, but for long ones that say little of what is in the profile or a paper."""
    site = pages.site(library)
    made = library.course.generated
    long = {"quiz/five-kinds.md", "quiz/two-kinds.md", made.kinds, made.about}
    yield from (pages.html(site, path, text) for path, text in site.pages().items() if path not in long)


@cache
def harmless() -> Words:
    """Return what the pages hold that are made by the profile of this course, and the sheets of a paper."""
    words, pages = Words(), Pages()
    library = library_of({"course.yml": anywhere.as_yaml(COURSE), "quizzes/papers/friday.yml": anywhere.as_yaml(PAPER)})
    for html in (*made_pages(pages, library), *sheets(pages, library)):
        words.learn(parsed(html if "<html" in html else document(html)))
    words.known.setdefault("div", set()).update({"class", "role"})
    return words


def sheets(pages: Pages, library: Library) -> Iterator[str]:
    """Yield the sheets of every paper that could be read."""
    for paper in library.all_papers.values():
        one = paper_set(paper, library.banks.values(), "7", "A")
        made = Sheets(pages.renderer)
        yield from filter(None, (made.paper(one), made.answer_sheet(one), made.key(one)))


@examples(4)
@given(data=st.data())
def test_any_text_in_the_profile_of_a_course_is_a_problem_or_safe_pages(pages: Pages, data: st.DataObject) -> None:
    library = library_of({"course.yml": anywhere.as_yaml(data.draw(anywhere.changed(COURSE)))})
    for html in made_pages(pages, library):
        check(parsed(document(html)), harmless())


@examples(5)
@given(data=st.data())
def test_any_text_in_a_paper_is_a_problem_or_safe_sheets(pages: Pages, data: st.DataObject) -> None:
    library = library_of({"quizzes/papers/friday.yml": anywhere.as_yaml(data.draw(anywhere.changed(PAPER)))})
    assert library.all_papers or library.problems
    for html in (*made_pages(pages, library), *sheets(pages, library)):
        check(parsed(html if "<html" in html else document(html)), harmless())


@cache
def plain_library() -> Library:
    return library_of({})


@examples(30)
@given(name=st.sampled_from(sorted(BLOCKS)), argument=anywhere.TEXTS, reference=st.booleans())
def test_any_argument_of_a_block_is_shown_as_words_and_the_text_around_it_stays(
    pages: Pages, name: str, argument: str, reference: bool
) -> None:
    line = f"{'five-kinds#' if reference else ''}{without_unfit(' '.join(argument.split()))}"
    text = f"# New\n\nBefore it.\n\n/// {name} | {line}\n///\n\nBehind it.\n"
    html = pages.html(pages.site(plain_library()), "new.md", text)
    if "///" in html:  # the block is no block, so its page is a page of Markdown with the HTML that authors may write there
        assert library_of({"docs/new.md": text}).problems_of("docs/new.md")
        return
    assert list(forbidden_in(html)) == []
    assert all(map(is_safe, _addresses(html)))
    assert html.count("<p>Before it.</p>") == 1
    assert "Behind it." in html


def _addresses(html: str) -> Iterator[str]:
    """Yield every address in a page that browsers would read."""
    for element in parsed(document(html)).iter():
        yield from (value for name, value in element.items() if name in ("href", "src"))


@examples(30)
@given(language=st.sampled_from(["en", "hi"]), value=anywhere.TEXTS.map(without_unfit), data=st.data())
def test_any_value_in_what_the_interface_says_is_words(language: str, value: str, data: st.DataObject) -> None:
    said = Said(language)
    key, entry = data.draw(st.sampled_from(sorted(entries(language).items(), key=lambda pair: pair[0])))
    names = re.findall(r"\{(\w+)\}", entry if isinstance(entry, str) else " ".join(entry.values()))
    number = {} if isinstance(entry, str) else {"n": 2}
    tree = parsed(document(str(said.word(key, **{**dict.fromkeys(names, value), **number}))))
    (main,) = tree.iter("main")
    assert [each.tag for each in main.iter()] == ["main", "span"]
    assert {name for span in main for name, _ in span.items()} <= {
        "data-say",
        *(f"data-{name}" for name in (*names, "n")),
        "lang",
    }
    assert parsed(document(f"<p {said.labelled(key, **{**dict.fromkeys(names, value), **number})}></p>")) is not None
