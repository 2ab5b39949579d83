"""Reading chapters: what counts as a heading, a link or a block. Ids and words must be those that Python-Markdown gives."""

import random
from pathlib import Path

import pytest

from as_markdown import python_markdown
from quizbank.checks.banks import check_all
from quizbank.notes.chapters import Chapter, Heading, read_chapters, scan
from quizbank.notes.pages.front_matter import without_settings
from quizbank.notes.pages.parsing import parse

OPEN = "expected '-->' at the end of the comment, before the next empty line where it is indented, got none"
SETTINGS = "expected settings such as 'title: My page' between the lines '---', got something that cannot be read as such"
NOTE = "expected each footnote at the margin, got"
UNREADABLE = "expected text that can be read as Markdown, got something here that cannot; take it out, or write it as `code`"
KNOWN = "admonition, details, example, figure, home, language, objectives, quiz, tests"


def scanned(text: str) -> Chapter:
    return scan(text, "docs/page.md", "page.md")


def anchors(text: str) -> list[str]:
    return list(scanned(text).headings)


def links(text: str) -> list[tuple[str, int]]:
    return [(link.target, link.line) for link in scanned(text).links]


def blocks(text: str) -> list[tuple[str, int]]:
    return [(block.target, block.line) for block in scanned(text).blocks]


HEADINGS = {
    "an id is made from the words": ("# BPO: the concept", ["bpo-the-concept"]),
    "an id of the author's own": ("# BPO {#own}", ["own"]),
    "an id with spaces around it": ("# BPO { #own }", ["own"]),
    "an id with a colon": ("# BPO {: #own }", ["own"]),
    "an id beside a class": ("# BPO { .wide #own }", ["own"]),
    "an id and closing marks": ("## BPO {#own} ##", ["own"]),
    "closing marks": ("## BPO ##", ["bpo"]),
    "all six levels": ("# A\n## B\n### C\n#### D\n##### E\n###### F", ["a", "b", "c", "d", "e", "f"]),
    "emphasis and code in a heading": ("# *BPO* and **KPO** in `code`", ["bpo-and-kpo-in-code"]),
    "signs and accents": ("# Café & co. (1991): 'why?'", ["cafe-co-1991-why"]),
    "an underscore within a word": ("# snake_case", ["snake_case"]),
    "braces that are not at the end": ("# A {#no} B", ["a-no-b"]),
    "repeated headings": ("# A\n# A\n# A", ["a", "a_1", "a_2"]),
    "a repeated heading after an id of the author's own": ("# B {#a}\n# A\n# A", ["a", "a_1", "a_2"]),
    "a heading in the middle of a paragraph": ("text\n# A\ntext", ["a"]),
    "an indented line is code": ("text\n\n    # no\n\n# A", ["a"]),
    "a fence of backticks": ("```\n# no\n```\n# A", ["a"]),
    "a fence of tildes": ("~~~\n# no\n~~~\n# A", ["a"]),
    "a fence with a language": ("```python\n# no\n```\n# A", ["a"]),
    "a fence with a language and a title": ('``` python title="x"\n# no\n```\n# A', ["a"]),
    "blank lines in a fence": ("```\n\n# no\n\n# no\n\n```\n\n# A", ["a"]),
    "a longer fence holds a shorter one": ("````\n# no\n```\n# no\n```\n# no\n````\n# A", ["a"]),
    "a much longer fence": ("`````````\n````\n# no\n````\n`````````\n# A", ["a"]),
    "a fence of tildes holds one of backticks": ("~~~\n```\n# no\n~~~\n# A", ["a"]),
    "a fence of backticks holds one of tildes": ("```\n~~~\n# no\n```\n# A", ["a"]),
    "a longer fence of tildes": ("~~~~~\n~~~\n# no\n~~~\n~~~~~\n# A", ["a"]),
    "a fence with a language does not close another": ("```\n# no\n```python\n# no\n```\n# A", ["a"]),
    "three backticks in a line of text": ("```code``` in a line\n\n# A", ["a"]),
    "two fences": ("```\n# no\n```\n# A\n```\n# no\n```\n# B", ["a", "b"]),
    "a fence in a list": ("- item\n\n    ```\n    # no\n    ```\n\n# A", ["a"]),
    "a fence in an admonition": ("!!! note\n\n    ~~~\n    # no\n    ~~~\n\n# A", ["a"]),
    "a heading underlined with equals signs": ("BPO\n===\n\ntext", ["bpo"]),
    "a heading underlined with hyphens": ("BPO { #own }\n---\ntext", ["own"]),
    "a line below a paragraph of two lines is no heading": ("one\ntwo\n===", []),
    "a rule is no heading": ("text\n\n---\n\n# A", ["a"]),
    "no space behind the sign": ("#BPO", ["bpo"]),
    "a heading in a quotation": ("> # A", ["a"]),
    "a heading in a list": ("- # A\n\n1. text\n\n    ## B", ["a", "b"]),
    "a heading in a box": ("!!! note\n    # A\n\n??? tip\n\n    # B", ["a", "b"]),
    "a heading in the meaning of a word": ("Word\n:   # A", ["a"]),
    "a heading in a footnote": ("text[^1]\n\n[^1]: note\n\n    # A\n\n# B", ["b", "a"]),
    "a heading in a block": ("/// details | More\n# A\n///\n\n/// admonition | Note\n    type: warning\n## B\n///", ["a", "b"]),
    "a comment in a line of its own": ("<!-- # no -->\n\n# A", ["a"]),
    "a comment of several lines": ("<!--\n# no\n\n## no { #no }\n-->\n\n# A", ["a"]),
    "HTML that Markdown leaves alone": ("<div>\n# no\n</div>\n\n# A", ["a"]),
    "a fence that is never closed is text": ("```\n# A\n\n# B", ["a", "b"]),
    "a heading with a link, HTML and a footnote": ("# [A](b.md) <b>&amp;</b> C[^1]\n\n[^1]: note", ["a-c"]),
    "a backslash before the sign": ("\\# no\n\n# A", ["a"]),
    "an id that HTML has already": ('<a id="a"></a>\n\n# A', ["a"]),
    "headings around a block": ("# A\n\n/// quiz | bank\n///\n\n# B", ["a", "b"]),
}


