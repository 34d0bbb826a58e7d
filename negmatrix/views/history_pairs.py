"""Pairs and parties through all rounds."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from heapq import nlargest

from negmatrix.analysis.history_records import History, PairLine
from negmatrix.document import Align, Block, Cell, Column, Line, Paragraph, Row, Table, Tone
from negmatrix.views.amounts import count_points, show_points
from negmatrix.views.diff_numbers import CLOSER
from negmatrix.views.history_trend import draw_trend, head_trend, list_rounds, show_text
from negmatrix.views.percent import show_percent

MAX_PAIRS = 20
"""Of more pairs than this, those are shown that changed most."""


def show_pairs(history: History) -> tuple[Block, ...]:
    """The agreement of each pair, over how many issues; of many pairs those that changed most."""
    names = {party.id: party.name for party in history.parties}
    pairs: Sequence[PairLine] = history.pairs
    caption = "Agreement of each pair, and over how many issues"
    if len(pairs) > MAX_PAIRS:
        caption += f": the {MAX_PAIRS} of {len(pairs)} that changed most"
        pairs = nlargest(MAX_PAIRS, pairs, key=_Ranges().find)
    columns = (Column("Pair", fixed=True), *head_trend(history), *list_rounds(history))
    rows = tuple(_show_pair(pair, history, names) for pair in pairs)
    return (Table(caption, columns, rows, "rounds"),) if rows else ()


class _Ranges(dict[tuple[tuple[object, ...], ...], Fraction | int]):
    """How far apart the least and the most agreement of a pair are, found once for all pairs of the same numbers; -1
    where there is none.
    """

    def find(self, pair: PairLine) -> tuple[float, Fraction | int]:
        """A pair's range, to sort by: as a float and, for ties, exactly."""
        numbers = tuple([measured[2:] for measured in pair.rounds])
        if numbers not in self:
            known = [share for share in pair.agreement if share is not None]
            self[numbers] = max(known) - min(known) if known else -1
        found = self[numbers]
        return float(found), found


def _show_pair(pair: PairLine, history: History, names: Mapping[str, str]) -> Row:
    cells = (
        Cell((Line(f"{show_percent(share)} of {n}" if n else "n/a"),), share)
        for share, n in zip(pair.agreement, pair.n, strict=True)
    )
    return Row((show_text(f"{names[pair.left]} – {names[pair.right]}"), *draw_trend(pair.agreement, history), *cells))


def show_parties(history: History) -> tuple[Block, ...]:
    """How far each party moved; nothing where nobody did."""
    if not any(party.travelled or party.concession for party in history.parties):
        return ()
    columns = (
        Column("Party", fixed=True),
        Column("Came closer, in points", Align.RIGHT, fixed=True),
        Column("Travelled, in points", Align.RIGHT, fixed=True),
        Column("Issues", Align.RIGHT, wraps=False, fixed=True),
    )
    rows = tuple(
        Row(
            (
                show_text(party.name),
                Cell((Line(show_points(party.concession)),), count_points(party.concession)),
                Cell((Line(show_points(party.travelled).lstrip("+")),), count_points(party.travelled)),
                Cell((Line(str(party.n)),), party.n),
            )
        )
        for party in history.parties
    )
    return (Table("Who moved, over all rounds", columns, rows), Paragraph(f"{CLOSER} {_TRAVELLED}", Tone.MUTED))


_TRAVELLED = "Travelled: all ways there and back, also where there was nobody to come closer to."
