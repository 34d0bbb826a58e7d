"""Blocs: joined as the method says, whatever the order of the file, and declared ones found where they are."""

from fractions import Fraction
from itertools import combinations
from math import lcm
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.ambivalence import measure_ambivalence
from negmatrix.analysis.blocs import Blocs
from negmatrix.analysis.distances import Distances
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.imputing import impute_blocs
from negmatrix.analysis.linkage import cut_tree, link
from negmatrix.analysis.pair_map import PairMap, PairsWish, measure_pair_map
from negmatrix.analysis.pairs import measure_pairs
from negmatrix.model.counting import counted_pairs, measured_parties
from negmatrix.model.positions import State
from negmatrix.model.scales import Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from tests.generated import generated_talks, levels, make_talks, options, range_of
from tests.laws import DATA, latest


def measured(talks: Talks, **wish: object) -> PairMap:
    return measure_pair_map(talks, latest(talks), PairsWish(**wish))  # type: ignore[arg-type]  # each test names its own


def on_a_line(**places: str) -> Talks:
    return make_talks({"x": range_of("0", "100")}, {"x": dict(places)}, tuple(places))


def groups(blocs: Blocs) -> list[tuple[str, ...]]:
    return [bloc.members for bloc in blocs.blocs]


def scale(parties: int, distances: dict[tuple[int, int], Fraction]) -> Distances:
    units = lcm(*(distance.denominator for distance in distances.values()))
    rows: list[dict[int, int]] = [{} for _ in range(parties)]
    for (left, right), distance in distances.items():
        rows[left][right] = int(distance * units)
    return Distances(units, rows)


def plain_joins(parties: int, distances: dict[tuple[int, int], Fraction]) -> list[tuple[object, ...]]:
    """Average linkage as MEASURES.md has it: of all pairs of groups that with the least mean and the first members."""
    left: list[tuple[int, ...]] = [(number,) for number in range(parties)]
    joins: list[tuple[object, ...]] = []
    while True:
        found = []
        for one, other in combinations(sorted(left), 2):
            known = [d for a in one for b in other if (d := distances.get((min(a, b), max(a, b)))) is not None]
            if known:
                found.append((sum(known, Fraction()) / len(known), one, other, len(known)))
        if not found:
            return joins
        mean, one, other, pairs = min(found)
        joins.append((one, other, mean, pairs))
        left = [group for group in left if group not in (one, other)] + [tuple(sorted(one + other))]


@given(st.integers(0, 8), st.data())
def test_joins_are_those_of_the_plain_method_ties_and_gaps_included(parties: int, data: st.DataObject) -> None:
    places = st.none() | st.fractions(0, 1, max_denominator=4)
    told = {pair: data.draw(places) for pair in combinations(range(parties), 2)}
    distances = {pair: each for pair, each in told.items() if each is not None}
    assert [tuple(join) for join in link(scale(parties, distances))] == plain_joins(parties, distances)


def test_means_that_are_the_same_to_a_float_are_told_apart() -> None:
    tiny = Fraction(1, 10**30)
    third = Fraction(1, 3)
    distances = {(0, 1): third + tiny, (0, 2): third, (1, 2): Fraction(1)}
    assert [join.left + join.right for join in link(scale(3, distances))] == [(0, 2), (0, 2, 1)]


def test_a_tree_is_cut_at_a_distance_or_at_a_number_of_groups() -> None:
    talks = on_a_line(a="0", b="10", c="40", d="60", e="100")
    blocs = measured(talks).blocs
    assert groups(blocs) == [("a", "b"), ("c", "d"), ("e",)]
    assert [(bloc.agreement, bloc.n) for bloc in blocs.blocs] == [(Fraction(9, 10), 1), (Fraction(4, 5), 1), (None, 0)]
    assert [(b.left, b.right, b.agreement, b.n) for b in blocs.between] == [
        (1, 2, Fraction(55, 100), 4),
        (1, 3, Fraction(5, 100), 2),
        (2, 3, Fraction(1, 2), 2),
    ]
    assert (blocs.cut, blocs.number, blocs.order) == (Fraction(1, 4), None, ("a", "b", "c", "d", "e"))
    assert groups(measured(talks, cut=Fraction(9, 100)).blocs) == [("a",), ("b",), ("c",), ("d",), ("e",)]
    assert groups(measured(talks, cut=Fraction(1, 10)).blocs)[0] == ("a", "b")
    assert groups(measured(talks, number=2).blocs) == [("a", "b", "c", "d"), ("e",)]
    assert groups(measured(talks, number=1, cut=Fraction(0)).blocs) == [("a", "b", "c", "d", "e")]


