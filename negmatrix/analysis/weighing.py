"""Sums over the bits of two parties, each bit counting alike or by what its issue matters to the two."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.coding import Coding, Share, flag_issues, spread_bits
from negmatrix.analysis.grounds import Grounds, salience_of
from negmatrix.model.standing import Standing

Digits: TypeAlias = Sequence[tuple[int, int]]
"""A power of two and the mask of the bits whose issue's salience holds it."""


class Sums(NamedTuple):
    """For two parties by number: the summed worth of bits that differ, and of the issues, given as a mask, that they
    share; in units.
    """

    units: int
    differing: Callable[[int, int], Fraction | int]
    shared: Callable[[int, int, int], int]


def sum_by_issue(distances: Coding, weights: tuple[int, Sequence[Share]]) -> Sums:
    """Sums where a bit counts the same for all pairs."""
    units = lcm(distances.units, weights[0])
    apart, weighed = units // distances.units, units // weights[0]
    layers = [(layer.worth * apart, layer.codes, layer.stated) for layer in distances.layers]
    shares = [(share.worth * weighed, share.issues) for share in weights[1]]

    def differing(left: int, right: int) -> int:
        total = 0
        for worth, codes, stated in layers:
            total += worth * ((codes[left] ^ codes[right]) & stated[left] & stated[right]).bit_count()
        return total

    def shared(_left: int, _right: int, both: int) -> int:
        return sum([worth * (both & issues).bit_count() for worth, issues in shares])

    if len(shares) == 1:
        return Sums(units, differing, lambda _left, _right, both: shares[0][0] * both.bit_count())
    return Sums(units, differing, shared)


def find_saliences(grounds: Grounds, standing: Standing, seers: Sequence[str]) -> list[list[Fraction]]:
    """What each issue matters to each who sees it, 0 to 1; 0 where nobody says, since it then takes no part."""
    rows = [standing.cells.get(issue, {}) for issue in grounds.ids]
    nothing = Fraction()
    return [[salience_of(row.get(seer)) or nothing for row in rows] for seer in seers]


def sum_by_salience(distances: Coding, saliences: Sequence[Sequence[Fraction]]) -> Sums:
    """Sums where a bit counts by the mean of what its issue matters to the two, and no issue has a weight of its own."""
    fineness = lcm(*{value.denominator for row in saliences for value in row})
    whole = [[value.numerator * (fineness // value.denominator) for value in row] for row in saliences]
    units = distances.units
    layers = [
        (layer.worth, layer.codes, layer.stated, [_digits(row, layer.widths) for row in whole])
        for layer in distances.layers
    ]
    issues = [_digits(row) for row in whole]

    def differing(left: int, right: int) -> int:
        return sum(
            worth * _weigh((codes[left] ^ codes[right]) & stated[left] & stated[right], digits[left], digits[right])
            for worth, codes, stated, digits in layers
        )

    def shared(left: int, right: int, both: int) -> int:
        return units * _weigh(both, issues[left], issues[right])

    return Sums(units * fineness * 2, differing, shared)


def _digits(saliences: Sequence[int], widths: Sequence[int] | None = None) -> Digits:
    """By binary digit the issues, or the bits that they take where they take several, of those saliences."""
    length = max(saliences, default=0).bit_length()
    found = []
    for digit in range(length):
        flags = [bool(value >> digit & 1) for value in saliences]
        mask = flag_issues(flags) if widths is None else spread_bits(flags, widths)
        found.append((1 << digit, mask))
    return [(power, mask) for power, mask in found if mask]


def _weigh(bits: int, left: Digits, right: Digits) -> int:
    return sum(power * (bits & mask).bit_count() for seen in (left, right) for power, mask in seen)
