"""Small pictures for tests, and projects that hold files of bytes beside those of text."""

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from quizbank.start.png import png_bytes


def png(width: int = 64, height: int = 32, colour: tuple[int, int, int] = (200, 30, 30)) -> bytes:
    """Return a PNG file of one colour."""
    return png_bytes(width, height, [bytes((*colour, 255)) * width] * height)


def jpeg(width: int = 50, height: int = 20) -> bytes:
    """Return a JPEG file of one colour, as a camera writes it: with data of another program before the picture."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), (30, 120, 40)).save(target, "JPEG", progressive=True, comment=b"Taken in the garden")
    return target.getvalue()


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files of a project below a folder, and return the folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
