"""What an issue is measured on: the stances, and the pairs that are left to compare or have settled."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.gaps import Spread
from negmatrix.analysis.pairing import Pairing, Partners
from negmatrix.analysis.spread import measure_spread
from negmatrix.analysis.steps import Steps
from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position, State
from negmatrix.model.standing import Cell
from negmatrix.model.talks import Thresholds
from negmatrix.model.verdicts import Word


class Ground(NamedTuple):
    """The pairs that are left to compare, and those that settled; `limit` is the distance, in steps, beyond which a pair is
    divergent; `steps` None without a scale.
    """

    open: Partners
    settled: Partners
    limit: int
    steps: Steps | None


def find_stances(issue: Issue, cells: Mapping[str, Cell], pairing: Pairing) -> dict[int, str]:
    """The stances of measured parties that can be measured, by the party's number."""
    if issue.scale is None:
        return {}
    numbers, stated = pairing.numbers, State.STATED
    return {
        numbers[party]: stance
        for party, cell in cells.items()
        if (position := cell.position).state is stated and (stance := position.stance) is not None and party in numbers
    }


def find_ground(
    steps: Steps | None, pairing: Pairing, ruled: Mapping[Word, list[int]], thresholds: Thresholds
) -> Ground:
    """What an issue is measured on, in steps of its scale if it has one; the pairing is without whom it does not concern."""
    none = [0] * len(pairing.ids)
    settled = ruled.get(Word.SETTLED, none)
    dropped = ruled.get(Word.DROPPED, none)
    ruled_out = zip(pairing.partners, settled, dropped, strict=True)
    open_ = [all_ & ~(one | other) for all_, one, other in ruled_out] if ruled else pairing.partners
    limit = floor((1 - Fraction(thresholds.partial)) * steps.length) if steps else 0
    return Ground(open_, settled, limit, steps)


def find_rivals(issue: Issue, cells: Mapping[str, Cell], pairing: Pairing) -> Mapping[int, Sequence[str]]:
    """The accounts of those measured parties of whom there are several, by the party's number."""
    return {
        pairing.numbers[party]: told
        for party, cell in cells.items()
        if cell.position.claims and party in pairing.numbers and stance_of(cell, issue.scale) is not None
        if len(told := find_accounts(cell.position)) > 1
    }


def find_accounts(position: Position) -> tuple[str, ...]:
    """The different stances that a party is said to hold, the first before its rivals."""
    told = (position.stance, *(claim.stance for claim in position.claims))
    return tuple(dict.fromkeys(stance for stance in told if stance is not None))


def measure_ground(ground: Ground, stances: Mapping[int, str]) -> Spread:
    """The spread of these stances over the pairs that are left to compare."""
    if ground.steps is None or not stances:
        return Spread(0, 0, 0, 0, None)
    return measure_spread(ground.steps, stances, ground.open, ground.limit)


def find_divergence(spread: Spread, settled: int, ground: Ground) -> Fraction | None:
    """The mean distance over pairs, those that settled at 0 among them: 0 to 1, None without any."""
    pairs = spread.pairs + settled
    return Fraction(spread.total, pairs * (ground.steps.length if ground.steps else 1)) if pairs else None
