"""The paragraph styles: what each kind of paragraph of a paper or key looks like."""

from dataclasses import dataclass

# Twentieths of a point: what stands between the margins of a sheet of A4, and the column at its right for marks.
WIDTH, MARKS = 9638, 680


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
