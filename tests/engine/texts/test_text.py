"""Markdown in the texts of banks: what it knows, what it leaves as words, and what an author is told that it does not know."""

import re

import pytest

from quizbank.banks.load import example
from quizbank.checks.lint.claims import overclaim
from quizbank.checks.lint.findings import Around
from quizbank.checks.lint.measures.figures import is_turnover, outside_figure
from quizbank.checks.lint.measures.negatives import negative_of
from quizbank.kinds import KINDS
from quizbank.model.fields import LONGEST_LINE, LONGEST_TEXT
from quizbank.model.house import House
from quizbank.model.limits import MOST_BRACKETS
from quizbank.render.renderer import Renderer
from quizbank.texts.inline import plain_words, question_markdown
from quizbank.texts.looks import odd_characters, raw_markup
from quizbank.texts.plain import plain_text

render = question_markdown()


@pytest.mark.parametrize(
    "text",
    [
        "3*4*5",
        "2*3*4 = 24",
        "40*9*12",
        "snake_case_name",
        "a_b_",
        "_a_b",
        "5 * 3 * 2",
        "Rs*5*",
        "x ** y ** z",
        "~5 to ~10",
        "x^2",
    ],
)
def test_within_words_and_numbers_there_is_no_emphasis(text: str) -> None:
    assert render(text) == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*front* office", "<em>front</em> office"),
        ("**NOT**?", "<strong>NOT</strong>?"),
        ("(_front_)", "(<em>front</em>)"),
        ("“*x*”", "“<em>x</em>”"),
        ("***both***", "<em><strong>both</strong></em>"),
        (r"\<b> costs \$5", "&lt;b&gt; costs $5"),
        ("H~2~O and CO~2~", "H<sub>2</sub>O and CO<sub>2</sub>"),
        ("10^-3^ m^2^", "10<sup>-3</sup> m<sup>2</sup>"),
        (r"H\~2\~O", "H~2~O"),
        ("`H~2~O` and `3*4*5`", "<code>H~2~O</code> and <code>3*4*5</code>"),
    ],
)
def test_emphasis_stands_around_words_and_figures_are_raised_and_lowered(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("H~2~O", "H₂O"),
        ("m^2^", "m²"),
        ("10^-3^", "10⁻³"),
        ("x^a+b^", "x^(a+b)"),
        ("T~max~", "T_(max)"),
        ("x^k^", "x^k"),
        ("**3*4*5**", "3*4*5"),
    ],
)
def test_where_only_text_can_stand_figures_are_raised_and_lowered_too(text: str, words: str) -> None:
    assert plain_words(text) == words  # of a bank
    assert plain_text(text) == words  # of the notes: flashcards, tooltips


def test_a_raised_figure_shows_on_the_page_the_paper_and_the_key_and_in_the_unit() -> None:
    question = example("numeric").questions[0]
    changes = {"stem": "How many m^2^ are there?", "unit": "m^2^ of H~2~O", "explanation": "A m^2^ is an area.", "answer": "5"}
    asked = KINDS["numeric"].model.model_validate({**question.model_dump(), **changes, "mistakes": []})
    assert asked.unit_form == "m2 of h2o"  # type: ignore[attr-defined]
    renderer = Renderer(render)
    raised = "m<sup>2</sup>"
    page, paper, key = renderer.question(asked, "Question 1", None), renderer.on_paper(asked, "1."), renderer.key(asked, "1.")
    assert f"How many {raised} are there?" in page
    assert f"Your answer</span> ({raised} of H<sub>2</sub>O)" in page
    assert f'<b translate="no">5 {raised} of H<sub>2</sub>O</b>' in page
    assert f"How many {raised} are there?" in paper
    assert f"</span> {raised} of H<sub>2</sub>O</p>" in paper
    assert f"<b>5 {raised} of H<sub>2</sub>O</b>" in key
    assert f"A {raised} is an area." in key


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "Words\n\n<script>alert(1)</script>",
        "<b onclick=alert(1)>Payroll</b>",
        "</li><li data-right>",
        "<!-- no -->",
        "<img src=x onerror=alert(1)>",
        "![a map](https://example.org/map.png)",
        "![a map][map]\n\n[map]: https://example.org/map.png",
    ],
)
def test_html_and_images_are_shown_as_text_and_fetch_nothing(text: str) -> None:
    assert re.findall(r"<(?!/?p>|/?a\b)[^>]*>", render(text)) == []


