"""Every source as it is cited, and what is not sourced."""

from collections.abc import Iterator

from negmatrix.checks.written import all_written, written_rows
from negmatrix.model.positions import Position
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def cited_texts(talks: Talks) -> Iterator[Text]:
    """All words that stand in a field `source`."""
    for party in talks.parties.values():
        yield from party.sources
    for issue in talks.issues.values():
        yield from issue.sources
    for proposal in talks.proposals.values():
        yield from proposal.sources
    for round_ in talks.rounds.values():
        yield from round_.sources
        for event in round_.events:
            yield from event.sources
        for verdicts in round_.verdicts.values():
            for verdict in verdicts:
                yield from verdict.sources
    for _, row in written_rows(talks):
        for position in all_written(row):
            yield from _cited_in(position)


def _cited_in(position: Position) -> Iterator[Text]:
    yield from position.sources
    for claim in position.claims:
        yield from claim.sources
