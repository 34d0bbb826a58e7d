"""A talks made smaller: some topics, issues and parties, as if there were no others."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from negmatrix.model.counting import members_of
from negmatrix.model.parties import Party
from negmatrix.model.proposals import Proposal
from negmatrix.model.talks import Round, Talks
from negmatrix.model.verdicts import Verdict
from negmatrix.source import Text

_Record = TypeVar("_Record")


def narrow(
    talks: Talks, topics: Collection[str] = (), issues: Collection[str] = (), parties: Collection[str] = ()
) -> Talks:
    """The talks with these parties only, and with the issues that are named or belong to a topic named.

    An empty list keeps all. Who shared no table with anybody left still shares none, and who was in a bloc of a bloc is
    in it still. Proposals stay that concern what is left.
    """
    kept_issues = {
        issue.id
        for issue in talks.issues.values()
        if not (topics or issues) or issue.id in issues or (issue.topic is not None and issue.topic in topics)
    }
    kept_parties = {party for party in talks.parties if not parties or party in parties}
    return talks._replace(
        parties={key: _narrow_party(talks, party, kept_parties) for key, party in _keep(talks.parties, kept_parties)},
        issues=dict(_keep(talks.issues, kept_issues)),
        tables=_narrow_tables(talks, kept_parties),
        rounds={key: _narrow_round(round_, kept_issues, kept_parties) for key, round_ in talks.rounds.items()},
        proposals={
            key: _narrow_proposal(proposal, kept_issues, kept_parties)
            for key, proposal in talks.proposals.items()
            if _concerns(proposal, talks, kept_issues, kept_parties)
        },
    )


def _keep(records: Mapping[str, _Record], kept: Collection[str]) -> list[tuple[str, _Record]]:
    return [(key, record) for key, record in records.items() if key in kept]


def _narrow_party(talks: Talks, party: Party, kept: Collection[str]) -> Party:
    if not party.members:
        return party
    inside = members_of(talks, party.id)
    return party._replace(members=tuple(other.id for other in talks.parties.values() if other.id in inside & set(kept)))


def _narrow_tables(talks: Talks, kept: Collection[str]) -> tuple[tuple[Text, ...], ...]:
    """The tables with who is left of each; one empty table when nobody is, since no table at all would mean one for
    all.
    """
    tables = tuple(tuple(party for party in table if party in kept) for table in talks.tables)
    return tuple(table for table in tables if table) or tables[:1]


def _narrow_round(round_: Round, issues: Collection[str], parties: Collection[str]) -> Round:
    return round_._replace(
        positions={
            issue: {party: position for party, position in row.items() if party in parties}
            for issue, row in round_.positions.items()
            if issue in issues
        },
        verdicts={
            issue: tuple(_narrow_verdict(verdict, parties) for verdict in verdicts if _binds(verdict, parties))
            for issue, verdicts in round_.verdicts.items()
            if issue in issues
        },
    )


def _binds(verdict: Verdict, parties: Collection[str]) -> bool:
    """Whether a verdict holds between some who are left; all are meant when it names none."""
    return not verdict.between or sum(party in parties for party in verdict.between) > 1


def _narrow_verdict(verdict: Verdict, parties: Collection[str]) -> Verdict:
    if not verdict.between and not verdict.over:
        return verdict
    between = tuple(party for party in verdict.between if party in parties)
    return verdict._replace(between=between, over=tuple(party for party in verdict.over if party in parties))


def _concerns(proposal: Proposal, talks: Talks, issues: Collection[str], parties: Collection[str]) -> bool:
    """Whether a proposal is about an issue and of a party that are left; about or of nobody in particular: about all."""
    about = {*proposal.addresses, *proposal.terms}
    people = {*proposal.proposers, *proposal.stances}
    everything = len(issues) == len(talks.issues)
    return (everything or not about.isdisjoint(issues)) and (not people or not people.isdisjoint(parties))


def _narrow_proposal(proposal: Proposal, issues: Collection[str], parties: Collection[str]) -> Proposal:
    return proposal._replace(
        addresses=tuple(issue for issue in proposal.addresses if issue in issues),
        terms={issue: term for issue, term in proposal.terms.items() if issue in issues},
        proposers=tuple(party for party in proposal.proposers if party in parties),
        stances={party: stance for party, stance in proposal.stances.items() if party in parties},
    )
