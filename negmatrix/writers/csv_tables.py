"""The tables of a document as CSV: their bare values."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TextIO

from negmatrix.document import Align, Bare, Column, Document, Row, Table
from negmatrix.writers.csv_values import write_rows


def write_csv(document: Document, out: TextIO) -> None:
    """Writes each table with its titles in the first row, an empty line between each two; text between them is left out.

    Rows of groups and totals stay. See `write_rows` for the stream.
    """
    tables = [block for block in document.blocks if isinstance(block, Table) and block.columns]
    for number, table in enumerate(tables):
        if number:
            out.write("\r\n")
        write_rows(_find_rows(table), out)


def _find_rows(table: Table) -> Iterator[list[Bare]]:
    yield [column.field or column.title for column in table.columns]
    for row in table.rows:
        yield spread_out(row, table.columns)


def spread_out(row: Row, columns: tuple[Column, ...]) -> list[Bare]:
    """A value for each column. Of the columns that a cell covers, the first has its value; a number stands in the first
    that holds numbers, which stand on the right.
    """
    values: list[Bare] = []
    for cell in row.cells:
        if cell.span == 1:
            values.append(cell.value)
            continue
        start = len(values)
        values += [None] * cell.span
        values[start + find_place(cell.value, columns[start : start + cell.span])] = cell.value
    return values


def find_place(value: Bare, columns: tuple[Column, ...]) -> int:
    """In which of the columns that a cell covers its value stands."""
    if not isinstance(value, (int, Fraction)):
        return 0
    return next((number for number, column in enumerate(columns) if column.align is Align.RIGHT), 0)
