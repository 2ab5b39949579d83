"""Finds what stands twice in a list where everything must differ."""

from collections.abc import Callable, Iterable, Iterator

from quizbank.problems.wording import Fault, Place


def texts_at(things: Iterable[object], key: str, *before: str) -> list[tuple[Place, str]]:
    """Return one text of each thing in a list, with its place; the list itself stands at `before`."""
    return [((*before, index, key), getattr(thing, key)) for index, thing in enumerate(things)]


def folded(text: str) -> str:
    """Return the text without what case and spacing make different."""
    return " ".join(text.split()).casefold()


def repeats(texts: Iterable[tuple[Place, str]], what: str, form: Callable[[str], object] = folded) -> Iterator[Fault]:
    """Yield a fault for each text that says the same as one before it. `what` is their plural, `form` what counts of them."""
    seen: dict[object, str] = {}
    for place, text in texts:
        counts = form(text)
        if (first := seen.get(counts)) is not None:
            told = f"'{text}' a second time" if text == first else f"'{text}', which counts as '{first}'"
            yield Fault(place, f"expected {what} that differ, got {told}")
        seen.setdefault(counts, text)
