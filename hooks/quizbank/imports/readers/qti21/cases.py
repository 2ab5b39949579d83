"""Items of ours in the order of their test, with those of a case together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from quizbank.imports.ours.cases import NOT_THERE, case_of_ours, titled_passage
from quizbank.imports.reader import Taken
from quizbank.imports.readers.qti21.about import Place
from quizbank.imports.readers.qti21.ours import Part


def in_places(parts: Mapping[str, Part], places: Sequence[Place]) -> Iterator[Taken]:
    """Yield what was read in the order of the test; behind it, what the test does not name."""
    known = [place for place in places if place.path in parts]
    named = {place.path for place in known}
    everything = [*known, *(Place(path) for path in parts if path not in named)]
    for (chapter, case, title), group in groupby(everything, key=lambda place: (place.chapter, place.case, place.title)):
        read = [parts[place.path] for place in group]
        one_by_one = (replace(part.taken, deck=chapter) for part in read)
        yield from [replace(_case(case, title, read), deck=chapter)] if case else one_by_one


def _case(own_id: str, title: str, read: Sequence[Part]) -> Taken:
    """Return the case of some questions, whose passage stands in each of them."""
    own_title, passage = titled_passage(read[0].passage, title)
    case = case_of_ours(own_title, passage, [part.taken.question for part in read], own_id)
    return replace(read[0].taken, question=case, lost=(*(loss for part in read for loss in part.taken.lost), NOT_THERE))
