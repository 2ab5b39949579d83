"""What must hold in the notes: for each thing that an author can leave out, what is told, with file and line."""

from pathlib import Path
from typing import Any

import pytest

from quizbank.checks.notes import SEVERITIES, check_notes
from quizbank.course import NEUTRAL
from quizbank.library import read_library
from quizbank.model.house import Limits

QUESTION = """
  - id: bpo-meaning
    kind: true-false
    section: bpo
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: BPO is a form of outsourcing.
    answer: yes
    why_true: Another firm does the work.
    why_false: Another firm does the work, so it is true.
    explanation: The O stands for outsourcing.
"""
BANK = f"""title: BPO
chapter: bpo.md
objectives:
  - {{ id: LO1.1, slug: explain-bpo, text: Explain BPO. }}
  - {{ id: LO1.2, slug: name-its-parts, text: Name its parts. }}
questions:
{QUESTION}{QUESTION.replace("bpo-meaning", "bpo-parts").replace("LO1.1", "LO1.2")}"""
SHOWN = "/// objectives | bpo\n///\n"
BPO = f"# BPO\n\n{SHOWN}\nAnother firm does the work.\n"
GLOSSARY = """# Glossary

BPO (business process outsourcing) { #bpo }
:   Handing a process to another firm.
    See [BPO](bpo.md)

## C

Captive unit { #captive-unit }
:   A centre of the firm's own.
    See [BPO](bpo.md)
"""
SOURCES = "# Sources\n\n- nios.ac.in, scryai.com; *www.gdpr.eu*\n"


# A course that leaves no check of the notes out.
STRICT = NEUTRAL.model_copy(update={"checks": dict.fromkeys(SEVERITIES, "error")})


def problems_of(root: Path, *, banks: dict[str, str], **pages: str) -> list[str]:
    """Return what the notes' checks tell of banks and pages, both by their names without the ending."""
    for folder, ending, files in (("quizzes", "yml", banks), ("docs", "md", pages)):
        (root / folder).mkdir()
        for name, text in files.items():
            (root / folder / f"{name}.{ending}").write_text(text, encoding="utf-8")
    library = read_library(root / "quizzes", root / "docs", root)
    assert library.problems == []
    return [str(problem) for problem in check_notes(STRICT, library.banks, library.chapters, library.terms)]


def test_sound_notes_have_no_problem(tmp_path: Path) -> None:
    page = "# More\n\nBPO is young.[^nios]\n\nCaptive unit\n:   A firm's own.\n\n[^nios]: nios.ac.in, seen 23 November 2026.\n"
    assert problems_of(tmp_path, banks={"bpo": BANK}, bpo=BPO, more=page, glossary=GLOSSARY, sources=SOURCES) == []


def test_a_character_that_ends_no_line_for_markdown_moves_no_message_to_another_line(tmp_path: Path) -> None:
    page = "# More\n\nA\u2028b\u2029c.\n\nDesk\n:   A place.\n\nBPO is young.[^nios]\n"
    assert problems_of(tmp_path, banks={"bpo": BANK}, bpo=BPO, more=page, glossary=GLOSSARY, sources=SOURCES) == [
        "docs/more.md:8: footnote nios: expected its text on a line of its own, got none",
        "docs/more.md:5: key terms: expected a term of the glossary, got 'Desk'",
    ]


def test_a_word_with_many_spaces_is_read_at_once(tmp_path: Path) -> None:
    # A pattern that tries each place for the end of each part would take half a minute.
    page = f"# More\n\nDesk{' ' * 2000}top {{ #desk }}\n:   A place.\n"
    (problem,) = problems_of(tmp_path, banks={"bpo": BANK}, bpo=BPO, more=page, glossary=GLOSSARY, sources=SOURCES)
    assert problem.startswith("docs/more.md:3: key terms: expected a term of the glossary, got 'Desk  ")


@pytest.mark.parametrize("word", ["Captive unit (GIC)", "Captive unit { #unit }", "Captive unit (GIC) { .wide }"])
def test_a_term_of_the_glossary_is_known_by_its_name_alone(word: str, tmp_path: Path) -> None:
    page = f"# More\n\n{word}\n:   A firm's own.\n"
    assert problems_of(tmp_path, banks={"bpo": BANK}, bpo=BPO, more=page, glossary=GLOSSARY, sources=SOURCES) == []


def sentence(words: int, of_two_syllables: int = 0) -> str:
    return "process " * of_two_syllables + "word " * (words - of_two_syllables - 1) + "end. "


