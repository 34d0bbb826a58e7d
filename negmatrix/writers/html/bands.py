"""A table too wide for paper, parted into bands of columns that each repeat the fixed ones."""

import re
from typing import NamedTuple

from negmatrix.document import Row, Table

MOST = 10
"""So many columns that are not fixed fit beside each other on a sheet of A4."""

_ID = re.compile(r' id="[^"]*"')
_SPAN = re.compile(r' colspan="\d+"')


class Band(NamedTuple):
    """Numbers of columns, of how many in all, and which they are in words."""

    columns: list[int]
    of: int
    told: str

    def cut(self, row: Row, cells: list[str]) -> list[str]:
        """Those of a row's written cells that stand here; a cell that covers several columns is whole in each band that
        holds one of them.
        """
        if len(cells) == self.of:
            return [cells[number] for number in self.columns]
        start, kept = 0, []
        for shown, cell in zip(row.cells, cells, strict=True):
            span = sum(start <= number < start + shown.span for number in self.columns)
            kept += [_SPAN.sub(f' colspan="{span}"', cell, 1) if shown.span > 1 else cell] if span else []
            start += shown.span
        return kept


def drop_ids(row: Row, cells: list[str]) -> list[str]:
    """A row's written cells without the ids of what cites notes, which are in the whole table already."""
    return [_ID.sub("", cell) if shown.notes else cell for shown, cell in zip(row.cells, cells, strict=True)]


def part_columns(table: Table) -> list[Band]:
    """The bands, evenly filled; none if all columns fit on one sheet."""
    moving = [number for number, column in enumerate(table.columns) if not column.fixed]
    if len(moving) <= MOST:
        return []
    fixed = [number for number, column in enumerate(table.columns) if column.fixed]
    size = -(-len(moving) // -(-len(moving) // MOST))
    return [
        Band(
            sorted(moving[start : start + size] + fixed),
            len(table.columns),
            f"{table.counted} {start + 1}–{min(start + size, len(moving))} of {len(moving)}",
        )
        for start in range(0, len(moving), size)
    ]
