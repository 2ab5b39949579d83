"""The glossary's entries as they are read, and their links in a page: what comes in and what must come out."""

import re

import pytest
from markdown import markdown

from quizbank.checks.glossary import check_glossary
from quizbank.notes.glossary import Equivalent, Term, read_terms
from quizbank.site.terms import TermMarker

GLOSSARY = """# Glossary

The **client** buys the service.

## B { #letter-b }

BPO (business process outsourcing) { #bpo }
:   Handing a **whole process** to [another firm](outsourcing.md), by `contract`.
    See [BPO](bpo-concept.md#bpo)

Captive unit (GIC, GCC) { #captive-unit }
:   A centre of the firm's own.

Contract { #contract }
:   A promise that "binds" &lt;two> parties & holds.

Outsourcing { #outsourcing }
:   Handing work to another party.

Process { #process }
:   Steps in a fixed order.

Process map { #process-map }
:   A drawing of the steps.

Research and development (R&D) { #research }
:   Finding what is new.
"""
TERMS = read_terms(GLOSSARY)
MARKER = TermMarker(TERMS)
LINK = re.compile(r'<a class="term" href="([^"]*)">(.*?)</a>')


def marked(page: str) -> str:
    """Return the page with the links of its terms shown as `[words]`."""
    return LINK.sub(r"[\2]", MARKER.mark(page, str))


def test_an_entry_is_read_with_its_id_plain_meaning_forms_and_line() -> None:
    assert TERMS[:2] == [
        Term(
            "BPO (business process outsourcing)",
            "bpo",
            "Handing a whole process to another firm, by contract.",
            ("BPO", "business process outsourcing"),
            7,
            page="bpo-concept.md",
        ),
        Term("Captive unit (GIC, GCC)", "captive-unit", "A centre of the firm's own.", ("Captive unit", "GIC", "GCC"), 11),
    ]


def test_the_entries_come_in_the_order_of_the_page() -> None:
    assert [term.anchor for term in TERMS] == [
        "bpo",
        "captive-unit",
        "contract",
        "outsourcing",
        "process",
        "process-map",
        "research",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Heading { #heading }\n:   Headings are no terms.",
        "Word\n:   A word without an id.",
        "Word { #word }\nA word without a meaning.",
        "Word { #word } and more\n:   A line of text.",
        "    Word { #word }\n:   A line of an entry.",
        "Word { #word }",
    ],
)
def test_what_is_no_entry_is_not_read(text: str) -> None:
    assert read_terms(text) == []


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Contract", ("Contract",)),
        ("BPO (business process outsourcing)", ("BPO", "business process outsourcing")),
        ("Captive unit (GIC, GCC)", ("Captive unit", "GIC", "GCC")),
        ("Captive unit (GIC; GCC / in-house centre or captive)", ("Captive unit", "GIC", "GCC", "in-house centre", "captive")),
        ("Captive (GIC) unit (GCC)", ("Captive unit", "GIC", "GCC")),
    ],
)
def test_a_term_is_written_in_these_ways(name: str, forms: tuple[str, ...]) -> None:
    assert read_terms(f"{name} {{ #own-id }}\n:   A meaning.")[0].forms == forms


OTHERS = """Outsourcing { #outsourcing }
:   बाह्यस्रोतीकरण, आउटसोर्सिंग
    { lang=hi }
:   Handing work to another party.
    See [1.1](outsourcing.md)
:   புறத்திறனீட்டம்
    {: lang="ta" }
"""


def test_an_entry_says_what_its_word_is_called_in_other_languages_and_its_meaning_stays_apart() -> None:
    (term,) = read_terms(OTHERS)
    assert term.meaning == "Handing work to another party."
    assert term.equivalents == (Equivalent("hi", ("बाह्यस्रोतीकरण", "आउटसोर्सिंग")), Equivalent("ta", ("புறத்திறனீட்டம்",)))
    assert list(check_glossary(OTHERS, "glossary.md", ("hi", "ta"))) == []


def test_markdown_gives_the_words_of_another_language_that_language() -> None:
    html = markdown(OTHERS, extensions=["attr_list", "def_list"])
    assert '<dd lang="hi">बाह्यस्रोतीकरण, आउटसोर्सिंग</dd>' in html.replace("\n</dd>", "</dd>")
    assert '<dd lang="ta">' in html


