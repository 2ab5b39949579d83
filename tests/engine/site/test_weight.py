"""What the site's own scripts and styles weigh when they travel: compressed, as servers do."""

import gzip

import pytest

from quizbank.offline.worker import register_script
from quizbank.site.assets import (
    Asset,
    folder_assets,
    part_source,
    parts_of,
    print_script,
    question_script,
    scripts_of,
    style_sheet,
)
from quizbank.site.minify import minified_closed_script
from quizbank.site.scripts import FEATURES, PARTS, SHEETS, with_needs
from quizbank.strings.words import DEFAULT, languages

# What a learner's phone may load of ours on a page where questions are asked one after another.
MOST = 30 * 1024
# A page in another script may load more: a letter of it takes three bytes where a Latin one takes one.
MOST_IN_ANOTHER_SCRIPT = 35_000
# No page asks questions one after another and is a chapter, a home page or the list of mock tests as well.
OF_OTHER_PAGES = ("notes", "terms", "home", "mocks")
# The sheets for practice and for a mock test hold what is in the one for pictures.
HELD = ("pictures",)
# A page has one of these.
OF_ONE_FEATURE = {"mock", "flashcards", "progress"}
# What is made from the banks is weighed with the course.
DATA = {name: Asset("", "") for name in ("data:catalogue", "data:papers", "data:cards")}


def weight(assets: list[Asset]) -> int:
    return sum(len(gzip.compress(asset.text.encode(), compresslevel=6)) for asset in assets)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("feature", FEATURES)
def test_scripts_and_styles_of_a_page_with_any_feature_weigh_at_most_30_kilobytes(feature: str, language: str) -> None:
    most = MOST_IN_ANOTHER_SCRIPT if language != DEFAULT else MOST
    own = {feature.removeprefix("feature:")} & OF_ONE_FEATURE
    others = OF_ONE_FEATURE - own | ({"practice"} if feature == "feature:mock" else set())
    sheets = [style_sheet(name) for name in SHEETS if name not in (*OF_OTHER_PAGES, *HELD, *others)]
    assert weight([*sheets, *scripts_of({feature}, DATA, language)]) <= most


@pytest.mark.parametrize("language", languages())
def test_a_home_page_weighs_at_most_10_kilobytes_before_it_knows_its_reader(language: str) -> None:
    """With a question on it, whose marking comes with the first answer. What a returning learner sees is fetched later."""
    sheets = [style_sheet(name) for name in ("quiz", "home")]
    assert weight([*sheets, *scripts_of({"feature:home"}, DATA, language)]) <= 9_000  # the course's own style sheet has the rest


@pytest.mark.parametrize("language", languages())
def test_what_a_home_page_fetches_for_a_learner_who_comes_back_weighs_at_most_6_kilobytes(language: str) -> None:
    """In one file: what it needs of other parts comes with it."""
    known = parts_of(with_needs({"feature:returning"}), DATA, language)
    assert len(known) == len(DATA.keys() & with_needs({"feature:returning"})) + 1
    assert weight(known) <= 6_300


def test_all_scripts_of_our_own_together_weigh_at_most_60_kilobytes() -> None:
    """Each part once: what a whole script holds of others is weighed with those."""
    own = [Asset(name, minified_closed_script(part_source(name))) for name in PARTS]
    assert weight([question_script(), print_script(), register_script(), *own, *folder_assets("small-site")]) <= 60 * 1024
