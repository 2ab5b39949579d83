"""The pictures of the notes: where each leads, and the files behind them."""

import posixpath
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from quizbank.notes.chapters import Chapter
from quizbank.texts.image_files import ImageFile, NoPicture, read_image


def picture_path(page: str, target: str) -> str:
    """Return the path below the docs folder to which the address of a picture leads from the page of that path.

    It is empty for what cannot be read as an address.
    """
    try:
        path = unquote(urlsplit(target).path)
    except ValueError:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def read_pictures(chapters: Mapping[str, Chapter], docs: Path) -> dict[str, ImageFile | NoPicture]:
    """Return the files that chapters show as pictures, by their path below the docs folder, or why they are none."""
    shown = [(chapter.path, picture.target) for chapter in chapters.values() for picture in chapter.pictures]
    paths = sorted({picture_path(page, target) for page, target in shown})
    return {path: _read(docs / path) for path in paths if (docs / path).is_file()}


def _read(path: Path) -> ImageFile | NoPicture:
    try:
        return read_image(path)
    except NoPicture as fault:
        return fault
