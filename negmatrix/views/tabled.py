"""The proposals on the table, by their kind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from negmatrix.analysis.tabled import TabledProposal
from negmatrix.document import Block, Cell, Column, Heading, Line, Rank, Row, Table, Tone
from negmatrix.views.sheet import Cite, Sheet


class _Field(NamedTuple):
    title: str
    tell: Callable[[TabledProposal, Mapping[str, str]], str]


def show_proposals(sheet: Sheet) -> tuple[Block, ...]:
    """The proposals of a matrix, under a heading; nothing without any."""
    tables = show_tabled(sheet.result.proposals, sheet.names, sheet.cite)
    return (Heading("Proposals"), *tables) if tables else ()


def show_tabled(proposals: Sequence[TabledProposal], names: Mapping[str, str], cite: Cite) -> tuple[Block, ...]:
    """A table of proposals, grouped by kind, with just the columns that some proposal fills; nothing without any."""
    if not proposals:
        return ()
    fields = [field for field in FIELDS if any(field.tell(proposal, names) for proposal in proposals)]
    columns = (Column("Proposal", fixed=True), *(Column(field.title) for field in fields))
    rows = tuple(_rows(proposals, names, cite, fields))
    return (Table("Proposals on the table", columns, rows, "details"),)


def _rows(
    proposals: Sequence[TabledProposal], names: Mapping[str, str], cite: Cite, fields: Sequence[_Field]
) -> Iterator[Row]:
    for kind in sorted(dict.fromkeys(proposal.kind for proposal in proposals), key=lambda kind: kind is not None):
        if kind is not None:
            yield Row((_text(kind[:1].upper() + kind[1:], span=len(fields) + 1),), Rank.GROUP)
        for proposal in proposals:
            if proposal.kind == kind:
                title = _text(proposal.title, cite(proposal.source))
                yield Row((title, *(_text(field.tell(proposal, names)) for field in fields)))


def _text(words: str, notes: tuple[int, ...] = (), span: int = 1) -> Cell:
    return Cell((Line(words),), str(words) or None, Tone.PLAIN, notes, span)


def _backers(proposal: TabledProposal, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(party, party) for party in proposal.from_)


def _stances(proposal: TabledProposal, names: Mapping[str, str]) -> str:
    """As in: for: Coast, Port · against: Union."""
    told = {
        word: [names.get(party, party) for party, stance in proposal.stances.items() if stance == word]
        for word in ("for", "against", "open")
    }
    return " · ".join(f"{word}: {', '.join(parties)}" for word, parties in told.items() if parties)


def _status(proposal: TabledProposal, _: Mapping[str, str]) -> str:
    return "" if proposal.status == "tabled" else proposal.status


FIELDS = (
    _Field("Objective", lambda proposal, _: proposal.objective or ""),
    _Field("Outcome", lambda proposal, _: proposal.outcome or ""),
    _Field("From", _backers),
    _Field("Stances", _stances),
    _Field("Status", _status),
)
