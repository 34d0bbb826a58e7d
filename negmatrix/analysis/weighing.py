"""Sums over the bits of two parties, each bit counting alike or by what its issue matters to the two."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.coding import Coding, spread_bits
from negmatrix.analysis.grounds import Grounds, salience_of
from negmatrix.model.standing import Standing

Digits: TypeAlias = Sequence[tuple[int, int]]
"""A power of two and the mask of the bits whose issue's salience holds it."""


class Sums(NamedTuple):
    """For two parties by number: the summed worth of bits that differ, or of all that both have, in units."""

    units: int
    differing: Callable[[int, int], Fraction | int]
    shared: Callable[[int, int], int]


def sum_by_issue(distances: Coding, weights: Coding) -> Sums:
    """Sums where a bit counts the same for all pairs."""
    units = lcm(distances.units, weights.units)
    apart, weighed = units // distances.units, units // weights.units
    layers = [(layer.worth * apart, layer.codes, layer.stated) for layer in distances.layers]
    shares = [(layer.worth * weighed, layer.stated) for layer in weights.layers]

    def differing(left: int, right: int) -> int:
        return sum(
            worth * ((codes[left] ^ codes[right]) & stated[left] & stated[right]).bit_count()
            for worth, codes, stated in layers
        )

    def shared(left: int, right: int) -> int:
        return sum(worth * (stated[left] & stated[right]).bit_count() for worth, stated in shares)

    return Sums(units, differing, shared)


def find_saliences(grounds: Grounds, standing: Standing, seers: Sequence[str]) -> list[list[Fraction]]:
    """What each issue matters to each who sees it, 0 to 1; 0 where nobody says, since it then takes no part."""
    rows = [standing.cells.get(issue, {}) for issue in grounds.ids]
    nothing = Fraction()
    return [[salience_of(row.get(seer)) or nothing for row in rows] for seer in seers]


def sum_by_salience(distances: Coding, weights: Coding, saliences: Sequence[Sequence[Fraction]]) -> Sums:
    """Sums where a bit counts by the mean of what its issue matters to the two."""
    fineness = lcm(*{value.denominator for row in saliences for value in row})
    whole = [[value.numerator * (fineness // value.denominator) for value in row] for row in saliences]
    units = lcm(distances.units, weights.units)
    apart = _masked(distances, whole, units)
    weighed = _masked(weights, whole, units)

    def differing(left: int, right: int) -> int:
        return sum(
            worth * _weigh((codes[left] ^ codes[right]) & stated[left] & stated[right], (left, right), digits)
            for worth, codes, stated, digits in apart
        )

    def shared(left: int, right: int) -> int:
        return sum(
            worth * _weigh(stated[left] & stated[right], (left, right), digits) for worth, _, stated, digits in weighed
        )

    return Sums(units * fineness * 2, differing, shared)


_Masked: TypeAlias = list[tuple[int, Sequence[int], Sequence[int], list[Digits]]]


def _masked(coding: Coding, saliences: Sequence[Sequence[int]], units: int) -> _Masked:
    return [
        (
            layer.worth * (units // coding.units),
            layer.codes,
            layer.stated,
            [_digits(row, layer.widths) for row in saliences],
        )
        for layer in coding.layers
    ]


def _digits(saliences: Sequence[int], widths: Sequence[int]) -> Digits:
    length = max(saliences, default=0).bit_length()
    masks = [
        (1 << digit, spread_bits([bool(value >> digit & 1) for value in saliences], widths)) for digit in range(length)
    ]
    return [(power, mask) for power, mask in masks if mask]


def _weigh(bits: int, seers: tuple[int, int], digits: Sequence[Digits]) -> int:
    return sum(power * (bits & mask).bit_count() for seer in seers for power, mask in digits[seer])
