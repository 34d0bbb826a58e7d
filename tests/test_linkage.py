"""Groups that join: as in a slow search, ties and gaps included."""

from fractions import Fraction
from itertools import combinations
from math import lcm

from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.distances import Distances
from negmatrix.analysis.linkage import cut_tree, link


def scale(parties: int, distances: dict[tuple[int, int], Fraction]) -> Distances:
    units = lcm(*(distance.denominator for distance in distances.values()))
    rows: list[dict[int, int]] = [{} for _ in range(parties)]
    for (left, right), distance in distances.items():
        rows[left][right] = int(distance * units)
    return Distances(units, rows)


def plain_joins(parties: int, distances: dict[tuple[int, int], Fraction]) -> list[tuple[object, ...]]:
    """Average linkage written plainly: of all pairs of groups that with the least mean and the first members."""
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


def test_cutting_nothing_gives_nothing() -> None:
    assert cut_tree(0, [], Fraction(1)) == []


def test_of_two_groups_as_near_as_each_other_the_earlier_joins_even_where_it_became_near_by_growing() -> None:
    """The first party cannot be compared with the second, until that has the fourth in its group."""
    half = Fraction(1, 2)
    joins = link(scale(4, {(0, 2): half, (0, 3): half, (1, 3): Fraction(1, 10)}))
    assert [(join.left, join.right) for join in joins] == [((1,), (3,)), ((0,), (1, 3)), ((0, 1, 3), (2,))]
