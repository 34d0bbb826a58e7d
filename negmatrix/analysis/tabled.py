"""The proposals on the table in one round."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from negmatrix.model.proposals import Proposal
from negmatrix.model.talks import Talks
from negmatrix.source import Text


class TabledProposal(NamedTuple):
    """A proposal as it is shown; `addresses` holds the issues in its terms too. Status is the last one known."""

    id: Text
    title: Text
    kind: Text | None
    objective: Text | None
    outcome: Text | None
    addresses: tuple[Text, ...]
    from_: tuple[Text, ...]
    stances: Mapping[Text, Text]
    terms: Mapping[Text, Text]
    status: str
    round: Text | None
    until: Text | None
    source: tuple[Text, ...]
    note: Text | None


def find_tabled(talks: Talks, index: int) -> tuple[TabledProposal, ...]:
    """The proposals that are shown in the round of an index: made by then, and not yet overtaken."""
    return tuple(describe_proposal(proposal) for proposal in _shown(talks, index))


def _shown(talks: Talks, index: int) -> Iterator[Proposal]:
    order = {round_id: number for number, round_id in enumerate(talks.rounds)}
    for proposal in talks.proposals.values():
        first = 0 if proposal.round is None else order[proposal.round]
        end = len(order) if proposal.until is None else order[proposal.until]
        if first <= index < end:
            yield proposal


def describe_proposal(proposal: Proposal) -> TabledProposal:
    """A proposal as it is shown, whether or not it is on the table."""
    return TabledProposal(
        id=proposal.id,
        title=proposal.title,
        kind=proposal.kind,
        objective=proposal.objective,
        outcome=proposal.outcome,
        addresses=tuple(dict.fromkeys((*proposal.addresses, *proposal.terms))),
        from_=proposal.proposers,
        stances=proposal.stances,
        terms=proposal.terms,
        status=proposal.status.value,
        round=proposal.round,
        until=proposal.until,
        source=proposal.sources,
        note=proposal.note,
    )
