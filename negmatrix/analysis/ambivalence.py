"""How torn a party is between agreeing and disagreeing, after Godet's MACTOR."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.pairs import Pair


class Ambivalence(NamedTuple):
    """0: all agreement or all conflict with each other party; 1: as much agreement as conflict with each of the `n`
    others, where half-way stances count so too. None where there is nobody to compare with.
    """

    party: str
    value: Fraction | None
    n: int


def measure_ambivalence(parties: Sequence[str], pairs: Iterable[Pair]) -> list[Ambivalence]:
    """1 - sum of |congruence - conflict| / sum of (congruence + conflict), over the pairs of each party, which were all
    measured in the same units.
    """
    nets: dict[str, list[Fraction | int]] = {party: [] for party in parties}
    wholes: dict[str, list[Fraction | int]] = {party: [] for party in parties}
    for pair in pairs:
        if pair.known:
            net = pair.weighed - 2 * pair.apart
            for party in (pair.left, pair.right):
                nets[party].append(max(net, -net))
                wholes[party].append(pair.weighed)
    return [
        Ambivalence(
            party, 1 - Fraction(sum(nets[party]), sum(wholes[party])) if wholes[party] else None, len(nets[party])
        )
        for party in parties
    ]
