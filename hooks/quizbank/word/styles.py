"""The styles of the files: all that a teacher changes once and sees changed everywhere."""

from dataclasses import dataclass

from quizbank.word.xml import Node, w

# Word's own, on Windows and macOS; other programs have relatives of the same widths. The last two have Devanagari.
SERIF, SANS, MONO = "Cambria", "Calibri", "Consolas"
INDIAN_SERIF, INDIAN_SANS = "Nirmala UI", "Nirmala UI"
# Twentieths of a point: what stands between the margins of a sheet of A4, and the column at its right for marks.
WIDTH, MARKS = 9638, 680
BASE = 11  # points


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes are in points, other lengths in twentieths of one; `numbered` is (list, level)."""

    id: str
    name: str
    based: str = "Normal"
    next: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    sans: bool = False
    align: str = ""
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    keep: bool | None = None
    whole: bool = False
    new_page: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    numbered: tuple[int, int] | None = None
    outline: int | None = None
    border: str = ""


_EDGE = (("right", WIDTH),)
PARAGRAPHS = (
    Style("Title", "Title", next="Notice", size=18, bold=True, sans=True, align="center", after=60, keep=True),
    Style("NextTitle", "Title on a new page", based="Title", next="Notice", after=60, new_page=True),
    Style("School", "School", size=15, bold=True, sans=True, align="center", after=20, keep=True),
    Style("Exam", "Exam", size=12, sans=True, align="center", after=60, keep=True),
    Style(
        "Heading1",
        "heading 1",
        next="Normal",
        size=13,
        bold=True,
        sans=True,
        before=280,
        after=100,
        keep=True,
        tabs=_EDGE,
        outline=0,
        border="bottom",
    ),
    Style(
        "Heading2",
        "heading 2",
        next="Normal",
        size=11.5,
        bold=True,
        sans=True,
        before=180,
        after=80,
        keep=True,
        tabs=_EDGE,
        outline=1,
    ),
    Style("Notice", "Notice", size=9, italic=True, align="center", after=100),
    Style(
        "Facts", "Facts", size=10, bold=True, sans=True, before=40, after=40, tabs=(("center", WIDTH // 2), *_EDGE), border="both"
    ),
    Style("Field", "Field", size=8, sans=True, after=280),
    Style("Instruction", "Instruction", size=10, after=20),
    Style("Rule", "Rule", size=9.5, bold=True, sans=True, after=100, keep=True),
    Style("Question", "Question", before=160, after=60, right=MARKS, keep=True, whole=True, tabs=_EDGE, numbered=(1, 0)),
    Style("Subquestion", "Sub-question", based="Question", before=120, numbered=(1, 1)),
    Style("QuestionText", "Question text", after=60, left=425, right=MARKS, keep=True, whole=True),
    Style("Passage", "Passage", based="QuestionText"),
    Style("Statement", "Statement", based="QuestionText", left=850, after=40),
    Style("Hint", "Hint", based="QuestionText", italic=True, after=40),
    Style("Option", "Option", after=30, left=850, right=MARKS, keep=True, whole=True),
    Style("FixedOption", "Option in a fixed order", based="Option"),
    Style("LastOption", "Last option", based="Option", after=80, keep=False),
    Style("Response", "Response", before=80, after=80, left=425, right=MARKS),
    Style("AnswerLine", "Answer line", size=16, left=425, right=MARKS, border="lines"),
    Style("Picture", "Picture", before=60, after=80, left=425, keep=True),
    Style("TableText", "Table text", size=10),
    Style("KeptText", "Table text on one page", based="TableText", keep=True),
    Style("TableHeading", "Table heading", based="TableText", bold=True, sans=True, size=9.5, keep=True),
    Style("CellOption", "Option in a table", based="Option", left=425, right=0),
    Style("Gap", "Gap", size=5),
    Style("Bubbles", "Answer circles", size=12, sans=True, after=60),
    Style("Answer", "Key answer", before=140, after=30, right=MARKS, keep=True, tabs=_EDGE, numbered=(2, 0)),
    Style("Subanswer", "Key sub-answer", based="Answer", before=100, numbered=(2, 1)),
    Style("Reason", "Reason", size=9.5, after=20, left=425),
    Style("ModelAnswer", "Model answer", based="Reason"),
    Style("Working", "Working", based="Reason"),
    Style("Mistake", "Answer not accepted", based="Reason"),
    Style("Point", "Point", based="Reason"),
    Style("Explanation", "Explanation", based="Reason"),
    Style("CaseExplanation", "Explanation of a case", based="Reason", before=60),
    Style("Quotation", "Quotation", italic=True, left=850, right=850, after=60),
    Style("CodeBlock", "Code block", size=9.5, left=425, after=60),
    Style("End", "End of paper", size=9, sans=True, align="center", before=280),
    Style("Header", "header", size=8.5, sans=True, tabs=_EDGE),
    Style("Footer", "footer", size=8.5, sans=True, tabs=_EDGE),
)


def style_nodes(base: float, latin: str, indian: str) -> list[Node]:
    """Return the content of styles.xml. `base` is the size of the text in points; languages are BCP 47 tags."""
    return [
        _defaults(base, latin, indian),
        _normal(),
        *(_paragraph(each, base) for each in PARAGRAPHS),
        _default_run(),
        *_characters(),
        *_tables(),
    ]


def _defaults(base: float, latin: str, indian: str) -> Node:
    properties = w("rPr", _fonts(SERIF, INDIAN_SERIF), *_size(base), w("lang", val=latin, eastAsia=latin, bidi=indian))
    spacing = w("pPr", w("spacing", before=0, after=0, line=259, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", properties), w("pPrDefault", spacing))


def _fonts(latin: str, indian: str) -> Node:
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=latin, cs=indian)


def _size(points: float) -> list[Node]:
    return [w("sz", val=round(2 * points)), w("szCs", val=round(2 * points))]


def _normal() -> Node:
    return w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")


def _paragraph(style: Style, base: float) -> Node:
    following = style.next or (style.id if style.id not in ("LastOption",) else "Question")
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style.based),
        w("next", val=following),
        w("qFormat"),
        _layout(style, base / BASE),
        _look(style, base),
        type="paragraph",
        styleId=style.id,
    )


def _layout(style: Style, scale: float) -> Node:
    parts = [
        w("keepNext", val=int(style.keep)) if style.keep is not None else None,
        w("keepLines") if style.whole else None,
        w("pageBreakBefore") if style.new_page else None,
        w("numPr", w("ilvl", val=style.numbered[1]), w("numId", val=style.numbered[0])) if style.numbered else None,
        _border(style.border),
        w("tabs", *(w("tab", val=kind, pos=place) for kind, place in style.tabs)) if style.tabs else None,
        w("spacing", before=style.before, after=style.after),
        w("ind", **_indent(style, scale)) if _indent(style, scale) else None,
        w("jc", val=style.align) if style.align else None,
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    ]
    return w("pPr", *parts)


def _indent(style: Style, scale: float) -> dict[str, int]:
    """Return the indents of a style; those of a numbered one are its list's."""
    sides = {"right": style.right} if style.numbered else {"left": round(style.left * scale), "right": style.right}
    return sides if any(sides.values()) or style.id == "CellOption" else {}


