"""A whole talks: one negotiation with its parties, issues, proposals and rounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from negmatrix.model.issues import Issue
from negmatrix.model.parties import Party, Source
from negmatrix.model.positions import Position
from negmatrix.model.proposals import Proposal
from negmatrix.model.scales import Scale
from negmatrix.model.verdicts import Verdict
from negmatrix.source import Text


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened around a round: a strike, a vote, an election."""

    what: Text
    date: Text | None = None
    sources: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One round: the positions written in it, by issue and party, and its verdicts by issue.

    `sources` are the default of its cells and verdicts.
    """

    id: Text
    title: Text
    date: Text | None = None
    sources: tuple[Text, ...] = ()
    positions: Mapping[Text, Mapping[Text, Position]] = field(default_factory=dict)
    verdicts: Mapping[Text, tuple[Verdict, ...]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    internal: bool = False
    note: Text | None = None
    unread: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which agreement on, 0 to 1, a pair is aligned, and from which partial."""

    aligned: Decimal = Decimal("0.75")
    partial: Decimal = Decimal("0.40")


@dataclass(frozen=True, slots=True)
class Talks:
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
    sources: Mapping[str, Source] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    unread: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def latest(self) -> Round:
        """The last round."""
        return list(self.rounds.values())[-1]
