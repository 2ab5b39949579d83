"""What a practice page declares."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PracticePage:
    """A page: the keys of its title, and of what it is for in a sentence for learners.

    `scripts` are its files in the folder of the front end; they start when the parts in `needs`, which `site/scripts.py` names,
    are there. Without JavaScript the list of all quizzes serves the same end, or where `of_glossary` is true, the glossary.
    `blocks` stand below all that; they have no argument. `later` are parts that the page fetches when a learner asks for them.
    """

    title: str
    purpose: str
    scripts: tuple[str, ...]
    needs: tuple[str, ...]
    of_glossary: bool = False
    blocks: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
