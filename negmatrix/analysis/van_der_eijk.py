"""Van der Eijk's agreement: whether the parties crowd around one level, spread evenly, or stand at the two ends."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise


def measure_van_der_eijk(counts: Sequence[int]) -> Fraction | None:
    """The agreement in numbers of parties per level: 1 where all hold one level, 0 where all levels are held alike, -1
    where two halves hold the two ends. None below three levels, and where nobody has a stance.

    C. van der Eijk, Measuring agreement in ordered rating scales, Quality and Quantity 35 (2001). The counts are peeled
    into layers of equal height, each of which tells only which levels reach it; the mean of the layers' values, weighted
    by their share of the parties.
    """
    total = sum(counts)
    if len(counts) < 3 or not total:
        return None
    heights = sorted({0, *counts})
    return sum(
        (
            Fraction((height - lower) * sum(pattern), total) * _measure_layer(pattern)
            for lower, height in pairwise(heights)
            for pattern in ([count >= height for count in counts],)
        ),
        Fraction(),
    )


def _measure_layer(pattern: Sequence[bool]) -> Fraction:
    return _unimodality(pattern) * (1 - Fraction(sum(pattern) - 1, len(pattern) - 1))


def _unimodality(pattern: Sequence[bool]) -> Fraction:
    """From triples of levels, in order: those that hold together with a level outside, against those with a gap. Any
    level that is not held makes such triples with the pairs of held ones before it, behind it, and across it.
    """
    levels, held = len(pattern), sum(pattern)
    if held == 1:
        return Fraction(1)
    together = apart = before = 0
    for holds in pattern:
        if not holds:
            behind = held - before
            together += (before * (before - 1) + behind * (behind - 1)) // 2
            apart += before * behind
        before += holds
    if not together + apart:
        return Fraction()
    return Fraction((levels - 2) * together - (levels - 1) * apart, (levels - 2) * (together + apart))
