"""A question from its place in the paper and its place in the key."""

from collections.abc import Sequence

from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.imports.reader import Taken
from quizbank.imports.readers.docx.ours.markdown import markdown, words
from quizbank.imports.readers.docx.ours.parts import EXPLANATION, OF_CASE, NotWhole, key_of, paper_of
from quizbank.imports.readers.docx.ours.pieces import Picture, Piece
from quizbank.imports.readers.docx.ours.sections import Asked
from quizbank.imports.readers.docx.ours.shapes import answer_from


def taken_from(asked: Asked, answered: Asked) -> Taken:
    """Return a question or a case. Raises NotWhole where paper and key do not fit together."""
    question, lost = _case(asked, answered) if asked.parts or answered.parts else _question(asked, answered)
    return Taken(question, asked.line, asked.deck, lost)


def _case(asked: Asked, answered: Asked) -> tuple[Portable, tuple[str, ...]]:
    if len(asked.parts) != len(answered.parts):
        counts = f"({len(asked.parts)}), got {len(answered.parts)}"
        raise NotWhole(f"expected as many answers in the key of this case as it has questions {counts}")
    title, passage = _titled(asked.pieces)
    parts = [_question(*each) for each in zip(asked.parts, answered.parts, strict=True)]
    picture, more = _picture(asked.pieces)
    case = Portable(
        "",
        "",
        markdown(passage),
        None,
        asked.marks,
        tuple(part for part, _ in parts),
        title=title,
        explanation=markdown(key_of(answered.pieces)[OF_CASE]),
        picture=picture,
    )
    return case, (*more, *(loss for _, losses in parts for loss in losses))


def _titled(pieces: Sequence[Piece]) -> tuple[str, list[Piece]]:
    """Return the title of a case, which stands in bold before its passage, and the passage."""
    first, *others = pieces
    bold = first.html.startswith("<b>") and first.html.endswith("</b>") and first.html.count("<b>") == 1
    return (words(first.html), others) if bold and others else ("", [first, *others])


def _question(asked: Asked, answered: Asked) -> tuple[Portable, tuple[str, ...]]:
    paper, key = paper_of(asked.pieces), key_of(answered.pieces)
    text = markdown(paper.stem)
    picture, more = _picture(asked.pieces)
    if not text:
        raise NotWhole("expected a question in words, got none")
    if answered.marks and asked.marks != answered.marks:
        more = (*more, f"the paper gives it {asked.marks} marks and the key {answered.marks}; those of the paper are kept")
    answer, lost = answer_from(text, paper, answered.pieces[0].html, key)
    explanation = markdown(key[EXPLANATION])
    return Portable("", "", text, answer, asked.marks, explanation=explanation, picture=picture), (*more, *lost)


def _picture(pieces: Sequence[Piece]) -> tuple[PortablePicture | None, tuple[str, ...]]:
    found = [picture for piece in pieces for picture in piece.pictures]
    more = (f"a question has one picture, and this one had {len(found)}; the first is kept",) if len(found) > 1 else ()
    return (_portable(found[0]) if found else None), more


def _portable(picture: Picture) -> PortablePicture:
    return PortablePicture(picture.name, picture.load(), picture.alt, picture.width)
