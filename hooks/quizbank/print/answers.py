"""Takes the answers of the notes out of a page, for the key at the back, and leaves the way there in their place.

An answer is a box of the type "success", folded on the screen or open: on paper both would stand beside their exercise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from quizbank.strings.words import Words

_PIECE = re.compile(
    r"<h[1-6]\b[^<>]*>(?P<heading>.*?)</h[1-6]>"
    r'|<(?P<box>details|div)\b[^<>]*\bclass="(?:[^"]*\s)?success(?:\s[^"]*)?"[^<>]*>',
    re.DOTALL,
)
_TITLE = re.compile(r'\s*<(summary|p class="admonition-title")>(?P<words>.*?)</\w+>', re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """One answer: the heading above it, its own title, what it says, and its id in the key."""

    heading: Markup
    title: Markup
    body: Markup
    anchor: str


def without_answers(html: str, page: str, words: Words) -> tuple[str, list[Answer]]:
    """Return the page without its answers, and these. `page` is the id of the page in the document."""
    answers: list[Answer] = []
    pieces = list(_pieces(html, page, answers, words))
    return "".join(pieces), answers


def _pieces(html: str, page: str, answers: list[Answer], words: Words) -> Iterator[str]:
    """Yield what stays of the page, piece by piece, and add each answer to `answers`."""
    heading, done = Markup(""), 0
    while piece := _PIECE.search(html, done):
        yield html[done : piece.start()]
        done = piece.end()
        if piece["box"] is None:
            heading = Markup(piece["heading"])  # noqa: S704 - the page's own HTML
            yield piece[0]
        else:
            body, done = _inside(html, done, piece["box"])
            answers.append(_answer(body, heading, f"key-{page}-{len(answers) + 1}", Markup.escape(words.say("book.answer"))))
            way = words.around("book.in_key", title=answers[-1].title)
            yield f'<p class="to-key"><a href="#{answers[-1].anchor}">{way}</a></p>'
    yield html[done:]


def _answer(body: str, heading: Markup, anchor: str, no_title: Markup) -> Answer:
    title = _TITLE.match(body)
    words = Markup(title["words"]) if title else no_title  # noqa: S704 - the page's own HTML
    return Answer(heading, words, Markup(body[title.end() :] if title else body), anchor)  # noqa: S704


def _inside(html: str, start: int, tag: str) -> tuple[str, int]:
    """Return what an element holds that opened before `start`, boxes of the same tag among it, and where the element ends."""
    depth = 1
    for edge in re.compile(rf"<(/?){tag}\b[^<>]*>").finditer(html, start):
        depth += -1 if edge[1] else 1
        if depth == 0:
            return html[start : edge.start()], edge.end()
    return html[start:], len(html)
