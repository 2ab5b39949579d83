"""A course made of the kinds' own examples: four chapters and banks of each kind, and three papers. Made once in a process.

The copies of an example differ in their numbers and in the words that open each question, so that no two questions are alike.
"""

import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from quizbank.kinds import KINDS
from quizbank.library import Library, read_library

COPIES = 4
STEMS = ("stem", "passage", "assertion")
PAPERS = {
    "choices": """title: Paper of choices
style: a test of choices
minutes: 60
instructions: [Answer any five of the six questions.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, multiple-choice], number: 6, answer: 5, marks: 5, negative: 1}
  - {id: B, title: Decide, kinds: [statements, assertion-reason], number: 4, marks: 1}
bloom_share: 50
""",
    "reasons": """title: Paper of reasons
style: a test of reasons
minutes: 40
instructions: [Answer all questions.]
sections:
  - {id: A, title: One mark each, kinds: [single-choice, odd-one-out], number: 3, marks: 1}
  - {id: B, title: "True or false, with a reason", kinds: [true-false], number: 3, marks: 2, reason_marks: 1}
  - {id: C, title: A case to judge, kinds: [case], number: 3, marks: 3}
""",
    "written": """title: Written paper
style: a written test
minutes: 90
instructions: [Answer all questions.]
bloom_share: 50
sections:
  - {id: A, title: A word or a number, kinds: [fill-in, numeric], number: 5, marks: 1}
  - {id: B, title: Put in order, kinds: [matching, ordering, sorting], number: 5, marks: 4}
  - {id: C, title: Explain, kinds: [short-answer, distinguish], number: 4, answer: 3, marks: 3}
  - {id: D, title: A case to judge, kinds: [case], number: 3, marks: 3}
""",
}


@cache
def library() -> Library:
    """Return the course, read from files that are gone again."""
    with tempfile.TemporaryDirectory() as folder:
        return read(write(Path(folder)))


def read(root: Path) -> Library:
    """Return what is in a folder, and fail if anything there is wrong."""
    found = read_library(root / "quizzes", root / "docs", root)
    assert [str(problem) for problem in found.problems] == []
    return found


def write(root: Path) -> Path:
    """Write the course below a folder. Returns that folder."""
    for name, text in files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@cache
def files() -> Mapping[str, str]:
    """Return the text of each file, by its path."""
    found = {f"quizzes/papers/{name}.yml": text for name, text in PAPERS.items()}
    for number, (name, bank) in enumerate(_banks(), 1):
        found[f"quizzes/{name}.yml"] = yaml.safe_dump(
            _numbered(bank, name, number), allow_unicode=True, sort_keys=False, width=999
        )
        found[f"docs/{name}.md"] = _chapter(bank, name)
    return found


def _banks() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the example of each kind as often as it is copied, with a name for its bank."""
    for kind in KINDS.values():
        for copy in range(1, COPIES + 1):
            text = (kind.folder / "example.yml").read_text(encoding="utf-8")
            # As the engine does, every value is read as text.
            yield f"{kind.folder.name.replace('_', '-')}-{copy}", yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text alone


def _numbered(bank: dict[str, Any], name: str, number: int) -> dict[str, Any]:
    """Return a copy whose ids, slugs and numbers of objectives are no other bank's."""
    objectives = {old["id"]: f"LO{number}.{place}" for place, old in enumerate(bank["objectives"], 1)}
    return {
        "title": f"{bank['title']} {number}",
        "chapter": f"{name}.md",
        "objectives": [
            {"id": objectives[each["id"]], "slug": f"{each['slug']}-{number}", "text": each["text"]}
            for each in bank["objectives"]
        ],
        "questions": [_question(each, number, objectives) for each in bank["questions"]],
    }


def _question(question: dict[str, Any], number: int, objectives: Mapping[str, str]) -> dict[str, Any]:
    new = {**question, "id": f"{question['id']}-{number}"}
    if "objective" in question:
        new["objective"] = objectives[question["objective"]]
    if "questions" in question:
        new["questions"] = [_question(each, number, objectives) for each in question["questions"]]
    return {key: f"Item {number}. {value}" if key in STEMS else value for key, value in new.items()}


def _chapter(bank: dict[str, Any], name: str) -> str:
    """Return the chapter of a bank: its objectives, and a section for each that a question names."""
    asked = [part for question in bank["questions"] for part in (question, *question.get("questions", []))]
    sections = dict.fromkeys(part["section"] for part in asked if "section" in part)
    heads = "".join(f"\n## {section.replace('-', ' ').capitalize()} {{ #{section} }}\n\nA section.\n" for section in sections)
    return f"# {bank['title']} {{ #top-of-{name} }}\n\n/// objectives | {name}\n///\n{heads}"
