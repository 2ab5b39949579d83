"""Options as other systems hold them: with letters before their words, empty ones behind them, one twice."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizbank.exchange.shapes import Alternative, Choice
from quizbank.exchange.texts import plain_line

_LETTER = re.compile(r"\s*\(?([A-Za-z])\s?[.)]\s+")


def tidy(choice: Choice) -> tuple[Choice, tuple[str, ...]]:
    """Return a choice without empty options, without those that are there twice, and without the letters before their words."""
    filled = [option for option in choice.options if option.text.strip()]
    lost = tuple("an empty right option is left out" for option in choice.options if option.right and not option.text.strip())
    bare = without_letters([option.text for option in filled])
    kept: dict[str, Alternative] = {}
    for option, text in zip(filled, bare, strict=True):
        words = plain_line(text).casefold()
        if words in kept:
            lost = (*lost, f"the option '{plain_line(text)}' is there twice")
        if words not in kept or (option.right and not kept[words].right):
            kept[words] = replace(option, text=text)
    return replace(choice, options=tuple(kept.values())), lost


def without_letters(texts: Sequence[str]) -> list[str]:
    """Return texts without 'A. ', 'B. ' before them, if each has the letter of its place."""
    found = [_LETTER.match(text) for text in texts]
    letters = "".join(match[1].lower() for match in found if match)
    if len(texts) > 1 and letters == "abcdefghijklmnopqrstuvwxyz"[: len(texts)]:
        return [text[match.end() :] if match else text for text, match in zip(texts, found, strict=True)]
    return list(texts)
