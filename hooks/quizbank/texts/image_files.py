"""Pictures as PNG and JPEG files: known by their first bytes, whatever the name says, with their size in pixels.

PNG: W3C Recommendation, third edition, sections 5.2 and 11.2.1. JPEG: ITU-T T.81, annex B.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

# Bytes and pixels: a page of the site has to open on a slow network and a cheap phone.
MOST_BYTES, MOST_PIXELS = 200_000, 4_000
TYPES: Final = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG = b"\xff\xd8\xff"
# Starts of a frame, with its height and width; the other numbers in between are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset([0x01, *range(0xD0, 0xD9)])  # markers without a length
_OTHERS = (
    (b"GIF8", "a GIF file"),
    (b"%PDF", "a PDF file"),
    (b"BM", "a BMP file"),
    (b"<svg", "an SVG file; `quizbank figure NAME --from FILE` makes a figure of it"),
    (b"<?xml", "an SVG file; `quizbank figure NAME --from FILE` makes a figure of it"),
)


class NoPicture(Exception):
    """The file cannot be shown as a picture; the message says what was expected and what is there."""


@dataclass(frozen=True)
class ImageFile:
    """A picture: its bytes, its type for browsers, and its size in pixels."""

    data: bytes
    type: str
    width: int
    height: int

    @property
    def digest(self) -> str:
        """Ten hexadecimal digits that follow the bytes."""
        return sha256(self.data).hexdigest()[:10]


def read_image(path: Path) -> ImageFile:
    """Return the picture in a file that is there. Raises NoPicture where it is no sound PNG or JPEG file or too large."""
    if path.suffix.lower() not in TYPES:
        raise NoPicture(f"expected a PNG or JPEG picture, such as '{path.stem}.png', got '{path.name}'")
    _not_too_large(path.stat().st_size)
    return read_image_data(path.read_bytes(), path)


def read_image_data(data: bytes, path: Path) -> ImageFile:
    """Return the picture that some bytes are; `path` is what its file is called. Raises NoPicture as `read_image` does."""
    wanted = TYPES.get(path.suffix.lower())
    _not_too_large(len(data))
    found = "image/png" if data.startswith(_PNG) else "image/jpeg" if data.startswith(_JPEG) else ""
    if not found:
        raise NoPicture(f"expected a PNG or JPEG picture, got {_kind_of(data)}")
    if found != wanted:
        right = ".png" if found == "image/png" else ".jpg"
        raise NoPicture(f"expected a file name that says what is inside, '{path.stem}{right}', got '{path.name}'")
    width, height = _size_of(data, found)
    if max(width, height) > MOST_PIXELS:
        raise NoPicture(f"expected a picture of at most {MOST_PIXELS:,} pixels on each side, got {width:,} × {height:,}")
    return ImageFile(data, found, width, height)


def _not_too_large(size: int) -> None:
    if size > MOST_BYTES:
        message = f"expected a picture of at most {MOST_BYTES:,} bytes, got {size:,}"
        raise NoPicture(f"{message}; save it smaller: 1,200 pixels are wide enough, and photographs are smaller as JPEG")


def _kind_of(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP file"
    if data[4:8] == b"ftyp":
        return "an AVIF or HEIC file"
    if not data:
        return "an empty file"
    return next((name for start, name in _OTHERS if data.lstrip().startswith(start)), "a file that begins otherwise")


def _size_of(data: bytes, kind: str) -> tuple[int, int]:
    """Return width and height. Raises NoPicture where the file ends too early, as after a broken download."""
    if kind == "image/png":
        sizes = _number(data[16:20]), _number(data[20:24])
        whole = data[12:16] == b"IHDR" and _PNG_END in data
    else:
        frame = next(_frames(data), b"")
        sizes = _number(frame[3:5]), _number(frame[1:3])
        whole = len(frame) >= 5 and b"\xff\xd9" in data[-512:]
    if not whole or 0 in sizes:
        raise NoPicture("expected a whole picture, got a file whose end is missing; copy or save it again")
    return sizes


def _frames(data: bytes) -> Iterator[bytes]:
    """Yield what each start of a frame says: precision, height, width."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or marker in _BARE:
            place += 1 if marker == 0xFF else 2
            continue
        length = _number(data[place + 2 : place + 4])
        if marker in _FRAMES:
            yield data[place + 4 : place + 2 + length]
        place += 2 + length


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "big")
