"""How far all parties are apart, in whole numbers, which are added up many times as fast as fractions."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from negmatrix.analysis.pairs import Pair


class Distances(NamedTuple):
    """1 minus agreement, 0 to 1, in units of 1 / `units`: `rows` has for each party, by number, those later ones with
    whom it can be compared.
    """

    units: int
    rows: Sequence[Mapping[int, int]]

    def average_agreement(self, pairs: Iterable[tuple[int, int]]) -> tuple[Fraction | None, int]:
        """The mean agreement of the pairs that can be measured, and their number."""
        rows = self.rows
        each = (rows[left].get(right) if left < right else rows[right].get(left) for left, right in pairs)
        found = [distance for distance in each if distance is not None]
        return (1 - Fraction(sum(found), len(found) * self.units) if found else None), len(found)


def find_distances(pairs: Iterable[Pair]) -> tuple[list[str], Distances]:
    """The sorted ids of all who can be compared with somebody, and the distances by their places among these."""
    known = [pair for pair in pairs if pair.known]
    ids = sorted({party for pair in known for party in (pair.left, pair.right)})
    numbers = {party: place for place, party in enumerate(ids)}
    units, scaled = _scale(known)
    rows: list[dict[int, int]] = [{} for _ in ids]
    for pair in known:
        left, right = numbers[pair.left], numbers[pair.right]
        rows[min(left, right)][max(left, right)] = scaled[pair.apart, pair.weighed]
    return ids, Distances(units, rows)


def _scale(known: Iterable[Pair]) -> tuple[int, Mapping[tuple[Fraction | int, Fraction | int], int]]:
    """The distances that there are, by what they are made of; many pairs have the same."""
    shares = {
        (apart, weighed): Fraction(apart, weighed) for apart, weighed in {(one.apart, one.weighed) for one in known}
    }
    units = lcm(*{share.denominator for share in shares.values()})
    return units, {key: share.numerator * (units // share.denominator) for key, share in shares.items()}
