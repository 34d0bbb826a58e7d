"""The changes of one issue, which of them to tell, and which parties to show where there are too many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.changes import Change, Kind
from negmatrix.analysis.changes.records import IssueChange
from negmatrix.views.percent import show_percent

MAX_PARTIES = 5
"""Of more parties than this, those that moved furthest are shown."""

STATEMENTS = frozenset(
    {Kind.MOVED, Kind.SWITCHED, Kind.STATED, Kind.RESTATED, Kind.CODED, Kind.UNCODED, Kind.REWORDED, Kind.CONFIRMED}
)
"""Changes that a new statement brought, whose confidence is not a change of its own."""


class IssueBlock(NamedTuple):
    """An issue with its own changes and those of its parties."""

    issue: IssueChange
    own: Sequence[Change]
    parties: Mapping[str, Sequence[Change]]


def choose_parties(block: IssueBlock) -> Mapping[str, Sequence[Change]]:
    """The parties that moved furthest, in their order; all where they are few."""
    parties = block.parties
    if len(parties) <= MAX_PARTIES:
        return parties
    ways = {party: max(map(_distance, changes)) for party, changes in parties.items()}
    chosen = set(sorted(ways, key=ways.__getitem__, reverse=True)[:MAX_PARTIES])
    return {party: changes for party, changes in parties.items() if party in chosen}


def _distance(change: Change) -> int:
    """How far a stance moved, in steps of the issue's scale; 0 for any other change."""
    shift = change.shift
    return 0 if shift is None else abs(shift.steps)


def count_rest(block: IssueBlock, shown: Mapping[str, object]) -> tuple[str, str] | None:
    """How many further parties changed something, and what; None where all are shown."""
    rest = [change for party, about in block.parties.items() if party not in shown for change in about]
    if not rest:
        return None
    kinds = Counter([change.kind for change in rest])
    told = ", ".join(f"{count} {kind.value}" for kind, count in kinds.items())
    return f"and {len(block.parties) - len(shown)} more", told


def leave_out_told(changes: Sequence[Change]) -> list[Change]:
    """All that a party changed but what is told by another change: that it no longer accepts what it left is told with its
    red line.
    """
    if len(changes) == 1:
        return [*changes]
    kinds = {change.kind for change in changes}
    new, crossed = not kinds.isdisjoint(STATEMENTS), Kind.RED_LINE_CROSSED in kinds
    return [
        change
        for change in changes
        if not (new and change.kind is Kind.CONFIDENCE)
        and not (crossed and change.kind is Kind.ACCEPTS and change.after is None)
    ]


def is_unsure(changes: Sequence[Change]) -> bool:
    """Whether the coder is unsure of what a party says now."""
    return "low" in [change.after for change in changes if change.kind is Kind.CONFIDENCE]


def show_agreement(issue: IssueChange, unknown: str) -> str | None:
    """The whole agreement before and after; None where it did not change."""
    before, after = issue.whole_before, issue.whole_after
    return None if before == after else f"{_show_side(before, unknown)} → {_show_side(after, unknown)}"


def _show_side(share: Fraction | None, unknown: str) -> str:
    return unknown if share is None else show_percent(share)


def tell_composition(issue: IssueChange) -> str | None:
    """The agreement of those with a stance both times, where others came or went; None where nobody did."""
    if not issue.composition or issue.before is None:
        return None
    before, after = show_percent(issue.before), show_percent(issue.after)
    alike = f"still {after}" if issue.before == issue.after else f"{before} → {after}"
    return f"agreement of the {issue.n} with a stance both times: {alike}"
