"""The tables of a document as CSV: their bare values."""

from collections.abc import Iterator
from itertools import compress
from typing import TextIO

from negmatrix.document import Bare, Document, Table
from negmatrix.writers.csv_values import write_rows
from negmatrix.writers.spans import spread_out


def write_csv(document: Document, out: TextIO) -> None:
    """Writes each table with its titles in the first row, an empty line between each two; text between them and
    columns that are only drawn are left out.

    Rows of groups and totals stay. See `write_rows` for the stream.
    """
    tables = [block for block in document.blocks if isinstance(block, Table) and block.columns]
    for number, table in enumerate(tables):
        if number:
            out.write("\r\n")
        write_rows(_find_rows(table.whole() if table.whole else table), out)


def _find_rows(table: Table) -> Iterator[list[Bare]]:
    told = [not column.drawn for column in table.columns]
    yield [column.field or column.title for column in compress(table.columns, told)]
    for row in table.rows:
        yield [None if cell is None else cell.value for cell in compress(spread_out(row, table.columns), told)]
