"""The way in: two sides to all that changed between them."""

from negmatrix.analysis.changes.comparing import compare
from negmatrix.analysis.changes.corrections import compare_revisions
from negmatrix.analysis.changes.frame import frame, stand_in
from negmatrix.analysis.changes.records import Changes, Side


def measure_changes(before: Side, after: Side, guess: bool = True) -> Changes:
    """All that changed from one side to the other, between rounds of one talks or between two.

    With `guess`, an issue or party that bears a new id without saying what it was is taken for the one with the same
    title or the same positions, and marked. Between two talks of which no round is named, rounds of one id that differ
    are corrected, and the latest are compared after that.
    """
    if before.talks is after.talks:
        first, last = stand_in(after.talks, before.round, after.round)
        return compare(frame(first, last, guess), (before.label, after.label))
    if before.round is None and after.round is None:
        return compare_revisions(before, after, guess)
    (first,), (last,) = stand_in(before.talks, before.round), stand_in(after.talks, after.round)
    return compare(frame(first, last, guess), (before.label, after.label))
