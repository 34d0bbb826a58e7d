"""One issue over the rounds: its verdict and agreement, and each party's position."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
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
    return [*takewhile(lambda moment: moment.turn < standing.turn, all_standing(talks)), standing]


def recall_round(talks: Talks, moment: Standing, issue: Issue, pairing: Pairing) -> PastRound:
    """How near the parties were on an issue in a round."""
    return tell_round(moment.round, measure_alignment(issue, moment, pairing, talks.thresholds))


def tell_round(round_: Round, measured: Alignment | IssueRow) -> PastRound:
    """The same of what is measured already."""
    return PastRound(round_.id, round_.title, round_.date, measured.alignment, measured.n, measured.verdict)


def find_past(
    talks: Talks, moments: Sequence[Standing], issue: str, scale: Scale | None, entry: Entry
) -> tuple[PastPosition, ...]:
    """What stood in each of these rounds, in order; several positions of one round in the order of the file. `entry` is
    what stands in the last.
    """
    *before, last = moments
    told = (past for moment in before for past in _find_in(talks, moment, issue, scale, entry.party))
    cell = last.cell(issue, entry.party)
    return (*told, *_find_passing(talks, last, cell, scale), _tell_entry(last, cell, entry))


def _find_in(talks: Talks, moment: Standing, issue: str, scale: Scale | None, party: str) -> Iterator[PastPosition]:
    cell = moment.cell(issue, party)
    yield from _find_passing(talks, moment, cell, scale)
    yield _pass(talks, moment, cell, scale, passing=False)


def _find_passing(talks: Talks, moment: Standing, cell: Cell | None, scale: Scale | None) -> Iterator[PastPosition]:
    if cell is not None and cell.position.earlier and cell.position.round == moment.round.id:
        for position in cell.position.earlier:
            yield _pass(talks, moment, Cell(position, moment.turn), scale, passing=True)


def _tell_entry(moment: Standing, cell: Cell | None, entry: Entry) -> PastPosition:
    written = cell is not None and cell.position.round == moment.round.id
    _, state, stance, place, says, carried_from, *_ = entry
    return PastPosition(moment.round.id, state, stance, place, says, carried_from, written, passing=False)


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
