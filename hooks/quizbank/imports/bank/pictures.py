"""The pictures of imported questions: which of them a bank can show, and what their files are called."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.imports.bank.ids import slug_of
from quizbank.texts.image_files import NoPicture, read_image_data

_ENDINGS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"))


def picture_name(picture: PortablePicture) -> str:
    """Return a name of small letters and hyphens that follows from the file's own name and its bytes.

    A name that ends in a hash already, as those of our own exports do, keeps it.
    """
    ending = next((ending for start, ending in _ENDINGS if picture.data.startswith(start)), "png")
    stem = slug_of(Path(picture.name).stem)[:80].strip("-") or "picture"
    digest = sha256(picture.data).hexdigest()[:10]
    return f"{stem if stem.endswith(digest) else f'{stem}-{digest}'}.{ending}"


def pictures_of(questions: Iterable[Portable]) -> tuple[dict[int, str], dict[str, bytes], dict[int, str]]:
    """Return the names of files by the `id()` of the question, the files by name, and why a picture cannot be shown."""
    names: dict[int, str] = {}
    files: dict[str, bytes] = {}
    lost: dict[int, str] = {}
    for question in questions:
        if question.picture is None:
            continue
        name = picture_name(question.picture)
        try:
            read_image_data(question.picture.data, Path(name))
        except NoPicture as fault:
            lost[id(question)] = f"its picture {question.picture.name or 'without a name'} is left out: {fault}"
        else:
            names[id(question)], files[name] = name, question.picture.data
    return names, files, lost