@pytest.mark.parametrize(("text", "expected"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headings_have_the_ids_that_an_author_expects(text: str, expected: list[str]) -> None:
    assert anchors(text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADINGS.values(), ids=HEADINGS.keys())
def test_python_markdown_gives_these_ids_too(text: str, expected: list[str]) -> None:
    assert python_markdown(text)[0] == expected


def test_a_heading_knows_its_level_words_and_line() -> None:
    text = "# 2. **BPO**: the `concept`\n\ntext\n\n### Front office { #front }\n"
    assert scanned(text).headings == {
        "2-bpo-the-concept": Heading(1, "2-bpo-the-concept", "2. BPO: the concept", 1),
        "front": Heading(3, "front", "Front office", 5),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [("b.md", 1)]),
        ("[a](b.md#c), then [d](#e)", [("b.md#c", 1), ("#e", 1)]),
        ("\n\n[a](b.md)\n\n- [c](d.md)\n", [("b.md", 3), ("d.md", 5)]),
        ("[a](b.md \"Title\") [c](d.md 'Title')", [("b.md", 1), ("d.md", 1)]),
        ("[a](<b.md>)", [("b.md", 1)]),
        ("![map](map.svg)", [("map.svg", 1)]),
        ("[**a** `b`](c.md)", [("c.md", 1)]),
        ("| [a](b.md) | [c](d.md) |", [("b.md", 1), ("d.md", 1)]),
        ("## [a](b.md)", [("b.md", 1)]),
        (r"\[a](b.md)", []),
        ("[a] (b.md)", []),
        ("a](b.md)", []),
    ],
)
def test_links_and_images_are_found_with_their_lines(text: str, expected: list[tuple[str, int]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "`[a](b.md)`",
        "``[a](b.md)``",
        "``code ` with a backtick [a](b.md)``",
        "`one` [c](d.md) `[a](b.md)`",
        "```\n[a](b.md)\n```\n",
        "~~~~ markdown\n[a](b.md)\n~~~\n[a](b.md)\n~~~~\n",
        "!!! note\n\n    ```\n    [a](b.md)\n    ```\n",
    ],
)
def test_a_link_shown_as_code_is_no_link(text: str) -> None:
    assert "b.md" not in [target for target, _ in links(text)]


