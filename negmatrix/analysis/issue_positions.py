"""The positions on one issue, each with what it leaves open and how it came about."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations
from typing import Any, NamedTuple

from negmatrix.analysis.acceptance import Ruler, find_accepted, find_stretch
from negmatrix.analysis.entries import Entry
from negmatrix.analysis.footing import find_accounts
from negmatrix.analysis.meeting import Reach, name_reach
from negmatrix.analysis.past import PastPosition, find_past
from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks


class PartyPosition(NamedTuple):
    """A party's cell; what it could live with, in pieces where it rejects some of it (None: it does not say); how far
    apart the rival accounts of its stance lie, 0 to 1 (None: there are none). What it said round by round is found when
    somebody asks.
    """

    entry: Entry
    accepted: tuple[Reach, ...] | None
    claims_apart: Fraction | None
    recall: Callable[[Entry], tuple[PastPosition, ...]]

    @property
    def past(self) -> tuple[PastPosition, ...]:
        """What stood for the party in each round up to the one shown."""
        return self.recall(self.entry)

    @property
    def flat(self) -> tuple[str, ...]:
        """What is written of it as JSON, its cell's fields in one level with its own."""
        return _FLAT

    def flatten(self) -> tuple[Any, ...]:
        """The values of these."""
        return (*self.entry, self.accepted, self.claims_apart, self.past)


_FLAT = (*Entry._fields, "accepted", "claims_apart", "past")


def find_positions(
    talks: Talks, moments: Sequence[Standing], issue: Issue, entries: Sequence[Entry]
) -> Iterator[PartyPosition]:
    """The positions of the last of these rounds, given as entries, with their past through all of them."""
    row, scale, recall = moments[-1].cells.get(issue.id, {}), issue.scale, partial(find_past, talks, moments, issue)
    for entry in entries:
        tells = entry.accepts is not None or entry.fixed
        accepted = find_reaches(scale, row.get(entry.party)) if tells else None
        apart = measure_claims(scale, row[entry.party].position) if scale is not None and entry.claims else None
        yield PartyPosition(entry, accepted, apart, recall)


def find_reaches(scale: Scale | None, cell: Cell | None) -> tuple[Reach, ...] | None:
    """What a party could live with, in the words of the scale; None where it does not say, or there is no scale."""
    if scale is None or cell is None or find_stretch(cell.position) is None:
        return None
    ruler = Ruler(scale)
    pieces = find_accepted(ruler, cell.position)
    return None if pieces is None else tuple(name_reach(ruler, piece) for piece in pieces)


def measure_claims(scale: Scale, position: Position) -> Fraction | None:
    """The largest distance between two rival accounts of a stance; None where no two tell one."""
    pairs = combinations(find_accounts(position), 2)
    return max((scale.distance(one, other) for one, other in pairs), default=None)
