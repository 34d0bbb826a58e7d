"""A band made as narrow as its lines allow, and the room that this frees given where it saves a column from wrapping."""

from negmatrix.writers.terminal.bands import Band, total, widen
from negmatrix.writers.terminal.cells import Block
from negmatrix.writers.terminal.grid import Grid

MOST = 1500
"""Bands of more cells are left as they are: finding the least width wraps every cell several times."""


def tidy_band(grid: Grid, band: Band, natural: list[int], room: int) -> Band:
    """The band with no more lines in any cell: "a b c / d" becomes "a b / c d"."""
    if len(grid.rows) * len(band.columns) > MOST:
        return band
    widths = _spend(_narrow(grid, band.columns, band.widths), [natural[column] for column in band.columns], room)
    needs = {
        over: min(need, total([w for c, w in zip(band.columns, band.widths, strict=True) if c in range(*over)]))
        for over, need in grid.joint_natural().items()
    }
    tidied = widen(_narrow(grid, band.columns, widths), band.columns, needs)
    return Band(band.columns, tidied) if total(tidied) <= room else band


def _narrow(grid: Grid, columns: list[int], widths: list[int]) -> list[int]:
    """Each column that wraps, in the least width at which none of its texts takes more lines than now."""
    return [
        _find_least([block for block in grid.column(column) if block.width > width], grid.column(column), width)
        for column, width in zip(columns, widths, strict=True)
    ]


def _find_least(wrapped: list[Block], blocks: list[Block], width: int) -> int:
    """By halving between what all texts that fit now need, and the width now."""
    if not wrapped:
        return width
    fitting = max((block.width for block in blocks if block.width <= width), default=1)
    least, most = min(width, max(fitting, *(block.longest() for block in wrapped))), width
    heights = [_count_lines(block, width) for block in wrapped]
    while least < most:
        middle = (least + most) // 2
        if all(_count_lines(block, middle) <= height for block, height in zip(wrapped, heights, strict=True)):
            most = middle
        else:
            least = middle + 1
    return most


def _count_lines(block: Block, width: int) -> int:
    return sum(len(strip.wrapped(width)) for strip in block.strips)


def _spend(widths: list[int], natural: list[int], room: int) -> list[int]:
    """What is left of the room goes to the columns that lack least, each of which then has its natural width."""
    spent = list(widths)
    for place in sorted(range(len(spent)), key=lambda place: natural[place] - spent[place]):
        lacking = natural[place] - spent[place]
        if 0 < lacking <= room - total(spent):
            spent[place] += lacking
    return spent
