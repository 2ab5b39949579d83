"""Questions and their part of the key: the classes of the kinds' templates `paper.html.j2` and `key.html.j2`."""

from collections.abc import Iterator
from itertools import zip_longest

from quizbank.word.blocks import Blocks, Writer, gap, of_class, paragraph, without
from quizbank.word.runs import run, tab
from quizbank.word.styles import MARKS, WIDTH
from quizbank.word.tables import cell, columns, grid, row, table
from quizbank.word.xml import Node, keep_with_next, words_of

# How many options stand in a line, by the class of their list.
_SIDE_BY_SIDE = {"paper-pairs": 2, "paper-fours": 4}
_SHORT = 11  # letters, with its own: an option of which four fit a line in any font
_PICTURE_PIXELS = 560  # what stands between the margins, 96 pixels to an inch
_IN_A_CASE = ("paper-case", "paper-key-case")


def _question(word: Blocks, element: Node) -> Iterator[Node]:
    stem, *others = [each for each in element if isinstance(each.tag, str)]
    asked = list(_stem(word, stem, "Subquestion" if _inside_a_case(element) else "Question"))
    below = [node for each in others for node in word.one(each)]
    # A stem stays with what follows it: without anything below, a whole section of questions would move together.
    nodes = [*asked, *(below or [gap()])]
    if element.get("class") == "paper-question":  # a case may be parted between its questions
        keep_with_next(nodes[:-1])
    yield from nodes


def _stem(word: Blocks, element: Node, style: str) -> Iterator[Node]:
    """Yield what is asked: the first paragraph has the number of the question, and its marks at the right margin."""
    _, content, marks = element
    first, *others = _headed(list(word.of(content)))
    yield _with_marks(_styled(first, style), words_of(marks))
    yield from others


def _headed(nodes: list[Node]) -> list[Node]:
    """Return nodes of which the first can have the number: plain words, else a line of its own for that.

    A table, a list, a quotation, code or a picture keeps what it looks like.
    """
    properties = nodes[0].find("{*}pPr") if nodes else None
    plain = properties is not None and properties.find("{*}numPr") is None and properties[0].values()[0] in _PLAIN
    return nodes if plain else [paragraph("QuestionText", []), *nodes]


_PLAIN = ("QuestionText", "ModelAnswer")


def _with_marks(node: Node, marks: str) -> Node:
    node.extend([tab(), *run(marks, ("Marks",))])
    return node


def _styled(node: Node, style: str) -> Node:
    node[0][0].set(node[0][0].keys()[0], style)
    return node


def _inside_a_case(element: Node) -> bool:
    return any(not set(_IN_A_CASE).isdisjoint((each.get("class") or "").split()) for each in element.iterancestors())


def _choices(word: Blocks, element: Node) -> Iterator[Node]:
    count = next((n for name, n in _SIDE_BY_SIDE.items() if name in element.get("class", "").split()), 1)
    entries = element.findall("li")
    if count == 4 and max(len(words_of(entry)) for entry in entries) > _SHORT:
        count = 2
    if count == 1:
        fixed = "paper-fixed" in element.get("class", "").split()
        yield from word.lettered(entries, ("FixedOption" if fixed else "Option", "LastOption"))
    else:
        yield columns([[each] for each in word.lettered(entries, ("CellOption", "CellOption"))], count)
        yield gap()


def _statements(word: Blocks, element: Node) -> Iterator[Node]:
    yield from word.lettered(element.findall("li"), ("Statement", "Statement"))


def _lists(word: Blocks, element: Node) -> Iterator[Node]:
    """Yield the lists of a matching side by side, an entry of each in a row."""
    titles = [paragraph("TableHeading", word.runs(each)) for each in element.iter("p") if each.get("class") == "paper-list-title"]
    sides = [list(word.lettered(each.findall("li"), ("CellOption", "CellOption"))) for each in element.findall("div/ul")]
    rows = [row([cell([title], _HALF) for title in titles], heading=True)]
    rows += [row([cell([each] if each is not None else [], _HALF) for each in pair]) for pair in zip_longest(*sides)]
    yield grid(rows, [_HALF, _HALF], "Columns")
    yield gap()


_HALF = (WIDTH - MARKS - 425) // 2


def _lines(word: Blocks, element: Node) -> Iterator[Node]:
    if not word.separate:
        yield from (paragraph("AnswerLine", []) for _ in element)


def _response(word: Blocks, element: Node) -> Iterator[Node]:
    if not word.separate:
        yield paragraph("Response", word.runs(element))


def _to_fill(word: Blocks, element: Node) -> Iterator[Node]:
    if not word.separate:
        yield from table(word, element)


def _in_style(style: str) -> Writer:
    def write(word: Blocks, element: Node) -> Iterator[Node]:
        yield paragraph(style, word.runs(element))

    return write


def _picture(word: Blocks, element: Node) -> Iterator[Node]:
    image = next(element.iter("img"))
    width = int(image.get("style", "width: 480px").removeprefix("width: ").removesuffix("px"))
    yield paragraph("Picture", [word.parts.picture(image.get("src", ""), min(width, _PICTURE_PIXELS), image.get("alt", ""))])


def _key(word: Blocks, element: Node) -> Iterator[Node]:
    """Yield an answer: numbered as its question is, with its marks, and below it the reasons."""
    head, *others = [each for each in element if isinstance(each.tag, str)]
    without(head[0])
    marks = of_class(head, "paper-marks")
    words = without(marks) if marks is not None else ""
    style = "Subanswer" if _inside_a_case(element) else "Answer"
    first, *more = _headed(list(word.of(head, "ModelAnswer")))
    yield _with_marks(_styled(first, style), words)
    yield from more
    for each in others:
        yield from word.one(each, "Reason")


def _said(style: str) -> Writer:
    """Return what writes a part of the key in a style of its own: a table, a list or paragraphs."""

    def write(word: Blocks, element: Node) -> Iterator[Node]:
        if element.tag == "table":
            yield from table(word, element)
        elif "paper-lettered" in element.get("class", ""):
            yield from word.lettered(element.findall("li"), (style, style))
        elif element.tag == "ul":
            yield from word.listed(element, style)
        else:
            yield from word.of(element, style)

    return write


WRITERS: dict[str, Writer] = {
    "paper-question": _question,
    "paper-case": _question,
    "paper-choices": _choices,
    "paper-statements": _statements,
    "paper-lists": _lists,
    "paper-lines": _lines,
    "paper-answer": _response,
    "paper-table": _to_fill,
    "paper-hint": _in_style("Hint"),
    "quiz-picture": _picture,
    "paper-key": _key,
    "paper-working": _said("Working"),
    "paper-mistakes": _said("Mistake"),
    "paper-points": _said("Point"),
    "paper-case-explanation": _said("CaseExplanation"),
    "paper-explanation": _said("Explanation"),
    "paper-why": _said("Reason"),
    "table": table,
}
