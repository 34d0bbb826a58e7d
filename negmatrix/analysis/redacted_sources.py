"""Sources of a talks made public: those that something in it still cites."""

from collections.abc import Iterator

from negmatrix.model.citing import find_citation
from negmatrix.model.parties import Source
from negmatrix.model.positions import Position
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def redact_sources(talks: Talks) -> dict[str, Source]:
    """The sources that something in a redacted talks cites, without their notes."""
    cited = {found.source.id for text in _citations(talks) if (found := find_citation(talks.sources, text))}
    return {name: source._replace(note=None) for name, source in talks.sources.items() if source.id in cited}


def _citations(talks: Talks) -> Iterator[Text]:
    for section in (talks.parties, talks.issues, talks.proposals):
        yield from (cited for record in section.values() for cited in record.sources)
    for round_ in talks.rounds.values():
        yield from round_.sources
        yield from (cited for event in round_.events for cited in event.sources)
        yield from (cited for told in round_.verdicts.values() for verdict in told for cited in verdict.sources)
        yield from (
            cited for row in round_.positions.values() for cell in row.values() for cited in _cell_citations(cell)
        )


def _cell_citations(cell: Position) -> Iterator[Text]:
    for position in (*cell.earlier, cell):
        yield from position.sources
        yield from (cited for claim in position.claims for cited in claim.sources)
