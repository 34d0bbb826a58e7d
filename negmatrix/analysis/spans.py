"""What rival accounts of a position leave open."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from math import prod
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.issue_ground import Ground, find_accounts, find_divergence, measure_ground
from negmatrix.analysis.pairing import Pairing, count_pairs
from negmatrix.model.issues import Issue
from negmatrix.model.standing import Cell

MAX_ACCOUNTS = 512
"""How many combinations of rival accounts are measured one by one."""


class Interval(NamedTuple):
    """The least and the most that a number can be, whichever of the rival accounts is true."""

    low: Fraction
    high: Fraction


def find_span(
    issue: Issue, cells: Mapping[str, Cell], pairing: Pairing, ground: Ground, stances: Mapping[int, str]
) -> Interval | None:
    """The least and the most alignment over all combinations of rival accounts; None where they leave one value,
    or are too many to go through.
    """
    rivals = {
        pairing.numbers[party]: find_accounts(cell.position)
        for party, cell in cells.items()
        if cell.position.claims and party in pairing.numbers and stance_of(cell, issue.scale) is not None
    }
    rivals = {number: told for number, told in rivals.items() if len(told) > 1}
    if not rivals or prod(map(len, rivals.values())) > MAX_ACCOUNTS:
        return None
    settled = count_pairs(ground.settled)
    readings = ({**stances, **dict(zip(rivals, told, strict=True))} for told in product(*rivals.values()))
    measured = (find_divergence(measure_ground(ground, reading), settled, ground) for reading in readings)
    found = [1 - divergence for divergence in measured if divergence is not None]
    return Interval(min(found), max(found)) if found and min(found) < max(found) else None
