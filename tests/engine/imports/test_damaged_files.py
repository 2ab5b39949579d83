"""Files with faults of every kind: a reader says what is wrong or takes what is left, and a bank is whole or not there.

IMPORT_FUZZ=20000 tries so many files of each format.
"""

import os
import random

import pytest

import imports
from quizbank.imports import NAMES, load_reader
from quizbank.imports.bank.compose import composed
from quizbank.imports.choose import reader_of
from quizbank.imports.reader import File, NotReadable

TRIES = int(os.environ.get("IMPORT_FUZZ", "6"))


def test_there_is_a_sample_of_every_format() -> None:
    assert set(imports.samples()) == set(NAMES)
    for name, (file, data) in imports.samples().items():
        assert reader_of(File(file, data)) is load_reader(name), name
        assert imports.read(name, data, file).taken, name


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_gives_a_whole_bank_or_a_message(name: str) -> None:
    file, data = imports.samples()[name]
    told: list[NotReadable] = []
    for seed in range(TRIES):
        damaged = File(file, imports.mutated(data, random.Random(f"{name} {seed}")))
        try:
            reader_of(damaged)
            found = load_reader(name).read(damaged)
        except NotReadable as fault:
            told.append(fault)
            continue
        made = composed(found.taken, imports.AROUND)
        assert all(each.line >= 1 and each.message for each in (*found.refused, *made.refused))
        if made.taken:
            _, bank, problems = imports.bank(found)
            assert len(bank.questions) + len(bank.broken) == len(made.taken), problems
            assert all(problem.severity == "warning" for problem in problems), problems
    assert all(fault.message.startswith("expected ") and fault.line >= 1 for fault in told)
