"""One issue over all parties: alignment, divergence, verdict, widest gap."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import floor, prod
from typing import NamedTuple

from negmatrix.analysis.agreement import is_concerned, stance_of
from negmatrix.analysis.pairing import Pairing, Partners, count_pairs, leave_out, rule_pairs
from negmatrix.analysis.spread import Gap, Spread, measure_spread
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Thresholds
from negmatrix.model.verdicts import Word

TWO_CAMPS = Fraction(2, 5)
"""The share of divergent pairs from which an issue is divergent, however near all others are: ten parties, five against
five, have 25 of 45.
"""

MAX_ACCOUNTS = 512
"""How many combinations of rival accounts are measured one by one."""


class Interval(NamedTuple):
    """The least and the most that a number can be, whichever of the rival accounts is true."""

    low: Fraction
    high: Fraction


class WidestGap(NamedTuple):
    """The largest distance of a counted pair, 0 to 1, and between whom; of several the first by sorted ids."""

    left: str
    right: str
    distance: Fraction


class Alignment(NamedTuple):
    """What is measured of one issue.

    `alignment` is 1 minus the mean distance of the pairs that can be compared, 0 to 1, None without such a pair; `n` is
    the number of parties in them. `span` is given where rival accounts leave more than one value. Of the counted `pairs`
    to both of which the issue applies, `settled_pairs` are settled.
    """

    alignment: Fraction | None
    divergence: Fraction | None
    span: Interval | None
    n: int
    verdict: Word
    computed: Word
    judged: Word | None
    widest_gap: WidestGap | None
    settled_pairs: int
    pairs: int


class _Ground(NamedTuple):
    """What the spread of an issue is measured on: the pairs that are left to compare, and those that settled."""

    open: Partners
    settled: Partners
    limit: int
    steps: Steps | None


def measure_alignment(issue: Issue, standing: Standing, pairing: Pairing, thresholds: Thresholds) -> Alignment:
    """How near the counted pairs are on an issue, and the word for it."""
    cells = standing.cells.get(issue.id, {})
    pairing = leave_out(pairing, (party for party, cell in cells.items() if not is_concerned(cell)))
    stances = _find_stances(issue, cells, pairing)
    ruled = rule_pairs(pairing, standing.rulings.get(issue.id, ()))
    ground = _find_ground(issue, cells, pairing, ruled, thresholds)
    spread = _measure(ground, stances)
    settled = count_pairs(ground.settled)
    divergence = _divergence(spread, settled, ground)
    computed = _compute_word(divergence, spread.far, spread.pairs + settled, thresholds)
    judged = _judged_word(ruled, pairing)
    return Alignment(
        alignment=None if divergence is None else 1 - divergence,
        divergence=divergence,
        span=_find_span(issue, cells, pairing, ground, stances),
        n=(spread.parties | _members(ground.settled)).bit_count(),
        verdict=judged or computed,
        computed=computed,
        judged=judged,
        widest_gap=_name_gap(spread.widest, ground, pairing),
        settled_pairs=settled,
        pairs=count_pairs(pairing.partners),
    )


def _find_stances(issue: Issue, cells: Mapping[str, Cell], pairing: Pairing) -> dict[int, str]:
    found: dict[int, str] = {}
    for party, cell in cells.items():
        stance = stance_of(cell, issue.scale)
        if stance is not None and party in pairing.numbers:
            found[pairing.numbers[party]] = stance
    return found


def _find_ground(
    issue: Issue, cells: Mapping[str, Cell], pairing: Pairing, ruled: Mapping[Word, list[int]], thresholds: Thresholds
) -> _Ground:
    none = [0] * len(pairing.ids)
    settled = ruled.get(Word.SETTLED, none)
    dropped = ruled.get(Word.DROPPED, none)
    open_ = [all_ & ~(one | other) for all_, one, other in zip(pairing.partners, settled, dropped, strict=True)]
    if issue.scale is None:
        return _Ground(open_, settled, 0, None)
    steps = steps_of(issue.scale, _all_stances(issue, cells))
    return _Ground(open_, settled, floor((1 - Fraction(thresholds.partial)) * steps.length), steps)


def _all_stances(issue: Issue, cells: Mapping[str, Cell]) -> Iterator[str]:
    for cell in cells.values():
        yield from find_accounts(cell.position) if stance_of(cell, issue.scale) is not None else ()


def find_accounts(position: Position) -> tuple[str, ...]:
    """The different stances that a party is said to hold, the first before its rivals."""
    told = (position.stance, *(claim.stance for claim in position.claims))
    return tuple(dict.fromkeys(stance for stance in told if stance is not None))


def _measure(ground: _Ground, stances: Mapping[int, str]) -> Spread:
    if ground.steps is None or not stances:
        return Spread(0, 0, 0, 0, None)
    return measure_spread(ground.steps, stances, ground.open, ground.limit)


def _divergence(spread: Spread, settled: int, ground: _Ground) -> Fraction | None:
    pairs = spread.pairs + settled
    return Fraction(spread.total, pairs * (ground.steps.length if ground.steps else 1)) if pairs else None


def _compute_word(divergence: Fraction | None, far: int, pairs: int, thresholds: Thresholds) -> Word:
    if divergence is None:
        return Word.OPEN
    if 1 - divergence < Fraction(thresholds.partial) or Fraction(far, pairs) >= TWO_CAMPS:
        return Word.DIVERGENT
    return Word.ALIGNED if 1 - divergence >= Fraction(thresholds.aligned) and far == 0 else Word.PARTIAL


def _judged_word(ruled: Mapping[Word, list[int]], pairing: Pairing) -> Word | None:
    """The word that all counted pairs have; where there is no pair at all, that of the first verdict."""
    return next((word for word, partners in ruled.items() if partners == list(pairing.partners)), None)


def _members(partners: Partners) -> int:
    return sum(1 << number for number, mask in enumerate(partners) if mask)


def _name_gap(widest: Gap | None, ground: _Ground, pairing: Pairing) -> WidestGap | None:
    """The widest gap with ids; pairs that settled are 0 apart."""
    first = next((number for number, mask in enumerate(ground.settled) if mask), None)
    agreed = [] if first is None else [Gap(0, first, (ground.settled[first] & -ground.settled[first]).bit_length() - 1)]
    gaps = [*agreed, *([widest] if widest else [])]
    if not gaps:
        return None
    gap = min(gaps, key=lambda gap: (-gap.distance, gap.left, gap.right))
    length = ground.steps.length if ground.steps else 1
    return WidestGap(pairing.ids[gap.left], pairing.ids[gap.right], Fraction(gap.distance, length))


def _find_span(
    issue: Issue, cells: Mapping[str, Cell], pairing: Pairing, ground: _Ground, stances: Mapping[int, str]
) -> Interval | None:
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
    measured = (_divergence(_measure(ground, reading), settled, ground) for reading in readings)
    found = [1 - divergence for divergence in measured if divergence is not None]
    return Interval(min(found), max(found)) if found and min(found) < max(found) else None
