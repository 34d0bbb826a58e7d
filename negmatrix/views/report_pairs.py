"""Who agrees with whom, in a report."""

from collections.abc import Iterator

from negmatrix.analysis.pairs import Pair
from negmatrix.analysis.report import Report
from negmatrix.document import Align, Block, Cell, Column, Heading, Line, Paragraph, Row, Table
from negmatrix.views.percent import show_measure
from negmatrix.views.sheet import Sheet

MOST = 40
"""Of more pairs, the half of this that agree most and the half that agree least are listed."""


def show_reported_pairs(report: Report, sheet: Sheet) -> Iterator[Block]:
    """The pairs, most agreed first, with how many issues each number rests on; of many, the two ends."""
    known = sorted((pair for pair in report.pairs if pair.agreement is not None), key=_rank)
    if len(sheet.names) < 2 or not report.pairs:
        return
    yield Heading("Who agrees with whom")
    if not known:
        yield Paragraph("No two parties can be compared yet.")
        return
    shown = known if len(known) <= MOST else [*known[: MOST // 2], *known[-MOST // 2 :]]
    unknown = len(report.pairs) - len(known)
    yield from (Paragraph(text) for text in _tell_cuts(len(known), len(shown), unknown))
    columns = (
        Column("Pair", fixed=True),
        Column("Agreement", Align.RIGHT, wraps=False),
        Column("Issues", Align.RIGHT, wraps=False),
    )
    yield Table("Agreement of pairs", columns, tuple(_show_pair(pair, sheet) for pair in shown))


def _rank(pair: Pair) -> tuple[object, ...]:
    return (-(pair.agreement or 0), pair.left, pair.right)


def _tell_cuts(known: int, shown: int, unknown: int) -> Iterator[str]:
    if shown < known:
        yield f"Of {known} pairs, the {shown // 2} that agree most and the {shown - shown // 2} that agree least."
    if unknown:
        yield f"{unknown} of {known + unknown} pairs share no issue on which both have a stance."


def _show_pair(pair: Pair, sheet: Sheet) -> Row:
    name = f"{sheet.names[pair.left]} – {sheet.names[pair.right]}"
    return Row(
        (
            Cell((Line(name),), name),
            Cell((Line(show_measure(pair.agreement, pair.span)),), pair.agreement),
            Cell((Line(f"{pair.n} of {pair.of}"),), pair.n),
        )
    )
