"""Rounds that were written anew: two files or revisions of one talks, of which no round is named.

What was corrected in a round is told there and nowhere else: its earlier side is the later file's round with just those
cells and verdicts as they were that are written differently in this very round.
"""


from negmatrix.analysis.changes.frame import stand_in
from negmatrix.analysis.changes.records import Changes, Side
from negmatrix.model.talks import Round
from negmatrix.source import NOWHERE


def compare_revisions(before: Side, after: Side, guess: bool) -> Changes:
    """The latest round of each, with the earlier rounds that were corrected."""
    old, new = (stand_in(side.talks, *side.talks.rounds) for side in (before, after))
    later = {moment.standing.round.id: moment for moment in new if is_named(moment.standing.round)}
    corrections = tuple(
        correction
        for moment in old
        if moment.standing.round.id in later and moment is not old[-1]
        for correction in _correct(moment, later[moment.standing.round.id], (before.label, after.label), guess)
    )
    return _compare_latest(old[-1], new[-1], later, (before.label, after.label), guess, corrections)


def is_named(round_: Round) -> bool:
    """Whether a round's id was written by somebody, and not made up for talks of a single round."""
    return round_.id.source is not NOWHERE
