"""Where a stance moved: how far, and toward or away from whom."""

from collections.abc import Mapping

from negmatrix.analysis.changes.crowd import Approach
from negmatrix.analysis.changes.field import Field
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.analysis.changes.roll import Roll
from negmatrix.analysis.changes.shift import Shift
from negmatrix.model.standing import Cell


def compare_stances(
    field: Field, approaches: Mapping[str, Approach], before: Cell, after: Cell, unit: str | None, roll: Roll
) -> Change | None:
    """How a party's stance moved or switched; None where it is the same."""
    party = after.position.party
    old, new = field.before[party], field.after[party]
    if old == new:
        return None
    steps, was, now = field.steps, before.position, after.position
    shift = Shift(new - old, steps.length, field.unit, steps.ordered, approaches.get(party), roll)
    kind = Kind.MOVED if steps.ordered else Kind.SWITCHED
    return Change(kind, now.issue, party, was.stance, now.stance, shift, unit, was.says, now.says)
