"""What a matrix holds for one party on one issue."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from negmatrix.model.positions import STATED, Claim, Position
from negmatrix.model.scales import Options, Scale
from negmatrix.model.standing import Cell
from negmatrix.model.talks import Round, Talks
from negmatrix.source import Text

NOT_STATED = "not stated"
_STATED = STATED.value


class Account(NamedTuple):
    """One of several accounts of a position that contradict each other."""

    stance: Text | None
    says: Text | None
    place: Fraction | None
    source: tuple[Text, ...]
    date: Text | None
    by: Text | None
    confidence: Text | None = None
    internal: bool = False
    note: Text | None = None


class Entry(NamedTuple):
    """One party's cell on one issue.

    `state` is stated, not stated, n/a or withdrawn; `place` is the stance's on its scale, 0 to 1, None on options.
    `carried_from` is the id of an earlier round that the cell stands from; `stale` when through too many rounds since.
    `unsure` when the coder's confidence is low. `accepts` and `rejects` are two ends, or options.
    """

    party: Text
    state: str
    stance: Text | None = None
    place: Fraction | None = None
    says: Text | None = None
    carried_from: Text | None = None
    stale: bool = False
    fixed: bool = False
    disputed: bool = False
    unsure: bool = False
    accepts: tuple[Text, ...] | None = None
    rejects: tuple[Text, ...] | None = None
    red_line: Text | None = None
    salience: Decimal | None = None
    interest: Text | None = None
    depends_on: tuple[Text, ...] = ()
    confidence: Text | None = None
    by: Text | None = None
    date: Text | None = None
    source: tuple[Text, ...] = ()
    claims: tuple[Account, ...] = ()
    internal: bool = False
    note: Text | None = None

    @property
    def stated(self) -> bool:
        """Whether it holds words or a stance."""
        return self.state == _STATED


def enter(
    talks: Talks,
    party: Text,
    cell: Cell | None,
    scale: Scale | None,
    index: int,
    keeps: bool,
    place: Fraction | None = None,
) -> Entry:
    """The entry for what stands in a party's cell in the round of an index; on an issue that `keeps` nothing is stale. The
    place of its stance is found unless it is given.

    A cell that states nothing, or states neither words nor a stance, is not stated.
    """
    if cell is None:
        return Entry(party, NOT_STATED)
    position = cell.position
    claims = tuple([_account(claim, scale) for claim in position.claims]) if position.claims else ()
    confidence, sources = _find_grounds(talks, cell)
    return Entry(  # in the order of the fields: by their names it takes thrice as long, and this is made for each cell
        party,
        find_state(position),
        position.stance,
        find_place(position.stance, scale) if place is None else place,
        position.says,
        find_since(talks, cell, index) if cell.since < index else None,
        cell.since < index and not keeps and _is_stale(talks, cell, index),
        position.fixed is True,
        position.disputed or len(claims) > 1,
        confidence == "low",
        position.accepts,
        position.rejects,
        position.red_line,
        position.salience,
        position.interest,
        position.depends_on or (),
        confidence,
        position.by,
        position.date,
        sources,
        claims,
        position.internal,
        position.note,
    )


def find_state(position: Position) -> str:
    """The word for what stands in a cell: stated, not stated, n/a or withdrawn."""
    if position.state is not STATED:
        return position.state.value
    return NOT_STATED if position.stance is None and position.says is None else _STATED


def find_since(talks: Talks, cell: Cell, index: int) -> Text | None:
    """The id of an earlier round than that of the index that a cell stands from; None where it is new."""
    return next(islice(talks.rounds.values(), cell.since, None)).id if cell.since < index else None


def find_place(stance: Text | None, scale: Scale | None) -> Fraction | None:
    """Where a stance lies on its scale, 0 to 1; None on options and without one of the two."""
    return None if stance is None or scale is None or isinstance(scale, Options) else scale.place(stance)


def _account(claim: Claim, scale: Scale | None) -> Account:
    place = find_place(claim.stance, scale)
    told = claim.stance, claim.says, place, claim.sources, claim.date, claim.by
    return Account(*told, claim.confidence, claim.internal, claim.note)


def _find_grounds(talks: Talks, cell: Cell) -> tuple[Text | None, tuple[Text, ...]]:
    """How sure the coder is of what stands in a cell, and its sources: most cells rest on one statement."""
    position = cell.position
    if cell.origins or position.claims:
        return _recall_confidence(cell), _find_sources(cell, talks.rounds)
    return position.confidence, position.sources or talks.rounds[position.round].sources


def _is_stale(talks: Talks, cell: Cell, index: int) -> bool:
    return talks.stale_after is not None and cell.carried_through(index) >= talks.stale_after


def _recall_confidence(cell: Cell) -> Text | None:
    """How sure the coder is: of the statement or, where it does not say and the stance is an older one's, of that."""
    told = cell.position.confidence
    origin = cell.origins.get("stance") if told is None else None
    return told if origin is None else origin.confidence


def _find_sources(cell: Cell, rounds: Mapping[str, Round]) -> tuple[Text, ...]:
    """What the statement rests on, by default its round's sources, and what an older stance in it rests on."""
    origin = cell.origins.get("stance")
    told = [cell.position] if origin is None else [cell.position, origin]
    return tuple(dict.fromkeys(source for position in told for source in _cited(position, rounds)))


def _cited(position: Position, rounds: Mapping[str, Round]) -> tuple[Text, ...]:
    told = tuple(source for claim in position.claims for source in claim.sources)
    return position.sources or told or rounds[position.round].sources
