"""Rows whose cells cover several columns, for formats in which a cell has one."""

from fractions import Fraction

from negmatrix.document import Align, Bare, Cell, Column, Row


def spread_out(row: Row, columns: tuple[Column, ...]) -> list[Cell | None]:
    """A cell, or nothing, for each column. A cell stands in the first of those that it covers; one with a number in the
    first that holds numbers, which stand on the right.
    """
    spread: list[Cell | None] = []
    for cell in row.cells:
        if cell.span == 1:
            spread.append(cell)
            continue
        start = len(spread)
        spread += [None] * cell.span
        spread[start + _find_place(cell.value, columns[start : start + cell.span])] = cell
    return spread


def _find_place(value: Bare, columns: tuple[Column, ...]) -> int:
    if not isinstance(value, (int, Fraction)):
        return 0
    return next((number for number, column in enumerate(columns) if column.align is Align.RIGHT), 0)