MALFORMED = {
    "a language that the profile has not": (
        ":   काम\n    { lang=hn }\n:   A meaning.",
        "glossary.md:3: glossary: expected a language of glossary_languages in the profile (one of hi), "
        "got 'hn'; did you mean 'hi'?",
    ),
    "a language twice": (
        ":   काम\n    { lang=hi }\n:   कार्य\n    { lang=hi }\n:   A meaning.",
        "glossary.md:3: glossary: expected each language once, with commas between its words, got 'hi' 2 times",
    ),
    "no words": (
        ":   { lang=hi }\n:   A meaning.",
        "glossary.md:2: glossary: expected words in 'hi' with commas between them, got an empty place",
    ),
    "a comma too many": (
        ":   काम,, कार्य\n    { lang=hi }\n:   A meaning.",
        "glossary.md:3: glossary: expected words in 'hi' with commas between them, got an empty place",
    ),
    "no meaning": (
        ":   काम\n    { lang=hi }",
        "glossary.md:3: glossary: expected a meaning beside the words in 'hi', got none",
    ),
    "the language behind the words": (
        ":   काम { lang=hi }\n:   A meaning.",
        "glossary.md:2: glossary: expected '{ lang=hi }' on a line of its own below the words, got it behind them",
    ),
}


@pytest.mark.parametrize(("entry", "message"), MALFORMED.values(), ids=MALFORMED.keys())
def test_words_of_another_language_that_cannot_be_read_are_told_by_their_line(entry: str, message: str) -> None:
    assert [str(problem) for problem in check_glossary(f"Work {{ #work }}\n{entry}\n", "glossary.md", ("hi",))] == [message]


def test_without_languages_in_the_profile_an_entry_has_none() -> None:
    (problem,) = check_glossary("Work { #work }\n:   काम\n    { lang=hi }\n:   A meaning.\n", "glossary.md")
    assert "in the profile (none, as the profile names none), got 'hi'" in problem.message


def test_a_link_has_the_address_of_the_entry_and_does_not_carry_its_meaning() -> None:
    assert MARKER.mark("<p>Sign the Contract.</p>", lambda anchor: f"../glossary/?a&b#{anchor}") == (
        '<p>Sign the <a class="term" href="../glossary/?a&amp;b#contract">Contract</a>.</p>'
    )


@pytest.mark.parametrize(
    ("word", "anchor"),
    [
        ("BPO", "bpo"),
        ("business process outsourcing", "bpo"),
        ("captive unit", "captive-unit"),
        ("GCC", "captive-unit"),
        ("GIC", "captive-unit"),
        ("R&amp;D", "research"),
    ],
)
def test_each_form_leads_to_its_entry(word: str, anchor: str) -> None:
    assert LINK.findall(MARKER.mark(f"<p>A {word} here.</p>", str)) == [(anchor, word)]


PAGES = {
    "a term in a sentence": ("<p>Sign a contract.</p>", "<p>Sign a [contract].</p>"),
    "a term in any case": ("<p>CONTRACT</p>", "<p>[CONTRACT]</p>"),
    "a plural with s": ("<p>Two contracts.</p>", "<p>Two [contracts].</p>"),
    "a plural with es": ("<p>Two processes.</p>", "<p>Two [processes].</p>"),
    "a plural of initials": ("<p>Three BPOs.</p>", "<p>Three [BPOs].</p>"),
    "initials in small letters are another word": ("<p>a bpo, a gic, a Gcc</p>", "<p>a bpo, a gic, a Gcc</p>"),
    "part of a word": ("<p>A contractor, a subcontract.</p>", "<p>A contractor, a subcontract.</p>"),
    "part of a joined word": ("<p>contract-based, sub-contract</p>", "<p>contract-based, sub-contract</p>"),
    "signs around a term": ("<p>(contract), “BPO”/GIC</p>", "<p>([contract]), “[BPO]”/[GIC]</p>"),
    "the longest form that fits": (
        "<p>A process map. Business process outsourcing.</p>",
        "<p>A [process map]. [Business process outsourcing].</p>",
    ),
    "the first use only": ("<p>contract</p><p>contract, contracts</p>", "<p>[contract]</p><p>contract, contracts</p>"),
    "the first use only, whatever the form": (
        "<p>BPO is business process outsourcing.</p>",
        "<p>[BPO] is business process outsourcing.</p>",
    ),
    "each term has a first use": ("<p>BPO, contract, BPO, contract</p>", "<p>[BPO], [contract], BPO, contract</p>"),
    "emphasis": ("<p>a <strong>contract</strong></p>", "<p>a <strong>[contract]</strong></p>"),
    "items and cells": ("<ul><li>contract</li></ul><td>BPO</td>", "<ul><li>[contract]</li></ul><td>[BPO]</td>"),
    "a heading does not count as first use": ("<h2>Contract</h2><p>contract</p>", "<h2>Contract</h2><p>[contract]</p>"),
    "emphasis in a heading": ("<h2><em>BPO</em> contract</h2>", "<h2><em>BPO</em> contract</h2>"),
    "code in a heading": ("<h2><code>BPO</code> contract</h2>contract", "<h2><code>BPO</code> contract</h2>[contract]"),
    "code in a block": ("<pre><span></span><code>BPO</code></pre>BPO", "<pre><span></span><code>BPO</code></pre>[BPO]"),
    "a stray end in a heading": ("<h2>A</code> BPO</h2>BPO", "<h2>A</code> BPO</h2>[BPO]"),
    "an attribute": ('<p><img alt="contract" src="BPO.svg"></p>', '<p><img alt="contract" src="BPO.svg"></p>'),
    "the mark of a question": ("<!--quiz:bank#contract--><p>BPO</p>", "<!--quiz:bank#contract--><p>[BPO]</p>"),
    "a comment with tags": ("<!-- <p>contract</p> --><p>BPO</p>", "<!-- <p>contract</p> --><p>[BPO]</p>"),
}


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES.keys())
def test_terms_of_a_page_become_links(page: str, expected: str) -> None:
    assert marked(page) == expected


