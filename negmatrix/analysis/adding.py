"""Many fractions added at once."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm


def add_all(shares: Sequence[Fraction]) -> Fraction:
    """The exact sum, over one common denominator: adding one by one reduces the sum each time."""
    units = lcm(*{share.denominator for share in shares})
    return Fraction(sum(share.numerator * (units // share.denominator) for share in shares), units)
