"""The changes of one issue, and which parties to show where there are too many."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from negmatrix.analysis.changes import Change
from negmatrix.analysis.changes.records import IssueChange

MAX_PARTIES = 5
"""Of more parties than this, those that moved furthest are shown."""


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
    furthest = sorted(parties, key=lambda party: -max(map(_distance, parties[party])))[:MAX_PARTIES]
    chosen = set(furthest)
    return {party: changes for party, changes in parties.items() if party in chosen}


def _distance(change: Change) -> int:
    """How far a stance moved, in steps of the issue's scale; 0 for any other change."""
    return abs(change.shift.steps) if change.shift else 0
