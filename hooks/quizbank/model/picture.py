"""The picture of a question: a PNG or JPEG file beside the banks, the words for who cannot see it, and how wide it is shown.

Pictures of questions lie in `quizzes/pictures/` and not among the pages, from where everything is published: of them the site
gets those of published questions alone.
"""

from pathlib import Path
from typing import Annotated, ClassVar, Self

from pydantic import Field, PrivateAttr, StringConstraints, ValidationInfo, WithJsonSchema, model_validator

from quizbank.model.fields import AS_WHOLE, one_line
from quizbank.model.part import Part
from quizbank.problems.problem import did_you_mean
from quizbank.problems.wording import Fault, refuse
from quizbank.texts.image_files import ImageFile, NoPicture, read_image

FOLDER = "pictures"
# Pixels on a screen, 96 to an inch on paper. A wider picture is shown as wide as the page is.
DEFAULT_WIDTH, LEAST_WIDTH, MOST_WIDTH = 480, 24, 1200
LONGEST_ALT = 300

_NAME = r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpe?g)$"
PictureName = Annotated[str, StringConstraints(pattern=_NAME, max_length=100)]
AltText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_ALT),
    one_line,
    WithJsonSchema({"type": "string", "pattern": r"^\s*\S[^\n]*\s*$", "maxLength": LONGEST_ALT}),
]
Width = Annotated[int, Field(ge=LEAST_WIDTH, le=MOST_WIDTH), AS_WHOLE]


class Picture(Part):
    """A picture that is part of what a question asks. `file` is its name in `quizzes/pictures/`, `width` in pixels."""

    no_text: ClassVar[frozenset[str]] = frozenset({"file"})

    file: PictureName
    alt: AltText
    width: Width | None = None

    _image: ImageFile | None = PrivateAttr(None)

    @property
    def image(self) -> ImageFile:
        """The file. Raises ValueError for a picture that was not read from a bank's folder."""
        if self._image is None:
            raise ValueError(f"the file of the picture {self.file} was not read")
        return self._image

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as shown, in pixels. No picture is shown larger than it is unless its author says so."""
        width = self.width or min(self.image.width, DEFAULT_WIDTH)
        return width, max(1, round(width * self.image.height / self.image.width))

    @property
    def address(self) -> str:
        """The path of the picture on the site. It follows the content, so no browser shows an old one."""
        stem, _, ending = self.file.rpartition(".")
        return f"assets/quiz/{FOLDER}/{stem}-{self.image.digest}.{ending}"

    @model_validator(mode="after")
    def _read_file(self, info: ValidationInfo) -> Self:
        """Read the file from the folder that the reader of the bank gives as context."""
        if isinstance(info.context, Path):
            try:
                self._image = _image(info.context, self.file)
            except NoPicture as fault:
                refuse([Fault(("file",), str(fault))])
        return self


def _image(folder: Path, name: str) -> ImageFile:
    path = folder / name
    if not path.is_file():
        known = sorted(each.name for each in folder.glob("*")) if folder.is_dir() else []
        raise NoPicture(f"expected a file in quizzes/{FOLDER}/, got '{name}'{did_you_mean(name, known)}")
    return read_image(path)
