"""A table laid out as a grid: every row a block or None for each column, and what each column wants of the width."""

import math
from collections.abc import Callable
from typing import NamedTuple

from negmatrix.document import Rank, Row, Table
from negmatrix.writers.terminal.bands import Measures, Needs
from negmatrix.writers.terminal.cells import EMPTY, Block, Preparer, Strip
from negmatrix.writers.terminal.inks import HEAD, STRONG, name_ink

FLOOR = 12
"""A text column is narrowed to this, or to its longest word if that is wider."""

_INDENT = 2


class GridRow(NamedTuple):
    """Blocks by column; None where a block further left covers the column too."""

    rank: Rank
    blocks: list[Block | None]
    spanned: bool


class Grid(NamedTuple):
    """A prepared table."""

    table: Table
    titles: list[Strip]
    rows: list[GridRow]

    def natural(self) -> list[int]:
        """Each column's width without wrapping."""
        return [
            max([title.width, *[block.width for block in self._blocks(column)]])
            for column, title in enumerate(self.titles)
        ]

    def joint_natural(self) -> Needs:
        """What blocks over several columns take without wrapping."""
        return self._joint(lambda block: block.width)

    def measure(self, natural: list[int], floor: int = FLOOR) -> Measures:
        """All that fitting needs to know."""
        columns = range(len(self.titles))
        floors = [
            natural[column] if natural[column] <= floor else min(natural[column], self._floor(column, floor))
            for column in columns
        ]
        weights = [self._weight(column) for column in columns]
        fixed = [shape.fixed for shape in self.table.columns]
        return Measures(natural, floors, weights, fixed, self._joint(Block.longest), self.joint_natural())

    def column(self, column: int) -> list[Block]:
        """The blocks that stand in a column alone, its title first."""
        title = self.titles[column]
        return [Block((title,), title.width), *self._blocks(column)]

    def _floor(self, column: int, floor: int) -> int:
        """A column that keeps its width still wraps its title."""
        blocks = {id(block): block for block in self._blocks(column)}.values()
        longest = self.titles[column].longest()
        if self.table.columns[column].wraps:
            return max([longest, floor, *(block.longest() for block in blocks)])
        return max([longest, *(block.width for block in blocks)])

    def _weight(self, column: int) -> float:
        """Widths as these fourth roots of cubes make the sum of (text / width) cubed least: long texts count most."""
        return max(1.0, math.sqrt(math.sqrt(sum([block.width**3 for block in self._blocks(column)]))))

    def _blocks(self, column: int) -> list[Block]:
        """The blocks that stand in this column alone."""
        blocks = [row.blocks[column] for row in self.rows]
        return [block for block in blocks if block is not None and block.span == 1]

    def _joint(self, need: Callable[[Block], int]) -> Needs:
        needs: dict[tuple[int, int], int] = {}
        for row in self.rows:
            if row.spanned:
                for start, block in enumerate(row.blocks):
                    if block and block.span > 1:
                        over = start, start + block.span
                        needs[over] = max(need(block), needs.get(over, 0))
        return needs


def lay_grid(table: Table, preparer: Preparer) -> Grid:
    """The table's titles and rows prepared; entries below the head of a group are indented."""
    ink = HEAD if preparer.looks.depth else ""
    titles = [preparer.strip(column.title, ink=ink) for column in table.columns]
    inks = [name_ink(column.tone) if preparer.looks.depth else "" for column in table.columns]
    rows: list[GridRow] = []
    grouped = False
    for row in table.rows:
        grouped = grouped or row.rank is Rank.GROUP
        rows.append(_lay_row(row, inks, preparer, _INDENT if grouped and row.rank is Rank.ENTRY else 0))
    return Grid(table, titles, rows)


def _lay_row(row: Row, inks: list[str], preparer: Preparer, indent: int) -> GridRow:
    count, prepare = len(inks), preparer.block
    if row.rank is not Rank.ENTRY and preparer.looks.depth:
        inks = [STRONG] * count
    if len(row.cells) == count:
        blocks: list[Block | None] = [prepare(cell, ink) for cell, ink in zip(row.cells, inks, strict=True)]
        if indent and count:
            blocks[0] = prepare(row.cells[0], inks[0], indent)
        return GridRow(row.rank, blocks, any(cell.span > 1 for cell in row.cells))
    blocks = []
    for cell in row.cells:
        ink = inks[min(len(blocks), count - 1)]
        blocks += [prepare(cell, ink, 0 if blocks else indent), *([None] * (cell.span - 1))]
    return GridRow(row.rank, (blocks + [EMPTY] * count)[:count], True)
