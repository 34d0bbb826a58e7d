"""A table on lines too short for it: each row a card, with a line or more for each column."""

from collections.abc import Iterator

from negmatrix.document import Align
from negmatrix.writers.terminal.bands import GAP
from negmatrix.writers.terminal.cells import Block, Preparer, Strip
from negmatrix.writers.terminal.grid import FLOOR, Grid, GridRow
from negmatrix.writers.terminal.inks import HEAD, MUTED
from negmatrix.writers.terminal.painting import InkedLine
from negmatrix.writers.terminal.rows import draw_row, wrap_block

_INDENT = 3


def show_cards(grid: Grid, preparer: Preparer) -> Iterator[InkedLine]:
    """The rows one below the other; of a row, its first cell, and below that its other cells behind their titles: first
    those of columns that would stand in every band, such as the agreement.
    """
    for number, row in enumerate(grid.rows):
        if number:
            yield ()
        yield from _show_card(grid, row, preparer)


def _show_card(grid: Grid, row: GridRow, preparer: Preparer) -> Iterator[InkedLine]:
    first = row.blocks[0] if row.blocks else None
    if first and first.width:
        ink = HEAD if preparer.looks.depth else ""
        strips = tuple(strip._replace(ink=strip.ink or ink) for strip in first.strips)
        yield from _show_block(first._replace(strips=strips), preparer, 1)
    label_width = max((title.width for title in grid.titles[1:]), default=0)
    columns = sorted(range(1, len(grid.titles)), key=lambda column: not grid.table.columns[column].fixed)
    for column in columns:
        title, block = grid.titles[column], row.blocks[column]
        if block and block.width:
            label = title if block.span == 1 else Strip("", 0)
            yield from _show_entry(label, label_width, block, preparer)


def _show_entry(label: Strip, width: int, block: Block, preparer: Preparer) -> Iterator[InkedLine]:
    """Beside its title, or below it where beside it there is too little room."""
    room = (preparer.looks.width or 0) - _INDENT - width - GAP
    label = label._replace(ink=MUTED if preparer.looks.depth else "")
    if room >= max(FLOOR, block.longest()):
        beside = min(room, block.width)
        places = [(Block((label,)), width, Align.LEFT), (wrap_block(block, beside), beside, Align.LEFT)]
        yield from draw_row(places, preparer.looks.isolates, _INDENT)
        return
    if label.text:
        yield from _show_block(Block((label,), label.width), preparer, _INDENT)
    yield from _show_block(block, preparer, _INDENT + 2)


def _show_block(block: Block, preparer: Preparer, margin: int) -> Iterator[InkedLine]:
    """A block alone behind a margin, which gives way where words would break."""
    room = preparer.looks.width or 0
    margin = max(min(margin, room - block.longest()), 1 if room > 2 else 0)
    width = min(room - margin, block.width)
    block = wrap_block(block if margin else block._replace(fill=""), width)
    yield from draw_row([(block, width, Align.LEFT)], preparer.looks.isolates, margin)
