"""The documents of the project are true: what they point at exists, and what the code cites stands in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from places import ROOT
from quizbank.checks import lint, notes
from quizbank.course import CourseFile, Roles
from quizbank.kinds import KINDS
from quizbank.papers.blueprint import PaperFile, Section
from shown import DECISIONS, DOCUMENTS, ENGINE, prose, tracked

# Files that documents name and that are made by a build, by an example of an author's, or in a learner's browser.
MADE = {
    "index.html",
    "today.md",
    "progress.md",
    "dist/results.html",
    "quizzes/outsourcing-extra.yml",
    "quizzes/plants.yml",
    "quiz/plants.md",
    "quizzes/papers/friday.yml",
    "docs/payslips.md",
    "docs/assets/figures/payslip.svg",
    "quizzes/payslips.yml",
    "hooks/quizbank/kinds/true_false/line.html.j2",
    "hooks/quizbank/listing/__init__.py",
    "tests/engine/listing/test_listing.py",
}

CODE = {".py", ".js", ".css", ".j2", ".htm", ".html", ".yml", ".toml"}

_LINK = re.compile(r"\[[^\]]+\]\((?!https?:)([^)#\s]*)(?:#([\w-]+))?\)")
_FILE = re.compile(r"`([\w./*-]+\.(?:py|js|css|j2|md|yml|toml|htm|html|svg|lock))`")
_RULE = re.compile(r"^### (\d+)\. ", re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(text: str) -> set[str]:
    """Return the ids that a reader of repositories gives to headings."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.fixture(scope="module")
def files() -> set[str]:
    return set(tracked())


def rules() -> dict[int, str]:
    """Return the text of each rule of item writing by its number."""
    _, *parts = _RULE.split((ENGINE / "item-writing.md").read_text(encoding="utf-8").partition("\n## The notes")[0])
    return dict(zip(map(int, parts[::2]), parts[1::2], strict=True))


def citations() -> Iterator[tuple[str, str, int]]:
    """Yield each rule that a docstring of the linter or a kind cites: its module, the passage with the number, and the number."""
    for path in sorted([*(ENGINE / "checks/lint").rglob("*.py"), *(ENGINE / "kinds").rglob("*.py")]):
        for found in re.finditer(r'"""[^"\n]*?\[(\d+)\]', path.read_text(encoding="utf-8")):
            yield name(path), found[0], int(found[1])


def test_every_rule_that_the_linter_cites_is_in_item_writing() -> None:
    cited = list(citations())
    assert len(cited) > 25
    assert [each for each in cited if each[2] not in rules()] == []


def test_every_check_of_the_linter_stands_under_the_rule_that_its_docstring_cites() -> None:
    missing = []
    for path in sorted((ENGINE / "checks/lint").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for found in re.finditer(r'@(?:item|case|bank)_check\("([\w-]+)", "\w+"\)\ndef .*\n    """\[(\d+)\]', text):
            check, number = found[1], int(found[2])
            missing += [f"{check} under rule {number}"] if f"`{check}`" not in rules().get(number, "") else []
    for model in (kind.model for kind in KINDS.values() if kind.model.form_check):
        number = int(re.findall(r"^\[(\d+)\]", model.form_faults.__doc__ or "")[0])
        missing += [f"{model.form_check} under rule {number}"] if f"`{model.form_check}`" not in rules()[number] else []
    assert missing == []


def test_every_check_that_can_be_waived_is_named_in_item_writing_and_no_other() -> None:
    named = set(re.findall(r"`([a-z]+-[a-z-]+|echo|trivia|independence|overclaim)`", "".join(rules().values())))
    assert named == set(lint.CHECKS)


def test_every_check_of_the_notes_is_named_there_too() -> None:
    text = (ENGINE / "item-writing.md").read_text(encoding="utf-8").partition("## The notes")[2]
    assert re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE) == list(notes.SEVERITIES)


def test_the_rules_are_numbered_without_a_gap() -> None:
    assert list(rules()) == list(range(1, len(rules()) + 1))


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_of_documents_lead_somewhere(document: Path) -> None:
    lost = []
    for address, anchor in _LINK.findall(re.sub(r"`[^`\n]*`", "", prose(document))):
        target = document.parent / address if address else document
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            lost.append(f"{address}#{anchor}")
    assert lost == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_files_that_documents_name_exist(document: Path, files: set[str]) -> None:
    named = {found.removeprefix("../") for found in _FILE.findall(prose(document)) if found not in MADE}
    patterns = {each: re.compile(r"(?:^|.*/)" + re.escape(each).replace(r"\*", "[^/]*")) for each in named}
    assert [each for each, pattern in patterns.items() if not any(map(pattern.fullmatch, files))] == []


@pytest.fixture(scope="module")
def words(files: set[str]) -> set[str]:
    """All words of the code, of the settings and of what authors write."""
    sources = [path for path in files if Path(path).suffix in CODE and not path.startswith(("tests/", "docs/"))]
    return {word for path in sources for word in re.findall(r"[A-Za-z_]\w+", (ROOT / path).read_text(encoding="utf-8"))}


@pytest.mark.parametrize("document", [ENGINE / "README.md", *DECISIONS], ids=name)
def test_names_of_the_code_that_the_engines_documents_use_exist(document: Path, words: set[str]) -> None:
    named = (found.rpartition(".")[2] for found in re.findall(r"`([A-Za-z_][\w.]+)(?:\(\))?`", prose(document)))
    assert [each for each in named if not {each, f"on{each}"} & words] == []


def test_the_readme_explains_every_key_of_a_blueprint() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Make a question paper")[2]
    assert {*PaperFile.model_fields, *Section.model_fields} - set(re.findall(r"`(\w+)(?:: no)?`", text)) == set()


def test_the_readme_explains_every_key_of_the_course_profile() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Set the course")[2].partition("\n## ")[0]
    assert {*CourseFile.model_fields, *Roles.model_fields} - set(re.findall(r"`(\w+)`", text)) == set()


def test_the_readme_says_what_each_file_and_folder_at_the_top_and_each_hook_is_for(files: set[str]) -> None:
    (tree,) = re.findall(
        r"^## What lies where\n\n```\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    listed = set(re.findall(r"^ *([\w.]+/?) +\S", tree, re.MULTILINE))
    hooks = {path.removeprefix("hooks/") for path in files if re.fullmatch(r"hooks/\w+\.py", path)}
    folders = {f"{path.split('/')[0]}/" for path in files if "/" in path and not path.startswith(".")}
    assert (hooks | folders) - listed == set()
    assert {each for each in listed if each.endswith(".py")} == hooks


def test_the_list_of_decisions_has_every_record_under_its_title_and_number() -> None:
    listed = re.findall(r"^(\d+\. )\[(.+)\]\((decisions/.+)\)$", prose(ENGINE / "README.md"), re.MULTILINE)
    there = [(path.read_text(encoding="utf-8").splitlines()[0], f"decisions/{path.name}") for path in DECISIONS]
    assert [(f"# {number}{title}", file) for number, title, file in listed] == there
    assert [int(path.name[:3]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("record", DECISIONS, ids=name)
def test_a_decision_says_its_context_the_decision_and_the_consequence(record: Path) -> None:
    words = re.findall(r"^\*\*(\w+)\.\*\* [`\w]", record.read_text(encoding="utf-8"), re.MULTILINE)
    assert words == ["Context", "Decision", "Consequence"]
