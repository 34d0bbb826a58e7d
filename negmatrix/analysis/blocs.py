"""Blocs as the numbers show them: parties that agree much with each other, by average linkage."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from negmatrix.analysis.distances import Distances, find_distances
from negmatrix.analysis.linkage import Join, cut_tree, link
from negmatrix.analysis.pairs import Pair
from negmatrix.model.counting import measured_parties, members_of
from negmatrix.model.talks import Talks

CUT = Fraction(1, 4)
"""Groups join as long as their mean disagreement is at most this."""


class Bloc(NamedTuple):
    """Parties that stand together, by sorted ids, and the mean agreement of their `n` pairs, None for one party."""

    members: tuple[str, ...]
    agreement: Fraction | None
    n: int


class Between(NamedTuple):
    """The mean agreement of the `n` pairs between two blocs, which are counted from 1."""

    left: int
    right: int
    agreement: Fraction | None
    n: int


class Joined(NamedTuple):
    """Two groups of the tree and the mean agreement of the `n` pairs between them, at which they join."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    agreement: Fraction
    n: int


class Together(NamedTuple):
    """Those of a declared bloc's members who stand in one bloc; 0 for those in none."""

    bloc: int
    members: tuple[str, ...]


class Declared(NamedTuple):
    """A bloc as the talks declare it: its measured members, direct or nested, the mean agreement of their `n` pairs, and
    where the numbers put them.
    """

    party: str
    members: tuple[str, ...]
    agreement: Fraction | None
    n: int
    found: tuple[Together, ...]


class Blocs(NamedTuple):
    """Blocs, in the order of the tree, with the agreement inside and between them; `outside` are those who share too little with anybody.

    `tree` has all joins, the nearest first, also those beyond the cut; `order` has all measured parties in the order of
    the tree. Of `cut`, a distance, and `number`, how many blocs there are to be, the one that was not asked for is None.
    """

    cut: Fraction | None
    number: int | None
    blocs: tuple[Bloc, ...]
    between: tuple[Between, ...]
    outside: tuple[str, ...]
    tree: tuple[Joined, ...]
    order: tuple[str, ...]
    declared: tuple[Declared, ...]


def find_blocs(talks: Talks, pairs: Iterable[Pair], cut: Fraction = CUT, number: int | None = None) -> Blocs:
    """The blocs of all pairs of measured parties, tables aside: who does not negotiate may stand together all the same.
    The tree is cut at a distance or, where a number is given, as soon as there are so few groups.
    """
    ids, distances = find_distances(pairs)
    joins = link(distances)
    leaves = _find_order(len(ids), joins)
    places = {party: place for place, party in enumerate(leaves)}
    found = sorted(cut_tree(len(ids), joins, cut, number), key=lambda group: places[group[0]])
    groups = [tuple(ids[one] for one in group) for group in found]
    numbers = {party: place for place, party in enumerate(ids)}
    outside = tuple(party for party in sorted(measured_parties(talks)) if party not in numbers)
    return Blocs(
        cut=cut if number is None else None,
        number=number,
        blocs=tuple(
            Bloc(names, *distances.average_agreement(combinations(group, 2)))
            for names, group in zip(groups, found, strict=True)
        ),
        between=tuple(_find_between(found, distances)),
        outside=outside,
        tree=tuple(_name(join, ids) for join in joins),
        order=(*(ids[one] for one in leaves), *outside),
        declared=tuple(_find_declared(talks, groups, numbers, distances)),
    )


def _find_between(groups: Sequence[tuple[int, ...]], distances: Distances) -> Iterable[Between]:
    for (left, one), (right, other) in combinations(enumerate(groups, start=1), 2):
        yield Between(left, right, *distances.average_agreement(product(one, other)))


def _name(join: Join, ids: Sequence[str]) -> Joined:
    left, right = (tuple(ids[number] for number in group) for group in (join.left, join.right))
    return Joined(left, right, 1 - join.distance, join.pairs)


def _find_order(parties: int, joins: Sequence[Join]) -> list[int]:
    """The leaves of the tree from left to right, of two branches that with the first id first."""
    branches = {number: [number] for number in range(parties)}
    for join in joins:
        branches[join.left[0]] += branches.pop(join.right[0])
    return [number for branch in branches.values() for number in branch]


def _find_declared(
    talks: Talks, groups: Sequence[tuple[str, ...]], numbers: Mapping[str, int], distances: Distances
) -> Iterable[Declared]:
    measured = set(measured_parties(talks))
    place = {party: number for number, group in enumerate(groups, start=1) for party in group}
    for party in talks.parties.values():
        members = tuple(sorted(members_of(talks, party.id) & measured))
        if members:
            stands = sorted({place.get(member, 0) for member in members}, key=lambda number: (not number, number))
            found = (Together(n, tuple(each for each in members if place.get(each, 0) == n)) for n in stands)
            known = [numbers[member] for member in members if member in numbers]
            inside = distances.average_agreement(combinations(known, 2))
            yield Declared(party.id, members, *inside, tuple(found))
