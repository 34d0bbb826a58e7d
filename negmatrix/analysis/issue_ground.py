"""What an issue is measured on: the stances, and the pairs that are left to compare or have settled."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.pairing import Pairing, Partners
from negmatrix.analysis.spread import Spread, measure_spread
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position
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
    found: dict[int, str] = {}
    for party, cell in cells.items():
        stance = stance_of(cell, issue.scale)
        if stance is not None and party in pairing.numbers:
            found[pairing.numbers[party]] = stance
    return found


def find_ground(
    issue: Issue, cells: Mapping[str, Cell], pairing: Pairing, ruled: Mapping[Word, list[int]], thresholds: Thresholds
) -> Ground:
    """What an issue is measured on, with steps for all accounts of it; the pairing is without whom it does not concern."""
    none = [0] * len(pairing.ids)
    settled = ruled.get(Word.SETTLED, none)
    dropped = ruled.get(Word.DROPPED, none)
    open_ = [all_ & ~(one | other) for all_, one, other in zip(pairing.partners, settled, dropped, strict=True)]
    if issue.scale is None:
        return Ground(open_, settled, 0, None)
    steps = steps_of(issue.scale, _all_stances(issue, cells))
    return Ground(open_, settled, floor((1 - Fraction(thresholds.partial)) * steps.length), steps)


def _all_stances(issue: Issue, cells: Mapping[str, Cell]) -> Iterator[str]:
    for cell in cells.values():
        yield from find_accounts(cell.position) if stance_of(cell, issue.scale) is not None else ()


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
