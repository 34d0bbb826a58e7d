"""A whole report, for somebody who has never seen the tool."""

from collections.abc import Iterator, Mapping

from negmatrix.analysis.citations import Reference
from negmatrix.analysis.report import Report
from negmatrix.document import Block, Document, Heading, Legend, Paragraph, find_signs
from negmatrix.views.footnotes import cite_by, number_references, show_references
from negmatrix.views.grid import show_grid
from negmatrix.views.headline import show_headline
from negmatrix.views.history import show_rounds_through
from negmatrix.views.report_deals import show_reported_fit, show_reported_trades
from negmatrix.views.report_issues import show_reported_issues
from negmatrix.views.report_method import show_method
from negmatrix.views.report_open import show_open_issues
from negmatrix.views.report_pairs import show_reported_pairs
from negmatrix.views.report_summary import summarize
from negmatrix.views.sheet import Sheet, lay_out
from negmatrix.views.tabled import show_proposals


def show_report(report: Report) -> Document:
    """Summary, matrix, what is open, pairs, each issue, history, proposals, sources and method."""
    references = _collect_references(report)
    cite = cite_by(number_references(references))
    sheet = lay_out(report.matrix, "says", "file", cite)
    blocks = tuple(_show_parts(report, sheet))
    return Document(report.title, (*blocks, *_show_sources(references), *show_method(report)))


def _collect_references(report: Report) -> Mapping[str, Reference]:
    """All sources by the words that cite them, in the order of first mention."""
    found = dict(report.matrix.sources)
    for issue in report.issues:
        found |= issue.sources
    return found


def _show_parts(report: Report, sheet: Sheet) -> Iterator[Block]:
    yield Heading(show_headline(report.matrix), 1)
    if report.about is not None:
        yield Paragraph(report.about)
    yield Heading("Summary")
    yield from (Paragraph(sentence) for sentence in summarize(report))
    grid = tuple(show_grid(sheet))
    yield Heading("Positions and agreement")
    yield from grid
    yield Legend(find_signs(grid))
    yield from show_open_issues(report, sheet)
    yield from show_reported_pairs(report, sheet)
    yield from show_reported_issues(report, sheet)
    if report.history is not None:
        yield Heading("Rounds")
        yield from show_rounds_through(report.history)
    yield from show_proposals(sheet)
    yield from show_reported_fit(report)
    yield from show_reported_trades(report)


def _show_sources(references: Mapping[str, Reference]) -> tuple[Block, ...]:
    return (Heading("Sources"), show_references(references)) if references else ()
