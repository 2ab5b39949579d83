"""Figures: hand-made SVG files that stand inline in a page, so that they take its colours in light, dark and print.

One visual language holds them together: every file is 340 units wide, carries the same style block and uses only its classes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from quizbank.course import Topic
from quizbank.notes import svg
from quizbank.problems.problem import ANY_PAGE, Problem, file_name

FOLDER = "assets/figures"
STYLE = Path(__file__).parent.parent / "frontend/styles/figures.css"

_CLASS = re.compile(r"\.(f-[a-z]+)\{")
_TOPIC_RULE = re.compile(r"\.f-([a-z]+)\{fill:var\([^{}()]*\);stroke:var\([^{}()]*\);stroke-width:2[^{}()]*\}")
_AFTER_TOPICS = ".f-line{"
# The name stands in ids and in the argument of blocks.
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Figure:
    """One figure: its name, its file for messages, the text of the file, and the style block that it has to carry."""

    name: str
    file: str
    text: str
    style: str = field(default_factory=lambda: figure_style({}))

    @cached_property
    def drawing(self) -> svg.Drawing | svg.NotDrawn:
        """The parsed file, or why it is no drawing."""
        try:
            drawing = svg.parse(self.text)
        except svg.NotDrawn as fault:
            return fault
        if drawing.root.name != "svg":
            return svg.NotDrawn(drawing.root.line, f"expected <svg> around everything, got <{drawing.root.name}>")
        return drawing

    @property
    def inline(self) -> str:
        """The drawing for a page that has the figures' style sheet; '' when there is none. What is not allowed is left out."""
        return "" if isinstance(self.drawing, svg.NotDrawn) else svg.written(self.drawing.root)

    @property
    def texts(self) -> list[str]:
        """The words of title and description, for readers who cannot see the drawing."""
        if isinstance(self.drawing, svg.NotDrawn):
            return []
        return [" ".join(child.words.split()) for child in self.drawing.root.all() if child.name in ("title", "desc")]

    @property
    def standalone(self) -> str:
        """The drawing as a file of its own, with the figures' style sheet in it; '' when there is none."""
        return "" if isinstance(self.drawing, svg.NotDrawn) else svg.written(self.drawing.root, self.style)


def house_classes() -> frozenset[str]:
    """Return the classes of shapes and words that figures have in every course, without `f-`: no topic can be called so."""
    return frozenset(name.removeprefix("f-") for name in _CLASS.findall(figure_style({})))


def figure_style(topics: Mapping[str, Topic]) -> str:
    """Return the rules of every figure's style block: those of all courses, and a class for each topic of this one."""
    before, mark, after = STYLE.read_text(encoding="utf-8").partition(_AFTER_TOPICS)
    return before + "".join(_rule(name, topic) for name, topic in topics.items()) + mark + after


def _rule(name: str, topic: Topic) -> str:
    dashes = ";stroke-dasharray:6 3" if topic.dashed else ""
    colours = f"fill:var(--site-{name}-soft,{topic.area});stroke:var(--site-{name},{topic.line})"
    return f".f-{name}{{{colours};stroke-width:2{dashes}}}\n"


def is_name(name: str) -> bool:
    """Say whether a figure may have this name."""
    return _NAME.fullmatch(name) is not None


def read_figures(docs: Path, root: Path, topics: Mapping[str, Topic] | None = None) -> dict[str, Figure]:
    """Return the figures of the docs folder by name. File names in messages start from `root`; `topics` are the course's."""
    style = figure_style(topics or {})
    return {
        path.stem: Figure(path.stem, file_name(path, root), path.read_text(encoding="utf-8-sig", errors="replace"), style)
        for path in sorted((docs / FOLDER).glob("*.svg"))
        if path.is_file()
    }


def check_figures(figures: Mapping[str, Figure], used: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with each figure. `used` are the names that some page shows."""
    for figure in figures.values():
        if not is_name(figure.name):
            message = (
                f"expected a file name of lower-case words joined by hyphens, such as 'value-chain.svg', got '{figure.name}.svg'"
            )
            yield Problem(figure.file, 1, "", message)
        if isinstance(figure.drawing, svg.NotDrawn):
            yield Problem(figure.file, figure.drawing.line, "", figure.drawing.message)
            continue
        yield from (Problem(figure.file, line, "", message) for line, message in _faults(figure, figure.drawing))
        if figure.name not in used:
            yield Problem(
                figure.file, 1, "", "expected a page that shows this figure, got none", needs=(ANY_PAGE,), check="figure-shown"
            )


def _faults(figure: Figure, drawing: svg.Drawing) -> Iterator[tuple[int, str]]:
    root = drawing.root
    yield from _root_faults(figure, root)
    for needed in ("title", "desc"):
        yield from _label_faults(figure, needed, [child for child in root.all() if child.name == needed])
    blocks = [element for element in root.all() if element.name == "style"]
    if len(blocks) != 1 or _of_every_course(blocks[0].words) != _of_every_course(figure.style):
        yield 1, f"expected the style block of {STYLE.name}, got another one or none"
    classes = set(_CLASS.findall(figure.style))
    for element in root.all():
        yield from ((element.line, message) for message in _element_faults(figure, element, classes))
    yield from drawing.faults


def _of_every_course(style: str) -> list[str]:
    """Return a style block without the rules of topics: what a profile changes does not make its figures wrong."""
    house = house_classes()
    return _TOPIC_RULE.sub(lambda rule: rule[0] if rule[1] in house else "", style).split()


def _label_faults(figure: Figure, name: str, found: list[svg.Element]) -> Iterator[tuple[int, str]]:
    label = f"fig-{figure.name}-{name}"
    if not found:
        yield 1, f"expected a <{name}>, got none"
    elif found[-1].attributes != {"id": label} or not found[-1].words:
        yield found[-1].line, f'expected <{name} id="{label}"> with words, got something else'


def _root_faults(figure: Figure, root: svg.Element) -> Iterator[tuple[int, str]]:
    box = root.attributes.get("viewBox", "").split()
    if box[:3] != ["0", "0", "340"]:
        yield root.line, f"expected a viewBox that begins '0 0 340', got '{' '.join(box)}'"
    labels = f"fig-{figure.name}-title fig-{figure.name}-desc"
    if root.attributes.get("role") != "img" or root.attributes.get("aria-labelledby") != labels:
        yield root.line, f'expected role="img" and aria-labelledby="{labels}" on the root, got something else'


def _element_faults(figure: Figure, element: svg.Element, classes: set[str]) -> Iterator[str]:
    own = element.attributes.get("id")
    if own is not None and not own.startswith(f"fig-{figure.name}-"):
        yield f"expected an id that begins 'fig-{figure.name}-', got '{own}'"
    yield from svg.faults_of(element)
    for name in element.attributes.get("class", "").split():
        if name not in classes:
            yield f"expected one of the classes {', '.join(sorted(classes))}, got '{name}'"
