"""A table as a sheet: its titles stand still while the rest moves, and its cells are toned, wrapped and never formulas."""

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from negmatrix.document import Align, Cell, Column, Rank, Table
from negmatrix.writers.spans import spread_out
from negmatrix.writers.xlsx.fills import HEAD, Colours, find_colours
from negmatrix.writers.xlsx.numbers import find_number
from negmatrix.writers.xlsx.texts import part_escapes, show_text, show_words

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Field
    from openpyxl.worksheet.worksheet import Worksheet

NARROWEST, WIDEST = 8, 44
"""A column's width in characters; longer lines wrap."""

_SIDES = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTRE: "center"}


class Looks(NamedTuple):
    """All that is to be seen of a field beside its text."""

    colours: Colours
    bold: bool = False
    align: Align = Align.LEFT
    wraps: bool = True
    format: str = "General"


class Wardrobe:
    """The fields that first had certain looks, for others to take theirs from: openpyxl needs longer to compare a font
    and a fill with those that it has than to do all else.
    """

    def __init__(self) -> None:
        self._first: dict[Looks, Field] = {}

    def dress(self, field: "Field", looks: Looks) -> None:
        """Give a field its looks."""
        first = self._first.get(looks)
        if first is None:
            _dress(field, looks)
            self._first[looks] = field
        else:
            # As openpyxl's manual has it, though its types do not.
            field._style = copy(first._style)  # type: ignore[attr-defined]  # noqa: SLF001


def _dress(field: "Field", looks: Looks) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    ink, fill = looks.colours
    field.font = Font(name="Calibri", size=11, bold=looks.bold, color=f"FF{ink}" if ink else None)
    if fill:
        field.fill = PatternFill("solid", fgColor=f"FF{fill}")
    field.alignment = Alignment(horizontal=_SIDES[looks.align], vertical="top", wrap_text=looks.wraps)
    field.number_format = looks.format


def find_field(sheet: "Worksheet", row: int, column: int) -> "Field":
    """A field of a sheet in which none are merged."""
    return cast("Field", sheet.cell(row, column))


def write_text(field: "Field", text: str) -> None:
    """Put text into a field as text, whatever it starts with; in runs where the file's format would see an escape."""
    parts = part_escapes(text)
    if len(parts) > 1:
        from openpyxl.cell.rich_text import CellRichText

        field.value = CellRichText(*parts)
    else:
        field.value = text
        field.data_type = "s"


def fill_sheet(sheet: "Worksheet", table: Table, wardrobe: Wardrobe) -> None:
    """Titles in the first row, which stands still as the first column does, then all rows."""
    for number, (column, name) in enumerate(zip(table.columns, _name_columns(table.columns), strict=True), start=1):
        field = find_field(sheet, 1, number)
        write_text(field, show_text(name))
        wardrobe.dress(field, Looks(HEAD, True, column.align))
    for number, row in enumerate(table.rows, start=2):
        for place, cell in enumerate(spread_out(row, table.columns)):
            if cell is not None:
                looks = Looks(find_colours(cell.look), row.rank is not Rank.ENTRY, table.columns[place].align)
                _fill_field(find_field(sheet, number, place + 1), cell, looks, wardrobe)
    _set_widths(sheet, table)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = _fit_to_page()


def _name_columns(columns: Sequence[Column]) -> Iterator[str]:
    """The titles; of one that stands over the next column too, which has none, each column's own name."""
    for column, after in zip_longest(columns, columns[1:]):
        shared = after is not None and not after.title
        yield column.field or column.title if shared else column.title or column.field


def _fit_to_page() -> Any:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)


def _fill_field(field: "Field", cell: Cell, looks: Looks, wardrobe: Wardrobe) -> None:
    """A number as one; else words, which run on over the columns that they cover."""
    number = find_number(cell)
    if number is not None:
        field.value = number.value
        wardrobe.dress(field, looks._replace(format=number.format))
        return
    words = show_words(cell)
    if words:
        write_text(field, words)
    if words or looks.colours.fill:
        wardrobe.dress(field, looks._replace(wraps=cell.span == 1))


def _set_widths(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.utils import get_column_letter

    widths = [_measure([column.title]) for column in table.columns]
    for row in table.rows:
        for place, cell in enumerate(spread_out(row, table.columns)):
            if cell is not None and cell.span == 1:
                widths[place] = max(widths[place], _measure([line.text for line in cell.lines]))
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(max(width + 4, NARROWEST), WIDEST)


def _measure(texts: Sequence[str]) -> int:
    return max((len(line) for text in texts for line in text.split("\n")), default=0)
