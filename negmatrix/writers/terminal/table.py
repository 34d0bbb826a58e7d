"""A table as lines: its bands one below the other, or its rows as cards where a line is too short for any band."""

from collections.abc import Iterator

from negmatrix.document import Rank, Table
from negmatrix.writers.terminal.bands import Band, fit_bands, stand_whole, total
from negmatrix.writers.terminal.cards import show_cards
from negmatrix.writers.terminal.cells import Block, Preparer, Strip
from negmatrix.writers.terminal.grid import Grid, lay_grid
from negmatrix.writers.terminal.inks import HEAD, MUTED
from negmatrix.writers.terminal.painting import InkedLine
from negmatrix.writers.terminal.rows import Place, draw_row, place_row, wrap_strip
from negmatrix.writers.terminal.texts import show_text
from negmatrix.writers.terminal.tidying import tidy_band

MARGIN = 1

MOST_ALONE = 2
"""Up to so many columns that are not in every band may each have a band of its own."""


def show_table(table: Table, preparer: Preparer) -> Iterator[InkedLine]:
    """The lines of a table, its caption first.

    A cell that covers several columns is shown, whole, in each band that holds one of them.
    """
    if not table.columns:
        return
    grid = lay_grid(table, preparer)
    bands = _choose_bands(grid, preparer.looks.width)
    if table.caption:
        yield from show_text(preparer.strip(table.caption, ink=HEAD), preparer.looks, MARGIN)
    if not bands:
        yield from show_cards(grid, preparer)
    for number, band in enumerate(bands):
        if number:
            yield ()
        if len(bands) > 1:
            yield from show_text(_describe_band(grid, band, preparer), preparer.looks, MARGIN)
        yield from _show_band(grid, band, preparer)


def _choose_bands(grid: Grid, width: int | None) -> list[Band]:
    """First with a decent floor under text columns, then with their longest words only; none if neither fits, or if the
    whole table would be told again for each of many columns.
    """
    natural = grid.natural()
    room = None if width is None else width - MARGIN
    whole = stand_whole(natural, grid.joint_natural(), room)
    if whole or room is None:
        return [whole] if whole else []
    bands = fit_bands(grid.measure(natural), room) or fit_bands(grid.measure(natural, 0), room)
    moving = sum(not column.fixed for column in grid.table.columns)
    if MOST_ALONE < moving == len(bands):
        return []
    return [tidy_band(grid, band, natural, room) for band in bands]


def _describe_band(grid: Grid, band: Band, preparer: Preparer) -> Strip:
    """Such as "parties 1-12 of 30", counted over the columns that are not in every band."""
    moving = [number for number, column in enumerate(grid.table.columns) if not column.fixed]
    here = [moving.index(column) + 1 for column in band.columns if column in moving]
    one = len(here) == 1
    shown = str(here[0]) if one else f"{here[0]}-{here[-1]}"
    counted = _name_one(grid.table.counted) if one else grid.table.counted
    return preparer.strip(f"{counted} {shown} of {len(moving)}", ink=MUTED)


def _name_one(counted: str) -> str:
    """The singular of what columns are counted as: party, issue, round."""
    return counted.removesuffix("ies") + "y" if counted.endswith("ies") else counted.removesuffix("s")


def _show_band(grid: Grid, band: Band, preparer: Preparer) -> Iterator[InkedLine]:
    """Title line, rule, rows: set apart by an empty line before a group and on both sides of a row that had to wrap."""
    isolates = preparer.looks.isolates
    length = total(band.widths)
    rule = [(MUTED, " " + preparer.glyphs.rule * length)] if length else []
    yield from draw_row(_place_titles(grid, band), isolates)
    yield rule
    aligns = [grid.table.columns[column].align for column in band.columns]
    before, wrapped = None, False
    for row in grid.rows:
        places, wraps = place_row(grid, row, band, aligns)
        if row.rank is Rank.TOTAL and before is not Rank.TOTAL:
            yield rule
        elif before and (row.rank is Rank.GROUP or wraps or wrapped):
            yield ()
        yield from draw_row(places, isolates)
        before, wrapped = row.rank, wraps


def _place_titles(grid: Grid, band: Band) -> list[Place]:
    """The columns' titles, wrapped, all ending on the line above the rule."""
    titles = [wrap_strip(grid.titles[column], width) for column, width in zip(band.columns, band.widths, strict=True)]
    height = max((len(lines) for lines in titles), default=0)
    return [
        (Block((Strip("", 0),) * (height - len(lines)) + tuple(lines), width), width, grid.table.columns[column].align)
        for column, width, lines in zip(band.columns, band.widths, titles, strict=True)
    ]