KNOWN = "expected text that a question can show, got "
FORMULA = KNOWN + "a formula in TeX ('{}'); write it in words and signs, such as x^2^ and H~2~O"
HTML = KNOWN + "HTML ('{}'); write **bold**, H~2~O, m^2^, or a backslash before '<' to show the sign"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("H<sub>2</sub>O", HTML.format("<sub>")),
        ("A <b>bold</b> word", HTML.format("<b>")),
        ("<mark>Payroll</mark>", HTML.format("<mark>")),
        ("<input type=text>", HTML.format("<input type=text>")),
        ("One<br/>two", HTML.format("<br/>")),
        ("Words <!-- a note -->", HTML.format("<!--")),
        ("$x^2$ is a square", FORMULA.format("$x^2$")),
        ("Let $n$ be a number", FORMULA.format("$n$")),
        ("$2^n$ ways", FORMULA.format("$2^n$")),
        ("Let $y = A + B$ be so", FORMULA.format("$y = A + B$")),
        (r"\frac{1}{2}", FORMULA.format("\\frac{")),
        ("See [^1]", KNOWN + "a footnote ('[^1]'); say it in the text, or in `source`"),
        ("Words {: .big }", KNOWN + "attributes in braces ('{: .big }'); leave them out"),
        (
            "!!! note\n    Words",
            KNOWN + "a box ('!!! note'); write its words without it",
        ),
        (
            "| a | b | |---|---| | 1 | 2 |",
            "expected a table with each row on a line of its own, got it in one line; put '|' after the key",
        ),
        (
            "| a | |--| | 1 |",
            "expected a table with each row on a line of its own, got it in one line; put '|' after the key",
        ),
    ],
)
def test_markup_that_a_question_does_not_know_is_reported(text: str, message: str) -> None:
    assert [oddity.message for oddity in raw_markup(text)] == [message]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $6, or US$5–$6 million.",
        "`<sub>` and `$x^2$`",
        r"\<b> and \$x^2$",
        "a<b and c>d",
        "5 < 6 > 4",
        "<https://example.org>",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "{1, 2} and {a}",
        "Wow! [Read](https://example.org)",
        "| A | B |\n|---|---|\n| Rs 5 | -- |",
        "| A | B | C |\n| :-- | --: | --- |\n| Rs 5 | -- | -- |\n| Rs 6 | | -- |",
        "Costs $5/hour, or 7 US$.",
        "One earns $20/day; the other A$.",
        "Pay is in $/hour here and US$ there.",
        "The sets {.5, .6} and {#1, #2}",
        "Tax due is output <input tax> and <mark out of ten>",
    ],
)
def test_words_that_only_look_like_markup_are_not_reported(text: str) -> None:
    assert list(raw_markup(text)) == []


UNSEEN = "expected characters that can be seen, got {}; type the word again without it"
MIXED = "expected words of one alphabet, got '{}' with {}; type the word again"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fro\u200bnt", UNSEEN.format("ZERO WIDTH SPACE (U+200B)")),
        ("1\ufe0f2", UNSEEN.format("VARIATION SELECTOR-16 (U+FE0F)")),
        ("\U0001f469\u200d-word", UNSEEN.format("ZERO WIDTH JOINER (U+200D)")),
        ("off\u00adice", UNSEEN.format("SOFT HYPHEN (U+00AD)")),
        ("B\u0420O", MIXED.format("B\u0420O", "CYRILLIC CAPITAL LETTER ER")),
        ("\u0420\u041e", MIXED.format("\u0420\u041e", "CYRILLIC CAPITAL LETTER ER, CYRILLIC CAPITAL LETTER O")),
        ("c\u03bfst", MIXED.format("c\u03bfst", "GREEK SMALL LETTER OMICRON")),
    ],
)
def test_what_nobody_sees_and_letters_of_another_alphabet_are_named(text: str, message: str) -> None:
    assert [oddity.message for oddity in odd_characters(f"The {text} here", latin=True)] == [message]