def test_a_link_beside_code_is_a_link() -> None:
    assert links("`[a](no.md)` and [b](yes.md) and ``[c](no.md)``\n\n```\n[d](no.md)\n```\n[e](last.md)") == [
        ("yes.md", 1),
        ("last.md", 6),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- [a](no.md) -->\n\n[b](yes.md)", [("yes.md", 3)]),
        ("text <!-- [a](no.md)\n-->  and [b](yes.md)", [("yes.md", 2)]),
        ("---\ntitle: '[a](no.md)'\n---\n\n[b](yes.md)", [("yes.md", 5)]),
        ("[a link\nof two lines](b.md)", [("b.md", 2)]),
        ("[a][b] and [c]\n\n[b]: d.md\n[c]: <e.md> 'Title'", [("d.md", 3), ("e.md", 4)]),
        ("text[^1]\n\n[^1]: See [a](b.md).", [("b.md", 3)]),
        ("See <https://example.org/x>.", [("https://example.org/x", 1)]),
        ("    [a](no.md)", []),
    ],
)
def test_links_are_found_where_a_page_has_them_and_nowhere_else(text: str, expected: list[tuple[str, int]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!--\n/// quiz | no\n///\n-->\n\n/// quiz | yes\n///", [("yes", 6)]),
        ("---\n# /// quiz | no\na: b\n---\n/// quiz | yes\n///", [("yes", 5)]),
        ("> /// quiz | yes\n> ///", [("yes", 1)]),
        ("text\n\n    /// quiz | no\n    ///", []),
        ("//// details | More\n\n/// quiz | yes\n///\n\n////", [("yes", 3)]),
    ],
)
def test_blocks_are_found_where_a_page_has_them_and_nowhere_else(text: str, expected: list[tuple[str, int]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/// quiz | bank#question\n///", [("bank#question", 1)]),
        ("/// quiz | bank\n///", [("bank", 1)]),
        ("/// objectives | bank\n///", [("bank", 1)]),
        ("text\n\n/// quiz | a#b\n///\n\n/// quiz | a#c\n///", [("a#b", 3), ("a#c", 6)]),
        ("!!! tip\n\n    /// quiz | a#b\n    ///", [("a#b", 3)]),
        ("//// quiz | a#b\n////", [("a#b", 1)]),
        ("/// quiz | a # b\n///", [("a # b", 1)]),
        ("/// quiz\n///", [("", 1)]),
        ("/// quiz |\n///", [("", 1)]),
        ("/// note | bank\n///", []),
        ("Write /// quiz | bank", []),
        ("`/// quiz | bank`", []),
        ("```\n/// quiz | bank\n///\n```", []),
        ("~~~~\n```\n/// quiz | bank\n///\n```\n~~~~", []),
        ("```\ntext\n```\n/// quiz | bank\n///", [("bank", 4)]),
    ],
)
def test_blocks_are_found_with_their_lines(text: str, expected: list[tuple[str, int]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/// quiz | bank\n///", []),
        ("//// figure | map | The map\nwords\n\n/// quiz | bank\n///\n////", []),
        ("!!! tip\n\n    /// quiz | a#b\n    ///", []),
        ("```\n/// quizz | bank\n```\n`/// quizz`", []),
        ("See https://example.org/// or a // b", []),
        ("/// details | More\n    open: yes\nwords\n///\n\n/// admonition | Note\nwords\n///\n\n/// details\nwords\n///", []),
        ("<!--\n/// nope | x\n-->\n\ntext <!-- [a](b.md) --> text", []),
        ('!!! note\n    words\n\n!!! tip "A title"\n\n    words\n\n    !!! note\n        words\n\n??? success\n    words', []),
        ("Two `<!--` and `{: #a }`\n\n```\n<!--practice:x-->\n!!! note\n<![x\n```", []),
        (
            'text\n\n!!! note "Title"\nwords at the margin',
            ["3: box: expected its text on the next lines, four spaces further in, got 'words at the margin' at the margin"],
        ),
        ("??? success", ["1: box: expected its text on the next lines, four spaces further in, got none"]),
        (
            "- item\n\n    !!! note\n    words",
            ["3: box: expected its text on the next lines, four spaces further in, got 'words' at the margin"],
        ),
        ("text\n\n<!-- a comment\n\n# A", [f"3: comment: {OPEN}"]),
        ("- item\n\n    <!-- a\n\n    b -->", [f"3: comment: {OPEN}"]),
        (
            "text\n\n<!--practice:x-->",
            ["3: comment: expected a block '/// practice | …', got the comment that stands for one while the site is made"],
        ),
        (
            "# A {#a}\n\n# B {#b}\n\n# C {#a}",
            ["5: id: expected each id once on a page, got 'a', which line 1 has already"],
        ),
        ('# A\n\n<a id="a"></a>', ["3: id: expected each id once on a page, got 'a', which line 1 has already"]),
        ("Word { #w }\n:   A meaning.\n\n# W", []),
        (
            "# Word {#w}\n\nWord {: #w }\n:   A meaning.",
            ["3: id: expected each id once on a page, got 'w', which line 1 has already"],
        ),
        ("---\na: [\n---\n\n# A", [f"3: settings: {SETTINGS}"]),
        (
            "---\njust words\n---\n\n# A",
            [f"1: settings: {SETTINGS}"],
        ),
        (
            "/// quiz | bank\n    a: b: c\n///",
            ["1: quiz: expected a block, got lines that the page shows as text; look at the indented lines below it"],
        ),
        ("/// figure\nwords\n///", ["1: figure: expected '/// figure | name | caption', got no name"]),
        ("# A\n\ntext <![x y", [f"3: {UNREADABLE}"]),
        (
            "text[^1][^3]\n\n[^1]: a\n    [^2]: b\n[^3]: c",
            [f"4: {NOTE} '[^2]' inside the one above it"],
        ),
        (
            "/// quizz | bank\n///",
            [f"1: block: expected one of {KNOWN}, got 'quizz'; did you mean 'quiz'?"],
        ),
        (
            "/// quiz bank\n///",
            [f"1: block: expected one of {KNOWN}, got 'quiz bank'; did you mean '/// quiz | bank'?"],
        ),
        ("text\n\n/// quiz | bank\n\ntext", ["3: quiz: expected '///' on a line of its own after the block, got none"]),
        (
            "/// quiz | a\n\n/// quiz | b\n///",
            ["1: quiz: expected '///' on a line of its own after the block, got none"],
        ),
        ("text\n\n///\n", ["3: block: expected '///' to close a block, got none to close"]),
    ],
)
def test_blocks_that_a_page_would_show_as_text_are_told(text: str, expected: list[str]) -> None:
    assert [str(problem) for problem in scanned(text).problems] == [f"docs/page.md:{fault}" for fault in expected]


