"""Titles and objectives come out as they were typed, on every page that is made from them, whatever Markdown makes of them."""

import html
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.utils.meta import get_data

import shell_project
from quizbank.notes.blocks import QuizBlocks
from quizbank.texts.literal import as_markdown, as_title, front_matter
from sites import Build

COMMON = ["toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "pymdownx.betterem"]
COMMON += ["pymdownx.details", "pymdownx.superfences"]
MORE = ["smarty", "abbr", "pymdownx.magiclink", "pymdownx.tilde", "pymdownx.caret", "pymdownx.emoji", "pymdownx.arithmatex"]
TYPED = [
    "Evil { onclick=alert(71) tabindex=0 autofocus onfocus=alert(70) }",
    "Evil {: #own .own onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "![x](https://h.example/x.png)",
    "[x][y]",
    "Profit | Loss",
    "Sets | {1, 2}",
    "C# & F#",
    "C ##",
    "a_b_c and __d__ and *e* and **f**",
    "`code` and ``more``",
    "AT&copy; and &lt;script&gt; and &#60;b&#62;",
    "$x$ and $$y$$ and ~s~ and ^t^ and ==u==",
    "# first",
    "- first",
    "1. first",
    "1) first",
    "> first",
    "=== first",
    "/// quiz | x",
    "!!! note",
    "??? note",
    "[^1]: first",
    "[x]: https://h.example",
    ":   first",
    "a\\*b\\\\",
    'He said "no"; it\'s (c) -- --- ...',
    "https://h.example and me@h.example and :smile: @user",
    "--8<-- 'x'",
    "{{ config }} {% raw %}",
    "a  b",
    "Über 50 % – Größe",
]


def shown(markdown: str) -> str:
    extensions: list[str | Extension] = [*COMMON, *MORE, QuizBlocks(lambda name, argument: "block")]
    return Markdown(extensions=extensions, extension_configs={"pymdownx.betterem": {"smart_enable": "all"}}).convert(markdown)


class Page(HTMLParser):
    """The words of a page's elements by their names, and everything that could run or fetch something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: dict[str, list[str]] = {}
        self.strange: list[str] = []
        self.labels: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            runs = name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
            fetches = name in ("src", "data", "poster") and "//" in (value or "")
            if runs or fetches or name in ("autofocus", "srcdoc"):
                self.strange.append(f"{tag} {name}={value}")
            if name == "aria-label":
                self.labels.append(value or "")
        self.words.setdefault(tag, []).append("")
        self.open.append(tag)

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.words[tag][-1] += data

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open and self.open.pop() != tag:
            pass

    def texts(self, tag: str) -> list[str]:
        return [" ".join(words.split()) for words in self.words.get(tag, [])]


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_is_what_a_heading_a_link_and_a_cell_show(typed: str) -> None:
    word = as_markdown(typed)
    page = Page(shown(f"# {word}\n\n{word}\n\n[{word}](x.md)\n\n| A | B |\n|---|---|\n| {word} | [{word}](x.md) |\n"))
    expected = " ".join(typed.split())
    assert page.texts("h1") == [expected]
    assert page.texts("p")[0] == expected
    assert page.texts("a") == [expected, expected]
    assert page.texts("td") == [expected, expected]
    assert page.strange == []


def test_a_title_of_several_lines_is_one_line() -> None:
    assert as_markdown("a\r\nb\x0c\u2028c") == "a b c"
    assert as_title(" a\nb & c ") == "a b &amp; c"
    assert front_matter("a\nb", "hide: x").splitlines() == ["---", 'title: "a b"', "hide: x", "---", "# a b"]


def test_a_title_with_an_emoji_is_a_setting_that_yaml_reads() -> None:
    text, settings = get_data(front_matter("Party 🎉 नमस्ते"))
    assert (text.strip(), settings) == ("# Party 🎉 नमस्ते", {"title": "Party 🎉 नमस्ते"})


TITLES = [
    "Evil { onclick=alert(71) tabindex=0 autofocus onfocus=alert(70) }",
    "[x](javascript:alert(1)) ![y](https://h.example/y.png)",
    "Sets | {1, 2}",
    "C# & F#",
    "a_b_c &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
]


# No two questions may have one stem.
WORDS = ["accounting", "bookkeeping", "claims", "delivery", "editing"]


@pytest.fixture(scope="module")
def pages(build_site: Build) -> dict[str, Page]:
    """The pages of a site on which every title is one of the above."""
    files = dict(shell_project.FILES)
    bank = files["quizzes/two-kinds.yml"]
    for number, title in enumerate(TITLES):
        text = bank.replace("title: Two kinds", f"title: {json.dumps(title)}").replace("words.md", f"words-{number}.md")
        text = (
            text.replace("LO2.1", f"LO{number + 3}.1")
            .replace("slug: spell-out-the-letters", f"slug: spell-{number}")
            .replace("Spell out the letters.", "Spell.")
            .replace("stem: The letter", f"stem: In {WORDS[number]}, the letter")
        )
        files[f"quizzes/bank-{number}.yml"] = text.replace("middle-letter", f"m-{number}").replace("last-letter", f"l-{number}")
        files[f"docs/words-{number}.md"] = files["docs/words.md"].replace("two-kinds", f"bank-{number}")
        files["mkdocs.yml"] += f"  - words-{number}.md\n"
        files[f"quizzes/papers/paper-{number}.yml"] = (
            f"title: {json.dumps(title)}\nstyle: {json.dumps(title)}\nminutes: 20\ninstructions: [Answer.]\nsections:\n"
            f"  - {{id: A, title: {json.dumps(title)}, kinds: [true-false, single-choice], number: 2, marks: 1}}\n"
        )
    files["mkdocs.yml"] = (
        files["mkdocs.yml"].replace("attr_list,", "attr_list, tables,").replace("nav:", "not_in_nav: /mock/\nnav:")
    )
    site = build_site(
        {**files, "docs/words.md": files["docs/words.md"], "quizzes/two-kinds.yml": bank}, SITE_URL="https://a.example/"
    )
    return {path.relative_to(site).as_posix(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")} | {
        "search": Page("".join(html.escape(entry["title"]) for entry in search_entries(site)))
    }


def search_entries(site: Path) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    return entries


def test_no_page_runs_or_fetches_what_a_title_asks_for(pages: dict[str, Page]) -> None:
    assert {name: page.strange for name, page in pages.items() if page.strange} == {}


@pytest.mark.parametrize("number", range(len(TITLES)))
def test_a_title_is_everywhere_what_was_typed(pages: dict[str, Page], number: int) -> None:
    title = TITLES[number]
    quiz, mock = pages[f"quiz/bank-{number}/index.html"], pages[f"mock/paper-{number}/index.html"]
    assert quiz.texts("h1") == [f"Quiz: {title}"]
    assert quiz.texts("title") == [f"Quiz: {title} - Small site"]
    assert mock.texts("h1") == [title]
    assert mock.texts("title") == [f"{title} - Small site"]
    assert f"Quiz: {title}" in pages[f"words-{number}/index.html"].texts("span")  # the next step
    assert title in pages["mock-exams/index.html"].texts("a")
    assert title in pages["quizzes/index.html"].texts("a")
    assert title in pages["about-questions/index.html"].texts("a")
    assert f"{title}" in pages["today/index.html"].texts("span")
    assert title in pages[f"papers/paper-{number}-set-a.html"].texts("h1")[0]
