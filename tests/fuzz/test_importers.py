"""Any text in a file of another system: a message that says what was expected, or a bank that its author's reader reads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import anywhere
import imports
from fuzzing import examples
from quizbank.imports import NAMES, load_reader
from quizbank.imports.bank.compose import composed
from quizbank.imports.reader import File, Found, NotReadable

# What XML, and with it Word documents and workbooks, cannot hold at all.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parts_of(name: str) -> list[str]:
    """Return the lines of the sample of a format that is text, or of a form that teachers use."""
    _, data = imports.samples()["text" if name in ("docx", "xlsx") else name]
    return data.decode("utf-8", errors="ignore").replace("><", ">\n<").split("\n")


def file_of(name: str, lines: list[str]) -> File:
    """Return a file of a format that holds these lines."""
    plain = [NOT_XML.sub("", line) for line in lines]
    if name == "docx":
        return File("x.docx", imports.document(*plain))
    if name == "xlsx":
        return File("x.xlsx", imports.workbook(["Question", "A", "B", "Answer"], plain[:4], plain[4:]))
    return File(imports.samples()[name][0], "\n".join(lines).encode())


def found_in(name: str, file: File) -> Found | NotReadable:
    """Return what a reader finds, or why it cannot read the file."""
    try:
        return load_reader(name).read(file)
    except NotReadable as fault:
        return fault


@pytest.mark.parametrize("name", NAMES)
@examples(3)
@given(data=st.data())
def test_any_lines_in_a_file_are_a_message_or_a_bank_that_is_read(name: str, data: st.DataObject) -> None:
    own = parts_of(name)
    start = data.draw(st.integers(0, len(own)))
    more = data.draw(st.lists(st.sampled_from(own) | anywhere.TEXTS, max_size=8))
    found = found_in(name, file_of(name, [*own[:start], *more, *own[start:]]))
    if isinstance(found, NotReadable):
        assert found.message.startswith("expected ")
        assert found.line >= 1
        return
    made = composed(found.taken, imports.AROUND)
    assert all(each.line >= 1 and each.message for each in (*found.refused, *made.refused))
    if made.taken:
        _, bank, problems = imports.bank(found)
        assert len(bank.questions) + len(bank.broken) == len(made.taken), problems
        assert all(problem.severity == "warning" for problem in problems), problems
