"""The pictures of the book as files beside its documents. A picture that stands in two places is one file."""

from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import unquote

from quizbank.texts.image_files import ImageFile

_ENDINGS = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
_DATA = "data:"


class Pictures:
    """Collects pictures. `of_notes` are those that pages name by their paths from the docs folder."""

    def __init__(self, of_notes: Mapping[str, ImageFile]) -> None:
        self._of_notes = of_notes
        self.files: dict[str, bytes] = {}
        self.types: dict[str, str] = {}

    def name_of(self, source: str) -> str:
        """Return the name of the file that an image's `src` becomes: the picture itself as a data URL, a path, or such a name.

        Raises KeyError for a source that is none of these.
        """
        if source in self.files:
            return source
        if source.startswith(_DATA):
            kind, _, data = source.removeprefix(_DATA).partition(";base64,")
            return self.add(kind, b64decode(data))
        image = self._of_notes[unquote(source)]
        return self.add(image.type, image.data)

    def add(self, kind: str, data: bytes) -> str:
        """Add a picture of a media type, which is SVG, PNG or JPEG. Returns the name of its file, which follows its bytes."""
        name = f"picture-{sha256(data).hexdigest()[:12]}.{_ENDINGS[kind]}"
        self.files[name], self.types[name] = data, kind
        return name
