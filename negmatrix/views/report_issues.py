"""Each issue of a report."""

from collections.abc import Iterator

from negmatrix.analysis.issue_report import IssueReport
from negmatrix.analysis.report import Report
from negmatrix.document import Block, Cell, Column, Heading, Line, Table
from negmatrix.views.issue import show_issue_head
from negmatrix.views.issue_axis import show_axis
from negmatrix.views.issue_positions import show_positions
from negmatrix.views.issue_style import IssueStyle, find_issue_style, is_dropped, is_settled
from negmatrix.views.issue_verdicts import show_verdicts
from negmatrix.views.issue_zone import show_zone
from negmatrix.views.sheet import Sheet, fill_row

MOST_REPEATED = 2000
"""A report of more positions than this tells again, with its issue, only what its matrix does not tell: a page of tens of
thousands would be as long again.
"""


def show_reported_issues(report: Report, sheet: Sheet) -> Iterator[Block]:
    """A part for each issue: its question, its axis and zone, the verdicts and the positions with their sources."""
    yield Heading("Issue by issue")
    if not report.issues:
        return
    briefly = report.matrix.cells > MOST_REPEATED
    style = find_issue_style(report.issues[0])._replace(cite=sheet.cite)
    for issue in report.issues:
        yield Heading(issue.row.title, 3)
        shown = _show_issue(issue, style._replace(shape=issue.scale), sheet, briefly)
        yield from (_place(block, str(issue.row.title)) for block in shown)


def _show_issue(issue: IssueReport, style: IssueStyle, sheet: Sheet, briefly: bool) -> Iterator[Block]:
    yield from show_issue_head(issue)
    yield from show_axis(issue, style)
    if issue.numbers.zone.state is not None and not is_dropped(issue):
        yield from show_zone(issue.numbers.zone, style, is_settled(issue))
    yield from show_verdicts(issue, style)
    yield from show_positions(issue, style, fill_row(issue.row, sheet), briefly=briefly)


def _place(block: Block, issue: str) -> Block:
    """A block of an issue's own page in a report: headings stand two levels deeper, and tables name the issue to machines,
    which see no headings.
    """
    if isinstance(block, Table):
        return block._replace(whole=lambda: _name_issue(block, issue))
    return block._replace(level=block.level + 2) if isinstance(block, Heading) else block


def _name_issue(table: Table, issue: str) -> Table:
    column, cell = Column("Issue", fixed=True), Cell((Line(issue),), issue)
    rows = tuple([row._replace(cells=(cell, *row.cells)) for row in table.rows])
    return table._replace(columns=(column, *table.columns), rows=rows)
