"""The shapes of answer as cells of a row: for each the type of the row, and what stands in its columns."""

from decimal import Decimal

from quizbank.exchange.shapes import Answer, Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.table.cells import joined, spread
from quizbank.exchange.table.columns import letter


def cells_of(answer: Answer) -> tuple[str, dict[str, str]]:
    """Return the type of an answer's row and its cells, of which some may be empty."""
    match answer:
        case Choice():
            return ("multiple-choice" if answer.several else "single-choice"), _choice(answer)
        case Truth():
            return "true-false", _truth(answer)
        case Pairs():
            return ("sorting" if answer.groups else "matching"), _pairs(answer)
        case Sequence():
            return "ordering", _sequence(answer)
        case Typed():
            return "fill-in", _typed(answer)
        case Number():
            return "numeric", _number(answer)
        case Written():
            return "short-answer", _written(answer)


def _choice(answer: Choice) -> dict[str, str]:
    return {
        **spread("option", tuple(option.text for option in answer.options)),
        **spread("reason", tuple(option.why for option in answer.options)),
        "right": ", ".join(letter(index) for index, option in enumerate(answer.options) if option.right),
        "keep order": "" if answer.shuffled else "yes",
    }


def _truth(answer: Truth) -> dict[str, str]:
    return {"right": "true" if answer.right else "false", **spread("reason", (answer.why_true, answer.why_false))}


def _pairs(answer: Pairs) -> dict[str, str]:
    """Spare entries stand behind the pairs, with a match and no option."""
    pairs, spare = answer.pairs, answer.spare
    return {
        **spread("option", tuple(pair.left for pair in pairs)),
        **spread("match", (*(pair.right for pair in pairs), *(each.text for each in spare))),
        **spread("reason", (*(pair.why for pair in pairs), *(each.why for each in spare))),
        "groups": joined(answer.groups),
    }


def _sequence(answer: Sequence) -> dict[str, str]:
    steps = answer.steps
    return {**spread("option", tuple(step.text for step in steps)), **spread("reason", tuple(step.why for step in steps))}


def _typed(answer: Typed) -> dict[str, str]:
    """All accepted answers stand in one cell: a blank may have fifty, and a table of as many columns can be read by nobody."""
    return {
        "right": joined(answer.answers),
        **spread("option", tuple(each.text for each in answer.near)),
        **spread("reason", tuple(each.why for each in answer.near)),
    }


def _number(answer: Number) -> dict[str, str]:
    slips = answer.slips
    return {
        "right": _digits(answer.value),
        "tolerance": _digits(answer.tolerance) if answer.tolerance else "",
        "unit": answer.unit,
        "model answer": answer.working,
        **spread("option", tuple(_digits(slip.value) for slip in slips)),
        **spread("reason", tuple(slip.why for slip in slips)),
    }


def _written(answer: Written) -> dict[str, str]:
    points = answer.points
    marks = tuple("" if point.marks == 1 else str(point.marks) for point in points)
    return {"model answer": answer.model, **spread("option", tuple(point.text for point in points)), **spread("match", marks)}


def _digits(value: Decimal) -> str:
    return f"{value:f}"
