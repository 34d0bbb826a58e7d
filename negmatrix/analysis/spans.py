"""What rival accounts of a position leave open."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod
from typing import NamedTuple

from negmatrix.analysis.issue_ground import Ground, find_divergence, measure_ground
from negmatrix.analysis.pairing import count_pairs

MAX_ACCOUNTS = 512
"""How many combinations of rival accounts are measured one by one."""


class Interval(NamedTuple):
    """The least and the most that a number can be, whichever of the rival accounts is true."""

    low: Fraction
    high: Fraction


def find_span(ground: Ground, stances: Mapping[int, str], rivals: Mapping[int, Sequence[str]]) -> Interval | None:
    """The least and the most alignment over all combinations of rival accounts; None where they leave one value,
    or are too many to go through.
    """
    if not rivals or prod(map(len, rivals.values())) > MAX_ACCOUNTS:
        return None
    settled = count_pairs(ground.settled)
    readings = ({**stances, **dict(zip(rivals, told, strict=True))} for told in product(*rivals.values()))
    measured = (find_divergence(measure_ground(ground, reading), settled, ground) for reading in readings)
    found = [1 - divergence for divergence in measured if divergence is not None]
    return Interval(min(found), max(found)) if found and min(found) < max(found) else None
