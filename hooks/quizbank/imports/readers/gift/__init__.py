"""GIFT, after https://docs.moodle.org/en/GIFT_format: plain text in which braces hold the answers.

Its grammar stands in four modules: `blocks.py` divides the file into questions, `scan.py` knows the escapes, `answers.py` reads
what stands in braces, and `build.py` makes a question of it.
"""

import re

from quizbank.imports.files.decoding import decoded, looks_binary
from quizbank.imports.ours.cases import in_cases
from quizbank.imports.reader import File, Found, NotReadable, Reader, Refused, Taken
from quizbank.imports.readers.gift.blocks import blocks_in
from quizbank.imports.readers.gift.build import question_of
from quizbank.imports.readers.gift.scan import GiftFault

_SIGNS = re.compile(r"^(?:::|\$CATEGORY\s*:)|(?<!\\)\{(?:[^{}]|\\[{}])*?(?:(?<!\\)[=~]|T\b|F\b|TRUE|FALSE|#|\})", re.MULTILINE)


def _fits(file: File) -> int:
    if looks_binary(file.data):
        return 0
    if file.ending == "gift":
        return 75
    text = decoded(file.data[:200_000])
    return 45 if _SIGNS.search(text) and file.ending in ("txt", "text", "") and not text.lstrip().startswith(("<", "{")) else 0


def _read(file: File) -> Found:
    taken: list[Taken] = []
    refused: list[Refused] = []
    for block in blocks_in(decoded(file.data)):
        try:
            taken.append(question_of(block))
        except GiftFault as fault:
            refused.append(Refused(block.line, block.title or "question", str(fault)))
    if not taken and not refused:
        raise NotReadable("expected questions with answers in braces, got none")
    return Found(in_cases(taken), tuple(refused))


READER = Reader("GIFT", _fits, _read)
