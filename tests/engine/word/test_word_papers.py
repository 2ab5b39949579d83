"""Word files of papers, read by python-docx: every question with its options, marks and key, in styles and real lists."""

import base64
import builtins
import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Mm

import example_course
from example_course import library
from images import png
from paper_words import questions, words
from quizbank.cli import main
from quizbank.kinds import KINDS
from quizbank.papers.sets import PaperSet, answer_rows, paper_set, parts_of
from quizbank.render.renderer import Renderer
from quizbank.sheets.layout import LARGE, SEPARATE, Layout
from quizbank.sheets.sheets import Sheets
from quizbank.texts.inline import question_markdown
from quizbank.word.document import word_file
from quizbank.word.package import PAGE, PAGES, Sheet
from word_reader import Line, W, lines, opened

SHEET = Sheet("Paper", "en", ("Paper", "Set A, paper K7F-Q2M"), f"Page {PAGE} of {PAGES}")
NAMES = ("choices", "reasons", "written")


@cache
def made(name: str) -> PaperSet:
    return paper_set(library().papers[name], library().banks.values(), "1", "A")


@cache
def data(name: str, what: str, layout: Layout = Layout()) -> bytes:  # noqa: B008 - frozen
    sheets = Sheets(Renderer(question_markdown()), layout)
    html = {"paper": sheets.paper, "key": sheets.key, "answer-sheet": sheets.answer_sheet}[what](made(name))
    assert html is not None
    return word_file(html, SHEET, layout.separate)


@cache
def read(name: str, what: str) -> list[Line]:
    return lines(opened(data(name, what)))


def of_body(html: str) -> Document:
    return opened(word_file(f"<html><body>{html}</body></html>", SHEET))


def test_the_papers_hold_every_kind_but_the_one_that_is_looked_at_by_itself() -> None:
    kinds = {part.kind for name in NAMES for question in questions(made(name)) for part in (question, *question.inner)}
    assert kinds == set(KINDS) - {"distinguish"}


def test_a_distinguish_has_a_table_to_fill_and_in_the_key_one_that_is_filled() -> None:
    question = next(each for bank in library().banks.values() for each in bank.questions if each.kind == "distinguish")
    renderer = Renderer(question_markdown())
    (empty,), (filled,) = (of_body(make(question, "1.")).tables for make in (renderer.on_paper, renderer.key))
    assert [cell.text for cell in empty.rows[0].cells] == [cell.text for cell in filled.rows[0].cells]
    assert len(empty.rows) == 1 + question.marks
    assert {cell.text for row in empty.rows[1:] for cell in row.cells} == {""}
    assert [row.cells[0].text for row in filled.rows[1:]] == [each.basis for each in question.bases]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_its_number_its_words_and_its_marks(name: str) -> None:
    asked = [line for line in read(name, "paper") if line.style == "Question"]
    numbered = [one for _, section in made(name).numbered for one in section]
    assert [(line.number, line.marks) for line in asked] == [(f"{n}.", f"[{q.marks}]") for n, q in numbered]
    text = words(" ".join(line.words for line in read(name, "paper"))).replace("_", "")
    for _, question in numbered:
        for part in (question, *question.inner):
            opening = [words(getattr(part, field).split("\n")[0]).partition("_")[0].strip() for field in part.opens_with]
            assert [each for each in opening if each not in text] == [], part.id


@pytest.mark.parametrize("name", NAMES)
def test_options_are_lists_that_begin_anew_and_the_key_names_the_right_one(name: str) -> None:
    """Read as a learner does: the options below each question by their letters; then the key by the number of the question."""
    options: dict[str, dict[str, str]] = {}
    number = ""
    for line in read(name, "paper"):
        if line.style in ("Question", "Sub-question"):
            number = line.number.rstrip(".") if line.style == "Question" else f"{number.partition(' ')[0]} {line.number}"
        elif line.style in ("Option", "Last option", "Option in a table"):
            options.setdefault(number, {})[line.number[:-1]] = words(line.words)
    parts = {part.name: part.question for _, section in made(name).numbered for one in section for part in parts_of(one)}
    for row in answer_rows(made(name)):
        right = {re.sub(r"^\([A-D]\) ", "", words(choice.text)) for choice in parts[row.name].choices if choice.right}
        assert tuple(options[row.name])[: len(row.letters)] == row.letters
        assert {options[row.name][letter] for letter in row.right} == right


