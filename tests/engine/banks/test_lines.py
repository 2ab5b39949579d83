"""The lines of values: those that PyYAML gives its own nodes, whatever the data and however they are written."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fuzzing import examples
from quizbank.banks.yaml_reader import Lines

Path = tuple[str | int, ...]
DATA = st.recursive(
    st.text("ab :#\n", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "0"]), inner, max_size=3),
    max_leaves=12,
)


def places(node: Any, line: int, path: Path = ()) -> Iterator[tuple[Path, int]]:
    """Yield the path of every value within a node of PyYAML, and the line on which its key or it begins."""
    yield path, line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from places(value, key.start_mark.line + 1, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from places(value, value.start_mark.line + 1, (*path, number))


@examples(200)
@given(DATA, st.sampled_from([None, True, False]), st.sampled_from(["", "# first\n\n", "---\n"]))
def test_each_value_and_whatever_is_not_there_has_the_line_of_its_key_or_of_the_nearest_parent(
    data: Any, in_flow: bool | None, head: str
) -> None:
    text = head + yaml.safe_dump(data, default_flow_style=in_flow, width=20)
    lines = Lines(text)
    for path, line in places(yaml.compose(text, Loader=yaml.SafeLoader), 1):
        assert lines.of(path) == line
        assert lines.of((*path, "not there")) == lines.of((*path, 99, "a")) == line


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_a_text_without_a_document_has_one_line(text: str) -> None:
    assert Lines(text).of(("questions", 0)) == 1