_LINES = {"bottom": ("bottom",), "both": ("top", "bottom"), "lines": ("bottom", "between")}


def _border(kind: str) -> Node | None:
    made = [w(side, val="single", sz=4, space=1, color="808080" if kind == "lines" else "auto") for side in _LINES.get(kind, ())]
    return w("pBdr", *made) if made else None


def _look(style: Style, base: float) -> Node:
    parts = [
        _fonts(SANS, INDIAN_SANS) if style.sans else _fonts(MONO, INDIAN_SERIF) if style.id == "CodeBlock" else None,
        *([w("b"), w("bCs")] if style.bold else []),
        *([w("i"), w("iCs")] if style.italic else []),
        *(_size(style.size * base / BASE) if style.size else []),
    ]
    return w("rPr", *parts)


def _default_run() -> Node:
    return w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont")


def _characters() -> list[Node]:
    looks = {
        ("Strong", "Strong"): [w("b"), w("bCs")],
        ("Emphasis", "Emphasis"): [w("i"), w("iCs")],
        ("Code", "Code"): [_fonts(MONO, INDIAN_SERIF), w("noProof")],
        ("Subscript", "Subscript"): [w("vertAlign", val="subscript")],
        ("Superscript", "Superscript"): [w("vertAlign", val="superscript")],
        ("Struckout", "Struck out"): [w("strike")],
        ("Underlined", "Underlined"): [w("u", val="single")],
        ("Hyperlink", "Hyperlink"): [w("color", val="0B4F8A"), w("u", val="single")],
        ("Marks", "Marks"): [w("noProof")],
    }
    return [
        w("style", w("name", val=name), w("qFormat"), w("rPr", *look), type="character", styleId=key)
        for (key, name), look in looks.items()
    ]


def _tables() -> list[Node]:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="595959") for edge in edges))
    margins = w(
        "tblCellMar",
        w("top", w=40, type="dxa"),
        w("left", w=85, type="dxa"),
        w("bottom", w=40, type="dxa"),
        w("right", w=85, type="dxa"),
    )
    plain = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=120, type="dxa"))
    return [
        w("style", w("name", val="Normal Table"), w("tblPr", plain), type="table", default=1, styleId="TableNormal"),
        w(
            "style",
            w("name", val="Question grid"),
            w("basedOn", val="TableNormal"),
            w("qFormat"),
            w("tblPr", lines, margins),
            type="table",
            styleId="QuestionGrid",
        ),
        w("style", w("name", val="Columns"), w("basedOn", val="TableNormal"), w("qFormat"), type="table", styleId="Columns"),
        w("style", w("name", val="No List"), type="numbering", default=1, styleId="NoList"),
    ]
