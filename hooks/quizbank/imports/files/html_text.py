"""HTML of a question with its pictures: the first one goes with the question, the words of all stay."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from quizbank.exchange.from_html import from_html
from quizbank.exchange.from_plain import from_plain, without_unseen
from quizbank.exchange.portable import PortablePicture

_DATA = re.compile(r"data:image/([a-z+]+);base64,(.*)", re.DOTALL | re.IGNORECASE)
_HTML_FORMS = ("html", "moodle_auto_format", "auto_format", "")


@dataclass
class Texts:
    """Reads the texts of one question. `files` are what it may show, by name; pictures and losses are kept."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: list[PortablePicture] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def markdown(self, text: str, form: str = "html") -> str:
        """Return a text of a format (html, markdown, plain_text) as Markdown."""
        if form == "markdown":
            return without_unseen(text)
        if form not in _HTML_FORMS:
            return from_plain(text)
        found = from_html(text)
        self.lost += [f"{each} is left out" for each in found.lost]
        for (address, alt), size in zip(found.pictures, found.sizes, strict=True):
            self._picture(address, alt, size)
        return found.text

    def picture(self) -> PortablePicture | None:
        """Return the picture of the question. Others are noted as lost."""
        if len(self.pictures) > 1:
            self.lost.append(f"a question has one picture, and this one had {len(self.pictures)}; the first is kept")
        return self.pictures[0] if self.pictures else None

    def _picture(self, address: str, alt: str, size: tuple[int, int]) -> None:
        name = unquote(address.rpartition("/")[2].partition("?")[0]) or "picture"
        data = self.files.get(unquote(address)) or self.files.get(name)
        if found := _DATA.match(address):
            name, data = f"picture.{found[1]}", decoded_base64(found[2])
        if not data:
            self.lost.append(f"its picture '{address[:80]}' is not in the file and is left out")
        elif all(each.data != data for each in self.pictures):
            self.pictures.append(PortablePicture(name, data, alt, *size))


def decoded_base64(text: str) -> bytes | None:
    """Return bytes from Base64, or None where it is none."""
    try:
        return b64decode("".join(text.split()), validate=False)
    except (Error, ValueError):
        return None
