"""The cells of a large sheet as texts, without the objects that openpyxl makes of each."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._reader import INLINE_STRING, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from negmatrix.importing.amounts import show_value
from negmatrix.importing.limits import check_area
from negmatrix.importing.statements import MOST_KNOWN
from negmatrix.importing.tables import Lines

_OFTEN = frozenset(("s", "n", "str", "inlineStr", None))
_TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"


class Field(NamedTuple):
    """A cell by its row and column, from 1, with what it shows."""

    row: int
    column: int
    text: str


class Merged(NamedTuple):
    """Cells that are merged into one: the first and the last row and column, from 1."""

    min_row: int
    min_col: int
    max_row: int
    max_col: int


def read_rows(sheet: Any, place: str, lines: Lines) -> tuple[list[list[str]], list[Merged]]:
    """What the cells of a sheet show, all rows equally long, and which are merged."""
    rows: dict[int, list[str]] = {}
    with sheet.parent._archive.open(sheet._worksheet_path) as source:  # noqa: SLF001 - nothing public streams
        reader = Rows(sheet, source, place, lines)
        for row, column, text in reader.read():
            line = rows.setdefault(row, [])
            line += [""] * (column - len(line))
            line[column - 1] = text
            check_area(place, len(rows), column)
    merged = reader.merged()
    last = max([*rows, *(one.max_row for one in merged)], default=1)
    far = max([*map(len, rows.values()), *(one.max_col for one in merged)], default=1)
    check_area(place, last, far)
    texts = [line + [""] * (far - len(line)) for line in (rows.get(number, []) for number in range(1, last + 1))]
    for row, column, link in reader.links():
        if row > last or column > far or not texts[row - 1][column - 1]:
            lines.add("cells with a link and no text are left empty", f"{place} {link}")
    return texts, merged


class Rows(WorkSheetParser):
    """Reads a sheet by openpyxl's rules, each cell straight to its text; `merged` is known when all are read."""

    def __init__(self, sheet: Any, source: Any, place: str, lines: Lines) -> None:
        book = sheet.parent
        super().__init__(
            source, sheet._shared_strings, data_only=True, epoch=book.epoch,  # noqa: SLF001 - nothing public streams
            date_formats=book._date_formats, timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )  # fmt: skip
        self._sheet = sheet
        self._place = place
        self._lines = lines
        self._columns: dict[str, int] = {}
        self._formats: dict[int, str] = {}
        self._known: dict[tuple[str, str | None], str] = {}

    def read(self) -> Iterator[Field]:
        """The cells in the order of the file."""
        for _, row in self.parse():
            yield from row
            self.row_dimensions.clear()

    def merged(self) -> list[Merged]:
        """The stretches of merged cells."""
        found = self.merged_cells.mergeCell if self.merged_cells else ()
        return [Merged(one.min_row, one.min_col, one.max_row, one.max_col) for one in found]

    def parse_cell(self, element: Any) -> Field:  # type: ignore[override]
        """A cell: what most hold is read at once, the rest as openpyxl does."""
        kind, place = element.get("t"), element.get("r")
        value = _find_inline(element) if kind == "inlineStr" else element.findtext(VALUE_TAG)
        if not place or not value or kind not in _OFTEN:
            return self._read_seldom(element)
        letters = place.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = coordinate_to_tuple(place)[1]
        self.col_counter = column
        if kind == "s":
            text = str(self.shared_strings[int(value)])
        elif kind in ("str", "inlineStr"):
            text = value
        else:
            text = self._known.get((value, element.get("s"))) or self._read_seldom(element).text
            if len(self._known) < MOST_KNOWN:
                self._known[value, element.get("s")] = text
        return Field(int(place[len(letters) :]), column, text)

    def links(self) -> list[Field]:
        """The places of links, with their coordinates."""
        places = [link.ref.partition(":")[0] for link in self.hyperlinks.hyperlink]
        return [Field(*coordinate_to_tuple(place), place) for place in places]

    def _read_seldom(self, element: Any) -> Field:
        cell = super().parse_cell(element)
        row, column, value = cell["row"], cell["column"], cell["value"]
        if value is not None and cell["data_type"] == "e":
            self._lines.add(
                "cells that show an error are left empty", f"{self._place} {element.get('r') or ''}".rstrip()
            )
            value = None
        return Field(row, column, "" if value is None else show_value(value, self._form(int(cell["style_id"]))))

    def _form(self, style: int) -> str:
        """The number format of a style."""
        if style not in self._formats:
            self._formats[style] = ReadOnlyCell(self._sheet, 1, 1, None, style_id=style).number_format
        return self._formats[style]


def _find_inline(element: Any) -> str | None:
    """The text of a cell that holds it itself, all in one piece; None for others."""
    if len(element) != 1 or element[0].tag != INLINE_STRING or len(element[0]) != 1:
        return None
    piece = element[0][0]
    return piece.text if piece.tag == _TEXT_TAG else None
