"""Which scripts and styles a page needs, known by the elements that stand on it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from quizbank.practice import PAGES
from quizbank.site import assets
from quizbank.site.assets import Asset

# By what a page must hold to need the script of that feature.
_ELEMENTS = {
    **{f'data-kind="{kind}"': feature for kind, feature in assets.MARKED_BY.items()},
    "<quiz-set": "set",
    **{f"<quiz-{name}": name for name in (*PAGES, "mock")},
}
# What the second style sheet is for.
_PRACTICE_STYLE = re.compile(r'data-quiz-page|<quiz-set|class="quiz-(?:row|lists|case|point)\b')
# Answers in the notes, folded or not.
_ANSWERS = re.compile(r'<(?:details|div) class="[^"]*\bsuccess\b')


class Loads(NamedTuple):
    """What a page loads: style sheets, each with the attribute for its medium, and scripts."""

    sheets: list[tuple[Asset, str]]
    scripts: list[Asset]


def of_page(html: str, data: Mapping[str, Asset], figures: Asset) -> Loads:
    """Return what a page loads. `data` are the scripts that are made from the banks, by name, `figures` the style of figures."""
    features = [feature for element, feature in _ELEMENTS.items() if element in html]
    asks = bool(features) or "<quiz-question" in html
    answers = asks or bool(_ANSWERS.search(html))
    sheets = [(assets.stylesheet(), "")] * asks
    practises = _PRACTICE_STYLE.search(html) is not None
    sheets += [(assets.practice_stylesheet(), "")] * practises
    sheets += [(figures, "")] * ("site-figure" in html)
    sheets += [(assets.picture_stylesheet(), "")] * ('class="quiz-picture"' in html and not practises)
    sheets += [(assets.print_stylesheet(), ' media="print"')] * answers
    scripts = assets.scripts_for(features, data) if asks else [assets.print_script()] * answers
    return Loads(sheets, scripts)
