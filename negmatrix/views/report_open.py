"""What is open in a report, and what blocks it."""

from collections.abc import Iterator

from negmatrix.analysis.alignment import WidestGap
from negmatrix.analysis.issue_report import IssueReport
from negmatrix.analysis.report import Report
from negmatrix.document import Block, Cell, Column, Heading, Line, Paragraph, Row, Table
from negmatrix.model.parties import Role
from negmatrix.model.verdicts import Word
from negmatrix.views.names import list_names
from negmatrix.views.percent import show_percent
from negmatrix.views.sheet import Sheet
from negmatrix.views.verdicts import show_verdict

_CLOSED = (Word.SETTLED, Word.ALIGNED, Word.DROPPED)


def show_open_issues(report: Report, sheet: Sheet) -> Iterator[Block]:
    """A row for each issue that is neither aligned, settled nor dropped, with who stands apart, silent, or waits."""
    yield Heading("What is open, and what blocks it")
    open_issues = [issue for issue in report.issues if issue.row.verdict not in _CLOSED]
    if not open_issues:
        yield Paragraph("Nothing is open.")
        return
    columns = (
        Column("Issue", fixed=True),
        Column("Verdict", fixed=True, wraps=False),
        Column("What blocks it", fixed=True),
        Column("Next", fixed=True),
    )
    shown = columns if any(issue.row.next for issue in open_issues) else columns[:-1]
    rows = tuple(Row(_show_open(issue, sheet)[: len(shown)]) for issue in open_issues)
    yield Table("Open issues", shown, rows)


def _show_open(issue: IssueReport, sheet: Sheet) -> tuple[Cell, ...]:
    lines = tuple(Line(text) for text in _tell_blocks(issue, sheet))
    return (
        Cell((Line(issue.row.title),), str(issue.row.title)),
        show_verdict(issue.row, sheet),
        Cell(lines, "; ".join(line.text for line in lines) or None),
        Cell((Line(issue.row.next),) if issue.row.next else (), issue.row.next),
    )


def _tell_blocks(issue: IssueReport, sheet: Sheet) -> Iterator[str]:
    gap = issue.row.widest_gap
    if gap is not None and gap.distance:
        yield _tell_gap(gap, issue, sheet)
    if issue.blocked_by:
        yield f"waits for {list_names([issue.titles[other] for other in issue.blocked_by])}, still divergent"
    silent = [
        party.name
        for party, entry in zip(sheet.result.talks.parties, issue.row.positions, strict=True)
        if _is_silent(party.role, entry.state)
    ]
    if silent:
        yield f"not stated: {list_names(silent)}"


def _tell_gap(gap: WidestGap, issue: IssueReport, sheet: Sheet) -> str:
    """Who stands furthest apart and how far; of two parties it is known who."""
    options = issue.scale.kind == "options"
    apart = "different options" if options else f"{show_percent(gap.distance)} of the scale apart"
    if sum(party.role == Role.PARTY.value for party in sheet.result.talks.parties) == 2:
        return apart
    between = f"furthest apart: {sheet.names[gap.left]} and {sheet.names[gap.right]}"
    return between if options else f"{between}, {apart}"


def _is_silent(role: str, state: str) -> bool:
    return role == Role.PARTY.value and state == "not stated"
