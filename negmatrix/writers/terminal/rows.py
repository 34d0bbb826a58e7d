"""One row of a band as lines: blocks wrapped to their columns' widths, set beside each other, inked."""

from collections.abc import Iterator
from typing import TypeAlias

from negmatrix.document import Align
from negmatrix.writers.terminal.bands import GAP, Band, total
from negmatrix.writers.terminal.cells import EMPTY, Block, Strip
from negmatrix.writers.terminal.grid import Grid, GridRow
from negmatrix.writers.terminal.painting import InkedLine
from negmatrix.writers.terminal.visible import isolate
from negmatrix.writers.terminal.widths import measure_width

Place: TypeAlias = tuple[Block, int, Align]
"""A block, the width it stands in, and on which side."""

_NOTHING = Strip("", 0)
_LEFT, _RIGHT = Align.LEFT, Align.RIGHT


def place_row(grid: Grid, row: GridRow, band: Band, aligns: list[Align]) -> tuple[list[Place], bool]:
    """The row's blocks that stand in the band, each wrapped to the width it has there, and whether one had to wrap."""
    if row.spanned:
        places = list(_place_spanned(grid, row, band))
    else:
        blocks = [row.blocks[column] or EMPTY for column in band.columns]
        places = list(zip(blocks, band.widths, aligns, strict=True))
    if not any(block.width > width for block, width, _ in places):
        return places, False
    return [(wrap_block(block, width), width, align) for block, width, align in places], True


def _place_spanned(grid: Grid, row: GridRow, band: Band) -> Iterator[Place]:
    """A block takes the joint width of those of its columns that stand in the band."""
    for start, block in enumerate(row.blocks):
        over = range(start, start + block.span) if block else range(0)
        widths = [width for column, width in zip(band.columns, band.widths, strict=True) if column in over]
        if block and widths:
            align = grid.table.columns[start].align if block.span == 1 else _LEFT
            yield block, total(widths), align


def wrap_block(block: Block, width: int) -> Block:
    """A block with every strip wrapped to a width."""
    if block.width <= width:
        return block
    return block._replace(strips=tuple(line for strip in block.strips for line in wrap_strip(strip, width)))


def wrap_strip(strip: Strip, width: int) -> list[Strip]:
    """A strip's lines at a width, each a strip of its own."""
    return [Strip(line, measure_width(line), ink=strip.ink) for line in strip.wrapped(width)]


def draw_row(places: list[Place], isolates: bool, margin: int = 1) -> Iterator[InkedLine]:
    """The blocks side by side, as many lines as the highest has; blanks at a line's end only where they are filled."""
    if isolates:
        places = [(_isolate(block), width, align) for block, width, align in places]
    for number in range(max([len(block.strips) for block, _, _ in places], default=0) or 1):
        yield _draw_line(places, number, margin)


def _draw_line(places: list[Place], number: int, margin: int) -> InkedLine:
    """Blanks are held back until something follows; a fill reaches over one blank on each side, so that parties of one
    stance stand in one bar, but never beyond the table.
    """
    line: list[tuple[str, str]] = []
    blank, last = margin, len(places) - 1
    for place, ((strips, _, fill, _), width, align) in enumerate(places):
        text, wide, _, _, ink = strips[number] if number < len(strips) else _NOTHING
        if not text and not fill:
            blank += width + GAP
            continue
        before, after = (0, width - wide) if align is _LEFT else _pad(width - wide, align)
        if fill:
            if blank > 1:
                line.append(("", " " * (blank - 1)))
            line.append((fill, " " * (before + 1) + text + " " * (after + (place < last))))
            after = -1
        elif ink:
            line += (("", " " * (blank + before)), (ink, text))
        else:
            line.append(("", " " * (blank + before) + text))
        blank = after + GAP
    return line


def _isolate(block: Block) -> Block:
    strips = tuple(strip._replace(text=isolate(strip.text)) for strip in block.strips)
    return block if strips == block.strips else block._replace(strips=strips)


def _pad(slack: int, align: Align) -> tuple[int, int]:
    """How many blanks stand before and after a text that is not on the left."""
    return (slack, 0) if align is _RIGHT else (slack // 2, slack - slack // 2)
