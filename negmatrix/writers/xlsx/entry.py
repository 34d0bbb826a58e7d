"""The way in: documents to a workbook."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from negmatrix.document import Block, Document, Heading, Table
from negmatrix.finding.lost import LostError
from negmatrix.writers.addresses import is_link
from negmatrix.writers.xlsx.fills import Colours
from negmatrix.writers.xlsx.remarks import Remark, find_remarks
from negmatrix.writers.xlsx.sheets import WIDEST, Looks, Wardrobe, fill_sheet, find_field, write_text
from negmatrix.writers.xlsx.texts import name_sheet, show_text

if TYPE_CHECKING:
    from openpyxl import Workbook

MADE_BY = "negmatrix"
_LONGEST_LINK = 2000
_TEXT_WIDTH = 80


def write_xlsx(documents: Sequence[Document], target: Path | BinaryIO) -> None:
    """Writes a workbook with a sheet for each table, in order, and a last one for all that stands beside them.

    LostError when openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as fault:
        raise LostError("writing workbooks needs openpyxl: pip install 'negmatrix[xlsx]'") from fault
    book = Workbook()
    book.remove(book.worksheets[0])
    wardrobe = Wardrobe()
    for document in documents:
        for name, table in _find_tables(document):
            fill_sheet(book.create_sheet(name_sheet(name, book.sheetnames)), table, wardrobe)
    remarks = [remark for document in documents for remark in find_remarks(document.blocks)]
    if remarks or not book.worksheets:
        _write_remarks(book, remarks, wardrobe)
    book.properties.creator = MADE_BY
    book.properties.title = show_text(", ".join(dict.fromkeys(document.title for document in documents)))
    book.save(target)


def _find_tables(document: Document) -> Iterator[tuple[str, Table]]:
    """Each table under its caption, else the heading over it, else the document's title."""
    heading = document.title
    for block in document.blocks:
        if isinstance(block, Table) and block.columns:
            table = block.whole() if block.whole else block
            yield table.caption or heading, table
        heading = _head(block) or heading


def _head(block: Block) -> str:
    return block.text if isinstance(block, Heading) and block.level > 1 else ""


def _write_remarks(book: "Workbook", remarks: Sequence[Remark], wardrobe: Wardrobe) -> None:
    sheet = book.create_sheet(name_sheet("Notes", book.sheetnames))
    for number, remark in enumerate(remarks, start=1):
        for place, text in enumerate((remark.text, remark.more), start=1):
            if text:
                field = find_field(sheet, number, place)
                write_text(field, show_text(text))
                wardrobe.dress(field, Looks(Colours(), remark.strong))
        if is_link(remark.more) and len(remark.more) <= _LONGEST_LINK:
            find_field(sheet, number, 2).hyperlink = remark.more
    sheet.column_dimensions["A"].width = _TEXT_WIDTH
    sheet.column_dimensions["B"].width = WIDEST
