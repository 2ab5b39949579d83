"""Lints the scripts, the style sheets and the templates: part of `make lint`. Building the site needs none of this.

    python tools/lint_front_end.py

Scripts are linted as pages load them, joined from their files: a name that one file gives to another is known, and one that
nothing uses is found. Tools: oxlint (`.oxlintrc.json`), oxfmt (`.oxfmtrc.json`), djlint (`[tool.djlint]` in
`pyproject.toml`), and tinycss2 with the rules below.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import tinycss2

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from quizbank.exports.anki.notetypes import NOTE_TYPES  # noqa: E402
from quizbank.exports.anki.templates import script_source  # noqa: E402
from quizbank.site import assets, scripts  # noqa: E402
from quizbank.strings.words import DEFAULT  # noqa: E402

ENGINE = ROOT / "hooks/quizbank"
# By themselves: the service worker and what asks for it, what brings the theme's script, and the theme's search in a folder.
WHOLE_SCRIPTS = (
    ENGINE / "offline",
    ENGINE / "frontend/storage/folder.js",
    ENGINE / "frontend/shell",
    ROOT / "docs/assets/iframe-worker",
)
SHELL = ROOT / "overrides"
STYLES = tuple(
    path
    for folder, pattern in (
        (ENGINE / "frontend", "*/*.css"),
        (SHELL / "styles", "*.css"),
        (ENGINE, "*/*.css"),
        (ENGINE, "exports/*/*/*.css"),
    )
    for path in sorted(folder.glob(pattern))
)
# Where the class of something that is shown may be written.
SHOWS = ("*.j2", "*.js", "*.py", "*.md", "*.yml", "*.htm", "*.html", "*.svg")
# Classes of ours begin with these; the others are the theme's.
OURS = re.compile(r"^(?:notes|print|quiz|site)-")


def main() -> int:
    """Print what is wrong. Returns the exit code: 0 if nothing is."""
    faults = list(style_faults(STYLES))
    print("\n".join(faults) or f"{len(STYLES)} style sheets: nothing to report.")
    return max(bool(faults), lint_scripts(), check_format(), lint_templates())


def lint_scripts() -> int:
    """Lint each script as pages load it."""
    with tempfile.TemporaryDirectory() as folder:
        joined = {"question": assets.question_source()}
        joined |= {name.replace(":", "-"): assets.part_source(name) for name in scripts.PARTS}
        joined |= {
            f"anki-{marks or 'card'}": script_source(marks, DEFAULT) for marks in sorted({kind.marks for kind in NOTE_TYPES})
        }
        for name, text in joined.items():
            (Path(folder) / f"{name}.js").write_text(text, encoding="utf-8")
        places = [folder, *map(str, WHOLE_SCRIPTS)]
        return _run("oxlint", "--config", str(ROOT / ".oxlintrc.json"), "--deny-warnings", *places)


def check_format() -> int:
    """Say which scripts are not laid out as `.oxfmtrc.json` has it; `oxfmt` without `--check` writes them so."""
    places = [str(path.relative_to(ROOT)) for path in (ENGINE, *WHOLE_SCRIPTS[2:])]
    return _run("oxfmt", "--check", *(f"{place}/**/*.js" for place in places))


def lint_templates() -> int:
    """Lint the templates."""
    found = ((ENGINE, "html.j2"), (SHELL, "html"))
    return max(_run("djlint", "--lint", "--quiet", "--extension", extension, str(folder)) for folder, extension in found)


def _run(program: str, *arguments: str) -> int:
    """Run a program of the virtual environment in which this runs."""
    return subprocess.run([Path(sys.executable).parent / program, *arguments], cwd=ROOT, check=False).returncode


def style_faults(paths: tuple[Path, ...]) -> Iterator[str]:
    """Yield what is wrong in style sheets, as `file:line: what`."""
    words = shown_words()
    for path in paths:
        rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
        for line, fault in faults_in(rules, words):
            yield f"{path.relative_to(ROOT)}:{line}: {fault}"


def shown_words() -> frozenset[str]:
    """Return every word that may be a class, from all that writes pages."""
    folders = (ENGINE, ROOT / "docs", ROOT / "hooks", SHELL)
    files = (path for folder in folders for pattern in SHOWS for path in folder.rglob(pattern))
    return frozenset(word for path in files for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8", errors="replace")))


def faults_in(rules: list[tinycss2.ast.Node], words: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield the line and the fault of each rule: what cannot be read, says one thing twice, says nothing, or styles nothing."""
    for rule in rules:
        if rule.type == "error":
            yield rule.source_line, f"expected CSS that can be read, got a fault: {rule.message}"
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            yield from faults_in(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), words)
        elif rule.type == "qualified-rule":
            yield from _declaration_faults(rule)
            yield from _class_faults(rule, words)


def _declaration_faults(rule: tinycss2.ast.QualifiedRule) -> Iterator[tuple[int, str]]:
    declarations = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    seen: set[tuple[str, str]] = set()
    if not declarations:
        yield rule.source_line, "expected declarations, got an empty rule"
    for declaration in declarations:
        if declaration.type == "error":
            yield declaration.source_line, f"expected a declaration, got a fault: {declaration.message}"
        elif declaration.type == "declaration":
            same = declaration.lower_name, tinycss2.serialize(declaration.value).strip()
            if same in seen:
                yield declaration.source_line, f"expected each declaration once, got '{same[0]}: {same[1]}' twice"
            seen.add(same)


def _class_faults(rule: tinycss2.ast.QualifiedRule, words: frozenset[str]) -> Iterator[tuple[int, str]]:
    for name in re.findall(r"\.([a-z][\w-]*)", re.sub(r'"[^"]*"', "", tinycss2.serialize(rule.prelude))):
        if OURS.match(name) and name not in words:
            yield rule.source_line, f"expected a class that something shows, got '.{name}'"


if __name__ == "__main__":
    sys.exit(main())
