"""A whole talks: one negotiation with its parties, issues, proposals and rounds."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from negmatrix.model.issues import Issue
from negmatrix.model.parties import Party, Source
from negmatrix.model.positions import Position
from negmatrix.model.proposals import Proposal
from negmatrix.model.scales import Scale
from negmatrix.model.verdicts import Verdict
from negmatrix.source import EMPTY, Text


class Event(NamedTuple):
    """Something that happened around a round: a strike, a vote, an election."""

    what: Text
    date: Text | None = None
    sources: tuple[Text, ...] = ()


class Round(NamedTuple):
    """One round: the positions written in it, by issue and party, and its verdicts by issue.

    `sources` are the default of its cells and verdicts.
    """

    id: Text
    title: Text
    date: Text | None = None
    sources: tuple[Text, ...] = ()
    positions: Mapping[Text, Mapping[Text, Position]] = EMPTY
    verdicts: Mapping[Text, tuple[Verdict, ...]] = EMPTY
    events: tuple[Event, ...] = ()
    internal: bool = False
    note: Text | None = None
    unread: frozenset[str] = frozenset()


class Thresholds(NamedTuple):
    """From which agreement on, 0 to 1, a pair is aligned, and from which partial."""

    aligned: Decimal = Decimal("0.75")
    partial: Decimal = Decimal("0.40")


class Talks(NamedTuple):
    """A negotiation. All sections map ids, as written, to records in the order of the file.

    `tables` tell who negotiates with whom (none: all with all). `unread` names sections that could not be read,
    on which no check may rest.
    """

    title: Text
    parties: Mapping[str, Party]
    issues: Mapping[str, Issue]
    rounds: Mapping[str, Round]
    about: Text | None = None
    tables: tuple[tuple[Text, ...], ...] = ()
    thresholds: Thresholds = Thresholds()
    carry_forward: bool = True
    stale_after: int | None = None
    sources: Mapping[str, Source] = EMPTY
    scales: Mapping[str, Scale] = EMPTY
    proposals: Mapping[str, Proposal] = EMPTY
    unread: frozenset[str] = frozenset()

    @property
    def latest(self) -> Round:
        """The last round."""
        return list(self.rounds.values())[-1]
