"""The grid of a matrix turned round: a party in each row, an issue in each column."""

from collections.abc import Sequence

from negmatrix.analysis.rows import IssueRow
from negmatrix.document import Block, Cell, Column, Line, Paragraph, Rank, Row, Table
from negmatrix.views.cells import show_entry
from negmatrix.views.percent import show_measure
from negmatrix.views.sheet import Sheet, name_party, needs_base, sort_rows, style_of, tone_party
from negmatrix.views.verdicts import Summed, count_uncounted, show_counts, show_sum, show_verdict


def show_transposed(sheet: Sheet) -> tuple[Block, ...]:
    """The table with the verdicts and all issues together below, then topics in words. Of talks of which all is internal,
    no issue is left, and nothing to sum up.
    """
    rows = sort_rows(sheet)
    columns = (Column("Party", fixed=True), *(Column(row.title) for row in rows))
    topics = (
        Paragraph(f"{topic.title}: {_sum_up(topic, [row for row in rows if row.topic == topic.title])}")
        for topic in sheet.result.topics
    )
    below = (_verdict_row(rows, sheet), _total_row(rows, sheet.result.overall)) if rows else ()
    return (Table("Positions and agreement", columns, (*_party_rows(rows, sheet), *below), "issues"), *topics)


def _party_rows(rows: list[IssueRow], sheet: Sheet) -> list[Row]:
    styled = [(row, style_of(row, sheet)) for row in rows]
    return [
        Row(
            (
                Cell((Line(name_party(party)),), str(party.name), tone_party(party)),
                *(show_entry(row.positions[number], style) for row, style in styled),
            )
        )
        for number, party in enumerate(sheet.result.talks.parties)
    ]


def _verdict_row(rows: list[IssueRow], sheet: Sheet) -> Row:
    based = needs_base(sheet.result)
    title = Cell((Line("Agreement"),), "Agreement")
    return Row((title, *(_agreement(row, sheet, based) for row in rows)), Rank.TOTAL)


def _total_row(rows: list[IssueRow], total: Summed) -> Row:
    """All issues together, told over all columns."""
    told = Cell((Line(_sum_up(total, rows)),), total.alignment, span=len(rows))
    return Row((Cell((Line("All issues"),), "All issues"), told), Rank.TOTAL)


def _agreement(row: IssueRow, sheet: Sheet, based: bool) -> Cell:
    verdict = show_verdict(row, sheet)
    word, *remarks = verdict.lines
    base = f" of {row.n} in {row.of}" if based else ""
    measure = () if row.alignment is None else (Line(show_measure(row.alignment, row.span) + base),)
    return Cell((word, *measure, *remarks), row.alignment, verdict.look, verdict.notes)


def _sum_up(total: Summed, rows: Sequence[IssueRow]) -> str:
    return f"{show_counts(total.counts, count_uncounted(rows))} · {show_sum(total)}"
