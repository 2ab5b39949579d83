"""The inventory of facts: what covers a fact, and what is told about one that no section covers or a file that cannot be read."""

from pathlib import Path

import pytest

import small_project
from quizbank.banks.load import load_bank
from quizbank.checks.facts import check_facts
from quizbank.notes.chapters import scan

FACTS = """topics:
  meaning: [bpo.md, index.md]
  history: [history.md]
facts:
  - id: bpo-meaning
    topic: meaning
    priority: core
    statement: BPO hands a process to a provider.
    must_terms:
      - hand|give
      - process
  - id: bpo-is-older
    topic: history
    priority: marginal
    statement: BPO is older than KPO.
    note: Textbooks differ.
    must_terms: [older, bpo, kpo]
"""
BPO = "# BPO\n\nClients give a process away.\n"
HISTORY = "# History\n\nBPO is older than KPO.\n"
NO_MEANING = (
    "facts.yml:5: bpo-meaning: expected a section of bpo.md or index.md that teaches this, got none: "
    "BPO hands a process to a provider."
)
NO_HISTORY = "facts.yml:12: bpo-is-older: expected a section of history.md that teaches this, got none: BPO is older than KPO."


def checked(root: Path, facts: str, **pages: str) -> tuple[list[str], str]:
    """Return the problems and the line that counts, for an inventory and pages by their names without `.md`."""
    (root / "facts.yml").write_text(facts, encoding="utf-8")
    chapters = {f"{name}.md": scan(text, f"docs/{name}.md", f"{name}.md") for name, text in pages.items()}
    problems, line = check_facts(root, chapters)
    return [str(problem) for problem in problems], line


def test_facts_that_are_taught_are_counted(tmp_path: Path) -> None:
    assert checked(tmp_path, FACTS, bpo=BPO, history=HISTORY) == ([], "facts covered: 2 of 2")


def test_any_page_of_the_topic_will_do(tmp_path: Path) -> None:
    assert checked(tmp_path, FACTS, bpo="# BPO\n", index=BPO, history=HISTORY) == ([], "facts covered: 2 of 2")


@pytest.mark.parametrize(
    ("pages", "expected", "count"),
    [
        ({"bpo": "# BPO\n", "history": HISTORY}, [NO_MEANING], 1),
        ({"bpo": BPO, "history": "# History\n"}, [NO_HISTORY], 1),
        ({"bpo": BPO}, [NO_HISTORY], 1),
        ({"bpo": HISTORY, "history": BPO}, [NO_MEANING, NO_HISTORY], 0),
        ({}, [NO_MEANING, NO_HISTORY], 0),
    ],
    ids=["one", "another", "a page that is not there", "each on the other's page", "no pages"],
)
def test_a_fact_that_no_section_of_its_topic_teaches_is_told(
    pages: dict[str, str], expected: list[str], count: int, tmp_path: Path
) -> None:
    assert checked(tmp_path, FACTS, **pages) == (expected, f"facts covered: {count} of 2")


def test_without_an_inventory_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert check_facts(tmp_path, {}) == ([], "")


SECTIONS = {
    "the first alternative": ("Clients hand a process over.", True),
    "the second alternative": ("Clients give a process away.", True),
    "a group without any of its alternatives": ("Clients give work away.", False),
    "capital letters in the text": ("GIVE a Process", True),
    "a longer word that begins so": ("gives processes", True),
    "a word that only ends so": ("He forgives the process.", False),
    "a word after a sign": ("(give)-process", True),
    "the heading counts": ("## Give the process", True),
    "one in each of two sections": ("## Give\n\n## Process", False),
    "one before and one below a small heading": ("give\n\n##### Small\n\nprocess", True),
}


@pytest.mark.parametrize(("text", "covered"), SECTIONS.values(), ids=SECTIONS.keys())
def test_a_section_covers_a_fact_when_a_word_begins_with_one_of_each_group(text: str, covered: bool, tmp_path: Path) -> None:
    expected = ([], "facts covered: 2 of 2") if covered else ([NO_MEANING], "facts covered: 1 of 2")
    assert checked(tmp_path, FACTS, bpo=f"# BPO\n\n{text}\n", history=HISTORY) == expected


TERMS = {
    "words over a line's end": ("two words", "It has two\nwords.", True),
    "capital letters in the inventory": ("BPO", "It is BPO.", True),
    "spaces around the bars": ("none | bpo", "It is BPO.", True),
    "a curly apostrophe in the text": ("firm's", "the firm’s work", True),
    "a curly apostrophe in the inventory": ("firm’s", "the firm's work", True),
    "a dash in the text": ("24-7", "24–7", True),
    "a hyphen that does not break": ("24-7", "24‑7", True),
    "a dash in the inventory": ("24–7", "24-7", True),
    "signs that a pattern would read": ("c++ (old)", "c++ (old)", True),
    "a dot is a dot": ("v1.5", "v115", False),
}


@pytest.mark.parametrize(("term", "text", "covered"), TERMS.values(), ids=TERMS.keys())
def test_a_term_is_found_however_it_is_typed(term: str, text: str, covered: bool, tmp_path: Path) -> None:
    facts = FACTS.replace("hand|give", f'"{term}"').replace("      - process\n", "")
    problems, _ = checked(tmp_path, facts, bpo=text, history=HISTORY)
    assert (problems == []) == covered