def test_the_words_of_a_figure_end_where_it_is_closed() -> None:
    (figure,) = scanned("//// figure | map | The map\none two\n///\nthree\n////\nfour").figures
    assert (figure.name, figure.caption, figure.words) == ("map", "The map", 4)


def test_pages_are_read_from_all_folders_and_named_by_their_paths(tmp_path: Path) -> None:
    (tmp_path / "docs" / "more").mkdir(parents=True)
    (tmp_path / "docs" / "bpo.md").write_text("# BPO", encoding="utf-8-sig")
    (tmp_path / "docs" / "more" / "kpo.md").write_text("# KPO – the concept", encoding="utf-8")
    (tmp_path / "docs" / "map.svg").write_text("# no", encoding="utf-8")
    chapters = read_chapters(tmp_path / "docs", tmp_path)
    assert {path: (chapter.path, chapter.file, list(chapter.headings)) for path, chapter in chapters.items()} == {
        "bpo.md": ("bpo.md", "docs/bpo.md", ["bpo"]),
        "more/kpo.md": ("more/kpo.md", "docs/more/kpo.md", ["kpo-the-concept"]),
    }


# Pieces that Markdown reads in surprising ways beside one another.
PIECES = [
    *("# A", "## B { #b }", "## B {: #own .x }", "### *C* `d` [e](f.md)", "#A", "####### seven", "A\n===", "B b\n---"),
    *("B {#x}\n---", "> # Q", "- # L", "1. text\n\n    ## In a list", "text", "    # code", "```\n# no\n```", "~~~\n# A"),
    *("```", "-->", "<!-- # no -->", "<!--\n# no\n-->", "<!-- open", "!!! note\n    # In"),
    *('!!! note "T"\n\n    ## In2\n\n    text', "??? tip\n    # D", "!!! note"),
    *("Word { #w }\n:   Meaning\n\n    # In a meaning", "Word\n:   # A", "---", "***"),
    *("| a | b |\n|---|---|\n| # c | d |", "- item\n---", "<div>\n# no\n</div>", "/// quiz | bank\n///"),
    *("/// details | T\n# In details\n///", "/// figure | f | c\nwords\n# in\n///", "/// nope | x\n# in\n///"),
    *("[^1]: note\n\n    # In note", "text[^1]", "# F[^1]", "[ref]: x.md", "# [A][ref]", "# <b>A</b> & B", "# A &amp; B"),
    *("# `a` \\# b", "# A #", "\\# no", "# Über", "#", "text\n# mid\ntext", "<span id='b'></span>", "{: #b }", "\t# tab"),
    *('<h2 id="z">raw</h2>', "# &#35; x", "***bold*** \n===", "<p>\n\n# x", "<!DOCTYPE x>\n# y", "# A\\", "[TOC]"),
    *("`code\n# h`"),
]


