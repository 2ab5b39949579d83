"""A small project with everything that the book for phones may hold, and its file."""

from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config import load_config

import quiz_book
import small_project
from images import png, write_files
from quizbank.library import read_library

WHEN = datetime(2025, 3, 4, 5, 6, 8, tzinfo=UTC)
NOTES = """
/// figure | handing-over | A client hands over work.
The client is on the left.
///

See [letters](words.md#letters), the [client](glossary.md#client), [a page that is not in the book](links.md) and
[another site](https://example.org/?a=1&b=2).[^law]

![A yellow bus](assets/bus.png)

| Uncharacteristically | Incomprehensibilities | Counterrevolutionary | Internationalisation |
|---|--:|:-:|---|
| First | 12 & more | < 5 | Last |

??? success "Answer"
    The school could drive the bus itself.

[^law]: A law of 2025.
"""
STEM = "    stem: A school pays a bus company for a year. What is this?\n"
PICTURE = f"{STEM}    picture: {{file: bus.png, alt: A red bus, width: 300}}\n"
FILES: dict[str, str | bytes] = {
    **small_project.FILES,
    "mkdocs.yml": small_project.CONFIG.replace(
        "[attr_list, admonition, pymdownx.details]",
        "[attr_list, admonition, pymdownx.details, footnotes, def_list, tables: {use_align_attribute: true}]",
    )
    + "  - Glossary: glossary.md\n  - Links: links.md\n",
    "docs/outsourcing.md": small_project.OUTSOURCING + NOTES,
    "docs/words.md": f"{small_project.WORDS}\n/// quiz | five-kinds#first-letter\n///\n",
    "docs/glossary.md": small_project.GLOSSARY,
    "docs/links.md": "---\nbook: no\n---\n# Links\n",
    "docs/assets/figures/handing-over.svg": small_project.drawing("handing-over"),
    "docs/assets/bus.png": png(90, 45),
    "docs/assets/icons/icon-512.png": png(512, 512, (1, 2, 3)),
    "quizzes/five-kinds.yml": small_project.FIVE_KINDS.replace(STEM, PICTURE),
    "quizzes/pictures/bus.png": png(900, 450),
}
PLAIN: dict[str, str | bytes] = {**small_project.FILES}


def made(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Return the file that is made of a project, without its checks."""
    write_files(folder, files)
    library = read_library(folder / "quizzes", folder / "docs", folder)
    quiz_book.write_epub(load_config(str(folder / "mkdocs.yml"), hooks=[]), library, folder / "dist/book.epub")
    return folder / "dist/book.epub"
