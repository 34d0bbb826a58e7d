"""Proposals as a document: what is on the table, what it deals with, and how it fits; or two drafts side by side."""

from collections.abc import Iterator

from negmatrix.analysis.fit_records import Proposals
from negmatrix.document import Block, Document, Heading, Paragraph, Tone
from negmatrix.views.footnotes import show_references
from negmatrix.views.headline import show_round
from negmatrix.views.percent import count_of
from negmatrix.views.proposals_compared import show_side_by_side
from negmatrix.views.proposals_coverage import show_coverage
from negmatrix.views.proposals_fit import show_fit
from negmatrix.views.proposals_style import ProposalsStyle, find_proposals_style
from negmatrix.views.tabled import show_tabled


def show_measured_proposals(result: Proposals) -> Document:
    """The document of proposals."""
    style = find_proposals_style(result)
    body = _show_compared(result, style) if result.compared else _show_all(result, style)
    sources = (Heading("Sources"), show_references(result.sources)) if result.sources else ()
    return Document(f"{result.talks.title}: proposals", (_show_head(result), *body, *sources))


def _show_head(result: Proposals) -> Heading:
    titles = [one.proposal.title for one in result.compared]
    name = " – ".join(titles) or "Proposals"
    issues = count_of(len(result.issues), "issue", result.talks.of_issues)
    size = () if titles else (count_of(len(result.proposals), "proposal"),)
    return Heading(" · ".join((name, *show_round(result.talks), *size, issues)), 1)


def _show_all(result: Proposals, style: ProposalsStyle) -> Iterator[Block]:
    if not result.proposals:
        yield Paragraph("No proposal is on the table in this round.")
    else:
        yield from show_tabled([one.proposal for one in result.proposals], style.names, style.cite)
        yield from show_coverage(result, style)
        yield from show_fit(result.proposals, result.weights, style)
    if result.others:
        others = ", ".join(result.others)
        yield Paragraph(f"On the table in other rounds only: {others}.", Tone.MUTED)


def _show_compared(result: Proposals, style: ProposalsStyle) -> Iterator[Block]:
    yield from show_side_by_side(result.compared, style)
    yield from show_fit(result.compared, result.weights, style)
