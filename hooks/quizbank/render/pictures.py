"""How pictures stand in HTML: those of questions as files of the site or within a document, those of notes with their sizes."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from html import unescape
from urllib.parse import quote

from markupsafe import Markup

from quizbank.model.picture import Picture
from quizbank.texts.image_files import ImageFile
from quizbank.texts.inline import PAGE_SCHEME

PictureFunction = Callable[[Picture], Markup]


def on_screen(picture: Picture) -> Markup:
    """Return a picture for a page. Width and height keep its place free; its address is made when the page is known."""
    width, height = picture.size
    source = f"{PAGE_SCHEME}{picture.address}"
    tag = Markup('<p class="quiz-picture"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy" decoding="async"></p>\n')
    return tag.format(source, picture.alt, width, height)


def embedded(picture: Picture) -> Markup:
    """Return a picture for a PDF file, with everything in it. There, attributes say nothing of an image's size."""
    source = f"data:{picture.image.type};base64,{b64encode(picture.image.data).decode()}"
    width, _ = picture.size
    return Markup('<p class="quiz-picture"><img src="{}" alt="{}" style="width: {}px"></p>\n').format(source, picture.alt, width)


_IMAGE = re.compile(r"<img\b[^<>]*>")
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')


def with_sizes(html: str, image_of: Callable[[str], ImageFile | None]) -> str:
    """Return a page of notes with the sizes of its pictures, so that nothing moves when they come, one after the other.

    `image_of` gives the file behind an address on this page, or None where it is no picture of the notes. A width that the
    author gave stays, and the height follows from it.
    """

    def sized(tag: re.Match[str]) -> str:
        given = dict(_ATTRIBUTE.findall(tag[0]))
        image = image_of(unescape(given.get("src", "")))
        if image is None:
            return tag[0]
        width = int(given["width"]) if given.get("width", "").isdecimal() else image.width
        size = {"width": str(width), "height": str(max(1, round(width * image.height / image.width)))}
        name = {"class": f"{given.get('class', '')} quiz-picture".strip()}
        return _tag({**given, **size, **name, "loading": "lazy", "decoding": "async"})

    return _IMAGE.sub(sized, html)


def for_paper(html: str, path_of: Callable[[str], str]) -> str:
    """Return a page of notes with its pictures as a PDF file needs them: `path_of` gives the path from the docs folder."""

    def placed(tag: re.Match[str]) -> str:
        given = dict(_ATTRIBUTE.findall(tag[0]))
        if given.get("src", "").startswith("data:"):  # a figure
            return tag[0]
        width = {"style": f"width: {given['width']}px"} if given.get("width", "").isdecimal() else {}
        return _tag({**given, "src": quote(path_of(unescape(given.get("src", "")))), **width})

    return _IMAGE.sub(placed, html)


def _tag(attributes: Mapping[str, str]) -> str:
    pairs = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<img{pairs}>"
