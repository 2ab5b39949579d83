"""The interactions of QTI 2.1, each as one of the shapes."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from quizbank.exchange.from_plain import plain_words
from quizbank.exchange.shapes import Answer, Choice, Number, Pair, Pairs, Sequence, Spare, Step, Truth, Typed, Written
from quizbank.imports.answers.options import tidy
from quizbank.imports.answers.orders import keeps_order
from quizbank.imports.answers.weights import choice_of, typed_of
from quizbank.imports.files.html_text import Texts
from quizbank.imports.files.xml_text import inner_html
from quizbank.imports.readers.qti21.declared import Declared, ItemNotRead, decimal

_FEEDBACK = ("feedbackInline", "feedbackBlock")


class Reading:
    """What an interaction is read with: its element, the texts of the item, what is declared, feedback and bounds by name.

    `ours` says that we wrote the item, so that what stands there is what was meant.
    """

    def __init__(
        self,
        element: Any,
        texts: Texts,
        response: Declared,
        feedback: Mapping[str, str],
        bounds: tuple[Decimal, Decimal] | None,
        ours: bool = False,
    ) -> None:
        self.element, self.texts, self.response = element, texts, response
        self.feedback, self.bounds, self.ours = feedback, bounds, ours
        self.lost: list[str] = []

    def text(self, element: Any) -> tuple[str, str]:
        """Return the words of a choice, and the feedback that stands in it."""
        inside = [each for each in element if each.tag in _FEEDBACK]
        why = "\n\n".join(self.texts.markdown(inner_html(each)) for each in inside)
        for each in inside:
            _drop(each)
        return self.texts.markdown(inner_html(element)), why

    def choices(self, tag: str) -> list[tuple[str, str, str, bool]]:
        """Return the name, the words, the feedback of each choice, and whether its place is fixed."""
        found = []
        for each in list(self.element.iter(tag)):
            name = each.get("identifier") or ""
            text, why = self.text(each)
            found.append((name, text, why or self.feedback.get(name, ""), each.get("fixed") == "true"))
        return found


def _drop(element: Any) -> None:
    """Take an element out, and leave what stands behind it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _choice(reading: Reading) -> Answer:
    found = reading.choices("inlineChoice" if reading.element.tag == "inlineChoiceInteraction" else "simpleChoice")
    several = reading.response.cardinality == "multiple"
    given = [(reading.response.share(name), text, why) for name, text, why, _ in found]
    if not any(share > 0 for share, _, _ in given):
        raise ItemNotRead("expected a choice that is declared as right, got none")
    if reading.ours:
        return _choice_of_ours(
            [name for name, *_ in found], choice_of(given, several, reading.element.get("shuffle") != "false")[0]
        )
    fixed = bool(found) and all(is_fixed for *_, is_fixed in found)
    answer, lost = choice_of(given, several, shuffled=not (fixed or keeps_order(text for _, text, _ in given)))
    answer, more = tidy(answer)
    reading.lost += [*lost, *more]
    return answer


def _choice_of_ours(names: list[str], choice: Choice) -> Answer:
    """Return a choice that we wrote, or a statement, whose choices have the names TRUE and FALSE."""
    if names == ["TRUE", "FALSE"]:
        yes, no = choice.options
        return Truth(yes.right, yes.why, no.why)
    return choice


def _order(reading: Reading) -> Answer:
    texts = {name: Step(text, why) for name, text, why, _ in reading.choices("simpleChoice")}
    right = [name for name in reading.response.right if name in texts]
    if sorted(right) != sorted(texts):
        raise ItemNotRead("expected every step in the right order to be declared, got some of them or none")
    return Sequence(tuple(texts[name] for name in right))


def _match(reading: Reading) -> Answer:
    """Return pairs. Where a choice of the second set may be used more often than once, the set is one of groups."""
    sets = list(reading.element.iter("simpleMatchSet"))
    if len(sets) != 2:
        raise ItemNotRead(f"expected two sets to match, got {len(sets)}")
    left, right = ({each.get("identifier") or "": reading.text(each)[0] for each in list(side)} for side in sets)
    named = reading.response.right or tuple(key for key, share in reading.response.earns.items() if share > 0)
    chosen = [tuple(pair.split()) for pair in named]
    pairs = [(first, last) if first in left else (last, first) for first, last in (pair for pair in chosen if len(pair) == 2)]
    known = [(first, last) for first, last in pairs if first in left and last in right]
    if not known:
        raise ItemNotRead("expected pairs that are declared as right, got none")
    ordered = sorted(known, key=lambda pair: list(left).index(pair[0]))
    found = tuple(Pair(left[first], right[last], reading.feedback.get(f"{first} {last}", "")) for first, last in ordered)
    used = {last for _, last in known}
    fixed = all(each.get("fixed") == "true" for each in sets[1])
    if fixed if reading.ours else len(used) < len(known):
        return Pairs(found, groups=tuple(text for text in right.values()))
    return Pairs(found, tuple(Spare(text) for name, text in right.items() if name not in used))


def _typed(reading: Reading) -> Answer:
    response = reading.response
    values = dict.fromkeys([*response.right, *response.earns])
    if response.base in ("float", "integer") or reading.bounds:
        return _number(reading, list(values))
    given = [(response.share(value), plain_words(value), reading.feedback.get(value, "")) for value in values]
    if not any(share > 0 for share, _, _ in given):
        raise ItemNotRead("expected words that are declared as right, got none")
    answer, lost = typed_of(given)
    reading.lost += lost
    return Typed(answer.answers, answer.near)


def _number(reading: Reading, values: list[str]) -> Answer:
    numbers = [value for text in values if (value := decimal(text)) is not None]
    if not numbers and reading.bounds is None:
        raise ItemNotRead("expected a number that is declared as right, got none")
    if reading.bounds is None:
        return Number(numbers[0])
    low, high = reading.bounds
    value = numbers[0] if numbers else (low + high) / 2
    return Number(value, max(abs(value - low), abs(high - value)))


def _written(reading: Reading) -> Answer:
    return Written("\n\n".join(reading.texts.markdown(value, "plain") for value in reading.response.right))


INTERACTIONS: dict[str, Callable[[Reading], Answer]] = {
    "choiceInteraction": _choice,
    "inlineChoiceInteraction": _choice,
    "orderInteraction": _order,
    "matchInteraction": _match,
    "textEntryInteraction": _typed,
    "extendedTextInteraction": _written,
}
