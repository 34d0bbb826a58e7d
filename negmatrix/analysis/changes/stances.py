"""Where a stance moved: how far, and toward or away from whom."""

from negmatrix.analysis.changes.issue_cells import IssueCells
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.model.positions import Position


def compare_stances(cells: IssueCells, before: Position, after: Position) -> Change | None:
    """How a party's stance moved or switched; None where it is the same, or not known both times."""
    party = after.party
    shift = cells.shifts.get(party)
    if shift is None or shift.old == shift.new:
        return None
    kind = Kind.MOVED if shift.crowd.ordered else Kind.SWITCHED
    return Change(kind, after.issue, party, before.stance, after.stance, shift, cells.unit, before.says, after.says)
