"""One row of a band as lines: blocks wrapped to their columns' widths, set beside each other, inked."""

from collections.abc import Iterator
from typing import NamedTuple

from negmatrix.document import Align
from negmatrix.writers.terminal.bands import GAP, Band, total
from negmatrix.writers.terminal.cells import EMPTY, Block, Strip
from negmatrix.writers.terminal.grid import Grid, GridRow
from negmatrix.writers.terminal.painting import InkedLine
from negmatrix.writers.terminal.visible import isolate
from negmatrix.writers.terminal.widths import measure_width

_LEFT, _RIGHT = Align.LEFT, Align.RIGHT


class Piece(NamedTuple):
    """A block in its place: (text, width, ink) for each of its lines, and the width to stand in."""

    lines: list[tuple[str, int, str]]
    width: int
    align: Align
    fill: str


def place_row(grid: Grid, row: GridRow, band: Band) -> tuple[list[Piece], bool]:
    """The row's blocks that stand in the band, each wrapped to the width it has there, and whether one had to wrap."""
    placed = list(_place_spanned(grid, row, band) if row.spanned else _place_single(grid, row, band))
    return [place_block(*place) for place in placed], any(block.width > width for block, width, _ in placed)


def _place_single(grid: Grid, row: GridRow, band: Band) -> Iterator[tuple[Block, int, Align]]:
    blocks, columns = row.blocks, grid.table.columns
    for column, width in zip(band.columns, band.widths, strict=True):
        yield blocks[column] or EMPTY, width, columns[column].align


def _place_spanned(grid: Grid, row: GridRow, band: Band) -> Iterator[tuple[Block, int, Align]]:
    """A block takes the joint width of those of its columns that stand in the band."""
    for start, block in enumerate(row.blocks):
        over = range(start, start + block.span) if block else range(0)
        widths = [width for column, width in zip(band.columns, band.widths, strict=True) if column in over]
        if block and widths:
            align = grid.table.columns[start].align if block.span == 1 else Align.LEFT
            yield block, total(widths), align


def place_block(block: Block, width: int, align: Align) -> Piece:
    """A block wrapped to a width."""
    if block.width <= width:
        return Piece([(strip.text, strip.width, strip.ink) for strip in block.strips], width, align, block.fill)
    lines = [line for strip in block.strips for line in wrap_strip(strip, width)]
    return Piece(lines, width, align, block.fill)


def wrap_strip(strip: Strip, width: int) -> list[tuple[str, int, str]]:
    """A strip's lines at a width, each with its own."""
    return [(line, measure_width(line), strip.ink) for line in strip.wrapped(width)]


def draw_row(pieces: list[Piece], isolates: bool, margin: int = 1) -> Iterator[InkedLine]:
    """The pieces side by side, as many lines as the highest has; blanks at a line's end only where they are filled."""
    if isolates:
        pieces = [
            piece._replace(lines=[(isolate(text), wide, ink) for text, wide, ink in piece.lines]) for piece in pieces
        ]
    for number in range(max((len(piece.lines) for piece in pieces), default=0) or 1):
        yield _draw_line(pieces, number, margin)


def _draw_line(pieces: list[Piece], number: int, margin: int) -> InkedLine:
    """Blanks are held back until something follows; a fill reaches over one blank on each side, so that parties of one
    stance stand in one bar, but never beyond the table."""
    line: list[tuple[str, str]] = []
    blank = margin
    last = len(pieces) - 1
    for place, (lines, width, align, fill) in enumerate(pieces):
        text, wide, ink = lines[number] if number < len(lines) else ("", 0, "")
        if not text and not fill:
            blank += width + GAP
            continue
        before, after = _pad(width - wide, align)
        if fill:
            line += [("", " " * (blank - 1)), (fill, " " * (before + 1) + text + " " * (after + (place < last)))]
            after = -1
        elif ink:
            line += [("", " " * (blank + before)), (ink, text)]
        else:
            line.append(("", " " * (blank + before) + text))
        blank = after + GAP
    return line


def _pad(slack: int, align: Align) -> tuple[int, int]:
    """How many blanks stand before and after a text."""
    if align is _LEFT:
        return 0, slack
    return (slack, 0) if align is _RIGHT else (slack // 2, slack - slack // 2)