@pytest.mark.parametrize("seed", range(8))
def test_headings_of_made_up_pages_are_those_that_python_markdown_gives(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        text = "".join(chance.choice(PIECES) + chance.choice(["\n", "\n\n"]) for _ in range(chance.randint(1, 7)))
        contents = python_markdown(without_settings(text))[1]
        assert [(heading.level, heading.anchor, heading.title) for heading in parse(text).headings] == contents, text


FENCES = {
    "never closed": (
        "# A\n\n```\ncode\n\n## B\n",
        ["docs/a.md:3: code: expected '```' on a line of its own to close the code that begins here, got none"],
        ["a", "b"],
    ),
    "closed by that of the next code": (
        "# A\n\n```\ncode\n\n## B\n\n```yaml\nx\n```\n\n## C\n",
        [
            "docs/a.md:3: code: expected '```' to close this code before more begins on line 8, got none; "
            "code that holds such marks needs longer ones around it"
        ],
        ["a", "c"],
    ),
    "longer marks around others": ("# A\n\n````\n```yaml\nx\n```\n````\n\n## B\n", [], ["a", "b"]),
    "alone in a comment": ("# A\n\n<!-- a\n```\nb -->\n\n## B\n", [], ["a", "b"]),
    "alone in a comment, which leaves the next code without an end": (
        "# A\n\n<!-- a\n```\nb -->\n\n~~~\n# no\n~~~\n",
        ["docs/a.md:4: code: expected '```' on a line of its own to close the code that begins here, got none"],
        ["a", "no"],
    ),
    "behind a comment": (
        "# A\n\n<!-- a -->\n\n```\nb\n\n<!-- c -->\n",
        ["docs/a.md:5: code: expected '```' on a line of its own to close the code that begins here, got none"],
        ["a"],
    ),
    "shown in indented code": ("# A\n\n    ```python\n    x\n\nText\n\n## B\n", [], ["a", "b"]),
    "shown in indented code above other code": (
        "# A\n\n    ```python\n    x\n\nText\n\n```yaml\n# no\n```\n\n## B\n",
        [],
        ["a", "b"],
    ),
    "never closed in an item of a list": (
        "# A\n\n- i\n\n    ```\n    x\n\n- j\n\n```yaml\n# no\n```\n\n## B\n",
        ["docs/a.md:5: code: expected '```' on a line of its own to close the code that begins here, got none"],
        ["a", "b"],
    ),
    "a line of the code that looks like the begin of more": (
        "# A\n\n```python\na = '''\n```text\n'''\n```\n\n## B\n",
        [],
        ["a", "b"],
    ),
    "other marks within": ("# A\n\n~~~\n```yaml\nx\n~~~\n\n## B\n", [], ["a", "b"]),
}


@pytest.mark.parametrize(("text", "problems", "headings"), FENCES.values(), ids=FENCES)
def test_code_whose_end_is_missing_is_told_where_it_begins(text: str, problems: list[str], headings: list[str]) -> None:
    chapter = scan(text, "docs/a.md", "a.md")
    assert [str(problem) for problem in chapter.problems] == problems
    assert list(chapter.headings) == headings


def test_a_block_with_many_spaces_is_read_at_once() -> None:
    gap = " " * 3000
    chapter = scan(f"# A\n\n/// quiz | bpo{gap}x{gap}\n///\n\n///{gap}quizz x{gap}| y\n///\n", "docs/a.md", "a.md")
    assert [block.target for block in chapter.blocks] == [f"bpo{gap}x"]
    assert [str(problem) for problem in chapter.problems] == [
        "docs/a.md:6: block: expected one of admonition, details, example, figure, home, language, objectives, quiz, tests, "
        "got 'quizz x'"
    ]


def test_a_written_id_is_suggested_behind_a_character_that_ends_no_line_for_markdown() -> None:
    page = scan("# A { #top }\n\nA\u2028b [c](#sectoin).\n\n## Section { #section }\n", "docs/a.md", "a.md")
    assert [str(problem) for problem in check_all([], {"a.md": page}, [])] == [
        "docs/a.md:3: link: expected the id of a heading in a.md, got 'sectoin'; did you mean 'section'?"
    ]


def test_an_id_that_nobody_wrote_is_not_suggested() -> None:
    page = scan(
        "# Page\n\n## Front office\n\n[a](#front-offic) [b](#back-offic)\n\n## Back { #back-office }\n", "docs/a.md", "a.md"
    )
    assert [str(problem) for problem in check_all([], {"a.md": page}, [])] == [
        "docs/a.md:5: link: expected the id of a heading in a.md, got 'back-offic'; did you mean 'back-office'?",
        "docs/a.md:5: link: expected the id of a heading in a.md, got 'front-offic'",
    ]