REFUSED = {
    "a misspelt key of a fact": (
        ("    priority: core\n", "    priority: core\n    staetment: Twice.\n"),
        "facts.yml:8: expected one of the keys id, must_terms, note, priority, statement, topic, got 'staetment'; "
        "did you mean 'statement'?",
    ),
    "a misspelt key of the inventory": (
        ("facts:", "topcis: {}\nfacts:"),
        "facts.yml:4: expected one of the keys facts, topics, got 'topcis'; did you mean 'topics'?",
    ),
    "a missing key": (("    topic: history\n", ""), "facts.yml:12: expected the key 'topic', got none"),
    "another priority": (
        ("marginal", "marginl"),
        "facts.yml:14: expected one of 'core', 'supporting' or 'marginal', got 'marginl'; did you mean 'marginal'?",
    ),
    "an id that is not a slug": (
        ("bpo-is-older", "BPO is older"),
        "facts.yml:12: expected lower-case words joined by hyphens, such as 'front-office', got 'BPO is older'",
    ),
    "no terms": (("[older, bpo, kpo]", "[]"), "facts.yml:17: expected at least 1 item, got an empty list"),
    "terms that are no list": (("[older, bpo, kpo]", "older"), "facts.yml:17: expected a list, got 'older'"),
    "pages that are no list": (("[history.md]", "history.md"), "facts.yml:3: expected a list, got 'history.md'"),
    "a key written twice": (
        ("    topic: history\n", "    topic: history\n    topic: meaning\n"),
        "facts.yml:14: expected each key once, got 'topic' a second time",
    ),
    "an alias": (
        ("Textbooks differ.", "*differ"),
        "facts.yml:16: expected plain values, got the alias '*differ'; write the text out",
    ),
    "an id that another fact has": (
        ("id: bpo-is-older", "id: bpo-meaning"),
        "facts.yml:12: expected an id that no other fact has, got 'bpo-meaning', the id of the fact on line 5",
    ),
    "a text that a number sign cuts short": (
        ("Textbooks differ.", "In the #1 textbook."),
        "facts.yml:16: expected quotation marks around a text that holds ' #', got the text 'In the' cut short at "
        "'#1 textbook.'; two spaces before '# ' make it a comment",
    ),
    "a tab": (("    note:", "\tnote:"), "facts.yml:16: expected spaces for indentation, got a tab"),
    "a colon without quotation marks": (
        ("Textbooks differ.", "Textbooks: they differ."),
        "facts.yml:16: expected quotation marks around a text that holds ': ', got none",
    ),
    "nothing between two bars": (
        ("hand|give", "hand||give"),
        "facts.yml:10: expected words between the bars, got 'hand||give'",
    ),
    "nothing after the last bar": (
        ("hand|give", "hand|give|"),
        "facts.yml:10: expected words between the bars, got 'hand|give|'",
    ),
}


@pytest.mark.parametrize(("change", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_wrong_in_the_inventory_is_told_in_these_words(change: tuple[str, str], expected: str, tmp_path: Path) -> None:
    assert FACTS.count(change[0]) == 1
    assert checked(tmp_path, FACTS.replace(*change), bpo=BPO, history=HISTORY)[0] == [expected]


def test_all_that_is_wrong_in_the_inventory_is_told_at_once(tmp_path: Path) -> None:
    facts = FACTS.replace("priority: core", "priority: high").replace("older, bpo", "[older], bpo")
    assert checked(tmp_path, facts) == (
        [
            "facts.yml:7: expected one of 'core', 'supporting' or 'marginal', got 'high'",
            "facts.yml:17: expected some text, got a list",
        ],
        "",
    )


def test_a_topic_that_is_not_listed_is_told(tmp_path: Path) -> None:
    facts = FACTS.replace("topic: history", "topic: histroy")
    assert checked(tmp_path, facts, bpo=BPO, history=HISTORY) == (
        ["facts.yml:13: bpo-is-older: expected one of the topics meaning, history, got 'histroy'; did you mean 'history'?"],
        "facts covered: 1 of 2",
    )


def test_an_empty_inventory_is_told(tmp_path: Path) -> None:
    assert checked(tmp_path, "# to come\n") == (["facts.yml:1: expected an inventory of facts, got an empty file"], "")


def test_a_list_is_no_inventory(tmp_path: Path) -> None:
    assert checked(tmp_path, "- topics\n") == (
        ["facts.yml:1: expected keys with their values, such as 'key: value', got a list"],
        "",
    )


def test_bytes_that_are_not_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_bytes(FACTS.encode().replace(b"Textbooks", b"caf\xe9"))
    problems, _ = check_facts(tmp_path, {})
    assert list(map(str, problems)) == ["facts.yml:16: expected UTF-8 text, got the byte 0xe9; save the file as UTF-8"]


def test_a_question_that_names_a_fact_which_is_not_there_is_told(tmp_path: Path) -> None:
    source = small_project.FIVE_KINDS.replace(
        "    hint: Ask who drives.", "    hint: Ask who drives.\n    facts: [bpo-meaning, bpo-meanin]"
    )
    (tmp_path / "five-kinds.yml").write_text(source, encoding="utf-8")
    (tmp_path / "facts.yml").write_text(FACTS, encoding="utf-8")
    line_of_facts = source.splitlines().index("    facts: [bpo-meaning, bpo-meanin]") + 1
    bank, problems = load_bank(tmp_path / "five-kinds.yml", tmp_path)
    assert bank is not None
    assert problems == []
    chapters = {f"{name}.md": scan(text, f"docs/{name}.md", f"{name}.md") for name, text in (("bpo", BPO), ("history", HISTORY))}
    told, line = check_facts(tmp_path, chapters, [bank])
    expected = "expected the id of a fact in facts.yml, got 'bpo-meanin'; did you mean 'bpo-meaning'?"
    assert [str(problem) for problem in told] == [f"five-kinds.yml:{line_of_facts}: school-bus: facts: {expected}"]
    assert line == "facts covered: 2 of 2"
