"""The light scan of chapters: what counts as a heading, a link or a block. Its ids must be those that Python-Markdown gives."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from quizbank.blocks import QuizBlocks
from quizbank.chapters import Chapter, Heading, read_chapters, scan

DOCS = Path(__file__).parent.parent / "docs"
KNOWN = "admonition, details, example, figure, objectives, quiz"
EXTENSIONS = ["toc", "attr_list", "tables", "admonition", "def_list", "pymdownx.superfences", "pymdownx.details"]


def scanned(text: str) -> Chapter:
    return scan(text, "docs/page.md", "page.md")


def anchors(text: str) -> list[str]:
    return list(scanned(text).headings)


def links(text: str) -> list[tuple[str, int]]:
    return [(link.target, link.line) for link in scanned(text).links]


def blocks(text: str) -> list[tuple[str, int]]:
    return [(block.target, block.line) for block in scanned(text).blocks]


class HeadingIds(HTMLParser):
    """Gathers the ids of a page's headings, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.ids.append(dict(attributes).get("id"))


def python_markdown(text: str) -> tuple[list[str | None], list[tuple[int, str, str]]]:
    """Return the headings' ids in the HTML, and their levels, ids and words in the table of contents."""
    parser: Any = Markdown(extensions=[*EXTENSIONS, QuizBlocks(lambda name, argument: "")])
    page = parser.convert(text)
    return HeadingIds(page).ids, list(flat(parser.toc_tokens))


def flat(tokens: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], html.unescape(token["name"])
        yield from flat(token["children"])


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


PAGES = sorted(DOCS.rglob("*.md"))


def test_there_are_pages_to_compare() -> None:
    assert "index.md" in [page.name for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_heading_of_the_notes_has_the_id_and_words_that_python_markdown_gives(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    found = scanned(text).headings.values()
    ids, contents = python_markdown(text)
    assert [heading.anchor for heading in found] == ids
    assert [(heading.level, heading.anchor, heading.title) for heading in found] == contents


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_block_of_the_notes_is_one_that_markdown_places(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    parser = Markdown(extensions=[*EXTENSIONS, QuizBlocks(lambda name, argument: f"<!--{name} {argument}-->")])
    placed = re.findall(r"<!--(\S+) (\S+)-->", parser.convert(text))
    chapter = scanned(text)
    assert [(block.name, block.target) for block in chapter.blocks] == [one for one in placed if one[0] != "figure"]
    assert [("figure", figure.name) for figure in chapter.figures] == [one for one in placed if one[0] == "figure"]
