"""Results as JSON, for programs that build on the names and the values."""

import io
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.model.standing import standing_in
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.writers.json import encode, write_json
from tests.generated import levels, make_talks


def written(content: Mapping[str, Any]) -> str:
    out = io.StringIO()
    write_json("show", content, out)
    return out.getvalue()


class Origin(NamedTuple):
    from_: Text
    to: None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(2, 3), 0.666666666667),
        (Fraction(4, 2), 2),
        (Decimal("7.50"), 7.5),
        (Word.SETTLED, "settled"),
        (Text("words"), "words"),
        (Origin(Text("a"), None), {"from": "a", "to": None}),
        ({Word.OPEN: (1, Fraction(1, 2))}, {"open": [1, 0.5]}),
        (frozenset({"b", "a"}), ["a", "b"]),
        (True, True),
    ],
)
def test_values(value: object, expected: object) -> None:
    assert encode(value) == expected
    assert type(encode(value)) is type(expected)


def test_what_is_no_result_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        encode(object())


def test_a_hidden_character_is_escaped_and_all_others_are_written_as_they_are() -> None:
    text = written({"says": "Zürich سلام \U0001f54a \u202e \ud800 \x9b \x00"})
    text.encode("utf-8")
    assert "Zürich سلام \U0001f54a \\u202e \\ud800 \\u009b \\u0000" in text
    assert json.loads(text)["says"].startswith("Zürich سلام")


def test_show_has_the_names_that_others_build_on() -> None:
    talks = make_talks({"x": levels("no", "maybe", "yes")}, {"x": {"a": "no", "b": "maybe"}})
    result = json.loads(written({"results": [measure_matrix(talks, standing_in(talks, "r"))]}))
    assert (result["schema"], result["command"]) == (1, "show")
    (shown,) = result["results"]
    assert {"title", "round", "parties"} <= set(shown["talks"])
    assert shown["talks"]["parties"] == [
        {"id": "a", "name": "A", "role": "party"},
        {"id": "b", "name": "B", "role": "party"},
    ]
    (issue,) = shown["issues"]
    assert (issue["alignment"], issue["divergence"], issue["verdict"], issue["judged"], issue["n"]) == (
        0.5,
        0.5,
        "partial",
        None,
        2,
    )
    assert issue["widest_gap"] == {"left": "a", "right": "b", "distance": 0.5}
    assert {k: issue["positions"][1][k] for k in ("party", "state", "stance", "place", "says", "carried_from")} == {
        "party": "b",
        "state": "stated",
        "stance": "maybe",
        "place": 0.5,
        "says": None,
        "carried_from": None,
    }
    assert set(shown["overall"]) >= {"alignment", "n", "of", "counts"}
    assert list(shown["overall"]["counts"]) == [
        "settled",
        "aligned",
        "partial",
        "divergent",
        "unclear",
        "parked",
        "dropped",
        "open",
    ]
    assert (shown["topics"], shown["proposals"]) == ([], [])
