"""How far apart the parties of one issue stand, as it is measured over all pairs at once."""

from typing import NamedTuple


class Gap(NamedTuple):
    """Two parties, by number, and how many steps lie between them."""

    distance: int
    left: int
    right: int


class Spread(NamedTuple):
    """Over the pairs that can be compared: their number, how many are more than the limit apart, the sum of their
    distances in steps, the mask of the parties in them, and the widest gap.
    """

    pairs: int
    far: int
    total: int
    parties: int
    widest: Gap | None


def find_lowest(mask: int) -> int:
    """The lowest number in a mask."""
    return (mask & -mask).bit_length() - 1
