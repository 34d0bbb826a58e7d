"""Where the parties of one issue stood, and what a move did to the mover's distances from them.

With n parties, each of whom moves, the sum over all pairs takes n steps: sums of places and masks of parties are kept for
every place on the line, and a move looks up two of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from operator import mul, or_

from negmatrix.analysis.changes.roll import Roll
from negmatrix.analysis.steps import Steps


class Crowd:
    """The former places of measured parties: who stood at each, as masks. A step is worth `unit` scale units; the roll
    names the parties.
    """

    def __init__(self, at: Mapping[int, int], steps: Steps, unit: Fraction, roll: Roll) -> None:
        self.unit, self.roll = unit, roll
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

    def nearer(self, one: int, other: int) -> int:
        """Who stood nearer to one place than to another, not the same; on options, who stood at it."""
        if not self.ordered:
            return self.at.get(one, 0)
        if one < other:
            return self.below[bisect_left(self.line, -(-(one + other) // 2))]
        return self.everyone & ~self.below[bisect_right(self.line, (one + other) // 2)]

    def gain(self, number: int, met: int, old: int, new: int) -> int:
        """What a party's move takes from the sum of its distances, in steps, to those it is compared with, a mask."""
        if old == new:
            return 0
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
