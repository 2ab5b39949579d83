"""A question of GIFT as one of the shapes."""

import re
from dataclasses import replace

from quizbank.exchange.from_plain import plain_words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Pair, Pairs, Spare, Truth, Written
from quizbank.imports.answers.blanks import case_of, numbered
from quizbank.imports.answers.orders import keeps_order
from quizbank.imports.answers.weights import Weighted, choice_of, number_of, typed_of
from quizbank.imports.ours.marks import our_tags
from quizbank.imports.reader import Taken
from quizbank.imports.readers.gift.answers import Inside, inside, number_in, pair_in
from quizbank.imports.readers.gift.blocks import Block
from quizbank.imports.readers.gift.ours import question_of_ours
from quizbank.imports.readers.gift.scan import GiftFault, markdown, shown, split_format

_BRACES = re.compile(r"\{([^{}]*)\}")
_GAP, _NO_GAP = "\uf8f0", re.compile(r"\s*\uf8f0\s*$")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def question_of(block: Block) -> Taken:
    """Return a question. Raises GiftFault."""
    form, text = split_format(block.text)
    bodies = _BRACES.findall(text)
    around = _BRACES.sub(_GAP, text)
    if not bodies or "{" in around or "}" in around:
        got = "no answers" if not (bodies or "{" in around or "}" in around) else "a brace without its partner"
        raise GiftFault(f"expected answers in braces, got {got}")
    own = block.id or (block.title if _SLUG.fullmatch(block.title) else "")
    if len(bodies) > 1:
        question, lost = _several(around, form, [inside(body) for body in bodies], block)
        return Taken(replace(question, id=question.id or own), block.line, block.category, lost)
    found = inside(bodies[0])
    answer, lost = _answer(found, form)
    if tags := our_tags(block.tags):
        question, more = question_of_ours(tags.on(Portable(own, "", "", answer)), _bare(around), found.general)
        return Taken(question, block.line, block.category, (*lost, *more))
    general = markdown(*reversed(split_format(found.general, form)))
    return Taken(Portable(own, "", _stem(around, form), answer, explanation=general), block.line, block.category, lost)


def _stem(around: str, form: str) -> str:
    """Return the stem; where the answers stood in the middle of it there is a blank."""
    return markdown(_bare(around), form).replace(_GAP, "____")


def _bare(around: str) -> str:
    """Return the stem without the place of the answers, if they stood behind it."""
    return _NO_GAP.sub("", around)


def _several(around: str, form: str, found: list[Inside], block: Block) -> tuple[Portable, tuple[str, ...]]:
    """Return the case of a text with several gaps."""
    answers = [_answer(each, form) for each in found]
    passage = numbered(markdown(around, form), re.compile(_GAP), len(found))
    generals = [markdown(*reversed(split_format(each.general, form))) for each in found]
    parts = [Portable("", "", "", answer, explanation=general) for (answer, _), general in zip(answers, generals, strict=True)]
    lost = tuple(loss for _, losses in answers for loss in losses)
    return case_of(passage, parts, markdown(block.title, "plain"), own_id=block.id), lost


def _answer(found: Inside, form: str) -> tuple[Answer, tuple[str, ...]]:
    match found.kind:
        case "essay":
            return Written(""), ()
        case "truth":
            return _truth(found, form), ()
        case "number":
            return _number(found, form)
        case "pairs":
            return _pairs(found, form), ()
        case "typed":
            return typed_of([(share, _words(text), why) for share, text, why in _weighted(found, form)])
    weighted = [(share, markdown(*reversed(split_format(text, form))), why) for share, text, why in _weighted(found, form)]
    if not any(share > 0 for share, _, _ in weighted):
        raise GiftFault("expected one right answer ('=') or more, got none")
    several = all(answer.sign == "~" for answer in found.answers)
    return choice_of(weighted, several, shuffled=not keeps_order(text for _, text, _ in weighted))


def _words(text: str) -> str:
    """Return a typed answer, in which a star that stands for itself has a stroke before it."""
    return plain_words(shown(split_format(text)[1])).replace("\\*", "*")


def _weighted(found: Inside, form: str) -> list[Weighted]:
    return [(each.share, each.text, markdown(*reversed(split_format(each.feedback, form)))) for each in found.answers]


def _truth(found: Inside, form: str) -> Truth:
    wrong, right = (markdown(*reversed(split_format(each.feedback, form))) for each in found.answers)
    return Truth(found.right, *((right, wrong) if found.right else (wrong, right)))


def _number(found: Inside, form: str) -> tuple[Answer, tuple[str, ...]]:
    whys = [why for _, _, why in _weighted(found, form)]
    given = [
        (each.share, *number_in(each), why)
        for each, why in zip(found.answers, whys, strict=True)
        if each.text or each.sign == "="
    ]
    number, lost = number_of(given)
    if number is None:
        raise GiftFault("expected a number that is right, got none")
    return number, lost


def _pairs(found: Inside, form: str) -> Pairs:
    """Return pairs; what has nothing on its left belongs to nothing."""
    sides = [(pair_in(each), each.feedback) for each in found.answers]
    texts = [
        (markdown(*reversed(split_format(left, form))), markdown(right, form), markdown(why, form))
        for (left, right), why in sides
    ]
    pairs = tuple(Pair(left, right, why) for left, right, why in texts if left)
    return Pairs(pairs, tuple(Spare(right, why) for left, right, why in texts if not left and right))
