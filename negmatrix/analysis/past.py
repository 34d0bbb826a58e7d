"""A party's position on one issue over the rounds."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.entries import enter
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text


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
