"""Average linkage: parties joined, the nearest first, into a tree.

The distance of two groups is the mean over the pairs between them that can be measured; groups without such a pair never
join. Of equally near groups those join whose sorted members, in order, come first. Each group goes by its first member's
number, so that this rule compares two numbers. After a join no group is nearer to another than the two that joined were,
so that only the nearest later neighbour of each group is kept, and sought anew where it has joined another.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.distances import Distances


class Join(NamedTuple):
    """Two groups that become one, by the numbers of their members, at the mean distance, 0 to 1, of the `pairs` between them
    that can be measured.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    distance: Fraction
    pairs: int


class _Gap(NamedTuple):
    """How far two groups are apart: the mean as a float to sort by and, for ties, the sum and number of distances."""

    mean: float
    total: int
    pairs: int


_Choice: TypeAlias = tuple[float, int, _Gap]
"""A group with its gap, whose mean stands first."""


def _choose(choices: Sequence[_Choice]) -> _Choice | None:
    """The nearest, of several the earliest group; means that are the same to a float are told apart exactly."""
    if not choices:
        return None
    least = min(choices)[0]
    tied = [choice for choice in choices if choice[0] == least]
    return tied[0] if len(tied) == 1 else min(tied, key=lambda choice: (Fraction(*choice[2][1:]), choice[1]))


class _Groups:
    """The groups so far: the gap between each two that can be measured, and the nearest later group of each."""

    def __init__(self, distances: Distances) -> None:
        self.units = distances.units
        parties = len(distances.rows)
        self.members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(parties)}
        self.gaps: dict[int, dict[int, _Gap]] = {number: {} for number in range(parties)}
        alike: dict[int, _Gap] = {}
        for left, row in enumerate(distances.rows):
            for right, distance in row.items():
                gap = alike.get(distance)
                if gap is None:
                    gap = alike[distance] = _Gap(distance / self.units, distance, 1)
                self.gaps[left][right] = self.gaps[right][left] = gap
        self.nearest = {number: self.find_nearest(number) for number in range(parties)}

    def find_nearest(self, group: int) -> _Choice | None:
        """The nearest of the later groups, the earliest of several."""
        return _choose([(gap[0], other, gap) for other, gap in self.gaps[group].items() if other > group])

    def find_next(self) -> tuple[int, int, _Gap] | None:
        """The two groups that join next; of equally near ones the earliest."""
        found = _choose([(near[0], group, near[2]) for group, near in self.nearest.items() if near is not None])
        if found is None:
            return None
        near = self.nearest[found[1]]
        return None if near is None else (found[1], near[1], near[2])

    def join(self, left: int, right: int) -> None:
        """The later group becomes part of the earlier."""
        mine, theirs = self.gaps[left], self.gaps.pop(right)
        for other, gap in theirs.items():
            del self.gaps[other][right]
            if other != left:
                mine[other] = self.gaps[other][left] = self._add(mine[other], gap) if other in mine else gap
        self.members[left] = tuple(sorted((*self.members[left], *self.members.pop(right))))
        del self.nearest[right]
        for group in [left, *mine]:
            self._renew(group, left, right)

    def _add(self, one: _Gap, other: _Gap) -> _Gap:
        total, pairs = one.total + other.total, one.pairs + other.pairs
        return _Gap(total / (pairs * self.units), total, pairs)

    def _renew(self, group: int, left: int, right: int) -> None:
        nearest = self.nearest[group]
        if nearest is None or group == left or nearest[1] in (left, right):
            self.nearest[group] = self.find_nearest(group)
        elif group < left:
            gap = self.gaps[group][left]
            if gap[0] <= nearest[0]:
                self.nearest[group] = _choose([nearest, (gap[0], left, gap)])


def link(distances: Distances) -> list[Join]:
    """All joins, the nearest first, until no two groups can be measured."""
    groups = _Groups(distances)
    joins = []
    while (found := groups.find_next()) is not None:
        left, right, gap = found
        mean = Fraction(gap.total, gap.pairs * groups.units)
        joins.append(Join(groups.members[left], groups.members[right], mean, gap.pairs))
        groups.join(left, right)
    return joins


def cut_tree(parties: int, joins: Sequence[Join], cut: Fraction, number: int | None = None) -> list[tuple[int, ...]]:
    """The groups, by first member, once all have joined that lie within a distance, or once there are so few groups."""
    groups: dict[int, tuple[int, ...]] = {party: (party,) for party in range(parties)}
    for join in joins:
        if (len(groups) <= number) if number is not None else (join.distance > cut):
            break
        groups[join.left[0]] = tuple(sorted((*join.left, *join.right)))
        del groups[join.right[0]]
    return list(groups.values())
