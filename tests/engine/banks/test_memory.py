"""What a bank does not hold while nobody asks for it: the text of its file, and a set of keys for each of its parts."""

from pathlib import Path

import pytest

from quizbank.banks.yaml_reader import Lines
from quizbank.model.part import Option

TEXT = "title: Buses\nquestions:\n  - id: one\n  - id: two\n    stem: A bus has wheels.\n"
STEM = ("questions", 1, "stem")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "buses.yml").write_text(TEXT, encoding="utf-8")
    return tmp_path / "buses.yml"


def test_lines_are_found_in_the_file_when_they_are_asked_for(file: Path) -> None:
    lines = Lines(TEXT, file)
    assert TEXT not in vars(lines).values()
    assert (lines.of(STEM), lines.of((*STEM, "nothing")), lines.of(("questions", 7)), lines.of(())) == (5, 5, 2, 1)
    assert lines.of_passage(STEM, "wheels") == 5


@pytest.mark.parametrize("text", [f"# A new line above.\n{TEXT}", "title: [Buses", "&a [*a]", None])
def test_a_file_that_has_changed_since_has_no_lines_to_tell(file: Path, text: str | None) -> None:
    lines = Lines(TEXT, file)
    file.unlink() if text is None else file.write_text(text, encoding="utf-8")
    assert lines.of(STEM) == 1
    assert lines.of_passage(STEM, "wheels") == 1


def test_parts_with_the_same_keys_share_the_set_of_these_and_copies_have_their_own() -> None:
    one, other = Option(text="A bus", why="It rolls."), Option(text="A tram", why="It rolls, too.")
    assert one.model_fields_set is other.model_fields_set
    right = one.model_copy(update={"correct": True})
    assert (right.model_fields_set, other.model_fields_set) == ({"text", "why", "correct"}, {"text", "why"})