def test_of_equally_near_groups_the_first_members_join() -> None:
    blocs = measured(on_a_line(c="0", b="20", a="40"), number=2).blocs
    assert groups(blocs) == [("a", "b"), ("c",)]


def test_who_shares_nothing_is_in_no_bloc_and_who_shares_too_little_neither() -> None:
    cells = {"x": {"a": "no", "b": "no"}, "y": {"a": "no", "b": "yes", "c": "yes"}}
    talks = make_talks(dict.fromkeys("xyz", levels("no", "yes")), cells, ("a", "b", "c", "d"))
    assert measured(talks).blocs.outside == ("d",)
    few = measured(talks, min_shared=2).blocs
    assert (few.outside, groups(few), few.order) == (("c", "d"), [("a",), ("b",)], ("a", "b", "c", "d"))
    assert measured(make_talks({"x": None}, {}, ("a",))).blocs.blocs == ()


def test_groups_without_a_pair_between_them_never_join() -> None:
    cells = {"x": {"a": "no", "b": "no"}, "y": {"c": "yes", "d": "yes"}}
    talks = make_talks(dict.fromkeys("xy", levels("no", "yes")), cells, ("a", "b", "c", "d"))
    blocs = measured(talks, number=1).blocs
    assert groups(blocs) == [("a", "b"), ("c", "d")]
    assert [(one.agreement, one.n) for one in blocs.between] == [(None, 0)]


def test_tables_do_not_matter_to_blocs() -> None:
    talks = on_a_line(a="0", b="0", c="100")._replace(tables=((Text("a"), Text("c")),))
    result = measured(talks)
    assert (groups(result.blocs), len(result.pairs), result.all_pairs) == ([("a", "b"), ("c",)], 1, 3)


def with_blocs(talks: Talks, **members: str) -> Talks:
    parties = {
        key: party._replace(members=tuple(map(Text, members.get(key, "")))) for key, party in talks.parties.items()
    }
    return talks._replace(parties=parties)


def test_declared_blocs_are_found_where_the_numbers_put_their_members() -> None:
    talks = with_blocs(
        make_talks({"x": range_of("0", "100")}, {"x": {"a": "0", "b": "10", "c": "100"}}, tuple("abcdgh")),
        g="abdh",
        h="c",
    )
    first, second = measured(talks).blocs.declared
    assert (first.party, first.members, first.n) == ("g", ("a", "b", "c", "d", "h"), 3)
    assert first.agreement == Fraction(90 + 0 + 10, 300)
    assert [tuple(group) for group in first.found] == [(1, ("a", "b")), (2, ("c",)), (0, ("d", "h"))]
    assert (second.members, second.agreement, second.n) == (("c",), None, 0)


SCALE = levels("no", "maybe", "yes")


def lent(scale: Scale | None, row: dict[str, object], **members: str) -> dict[str, str | None]:
    talks = with_blocs(make_talks({"x": scale}, {"x": row}, tuple("abcgh")), **members)  # type: ignore[dict-item]  # cells
    imputed = impute_blocs(talks, standing_in(talks, "r"))
    assert imputed.cells == sum(map(len, imputed.issues.values()))
    cells = {party: imputed.standing.cell("x", party) for party in imputed.issues}
    return {party: cell.position.stance if cell else None for party, cell in cells.items()}


@pytest.mark.parametrize(
    ("scale", "row", "members", "expected"),
    [
        (SCALE, {"g": "yes", "a": "no"}, {"g": "abc"}, {"b": "yes", "c": "yes"}),
        (SCALE, {"g": "yes", "a": {"state": State.WITHDRAWN}, "b": {"state": State.NOT_APPLICABLE}}, {"g": "ab"}, {}),
        (SCALE, {"g": "yes", "a": {"says": Text("words")}, "b": {"interest": Text("why")}}, {"g": "ab"}, {"b": "yes"}),
        (SCALE, {"g": "yes"}, {"g": "h", "h": "a"}, {"h": "yes", "a": "yes"}),
        (SCALE, {"g": "yes", "h": "no"}, {"g": "ab", "h": "bc"}, {"a": "yes", "c": "no"}),
        (range_of("0", "9"), {"g": "1", "h": "1.0"}, {"g": "a", "h": "a"}, {"a": "1"}),
        (SCALE, {}, {"g": "ab"}, {}),
        (None, {"g": {"says": Text("words")}}, {"g": "ab"}, {}),
    ],
)
def test_silent_members_take_the_stance_of_their_own_bloc(
    scale: Scale | None, row: dict[str, object], members: dict[str, str], expected: dict[str, str]
) -> None:
    assert lent(scale, row, **members) == expected


