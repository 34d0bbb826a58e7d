"""Made-up talks through every command in every format: each call ends in a result that reads, or in a sentence.

Hypothesis makes them from the format's field tables; a few in every run, many with NEGMATRIX_THOROUGH=1. A failure
prints the smallest talks that fails, and the line that makes the same one again.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import is_zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negmatrix.cli.commands import COMMANDS
from negmatrix.source import SourceText
from tests.calling import call
from tests.commands import CALLS, FORMS, PLAIN, SHOWS, Names, fill, try_call
from tests.made_talks import scenes, spoilt, talks, written

OTHERS = {"explain", "schema", "init"}
"""Commands that read no talks."""


class Pair(NamedTuple):
    """Two talks on the same scene, as bytes, and the names for a call on the first."""

    first: bytes
    second: bytes
    issue: str
    left: str
    right: str

    def put(self, folder: Path) -> Names:
        """Write both down."""
        file, other = folder / "made.yaml", folder / "other.yaml"
        file.write_bytes(self.first)
        other.write_bytes(self.second)
        return Names(file, other, self.issue, self.left, self.right)


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Two talks, of which every fourth holds something wrong."""
    scene = draw(scenes())
    made = [draw(talks(scene)) for _ in range(2)]
    first = made[0] if draw(st.integers(0, 3)) else draw(spoilt(made[0]))
    texts = [written(value, block=draw(st.booleans())) for value in (first, made[1])]
    return Pair(texts[0], texts[1], draw(st.sampled_from(scene.issues)), scene.parties[0], scene.parties[-1])


def of(share: float) -> settings:
    """More or fewer examples than of other laws."""
    return settings(max_examples=max(1, round(settings.default.max_examples * share)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("made")


@pytest.mark.parametrize("form", FORMS)
@of(0.3)
@given(made=pairs())
def test_every_command_in_every_format(folder: Path, form: str, made: Pair) -> None:
    names = made.put(folder)
    for words in SHOWS:
        out = names.file.with_name("out.xlsx")
        out.unlink(missing_ok=True)
        try_call(fill(f"{words} {form}", names), f"{made}")
        assert not out.exists() or is_zipfile(out)


@of(0.5)
@given(made=pairs())
def test_every_command_without_a_format(folder: Path, made: Pair) -> None:
    names = made.put(folder)
    for words in PLAIN:
        try_call(fill(words, names), f"{made}")


@of(0.5)
@given(made=pairs(), form=st.sampled_from(FORMS))
def test_every_command_in_public(folder: Path, form: str, made: Pair) -> None:
    names = made.put(folder)
    for words in SHOWS:
        try_call(fill(f"{words} {form} --public", names), f"{made}")


@of(2)
@given(made=scenes().flatmap(talks), block=st.booleans(), wrong=st.data())
def test_problems_lie_inside_the_file(folder: Path, made: dict[str, Any], block: bool, wrong: st.DataObject) -> None:
    content = written(wrong.draw(spoilt(made)), block=block)
    file = folder / "wrong.yaml"
    file.write_bytes(content)
    source = SourceText(str(file), content.decode())
    (result,) = json.loads(call("check", "--format", "json", file).out)["results"]
    for problem in result["problems"]:
        for place in (problem, *problem["related"]):
            first, last = (place["line"], place["column"]), (place["end_line"], place["end_column"])
            assert (1, 1) <= first <= last, problem
            for line, column in (first, last):
                start, end = source.line_bounds(line)
                assert column <= end - start + 1, problem


def test_every_command_is_called() -> None:
    assert {words.split()[0] for words in CALLS} | OTHERS == {entry.name for entry in COMMANDS}
