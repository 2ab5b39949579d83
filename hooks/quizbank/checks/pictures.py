"""What must hold for pictures: in the notes, PNG or JPEG files with words for who cannot see them; beside banks, none unused."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quizbank.model.bank import Bank
from quizbank.model.picture import FOLDER
from quizbank.notes.chapters import Chapter, PictureLink
from quizbank.notes.pictures import picture_path
from quizbank.problems.problem import Problem, file_name
from quizbank.texts.image_files import TYPES, ImageFile, NoPicture

_SITE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def check_pictures(chapters: Mapping[str, Chapter], files: Mapping[str, ImageFile | NoPicture]) -> Iterator[Problem]:
    """Yield what is wrong with the pictures of the notes. A file that is missing is reported as a link that leads nowhere."""
    for chapter in chapters.values():
        for picture in chapter.pictures:
            file = files.get(picture_path(chapter.path, picture.target))
            yield from (Problem(chapter.file, picture.line, "picture", message) for message in _faults(picture, file))


def _faults(picture: PictureLink, file: ImageFile | NoPicture | None) -> Iterator[str]:
    if picture.alt is None:
        yield "expected a picture as ![what it shows](assets/name.png), got its address elsewhere"
        return
    if not picture.alt.strip():
        yield f"expected words between '![' and ']' for readers who cannot see '{picture.target}', got none"
    if _SITE.match(picture.target):
        yield f"expected a picture in docs/, got the address of another site, '{picture.target}'"
    elif isinstance(file, NoPicture):
        yield str(file)


def unused_pictures(quizzes: Path, root: Path, banks: Iterable[Bank], all_read: bool) -> Iterator[Problem]:
    """Yield a warning for each file in the folder of questions' pictures that no question shows.

    Where a bank or a question could not be read (`all_read` is false), nobody knows which ones are shown.
    """
    shown = {question.picture.file for bank in banks for question in bank.all_questions if question.picture}
    for path in sorted((quizzes / FOLDER).glob("[!.]*")):
        if all_read and path.suffix in TYPES and path.name not in shown:
            message = "expected a question that shows this picture, got none"
            yield Problem(file_name(path, root), 1, "", message, severity="warning")
