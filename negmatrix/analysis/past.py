"""One issue over the rounds: its verdict and agreement, and each party's position."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from negmatrix.analysis.alignment import Alignment, measure_alignment
from negmatrix.analysis.entries import NOT_STATED, Entry, find_place, find_since, find_state
from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.rows import IssueRow
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing, all_standing
from negmatrix.model.talks import Round, Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


class PastRound(NamedTuple):
    """A round up to the one shown, with the issue's agreement in it over `n` parties, and its verdict."""

    id: Text
    title: Text
    date: Text | None
    alignment: Fraction | None
    n: int
    verdict: Word


class PastPosition(NamedTuple):
    """What stood for a party in a round. `carried_from` is an earlier round that its stance (without one, the cell)
    stands from; it is `written` when the party said something in this round; one that is `passing` was followed by
    another within its round.
    """

    round: Text
    state: str
    stance: Text | None
    place: Fraction | None
    says: Text | None
    carried_from: Text | None
    written: bool
    passing: bool


def find_moments(talks: Talks, standing: Standing) -> Sequence[Standing]:
    """The rounds up to the one that stands."""
    return [*islice(all_standing(talks), standing.turn), standing]


def recall_round(talks: Talks, moment: Standing, issue: Issue, pairing: Pairing) -> PastRound:
    """How near the parties were on an issue in a round."""
    return tell_round(moment.round, measure_alignment(issue, moment, pairing, talks.thresholds))


def tell_round(round_: Round, measured: Alignment | IssueRow) -> PastRound:
    """The same of what is measured already."""
    return PastRound(round_.id, round_.title, round_.date, measured.alignment, measured.n, measured.verdict)


def find_past(talks: Talks, moments: Sequence[Standing], issue: Issue, entry: Entry) -> tuple[PastPosition, ...]:
    """What stood in each of these rounds, in order; several positions of one round in the order of the file. What stands in the
    last is told in `entry`.
    """
    cell = moments[-1].cell(issue.id, entry.party)
    past: list[PastPosition] = []
    for moment in moments[:-1]:
        before = moment.cell(issue.id, entry.party)
        past += _find_passing(talks, moment, before, issue.scale)
        past.append(_pass(talks, moment, before, issue.scale, passing=False))
    past += _find_passing(talks, moments[-1], cell, issue.scale)
    past.append(_tell_entry(moments[-1], cell, entry))
    return tuple(past)


def _find_passing(talks: Talks, moment: Standing, cell: Cell | None, scale: Scale | None) -> Iterable[PastPosition]:
    if cell is None or not cell.position.earlier or cell.position.round != moment.round.id:
        return ()
    earlier = (Cell(position, moment.turn) for position in cell.position.earlier)
    return [_pass(talks, moment, one, scale, passing=True) for one in earlier]


def _tell_entry(moment: Standing, cell: Cell | None, entry: Entry) -> PastPosition:
    written = cell is not None and cell.position.round == moment.round.id
    return PastPosition(moment.round.id, *entry[1:6], written, False)


def _pass(talks: Talks, moment: Standing, cell: Cell | None, scale: Scale | None, *, passing: bool) -> PastPosition:
    if cell is None:
        return PastPosition(moment.round.id, NOT_STATED, None, None, None, None, False, passing)
    position = cell.position
    return PastPosition(
        round=moment.round.id,
        state=find_state(position),
        stance=position.stance,
        place=find_place(position.stance, scale),
        says=position.says,
        carried_from=find_since(talks, cell, moment.turn),
        written=position.round == moment.round.id,
        passing=passing,
    )
