"""Where positions are known from."""

from collections.abc import Iterator

from negmatrix.checks.citations import cited_texts
from negmatrix.checks.written import all_written, written_rows
from negmatrix.diagnostics import Diagnostic, Severity, note, quote
from negmatrix.model.citing import find_citation
from negmatrix.model.positions import STATED, Position
from negmatrix.model.talks import Talks
from negmatrix.source import Span


def check_positions_sourced(talks: Talks) -> Iterator[Diagnostic]:
    """Where the talks list sources, a position says where it is known from, by its own `source` or by that of its round."""
    if _lists_sources(talks):
        yield from _find_unsourced(talks, Severity.WARNING)


def check_sources_listed(talks: Talks) -> Iterator[Diagnostic]:
    """Where they list none, that is a note."""
    if not _lists_sources(talks):
        yield from _find_unsourced(talks, Severity.NOTE)


def _lists_sources(talks: Talks) -> bool:
    return bool(talks.sources) or "sources" in talks.unread


def _find_unsourced(talks: Talks, severity: Severity) -> Iterator[Diagnostic]:
    bare = list(dict.fromkeys(_bare_places(talks)))
    if bare:
        cure = "give a source to it or to its round"
        yield Diagnostic("no-source", severity, "this position has no source", bare[0], cure, (), tuple(bare[1:]))


def _bare_places(talks: Talks) -> Iterator[Span]:
    for round_ in talks.rounds.values():
        if round_.sources or "sources" in round_.unread:
            continue
        for row in round_.positions.values():
            for position in all_written(row):
                if not position.sources and not _is_sourced(position):
                    yield position.party.at


def _is_sourced(position: Position) -> bool:
    """Whether a position without a source of its own has them in its claims, or needs none."""
    if position.state is not STATED or "sources" in position.unread or "claims" in position.unread:
        return True
    if position.claims:
        return all(claim.sources for claim in position.claims)
    return position.stance is None and position.says is None


def check_sources_used(talks: Talks) -> Iterator[Diagnostic]:
    """A source that is listed and cited nowhere may be left out."""
    citations = [find_citation(talks.sources, text) for text in set(cited_texts(talks))]
    if None in citations or _anything_unread(talks):
        return
    cited = {citation.source.id for citation in citations if citation is not None}
    for source in talks.sources.values():
        if source.id not in cited:
            yield note("unused-source", f"the source {quote(source.id)} is cited nowhere", source.id.at)


def _anything_unread(talks: Talks) -> bool:
    """Whether something that may cite a source could not be read."""
    if talks.unread or any(round_.unread for round_ in talks.rounds.values()):
        return True
    unread = (
        *(party.unread for party in talks.parties.values()),
        *(issue.unread for issue in talks.issues.values()),
        *(proposal.unread for proposal in talks.proposals.values()),
    )
    if any(unread):
        return True
    return any(position.unread for _, row in written_rows(talks) for position in all_written(row))