# Ease: 206.835 - 1.015 * (words a sentence) - 84.6 * (syllables a word)
READING = {
    "a median of seventeen words": (sentence(3) + sentence(17) + sentence(20), []),
    "a median of seventeen and a half": (
        sentence(17) + sentence(18),
        ["docs/bpo.md:1: reading: expected a median sentence of at most 17 words, got 17.5; cut long sentences"],
    ),
    "a median of twenty": (
        sentence(20) + sentence(20),
        ["docs/bpo.md:1: reading: expected a median sentence of at most 17 words, got 20; cut long sentences"],
    ),
    "an ease of fifty: 30 words of 52 syllables": (sentence(10, 7) + sentence(10, 7) + sentence(10, 8), []),
    "an ease of forty-seven: 30 words of 53 syllables": (
        sentence(10, 7) + sentence(10, 8) + sentence(10, 8),
        ["docs/bpo.md:1: reading: expected a reading ease of at least 50, got 47.2; use shorter words and sentences"],
    ),
    "both": (
        sentence(20, 19),
        [
            "docs/bpo.md:1: reading: expected a median sentence of at most 17 words, got 20; cut long sentences",
            "docs/bpo.md:1: reading: expected a reading ease of at least 50, got 21.6; use shorter words and sentences",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), READING.values(), ids=READING.keys())
def test_a_chapter_that_is_hard_to_read_is_told(text: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={"bpo": BANK}, bpo=f"# BPO\n\n{SHOWN}\n{text * 8}\n") == expected


def test_a_page_without_a_bank_may_be_hard_to_read(tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={}, sources=sentence(40, 39) * 8) == []


HARD = f"# BPO\n\n{SHOWN}\n{sentence(20, 19) * 8}\n"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),  # how a chapter reads is a matter of the course's style
        ({"checks": {"reading-ease": "warning"}}, [("warning", "reading-ease")]),
        ({"checks": {"reading-ease": "error"}, "limits": Limits(reading_ease=20)}, []),
        ({"checks": {"reading-length": "error"}, "limits": Limits(sentence_words=20)}, []),
        ({"checks": {"reading-ease": "error", "reading-length": "error"}, "language": "hi"}, []),
    ],
)
def test_how_a_chapter_reads_is_told_where_the_course_asks_and_the_language_is_english(
    changes: dict[str, Any], said: list[tuple[str, str]], tmp_path: Path
) -> None:
    for name, text in {"quizzes/bpo.yml": BANK, "docs/bpo.md": HARD}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    problems = check_notes(NEUTRAL.model_copy(update=changes), library.banks, library.chapters, library.terms)
    assert [(problem.severity, problem.check) for problem in problems] == said


def test_too_few_words_say_nothing_of_how_a_chapter_reads(tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={"bpo": BANK}, bpo=f"# BPO\n\n{SHOWN}\n{sentence(20, 19) * 4}\n") == []


def test_two_banks_of_one_chapter_tell_of_it_once(tmp_path: Path) -> None:
    more = BANK.replace("id: bpo-", "id: more-").replace("LO1.", "LO2.").replace("slug: ", "slug: more-")
    page = f"# BPO\n\n{SHOWN}\n{SHOWN.replace('bpo', 'more')}\n{sentence(18) * 8}\n"
    assert problems_of(tmp_path, banks={"bpo": BANK, "more": more}, bpo=page) == [
        "docs/bpo.md:1: reading: expected a median sentence of at most 17 words, got 18; cut long sentences"
    ]


def test_an_objective_without_a_question_is_told_at_its_line(tmp_path: Path) -> None:
    bank = BANK.replace("questions:", "  - { id: LO1.3, slug: give-an-example, text: Give an example. }\nquestions:")
    assert problems_of(tmp_path, banks={"bpo": bank}, bpo=BPO) == [
        "quizzes/bpo.yml:6: LO1.3: expected a question that tests it, got none: Give an example."
    ]


NOT_SHOWN = ["docs/bpo.md:1: objectives: expected the chapter to show its objectives with '/// objectives | bpo', got none"]
OBJECTIVES = {
    "as it should be": (SHOWN, []),
    "with fewer spaces": ("///objectives|bpo\n///\n", []),
    "indented in a note": ('!!! note "You will"\n\n    /// objectives | bpo\n    ///\n', []),
    "not at all": ("", NOT_SHOWN),
    "the questions in their place": ("/// quiz | bpo\n///\n", NOT_SHOWN),
    "as code": (f"```\n{SHOWN}```\n", NOT_SHOWN),
    "in a sentence": ("Write `/// objectives | bpo`.\n", NOT_SHOWN),
}


