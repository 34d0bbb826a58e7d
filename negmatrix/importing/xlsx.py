"""Workbooks, by openpyxl: small ones as it loads them, large ones cell by cell."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import ParseError

from negmatrix.finding.lost import LostError, lost
from negmatrix.importing.amounts import show_value
from negmatrix.importing.limits import check_area
from negmatrix.importing.spans import join_headers
from negmatrix.importing.tables import Document, Lines, RawTable, make_table
from negmatrix.importing.xlsx_parts import check_parts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_LOADED = 10_000
"""Cells of a sheet that openpyxl loads: each takes it a kilobyte and fifteen microseconds."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, RuntimeError, OverflowError, AssertionError, NotImplementedError,  # the last: an unknown compression
)  # fmt: skip
"""What a broken workbook makes openpyxl and zipfile raise, which check little of it before they use it."""


class Grid(NamedTuple):
    """What the cells of a sheet show, and the rows in which one goes over several columns."""

    texts: list[list[str]]
    wide: set[int]


def read_workbook(content: bytes, name: str, sheet: str | None) -> Document:
    """A table for each sheet, or for the one that is named; LostError for what is no workbook, or a bomb."""
    lines = Lines()
    try:
        large = check_parts(content, name, lines) > _MOST_LOADED
        chosen = _choose(_load(content, large=large), sheet)
        grids = [_read_large(one, lines) if large else _read_loaded(one, lines) for one in chosen]
    except _BROKEN as fault:
        raise LostError(f"'{name}' cannot be read as a workbook (.xlsx): {_reason(fault)}") from fault
    tables = [table for one, grid in zip(chosen, grids, strict=True) if (table := _make_table(one.title, *grid, lines))]
    return Document("", tables, lines.told())


def _reason(fault: BaseException) -> str:
    if isinstance(fault, zipfile.BadZipFile):
        return "it is no zip archive; an old .xls must be saved as .xlsx first"
    words = " ".join(str(fault).split())
    return words[:120] or type(fault).__name__


def _load(content: bytes, *, large: bool) -> "list[Worksheet]":
    try:
        from openpyxl import load_workbook
    except ImportError as fault:
        raise LostError("reading workbooks needs openpyxl: pip install 'negmatrix[xlsx]'") from fault
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False, read_only=large)
        return list(book.worksheets)


def _choose(sheets: "list[Worksheet]", wanted: str | None) -> "list[Worksheet]":
    """The sheet of a name or number; without one, all that are not hidden."""
    if wanted is None:
        return [sheet for sheet in sheets if sheet.sheet_state == "visible"] or sheets
    named = [sheet for sheet in sheets if sheet.title.casefold() == wanted.casefold()]
    if not named and wanted.isdecimal() and 0 < int(wanted[:9]) <= len(sheets):
        named = [sheets[int(wanted) - 1]]
    if not named:
        raise lost("sheet", wanted, [sheet.title for sheet in sheets])
    return named


def _name(title: str) -> str:
    return f"the sheet '{title}'"


def _read_loaded(sheet: "Worksheet", lines: Lines) -> Grid:
    place = _name(sheet.title)
    check_area(place, sheet.max_row, sheet.max_column)
    texts = [[_show(cell, place, lines) for cell in row] for row in sheet.iter_rows()]
    return Grid(texts, _fill_merged(sheet.merged_cells.ranges, texts))


def _read_large(sheet: Any, lines: Lines) -> Grid:
    from negmatrix.importing.xlsx_rows import read_rows

    texts, merged = read_rows(sheet, _name(sheet.title), lines)
    return Grid(texts, _fill_merged(merged, texts))


def _make_table(title: str, grid: list[list[str]], wide: set[int], lines: Lines) -> RawTable | None:
    first = next((index for index, row in enumerate(grid) if sum(map(bool, row)) > 1 and len(set(row)) > 1), 0)
    heading = next((cell for row in grid[:first] for cell in row if cell), "")
    body = join_headers(grid[first:], 2 if first in wide and len(grid) > first + 2 else 1)
    named = "" if re.fullmatch(r"\w+?\d+", title) else title
    return make_table(_name(title), heading or named, body, lines)


def _show(cell: Any, place: str, lines: Lines) -> str:
    if cell.value is None:
        return ""
    if cell.data_type == "e":
        lines.add("cells that show an error are left empty", f"{place} {cell.coordinate}")
        return ""
    return show_value(cell.value, cell.number_format)


def _fill_merged(stretches: Iterable[Any], grid: list[list[str]]) -> set[int]:
    """Write the text of each merged stretch into all its cells; the rows in which one goes over several columns."""
    wide: set[int] = set()
    for merged in stretches:
        top, left = merged.min_row - 1, merged.min_col - 1
        text = grid[top][left] if top < len(grid) and left < len(grid[top]) else ""
        if merged.max_col > merged.min_col and text:
            wide.add(top)
        for row in grid[top : merged.max_row]:
            row[left : merged.max_col] = [text] * len(row[left : merged.max_col])
    return wide
