"""Takes folded answers out of a page, for the key at the back, and leaves the way there in their place."""

import re
from dataclasses import dataclass

from markupsafe import Markup

_PIECE = re.compile(
    r"<h[1-6]\b[^>]*>(?P<heading>.*?)</h[1-6]>"
    r'|<details class="success"[^>]*>\s*<summary>(?P<summary>.*?)</summary>(?P<body>.*?)</details>',
    re.DOTALL,
)


@dataclass(frozen=True)
class FoldedAnswer:
    """One folded answer: the heading above it, its own title, what it says, and its id in the key."""

    heading: Markup
    title: Markup
    body: Markup
    anchor: str


def without_answers(html: str, page: str) -> tuple[str, list[FoldedAnswer]]:
    """Return the page without its folded answers, and these. `page` is the id of the page in the document."""
    answers: list[FoldedAnswer] = []
    heading = Markup("")

    def taken(found: re.Match[str]) -> str:
        nonlocal heading
        if found["heading"] is not None:
            heading = Markup(found["heading"])  # noqa: S704
            return found[0]
        title, body = Markup(found["summary"]), Markup(found["body"])  # noqa: S704 - the page's own HTML
        answers.append(FoldedAnswer(heading, title, body, f"key-{page}-{len(answers) + 1}"))
        return f'<p class="to-key"><a href="#{answers[-1].anchor}">{title}: in the answer key</a></p>'

    return _PIECE.sub(taken, html), answers
