"""Where the lines of a printed document may break."""

import re

import pytest

from quizbank.texts.spacing import set_for_print

_SPACE = re.compile("\u00a0")


def shown(html: str) -> str:
    """Return the document with a tilde for each no-break space."""
    return _SPACE.sub("~", set_for_print(html))


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("It costs Rs 5,000 a year.", "It costs Rs~5,000 a year."),
        ("It costs ₹ 40 lakh.", "It costs ₹~40~lakh."),
        ("It costs <b>Rs</b> 5.", "It costs <b>Rs</b>~5."),
        ("About 12 % in 30 minutes, 2.5 million calls.", "About 12~% in 30~minutes, 2.5~million calls."),
        ("See <a>page 12</a> and chapter 3.", "See <a>page~12</a> and chapter~3."),
        ("Question 4 of Section 2.", "Question~4 of Section~2."),
        ("<p>(a) Name it. (b) Prove it. (iv) Why?</p>", "<p>(a)~Name it. (b)~Prove it. (iv)~Why?</p>"),
        ("<p><b>(a)</b> Name it.</p>", "<p><b>(a)</b>~Name it.</p>"),
        ("Name two of them. [3]", "Name two of them.~[3]"),
        ("Name two of them. <span>[3]</span>", "Name two of them.~<span>[3]</span>"),
        ("Name two of them. (3 marks)", "Name two of them.~(3~marks)"),
        ("<p><b>7.</b> True. It does.</p>", "<p><b>7.</b>~True. It does.</p>"),
        ("Rs\n5", "Rs~5"),
    ],
)
def test_a_number_stays_with_what_belongs_to_it(text: str, becomes: str) -> None:
    assert shown(text) == becomes


@pytest.mark.parametrize(
    "text",
    [
        "It costs much.",
        "In 2026 firms paid.",
        "4 marketing teams",
        "<p>Rs</p> <p>5</p>",
        "<td>12</td> <td>%</td>",
        "<pre>Rs 5</pre>",
        "<p>Write <code>Rs 5</code>.</p>",
        "<style>p { margin: 5 % }</style>",
        '<a title="Rs 5">x</a>',
        "<p>\n[3]</p>",
        "the firm(s) that",
        "<li>(a) <ul><li>x</li></ul></li>",
    ],
)
def test_other_spaces_code_and_styles_are_left_alone(text: str) -> None:
    assert set_for_print(text) == text


def test_an_endless_word_in_a_table_may_break_and_an_ordinary_one_may_not() -> None:
    word = "a" * 63
    broken = set_for_print(f"<table><tr><td>internationalisation</td><td>{word}</td></tr></table>")
    assert "<td>internationalisation</td>" in broken
    assert max(map(len, re.findall("a+", broken.partition("</td><td>")[2]))) == 15
    assert broken.count("<wbr>") == 4
    assert set_for_print(word) == word  # the style sheet breaks it where the line ends


@pytest.mark.parametrize("amount", ["¥ 500", "NGN 20", "Rs 5", "₦ 40", "30 takas", "2 yen"])
def test_every_currency_stays_beside_its_amount(amount: str) -> None:
    assert set_for_print(f"<p>It costs {amount} a day.</p>") == f"<p>It costs {amount.replace(' ', chr(160))} a day.</p>"


def test_three_capitals_that_are_no_currency_may_end_a_line() -> None:
    assert set_for_print("<p>Edition PDF 2 is out.</p>") == "<p>Edition PDF 2 is out.</p>"
