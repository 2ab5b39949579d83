"""The words of other languages: each page names those that it says and no others, and a page of notes stays light with them."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import shell_project
from quizbank.site.assets import areas_in
from quizbank.site.languages import OtherLanguages, areas_of
from quizbank.site.scripts import FEATURES, with_needs
from quizbank.strings.words import entries

# What a chapter may load in addition to its own scripts and styles where the learner has chosen another language.
MOST_OF_A_CHAPTER = 8_000
# And a page on which questions are asked one after another.
MOST = 14_000
LONG = "A sentence that is far too long to be a name of anything at all."
TEXTS = {"hi": {"Home": "मुख पृष्ठ", LONG: "एक लंबा वाक्य।"}}


def page_of(html: str, areas: str = "") -> str:
    return f'<p>{html}</p><script src="a.js" data-words="{areas}"></script>'


def named_in(html: str) -> list[str]:
    """Return the stems of the files that a page names for Hindi."""
    found = re.search(r'data-words-hi="([^"]*)"', OtherLanguages("en", TEXTS).named_in(html))
    assert found
    return [re.sub(r"assets/quiz/(.*)-[0-9a-f]{10}\.js", r"\1", path) for path in found[1].split()]


def test_a_page_names_the_words_that_its_html_and_its_scripts_say() -> None:
    html = page_of('<b data-say="chapter.done">Done</b> <i data-say-label="set.last"></i>', "question")
    assert named_in(html) == ["words-hi", "names-hi", "words-hi-chapter", "words-hi-question", "words-hi-set"]
    assert named_in(page_of("Nothing to say")) == ["words-hi", "names-hi"]


def test_a_long_text_of_the_course_comes_only_where_it_stands() -> None:
    assert "texts-hi" in named_in(page_of(LONG.replace("too long", "<b>too\nlong</b>")))
    assert "texts-hi" not in named_in(page_of("Home"))


def test_a_number_in_a_long_text_of_the_course_may_be_any_number() -> None:
    text = "Every technical term of these notes in plain words, # in all."
    other = OtherLanguages("en", {"hi": {text: "कुल # शब्द"}})
    assert "texts-hi" in other.named_in(page_of(text.replace("#", "1,184")))
    assert "texts-hi" not in other.named_in(page_of(text.replace("#", "many")))


def test_what_papers_say_is_known_on_the_pages_of_mock_tests_alone() -> None:
    other = OtherLanguages("en", {"hi": {"Choose": "चुनें", "Home": "मुख पृष्ठ"}}, ["Choose"])
    assert "papers-hi" in other.named_in(page_of("<quiz-mock>Choose</quiz-mock>"))
    assert "papers-hi" not in other.named_in(page_of("Choose"))
    names = {asset.path.partition("-hi-")[0]: asset.text for asset in other.assets()}
    assert ("Choose" in names["assets/quiz/names"], "Choose" in names["assets/quiz/papers"]) == (False, True)


def test_what_a_page_names_is_there() -> None:
    other = OtherLanguages("en", TEXTS, [])
    paths = {asset.path for asset in other.assets()}
    areas = " ".join({key.partition(".")[0] for key in entries("en")})
    found = re.search(r'data-words-hi="([^"]*)"', other.named_in(page_of(f"<quiz-mock>{LONG}</quiz-mock>", areas)))
    assert found
    assert set(found[1].split()) == paths


def test_a_course_in_hindi_offers_english() -> None:
    assert 'data-words-en="' in OtherLanguages("hi", {}).named_in(page_of("x"))
    assert 'data-words-hi="' in OtherLanguages("kn", {}).named_in(page_of("x")), "which English words stand in for"


def test_every_part_names_the_areas_of_what_it_says() -> None:
    assert areas_of([]) >= {"question"}
    assert areas_of(with_needs({"feature:today"})) >= {"today", "player", "practice", "question"}
    assert "mock" not in areas_of(with_needs({"feature:today"}))
    assert areas_in('["<b data-say=\\"kind.blank\\">x</b>"]') == {"kind"}


def weight(names: list[str], other: OtherLanguages) -> int:
    texts = {re.sub(r"assets/quiz/(.*)-[0-9a-f]{10}\.js", r"\1", asset.path): asset.text for asset in other.assets()}
    return sum(len(gzip.compress(texts[name].encode(), compresslevel=6)) for name in names)


def test_a_chapter_in_another_language_stays_light() -> None:
    areas = "chapter figure kind question site"
    assert weight(named_in(page_of("x", areas)), OtherLanguages("en", TEXTS)) <= MOST_OF_A_CHAPTER


@pytest.mark.parametrize("feature", FEATURES)
def test_no_page_with_questions_brings_more_words_than_it_says(feature: str) -> None:
    areas = areas_of(with_needs({feature})) | {"question", "kind", "site"}
    assert weight(named_in(page_of("x", " ".join(areas))), OtherLanguages("en", TEXTS)) <= MOST


@pytest.mark.site
def test_every_page_of_a_site_names_its_words_and_declares_nothing_any_more(build_site: Callable[..., Path]) -> None:
    site = build_site(shell_project.FILES, SITE_URL="https://a.example/")
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "data-words=" not in text, path
        if "data-say=" in text and "/papers/" not in path.as_posix():
            assert "data-words-hi=" in text, path
