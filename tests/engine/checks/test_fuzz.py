"""No text of an author's ends in a traceback: a project, changed at random with fixed seeds, is read and its pages filled."""

import random
from pathlib import Path

import pytest

import small_project
from filled_pages import Pages
from quizbank.checks.facts import check_facts
from quizbank.checks.notes import check_notes
from quizbank.library import Library, read_library

FIGURE = small_project.drawing("two-halves")
FACTS = """topics:
  bpo: [outsourcing.md]
facts:
  - {id: third-party, topic: bpo, priority: core, statement: Another party works., must_terms: [party|firm]}
"""
PAPER = """title: Friday
style: a test
minutes: 20
instructions: [Answer all.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, true-false], number: 2, marks: 1}
"""
FIGURE_BLOCK = (
    "\n/// figure | two-halves | Halves\nThe words of it. [link](words.md#letters) and Client.\n///\n\n"
    "[^1]: A note.\n\nText[^1].\n"
)
FILES = {
    "docs/index.md": small_project.INDEX,
    "docs/outsourcing.md": small_project.WITH_CARDS["docs/outsourcing.md"].replace(small_project.FILLER, "Filler. ")
    + FIGURE_BLOCK,
    "docs/words.md": small_project.WORDS.replace(small_project.FILLER, "Filler. "),
    "docs/glossary.md": small_project.GLOSSARY,
    "docs/assets/figures/two-halves.svg": FIGURE,
    "quizzes/five-kinds.yml": small_project.FIVE_KINDS,
    "quizzes/two-kinds.yml": small_project.TWO_KINDS,
    "quizzes/papers/friday.yml": PAPER,
    "facts.yml": FACTS,
}
CHANGED = ["docs/outsourcing.md", "docs/words.md", "docs/glossary.md", "docs/assets/figures/two-halves.svg", "facts.yml"]
PIECES = [
    *(
        "[x](http://[::1)",
        "![a](//[)",
        "<http://[>",
        "[r]: http://[\n\n[x][r]",
        "{: onclick=x }",
        "# A {: # }",
        "\n[^1]: [^1]: x\n",
    ),
    *(
        "/// example | nope\n///",
        "/// practice | x\n///",
        "<!--practice:x-->",
        "<!--mock:x-->",
        "<!--quiz:%-->",
        "<!--figure:-->",
    ),
    *(
        '/// figure | "<x>\n///',
        "/// details\n///",
        "/// quiz |\n///",
        "/// quiz | five-kinds#\n///",
        "///",
        "////",
        "!!! note",
        "???",
    ),
    *(
        "<![x",
        "<!ELEMENT",
        "<?",
        "<!--",
        "-->",
        "--!>",
        "]]>",
        "<div",
        "</div>",
        '<a id="letters">',
        "<script>",
        "<svg",
        "</details>",
    ),
    *(
        "&#xffffffff;",
        "&#0;",
        "&x",
        "\x02",
        "\x03",
        "\x00",
        "\x0b",
        "\x85",
        "\u2028",
        "\ue000",
        "\ue001",
        "\ud7ff",
        "\U0010ffff",
        "fırm",
    ),
    *(
        "- " * 300,
        "> " * 300,
        "[" * 60,
        "*" * 99,
        "(" * 99,
        "\t",
        "  ",
        "\r",
        "```",
        "~~~",
        "---",
        "===",
        "[TOC]",
        "|",
        "| a |\n|--|",
    ),
    *(
        "---\na: [\n---\n",
        "title: x\n",
        ": ",
        ":   x",
        "x\n:   y",
        "Client { #client }",
        "{ #x }",
        "# ",
        "#",
        "## x\n---",
        "- {",
        "}",
        "'",
    ),
]


def mutated(text: str, chance: random.Random) -> str:
    """Return the text after one to five changes: pieces put in, passages taken out, everything indented, nothing left."""
    for _ in range(chance.randint(1, 5)):
        place, end = sorted(chance.randrange(len(text) + 1) for _ in "ab")
        match chance.randrange(12):
            case 0 | 1 | 2 | 3:
                text = text[:place] + chance.choice(PIECES) + text[place:]
            case 4 | 5 | 6:
                start = text.rfind("\n", 0, place) + 1
                text = text[:start] + chance.choice(PIECES) + "\n" + text[start:]
            case 7 | 8:
                text = text[:place] + text[place + 1 :]
            case 9:
                text = text[:place] + text[end:]
            case 10:
                text = text.replace("\n", "\n    ")
            case _:
                text = text if chance.random() < 0.7 else ""
    return text


def read(root: Path, path: str, seed: int) -> Library:
    """Read the project with one file changed, and run every check."""
    chance = random.Random(seed)
    raw = mutated(FILES[path], chance).encode("utf-8", "replace")
    if chance.random() < 0.1:
        raw = raw[: len(raw) // 2] + b"\xe9\x96" + raw[len(raw) // 2 :]
    (root / path).write_bytes(raw)
    library = read_library(root / "quizzes", root / "docs", root)
    problems = [*library.problems, *check_notes(library.course, library.banks, library.chapters, library.terms)]
    problems += check_facts(root, library.chapters, library.banks.values())[0]
    for problem in problems:
        assert problem.line >= 1, problem
        assert "\n" not in str(problem)
    return library


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages()


@pytest.mark.parametrize("path", CHANGED)
def test_no_change_to_a_file_ends_in_an_error_of_pythons_own(path: str, pages: Pages, tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for seed in range(40):
        pages.fill(read(tmp_path, path, seed), path.removeprefix("docs/"))
