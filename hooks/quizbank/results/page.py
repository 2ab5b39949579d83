"""The results as one page: an HTML document with its style sheet in it, without a script, that fetches nothing."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quizbank.results import measures
from quizbank.results.analysis import SMALL, TINY
from quizbank.results.answers.reading import Handed
from quizbank.results.figures import figure_text, marks_text, percent_text
from quizbank.results.view import View

FOLDER = Path(__file__).parent


def results_page(view: View, handed: Handed, *, anonymous: bool) -> str:
    """Return the page. Where learners are anonymous, files that were refused are counted and not named."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(marks=marks_text, percent=percent_text, figure=figure_text)
    environment.globals.update(say=view.words.say, language=view.words.language, style=_style())
    size = len(view.group.learners)
    return environment.get_template("results.html.j2").render(
        view=view,
        group=view.group,
        size=size,
        label=label_of(view),
        is_tiny=size < TINY,
        is_small=size < SMALL,
        chance=measures.by_chance(size) if size > 1 else 0,
        earned=[learner.earned for learner in view.group.learners],
        shares=[learner.share for learner in view.group.learners],
        spread=measures.spread([learner.earned for learner in view.group.learners]) if size > 1 else 0,
        apart=_apart(view),
        refused=[Path(name).name for name, _ in handed.refused],
        anonymous=anonymous,
        tiny_limit=TINY,
        small_limit=SMALL,
    )


def label_of(view: View) -> str:
    """Return what was taken, by the codes that stand on its sheets; '' for work on quizzes."""
    test, say = view.test, view.words.say
    if test.code:
        return say("paper.mock_set", letter=test.forms[0].letter, code=f"{test.code}.{test.forms[0].fingerprint}")
    return ", ".join(say("paper.set", letter=form.letter, code=form.fingerprint) for form in test.forms if form.letter)


def _apart(view: View) -> dict[str, int]:
    """Return how many answers are marked for nothing, by what became of their questions."""
    learners = view.group.learners
    return {
        "withdrawn": sum(len(learner.withdrawn) for learner in learners),
        "changed": sum(len(learner.changed) for learner in learners),
    }


def _style() -> Markup:
    return Markup((FOLDER / "results.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
