"""The grid of a matrix: an issue in each row, a party in each column, and how near they are."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.rows import IssueRow
from negmatrix.document import Align, Block, Cell, Column, Line, Rank, Row, Table, Tone
from negmatrix.views.sheet import Sheet, fill_row, name_party, needs_base, show_title, sort_rows, tone_party
from negmatrix.views.verdicts import (
    Summed,
    count_uncounted,
    show_alignment,
    show_base,
    show_counts,
    show_sum,
    show_verdict,
)

_VERDICTS = (
    Column("Agreement", fixed=True, field="Verdict"),
    Column("", Align.RIGHT, wraps=False, fixed=True, field="Agreement"),
)
_BASE = Column("Parties", Align.RIGHT, wraps=False, fixed=True, tone=Tone.MUTED)


def show_grid(sheet: Sheet) -> tuple[Block, ...]:
    """The table, with topics as groups in the order of the file, those without a topic first; in any other order all
    issues are ranked together, and the topics follow.
    """
    parties = (Column(name_party(party), tone=tone_party(party)) for party in sheet.result.talks.parties)
    base = (_BASE,) if needs_base(sheet.result) else ()
    columns = (Column("Issue", fixed=True), *parties, *_VERDICTS, *base)
    rows = (
        *_issue_rows(sheet, bool(base)),
        _sum_row("All issues", sheet, sheet.result.overall, sheet.result.issues, Rank.TOTAL, bool(base)),
    )
    return (Table("Positions and agreement", columns, rows, "parties"),)


def _issue_rows(sheet: Sheet, based: bool) -> Iterator[Row]:
    rows = sort_rows(sheet)
    grouped = sheet.order == "file"
    yield from (_row(row, sheet, based) for row in rows if row.topic is None or not grouped)
    for topic in sheet.result.topics:
        under = [row for row in rows if row.topic == topic.title]
        yield _sum_row(topic.title, sheet, topic, under, Rank.GROUP, based)
        yield from (_row(row, sheet, based) for row in under if grouped)


def _row(row: IssueRow, sheet: Sheet, based: bool) -> Row:
    base = (show_base(row),) if based else ()
    return Row((show_title(row), *fill_row(row, sheet).cells, show_verdict(row, sheet), show_alignment(row), *base))


def _sum_row(title: str, sheet: Sheet, total: Summed, rows: Sequence[IssueRow], rank: Rank, based: bool) -> Row:
    told, parties = show_counts(total.counts, count_uncounted(rows)), len(sheet.result.talks.parties)
    counts = Cell((Line(told),), None, span=parties or 1)  # of nobody, under the verdicts
    measure = Cell((Line(show_sum(total)),), total.alignment, span=2 + based - (not parties))
    return Row((Cell((Line(title),), str(title)), counts, measure), rank)
