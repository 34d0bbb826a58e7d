"""The JSON Schema and the reader on made-up talks: what one takes, the other takes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from negmatrix.source import SourceText
from negmatrix.syntax import parse_yaml
from tests.made_talks import scenes, spoilt, talks, written
from tests.schemas import as_json, find_faults, find_shape_problems, was_refused

made_talks = scenes().flatmap(talks)


@given(made=made_talks, block=st.booleans())
def test_talks_without_an_error_pass_the_schema(made: dict[str, Any], block: bool) -> None:
    root, _ = parse_yaml(SourceText("made.yaml", written(made, block=block).decode()))
    assert find_faults(as_json(root)) == []


@given(made=made_talks.flatmap(spoilt), block=st.booleans())
def test_what_the_reader_takes_the_schema_takes(made: Any, block: bool) -> None:
    source = SourceText("made.yaml", written(made, block=block).decode())
    root, _ = parse_yaml(source)
    if not was_refused(root) and not find_shape_problems(source):
        assert find_faults(as_json(root)) == []