@pytest.mark.parametrize(("block", "expected"), OBJECTIVES.values(), ids=OBJECTIVES.keys())
def test_a_chapter_shows_its_objectives(block: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={"bpo": BANK}, bpo=f"# BPO\n\n{block}\nAnother firm does the work.\n") == expected


def test_a_chapter_that_shows_the_objectives_of_another_bank_is_told(tmp_path: Path) -> None:
    other = (
        BANK.replace("id: bpo-", "id: more-")
        .replace("LO1.", "LO2.")
        .replace("slug: ", "slug: more-")
        .replace("chapter: bpo.md", "chapter: more.md")
    )
    more = f"# BPO\n\n{SHOWN}\nAnother firm does the work.\n"
    assert problems_of(tmp_path, banks={"bpo": BANK, "more": other}, bpo=BPO, more=more) == [
        "docs/more.md:1: objectives: expected the chapter to show its objectives with '/// objectives | more', got none"
    ]


KEY_TERMS = {
    "a term of the glossary": ("BPO\n:   Handing over.", []),
    "in any case": ("captive Unit\n:   A centre.", []),
    "another name of a term": ("Business process outsourcing\n:   Handing over.", []),
    "with another name in brackets": ("Captive unit (GIC)\n:   A centre.", []),
    "with an id": ("Captive unit { #own }\n:   A centre.", []),
    "a term that the glossary has not": (
        "BPO\n:   Handing over.\n\nProvider\n:   A firm.",
        ["docs/more.md:6: key terms: expected a term of the glossary, got 'Provider'"],
    ),
    "a term with an id that the glossary has not": (
        "Provider (seller) { #own }\n:   A firm.",
        ["docs/more.md:3: key terms: expected a term of the glossary, got 'Provider (seller)'"],
    ),
    "a meaning after one space": (
        "Provider\n: A firm.",
        ["docs/more.md:3: key terms: expected a term of the glossary, got 'Provider'"],
    ),
    "a line before something else": ("Provider\n:-) is no meaning", []),
}


@pytest.mark.parametrize(("text", "expected"), KEY_TERMS.values(), ids=KEY_TERMS.keys())
def test_a_key_term_that_the_glossary_has_not_is_told(text: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={}, bpo=BPO.replace(SHOWN, ""), more=f"# More\n\n{text}\n", glossary=GLOSSARY) == expected


def test_without_a_glossary_key_terms_may_have_any_name(tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={}, more="Provider\n:   A firm.\n") == []


NO_LINK = "expected a link to the section that teaches it, got none"
LINK = "    See [BPO](bpo.md)\n"
ENTRIES = {
    "the first entry without a link": (
        GLOSSARY.replace(LINK, "", 1),
        [f"docs/glossary.md:3: BPO (business process outsourcing): {NO_LINK}"],
    ),
    "the last entry without a link": (GLOSSARY.removesuffix(LINK), [f"docs/glossary.md:9: Captive unit: {NO_LINK}"]),
    "no entry with a link": (
        GLOSSARY.replace(LINK, ""),
        [f"docs/glossary.md:3: BPO (business process outsourcing): {NO_LINK}", f"docs/glossary.md:8: Captive unit: {NO_LINK}"],
    ),
    "the link in the meaning": ("BPO { #bpo }\n:   The work of [BPO](bpo.md).\n", []),
    "the link before the first entry": ("[BPO](bpo.md)\n\nBPO { #bpo }\n:   Work.\n", [f"docs/glossary.md:3: BPO: {NO_LINK}"]),
    "a link as code": ("BPO { #bpo }\n:   Work. `[BPO](bpo.md)`\n", [f"docs/glossary.md:1: BPO: {NO_LINK}"]),
    "a glossary without entries": ("# Glossary\n\nTo come.\n", []),
    "an empty glossary": ("", []),
}


@pytest.mark.parametrize(("glossary", "expected"), ENTRIES.values(), ids=ENTRIES.keys())
def test_an_entry_of_the_glossary_leads_to_where_it_is_taught(glossary: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={}, bpo=BPO.replace(SHOWN, ""), glossary=glossary) == expected


def note(name: str, expected: str, line: int = 5) -> str:
    return f"docs/more.md:{line}: footnote {name}: expected {expected}"


