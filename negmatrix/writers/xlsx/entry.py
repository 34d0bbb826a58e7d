"""The way in: documents to a workbook."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from negmatrix.document import Document, Heading, Table
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
_PART = 3
"""The level of headings over parts alike, such as the issues of a report, each with headings of its own."""


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
        for part, name, table in _find_tables(document):
            fill_sheet(book.create_sheet(name_sheet(name, book.sheetnames, part)), table, wardrobe)
    remarks = [remark for document in documents for remark in find_remarks(document.blocks)]
    if remarks or not book.worksheets:
        _write_remarks(book, remarks, wardrobe)
    book.properties.creator = MADE_BY
    book.properties.title = show_text(", ".join(dict.fromkeys(document.title for document in documents)))
    book.save(target)


def _find_tables(document: Document) -> Iterator[tuple[str, str, Table]]:
    """Each table under its caption, else the heading over it, else the document's title; before that the part that it
    belongs to, where the document has parts alike.
    """
    heading, part = Heading(document.title, 1), ""
    for block in document.blocks:
        if isinstance(block, Table) and block.columns:
            table = block.whole() if block.whole else block
            yield part if heading.level > _PART else "", table.caption or heading.text, table
        elif isinstance(block, Heading) and block.level > 1:
            heading, part = block, _find_part(block, part)


def _find_part(heading: Heading, part: str) -> str:
    """The part that what stands under a heading belongs to, given the one before."""
    return part if heading.level > _PART else heading.text if heading.level == _PART else ""


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
