"""A talks made public: what is marked internal, and what only the coder and the client should know, taken out.

Everything is computed from the redacted talks, so that no number rests on what is not shown.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from negmatrix.analysis.redacted_cells import redact_position, redact_verdicts
from negmatrix.analysis.redacted_sources import redact_sources
from negmatrix.model.citing import find_citation
from negmatrix.model.issues import Issue
from negmatrix.model.parties import Party
from negmatrix.model.positions import Position
from negmatrix.model.proposals import Proposal
from negmatrix.model.talks import Event, Round, Talks
from negmatrix.source import Text

_Value = TypeVar("_Value")


class _Public(NamedTuple):
    """Which records of a talks are public, by id."""

    talks: Talks
    parties: frozenset[str]
    issues: frozenset[str]
    rounds: tuple[str, ...]

    def cited(self, sources: Iterable[Text]) -> tuple[Text, ...]:
        """The citations that lead to public sources."""
        return tuple(cited for cited in sources if self._is_public(cited))

    def _is_public(self, cited: Text) -> bool:
        found = find_citation(self.talks.sources, cited)
        return found is not None and not found.source.internal

    def named(self, parties: Iterable[Text]) -> tuple[Text, ...]:
        """The parties that are public."""
        return tuple(party for party in parties if party in self.parties)

    def next_round(self, wanted: Text | None) -> Text | None:
        """A round or, when that is internal, the next public one; None when none follows."""
        order = list(self.talks.rounds)
        later = order[order.index(wanted) :] if wanted is not None else []
        return next((Text(name) for name in later if name in self.rounds), None)


def redact(talks: Talks) -> Talks:
    """The public version of a talks.

    Out are records marked internal, and of all others what a party accepts or rejects, `fixed`, red lines, salience,
    confidence, interests, batna, power and notes, and sources that nothing cites any more.
    """
    public = _Public(
        talks,
        frozenset(name for name, party in talks.parties.items() if not party.internal),
        frozenset(name for name, issue in talks.issues.items() if not issue.internal),
        tuple(name for name, round_ in talks.rounds.items() if not round_.internal),
    )
    rounds = {name: _redact_round(public, talks.rounds[name]) for name in public.rounds}
    redacted = talks._replace(
        parties={name: _redact_party(public, talks.parties[name]) for name in talks.parties if name in public.parties},
        issues={name: _redact_issue(public, talks.issues[name]) for name in talks.issues if name in public.issues},
        tables=tuple(public.named(table) for table in talks.tables),
        rounds=rounds or {"1": Round(Text("1"), Text("1"))},
        proposals=_redact_proposals(public),
    )
    return redacted._replace(sources=redact_sources(redacted))


def _redact_party(public: _Public, party: Party) -> Party:
    """Who belongs to an internal bloc within a bloc is not told, and so no member of that one."""
    return party._replace(
        batna=None,
        power=Party(party.id, party.name).power,
        members=public.named(party.members),
        sources=public.cited(party.sources),
        note=None,
    )


def _redact_issue(public: _Public, issue: Issue) -> Issue:
    return issue._replace(sources=public.cited(issue.sources), note=None)


def _redact_round(public: _Public, round_: Round) -> Round:
    sources = public.cited(round_.sources)
    rows = {issue: row for issue, row in round_.positions.items() if issue in public.issues}
    return round_._replace(
        sources=sources,
        positions={issue: _redact_row(public, row) for issue, row in rows.items()},
        verdicts=_keep(
            round_.verdicts,
            lambda issue, told: redact_verdicts(told, public.parties, public.cited) if issue in public.issues else (),
        ),
        events=tuple(_redact_event(public, event) for event in round_.events),
        note=None,
    )


def _redact_row(public: _Public, row: Mapping[Text, Position]) -> dict[Text, Position]:
    return _keep(
        row,
        lambda party, position: (
            redact_position(position, public.issues, public.cited) if party in public.parties else None
        ),
    )


def _redact_event(public: _Public, event: Event) -> Event:
    return event._replace(sources=public.cited(event.sources))


def _keep(section: Mapping[Text, _Value], redacted: Callable[[Text, _Value], _Value | None]) -> dict[Text, _Value]:
    found = ((key, redacted(key, value)) for key, value in section.items())
    return {key: value for key, value in found if value}


def _redact_proposals(public: _Public) -> dict[str, Proposal]:
    found = ((name, _redact_proposal(public, one)) for name, one in public.talks.proposals.items() if not one.internal)
    return {name: proposal for name, proposal in found if proposal is not None}


def _redact_proposal(public: _Public, proposal: Proposal) -> Proposal | None:
    """None for a proposal that came up in an internal round which no public one follows."""
    shown_from = public.next_round(proposal.round)
    if proposal.round is not None and shown_from is None:
        return None
    return proposal._replace(
        addresses=tuple(issue for issue in proposal.addresses if issue in public.issues),
        proposers=public.named(proposal.proposers),
        stances={party: stance for party, stance in proposal.stances.items() if party in public.parties},
        terms={issue: term for issue, term in proposal.terms.items() if issue in public.issues},
        round=shown_from,
        until=public.next_round(proposal.until),
        sources=public.cited(proposal.sources),
        note=None,
    )
