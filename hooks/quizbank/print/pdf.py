"""Makes PDF files from HTML: tagged for screen readers (PDF/UA-1), with embedded fonts, the same bytes from the same input.

WeasyPrint is imported only when a file is made: who builds just the site needs neither it nor its libraries.
"""

import contextlib
import io
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quizbank.print.margins import beyond_margins, nearly_empty
from quizbank.print.tagging import finish
from quizbank.problems.advice import INSTALLED, installing
from quizbank.sheets.sheets import FOLDER as SHEETS
from quizbank.whole_file import write_whole

FONTS = SHEETS / "fonts.css"

_NEEDED = ("title", re.compile(r"<title>\s*[^<\s]")), ("language", re.compile(r"<html\b[^>]*\blang=\"?[a-z]"))
_BY_MAKE = "" if INSTALLED else "  with make:  make pdf (it sees to all of this on Debian as root)\n"
_HELP = f"""PDF files need WeasyPrint, and it cannot be used here: {{reason}}
{_BY_MAKE}  by hand:    {installing("print")}
  Debian:     sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  typefaces:  sudo apt-get install fonts-sil-charis fonts-inter fonts-noto-core
  macOS:      brew install pango
  Windows:    see the installation page of WeasyPrint's documentation"""

# WeasyPrint 70 leaves the first word of a text alone on its line where the text fits the line but the space behind it does not,
# and emphasis, a link or a blank to fill in follows. A space in an element of its own is spared that, and reads as before.
_WHOLE = re.compile(r"(<(pre|script|style|title)\b.*?</\2>)", re.DOTALL)
_LAST_SPACE = re.compile(r"(?<=[^\s<>])[ \n]+(?=<(?:a|abbr|b|code|em|i|kbd|mark|small|span|strong|sub|sup|u)\b)")


class PdfError(Exception):
    """A PDF file cannot be made; the message says why and what to do."""


class NoWeasyPrint(PdfError):
    """PDF files cannot be made here at all; `reason` says why in a line."""

    def __init__(self, reason: str) -> None:
        super().__init__(_HELP.format(reason=reason))
        self.reason = reason


def write_pdf(
    html: str, path: Path, base: Path, progress: Callable[[str], None] | None = None, tighter: str | None = None
) -> None:
    """Write one HTML document as PDF/UA-1 to `path`, making its folder.

    `html` is a whole document with a title and a language; relative addresses in it start from the folder `base`, and nothing
    is fetched from other hosts. The file holds no date, and its identifier comes from its content: same input, same bytes.
    `progress` is called with each page that is laid out. `tighter` is the same document with less space in it: it is taken where
    it saves a last page that is nearly empty. Raises PdfError when WeasyPrint or its libraries are missing, when the
    document lacks title or language, when something in it cannot be shown (a style, an image, the target of a link), and when
    something passes the margins, where a printer cuts it off.
    """
    for name, pattern in _NEEDED:
        if not pattern.search(html):
            raise PdfError(f"{path.name}: expected a document with a {name}, got none")
    weasyprint = _weasyprint()
    faults: list[str] = []
    with _listening("weasyprint", logging.WARNING, faults.append), _listening("weasyprint.progress", logging.INFO, progress):
        pages = _laid_out(weasyprint, html, base)
        if tighter and nearly_empty(pages.pages[-1]) and len(pages.pages) > 1:
            closer = _laid_out(weasyprint, tighter, base)
            pages = closer if len(closer.pages) < len(pages.pages) else pages
        faults += beyond_margins(pages)
        data = pages.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=True, finisher=finish)
    if faults:
        raise PdfError("\n".join(f"{path.name}: {fault}" for fault in dict.fromkeys(faults)))
    write_whole(path, data)


def _with_spaces_apart(html: str) -> str:
    pieces = _WHOLE.split(html)  # text, a whole element, its name, text …
    pieces[::3] = [_LAST_SPACE.sub(r"<span>\g<0></span>", text) for text in pieces[::3]]
    del pieces[2::3]
    return "".join(pieces)


def _weasyprint() -> Any:
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):  # it prints its own advice before it raises
            import weasyprint
    except (ImportError, OSError) as error:
        raise NoWeasyPrint(str(error)) from error
    return weasyprint


def _laid_out(weasyprint: Any, html: str, base: Path) -> Any:
    # A base that ends without a slash would count as a file.
    document = weasyprint.HTML(
        string=_with_spaces_apart(html), base_url=f"{base.resolve().as_uri()}/", url_fetcher=_local_files(weasyprint)
    )
    return document.render(pdf_variant="pdf/ua-1")


def _local_files(weasyprint: Any) -> Any:
    return weasyprint.urls.URLFetcher(allowed_protocols=("file", "data"))


class _Listener(logging.Handler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__()
        self.tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        self.tell(record.getMessage())


@contextlib.contextmanager
def _listening(name: str, level: int, tell: Callable[[str], None] | None) -> Iterator[None]:
    """Pass on what WeasyPrint's logger `name` says, and let nobody else print it."""
    logger = logging.getLogger(name)
    before = logger.level, logger.propagate, logger.handlers
    logger.propagate, logger.handlers = False, [_Listener(tell)] if tell else [logging.NullHandler()]
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.setLevel(before[0])
        logger.propagate, logger.handlers = before[1:]
