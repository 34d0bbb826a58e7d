"""Workbooks made of documents, as openpyxl reads them back."""

import io

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from negmatrix.document import (
    Align,
    Column,
    Document,
    Row,
    Table,
)
from negmatrix.writers.xlsx import write_xlsx


def save(*documents: Document) -> bytes:
    out = io.BytesIO()
    write_xlsx(documents, out)
    return out.getvalue()


def load(*documents: Document) -> Workbook:
    return load_workbook(io.BytesIO(save(*documents)))


def values(sheet: Worksheet) -> list[list[object]]:
    return [[field.value for field in row] for row in sheet.iter_rows()]


def table(*rows: Row, caption: str = "") -> Table:
    columns = (Column("Issue"), Column("A"), Column("", Align.RIGHT, field="agreement"))
    return Table(caption, columns, rows)
