"""Who is counted once, who stands behind a bloc, and who has spoken."""

from collections.abc import Mapping
from fractions import Fraction

from negmatrix.analysis.footing import find_stances
from negmatrix.analysis.voices import count_stances, find_voices, measure_coverage
from negmatrix.model.counting import find_measured
from negmatrix.model.parties import Role
from negmatrix.model.positions import State
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from tests.generated import levels, make_talks, options, range_of


def bloc_talks(bloc_cell: dict[str, object] | str) -> Talks:
    cells = {
        "x": {"bloc": bloc_cell, "a": "no", "b": "yes", "c": {"says": Text("words")}, "eye": "yes"},
        "y": {"a": "40", "c": {"state": State.NOT_APPLICABLE}},
        "z": {"a": "red", "b": "red"},
    }
    roles = {"bloc": Role.PARTY, "a": Role.PARTY, "b": Role.PARTY, "c": Role.PARTY, "eye": Role.OBSERVER}
    talks = make_talks({"x": levels("no", "yes"), "y": range_of("0", "100"), "z": options("red", "blue")}, cells, roles)
    bloc = talks.parties["bloc"]._replace(members=(Text("a"),))
    return talks._replace(parties=dict(talks.parties) | {"bloc": bloc})


def voices(talks: Talks) -> Mapping[str, Text]:
    return find_voices(find_measured(talks), find_stances(standing_in(talks, "r").cells["x"]))


def test_a_bloc_with_a_stance_speaks_for_its_members() -> None:
    talks = bloc_talks("yes")
    issue = talks.issues["x"]
    assert voices(talks) == {"bloc": "yes", "b": "yes"}
    assert count_stances(issue.scale, voices(talks)) == {"no": 0, "yes": 2}


def test_a_silent_bloc_speaks_for_nobody() -> None:
    talks = bloc_talks({"says": Text("not decided")})
    assert voices(talks) == {"a": "no", "b": "yes"}


def test_coverage_asks_all_measured_parties_whom_it_concerns() -> None:
    talks = bloc_talks("yes")
    standing = standing_in(talks, "r")
    assert measure_coverage(find_measured(talks), standing, talks.issues["x"]) == (4, 4)
    assert measure_coverage(find_measured(talks), standing, talks.issues["y"]).share == Fraction(1, 3)


def test_options_are_counted_and_places_of_a_range_are_not() -> None:
    talks = bloc_talks("yes")
    standing = standing_in(talks, "r")

    def count(issue: str) -> Mapping[str, int] | None:
        return count_stances(
            talks.issues[issue].scale, find_voices(find_measured(talks), find_stances(standing.cells.get(issue, {})))
        )

    assert count("z") == {"red": 2, "blue": 0}
    assert count("y") is None
