"""How far the parties moved over many rounds, and how much stayed as it was."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.changes.concession import measure_concessions
from negmatrix.analysis.changes.frame import Moment, frame
from negmatrix.analysis.changes.issue_cells import IssueCells, lay_cells
from negmatrix.model.counting import measured_parties
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks


class PartyTravel(NamedTuple):
    """A party over consecutive rounds: how much closer it came to the others' former stances, in sum (None where there
    was never anybody to compare with), and how far it travelled, there and back; both weighted shares of scales. `n`
    issues are those on which it had a stance in two rounds running and somebody to compare with.
    """

    id: str
    name: str
    concession: Fraction | None
    travelled: Fraction
    n: int


class Stability(NamedTuple):
    """The share of `n` cells with a stance in a round that have the same one in the next; None for n = 0."""

    before: str
    after: str
    share: Fraction | None
    n: int


def measure_travel(talks: Talks, standing: Sequence[Standing]) -> tuple[tuple[PartyTravel, ...], tuple[Stability, ...]]:
    """The sums over all steps from one round to the next, and the stability of each step."""
    parties = measured_parties(talks)
    conceded: dict[str, Fraction | None] = dict.fromkeys(parties)
    travelled = dict.fromkeys(parties, Fraction())
    compared: dict[str, set[str]] = {party: set() for party in parties}
    stability = []
    for before, after in pairwise(standing):
        framed = frame(Moment(talks, before), Moment(talks, after), guess=False)
        cells = [lay_cells(framed, issue) for issue in framed.issues]
        for party, amount, _ in measure_concessions(parties, cells):
            conceded[party] = _add(conceded[party], amount)
        for one in cells:
            for party, shift in one.shifts.items() if one.issue.known.weight else ():
                if shift.met:
                    compared[party].add(one.issue.id)
        for party, way in _find_ways(cells):
            if party in travelled:
                travelled[party] += way
        stability.append(_measure_stability(before, after, cells, parties))
    travels = (
        PartyTravel(party, talks.parties[party].name, conceded[party], travelled[party], len(compared[party]))
        for party in parties
    )
    return tuple(travels), tuple(stability)


def _add(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one if other is None else other if one is None else one + other


def _find_ways(issues: Iterable[IssueCells]) -> Iterator[tuple[str, Fraction]]:
    """Each party's weighted way on each issue with places on which it moved."""
    for cells in issues:
        weight = Fraction(cells.issue.known.weight)
        for party, shift in cells.shifts.items():
            if shift.share and party not in cells.dropped:
                yield party, weight * abs(shift.share)


def _measure_stability(
    before: Standing, after: Standing, issues: Iterable[IssueCells], parties: Sequence[str]
) -> Stability:
    same = n = 0
    for cells in issues:
        held = find_held(cells, parties)
        n += len(held)
        same += sum(held)
    return Stability(before.round.id, after.round.id, Fraction(same, n) if n else None, n)


def find_held(cells: IssueCells, parties: Sequence[str]) -> list[bool]:
    """For each party with a stance before, whether it has the same one after."""
    found = []
    for party in parties:
        old = stance_of(cells.before.get(party), cells.scale)
        new = stance_of(cells.after.get(party), cells.scale)
        if old is not None and cells.scale is not None:
            found.append(new is not None and cells.scale.same(old, new))
    return found
