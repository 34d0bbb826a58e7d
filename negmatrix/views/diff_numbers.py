"""Who came closer, and which pairs agree more: numbers over all issues."""

from fractions import Fraction

from negmatrix.analysis.changes import Changes
from negmatrix.analysis.changes.records import PairChange
from negmatrix.document import Align, Block, Cell, Column, Line, Paragraph, Row, Table, Tone
from negmatrix.views.amounts import count_points, show_points
from negmatrix.views.diff_sides import Sides, part_sides
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.percent import show_percent

MAX_PAIRS = 20
"""Of more pairs than this, those are shown that changed most."""

CLOSER = (
    "Came closer: to where the others stood before, on average, summed over issues; a whole scale is 100 points, times "
    "the issue's weight."
)
"""What the points of a party are."""

_RIGHT = Align.RIGHT


def show_concessions(changes: Changes, style: DiffStyle) -> tuple[Block, ...]:
    """Each party that had a stance both times, with how much closer it came; nothing where nobody moved."""
    if not any(concession.amount for concession in changes.concessions):
        return ()
    columns = (
        Column("Party", fixed=True),
        Column("Came closer, in points", _RIGHT, fixed=True),
        Column("Issues", _RIGHT, wraps=False, fixed=True),
    )
    rows = tuple(
        Row(
            (
                _text(style.name(party)),
                Cell((Line(show_points(amount)),), count_points(amount)),
                Cell((Line(str(n)),), n),
            )
        )
        for party, amount, n in changes.concessions
        if amount is not None
    )
    return (Table("Who came closer to where the others stood", columns, rows), Paragraph(CLOSER, Tone.MUTED))


def show_pairs(changes: Changes, style: DiffStyle) -> tuple[Block, ...]:
    """The pairs whose agreement changed, in all and on the issues that can be compared both times."""
    changed = [pair for pair in changes.pairs if pair.before != pair.after or pair.whole_before != pair.whole_after]
    if not changed:
        return ()
    columns = (
        Column("Pair", fixed=True),
        Column("Agreement", _RIGHT, wraps=False, fixed=True),
        Column("On the same issues", _RIGHT, fixed=True),
        Column("Points", _RIGHT, fixed=True),
        Column("From other issues", _RIGHT, fixed=True),
        Column("Same issues", _RIGHT, fixed=True),
    )
    shown = sorted(changed, key=_size, reverse=True)[:MAX_PAIRS] if len(changed) > MAX_PAIRS else changed
    caption = "Agreement of pairs"
    if len(shown) < len(changed):
        caption += f": the {len(shown)} of {len(changed)} that changed most"
    table = Table(caption, columns, tuple(_show_pair(pair, style) for pair in shown))
    sides = {
        "Agreement": [Sides(pair.whole_before, pair.whole_after) for pair in shown],
        "On the same issues": [Sides(pair.before, pair.after) for pair in shown],
    }
    whole = table._replace(whole=lambda: part_sides(table, sides))
    return (whole, Paragraph("Points are differences of exact values, rounded.", Tone.MUTED))


def _size(pair: PairChange) -> tuple[float, Fraction]:
    """The size of a change like for like, and below all sizes where there is none; floats compare fast, fractions exactly."""
    change = pair.like_for_like
    return (-1, Fraction()) if change is None else (abs(float(change)), abs(change))


def _show_pair(pair: PairChange, style: DiffStyle) -> Row:
    names = f"{style.name(pair.left)} – {style.name(pair.right)}"
    whole, alike = (
        f"{show_percent(before)} → {show_percent(after)}"
        for before, after in ((pair.whole_before, pair.whole_after), (pair.before, pair.after))
    )
    return Row(
        (
            _text(names),
            Cell((Line(whole),), pair.whole_after),
            Cell((Line(alike if pair.n else "n/a"),), pair.after),
            Cell((Line(show_points(pair.like_for_like)),), count_points(pair.like_for_like)),
            Cell((Line(show_points(pair.composition)),), count_points(pair.composition)),
            Cell((Line(str(pair.n)),), pair.n),
        )
    )


def _text(words: str) -> Cell:
    return Cell((Line(words),), words)