@pytest.mark.parametrize(
    "element",
    ["a", "abbr", "button", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "script", "style", "summary", "svg", "th"],
)
def test_no_link_stands_in_a_heading_link_code_or_control(element: str) -> None:
    page = f'<{element} class="x">BPO <b>contract</b></{element}>'
    assert marked(f"{page}<p>BPO</p>") == f"{page}<p>[BPO]</p>"


def test_each_page_has_its_own_first_uses() -> None:
    assert [marked("<p>BPO</p>"), marked("<p>BPO</p>")] == ["<p>[BPO]</p>", "<p>[BPO]</p>"]


def test_without_terms_a_page_stays_as_it_is() -> None:
    assert TermMarker([]).mark("<p>BPO</p>", str) == "<p>BPO</p>"


MEANING = "the meaning on the next line, after a colon and three spaces, got none"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Word { #w }\n:   A meaning of\n    two lines, and *more*.\n", "A meaning of two lines, and more."),
        ("Word { #w }\n:   A meaning of\ntwo lines.\n    See [A](a.md)\n", "A meaning of two lines."),
        (
            "Word { #w }\n:   A first part.\n\n    A second part.\n\n    See **B**, and [A](a.md).\n",
            "A first part. A second part.",
        ),
        ("Word { #w }\n:   A first meaning.\n:   A second one.\n", "A first meaning. A second one."),
        ("Word {: #w }\n:   A meaning.\n", "A meaning."),
        ("Word { .wide #w }\n:   A meaning.\n", "A meaning."),
        ("Word { #w }\n\n:   A meaning.\n", "A meaning."),
    ],
)
def test_a_meaning_is_read_to_its_end_however_its_word_has_its_id(text: str, meaning: str) -> None:
    (term,) = read_terms(f"# Glossary\n\n{text}")
    assert (term.name, term.anchor, term.meaning, term.line) == ("Word", "w", meaning, 3)


def test_a_word_with_many_spaces_is_read_at_once() -> None:
    # A pattern that tries each place for the end of each part would take half a minute.
    name = f"AA{' ' * 2000}B"
    (term,) = read_terms(f"{name} {{ #b }}\n:   A meaning.\n")
    assert (term.name, term.anchor) == (name, "b")


def test_a_word_with_braces_of_its_own_keeps_them() -> None:
    (term,) = read_terms("The set {a} { .wide #set }\n:   A meaning.\n")
    assert (term.name, term.anchor) == ("The set {a}", "set")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_word_without_its_meaning_is_told_at_its_line_in_a_file_with_other_line_ends(end: str) -> None:
    problems = [str(problem) for problem in check_glossary(f"# G{end}{end}Word {{ #w }}{end}", "glossary.md")]
    assert problems == [f"glossary.md:3: glossary: expected {MEANING}"]


def test_an_entry_that_leads_to_another_one_is_no_term_and_no_fault() -> None:
    text = "Vendor { #vendor }\n:   See **Provider**.\n"
    assert read_terms(text) == []
    assert list(check_glossary(text, "glossary.md")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# G\n\nDesk\n:   Work in front.",
            "3: {g} an id after the word, such as 'Desk {{ #desk }}', got none",
        ),
        (
            "# G\n\nWord { #w }\nA meaning without its colon.",
            "3: {g} {meaning}",
        ),
        (
            "# G\n\nWord { #w }\n:A meaning too near.",
            "3: {g} {meaning}",
        ),
        ("# G\n\nWord { #w }", "3: {g} {meaning}"),
        ("A (B) { #a }\n:   One.\n\nb { #b }\n:   Two.", "4: {g} each word once, got 'b', which line 1 explains already"),
    ],
)
def test_an_entry_that_would_do_nothing_is_told(text: str, expected: str) -> None:
    problems = [str(problem) for problem in check_glossary(text, "glossary.md")]
    assert problems == [f"glossary.md:{expected.format(g='glossary: expected', meaning=MEANING)}"]


@pytest.mark.parametrize(
    ("word", "page"),
    [("f\u0131rm", "a firm"), ("\u017fign", "a sign"), ("\u212aelvin", "a kelvin"), ("\u0130stan", "istan")],
)
def test_a_letter_that_only_the_pattern_takes_for_another_breaks_nothing(word: str, page: str) -> None:
    html = TermMarker(read_terms(f"{word} {{ #w }}\n:   A meaning.")).mark(f"<p>{page}</p>", str)
    assert re.sub("<[^>]*>", "", html) == page
