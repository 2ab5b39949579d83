"""What the documents show: their commands, what make would run for one, and the samples of CONTRIBUTING.md by section."""

import re
import subprocess
import textwrap
from collections.abc import Iterator
from pathlib import Path

from places import ROOT

ENGINE = ROOT / "hooks" / "quizbank"
DECISIONS = sorted((ENGINE / "decisions").glob("*.md"))
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted(ENGINE.glob("*.md")), *DECISIONS]

# What .gitignore names at the top, and anywhere.
MADE_HERE, MADE_ANYWHERE = (
    {".git", ".venv", "site", "offline", "dist"},
    {"__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"},
)

MAKE = re.compile(r"(?:SITE_URL=\S+ |EXPORTS=no )?make ([a-z]+(?: BOOK=no| FUZZ=\d+| MOST=\d+)?)")
INSTALL = re.compile(r"pip install --require-hashes -r ([\w.-]+)")
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(
    r"(?:[A-Z_]+=\S+ )?(?:make|python|py|mkdocs|ruff|mypy|pip|cmd|pre-commit) \S.*"
    r"|pytest(?: .*)?|\.ci/run|\.venv[/\\]\w+[/\\]\S+(?: .*)?"
)


def fences(text: str) -> Iterator[tuple[str, str]]:
    """Yield the language and the text of each fenced block."""
    for found in _FENCE.finditer(text):
        yield found[2], textwrap.dedent(found[3]) if found[1] else found[3]


def prose(path: Path) -> str:
    """Return a document without its fenced blocks."""
    return _FENCE.sub("", path.read_text(encoding="utf-8"))


def commands(path: Path) -> Iterator[str]:
    """Yield the commands that a document shows, in blocks of the language `sh` and in the text."""
    for language, block in fences(path.read_text(encoding="utf-8")):
        yield from block.splitlines() if language == "sh" else ()
    yield from (code for code in _CODE.findall(prose(path)) if _COMMAND.fullmatch(code))


def would_run(target: str, project: Path = ROOT) -> list[str]:
    """Return what make would run for a target, without the folder of programs."""
    run = subprocess.run(["make", "-n", *target.split()], cwd=project, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return re.sub(r"\.venv/\w+/", "", run.stdout).splitlines()


def samples(section: str) -> list[str]:
    """Return the blocks under a heading of CONTRIBUTING.md that are no commands, in order."""
    _, _, rest = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition(f"\n## {section}\n")
    assert rest, f"CONTRIBUTING.md has no section '{section}'"
    return [block for language, block in fences(rest.partition("\n## ")[0]) if language != "sh"]


def tracked() -> list[str]:
    """Return the paths of the project's files, those that are new and not yet committed among them."""
    run = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return [path for path in run.stdout.splitlines() if (ROOT / path).is_file()]
    paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]  # unpacked from an archive
    return sorted(path.as_posix() for path in paths if path.parts[0] not in MADE_HERE and not {*path.parts} & MADE_ANYWHERE)
