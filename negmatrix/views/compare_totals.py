"""Two parties over all issues, by what an issue counts for."""

from collections.abc import Iterator

from negmatrix.analysis.comparison import Comparison
from negmatrix.analysis.pairs import Pair
from negmatrix.document import Align, Block, Cell, Column, Line, Paragraph, Row, Table, Tone
from negmatrix.views.amounts import show_number
from negmatrix.views.compare_style import CompareStyle
from negmatrix.views.pairs_style import SUMS
from negmatrix.views.percent import show_measure, show_percent

_COLUMNS = (
    Column("Weighted by", fixed=True),
    Column("Agreement", Align.RIGHT, wraps=False, fixed=True),
    Column("Issues", Align.RIGHT, wraps=False, fixed=True),
    Column("Coverage", Align.RIGHT, wraps=False, fixed=True),
    Column("Congruence", Align.RIGHT, wraps=False, fixed=True),
    Column("Conflict", Align.RIGHT, wraps=False, fixed=True),
)


def show_totals(result: Comparison, style: CompareStyle) -> tuple[Block, ...]:
    """A row for each way to weigh issues by which some can be compared; nothing without any."""
    rows = tuple(_show_pair(name, pair) for name, pair in _find_weighed(result, style) if pair is not None and pair.n)
    return (Table("Over all issues", _COLUMNS, rows, "columns"), Paragraph(SUMS, Tone.MUTED)) if rows else ()


def _find_weighed(result: Comparison, style: CompareStyle) -> Iterator[tuple[str, Pair | None]]:
    yield "weight of the issue", result.pair
    yield "salience to both", result.by_salience
    yield f"salience to {style.left}", result.seen_by_left
    yield f"salience to {style.right}", result.seen_by_right


def _show_pair(name: str, pair: Pair) -> Row:
    sums = (
        Cell((Line("n/a" if amount is None else show_number(amount)),), amount)
        for amount in (pair.congruence, pair.conflict)
    )
    return Row(
        (
            Cell((Line(name),), name),
            Cell((Line(show_measure(pair.agreement, pair.span)),), pair.agreement),
            Cell((Line(f"{pair.n} of {pair.of}"),), pair.n),
            Cell((Line(show_percent(pair.coverage)),), pair.coverage),
            *sums,
        )
    )
