"""Whether a question read from a file for Moodle says what its shape says: the answer, the reasons, what is around it."""

import re

from moodle_rules import Read, check, words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.texts import block_html, plain_line

_GAP = re.compile(r"_{2,}")


def same(html: str, markdown: str) -> bool:
    """Say whether HTML has the words of a bank's text. How long a blank is means nothing."""
    one, other = (_GAP.sub("____", words(text)) for text in (html, block_html(markdown)))
    return one == other


def agrees(read: Read, question: Portable) -> None:
    """Assert that what was read has the answer of the question, the reasons, and what is said around it."""
    check(read)
    stem = _unit_below(read.stem) if isinstance(question.answer, Number) and question.answer.unit else read.stem
    assert same(stem.partition("<p><img")[0], question.stem)
    assert words(read.general).endswith(words(block_html(question.explanation)) + _review(question))
    assert read.id == question.id
    assert list(read.tags) == [tag for tag in (question.kind, question.objective.slug, question.bloom) if tag]
    _answer(read, question)


def _unit_below(stem: str) -> str:
    before, _, unit = stem.rpartition("<p>Your answer (")
    assert unit.endswith("):</p>")
    return before


def _review(question: Portable) -> str:
    return "".join(f"Review: {question.passage}".split()) if question.link and question.passage else ""


def _answer(read: Read, question: Portable) -> None:
    match question.answer:
        case Choice() as choice:
            _choice(read, choice)
        case Truth() as truth:
            assert read.type == "truefalse"
            assert read.options[0].grade == float(truth.right)
            assert same(read.options[0].why, truth.why_true)
            assert same(read.options[1].why, truth.why_false)
        case Pairs() as pairs:
            _pairs(read, pairs)
        case Sequence(steps=steps):
            assert read.type == "ordering"
            assert [words(option.text) for option in read.options] == [words(block_html(step.text)) for step in steps]
            assert all(words(block_html(step.why)) in words(read.general) for step in steps)
        case Typed() as typed:
            _words(read, typed)
        case Number() as number:
            _amount(read, number)
        case Written() as written:
            assert read.type == "essay"
            assert words(block_html(written.model)) in words(read.general)
            assert all(words(block_html(point.text)) in words(read.general) for point in written.points)


def _choice(read: Read, choice: Choice) -> None:
    assert (read.type, read.several) == ("multichoice", choice.several)
    assert len(read.options) == len(choice.options)
    for option, wanted in zip(read.options, choice.options, strict=True):
        assert same(option.text, wanted.text)
        assert same(option.why, wanted.why)
        assert (option.grade > 0) == wanted.right
    rights = [option.grade for option in read.options if option.grade > 0]
    assert max(rights) - min(rights) == 0
    assert sum(option.grade for option in read.options) <= (0.00001 if choice.several else 1)


def _pairs(read: Read, pairs: Pairs) -> None:
    assert read.type == "matching"
    found = [(words(left), _menu(right)) for left, right in read.pairs]
    wanted = [(words(block_html(pair.left)), _squeezed(plain_line(pair.right))) for pair in pairs.pairs]
    assert found[: len(wanted)] == wanted
    used = {pair.right for pair in pairs.pairs}
    assert found[len(wanted) :] == [("", _squeezed(plain_line(right))) for right in pairs.rights if right not in used]
    reasons = [*(pair.why for pair in pairs.pairs), *(spare.why for spare in pairs.spare)]
    assert all(words(block_html(why)) in words(read.general) for why in reasons)


def _menu(right: str) -> str:
    """Return what a menu shows of a text: Moodle takes tags out of it, and leaves entities to the browser."""
    return words(re.sub(r"&(?!#?\w{1,8};)", "&amp;", right))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _words(read: Read, typed: Typed) -> None:
    assert read.type == "shortanswer"
    accepted = [_unstarred(option.text) for option in read.options if option.grade == 1]
    assert accepted[0] == typed.answers[0]
    assert {text.casefold() for text in accepted} >= {text.casefold() for text in typed.answers}
    assert all(_loose(text) in {_loose(answer) for answer in typed.answers} for text in accepted)
    near = [option for option in read.options if option.grade == 0]
    assert [_unstarred(option.text) for option in near] == [each.text for each in typed.near]
    assert all(same(option.why, each.why) for option, each in zip(near, typed.near, strict=True))


def _unstarred(pattern: str) -> str:
    """Return what a learner types for a pattern to fit, which must have no star that stands for anything."""
    assert not re.search(r"(?<!\\)\*", pattern)
    return pattern.replace("\\*", "*")


def _loose(text: str) -> str:
    return re.sub("[ -]", "", text.casefold())


def _amount(read: Read, number: Number) -> None:
    assert read.type == "numerical"
    right, *slips = read.options
    assert (float(right.text), float(right.tolerance), right.grade) == (float(number.value), float(number.tolerance), 1)
    assert [(float(slip.text), float(slip.tolerance), slip.grade) for slip in slips] == [
        (float(slip.value), 0, 0) for slip in number.slips
    ]
    assert all(same(slip.why, wanted.why) for slip, wanted in zip(slips, number.slips, strict=True))
    assert words(block_html(number.working)) in words(read.general)