@pytest.mark.parametrize("name", NAMES)
def test_the_key_has_the_numbers_and_marks_of_the_paper_and_every_explanation(name: str) -> None:
    key = read(name, "key")
    numbered = [one for _, section in made(name).numbered for one in section]
    answers = [(line.number, line.marks) for line in key if line.style == "Key answer"]
    assert answers == [(f"{number}.", f"[{question.marks}]") for number, question in numbered]
    text = words(" ".join(line.words for line in key))
    html = words(Sheets(Renderer(question_markdown())).key(made(name)))
    explained = [first for _, question in numbered if (first := words(question.explanation.split("\n")[0])) in html]
    assert len(explained) >= 6
    assert [words_ for words_ in explained if words_ not in text] == []
    letters = {row.name: row.right for row in answer_rows(made(name)) if "(" not in row.name}
    found = {line.number[:-1]: line.words for line in key if line.style == "Key answer"}
    unlike = [n for n, right in letters.items() if not (found[n].startswith(right[0]) or found[n][:5] in ("True.", "False"))]
    assert unlike == []


def test_no_answer_line_stands_in_a_paper_whose_answers_go_into_a_book() -> None:
    separate = lines(opened(data("written", "paper", Layout((SEPARATE,)))))
    assert not {"Answer line", "Response"} & {line.style for line in separate}
    assert {"Answer line", "Response"} <= {line.style for line in read("written", "paper")}
    assert any("in your answer book" in line.words for line in separate)


def test_paragraphs_are_shaped_by_styles_alone() -> None:
    for name in NAMES:
        for what in ("paper", "key"):
            body = opened(data(name, what)).element.body
            found = {child.tag for each in body.iter(f"{W}pPr") for child in each}
            # Which paragraphs share a page is no style's business: it depends on what comes below.
            assert found <= {f"{W}pStyle", f"{W}numPr", f"{W}keepNext"}
            assert not {f"{W}sz", f"{W}rFonts", f"{W}color"} & {each.tag for each in body.iter()}


def test_a_question_is_not_parted_and_the_end_does_not_stand_alone() -> None:
    """All but the last paragraph of a question, and the last before the words that end the paper, keep with what follows."""
    body = list(opened(data("written", "paper")).element.body)
    style = [(each.find(f"{W}pPr/{W}pStyle"), each) for each in body if each.tag in (f"{W}p", f"{W}tbl")]
    names = [("" if found is None else str(found.get(f"{W}val")), each) for found, each in style]
    kept = {id(each): all(one.find(f"{W}keepNext") is not None for one in each.iter(f"{W}pPr")) for _, each in names}
    end = next(place for place, (name, _) in enumerate(names) if name == "End")
    assert kept[id(names[end - 1][1])]
    answers = [place for place, (name, _) in enumerate(names) if name == "AnswerLine"]
    followed = [place for place in answers if place + 1 in answers]
    assert followed
    assert all(kept[id(names[place][1])] for place in followed)
    lists = [place for place, (_, each) in enumerate(names) if each.tag == f"{W}tbl" and names[place + 1][0] == "Gap"]
    assert any(kept[id(names[place][1])] for place in lists)


def test_page_numbers_are_fields_and_the_head_has_the_code() -> None:
    section = opened(data("choices", "paper")).sections[0]
    assert section.header.paragraphs[0].text.split("\t") == ["Paper", "Set A, paper K7F-Q2M"]
    fields = [each.get(f"{W}instr") for each in section.footer._element.iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]
    size = [round(length / Mm(1)) for length in (section.page_width, section.page_height) if length]
    assert size == [210, 297]


