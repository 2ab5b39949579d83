"""Which pieces belong to which question, in the paper and in the key: each begins at the style of its first paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizbank.imports.readers.docx.ours.markdown import words
from quizbank.imports.readers.docx.ours.parts import OF_CASE
from quizbank.imports.readers.docx.ours.pieces import Piece

_WHOLE = {"Question": "asked", "Key answer": "answered"}
_PARTS = {"Sub-question": "asked", "Key sub-answer": "answered"}
_HEADINGS = ("heading 1", "Heading 1")
_ENDS = ("Title", "Title on a new page")


@dataclass
class Asked:
    """A question of the paper, or an answer of the key: its number, its pieces from the first paragraph on, those of a case."""

    number: int
    deck: str
    pieces: list[Piece]
    parts: list["Asked"] = field(default_factory=list)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.pieces[0].line

    @property
    def marks(self) -> int:
        """The marks at its right, 0 for none."""
        return self.pieces[0].marks


def sections_of(pieces: Sequence[Piece]) -> tuple[list[Asked], list[Asked]]:
    """Return the questions of the paper, and the answers of the key."""
    found: dict[str, list[Asked]] = {"asked": [], "answered": []}
    deck, current = "", None
    for piece in pieces:
        if piece.style in _WHOLE:
            side = found[_WHOLE[piece.style]]
            current = Asked(len(side) + 1, deck, [piece])
            side.append(current)
        elif piece.style in _PARTS and found[_PARTS[piece.style]]:
            current = Asked(0, deck, [piece])
            found[_PARTS[piece.style]][-1].parts.append(current)
        elif piece.style in _HEADINGS or piece.style in _ENDS:
            deck, current = (words(piece.html) if piece.style in _HEADINGS else ""), None
        elif current is not None:
            current = found["answered"][-1] if piece.style == OF_CASE and found["answered"] else current
            current.pieces.append(piece)
    return found["asked"], found["answered"]
