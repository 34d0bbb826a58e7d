"""A table too wide for paper, parted into bands of columns that each repeat the fixed ones."""

from negmatrix.document import Cell, Row, Table

MOST = 10
"""So many columns that are not fixed fit beside each other on a sheet of A4."""


def part_columns(table: Table) -> list[Table]:
    """The bands, evenly filled, each with a caption that says which columns it holds; none if all fit on one sheet."""
    moving = [number for number, column in enumerate(table.columns) if not column.fixed]
    if len(moving) <= MOST:
        return []
    count = -(-len(moving) // MOST)
    size = -(-len(moving) // count)
    return [_cut(table, moving, start, moving[start : start + size]) for start in range(0, len(moving), size)]


def _cut(table: Table, moving: list[int], start: int, here: list[int]) -> Table:
    kept = sorted([*here, *(number for number, column in enumerate(table.columns) if column.fixed)])
    told = f"{table.counted} {start + 1}–{start + len(here)} of {len(moving)}"
    return table._replace(
        caption=f"{table.caption}: {told}" if table.caption else told,
        columns=tuple(table.columns[number] for number in kept),
        rows=tuple(_cut_row(row, kept, len(table.columns)) for row in table.rows),
    )


def _cut_row(row: Row, kept: list[int], count: int) -> Row:
    """A cell that covers several columns is whole in each band that holds one of them."""
    if len(row.cells) == count:
        return Row(tuple([row.cells[number] for number in kept]), row.rank)
    cells: list[Cell] = []
    start = 0
    for cell in row.cells:
        span = sum(start <= number < start + cell.span for number in kept)
        if span:
            cells.append(cell._replace(span=span))
        start += cell.span
    return Row(tuple(cells), row.rank)
