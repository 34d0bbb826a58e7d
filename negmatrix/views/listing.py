"""Talks in a table, one a row."""

from collections.abc import Sequence

from negmatrix.analysis.listing import Listed
from negmatrix.document import Align, Bare, Cell, Column, Document, Line, Row, Table
from negmatrix.views.verdicts import show_counts


def show_list(talks: Sequence[Listed]) -> Document:
    """Where each talks is, its title, its size, and its verdicts in the latest round."""
    columns = (
        Column("Talks", fixed=True),
        Column("Title"),
        *(Column(name, Align.RIGHT, wraps=False) for name in ("Parties", "Issues", "Rounds")),
        Column("Stated", Align.RIGHT, wraps=False),
        Column("Issues by verdict"),
    )
    return Document("Talks", (Table("Talks found here", columns, tuple(map(_row, talks))),))


def _row(listed: Listed) -> Row:
    verdicts = show_counts(listed.counts, listed.issues - sum(listed.counts.values()))
    cells: tuple[tuple[str, Bare], ...] = (
        (listed.name, listed.name),
        (listed.title, listed.title),
        (str(listed.parties), listed.parties),
        (str(listed.issues), listed.issues),
        (str(listed.rounds), listed.rounds),
        (f"{listed.stated} of {listed.cells}", listed.stated),
        (verdicts, verdicts),
    )
    return Row(tuple(Cell((Line(text),), value) for text, value in cells))
