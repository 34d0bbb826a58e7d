"""Ideas and draft deals on the table."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from negmatrix.source import EMPTY, Text


class Status(Enum):
    """What became of a proposal."""

    TABLED = "tabled"
    WITHDRAWN = "withdrawn"
    ADOPTED = "adopted"
    REJECTED = "rejected"


class Proposal(NamedTuple):
    """A proposal: `terms` are what it would settle, as stances by issue; `stances` are for, against or open, by party.

    It is shown from `round` on (None: from the first), and until the round `until`, by which it is overtaken.
    """

    id: Text
    title: Text
    kind: Text | None = None
    objective: Text | None = None
    outcome: Text | None = None
    addresses: tuple[Text, ...] = ()
    proposers: tuple[Text, ...] = ()
    stances: Mapping[Text, Text] = EMPTY
    terms: Mapping[Text, Text] = EMPTY
    round: Text | None = None
    until: Text | None = None
    status: Status = Status.TABLED
    sources: tuple[Text, ...] = ()
    internal: bool = False
    note: Text | None = None
    unread: frozenset[str] = frozenset()
