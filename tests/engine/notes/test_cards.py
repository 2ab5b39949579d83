"""The words of Markdown without its marks, and the flashcards that are made of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from front_end import source
from quizbank.checks.all_checks import check_everything, other_errors
from quizbank.checks.notes import check_notes
from quizbank.library import Library, read_library
from quizbank.notes.cards import key_ideas, objective_cards, word_cards
from quizbank.notes.chapters import scan
from quizbank.notes.glossary import read_terms
from quizbank.render.renderer import Renderer
from quizbank.texts.inline import question_markdown
from quizbank.texts.plain import plain_text

PLAIN = {
    "words": ("Two firms share a rule.", "Two firms share a rule."),
    "emphasis": ("A **bold** and *sloped* and __loud__ and _soft_ ***word***.", "A bold and sloped and loud and soft word."),
    "emphasis within emphasis": ("**all of _it_ counts**", "all of it counts"),
    "stars between digits": ("3*4*5 is 60, 2 * 3 * 4 is 24", "3*4*5 is 60, 2 * 3 * 4 is 24"),
    "lines within names": ("an_id_of_code and a ____ to fill", "an_id_of_code and a ____ to fill"),
    "a footnote mark": ("four segments.[^scope] Then[^a-b], more", "four segments. Then, more"),
    "a link": ("see [the *rule*](page.md#x 'why') and [it][ref]", "see the rule and it"),
    "an image": ("![a map of India](map.svg)", "a map of India"),
    "an address": ("<https://example.org/x>", "https://example.org/x"),
    "code is left alone": ("type `a*b*c [^x] <b>` here", "type a*b*c [^x] <b> here"),
    "code in two backticks": ("``a ` b``", "a ` b"),
    "a backslash": (r"\\*not sloped\\* and \\[^x]".replace("\\\\", "\\"), "*not sloped* and [^x]"),
    "attributes": ("a [link](x.md){ .button } and a **word**{: #w }", "a link and a word"),
    "attributes at the end": ("Front office { #front-office }", "Front office"),
    "braces that are words": ("Sets {1, 2} and a {#no} b", "Sets {1, 2} and a {#no} b"),
    "a tag": ("H<sub>2</sub>O <!-- why --> and 1 < 2 > 0", "H2O  and 1 < 2 > 0"),
    "a named character": ("R &amp; D &lt;now&gt;", "R & D <now>"),
    "lines stay": ("one\n*two*", "one\ntwo"),
}


@pytest.mark.parametrize(("markdown", "words"), PLAIN.values(), ids=PLAIN.keys())
def test_plain_text_leaves_the_words_that_a_reader_sees(markdown: str, words: str) -> None:
    assert plain_text(markdown) == words


@pytest.mark.parametrize(
    "text", ["*a " * 4000, "[" * 8000, "<!--" * 4000, "`" * 8000, "{ " * 4000, " " * 9000 + "x", "_a" * 5000, "[a](" * 3000]
)
def test_no_text_makes_plain_text_slow(text: str) -> None:
    assert len(plain_text(text)) <= len(text)


BANK = """title: BPO
chapter: bpo.md
objectives:
  - { id: LO1.2, slug: explain-bpo, was: LO1.1, text: Explain *BPO*. }
  - { id: LO1.1, slug: tell-bpo-from-kpo, text: Tell BPO from KPO. }
questions:
"""
QUESTION = """  - id: {name}
    kind: true-false
    section: {section}
    objective: {objective}
    bloom: remember
    marks: 1
    stem: BPO is a form of outsourcing.
    answer: yes
    why_true: Another firm does the work.
    why_false: Another firm does the work, so it is true.
    explanation: The O stands for outsourcing.
"""
BPO = """# BPO { #bpo }

/// objectives | bpo
///

