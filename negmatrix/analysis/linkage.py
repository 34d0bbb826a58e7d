"""Average linkage: parties joined, the nearest first, into a tree.

The distance of two groups is the mean over the pairs between them that can be measured; groups without such a pair never
join. Of equally near groups those join whose sorted members, in order, come first. Each group goes by its first member's
number, so that this rule compares two numbers. After a join no group is nearer to another than the two that joined were,
so that only the nearest later neighbour of each group is kept, and sought anew where it has joined another.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple


class Join(NamedTuple):
    """Two groups that become one, by the numbers of their members, at the mean distance, 0 to 1, of the `pairs` between them
    that can be measured.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    distance: Fraction
    pairs: int


class _Gap(NamedTuple):
    """How far a group is from a later one: a float to sort by, and for a tie the sum and number of distances."""

    mean: float
    other: int
    total: int
    pairs: int

    def before(self, best: "_Gap | None") -> bool:
        """Whether it is nearer than another, or as near and to an earlier group."""
        if best is None or self.mean != best.mean:
            return best is None or self.mean < best.mean
        one, other = self.total * best.pairs, best.total * self.pairs
        return one < other or (one == other and self.other < best.other)


class _Groups:
    """The groups so far: sums of scaled distances and numbers of pairs between each two that can be measured."""

    def __init__(self, parties: int, distances: Mapping[tuple[int, int], Fraction]) -> None:
        self.units = lcm(*{distance.denominator for distance in distances.values()})
        self.members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(parties)}
        self.gaps: dict[int, dict[int, tuple[int, int]]] = {number: {} for number in range(parties)}
        for (left, right), distance in distances.items():
            scaled = distance.numerator * (self.units // distance.denominator)
            self.gaps[left][right] = self.gaps[right][left] = (scaled, 1)
        self.nearest = {number: self.find_nearest(number) for number in range(parties)}

    def find_nearest(self, group: int) -> _Gap | None:
        """The nearest of the later groups, the earliest of several."""
        best: _Gap | None = None
        for other, (total, pairs) in self.gaps[group].items():
            if other > group:
                gap = _Gap(total / (pairs * self.units), other, total, pairs)
                best = gap if gap.before(best) else best
        return best

    def find_next(self) -> tuple[int, _Gap] | None:
        """The two groups that join next; of equally near ones the earliest."""
        found: tuple[int, _Gap] | None = None
        for group, gap in self.nearest.items():
            if gap is not None:
                tied = gap._replace(other=group)
                if found is None or tied.before(found[1]._replace(other=found[0])):
                    found = group, gap
        return found

    def join(self, left: int, right: int) -> None:
        """The later group becomes part of the earlier."""
        mine, theirs = self.gaps[left], self.gaps.pop(right)
        for other, (total, pairs) in theirs.items():
            del self.gaps[other][right]
            if other != left:
                before = mine.get(other, (0, 0))
                mine[other] = self.gaps[other][left] = (before[0] + total, before[1] + pairs)
        self.members[left] = tuple(sorted((*self.members[left], *self.members.pop(right))))
        del self.nearest[right]
        for group in [left, *mine]:
            self._renew(group, left, right)

    def _renew(self, group: int, left: int, right: int) -> None:
        nearest = self.nearest[group]
        if group == left or (nearest is not None and nearest.other in (left, right)):
            self.nearest[group] = self.find_nearest(group)
        elif group < left:
            total, pairs = self.gaps[group][left]
            gap = _Gap(total / (pairs * self.units), left, total, pairs)
            self.nearest[group] = gap if gap.before(nearest) else nearest


def link(parties: int, distances: Mapping[tuple[int, int], Fraction]) -> list[Join]:
    """All joins, the nearest first, until no two groups can be measured.

    `distances` are by two numbers of parties, the lower first; pairs that cannot be measured are left out.
    """
    groups = _Groups(parties, distances)
    joins = []
    while (found := groups.find_next()) is not None:
        left, gap = found
        mean = Fraction(gap.total, gap.pairs * groups.units)
        joins.append(Join(groups.members[left], groups.members[gap.other], mean, gap.pairs))
        groups.join(left, gap.other)
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
