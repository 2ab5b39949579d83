"""PNG and JPEG files: what is read of them, and the whole message for each that is refused."""

from pathlib import Path

import pytest

from images import jpeg, png
from quizbank.texts.image_files import NoPicture, read_image

TOO_LARGE = "expected a picture of at most 200,000 bytes, got 200,001; save it smaller: 1,200 pixels are wide enough, and "
REFUSED: dict[str, tuple[str, bytes, str]] = {
    "a format that not every browser shows": ("a.webp", b"", "expected a PNG or JPEG picture, such as 'a.png', got 'a.webp'"),
    "more bytes than a slow network carries": (
        "a.png",
        png() + b"\0" * (200_001 - len(png())),
        f"{TOO_LARGE}photographs are smaller as JPEG",
    ),
    "a GIF file": ("a.png", b"GIF89a...", "expected a PNG or JPEG picture, got a GIF file"),
    "a WebP file": ("a.png", b"RIFF\0\0\0\0WEBPVP8 ", "expected a PNG or JPEG picture, got a WebP file"),
    "a photograph of a phone": ("a.jpg", b"\0\0\0\x18ftypheic", "expected a PNG or JPEG picture, got an AVIF or HEIC file"),
    "a drawing": (
        "a.png",
        b"\n<svg/>",
        "expected a PNG or JPEG picture, got an SVG file; `quizbank figure NAME --from FILE` makes a figure of it",
    ),
    "a PDF file": ("a.png", b"%PDF-1.7", "expected a PNG or JPEG picture, got a PDF file"),
    "an empty file": ("a.png", b"", "expected a PNG or JPEG picture, got an empty file"),
    "a web page that says that one has to log in": (
        "a.jpg",
        b"<!doctype html>",
        "expected a PNG or JPEG picture, got a file that begins otherwise",
    ),
    "a name that says something else": (
        "a.png",
        jpeg(),
        "expected a file name that says what is inside, 'a.jpg', got 'a.png'",
    ),
    "half a PNG file": (
        "a.png",
        png()[:-5],
        "expected a whole picture, got a file whose end is missing; copy or save it again",
    ),
    "half a JPEG file": (
        "a.jpeg",
        jpeg()[:-300],
        "expected a whole picture, got a file whose end is missing; copy or save it again",
    ),
    "the first bytes alone": (
        "a.jpg",
        b"\xff\xd8\xff",
        "expected a whole picture, got a file whose end is missing; copy or save it again",
    ),
    "a side that is too long": (
        "a.png",
        png(4001, 1),
        "expected a picture of at most 4,000 pixels on each side, got 4,001 × 1",
    ),
}


@pytest.mark.parametrize(("name", "data", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_picture_for_every_page_is_refused(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NoPicture) as refused:
        read_image(tmp_path / name)
    assert str(refused.value) == message


@pytest.mark.parametrize(("name", "data"), [("a.png", png(50, 20)), ("a.jpg", jpeg()), ("A.JPEG", jpeg())])
def test_a_picture_is_read_with_its_size(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    image = read_image(tmp_path / name)
    assert (image.width, image.height, image.data) == (50, 20, data)
