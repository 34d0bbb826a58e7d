"""Workbooks of hostile talks: every word comes back as text, and none is a formula."""

import io
import re
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from negmatrix.document import (
    Cell,
    Document,
    Footnotes,
    Paragraph,
    Row,
    Table,
)
from negmatrix.writers.plain import make_plain
from negmatrix.writers.signs import spell
from negmatrix.writers.spans import spread_out
from tests.documents import cell
from tests.hostile import CONTROLS, SOME
from tests.hostile_talks import show_hostile
from tests.workbooks import load, save, table

BATCH = 50


def expect_words(told: Cell) -> str:
    lines = (spell(line, make_plain(line.text)) for line in told.lines)
    words = "\n".join(line for line in lines if line)
    return " ".join((*((words,) if words else ()), *(f"[{note}]" for note in told.notes)))


@pytest.mark.parametrize("first", range(0, len(SOME), BATCH))
def test_hostile_text_comes_back_and_is_no_formula(first: int) -> None:
    documents = [show_hostile(text) for text in SOME[first : first + BATCH]]
    content = save(*documents)
    sheets = iter(load_workbook(io.BytesIO(content)).worksheets)
    for document in documents:
        for block in document.blocks:
            if isinstance(block, Table):
                check_sheet(next(sheets), block)
    remarks = next(sheets)
    assert remarks.title == "Notes"
    told = {field.value for row in remarks.iter_rows() for field in row}
    assert {
        f"[{number}] {make_plain(text)}"
        for document in documents
        for block in document.blocks
        if isinstance(block, Footnotes)
        for number, text, _ in block.entries
    } <= told
    check_parts(content)


def check_sheet(sheet: Worksheet, shown: Table) -> None:
    fields = [
        [sheet.cell(row, column) for column in range(1, len(shown.columns) + 1)]
        for row in range(1, len(shown.rows) + 2)
    ]
    heads = [column.title or column.field for column in shown.columns]
    for number, column in enumerate(shown.columns[1:]):
        if not column.title:
            heads[number] = shown.columns[number].field or heads[number]
    assert [field.value for field in fields[0]] == [make_plain(head) for head in heads]
    for row, told in zip(fields[1:], shown.rows, strict=True):
        for field, spread in zip(row, spread_out(told, shown.columns), strict=True):
            if field.data_type == "n" and field.value is not None:
                assert spread is not None
                assert not isinstance(spread.value, (str, type(None)))
            else:
                assert (field.value or "") == ("" if spread is None else expect_words(spread))


def check_parts(content: bytes) -> None:
    """No formula, no link to anywhere but the web, nothing that runs."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for part in book.namelist():
            xml = book.read(part).decode()
            assert not re.search(r"<f[ >/]", xml), part
            for target in re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', xml):
                assert target.startswith(("http://", "https://", "mailto:"))
            assert not re.search("vba|externalLink|connections", part)


@pytest.mark.parametrize("hostile", CONTROLS, ids=ascii)
def test_controls_are_seen(hostile: str) -> None:
    document = Document(hostile, (Paragraph(hostile), table(Row((cell(hostile),) * 3), caption=hostile)))
    book = load(document)
    assert book["Notes"]["A1"].value == make_plain(hostile)
    assert book.worksheets[0]["A2"].value == make_plain(hostile)


def test_words_that_look_like_escapes_of_the_file_stay_words() -> None:
    """Excel reads `_x0041_` within one run as A, openpyxl does not; neither puts one together from two runs."""
    words = "_x0041_ _x005f_ _x000D_ _x41_"
    content = save(Document("T", (Paragraph(words),)))
    assert load_workbook(io.BytesIO(content))["Notes"]["A1"].value == words
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        runs = re.findall("<t[^>]*>([^<]*)</t>", book.read("xl/worksheets/sheet1.xml").decode())
    assert "".join(runs) == words
    assert not [run for run in runs if re.search("_x[0-9A-Fa-f]{4}_", run)]
