"""What happened, in numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from negmatrix.analysis.changes.frame import Frame
from negmatrix.analysis.changes.kinds import QUIET, Kind
from negmatrix.analysis.changes.records import Change, Summary
from negmatrix.model.talks import Talks

_VERDICTS = frozenset({Kind.SETTLED, Kind.PARKED, Kind.REOPENED})


def sum_up(frame: Frame, changes: Sequence[Change]) -> Summary:
    """The counts of a comparison."""
    kinds = Counter([change.kind for change in changes])
    whole = Counter([change.kind for change in changes if change.kind in _VERDICTS and not change.between])
    gains = [shift.gain for change in changes if (shift := change.shift)]
    return Summary(
        moved=kinds[Kind.MOVED],
        switched=kinds[Kind.SWITCHED],
        closer=sum(gain > 0 for gain in gains),
        further=sum(gain < 0 for gain in gains),
        red_lines_crossed=kinds[Kind.RED_LINE_CROSSED],
        settled=whole[Kind.SETTLED],
        parked=whole[Kind.PARKED],
        reopened=whole[Kind.REOPENED],
        joined=kinds[Kind.JOINED],
        left=kinds[Kind.LEFT],
        kinds={kind.value: kinds[kind] for kind in Kind if kinds[kind]},
        only=_find_only(frame, kinds.keys() - QUIET),
    )


def _find_only(frame: Frame, loud: set[Kind]) -> str | None:
    """What changed where nothing did that matters: nothing, order, notes and sources."""
    if loud:
        return None
    before, after = frame.before.talks, frame.after.talks
    if before is after or (before == after and list(_orders(before)) == list(_orders(after))):
        return "nothing"
    return "order" if before == after else "notes and sources"


def _orders(talks: Talks) -> Iterator[list[str]]:
    """The order in which everything stands in the file."""
    yield from map(list, (talks.parties, talks.issues, talks.sources, talks.scales, talks.proposals, talks.rounds))
    for round_ in talks.rounds.values():
        yield list(round_.positions)
        yield list(round_.verdicts)
        yield from map(list, round_.positions.values())
