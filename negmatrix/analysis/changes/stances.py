"""Where a stance moved: how far, and toward or away from whom."""

from negmatrix.analysis.changes.issue_cells import IssueCells
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.analysis.changes.roll import Roll
from negmatrix.analysis.changes.shift import Shift
from negmatrix.model.positions import Position


def compare_stances(cells: IssueCells, before: Position, after: Position, roll: Roll) -> Change | None:
    """How a party's stance moved or switched; None where it is the same, or not known both times."""
    field, party = cells.field, after.party
    if field is None:
        return None
    old, new = field.before.get(party), field.after.get(party)
    if old is None or new is None or old == new:
        return None
    steps = field.steps
    shift = Shift(new - old, steps.length, field.unit, steps.ordered, cells.approaches.get(party), roll)
    kind = Kind.MOVED if steps.ordered else Kind.SWITCHED
    return Change(kind, after.issue, party, before.stance, after.stance, shift, cells.unit, before.says, after.says)
