"""Where the parties of one issue stood, and what a move did to the mover's distances from them.

With n parties, each of whom moves, the sum over all pairs takes n steps: sums of places and masks of parties are kept for
every place on the line, and a move looks up two of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from operator import or_
from typing import NamedTuple

from negmatrix.analysis.steps import Steps


class Approach(NamedTuple):
    """What a move does to the distances from the mover to others' former stances: their sum before less after, in
    steps; over how many of them, times the steps of the scale; the masks of those it came closer to and went from.
    """

    gain: int
    base: int
    toward: int
    away: int

    @property
    def mean(self) -> Fraction:
        """The mean distance before less after, -1 to 1; positive: it came closer."""
        return Fraction(self.gain, self.base)


class Crowd:
    """The former places of measured parties, by number."""

    def __init__(self, places: Mapping[int, int], steps: Steps) -> None:
        self.at: dict[int, int] = {}
        for number, place in places.items():
            self.at[place] = self.at.get(place, 0) | 1 << number
        self.length, self.ordered = steps.length, steps.ordered
        self.line = sorted(self.at)
        masks = [self.at[place] for place in self.line]
        self.below = [0, *accumulate(masks, or_)]
        self.everyone = self.below[-1]
        counts = [mask.bit_count() for mask in masks]
        self._counts = [0, *accumulate(counts)]
        self._distances: dict[int, int] = {}
        self._sums = [0, *accumulate(place * count for place, count in zip(self.line, counts, strict=True))]

    def approach(self, number: int, partners: int, old: int, new: int) -> Approach | None:
        """What a party's move from one place to another did; None where none of its partners had a stance."""
        met = self.everyone & partners
        if not met:
            return None
        base = met.bit_count() * self.length
        if old == new:
            return Approach(0, base, 0, 0)
        if not self.ordered:
            toward, away = self.at.get(new, 0) & met, self.at.get(old, 0) & met
            return Approach(toward.bit_count() - away.bit_count(), base, toward, away)
        low, high = self._sides(old + new)
        toward, away = (high & met, low & met) if new > old else (low & met, high & met)
        alone = met | 1 << number == self.everyone | 1 << number
        gain = self._gain_of_all(old, new) if alone else self._gain_of(met, old, new)
        return Approach(gain, base, toward, away)

    def _sides(self, doubled: int) -> tuple[int, int]:
        """Who stands below and who above half of a number."""
        below = self.below[bisect_left(self.line, -(-doubled // 2))]
        return below, self.everyone & ~self.below[bisect_right(self.line, doubled // 2)]

    def _gain_of_all(self, old: int, new: int) -> int:
        """The gain over everyone; the mover's own former place adds nothing before and all of its way after."""
        found = self._distances
        for place in (old, new):
            if place not in found:
                found[place] = self._add_distances(place)
        return found[old] - found[new] + abs(new - old)

    def _add_distances(self, place: int) -> int:
        """The sum of everyone's distances from a place."""
        rank = bisect_right(self.line, place)
        counts, sums = self._counts, self._sums
        return place * (2 * counts[rank] - counts[-1]) + sums[-1] - 2 * sums[rank]

    def _gain_of(self, met: int, old: int, new: int) -> int:
        return sum((abs(old - place) - abs(new - place)) * (mask & met).bit_count() for place, mask in self.at.items())
