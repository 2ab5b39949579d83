"""The site's navigation as its settings file has it, for the checks: which pages it names, on which lines.

MkDocs is not asked: `make check` needs no site, and the file may hold tags such as `!ENV` that only MkDocs can resolve.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join
from typing import Any
from urllib.parse import urlsplit

import yaml
from pathspec.gitignore import GitIgnoreSpec

from quizbank.banks.yaml_faults import explain
from quizbank.notes.chapters import Chapter
from quizbank.problems.problem import Problem, did_you_mean, file_name, page_name

SETTINGS = "mkdocs.yml"
# The settings that name pages which need no place in the navigation.
_APART = ("not_in_nav", "exclude_docs", "draft_docs")


@dataclass(frozen=True)
class Nav:
    """`pages` are the paths below the docs folder that the navigation names, with their lines.

    `apart` matches the paths of pages that it need not name; `whole` says whether it must name all others, or only chapters.
    """

    file: str
    pages: dict[str, int]
    apart: GitIgnoreSpec
    whole: bool


def read_nav(settings: Path, root: Path) -> tuple[Nav | None, list[Problem]]:
    """Return the navigation, or None where there is none to check, and what is wrong with the settings file.

    `root` is the folder that file names in messages start from.
    """
    file = file_name(settings, root)
    if not settings.is_file():
        return None, []
    text = settings.read_text(encoding="utf-8-sig", errors="replace")
    try:
        tree = _settings(yaml.compose(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line, message = explain(text, error)
        return None, [Problem(file, line, "", message)]
    except yaml.YAMLError as error:
        return None, [Problem(file, 1, "", f"expected YAML text, got a fault: {error}")]
    if not isinstance(tree.get("nav"), yaml.SequenceNode):
        return None, []
    patterns = [line for name in _APART for line in str(getattr(tree.get(name), "value", "")).splitlines()]
    omitted = _settings(_settings(tree.get("validation")).get("nav")).get("omitted_files")
    whole = getattr(omitted, "value", "") == "warn"
    return Nav(file, dict(_pages(tree["nav"])), GitIgnoreSpec.from_lines(patterns), whole), []


def check_nav(
    nav: Nav, chapters: Mapping[str, Chapter], taught: Collection[str], others: Collection[str], not_made: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield the entries that lead to no page, and the pages to which none leads: readers would not find them.

    `taught` are the chapters of banks; `others` are the other paths that exist: generated pages, pictures.
    `not_made` are the pages that the site could make and does not, each with the reason.
    """
    for path, line in nav.pages.items():
        if path not in chapters and path not in others:
            if path in not_made:
                message = f"expected a page that the site makes, got '{path}': {not_made[path]}; take this entry out or change it"
            else:
                message = f"expected a page in docs/, got '{path}'{did_you_mean(path, chapters)}"
            yield Problem(nav.file, line, "nav", message, breaks=page_name(path))
    for path, chapter in chapters.items():
        wanted = path in taught or (nav.whole and not _hides_behind_index(path, chapters))
        if wanted and path not in nav.pages and not nav.apart.match_file(path):
            yield Problem(chapter.file, 1, "nav", f"expected '{path}' under 'nav:' in {nav.file}, got no entry for it there")


def _hides_behind_index(path: str, chapters: Collection[str]) -> bool:
    """Say whether MkDocs leaves out a page because a folder's start page has two files."""
    return path.rpartition("/")[2] == "README.md" and join(dirname(path), "index.md") in chapters


def _settings(node: Any) -> dict[str, Any]:
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _pages(node: Any) -> Iterator[tuple[str, int]]:
    """Yield the paths below one node, which is a path, a list, or titles for either, with their lines."""
    if isinstance(node, yaml.ScalarNode) and node.value and not urlsplit(node.value).scheme:
        yield node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for inner in node.value:
            yield from _pages(inner)
    elif isinstance(node, yaml.MappingNode):
        for _, inner in node.value:
            yield from _pages(inner)
