"""HTML and plain text of other systems as Markdown: the marks that banks know, and of everything else the words."""

import random
import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizbank.exchange.from_html import from_html
from quizbank.exchange.from_plain import clean, from_plain
from quizbank.exchange.texts import block_html, plain
from quizbank.texts.looks import raw_markup


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Which is <b>bold</b> &amp; <i>slanted</i>?</p>", "Which is **bold** & *slanted*?"),
        ("<strong><em>both</em></strong>", "***both***"),
        ("<span style='font-weight: bold'>bold</span>", "**bold**"),
        ("H<sub>2</sub>O, m<sup>2</sup>, x<sup>a b</sup>", "H~2~O, m^2^, x^a\\ b^"),
        ("un<b>bold</b>ed", "unbolded"),
        ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\n\nthree"),
        ("a&nbsp;b&#8203;c", "a bc"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n    - c"),
        ("<ol><li><p>one</p><p>more</p></li><li>two</li></ol>", "1. one more\n2. two"),
        ("<table><tr><th>A</th><th>B|</th></tr><tr><td>1</td></tr></table>", "| A | B\\| |\n|---|---|\n| 1 |  |"),
        ("<table><tr><td>a layout</td></tr></table>", "a layout"),
        (
            "<table><colgroup><col><col><tbody><tr><td>1<td>2<tr><td>3<td>4</table> after",
            "| 1 | 2 |\n|---|---|\n| 3 | 4 |\n\nafter",
        ),
        ("<a href='https://a.example/b(c)'>link</a>", "[link](https://a.example/b%28c%29)"),
        ("<a href='javascript:alert(1)'>words</a>", "words"),
        ("<code>a*b</code> and <pre>x\ny</pre>", "`a*b` and\n\n`x`\n\n`y`"),
        (r"\(x^2\) and $$y_1$$", r"\\(x\^2\\) and \$\$y\_1\$\$"),
        ("<h2>Head</h2><div>text</div>", "Head\n\ntext"),
        ("<p>1. first</p><p>- dash</p><p># hash</p>", "1\\. first\n\n\\- dash\n\n\\# hash"),
        ("5 &lt; 6, &lt;b&gt; and &amp;amp;", "5 < 6, \\<b> and &amp;amp;"),
        ("<script>alert(1)</script><style>p{}</style>words<!-- no -->", "words"),
        ("The capital is ____.", "The capital is ____."),
        ("</p></div>ends <b>alone", "ends **alone**"),
    ],
)
def test_html_becomes_the_small_markdown(html: str, markdown: str) -> None:
    assert from_html(html).text == markdown


def test_pictures_are_told_and_what_is_left_out_as_well() -> None:
    found = from_html('<p>Look: <img src="a/leaf.png" alt="A leaf"> <audio src="x.mp3"></audio><iframe src="y"></iframe></p>')
    assert found.text == "Look:"
    assert found.pictures == (("a/leaf.png", "A leaf"),)
    assert found.lost == ("a sound", "an embedded page")


PIECES = [
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<sub>",
    "</sub>",
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
]
PIECES += [
    "<br>",
    "<code>",
    "</code>",
    "a",
    "b c",
    " ",
    "*",
    "_",
    "~",
    "^",
    "[x]",
    "|",
    "1. ",
    "- ",
    "&lt;",
    "&amp;amp;",
    "ज्ञ",
    "____",
    "`",
    "\\",
]


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_the_html_its_words_stay_and_no_mark_of_theirs_is_read(html: str) -> None:
    shown = unescape(re.sub("<[^<>]*>", "", block_html(from_html(html).text)))
    assert letters(shown) == letters(unescape(re.sub("</?[a-z][^<>]*>", " ", html)))


def letters(text: str) -> list[str]:
    """Return the letters and the signs of a text; numbers before entries of lists come from the list."""
    return [sign for sign in text if sign.isalpha() or sign in "*_~^`|\\&;<["]


SIGNS = [
    *"ab1 *_`~^[]()<>&#+-=.|:$\\{}!\n\"'/",
    "&amp;",
    "<b>",
    "1. ",
    "- ",
    "**",
    "__",
    "```",
    "~~",
    "---",
    "===",
    "> ",
    "ज्ञ",
]
SIGNS += ["| a | b |", "|---|---|", "[a]: b", "[a](b)", "!!! x", "    ", "$x^2$", "____"]


def test_plain_text_is_shown_as_it_is_whatever_signs_it_has() -> None:
    random_ = random.Random(7)
    for _ in range(400):
        text = "".join(random_.choice(SIGNS) for _ in range(random_.randint(1, 12)))
        words = "".join(clean(text).split())
        assert "".join(plain(from_plain(text)).split()) == words, text


@pytest.mark.parametrize("text", ["<b>tag</b>", "$x^2$ and $y_1$", r"\frac{1}{2}", "![a](b.png)", "{.class}"])
def test_nothing_in_plain_text_is_taken_for_markup(text: str) -> None:
    assert list(raw_markup(from_plain(text))) == []
    assert plain(from_plain(text)) == text


def test_what_nobody_sees_is_taken_out() -> None:
    assert clean("\ufeffa\u200bb\u00a0c\u00add\r\ne\x00\x07\ud800f") == "ab cd\nef"