@pytest.mark.parametrize("text", ["क्\u200dष", "नमस्ते", "✔\ufe0f done", "5 kΩ", "3 μm", "café", "Привет", "“a” – b…"])
def test_what_readers_of_other_scripts_need_is_not_reported(text: str) -> None:
    assert list(odd_characters(text, latin=True)) == []


EMOJI = {
    "a woman at a computer": "\U0001f469\u200d\U0001f4bb",
    "the same with a skin colour": "\U0001f469\U0001f3fd\u200d\U0001f4bb",
    "a heart on fire": "\u2764\ufe0f\u200d\U0001f525",
    "the key 1": "1\ufe0f\u20e3",
    "the key #": "#\ufe0f\u20e3",
    "two exclamation marks": "\u203c\ufe0f",
    "a wavy dash": "\u3030\ufe0f",
    "the flag of England": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
}


@pytest.mark.parametrize("text", EMOJI.values(), ids=EMOJI.keys())
def test_the_parts_of_an_emoji_are_no_characters_that_nobody_sees(text: str) -> None:
    assert list(odd_characters(f"Press {text} now", latin=True)) == []


def test_a_russian_bank_may_have_words_that_look_latin() -> None:
    assert list(odd_characters("СОР и ВОР", latin=False)) == []


def test_no_text_that_the_model_accepts_has_more_brackets_than_the_parser_takes_in_its_stride() -> None:
    # Each bracket is followed to the end of the text, so the steps are at most brackets times characters.
    assert MOST_BRACKETS * LONGEST_TEXT <= 500_000
    assert LONGEST_LINE < LONGEST_TEXT


@pytest.mark.parametrize("piece", ["1,", "1.", "1 ", "Rs 5,000 ", "“", "not ; ", "a.in.", "x'", "per cent "])
def test_a_long_text_is_searched_once_and_not_from_each_of_its_places_on(piece: str) -> None:
    # A pattern that starts again at each place would take minutes over these.
    text = piece * (30_000 // len(piece))
    question = example("single-choice").questions[0].model_copy(update={"explanation": f"{text} total control"})
    house = House(claims=("total control",))
    assert len(list(overclaim(question, Around("", house)))) == 1
    assert bool(outside_figure(text, "", "", house)) == (piece == "Rs 5,000 ")
    assert not is_turnover(text)
    assert negative_of("“" * 30_000) is None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("&amp; &lt; &nbsp; &hearts; &#8377; &#x20b9; &#X20B9;", "&amp; &lt; &nbsp; &hearts; &#8377; &#x20b9; &#X20B9;"),
        ("&#0; &#x0; &#7; &#x85;", "&amp;#0; &amp;#x0; &amp;#7; &amp;#x85;"),
        ("&#xD800; &#1114112; &#99999999999; &#xFFFF;", "&amp;#xD800; &amp;#1114112; &amp;#99999999999; &amp;#xFFFF;"),
        ("&nonsense; **&Amp;**", "&amp;nonsense; <strong>&amp;Amp;</strong>"),
        ("[x](https://a.example/?b&#0;c)", '<a href="https://a.example/?b&amp;#0;c">x</a>'),
    ],
)
def test_what_stands_for_a_character_that_no_page_can_show_is_words(text: str, html: str) -> None:
    assert question_markdown()(text) == html
