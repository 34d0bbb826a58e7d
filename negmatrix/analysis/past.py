"""One issue over the rounds: its verdict and agreement, and each party's position."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from negmatrix.analysis.alignment import measure_alignment
from negmatrix.analysis.entries import enter
from negmatrix.analysis.pairing import Pairing
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing, all_standing
from negmatrix.model.talks import Talks
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
    measured = measure_alignment(issue, moment, pairing, talks.thresholds)
    round_ = moment.round
    return PastRound(round_.id, round_.title, round_.date, measured.alignment, measured.n, measured.verdict)


def find_past(
    talks: Talks, moments: Sequence[Standing], issue: str, party: Text, scale: Scale | None
) -> tuple[PastPosition, ...]:
    """What stood in each of these rounds, in order; several positions of one round in the order of the file."""
    return tuple(past for moment in moments for past in _find_in(talks, moment, issue, party, scale))


def _find_in(talks: Talks, moment: Standing, issue: str, party: Text, scale: Scale | None) -> Iterator[PastPosition]:
    cell = moment.cell(issue, party)
    if cell is not None and cell.position.round == moment.round.id:
        for position in cell.position.earlier:
            yield _pass(talks, moment, Cell(position, moment.turn), party, scale, passing=True)
    yield _pass(talks, moment, cell, party, scale, passing=False)


def _pass(
    talks: Talks, moment: Standing, cell: Cell | None, party: Text, scale: Scale | None, *, passing: bool
) -> PastPosition:
    entry = enter(talks, party, cell, scale, moment.turn, keeps=True)
    written = cell is not None and cell.position.round == moment.round.id
    return PastPosition(
        moment.round.id, entry.state, entry.stance, entry.place, entry.says, entry.carried_from, written, passing
    )
