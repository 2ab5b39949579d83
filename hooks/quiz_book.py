"""Makes the book: `python hooks/quiz_book.py` as a PDF file, with `--epub` as one for phones.

The pages' order and the Markdown extensions are those of mkdocs.yml.

Like the hook `quiz_pages.py` it knows MkDocs, and the engine in `quizbank/` does not; but it builds no site.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data

from quizbank.checks.all_checks import other_errors
from quizbank.epub.book import EpubError, epub
from quizbank.library import Library, read_library
from quizbank.notes.blocks import extensions_with
from quizbank.offline.edition import source_time
from quizbank.offline.manifest import ICONS
from quizbank.print.book import Book, Convert, Cover
from quizbank.print.pdf import PdfError, write_pdf
from quizbank.problems.report import report
from quizbank.whole_file import write_whole

ICON = f"{ICONS}/icon-512.png"


def main() -> int:
    """Write the book. Returns the exit status: 1 when something is wrong, and then no file is written."""
    parser = argparse.ArgumentParser(description="Make the notes one PDF file, or one EPUB file.")
    parser.add_argument("--epub", action="store_true", help="make the file for phones and e-book readers")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the site's settings")
    parser.add_argument("--out", type=Path, default=Path("dist"), help="the folder for the file")
    options = parser.parse_args()
    config = load_config(str(options.config), hooks=[])
    root = Path(config.config_file_path).parent
    library = read_library(root / "quizzes", Path(config.docs_dir), root, Path(config.config_file_path))
    problems = [problem for problem in (*library.problems, *other_errors(library, root)) if problem.severity == "error"]
    for line in report(problems):
        print(line, file=sys.stderr)
    if problems:
        return 1
    path = options.out / Path(library.course.epub if options.epub else library.course.book).name
    try:
        if options.epub:
            write_epub(config, library, path)
        else:
            write_pdf(book_html(config, library), path, Path(config.docs_dir), _progress)
    except (PdfError, EpubError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"\n{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


def write_epub(config: MkDocsConfig, library: Library, path: Path) -> None:
    """Write the book as an EPUB file, making its folder. The course's icon is on the cover if the site has one."""
    book, convert = _book(config, library)
    icon = Path(config.docs_dir) / ICON
    data = epub(
        book.parts(convert, _progress),
        _cover(config, library),
        library.course,
        library.pictures,
        icon.read_bytes() if icon.is_file() else None,
        source_time(Path(config.config_file_path).parent),
    )
    write_whole(path, data)


def book_html(config: MkDocsConfig, library: Library) -> str:
    """Return the book as a document."""
    book, convert = _book(config, library)
    return book.html(_cover(config, library), convert, _progress)


def _book(config: MkDocsConfig, library: Library) -> tuple[Book, Convert]:
    """Return the book that is to be made, and what makes HTML of its pages."""
    pages = [path for path in _paths(config.nav) if path in library.chapters and _is_printed(library.chapters[path].text)]
    book = Book(library, pages)
    extensions = extensions_with(config.markdown_extensions, book.block, library.course.language)
    parser = Markdown(extensions=extensions, extension_configs=config.mdx_configs)

    def convert(path: str) -> str:
        text, _ = get_data(library.chapters[path].text)
        return parser.reset().convert(text)

    return book, convert


def _cover(config: MkDocsConfig, library: Library) -> Cover:
    course = library.course
    return Cover(course.title, course.description or config.site_description or "", config.copyright or "", course.language)


def _is_printed(text: str) -> bool:
    """Say whether a page belongs in the book. One whose settings say `book: no` is made for the site: a list of links, say."""
    _, settings = get_data(text)
    return bool(settings.get("book", True))


def _paths(nav: Any) -> Iterator[str]:
    """Yield the pages of a navigation in order: it is made of paths, of lists and of titles for either."""
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(entry)


def _progress(message: str) -> None:
    """Show one line that changes; where nobody watches, every fiftieth page is enough."""
    if sys.stdout.isatty():
        print(f"\r{message:<70}", end="", flush=True)
    elif not message.rpartition("Page ")[1] or message.endswith(("00", "50")):
        print(message, flush=True)


if __name__ == "__main__":
    sys.exit(main())
