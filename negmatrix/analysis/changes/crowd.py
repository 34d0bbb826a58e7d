"""Where the parties of one issue stood, and what a move did to the mover's distances from them.

With n parties, each of whom moves, the sum over all pairs takes n steps: sums of places and masks of parties are kept for
every place on the line, and a move looks up two of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from operator import mul, or_
from typing import NamedTuple

from negmatrix.analysis.steps import Steps


class Approach(NamedTuple):
    """What a move does to the distances from the mover to others' former stances: their sum before less after, in
    steps; over how many of them, times the steps of the scale. The masks of those it came closer to and went from are
    made when asked for.
    """

    gain: int
    base: int
    crowd: "Crowd"
    met: int
    old: int
    new: int

    @property
    def mean(self) -> Fraction:
        """The mean distance before less after, -1 to 1; positive: it came closer."""
        return Fraction(self.gain, self.base)

    @property
    def toward(self) -> int:
        """The mask of those it came closer to."""
        return self.crowd.nearer(self.new, self.old) & self.met

    @property
    def away(self) -> int:
        """The mask of those it went further from."""
        return self.crowd.nearer(self.old, self.new) & self.met


class Crowd:
    """The former places of measured parties: who stood at each, as masks."""

    def __init__(self, at: Mapping[int, int], steps: Steps) -> None:
        self.at = at
        self.length, self.ordered = steps.length, steps.ordered
        self.line = sorted(self.at)
        masks = [self.at[place] for place in self.line]
        self.below: list[int] = [0, *accumulate(masks, or_)]
        self.everyone = self.below[-1]
        counts = [mask.bit_count() for mask in masks]
        self._counts = [0, *accumulate(counts)]
        self._distances: dict[int, int] = {}
        self._sums: list[int] = [0, *accumulate(map(mul, self.line, counts))]

    def approach(self, number: int, partners: int, old: int, new: int) -> Approach | None:
        """What a party's move from one place to another did; None where none of its partners had a stance."""
        met = self.everyone & partners
        if not met:
            return None
        gain = self._gain(number, met, old, new) if old != new else 0
        return Approach(gain, met.bit_count() * self.length, self, met, old, new)

    def nearer(self, one: int, other: int) -> int:
        """Who stood nearer to one place than to another; on options, who stood at it and not at the other."""
        if one == other:
            return 0
        if not self.ordered:
            return self.at.get(one, 0)
        if one < other:
            return self.below[bisect_left(self.line, -(-(one + other) // 2))]
        return self.everyone & ~self.below[bisect_right(self.line, (one + other) // 2)]

    def _gain(self, number: int, met: int, old: int, new: int) -> int:
        if not self.ordered:
            return (self.at.get(new, 0) & met).bit_count() - (self.at.get(old, 0) & met).bit_count()
        if met | 1 << number == self.everyone | 1 << number:
            # The mover's own former place adds nothing before and all of its way after.
            return self._add_distances(old) - self._add_distances(new) + abs(new - old)
        return sum((abs(old - place) - abs(new - place)) * (mask & met).bit_count() for place, mask in self.at.items())

    def _add_distances(self, place: int) -> int:
        """The sum of everyone's distances from a place."""
        found = self._distances.get(place)
        if found is None:
            rank = bisect_right(self.line, place)
            counts, sums = self._counts, self._sums
            found = place * (2 * counts[rank] - counts[-1]) + sums[-1] - 2 * sums[rank]
            self._distances[place] = found
        return found
