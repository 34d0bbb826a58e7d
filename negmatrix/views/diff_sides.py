"""Numbers before and after: one column with an arrow for people, one for each to machines."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from negmatrix.document import Cell, Column, Line, Table
from negmatrix.views.percent import show_percent


class Sides(NamedTuple):
    """A share of one before and after; None where there is none, and in both where there is nothing to tell."""

    before: Fraction | None = None
    after: Fraction | None = None


def part_sides(table: Table, sides: Mapping[str, Sequence[Sides]]) -> Table:
    """The table with two columns instead of each of these titles, whose numbers are given row by row."""
    columns = chain.from_iterable(
        _part_column(column) if column.title in sides else (column,) for column in table.columns
    )
    rows = [
        row._replace(
            cells=tuple(
                chain.from_iterable(
                    map(_show_side, sides[column.title][number]) if column.title in sides else (cell,)
                    for column, cell in zip(table.columns, row.cells, strict=True)
                )
            )
        )
        for number, row in enumerate(table.rows)
    ]
    return table._replace(columns=tuple(columns), rows=tuple(rows), whole=None)


def _part_column(column: Column) -> tuple[Column, ...]:
    return tuple(column._replace(title=f"{column.title} {side}") for side in Sides._fields)


def _show_side(share: Fraction | None) -> Cell:
    return Cell((), None) if share is None else Cell((Line(show_percent(share)),), share)
