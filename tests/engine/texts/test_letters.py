"""Marks that belong to a letter belong to its word."""

import re
import sys
import unicodedata

from quizbank.texts.letters import BEGIN, COMBINING, END


def test_every_mark_of_unicode_belongs_to_the_word_that_it_is_in() -> None:
    known = re.compile(f"[{COMBINING}]")
    codes = map(chr, range(sys.maxunicode + 1))
    wrong = [f"U+{ord(each):04X}" for each in codes if (unicodedata.category(each)[0] == "M") > bool(known.fullmatch(each))]
    assert wrong == []
    assert not re.search(f"{BEGIN}ज{END}", "ज्ञान")
    assert re.search(f"{BEGIN}ज्ञान{END}", "एक ज्ञान है")
