"""The figures that `make figures` prints are those that the house wants."""

import textwrap
from pathlib import Path

import pytest

import figures
import way


def test_a_question_goes_through_few_files_and_through_none_twice() -> None:
    visits = way.follow()
    files = way.files(visits)
    assert len([file for file in files if not way.is_model(file)]) <= 18, files
    assert len(files) <= 28, files
    assert {file.partition("/")[0] for file in files} >= {"banks", "kinds", "checks", "render", "site"}
    assert way.returns(visits) == []


def test_a_module_that_is_entered_again_after_a_room_further_down_is_found() -> None:
    visits = [way.Visit("texts/a.py", "banks/b.py"), way.Visit("checks/c.py", ""), way.Visit("texts/a.py", "render/d.py")]
    assert way.returns(visits) == ["texts/a.py"]
    assert way.returns(visits[:2]) == []
    assert way.returns([*visits[:2], way.Visit("texts/a.py", "texts/a.py")]) == []


@pytest.mark.parametrize(("suffix", "lengths_of"), [("py", figures.python_lengths), ("js", figures.js_lengths)])
def test_functions_are_short(suffix: str, lengths_of: figures.LengthsOf) -> None:
    lengths = [length for path in figures.modules(suffix) for length in lengths_of(path)]
    median, most = figures.percentiles(lengths)
    assert len(lengths) > 300
    assert median <= 6
    assert most <= 15


def test_lengths_of_scripts_are_those_of_functions_and_not_of_loops(tmp_path: Path) -> None:
    script = """\
    const text = "function () {", pattern = /[{]/; // {
    function outer(a = {}) {
      if (a) {
        return `${a} {`;
      }
      return [1].map((one) => {
        return one;
      });
    }
    class Kind extends Base {
      get name() { return "x"; }
      async load(file) {
        for (const one of file) {
          await one;
        }
      }
    }
    """
    (tmp_path / "a.js").write_text(textwrap.dedent(script), encoding="utf-8")
    assert sorted(figures.js_lengths(tmp_path / "a.js")) == [1, 3, 5, 8]
