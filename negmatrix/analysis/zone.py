"""The zone of agreement of an issue: what everyone could live with."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from negmatrix.analysis.acceptance import Pieces, Ruler, find_accepted
from negmatrix.analysis.agreement import is_concerned
from negmatrix.analysis.centre import Value
from negmatrix.analysis.meeting import Blocked, Favourite, Reach, find_blocked, find_favourites
from negmatrix.model.counting import Measured
from negmatrix.model.issues import Issue
from negmatrix.model.positions import STATED
from negmatrix.model.scales import Options, Scale
from negmatrix.model.standing import Cell, Standing


class ZoneState(Enum):
    """Whether there is a zone: certainly, at most (some did not say what they accept), or none already."""

    ZONE = "zone"
    AT_MOST = "at most"
    NONE = "none"


class Zone(NamedTuple):
    """What all `n` parties that said what they accept could live with. `state` is None on text, and where nobody said.

    `pieces` are several where rejections cut it. Where there is none, `blocked_by` are the pairs that do not meet and, of
    more than two parties, `most_accepted` is what most of them accept. `silent` did not say what they accept.
    """

    state: ZoneState | None
    n: int = 0
    pieces: tuple[Reach, ...] = ()
    blocked_by: tuple[Blocked, ...] = ()
    most_accepted: tuple[Favourite, ...] = ()
    silent: tuple[str, ...] = ()
    ordered: bool = True

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        ends = ("low", "high", "pieces") if self.ordered else ("members",)
        return ("state", *ends, "blocked_by", "most_accepted", "silent", "n")

    @property
    def low(self) -> Value | None:
        """Its end nearer to the scale's first; None where there is none or it lies in pieces."""
        return self.pieces[0].low if len(self.pieces) == 1 else None

    @property
    def high(self) -> Value | None:
        """Its end nearer to the scale's last; None where there is none or it lies in pieces."""
        return self.pieces[0].high if len(self.pieces) == 1 else None

    @property
    def members(self) -> tuple[Value, ...]:
        """The options in it."""
        return () if self.ordered else tuple(piece.low for piece in self.pieces)


NO_ZONE = Zone(None)
"""What there is on an issue of words only."""


def measure_zone(measured: Measured, standing: Standing, issue: Issue) -> Zone:
    """The zone of measured parties that the issue concerns; a bloc with a cell of its own speaks for its members."""
    if issue.scale is None:
        return NO_ZONE
    row = standing.cells.get(issue.id, {})
    return find_zone(issue.scale, {party: row.get(party) for party in find_asked(measured, row)})


def find_asked(measured: Measured, row: Mapping[str, Cell]) -> Sequence[str]:
    """Who is asked what it accepts on an issue with these cells, by sorted ids."""
    behind = {
        member
        for bloc, members in measured.members.items()
        if bloc in row and row[bloc].position.state is STATED
        for member in members
    }
    return [party for party in measured.by_id if is_concerned(row.get(party)) and party not in behind]


def find_zone(scale: Scale, cells: Mapping[str, Cell | None]) -> Zone:
    """Where the parties of these cells, which are sorted by their ids, meet."""
    ruler = Ruler(scale)
    told = {
        party: pieces
        for party, cell in cells.items()
        if cell is not None and (pieces := find_accepted(ruler, cell.position)) is not None
    }
    silent = tuple([party for party in cells if party not in told])
    zone = _find_common(ruler, told) if told else NO_ZONE
    if zone.state is ZoneState.ZONE and silent:
        zone = zone._replace(state=ZoneState.AT_MOST)
    return zone._replace(n=len(told), silent=silent, ordered=not isinstance(scale, Options))


def _find_common(ruler: Ruler, told: Mapping[str, Pieces]) -> Zone:
    favourites = find_favourites(ruler, told)
    if favourites and not favourites[0].refused_by:
        return Zone(ZoneState.ZONE, pieces=tuple(favourite.at for favourite in favourites))
    best = favourites if len(told) > 2 else ()
    return Zone(ZoneState.NONE, blocked_by=find_blocked(ruler, told), most_accepted=best)