!!! abstract "Key idea"
    Work goes **out**,[^scope] as [the glossary](glossary.md#bpo) says.

[^scope]: A book, 2024.

## KPO { #kpo }

Knowledge.
"""
GLOSSARY = """# Glossary

BPO { #bpo }
:   Work done *outside*.[^scope] See [BPO](bpo.md).

[^scope]: A book, 2024.
"""


def library(root: Path) -> Library:
    questions = [("bpo-meaning", "bpo", "LO1.2"), ("bpo-or-kpo", "kpo", "LO1.1")]
    bank = BANK + "".join(QUESTION.format(name=name, section=section, objective=number) for name, section, number in questions)
    for name, text in {"docs/bpo.md": BPO, "docs/glossary.md": GLOSSARY, "quizzes/bpo.yml": bank}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return read_library(root / "quizzes", root / "docs", root)


def test_no_mark_of_markdown_shows_on_a_card_and_its_name_is_the_objectives_slug(tmp_path: Path) -> None:
    read = library(tmp_path)
    assert read.problems == []
    words = Renderer(question_markdown()).plain
    cards = [
        *word_cards(read.terms, "glossary.md", str),
        *objective_cards(read.banks["bpo"], read.chapters["bpo.md"], "Key idea", words, str),
    ]
    assert [(card["id"], card["front"], card["back"], card.get("was")) for card in cards] == [
        ("term:bpo", "BPO", "Work done outside. See BPO.", None),
        ("objective:explain-bpo", "Can you explain BPO?", "Work goes out, as the glossary says.", "objective:LO1.1"),
    ]


def test_the_profile_names_the_box_that_cards_are_made_of() -> None:
    chapter = scan(BPO.replace("Key idea", "मूल विचार"), "docs/bpo.md", "bpo.md")
    assert key_ideas(chapter, "मूल विचार") == {"bpo": "Work goes out, as the glossary says."}
    assert key_ideas(chapter, "Key idea") == {}


def test_a_card_has_the_words_of_other_languages_beside_its_meaning_and_the_others_have_no_such_field() -> None:
    with_hindi = "BPO { #bpo }\n:   बीपीओ, व्यवसाय प्रक्रिया\n    { lang=hi }\n:   Work done outside.\n"
    first, second = word_cards(read_terms(f"{with_hindi}\nKPO {{ #kpo }}\n:   Judging.\n"), "glossary.md", str)
    assert first["equivalents"] == [{"language": "hi", "words": ["बीपीओ", "व्यवसाय प्रक्रिया"]}]
    assert (first["back"], "equivalents" in second) == ("Work done outside.", False)


def test_a_word_belongs_to_the_chapter_to_which_its_entry_leads() -> None:
    bpo = "BPO { #bpo }\n:   Work done outside.\n    See [2.1 BPO](bpo.md#bpo)\n"
    text = f"{bpo}\nKPO {{ #kpo }}\n:   Judging.\n    See [more](sources.md)\n"
    first, second = word_cards(read_terms(text), "glossary.md", str, {"bpo.md": "bpo-concept"})
    assert (first["chapter"], "chapter" in second) == ("bpo-concept", False)


# Markdown counts lines by these ends alone; Python's `splitlines` also by the others.
@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b", "\x0c", "\x1e"])
def test_a_character_that_ends_no_line_for_markdown_moves_no_core_idea_to_another_section(sign: str) -> None:
    sections = [
        f'## {name} {{ #{name} }}\n\n!!! abstract "Key idea"\n    The idea of {name}.\n' for name in ("one", "two", "three")
    ]
    text = f"# Page\n\nWords{sign * 12} and more.\n\n" + "\n".join(sections)
    ideas = key_ideas(scan(text, "docs/a.md", "a.md"), "Key idea")
    assert ideas == {name: f"The idea of {name}." for name in ("one", "two", "three")}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_page_with_other_line_ends_has_its_key_ideas(end: str) -> None:
    text = BPO.replace("\n", end)
    assert key_ideas(scan(text, "docs/bpo.md", "bpo.md"), "Key idea") == {"bpo": "Work goes out, as the glossary says."}


def test_an_objective_without_a_card_is_warned_of_at_its_line_and_stops_no_build(tmp_path: Path) -> None:
    read = library(tmp_path)
    assert not [problem for problem in other_errors(read, tmp_path) if "flashcard" in problem.message]
    problems, _ = check_everything(read, tmp_path)
    assert [problem.severity for problem in problems if "flashcard" in problem.message] == ["warning"]
    assert [str(problem) for problem in check_notes(read.course, read.banks, read.chapters, read.terms)] == [
        'quizzes/bpo.yml:5: LO1.1: expected a box "Key idea" for its flashcard in the section kpo of docs/bpo.md, got none'
    ]


# What an earlier version of the site kept

RENAME = """
const area = new Map();
const document = { scripts: [] };
const store = {
  kept: true,
  read: (sort, id) => area.get(`${sort}:${id}`) ?? null,
  write: (sort, id, piece) => area.set(`${sort}:${id}`, piece),
  remove: (sort, id) => area.delete(`${sort}:${id}`),
};
const quiz = { make() {}, makeButton() {}, practice: { questions: [] }, store,
  schedule: {}, data: { catalogue: { banks: [] }, cards: [
  { id: "term:bpo" }, { id: "objective:explain-bpo", was: "objective:LO1.1" }, { id: "objective:new" } ] } };
"""


def renamed(kept: bool, *cards: tuple[str, list[list[int]]]) -> dict[str, Any]:
    v8 = MiniRacer()
    for name in ("fsrs.js", "schedule.js"):
        v8.eval(source(name))
    v8.eval(RENAME)
    v8.eval(f"{{{source('plan.js')}}}")  # in a scope of its own, as a part is on a page
    v8.eval(source("standing.js"))
    v8.eval(source("pages.js"))
    pieces = json.dumps([[f"card:{name}", {"log": log}] for name, log in cards])
    script = f"store.kept = {json.dumps(kept)}; for (const [key, piece] of {pieces}) area.set(key, piece);"
    return dict(json.loads(str(v8.eval(f"{script} renameCards(); renameCards(); JSON.stringify(Object.fromEntries(area))"))))


def test_a_card_kept_under_the_objectives_number_is_found_under_its_slug() -> None:
    old = [[1, 20000, 3], [2, 20001, 1]]
    others = (("term:bpo", [[5, 20000, 4]]), ("objective:LO9.9", [[6, 20000, 4]]))
    assert renamed(True, ("objective:LO1.1", old), *others) == {
        "card:objective:explain-bpo": {"log": old},
        "card:term:bpo": {"log": [[5, 20000, 4]]},
        "card:objective:LO9.9": {"log": [[6, 20000, 4]]},
    }


def test_a_card_kept_under_both_names_has_the_reviews_of_both() -> None:
    both = renamed(
        True, ("objective:LO1.1", [[1, 20000, 3], [2, 20001, 1]]), ("objective:explain-bpo", [[2, 20001, 1], [3, 20002, 4]])
    )
    assert both == {"card:objective:explain-bpo": {"log": [[1, 20000, 3], [2, 20001, 1], [3, 20002, 4]]}}


def test_the_old_card_stays_where_the_browser_cannot_keep_the_new_one() -> None:
    assert renamed(False, ("objective:LO1.1", [[1, 20000, 3]])) == {
        "card:objective:LO1.1": {"log": [[1, 20000, 3]]},
        "card:objective:explain-bpo": {"log": [[1, 20000, 3]]},
    }