def test_what_is_imputed_is_told_and_is_no_coverage() -> None:
    talks = with_blocs(
        make_talks(
            dict.fromkeys("xy", SCALE), {"x": {"g": "yes", "c": "no"}, "y": {"c": "no", "a": "no"}}, tuple("acg")
        ),
        g="a",
    )
    before, after = measured(talks), measured(talks, impute=True)
    assert (before.imputed, after.imputed) == (None, 1)
    half = Fraction(1, 2)
    told = [[(p.agreement, p.n, p.imputed, p.coverage) for p in result.pairs] for result in (before, after)]
    assert told[0] == [(Fraction(1), 1, 0, half), (Fraction(0), 1, 0, half)]
    assert told[1] == [(half, 2, 1, half), (Fraction(0), 1, 0, half)]


def test_ambivalence_as_in_mactor() -> None:
    """Godet: nothing but agreement or conflict with each is 0, as much of both with each is 1."""
    issues: dict[str, Scale | None] = dict.fromkeys("xy", options("red", "blue"))
    talks = make_talks(
        issues, {"x": {"a": "red", "b": "red", "c": "blue"}, "y": {"a": "red", "b": "blue", "c": "blue"}}, tuple("abcd")
    )
    found = measure_ambivalence(tuple("abcd"), measure_pairs(talks, latest(talks)))
    assert [tuple(one) for one in found] == [
        ("a", Fraction(1, 2), 2),
        ("b", 1, 2),
        ("c", Fraction(1, 2), 2),
        ("d", None, 0),
    ]


@given(generated_talks(), st.randoms(use_true_random=False), st.booleans())
def test_blocs_and_ambivalence_do_not_depend_on_the_order_of_the_file(
    talks: Talks, random: Random, impute: bool
) -> None:
    parties, issues = list(talks.parties.items()), list(talks.issues.items())
    random.shuffle(parties)
    random.shuffle(issues)
    other = talks._replace(parties=dict(parties), issues=dict(issues))
    one, two = measured(talks, impute=impute), measured(other, impute=impute)
    assert one.blocs._replace(declared=()) == two.blocs._replace(declared=())
    assert sorted(one.blocs.declared) == sorted(two.blocs.declared)
    assert sorted(one.ambivalence, key=lambda each: each.party) == sorted(two.ambivalence, key=lambda each: each.party)


@given(generated_talks())
def test_blocs_hold_each_party_once_and_numbers_keep_their_bounds(talks: Talks) -> None:
    hold_each_party_once(talks)


def hold_each_party_once(talks: Talks) -> None:
    result = measured(talks)
    blocs = result.blocs
    members = [member for bloc in blocs.blocs for member in bloc.members]
    assert sorted([*members, *blocs.outside]) == sorted(measured_parties(talks)) == sorted(blocs.order)
    assert list(blocs.order) == sorted(
        blocs.order, key=lambda party: [*members_in_order(blocs), *blocs.outside].index(party)
    )
    assert all(one.value is None or 0 <= one.value <= 1 for one in result.ambivalence)
    assert [one.party for one in result.ambivalence] == list(measured_parties(talks))
    assert [join.agreement for join in blocs.tree] == sorted((join.agreement for join in blocs.tree), reverse=True)
    assert [(pair.left, pair.right) for pair in result.pairs] == list(counted_pairs(talks))


def members_in_order(blocs: Blocs) -> list[str]:
    """Parties by blocs, within a bloc as the tree has them."""
    return [party for bloc in blocs.blocs for party in blocs.order if party in bloc.members]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_the_laws_of_blocs_hold_over_real_talks(path: Path) -> None:
    talks = read_talks([SourceText(path.name, path.read_text(encoding="utf-8"))]).talks
    assert talks is not None
    hold_each_party_once(talks)


@given(generated_talks(), st.sampled_from(Weights), st.data())
def test_blocs_and_ambivalence_are_the_same_seen_from_anybody(
    talks: Talks, weights: Weights, data: st.DataObject
) -> None:
    if not measured_parties(talks):
        return
    party = data.draw(st.sampled_from(measured_parties(talks)))
    own, all_ = measured(talks, weights=weights, seen_from=party), measured(talks, weights=weights)
    assert (own.blocs, own.ambivalence) == (all_.blocs, all_.ambivalence)


def test_cutting_nothing_gives_nothing() -> None:
    assert cut_tree(0, [], Fraction(1)) == []


def test_of_two_groups_as_near_as_each_other_the_earlier_joins_even_where_it_became_near_by_growing() -> None:
    """The first party cannot be compared with the second, until that has the fourth in its group."""
    half = Fraction(1, 2)
    joins = link(scale(4, {(0, 2): half, (0, 3): half, (1, 3): Fraction(1, 10)}))
    assert [(join.left, join.right) for join in joins] == [((1,), (3,)), ((0,), (1, 3)), ((0, 1, 3), (2,))]
