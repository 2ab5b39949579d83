"""Writes the projects that are compared: the same chapters and questions for each product, in a folder of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bench import written
from bench.questions import Chapter

ROOT = Path(__file__).resolve().parent.parent
HOOKS = ("quiz_pages", "site_shell", "theme_repairs", "light_theme", "offline_site", "content_policy")
PARTS = 10
# Pages of ours that hold no question and no chapter, which "the same text" has as well.
OTHER_PAGES = ("level", "today", "mistakes", "flashcards", "progress")
_EXTENSIONS = [
    *("admonition", "attr_list", "def_list", "footnotes"),
    *({"pymdownx.betterem": {"smart_enable": "all"}}, "pymdownx.caret", "pymdownx.details", "pymdownx.superfences"),
    *("pymdownx.tilde", {"tables": {"use_align_attribute": True}}, {"toc": {"permalink": False}}),
]
_SHELL = "---\ntemplate: hub.html\nhide: [navigation, toc]\n---\n"

Pages = dict[str, str]


@dataclass(frozen=True)
class Product:
    """Something that is compared: its key, its name in the tables, how it is written, and the environment that it needs.

    `alike` says that it holds all the text and pages that ours has.
    """

    key: str
    name: str
    pages: Callable[[list[Chapter], Pages], Pages]
    settings: dict[str, object] = field(default_factory=dict)
    environment: str = "own"
    alike: bool = False


def write_project(product: Product, chapters: list[Chapter], others: Pages, folder: Path) -> Path:
    """Write the project of a product. `others` are our pages without questions, in Markdown. Returns its settings file."""
    pages = product.pages(chapters, others)
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    common = {
        "site_name": "Bench",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": _nav(chapters, pages),
    }
    text = yaml.safe_dump(common | {"markdown_extensions": _EXTENSIONS} | product.settings, sort_keys=False)
    settings.write_text(text, encoding="utf-8")
    return settings


def _nav(chapters: list[Chapter], pages: Pages) -> list[object]:
    """Return the navigation: a start page and the chapters in parts, and the practice pages where there are any."""
    parts: list[object] = [
        {f"Part {part}": [f"part{part}/index.md", *(_chapter_page(chapter) for chapter in members)]}
        for part, members in _parts(chapters)
    ]
    practice = [f"{name}.md" for name in OTHER_PAGES] if "docs/practice/index.md" in pages else []
    return [{"Home": "index.md"}, *parts, *([{"Practice": ["practice/index.md", *practice]}] if practice else [])]


def _parts(chapters: list[Chapter]) -> Iterable[tuple[int, list[Chapter]]]:
    """Yield the parts of the course: there are never more than ten."""
    size = -(-len(chapters) // PARTS)
    return enumerate(chapters[start : start + size] for start in range(0, len(chapters), size))


def _chapter_page(chapter: Chapter) -> str:
    return f"chapter{chapter.number}.md"


def _frame(chapters: list[Chapter], head: str = "") -> Pages:
    """Return the start page and the page that each part begins with."""
    indexes = {f"docs/part{part}/index.md": f"{head}# Part {part}\n\nChapters to read.\n" for part, _ in _parts(chapters)}
    return {"docs/index.md": "# Bench\n\nInvented questions.\n", **indexes}


def _read(chapter: Chapter, below: str = "") -> str:
    passages = "\n\n".join(chapter.text)
    return f"# Chapter {chapter.number}\n\n## Section\n\n{passages}\n\n{below}"


def _ours(chapters: list[Chapter], _: Pages) -> Pages:
    banks = {
        f"quizzes/bank{chapter.number}.yml": yaml.dump(written.bank(chapter), sort_keys=False, Dumper=yaml.CSafeDumper)
        for chapter in chapters
    }
    read = {f"docs/{_chapter_page(each)}": _read(each, f"/// objectives | bank{each.number}\n///\n") for each in chapters}
    practice = {"docs/practice/index.md": f"{_SHELL}# Practice\n\nQuestions to answer.\n"}
    return {"course.yml": "id: bench\ntitle: Bench\n", **_frame(chapters, _SHELL), **practice, **banks, **read}


def _same_text(chapters: list[Chapter], others: Pages) -> Pages:
    """Return a page for each chapter, one for its questions, and one for each other page of ours."""
    objectives = "By the end you can:\n\n- Know.\n"
    read = {f"docs/{_chapter_page(chapter)}": _read(chapter, objectives) for chapter in chapters}
    asked = {
        f"docs/quiz/bank{each.number}.md": _asked(f"# Quiz: Chapter {each.number}", each, written.as_same_text)
        for each in chapters
    }
    practice = {"docs/practice/index.md": "# Practice\n\nQuestions to answer.\n"}
    return {**_frame(chapters), **read, **asked, **practice, **{f"docs/{path}": text for path, text in others.items()}}


def _asked(head: str, chapter: Chapter, write: written.Writer) -> str:
    return f"{head}\n\n" + "\n".join(map(write, chapter.questions))


def _in_chapters(write: written.Writer) -> Callable[[list[Chapter], Pages], Pages]:
    """Return what writes pages that hold a chapter's text and its questions."""

    def pages(chapters: list[Chapter], _: Pages) -> Pages:
        read = {f"docs/{_chapter_page(each)}": _asked(_read(each), each, write) for each in chapters}
        return {**_frame(chapters), **read}

    return pages


_HOOKS: dict[str, object] = {"hooks": [str(ROOT / "hooks" / f"{name}.py") for name in HOOKS]}
_OWN_SHELL: dict[str, object] = {
    "theme": {"name": "material", "font": False, "custom_dir": str(ROOT / "overrides"), "icon": {"logo": "site/logo"}}
}
_NO_NAV: dict[str, object] = {
    "not_in_nav": "/quiz/*\n"
    + "".join(f"/{name}.md\n" for name in ("quizzes", "kinds", "about-questions", "downloads", "teachers"))
}

PRODUCTS = (
    Product("ours", "ours", _ours, {**_HOOKS, **_OWN_SHELL}, alike=True),
    Product("same", "the same text and pages, plain", _same_text, _NO_NAV, alike=True),
    Product("text", "the peers' text, plain", _in_chapters(written.as_text)),
    Product("quiz", "mkdocs-quiz", _in_chapters(written.for_quiz), {"plugins": ["search", "mkdocs_quiz"]}, "peers"),
    Product("mcq", "mkdocs-mcq", _in_chapters(written.for_mcq), {"plugins": ["search", "mcq"]}, "peers"),
    Product(
        "superquiz", "mkdocs-superquiz", _in_chapters(written.for_superquiz), {"plugins": ["search", "superquiz"]}, "superquiz"
    ),
)
