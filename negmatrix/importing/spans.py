"""Cells that span rows and columns, laid out on a grid: each place shows the text that covers it."""

from collections.abc import Sequence
from typing import NamedTuple

from negmatrix.finding.lost import LostError
from negmatrix.importing.limits import MOST_CELLS


class Span(NamedTuple):
    """A cell with how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def lay_out(rows: Sequence[Sequence[Span]], head_rows: int, place: str) -> list[list[str]]:
    """The grid, of which the first row holds the headers: those of several header rows are put together."""
    grid: list[list[str]] = []
    waiting: dict[int, tuple[str, int]] = {}
    count = 0
    for row in rows:
        line = _lay_row(row, waiting)
        count += len(line)
        if count > MOST_CELLS:
            raise LostError(f"{place} has more than {MOST_CELLS} cells: an import takes no more")
        grid.append(line)
    grid = [line for line in grid if line]
    return join_headers(grid, min(head_rows, len(grid)))


def _lay_row(row: Sequence[Span], waiting: dict[int, tuple[str, int]]) -> list[str]:
    """One row; `waiting` holds, by column, what reaches down into it, and is brought up to the next row."""
    line: list[str] = []
    for cell in row:
        _take_waiting(line, waiting)
        for _ in range(cell.columns):
            if cell.rows > 1:
                waiting[len(line)] = (cell.text, cell.rows - 1)
            line.append(cell.text)
    for column in sorted(column for column in waiting if column >= len(line)):
        line += [""] * (column - len(line))
        _take_waiting(line, waiting)
    return line


def _take_waiting(line: list[str], waiting: dict[int, tuple[str, int]]) -> None:
    while len(line) in waiting:
        column = len(line)
        text, left = waiting.pop(column)
        if left > 1:
            waiting[column] = (text, left - 1)
        line.append(text)


def join_headers(grid: list[list[str]], head_rows: int) -> list[list[str]]:
    """The grid with its header rows put together into one: `Positions` above `Ukraine` reads `Positions Ukraine`."""
    if head_rows < 2:
        return grid
    width = max(map(len, grid[:head_rows]))
    full = [row + [""] * (width - len(row)) for row in grid[:head_rows]]
    return [
        [" ".join(dict.fromkeys(part for part in column if part)) for column in zip(*full, strict=True)],
        *grid[head_rows:],
    ]
