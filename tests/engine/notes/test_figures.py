"""Figures: what is refused in a drawing and where a page shows it, each with its whole message; and what reaches the page."""

import codecs
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from quizbank.checks.banks import check_all, check_figure_blocks
from quizbank.course import Topic
from quizbank.library import read_library
from quizbank.notes.blocks import QuizBlocks
from quizbank.notes.chapters import scan
from quizbank.notes.figures import STYLE, Figure, check_figures, figure_style, read_figures

RULES = " ".join(STYLE.read_text(encoding="utf-8").split())
LABEL = "fig-map-title fig-map-desc"
DRAWING = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 200" role="img" aria-labelledby="{LABEL}">
<title id="fig-map-title">Map</title>
<desc id="fig-map-desc">A client and a provider.</desc>
<style>{RULES}</style>
<g>
<rect class="f-box" width="100" height="40"/>
<text class="f-text f-bold" x="10" y="20">client</text>
</g>
</svg>
"""
FILE = "docs/assets/figures/map.svg"
TITLE = '<title id="fig-map-title">Map</title>'
TITLE_FAULT = 'expected <title id="fig-map-title"> with words, got something else'
STYLE_FAULT = "expected the style block of figures.css, got another one or none"
PLACES = "expected an attribute that places or names"
COMMENT = "expected a comment without '<' and '>', got one that a browser may read as something else"
DOCTYPE = "expected a file without a document type, got <!DOCTYPE>; take it out"
ROOT_FAULT = f'expected role="img" and aria-labelledby="{LABEL}" on the root, got something else'


def problems_of(drawing: str, used: set[str]) -> list[str]:
    return [str(problem) for problem in check_figures({"map": Figure("map", FILE, drawing)}, used)]


def with_change(old: str, new: str) -> list[str]:
    """Return the problems of the sound drawing with one passage changed, each without the file's name."""
    assert DRAWING.count(old) == 1, f"expected {old!r} once in the drawing"
    problems = problems_of(DRAWING.replace(old, new), {"map"})
    assert all(problem.startswith(f"{FILE}:") for problem in problems)
    return [problem.removeprefix(f"{FILE}:") for problem in problems]


def test_a_sound_drawing_has_no_problem() -> None:
    assert problems_of(DRAWING, {"map"}) == []


def test_a_drawing_that_no_page_shows_is_told() -> None:
    assert problems_of(DRAWING, {"plan"}) == ["docs/assets/figures/map.svg:1: expected a page that shows this figure, got none"]