NO_TEXT = "its text on a line of its own, got none"
NO_USE = "a place in the text that points to it, got none"
NO_YEAR = "the year of the source or the day it was seen, got none"
FOOTNOTES = {
    "a year": ("Young.[^a]\n\n[^a]: A book, 2003.", []),
    "a year of the last century": ("Old.[^a]\n\n[^a]: Flesch (1948).", []),
    "a footnote used twice": ("Young.[^a] Old.[^a]\n\n[^a]: A book, 2003.", []),
    "a footnote used in a table": ("| 1997 | Began.[^a] |\n\n[^a]: A book, 2003.", []),
    "a footnote before a colon": ("Three kinds[^a]: one, two, three.\n\n[^a]: A book, 2003.", []),
    "a footnote that points to another": ("Young.[^a]\n\n[^a]: A book of 2003, as [^b] says.\n[^b]: A book, 2004.", []),
    "used and not written": ("Young.[^a]\n\nOld.[^a]", [note("a", NO_TEXT, 3)]),
    "several that are not written": (
        "One.[^e] Two.[^d]\nThree.[^c]\nFour.[^b]\nFive.[^a]",
        [note("e", NO_TEXT, 3), note("d", NO_TEXT, 3), note("c", NO_TEXT, 4), note("b", NO_TEXT, 5), note("a", NO_TEXT, 6)],
    ),
    "written and not used": ("Young.\n\n[^a]: A book, 2003.", [note("a", NO_USE)]),
    "misspelt": (
        "Young.[^nois]\n\n[^nios]: A book, 2003.",
        [note("nois", NO_TEXT, 3), note("nios", NO_USE)],
    ),
    "without a year": ("Young.[^a]\n\n[^a]: A book.", [note("a", NO_YEAR)]),
    "a number that is no year": ("Young.[^a]\n\n[^a]: Page 2103 of 20031 in 03.", [note("a", NO_YEAR)]),
    "without a text": ("Young.[^a]\n\n[^a]:", [note("a", NO_YEAR)]),
    "a site on the page of sources": ("Young.[^a]\n\n[^a]: nios.ac.in and scryai.com, 2026.", []),
    "a page of such a site": ("Young.[^a]\n\n[^a]: scryai.com/kpo?p=1, 2026.", []),
    "a site with www there": ("Young.[^a]\n\n[^a]: gdpr.eu, 2026.", []),
    "a site with www here": ("Young.[^a]\n\n[^a]: www.scryai.com, 2026.", []),
    "a site that is not there": (
        "Young.[^a]\n\n[^a]: scryai.com and www.ksandk.com, 2026.",
        [note("a", "www.ksandk.com on the page sources.md, got no mention of it")],
    ),
    "two sites that are not there": (
        "Young.[^a]\n\n[^a]: lexology.com and legal500.com, 2026.",
        [
            note("a", "lexology.com on the page sources.md, got no mention of it"),
            note("a", "legal500.com on the page sources.md, got no mention of it"),
        ],
    ),
    "a site that is the end of another": (
        "Young.[^a]\n\n[^a]: ai.com, 2026.",
        [note("a", "ai.com on the page sources.md, got no mention of it")],
    ),
    "a site that is the beginning of another": (
        "Young.[^a]\n\n[^a]: scryai.co, 2026.",
        [note("a", "scryai.co on the page sources.md, got no mention of it")],
    ),
    "everything at once": (
        "Young.\n\n[^a]: ksandk.com.",
        [note("a", NO_USE), note("a", NO_YEAR), note("a", "ksandk.com on the page sources.md, got no mention of it")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOOTNOTES.values(), ids=FOOTNOTES.keys())
def test_what_is_wrong_with_a_footnote_is_told_in_these_words(text: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={}, more=f"# More\n\n{text}\n", sources=SOURCES) == expected


def test_without_a_page_of_sources_a_footnote_may_name_any_site(tmp_path: Path) -> None:
    assert problems_of(tmp_path, banks={}, more="Young.[^a]\n\n[^a]: ksandk.com, 2026.\n") == []


def test_a_glossary_that_is_not_utf_8_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "glossary.md").write_bytes(b"Caf\xe9 { #cafe }\n:   A [place](glossary.md).\n")
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    assert [term.anchor for term in library.terms] == ["cafe"]


SECTION = "# BPO\n\n/// objectives | bpo\n///\n\n## 1.2 Meaning { #meaning }\n\nAnother firm does the work.\n"


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        ("1.2 Meaning", 0),
        ("Section 1.2", 0),
        ("1.2 percent", 1),
        ("1.1 Meaning", 1),
        ("section 2.2", 1),
        ("the meaning of 1.1", 0),
    ],
)
def test_a_link_that_names_a_section_by_its_number_has_its_number_and_title(tmp_path: Path, words: str, problems: int) -> None:
    found = problems_of(tmp_path, banks={"bpo": BANK}, bpo=SECTION, more=f"# More\n\nSee [{words}](bpo.md#meaning).\n")
    message = f"docs/more.md:3: link: expected the section's own number and title, '1.2 Meaning', got '{words}'"
    assert found == [message] * problems
