"""Issues that came, went, were raised, renamed, weighed or scaled anew."""

from collections.abc import Iterator

from negmatrix.analysis.changes.fields import ISSUE, compare_fields
from negmatrix.analysis.changes.frame import Frame, Matched, Moment
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.model.scales import Levels, Range, Scale
from negmatrix.source import Text


def compare_issue(issue: Matched) -> Iterator[Change]:
    """What changed in the issue itself, between two files."""
    old, new, base = issue.before, issue.after, Change(Kind.ADDED, issue.id, guess=issue.guess)
    if old is None or new is None:
        yield base._replace(kind=Kind.DROPPED) if new is None else base
        return
    if old.id != new.id:
        yield base._replace(kind=Kind.RENAMED, before=old.id, after=new.id)
    base = Change(Kind.DETAIL, issue.id)
    if old.weight != new.weight:
        yield base._replace(kind=Kind.WEIGHT, before=old.weight, after=new.weight)
    if not issue.comparable or (old.scale is None) is not (new.scale is None):
        yield base._replace(kind=Kind.RESCALED, before=describe_scale(old.scale), after=describe_scale(new.scale))
    elif old.scale != new.scale:
        before, after = describe_scale(old.scale), describe_scale(new.scale)
        kind = Kind.NOTE if before == after else Kind.DETAIL
        yield base._replace(kind=kind, field="scale", before=before, after=after)
    yield from compare_fields(old, new, ISSUE, base)


def find_raised(frame: Frame, issue: Matched) -> Iterator[Change]:
    """An issue that nobody had a position on in any round up to the earlier one, and somebody has in the later one."""
    if issue.before is None or issue.after is None or _was_heard(frame.before, issue.before.id):
        return
    if frame.later.standing.cells.get(issue.id):
        yield Change(Kind.RAISED, issue.id)


def _was_heard(moment: Moment, issue: Text) -> bool:
    rounds = list(moment.talks.rounds.values())[: moment.standing.turn + 1]
    return any(round_.positions.get(issue) for round_ in rounds)


def describe_scale(scale: Scale | None) -> str:
    """A scale in one line, as in: 0 to 100 kt; against, open, for."""
    match scale:
        case None:
            return "text only"
        case Range():
            return f"{scale.ends[0]} to {scale.ends[1]}" + (f" {scale.unit}" if scale.unit else "")
        case Levels():
            levels = (level.name if level.at is None else f"{level.name} ({level.at:f})" for level in scale.levels)
            return ", ".join(levels) + (f" {scale.unit}" if scale.unit else "")
        case _:
            return "options: " + ", ".join(scale.names)
