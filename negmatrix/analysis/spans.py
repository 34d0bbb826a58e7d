"""What rival accounts of a position leave open."""

from fractions import Fraction
from itertools import product
from math import prod
from typing import NamedTuple

from negmatrix.analysis.footing import Footing, group_by_place
from negmatrix.analysis.issue_ground import Ground, find_divergence, measure_ground
from negmatrix.analysis.pairing import Pairing, count_pairs

MAX_ACCOUNTS = 512
"""How many combinations of rival accounts are measured one by one."""


class Interval(NamedTuple):
    """The least and the most that a number can be, whichever of the rival accounts is true."""

    low: Fraction
    high: Fraction


def find_span(ground: Ground, footing: Footing, pairing: Pairing) -> Interval | None:
    """The least and the most alignment over all combinations of rival accounts of measured parties; None where they leave
    one value, or are too many to go through.
    """
    rivals = {party: told for party, told in footing.rivals.items() if party in pairing.numbers}
    if not rivals or prod(map(len, rivals.values())) > MAX_ACCOUNTS:
        return None
    settled, known = count_pairs(ground.settled), footing.steps.places
    readings = (dict(zip(rivals, map(known.__getitem__, told), strict=True)) for told in product(*rivals.values()))
    spreads = (measure_ground(ground, group_by_place({**footing.places, **reading}, pairing)) for reading in readings)
    divergences = (find_divergence(spread, settled, ground) for spread in spreads)
    found = [1 - divergence for divergence in divergences if divergence is not None]
    return Interval(min(found), max(found)) if found and min(found) < max(found) else None
