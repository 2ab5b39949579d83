"""Questions that are gone: their ids are kept in the bank, and no other question takes one."""

from pathlib import Path

import small_project
from images import write_files
from quizbank.library import read_library


def problems(root: Path, withdrawn: str) -> list[str]:
    """Return the problems of the small course whose first bank has withdrawn some ids."""
    files = dict(small_project.FILES)
    name = next(path for path in files if path.startswith("quizzes/") and path.endswith("five-kinds.yml"))
    files[name] = files[name].replace("questions:", f"withdrawn: [{withdrawn}]\nquestions:", 1)
    write_files(root, files)
    return [str(problem) for problem in read_library(root / "quizzes", root / "docs", root).problems]


def test_ids_that_are_gone_are_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "long-gone, gone-too") == []


def test_no_question_takes_the_id_of_one_that_is_gone(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "long-gone, school-bus")
    assert found.endswith(
        "school-bus: id: expected an id that no question has had, got one that is withdrawn at quizzes/five-kinds.yml:7"
    )
