"""Everything that the engine makes of each kind, as JSON: run in a temporary engine whose kinds have copies under other names.

`python all_outputs.py PREFIX FOLDER` prints what is made of the kinds whose names begin with PREFIX, what is made of the others,
and what the linter finds in questions of the former, all without PREFIX. What follows from the bytes of a file or from a kind's
name alone (hashes, fingerprints) is left out.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import test_lint
from py_mini_racer import MiniRacer

from front_end import source, words
from quizbank.checks.all_checks import check_everything
from quizbank.kinds import KINDS, Kind
from quizbank.library import Library, read_library
from quizbank.papers.draw import draw, items_of
from quizbank.papers.fingerprint import content
from quizbank.papers.sets import paper_set
from quizbank.render.renderer import Renderer
from quizbank.schemas import bank_schema
from quizbank.site.assets import source_of
from quizbank.site.page import mark
from quizbank.site.pages import gallery
from quizbank.site.scripts import marking_of
from quizbank.site.site import Site
from quizbank.strings.words import Words
from quizbank.texts.inline import question_markdown

PREFIX, FOLDER = sys.argv[1], Path(sys.argv[2])
RENDERER = Renderer(question_markdown())
SCHEMA = json.loads(bank_schema())["$defs"]

PAPER = """title: A paper of {name}
style: a school
minutes: 10
instructions: [Answer all.]
sections:
  - {{id: A, title: All, kinds: [{kind}], number: 1, marks: {marks}}}
"""
# A right answer for whatever reads it, by a choice, a number or a word.
RESPONSE = '{ picked: ["3"], text: "3" }, { right: ["3"], wrong: ["4"], accepted: ["3"], near: [], tolerance: 0, unit: "" }'
POINTS = '{ points: [{ checked: true, dataset: { marks: "1" } }], marks: 1 }'
_FOLLOWS_BYTES = re.compile(
    r'sha256-[\w+/]{43}=|(?<=-)[0-9a-f]{10}(?=\.)|(?<=prints\\":\\")[^"\\]*|[ \u00a0]?\b[2-9A-Z]{3}-[2-9A-Z]{3}\b'
)


def plain(name: str) -> str:
    """Return a kind's name without the prefix."""
    return name.removeprefix(PREFIX)


def project(kinds: list[Kind], folder: Path) -> Library:
    """Write and read a project with the kinds' examples as its banks, and for each a paper that asks it."""
    files: dict[str, str] = {}
    sections: dict[str, set[str]] = defaultdict(set)
    for kind in kinds:
        example = (kind.folder / "example.yml").read_text(encoding="utf-8")
        (chapter,) = re.findall(r"^chapter: (\S+)", example, re.MULTILINE)
        sections[chapter] |= set(re.findall(r"section: (\S+)", example))
        marks = re.findall(r"^    marks: (\d+)", example, re.MULTILINE)[0]
        files[f"quizzes/{plain(kind.name)}.yml"] = example
        files[f"quizzes/papers/{plain(kind.name)}.yml"] = PAPER.format(name=plain(kind.name), kind=kind.name, marks=marks)
    for chapter, names in sections.items():
        files[f"docs/{chapter}"] = "# Chapter\n\n" + "".join(f"## {name} {{ #{name} }}\n\nText.\n\n" for name in sorted(names))
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return read_library(folder / "quizzes", folder / "docs", folder)


def outputs(kinds: list[Kind], folder: Path) -> dict[str, Any]:
    """Return what is made of the kinds, by what it is: of all of them together, and of each."""
    library = project(kinds, folder)
    site = Site(library, RENDERER)
    problems, _ = check_everything(library, folder)
    about = library.course.generated.about
    assert about is not None
    made: dict[str, Any] = {
        "problems": list(map(str, problems)),
        "about": sorted(site.pages()[about].replace(PREFIX, "").splitlines()),
        "sheets": [text for path, text in dict(site.files(str)).items() if path.startswith("papers/")],
        "data": {name: asset.text for name, asset in site.data.items()},
    }
    return made | {plain(kind.name): outputs_of(kind, library, site) for kind in kinds}


def outputs_of(kind: Kind, library: Library, site: Site) -> dict[str, Any]:
    """Return what is made of one kind."""
    faults: list[str] = []
    bank, paper = library.banks[plain(kind.name)], library.papers[plain(kind.name)]
    (printed,) = paper_set(paper, [bank], "seed", "B").sections
    return {
        "page": site.fill(mark("quiz", bank.name), f"quiz/{bank.name}.md", str, faults.append),
        "example": site.fill(mark("example", kind.name), "kinds.md", str, faults.append),
        "faults": faults,
        "paper and key": [(RENDERER.on_paper(each, "1."), RENDERER.key(each, "1.")) for each in printed],
        "draw": draw(paper, items_of(library.banks.values()), "7"),
        "fingerprint": [content(question) for question in bank.questions],
        "gallery": gallery._section(kind, Words()),
        "schema": SCHEMA[kind.name],
        "marking": marking(kind),
    }


def marking(kind: Kind) -> Any:
    """Return what the page's script makes of a response, with the files that a page with this kind loads."""
    v8 = MiniRacer()
    v8.eval(words())
    v8.eval(source("marking.js"))
    v8.eval("const quiz = { kinds: {}, markExact, markByShares, add(name, kind) { quiz.kinds[name] = kind; } };")
    part = marking_of(kind.name)
    script = source_of(part) if part else (kind.folder / "page.js").read_text(encoding="utf-8")
    v8.eval(f"{{\n{script}}}")
    call = f'quiz.kinds["{kind.name}"].mark?.({RESPONSE}, {POINTS})'
    return json.loads(str(v8.eval(f'JSON.stringify([Object.keys(quiz.kinds["{kind.name}"]), {call} ?? null])')))


def renamed(fields: Any) -> Any:
    """Return a question as its author writes it, of the copied kind."""
    if isinstance(fields, dict):
        return {key: f"{PREFIX}{value}" if key == "kind" else renamed(value) for key, value in fields.items()}
    return [renamed(each) for each in fields] if isinstance(fields, (list, tuple)) else fields


def lint_findings(folder: Path) -> dict[str, list[list[str]]]:
    """Return, by the name of each check, what it finds in questions of copied kinds that fail it, and what it should find."""
    folder.mkdir()
    failing = {name: ([question], told) for name, (question, told, _) in test_lint.ITEMS.items()}
    failing |= {name: (questions, told) for name, (questions, told, _) in test_lint.WHOLE.items()}
    return {
        f"{check}: {what}": [test_lint.found(check, test_lint.bank_of(folder, *map(renamed, questions))), told]
        for (check, what), (questions, told) in failing.items()
    }


def main() -> None:
    """Print everything."""
    copied = [kind for name, kind in KINDS.items() if name.startswith(PREFIX)]
    own = [kind for kind in KINDS.values() if kind not in copied]
    made = {"copied": outputs(copied, FOLDER / "copied"), "own": outputs(own, FOLDER / "own")}
    text = json.dumps({**made, "lint": lint_findings(FOLDER / "lint")}, ensure_ascii=False)
    print(_FOLLOWS_BYTES.sub("", text.replace(PREFIX, "").replace(PREFIX.replace("-", "_"), "")))


main()
