"""Rounds that were written anew: two files or revisions of one talks, of which no round is named.

What was corrected in a round is told there and nowhere else. So a corrected round is compared with itself as it stands
in the later file but for the cells and verdicts that are written differently in this very round, and a new latest round
with the former latest as the later file has it.
"""

from collections.abc import Iterator, Mapping

from negmatrix.analysis.changes.comparing import compare
from negmatrix.analysis.changes.frame import Moment, frame, stand_in
from negmatrix.analysis.changes.patching import NOTHING, find_written, patch, patch_known
from negmatrix.analysis.changes.records import Changes, Side
from negmatrix.model.talks import Round
from negmatrix.source import NOWHERE

Labels = tuple[str, str]


def compare_revisions(before: Side, after: Side, guess: bool) -> Changes:
    """The latest round of each, with the earlier rounds that were corrected."""
    old, new = (stand_in(side.talks, *side.talks.rounds) for side in (before, after))
    labels = (before.label, after.label)
    later: dict[str, Moment] = {moment.standing.round.id: moment for moment in new if is_named(moment.standing.round)}
    latest = new[-1].standing.round.id
    corrections = tuple(
        correction
        for moment in old
        if moment.standing.round.id in later and moment.standing.round.id != latest
        for correction in _correct(moment, later[moment.standing.round.id], labels, guess)
    )
    found = _compare_latest(old, new[-1], later, labels, guess)
    if all(correction.summary.only for correction in corrections):
        return found._replace(corrections=corrections)
    return found._replace(corrections=corrections, summary=found.summary._replace(only=None))


def is_named(round_: Round) -> bool:
    """Whether a round's id was written by somebody, and not made up for talks of a single round."""
    return round_.id.source is not NOWHERE


def _correct(old: Moment, new: Moment, labels: Labels, guess: bool) -> Iterator[Changes]:
    """What was corrected in one round, if anything was."""
    framed = frame(old, new, guess)
    found = compare(patch_known(framed, find_written(framed)), labels, whole=False)
    if found.changes:
        yield found._replace(corrected=True)


def _compare_latest(
    old: list[Moment], new: Moment, later: Mapping[str, Moment], labels: Labels, guess: bool
) -> Changes:
    """The latest rounds: one and the same that was corrected, or a new one after the former latest as it is now."""
    name = old[-1].standing.round.id
    if name not in later:
        return compare(frame(old[-1], new, guess), labels)
    framed = frame(old[-1], later[name], guess)
    if name == new.standing.round.id:
        return compare(patch(framed, find_written(framed)), labels)._replace(corrected=True)
    whole = frame(old[-1], new, guess)
    earlier = whole.earlier._replace(standing=patch(framed, NOTHING).earlier.standing)
    return compare(whole._replace(earlier=earlier), labels)