SOUND = {
    "another height": ('viewBox="0 0 340 200"', 'viewBox="0 0 340 95.5"'),
    "a prologue": ("<svg ", '<?xml version="1.0" encoding="UTF-8"?>\n<svg '),
    "the style block on lines of its own": (f"<style>{RULES}</style>", f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>"),
    "an arrow's head with an id of the figure's own": (
        "<g>",
        '<defs><marker id="fig-map-head"><path class="f-head" d="M0 0 L8 4 L0 8 z"/></marker></defs>\n<g>',
    ),
    "all other shapes": (
        "<g>",
        '<g><circle r="1"/><ellipse/><line/><polyline/><polygon/><text class="f-text"><tspan>client</tspan></text>',
    ),
}


@pytest.mark.parametrize(("old", "new"), SOUND.values(), ids=SOUND.keys())
def test_these_are_no_problem(old: str, new: str) -> None:
    assert with_change(old, new) == []


FAULTS = {
    "a tag that is not closed": ("</g>\n", "", "8: expected an SVG file, got a fault: mismatched tag"),
    "a sign that XML reserves": (
        ">client<",
        ">client & co<",
        "7: expected an SVG file, got a fault: not well-formed (invalid token)",
    ),
    "an attribute without quotation marks": (
        'x="10"',
        "x=10",
        "7: expected an SVG file, got a fault: not well-formed (invalid token)",
    ),
    "no title": (TITLE, "", "1: expected a <title>, got none"),
    "no description": ('<desc id="fig-map-desc">A client and a provider.</desc>', "", "1: expected a <desc>, got none"),
    "a title without its id": (TITLE, "<title>Map</title>", f"2: {TITLE_FAULT}"),
    "a title with another id": (TITLE, '<title id="fig-map-name">Map</title>', f"2: {TITLE_FAULT}"),
    "a title without words": (TITLE, '<title id="fig-map-title"> </title>', f"2: {TITLE_FAULT}"),
    "a description without words": (
        "A client and a provider.",
        "",
        '3: expected <desc id="fig-map-desc"> with words, got something else',
    ),
    "another width": ("0 0 340 200", "0 0 680 400", "1: expected a viewBox that begins '0 0 340', got '0 0 680 400'"),
    "another origin": ("0 0 340 200", "0 -9 340 200", "1: expected a viewBox that begins '0 0 340', got '0 -9 340 200'"),
    "no viewBox": ('viewBox="0 0 340 200"', "", "1: expected a viewBox that begins '0 0 340', got ''"),
    "another role": ('role="img"', 'role="presentation"', f"1: {ROOT_FAULT}"),
    "no role": ('role="img"', "", f"1: {ROOT_FAULT}"),
    "the label of another figure": (f'"{LABEL}"', '"fig-plan-title fig-plan-desc"', f"1: {ROOT_FAULT}"),
    "a label without the description": (f'"{LABEL}"', '"fig-map-title"', f"1: {ROOT_FAULT}"),
    "no label": ('aria-labelledby="fig-map-title fig-map-desc"', "", f"1: {ROOT_FAULT}"),
    "no style block": (f"<style>{RULES}</style>", "", f"1: {STYLE_FAULT}"),
    "an empty style block": (RULES, "", f"1: {STYLE_FAULT}"),
    "another style block": (RULES, RULES.replace("13px", "14px"), f"1: {STYLE_FAULT}"),
    "a rule too many in the style block": ("</style>", " .f-red{fill:red}</style>", f"1: {STYLE_FAULT}"),
    "a second style block": ("<g>", "<style>.f-text{fill:red}</style><g>", f"1: {STYLE_FAULT}"),
    "a script": ("<g>", "<g><script>alert(1)</script>", "5: expected shapes and text, got <script>"),
    "a picture": ("<g>", '<g>\n<image width="10"/>', "6: expected shapes and text, got <image>"),
    "HTML": ("<g>", "<g><foreignObject/>", "5: expected shapes and text, got <foreignObject>"),
    "a link": ("<g>", "<g><a/>", "5: expected shapes and text, got <a>"),
    "an animation": ("</g>", "<animate/></g>", "8: expected shapes and text, got <animate>"),
    "a copy by reference": ("<g>", '<g><use x="1"/>', "5: expected shapes and text, got <use>"),
    "a colour for the inside": ("<g>", '<g fill="red">', "5: expected the colours of the classes, got the attribute fill"),
    "a colour for the line": ("<g>", '<g stroke="#000">', "5: expected the colours of the classes, got the attribute stroke"),
    "a style": ('x="10"', 'style="fill:red"', "7: expected the colours of the classes, got the attribute style"),
    "a colour of letters": ('x="10"', 'color="red"', "7: expected the colours of the classes, got the attribute color"),
    "a typeface": ('x="10"', 'font-family="Arial"', "7: expected the colours of the classes, got the attribute font-family"),
    "a see-through shape": ("<g>", '<g opacity="0.5">', "5: expected the colours of the classes, got the attribute opacity"),
    "a reference": ("<g>", '<g href="x.svg">', f"5: {PLACES} <g>, got href"),
    "an old reference": ("<g>", '<g xlink:href="javascript:alert(1)">', f"5: {PLACES} <g>, got xlink:href"),
    "a script that runs when the drawing is there": ("<svg ", '<svg onload="alert(1)" ', f"1: {PLACES} <svg>, got onload"),
    "a script that runs at a click": ("<rect class", '<rect onclick="alert(1)" class', f"6: {PLACES} <rect>, got onclick"),
    "a misspelt attribute": ('width="100"', 'widht="100"', f"6: {PLACES} <rect>, got widht; did you mean 'width'?"),
    "an attribute of another shape": ('x="10"', 'points="10"', f"7: {PLACES} <text>, got points"),
    "words where numbers belong": ('x="10"', 'x="url(//h.example)"', "7: expected a length in x, got 'url(//h.example)'"),
    "a marker of another site": (
        "<g>",
        '<g><path marker-end="url(//h.example/x.svg#a)"/>',
        "5: expected a marker of the same figure, such as url(#fig-name-head) in marker-end, got 'url(//h.example/x.svg#a)'",
    ),
    "a script in a transform": (
        "<g>",
        '<g transform="javascript:1">',
        "5: expected translate, rotate, scale, skewX, skewY or matrix with numbers in transform, got 'javascript:1'",
    ),
    "another namespace": (
        '"http://www.w3.org/2000/svg"',
        '"http://www.w3.org/1999/xhtml"',
        "1: expected 'http://www.w3.org/2000/svg' in xmlns, got 'http://www.w3.org/1999/xhtml'",
    ),
    "a comment that HTML ends before XML does": ("<g>", "<!--> <script>alert(1)</script> --><g>", f"5: {COMMENT}"),
    "a comment that begins like the end of one": ("<g>", "<!---> <b>x</b> --><g>", f"5: {COMMENT}"),
    "an instruction": (
        "<svg ",
        '<?xml-stylesheet href="//h.example/x.css"?><svg ',
        "1: expected shapes and text, got the instruction <?xml-stylesheet …?>",
    ),
    "a document type": ("<svg ", "<!DOCTYPE svg><svg ", f"1: {DOCTYPE}"),
    "a bomb of entities": (
        "<svg ",
        '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<svg ',
        f"1: {DOCTYPE}",
    ),
    "words outside any text": ("<g>", "<g>client", "5: expected words only inside <text>, got 'client' in <g>"),
    "shapes in the title": (">Map<", ">Map<tspan>x</tspan><", "2: expected words alone in <title>, got <tspan>"),
    "a drawing within the drawing": ("<g>", "<g><svg/>", "5: expected one <svg> around everything, got another inside"),
    "a class that the style block has not": (
        '"f-text f-bold"',
        '"f-text f-red"',
        "7: expected one of the classes f-bold, f-box, f-end, f-head, f-line, f-mid, f-small, f-soft, f-text, got 'f-red'",
    ),
    "an id without the figure's name": ("<g>", '<g id="client">', "5: expected an id that begins 'fig-map-', got 'client'"),
    "the id of another figure": ("<g>", '<g id="fig-plan-g">', "5: expected an id that begins 'fig-map-', got 'fig-plan-g'"),
}


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_a_drawing_is_told_in_these_words_at_its_line(old: str, new: str, expected: str) -> None:
    assert with_change(old, new) == [expected]


def test_all_problems_of_a_drawing_are_told_at_once_and_in_order() -> None:
    text = DRAWING.replace("0 0 340", "0 0 400").replace("<g>", '<g stroke="red" opacity="1" fill="red" id="a">')
    assert problems_of(text, set()) == [
        f"{FILE}:1: expected a viewBox that begins '0 0 340', got '0 0 400 200'",
        f"{FILE}:5: expected an id that begins 'fig-map-', got 'a'",
        f"{FILE}:5: expected the colours of the classes, got the attribute fill",
        f"{FILE}:5: expected the colours of the classes, got the attribute opacity",
        f"{FILE}:5: expected the colours of the classes, got the attribute stroke",
        f"{FILE}:1: expected a page that shows this figure, got none",
    ]


def test_a_drawing_that_cannot_be_read_does_not_hide_the_problems_of_another() -> None:
    figures = {"map": Figure("map", "map.svg", "<svg"), "plan": Figure("plan", "plan.svg", "<svg>\n<b/>\n</svg>")}
    problems = [str(problem) for problem in check_figures(figures, {"map", "plan"})]
    assert problems[0] == "map.svg:1: expected an SVG file, got a fault: unclosed token"
    assert problems[-1] == "plan.svg:2: expected shapes and text, got <b>"


WORDS = "The client stands on the left and the provider on the right, with an arrow between."
BLOCKS = {
    "a figure with caption and words": (f"/// figure | map | A map.\n{WORDS}\n///\n", []),
    "words on several lines": (f"/// figure | map | A map.\n{WORDS[:40]}\n\n- {WORDS[40:]}\n///\n", []),
    "an unknown name like a known one": (
        f"# Page\n\n/// figure | mapp | A map.\n{WORDS}\n///\n",
        ["docs/page.md:3: figure: expected the name of a figure, got 'mapp'; did you mean 'map'?"],
    ),
    "an unknown name like no other": (
        f"/// figure | timeline | A line.\n{WORDS}\n///\n",
        ["docs/page.md:1: figure: expected the name of a figure, got 'timeline'"],
    ),
    "no caption": (
        f"/// figure | map\n{WORDS}\n///\n",
        ["docs/page.md:1: figure map: expected a caption after the name, got none"],
    ),
    "a caption without words": (
        f"/// figure | map |\n{WORDS}\n///\n",
        ["docs/page.md:1: figure map: expected a caption after the name, got none"],
    ),
    "fourteen words": (
        f"/// figure | map | A map.\n{'word ' * 14}\n///\n\n{WORDS}\n",
        ["docs/page.md:1: figure map: expected at least 15 words that tell what the figure shows, got 14"],
    ),
    "fifteen words": (f"/// figure | map | A map.\n{'word ' * 15}\n///\n", []),
    "no words": (
        "/// figure | map | A map.\n///\n",
        ["docs/page.md:1: figure map: expected at least 15 words that tell what the figure shows, got 0"],
    ),
    "everything wrong": (
        "/// figure | plan\n///\n",
        [
            "docs/page.md:1: figure: expected the name of a figure, got 'plan'; did you mean 'plane'?",
            "docs/page.md:1: figure plan: expected a caption after the name, got none",
            "docs/page.md:1: figure plan: expected at least 15 words that tell what the figure shows, got 0",
        ],
    ),
    "a name of two words": (
        f"/// figure | The plan | A map.\n{WORDS}\n///\n",
        ["docs/page.md:1: figure: expected the name of a figure, got 'The plan'"],
    ),
    "a figure twice on one page": (
        f"/// figure | map | A map.\n{WORDS}\n///\n\n/// figure | map | Again.\n{WORDS}\n///\n",
        ["docs/page.md:5: figure map: expected each figure once on a page, got 'map' again"],
    ),
    "a block in fenced code": ("```\n/// figure | mapp\n///\n```\n", []),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS.keys())
def test_what_is_wrong_where_a_page_shows_a_figure_is_told_in_these_words(text: str, expected: list[str]) -> None:
    chapters = {"page.md": scan(text, "docs/page.md", "page.md")}
    assert [str(problem) for problem in check_figure_blocks(chapters, ["map", "plane"], 15)] == expected


def test_a_figure_may_stand_on_two_pages() -> None:
    text = f"/// figure | map | A map.\n{WORDS}\n///\n"
    chapters = {name: scan(text, f"docs/{name}", name) for name in ("a.md", "b.md")}
    assert list(check_figure_blocks(chapters, ["map"], 15)) == []


def write(root: Path, drawing: bytes, page: str) -> Path:
    (root / "docs" / "assets" / "figures").mkdir(parents=True)
    (root / FILE).write_bytes(drawing)
    (root / "docs" / "page.md").write_text(page, encoding="utf-8")
    return root / "docs"


def test_reading_a_project_tells_both_sorts_of_problem(tmp_path: Path) -> None:
    docs = write(tmp_path, DRAWING.encode(), f"/// figure | mop | A map.\n{WORDS}\n///\n")
    assert [str(problem) for problem in read_library(tmp_path / "quizzes", docs, tmp_path).problems] == [
        "docs/page.md:1: figure: expected the name of a figure, got 'mop'; did you mean 'map'?",
        "docs/assets/figures/map.svg:1: expected a page that shows this figure, got none",
    ]


def test_a_drawing_that_is_not_utf_8_stops_nothing(tmp_path: Path) -> None:
    docs = write(tmp_path, DRAWING.encode().replace(b"Map<", b"caf\xe9<"), f"/// figure | map | A map.\n{WORDS}\n///\n")
    assert read_library(tmp_path / "quizzes", docs, tmp_path).problems == []


@pytest.mark.parametrize("before", [b"", codecs.BOM_UTF8], ids=["plain", "with a byte order mark"])
def test_a_page_gets_the_drawing_without_prologue_and_style_block(before: bytes, tmp_path: Path) -> None:
    docs = write(tmp_path, before + f'<?xml version="1.0"?>\n{DRAWING}'.encode(), "")
    inline = read_figures(docs, tmp_path)["map"].inline
    assert inline == DRAWING.replace(f"<style>{RULES}</style>", "").strip()


ATTACKS = [
    ("<svg ", '<svg onload="alert(1)" '),
    ("<g>", '<g onclick="alert(1)" style="background:url(//h.example)" href="javascript:alert(1)">'),
    ("<g>", "<!--> <script>alert(1)</script> --><g>"),
    ("<g>", "<g><script>alert(1)</script>"),
    ("<g>", "<g><foreignObject><iframe/></foreignObject><image href='//h.example/x.png'/><use href='//h.example/x.svg'/>"),
    ("<g>", "<g><a><text>x</text></a><animate attributeName='href'/><set/><style>@import '//h.example'</style>"),
    (">client<", "><![CDATA[</text><script>alert(1)</script>]]><"),
    (">Map<", ">&lt;script&gt;alert(1)&lt;/script&gt;<"),
    ('id="fig-map-title"', 'id="&#34;&gt;&lt;script&gt;"'),
]


@pytest.mark.parametrize(("old", "new"), ATTACKS)
def test_only_shapes_and_words_of_a_drawing_reach_a_page_and_the_book(old: str, new: str) -> None:
    figure = Figure("map", FILE, DRAWING.replace(old, new, 1))
    for text in (figure.inline, figure.standalone):
        reader = Tags(text)
        assert reader.names <= {"svg", "title", "desc", "style", "g", "rect", "text"}
        assert reader.attributes <= {"xmlns", "viewbox", "role", "aria-labelledby", "id", "class", "width", "height", "x", "y"}
        assert "h.example" not in text


class Tags(HTMLParser):
    """The elements and attributes that a browser sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    handle_startendtag = handle_starttag


def test_elements_within_elements_without_end_are_told_and_break_nothing() -> None:
    text = DRAWING.replace("<g>", "<g>" * 5000).replace("</g>", "</g>" * 5000)
    assert problems_of(text, {"map"}) == [f"{FILE}:5: expected at most 50 elements within one another, got more"]
    assert Figure("map", FILE, text).inline == ""


def test_a_root_that_is_no_drawing_is_told() -> None:
    assert problems_of("<html/>", {"map"}) == [f"{FILE}:1: expected <svg> around everything, got <html>"]


def test_a_figure_whose_name_fits_no_id_is_told() -> None:
    text = DRAWING.replace("fig-map", "fig-My map")
    first, *_ = check_figures({"My map": Figure("My map", "My map.svg", text)}, {"My map"})
    expected = "expected a file name of lower-case words joined by hyphens, such as 'value-chain.svg', got 'My map.svg'"
    assert str(first) == f"My map.svg:1: {expected}"


def test_a_block_becomes_a_figure_with_its_caption_and_its_words_folded() -> None:
    parser = Markdown(extensions=[QuizBlocks(lambda name, argument: f"<svg>{name} {argument}</svg>")])
    assert parser.convert("/// figure | map | A map & more.\nA *client*.\n\n- A provider.\n///\n").split("\n") == [
        '<div class="site-figure" id="fig-map">',
        "<figure>",
        "<div><svg>figure map</svg></div>",
        "<figcaption>A map &amp; more.</figcaption>",
        "</figure>",
        '<details class="figure-words">',
        '<summary><span data-say="figure.words">Text description</span></summary>',
        "<p>A <em>client</em>.</p>",
        "<ul>",
        "<li>A provider.</li>",
        "</ul>",
        "</details>",
        "</div>",
    ]


def test_a_link_to_a_figure_leads_somewhere_and_one_to_a_figure_that_is_not_there_does_not() -> None:
    text = "See [this](#fig-map) and [that](#fig-plan).\n\n/// figure | map | A map\nWords.\n///\n"
    (problem,) = check_all([], {"page.md": scan(text, "docs/page.md", "page.md")}, [])
    assert str(problem).startswith("docs/page.md:1: link: expected the id of a heading in page.md, got 'fig-plan'")


def test_each_topic_of_the_course_is_a_class_of_its_own() -> None:
    topics = {"acid": Topic(line="#aa0000", area="#ffeeee"), "base": Topic(line="#0000aa", area="#eeeeff", dashed=True)}
    style = figure_style(topics)
    assert ".f-acid{fill:var(--site-acid-soft,#ffeeee);stroke:var(--site-acid,#aa0000);stroke-width:2}\n" in style
    assert "stroke:var(--site-base,#0000aa);stroke-width:2;stroke-dasharray:6 3}\n" in style
    text = DRAWING.replace(RULES, style).replace('class="f-box"', 'class="f-acid"')
    assert list(check_figures({"map": Figure("map", FILE, text, style)}, {"map"})) == []
    faults = [problem.message for problem in check_figures({"map": Figure("map", FILE, text)}, {"map"})]
    assert len(faults) == 1
    assert faults[0].endswith("got 'f-acid'")


def test_a_change_of_the_courses_topics_makes_no_figure_wrong_but_for_one_that_shows_what_is_gone() -> None:
    acid, base = Topic(line="#112233", area="#ddeeff"), Topic(line="#332211", area="#ffeedd", dashed=True)
    drawn = DRAWING.replace(RULES, figure_style({"acid": acid}))
    for topics in ({}, {"acid": base}, {"acid": acid, "base": base}):
        assert list(check_figures({"map": Figure("map", FILE, drawn, figure_style(topics))}, {"map"})) == []
    shown = drawn.replace('class="f-box"', 'class="f-acid"')
    (problem,) = check_figures({"map": Figure("map", FILE, shown, figure_style({"base": base}))}, {"map"})
    assert problem.message.endswith("got 'f-acid'")
    strange = drawn.replace("</style>", ".f-acid{fill:url(https://x.example)}</style>")
    (problem,) = check_figures({"map": Figure("map", FILE, strange, figure_style({"acid": acid}))}, {"map"})
    assert problem.message == STYLE_FAULT


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("", [("error", "figure-words"), ("error", "figure-shown")]),
        ("limits: {figure_words: 17}", [("error", "figure-words"), ("error", "figure-shown")]),
        ("limits: {figure_words: 14}\nchecks: {figure-shown: warning}", [("warning", "figure-shown")]),
        ("checks: {figure-shown: off, figure-words: off}", []),
    ],
)
def test_a_profile_says_how_many_words_a_figure_needs_and_how_grave_it_is(
    tmp_path: Path, profile: str, expected: list[tuple[str, str]]
) -> None:
    page = "/// figure | map | A map.\nThis map has a caption and fourteen words below, too few for most courses.\n///\n"
    docs = write(tmp_path, DRAWING.encode(), page)
    (docs / "assets/figures/plan.svg").write_text(DRAWING.replace("map", "plan"), encoding="utf-8")
    (tmp_path / "course.yml").write_text(f"id: maps\ntitle: Maps\n{profile}\n", encoding="utf-8")
    problems = read_library(tmp_path / "quizzes", docs, tmp_path).problems
    assert [(problem.severity, problem.check) for problem in problems] == expected
