"""What made-up talks are made of: all that the field tables have, and nothing that the reader or the schema refuses."""

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from negmatrix.checks import check_talks
from negmatrix.diagnostics import Severity
from negmatrix.reading import read_talks
from negmatrix.reading.events import EVENT
from negmatrix.reading.fields import Field, Kind
from negmatrix.reading.issues import ISSUE
from negmatrix.reading.kinds import TEXT
from negmatrix.reading.levels import LEVEL
from negmatrix.reading.parties import PARTY, SOURCE
from negmatrix.reading.positions import CLAIM, POSITION
from negmatrix.reading.proposals import PROPOSAL
from negmatrix.reading.rounds import ROUND, SINGLE_ROUND
from negmatrix.reading.scales import SCALE, SHARED_SCALE
from negmatrix.reading.top import TALKS
from negmatrix.reading.verdicts import VERDICT
from negmatrix.source import SourceText
from tests.made_scales import scales
from tests.made_talks import RECORDS, record, scenes, talks, written
from tests.made_values import Scale, Scene, Told, values

TABLES = {
    "talks": TALKS, "source": SOURCE, "party": PARTY, "scale": SHARED_SCALE, "issue": ISSUE, "proposal": PROPOSAL,
    "round": ROUND, "only round": SINGLE_ROUND, "event": EVENT, "position": POSITION, "claim": CLAIM, "verdict": VERDICT,
}  # fmt: skip
made_talks = scenes().flatmap(talks)
SCALED = Scale({"range": [1, 3]}, Told([1, 2, 3]))
SCENE = Scene(
    ["a", "b", "c"], ["a", "b", "c"], ["a", "i"], ["r", "s", "t"], ["s"], {"c": SCALED}, {"a": SCALED, "i": SCALED}, "a"
)
"""What holds enough for every field to refer to."""


@pytest.mark.parametrize("name", TABLES)
def test_every_field_is_drawn(name: str) -> None:
    """A field that was added to a table is, without a line here; one of a new kind fails for want of a strategy."""
    rest = tuple(field for field in (*SCALE, "scale") if field in TABLES[name])
    found: set[str] = set()

    @settings(max_examples=100, database=None, phases=[Phase.generate])
    @given(record(TABLES[name], SCENE, never=rest))
    def draw(made: dict[str, Any]) -> None:
        found.update(made)

    draw()
    assert found == TABLES[name].keys() - set(rest)


def test_every_way_to_write_a_scale_is_drawn() -> None:
    found: set[str] = set()

    @settings(max_examples=400, database=None, phases=[Phase.generate])
    @given(scales({"c0": SCALED}))
    def draw(made: Scale) -> None:
        found.update(made.fields)
        for kind in ("levels", "options"):
            names = made.fields.get(kind, ())
            found.add(f"{kind} {type(names).__name__}")
            levels = names.values() if isinstance(names, dict) else ()
            found.update(
                f"{kind} {field}" for level in levels for field in (level if isinstance(level, dict) else ["text"])
            )
        if "range" in made.fields:
            found.add(f"range of {type(made.fields['range'][0]).__name__}")

    draw()
    named = {f"{kind} {form}" for kind in ("levels", "options") for form in ("list", "dict", "text", *LEVEL)}
    ranges = {f"range of {form}" for form in ("int", "float", "str")}
    assert found >= {*SCALE, "scale", *ranges, *named} - {"options at"}


def test_a_new_field_of_a_known_kind_has_one_and_a_new_kind_has_none() -> None:
    strange = Kind(TEXT.read, "a colour", {"type": "string", "format": "color"})
    values(Field("mood", TEXT, "how it is", "mood"), SCENE, RECORDS).validate()
    with pytest.raises(LookupError, match="color"):
        values(Field("mood", strange, "how it is", "mood"), SCENE, RECORDS)


@given(made=made_talks, block=st.booleans())
def test_they_hold_no_error(made: dict[str, Any], block: bool) -> None:
    read = read_talks([SourceText("made.yaml", written(made, block=block).decode())])
    assert read.talks
    problems = [*read.problems, *check_talks(read.talks)]
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
