"""Details of the talks itself, of its round and of its sources, between two files."""

from collections.abc import Iterator

from negmatrix.analysis.changes.fields import ROUND, TALKS, compare_fields
from negmatrix.analysis.changes.frame import Frame
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.model.talks import Talks


def compare_talks(frame: Frame) -> Iterator[Change]:
    """Title, tables, thresholds and the like; the round's own details where both sides are the same round."""
    before, after = frame.before, frame.after
    base = Change(Kind.DETAIL)
    yield from compare_fields(before.talks, after.talks, TALKS, base)
    if before.standing.round.id == after.standing.round.id:
        for change in compare_fields(before.standing.round, after.standing.round, ROUND, base):
            yield change._replace(field=f"round_{change.field}")
    yield from _compare_sources(before.talks, after.talks)


def _compare_sources(before: Talks, after: Talks) -> Iterator[Change]:
    for name in dict.fromkeys((*before.sources, *after.sources)):
        old, new = before.sources.get(name), after.sources.get(name)
        if old != new:
            yield Change(Kind.SOURCE, field=name, before=old.title if old else None, after=new.title if new else None)
