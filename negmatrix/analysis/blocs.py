"""Blocs as the numbers show them: parties that agree much with each other, by average linkage."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from negmatrix.analysis.adding import add_all
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
    known = {frozenset((pair.left, pair.right)): share for pair in pairs if (share := pair.agreement) is not None}
    everybody = sorted(measured_parties(talks))
    ids = sorted(set().union(*known))
    numbers = {party: place for place, party in enumerate(ids)}
    distances = {_number(pair, numbers): 1 - share for pair, share in known.items()}
    joins = link(len(ids), distances)
    leaves = _find_order(len(ids), joins)
    cut_groups = sorted(cut_tree(len(ids), joins, cut, number), key=lambda group: leaves.index(group[0]))
    groups = [tuple(ids[one] for one in group) for group in cut_groups]
    outside = tuple(party for party in everybody if party not in numbers)
    return Blocs(
        cut=cut if number is None else None,
        number=number,
        blocs=tuple(Bloc(group, *_average(combinations(group, 2), known)) for group in groups),
        between=tuple(_find_between(groups, known)),
        outside=outside,
        tree=tuple(_name(join, ids) for join in joins),
        order=(*(ids[one] for one in leaves), *outside),
        declared=tuple(_find_declared(talks, groups, known)),
    )


def _number(pair: frozenset[str], numbers: Mapping[str, int]) -> tuple[int, int]:
    left, right = sorted(map(numbers.__getitem__, pair))
    return left, right


def _average(pairs: Iterable[tuple[str, str]], known: Mapping[frozenset[str], Fraction]) -> tuple[Fraction | None, int]:
    """The mean agreement of the pairs that can be measured, and their number."""
    shares = [known[key] for pair in pairs if (key := frozenset(pair)) in known]
    if len(shares) < 2:
        return (shares[0] if shares else None), len(shares)
    return add_all(shares) / len(shares), len(shares)


def _find_between(groups: Sequence[tuple[str, ...]], known: Mapping[frozenset[str], Fraction]) -> Iterable[Between]:
    for (left, one), (right, other) in combinations(enumerate(groups, start=1), 2):
        yield Between(left, right, *_average(product(one, other), known))


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
    talks: Talks, groups: Sequence[tuple[str, ...]], known: Mapping[frozenset[str], Fraction]
) -> Iterable[Declared]:
    measured = set(measured_parties(talks))
    place = {party: number for number, group in enumerate(groups, start=1) for party in group}
    for party in talks.parties.values():
        members = tuple(sorted(members_of(talks, party.id) & measured))
        if members:
            stands = sorted({place.get(member, 0) for member in members}, key=lambda number: (not number, number))
            found = (Together(n, tuple(each for each in members if place.get(each, 0) == n)) for n in stands)
            yield Declared(party.id, members, *_average(combinations(members, 2), known), tuple(found))
