"""Boxes that ask before they tell: a box of the type "question" takes a guess, and the box "abstract" behind it opens on request.

Nothing here needs a script, and what is guessed is kept nowhere.
"""

from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from quizbank.strings.words import Words


class Guesses(Extension):
    """The Markdown extension. `words` are those of the interface."""

    def __init__(self, words: Words, **configuration: Any) -> None:
        self._words = words
        super().__init__(**configuration)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Look for the boxes when all of them have been made."""
        md.treeprocessors.register(_Asking(md, self._words), "guesses", -10)


class _Asking(Treeprocessor):
    def __init__(self, md: Markdown, words: Words) -> None:
        super().__init__(md)
        self._words = words

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for box, answer in pairwise(list(parent)):
                if _is_box(box, "question") and _is_box(answer, "abstract"):
                    self._take_guess(box)
                    self._fold(answer)

    def _take_guess(self, box: Element) -> None:
        label = SubElement(box, "label", {"class": "quiz-typed notes-guess", "data-search-exclude": ""})
        SubElement(label, "span", {"data-say": "chapter.your_guess"}).text = self._words.say("chapter.your_guess")
        SubElement(label, "textarea", {"rows": "1", "autocomplete": "off"})

    def _fold(self, answer: Element) -> None:
        """Put what the box says, below its title, behind a fold."""
        inside = list(answer)[1:]
        folded = SubElement(answer, "details", {"class": "notes-answer"})
        summary = SubElement(folded, "summary", {"data-search-exclude": ""})
        SubElement(summary, "span", {"data-say": "chapter.show_answer"}).text = self._words.say("chapter.show_answer")
        for element in inside:
            answer.remove(element)
            folded.append(element)


def _is_box(element: Element, name: str) -> bool:
    return {"admonition", name} <= set(element.get("class", "").split())
