"""Who agrees with whom, in a report."""

from collections.abc import Iterator

from negmatrix.analysis.pairs import Pair
from negmatrix.analysis.ranking import Ranking, rank_pairs
from negmatrix.analysis.report import Report
from negmatrix.document import Align, Block, Cell, Column, Heading, Line, Paragraph, Row, Table
from negmatrix.views.percent import show_measure
from negmatrix.views.sheet import Sheet

MOST = 40
"""Of more pairs, the half of this that agree most and the half that agree least are listed."""


def show_reported_pairs(report: Report, sheet: Sheet) -> Iterator[Block]:
    """The pairs, most agreed first, with how many issues each number rests on; of many, the two ends."""
    if len(sheet.names) < 2 or not report.pairs:
        return
    yield Heading("Who agrees with whom")
    ranking = rank_pairs(report.pairs)
    if not ranking.known:
        yield Paragraph("No two parties can be compared yet.")
        return
    shown = _choose_ends(ranking)
    unknown = len(report.pairs) - ranking.known
    yield from (Paragraph(text) for text in _tell_cuts(ranking.known, len(shown), unknown))
    columns = (
        Column("Pair", fixed=True),
        Column("Agreement", Align.RIGHT, wraps=False),
        Column("Issues", Align.RIGHT, wraps=False),
    )
    yield Table("Agreement of pairs", columns, tuple(_show_pair(pair, sheet) for pair in shown))


def _choose_ends(ranking: Ranking) -> list[Pair]:
    if ranking.known <= MOST:
        return ranking.take_first(MOST, _ids)
    return [*ranking.take_first(MOST // 2, _ids), *reversed(ranking.take_last(MOST // 2, _ids))]


def _ids(pair: Pair) -> tuple[str, str]:
    return pair.left, pair.right


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