def test_the_same_paper_gives_the_same_bytes_without_a_date() -> None:
    data.cache_clear()
    one = data("choices", "paper")
    data.cache_clear()
    assert one == data("choices", "paper")
    with zipfile.ZipFile(BytesIO(one)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"created" not in packed.read("docProps/core.xml")


def test_emphasis_pictures_links_and_scripts_are_runs_of_their_own() -> None:
    source = f"data:image/png;base64,{base64.b64encode(png(60, 30)).decode()}"
    document = of_body(
        "<p>H<sub>2</sub>O and m<sup>2</sup>, <strong>bold <em>both</em></strong>, <code>x</code> ज्ञान שלום "
        '<a href="https://a.example/">there</a></p>'
        f'<p class="quiz-picture"><img src="{source}" alt="A bus" style="width: 60px"></p>'
    )
    first = document.paragraphs[0]
    assert first.text == "H2O and m2, bold both, x ज्ञान שלום there"
    styles = {run.text: run.style.name for run in first.runs if run.style.name != "Default Paragraph Font"}
    assert [styles[text] for text in ("x", "bold ", "both")] == ["Code", "Strong", "Strong"]
    assert {run.style.name for run in first.runs if run.text == "2"} == {"Subscript", "Superscript"}
    assert {run.text for run in first.runs if run._r.find(f"{W}rPr/{W}cs") is not None} == {"ज्ञान"}
    assert {run.text for run in first.runs if run._r.find(f"{W}rPr/{W}rtl") is not None} == {"שלום"}
    assert [link.address for link in first.hyperlinks] == ["https://a.example/"]
    (drawing,) = document.inline_shapes
    assert (drawing.width, drawing._inline.docPr.get("descr")) == (60 * 9525, "A bus")


def test_the_text_is_in_the_language_of_the_course_and_has_a_font_for_devanagari() -> None:
    properties = opened(data("choices", "paper")).styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert properties.find(f"{W}lang").get(f"{W}val") == "en-IN"
    assert properties.find(f"{W}lang").get(f"{W}bidi") == "hi-IN"
    assert properties.find(f"{W}rFonts").get(f"{W}cs") == "Nirmala UI"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_course.write(tmp_path_factory.mktemp("course"))


def without(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: object, **more: object) -> object:
        if name.partition(".")[0] == package:
            raise ImportError(f"No module named '{package}'", name=package)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)


def test_without_weasyprint_the_command_makes_word_files_and_says_so(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without("weasyprint", monkeypatch)
    assert main(["paper", "choices", "--word", "--seed", "1", "--root", str(root), "--out", str(tmp_path)]) == 0
    made_files = sorted(path.name.partition("-set-A-")[2] for path in tmp_path.iterdir())
    assert made_files == ["answer-sheet.docx", "key.docx", "paper.docx"]
    assert "No PDF files: No module named 'weasyprint'\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--layout", "seperate"],
            "expected a layout (booklet, separate, two-columns, large-print), got 'seperate'; did you mean",
        ),
        (
            ["--layout", "booklet,separate"],
            "expected the layout booklet or separate, got both: answers are written on the paper or in",
        ),
        (
            ["--layout", f"two-columns,{LARGE}"],
            "expected the layout two-columns or large-print, got both: half a line has no room",
        ),
    ],
)
def test_a_wrong_layout_is_refused(root: Path, options: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "--root", str(root), *options]) == 1
    assert capsys.readouterr().err.startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("school: A\nclas: XII\n", "head.yml:2: error: clas: expected one of the keys"),
        ("school: [A]\n", "head.yml:1: error: school: expected"),
        ("totals: perhaps\n", "head.yml:1: error: totals: expected"),
        (
            "- school\n",
            "head.yml:1: error: expected the head of a paper with keys such as school, class and subject, got something",
        ),
        (None, "head.yml:1: error: expected a file that can be read, got 'No such file or directory'"),
    ],
)
def test_a_wrong_head_is_refused(
    root: Path, tmp_path: Path, text: str | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / "head.yml").write_text(text, encoding="utf-8")
    assert main(["paper", "--root", str(root), "--header", str(tmp_path / "head.yml")]) == 1
    assert message in capsys.readouterr().err


def test_the_head_of_a_school_stands_on_its_paper(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without("weasyprint", monkeypatch)
    (tmp_path / "head.yml").write_text("school: A & B School\nclass: XII\ndate: 14 January\ntime: 9.30 am\n", encoding="utf-8")
    options = ["--header", str(tmp_path / "head.yml"), "--root", str(root), "--out", str(tmp_path)]
    assert main(["paper", "choices", "--word", "--seed", "1", *options]) == 0
    paper = lines(opened(next(tmp_path.glob("*paper.docx")).read_bytes()))
    assert paper[0][::2] == ("School", "A & B School")
    texts = {line.words for line in paper}
    assert {"Class: XII", "Date: 14 January, 9.30 am", "Class and section", "Invigilator’s signature", "Marks obtained"} <= texts
