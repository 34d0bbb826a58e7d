"""Who got what: how far the ground of each settlement lies from where the parties began and where they last stood.

It describes the ground covered, not who won.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.pairing import Pairing, pair_up, take_pairs
from negmatrix.analysis.units import name_kind
from negmatrix.model.issues import Issue
from negmatrix.model.positions import STATED
from negmatrix.model.scales import Range, Scale
from negmatrix.model.standing import Ruling, Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word


class PartyOutcome(NamedTuple):
    """A party's first stance, its last one before the settlement (the first where there is none), and how far each lies
    from the settlement, 0 to 1. `salience`, 0 to 100, is what the issue matters to it.
    """

    party: str
    opening: str
    last: str
    opening_distance: Fraction
    last_distance: Fraction
    salience: Fraction | None


class GroundShare(NamedTuple):
    """What share of the ground between them each of two parties gave, from their openings; None where both gave none."""

    left: str
    right: str
    left_share: Fraction | None
    right_share: Fraction | None


class Outcome(NamedTuple):
    """An issue that was settled at a stance, in a round, between some parties or (none named) all. `scale` is range,
    dates, levels or options.
    """

    issue: str
    title: str
    scale: str
    unit: str | None
    at: str
    round: str
    weight: Fraction
    between: tuple[str, ...]
    parties: tuple[PartyOutcome, ...]
    ground: tuple[GroundShare, ...]


def measure_outcome(talks: Talks, standing: Sequence[Standing]) -> tuple[Outcome, ...]:
    """The settlements that hold in the last of these rounds and name a stance, in the order of the file."""
    pairing = pair_up(talks)
    return tuple(
        _measure(talks, issue, issue.scale, ruling, standing, pairing)
        for issue in talks.issues.values()
        for ruling in _find_settlements(standing[-1], issue, pairing)
        if issue.scale is not None
    )


def _find_settlements(latest: Standing, issue: Issue, pairing: Pairing) -> Iterator[Ruling]:
    for ruling, taken in take_pairs(pairing, latest.rulings.get(issue.id, ())):
        if any(taken) and ruling.verdict.word is Word.SETTLED and ruling.verdict.agreed is not None:
            yield ruling


def _measure(
    talks: Talks, issue: Issue, scale: Scale, ruling: Ruling, standing: Sequence[Standing], pairing: Pairing
) -> Outcome:
    verdict = ruling.verdict
    at = verdict.agreed or ""
    bound = [
        party for party in talks.parties if party in pairing.numbers and party in (verdict.between or talks.parties)
    ]
    parties = tuple(
        outcome for party in bound for outcome in _measure_party(issue, scale, party, at, ruling.turn, standing)
    )
    ground = tuple(
        _share(left, right)
        for left, right in combinations(parties, 2)
        if pairing.partners[pairing.numbers[left.party]] >> pairing.numbers[right.party] & 1
    )
    return Outcome(
        issue=issue.id,
        title=issue.title,
        scale=name_kind(scale),
        unit=scale.unit if isinstance(scale, Range) else None,
        at=at,
        round=verdict.round,
        weight=Fraction(issue.weight),
        between=verdict.between,
        parties=parties,
        ground=ground,
    )


def _measure_party(
    issue: Issue, scale: Scale, party: str, at: str, turn: int, standing: Sequence[Standing]
) -> Iterator[PartyOutcome]:
    opening = _find_opening(issue, scale, party, standing)
    if opening is None:
        return
    last = _find_last(issue, scale, party, standing[:turn]) or opening
    cell = standing[turn].cell(issue.id, party)
    salience = cell.position.salience if cell else None
    yield PartyOutcome(
        party,
        opening,
        last,
        scale.distance(opening, at),
        scale.distance(last, at),
        None if salience is None else Fraction(salience),
    )


def _find_opening(issue: Issue, scale: Scale, party: str, standing: Sequence[Standing]) -> str | None:
    """A party's first stance: of several positions in one round, the first."""
    for moment in standing:
        row = moment.round.positions.get(issue.id, {})
        position = next((position for name, position in row.items() if name == party), None)
        for written in (*position.earlier, position) if position else ():
            if written.state is STATED and written.stance is not None and scale.holds(written.stance):
                return written.stance
    return None


def _find_last(issue: Issue, scale: Scale, party: str, standing: Sequence[Standing]) -> str | None:
    """The last stance that stood in one of these rounds."""
    stances = (stance_of(moment.cell(issue.id, party), scale) for moment in reversed(standing))
    return next((stance for stance in stances if stance is not None), None)


def _share(left: PartyOutcome, right: PartyOutcome) -> GroundShare:
    both = left.opening_distance + right.opening_distance
    if not both:
        return GroundShare(left.party, right.party, None, None)
    return GroundShare(left.party, right.party, left.opening_distance / both, right.opening_distance / both)
