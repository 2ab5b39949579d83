"""What the site's own scripts and styles weigh when they travel: compressed, as servers do."""

import gzip

import pytest

from quizbank.offline.worker import register_script
from quizbank.site.assets import Asset, folder_assets, part_script, print_script, question_script, scripts_of, style_sheet
from quizbank.site.scripts import FEATURES, PARTS, SHEETS
from quizbank.strings.words import DEFAULT, languages

# What a learner's phone may load of ours on a page where questions are asked one after another.
MOST = 30_000
# A page in another script may load more: a letter of it takes three bytes where a Latin one takes one.
MOST_IN_ANOTHER_SCRIPT = 35_000
# No page asks questions one after another and is a chapter as well.
OF_NOTES = ("notes", "terms", "mocks")
# The sheets for practice and for a mock test hold what is in the one for pictures.
HELD = ("pictures",)
# A page has one of these.
OF_A_FEATURE = {"mock", "practice"}
# What is made from the banks is weighed with the course.
DATA = {name: Asset("", "") for name in ("data:catalogue", "data:papers", "data:cards")}


def weight(assets: list[Asset]) -> int:
    return sum(len(gzip.compress(asset.text.encode(), compresslevel=6)) for asset in assets)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("feature", FEATURES)
def test_scripts_and_styles_of_a_page_with_any_feature_weigh_at_most_30_kilobytes(feature: str, language: str) -> None:
    most = MOST_IN_ANOTHER_SCRIPT if language != DEFAULT else MOST
    own = "mock" if feature == "feature:mock" else "practice"
    sheets = [style_sheet(name) for name in SHEETS if name not in (*OF_NOTES, *HELD, *(OF_A_FEATURE - {own}))]
    assert weight([*sheets, *scripts_of({feature}, DATA, language)]) <= most


def test_all_scripts_of_our_own_together_weigh_at_most_56_kilobytes() -> None:
    ours = [question_script(), print_script(), register_script(), *map(part_script, PARTS)]
    assert weight([*ours, *folder_assets("small-site")]) <= 56_000
