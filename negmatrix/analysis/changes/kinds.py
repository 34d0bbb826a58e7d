"""The kinds of change, in the words that people read, type after `--only` and find in JSON."""

from enum import Enum


class Kind(Enum):
    """What happened to a cell, an issue, a party, a verdict, a proposal or a detail."""

    MOVED = "moved"
    SWITCHED = "switched"
    STATED = "stated"
    NO_LONGER_RECORDED = "no longer recorded"
    WITHDRAWN = "withdrawn"
    RESTATED = "restated"
    NOT_APPLICABLE = "not applicable now"
    APPLICABLE = "applicable now"
    CODED = "coded"
    UNCODED = "uncoded"
    REWORDED = "reworded"
    CONFIRMED = "confirmed"
    RED_LINE_CROSSED = "red line crossed"
    ACCEPTS = "accepts changed"
    REJECTS = "rejects changed"
    SALIENCE = "salience changed"
    CONFIDENCE = "confidence changed"
    SOURCE = "source changed"
    NOTE = "note changed"
    DETAIL = "detail changed"
    ADDED = "issue added"
    DROPPED = "issue dropped"
    RENAMED = "renamed"
    RAISED = "raised"
    WEIGHT = "weight changed"
    RESCALED = "rescaled"
    JOINED = "joined"
    LEFT = "left"
    FIRST_HEARD = "first heard"
    SETTLED = "settled"
    PARKED = "parked"
    REOPENED = "reopened"
    VERDICT = "verdict changed"
    TABLED = "proposal tabled"
    OVERTAKEN = "proposal overtaken"
    STATUS = "proposal status changed"
    TERMS = "proposal terms changed"

    __hash__ = object.__hash__  # each member is there once; Enum's own hash is a call for each of many changes


QUIET = frozenset({Kind.SOURCE, Kind.NOTE})
"""Changes that say nothing about the talks themselves."""

MIRRORS = {
    Kind.STATED: Kind.NO_LONGER_RECORDED,
    Kind.WITHDRAWN: Kind.RESTATED,
    Kind.NOT_APPLICABLE: Kind.APPLICABLE,
    Kind.CODED: Kind.UNCODED,
    Kind.ADDED: Kind.DROPPED,
    Kind.JOINED: Kind.LEFT,
    Kind.SETTLED: Kind.REOPENED,
    Kind.TABLED: Kind.OVERTAKEN,
}
"""What each kind is when the two rounds are swapped; kinds that are not here mirror themselves."""


def find_kind(words: str) -> Kind | None:
    """A kind by its words, in which hyphens may stand for blanks; None when there is none."""
    plain = words.replace("-", " ").casefold()
    return next((kind for kind in Kind if kind.value == plain), None)
