"""Files that nobody could import, or that were made to hurt: a sentence, never a traceback, in bounded time."""

import io
import time
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from negmatrix.diagnostics import Severity
from negmatrix.finding.lost import LostError
from negmatrix.importing import Options, import_file, limits, spans, xlsx_parts
from tests.reports import check_text

HEAD = b"Issue,Position of A,Position of B\n"


def refused(content: bytes, name: str, options: Options = Options()) -> str:  # noqa: B008 - it never changes
    with pytest.raises(LostError) as caught:
        import_file(content, name, options)
    return str(caught.value)


def made(content: bytes, name: str) -> tuple[str, list[str]]:
    imported = import_file(content, name)
    assert [problem.message for problem in check_text(imported.text) if problem.severity is not Severity.NOTE] == []
    return imported.text, imported.report


NO_TABLE = (
    "there is no table of positions here: expected a column of issues and a column for each party, "
    "or a row per position\n"
)
NO_TEXT = "'x.csv' is no text: expected CSV, TSV, Markdown or HTML in UTF-8, or a workbook (.xlsx)"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "x.csv", "there is nothing in 'x.csv': expected a table of issues and positions"),
        (b" \n\t\n", "x.csv", "there is nothing in 'x.csv': expected a table of issues and positions"),
        (b"\x00\x01\x02", "x.csv", NO_TEXT),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "x.csv", NO_TEXT),
        (
            "Питання".encode("utf-16"),
            "x.csv",
            "'x.csv' is in UTF-16: expected UTF-8; save it as such (in Excel: 'CSV UTF-8')",
        ),
        (
            "Issue;A\nZölle;x".encode("cp1252"),
            "x.csv",
            "'x.csv' is not UTF-8: byte 0xf6 in line 2, column 2; save it as UTF-8 (in Excel: 'CSV UTF-8')",
        ),
        (
            HEAD + b'x,"y\nz,1,2\n',
            "x.csv",
            "'x.csv' cannot be read: a quote that opens in line 2 is never closed (expected '\"' after the cell)",
        ),
        (b"Issue\nx\n", "x.csv", NO_TABLE + "tables found:\n  1: neither positions nor proposals ('Issue'; 1 rows)"),
        (b"just words", "x.md", NO_TABLE + "no table was found at all"),
        (
            b"x",
            "x.pdf",
            "'x.pdf' cannot be imported: expected CSV, TSV, XLSX, Markdown or HTML; save it as one of these",
        ),
        (
            b"no zip",
            "x.xlsx",
            "'x.xlsx' cannot be read as a workbook (.xlsx): it is no zip archive; an old .xls must be saved as .xlsx first",
        ),
        (
            b"party,issue,stance\n,,x\n",
            "x.csv",
            "the table has no row with an issue and a party: nothing can be imported",
        ),
        (
            b"talks,party,issue,stance\nOne,a,b,x\nTwo,a,b,x\n",
            "x.csv",
            "the table has rows of 2 talks ('One', 'Two'): an import makes one; keep the rows of one",
        ),
    ],
)
def test_what_cannot_be_imported_is_said(content: bytes, name: str, sentence: str) -> None:
    assert refused(content, name) == sentence


def test_a_huge_cell_is_no_quote_that_was_left_open() -> None:
    assert refused(HEAD + b"x," + b"y" * 200_000 + b",z\n", "x.csv").endswith(
        "or its cell holds more than 131072 characters"
    )


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("negmatrix.importing.opening.MOST_BYTES", 1024**2)
    assert refused(b"x" * (1024**2 + 1), "x.csv") == "'x.csv' is larger than 1 MB: an import takes no more"


def test_more_cells_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CELLS", 8)
    assert refused(HEAD + b"a,b,c\n" * 3, "x.csv") == "the table has 3 columns and 4 rows: an import takes 8 cells"
    monkeypatch.setattr(spans, "MOST_CELLS", 8)
    page = b"<table><tr><th>Issue<td colspan=1000>x</table>"
    assert refused(page, "x.html") == "table 1 in line 1 has more than 8 cells: an import takes no more"


def test_texts_that_the_format_refuses_are_cleaned_and_told() -> None:
    text, report = made(HEAD + b"x,a\x07b\xe2\x80\xaec," + b"y" * 70_000 + b"\n", "x.csv")
    assert "    a: abc\n" in text
    assert len(text) < 62_000
    assert "characters that cannot stand in a talks file were left out: 'abc'" in report
    assert "texts of more than 60000 characters were cut: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyy…'" in report


def test_ragged_rows_and_repeated_headers_are_told() -> None:
    text, report = made(b"Issue,A,A\nx,1st,2nd,3rd\ny\n,last\n", "x.csv")
    assert "  a: A\n  a-2: A (2)\n" in text
    assert "parties of one name are told apart by a number: 'A (2)'" in report
    assert "cells behind the last header are left out unless --map says what they hold: 1 in the row 'x'" in report
    assert "rows without an issue were given a name: Row 3" in report
    assert "y: y\n  row-3: Row 3\n" in text


def test_stray_quotes_swallow_no_lines() -> None:
    text, report = made(HEAD + b'a,"x"y,z\nb,5" pipe,z\nc,"one, two",z\n', "x.csv")
    assert "quotes stand within unquoted cells and were kept as they are: line 2" in report
    assert all(line in text for line in ("    a: xy\n", '    a: 5" pipe\n', "    a: one, two\n"))


def test_excels_own_separator_line_is_followed() -> None:
    text, report = made(b"\xef\xbb\xbfsep=;\r\nIssue;A,B\r\nx;y\r\n", "x.csv")
    assert report[0] == "columns are parted by semicolons"
    assert "a-b: A,B\n" in text


def bomb(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_parts, "MOST_UNPACKED", 1024**2)
    content = bomb({"xl/workbook.xml": b" " * 2 * 1024**2})
    assert len(content) < 10_000
    assert refused(content, "x.xlsx") == "'x.xlsx' unpacks to more than 1 MB: an import takes no more"


def test_entities_and_endless_merges_are_refused() -> None:
    entity = bomb({"xl/workbook.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
    assert (
        refused(entity, "x.xlsx")
        == "'x.xlsx' declares entities in xl/workbook.xml, which no spreadsheet program writes"
    )
    merged = bomb({"xl/worksheets/sheet1.xml": b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'})
    assert refused(merged, "x.xlsx") == "'x.xlsx' merges 17179869184 cells: an import takes 250000"


def test_a_workbook_with_a_cell_far_out_is_refused() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Issue"
    book.worksheets[0]["XFD1048576"] = "far"
    file = io.BytesIO()
    book.save(file)
    assert refused(file.getvalue(), "x.xlsx") == (
        "the sheet 'Sheet' reaches to row 1048576 and column 16384: an import takes 2000000 cells; delete what lies far out"
    )
    assert refused(file.getvalue(), "x.xlsx", Options(sheet="Shet")) == (
        "there is no sheet 'Shet'; did you mean 'Sheet'?\nknown: Sheet"
    )


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    sentence = refused(bomb({"hello.txt": b"hello"}), "x")
    assert sentence.startswith("'x' cannot be read as a workbook (.xlsx): ")


@pytest.mark.parametrize(
    ("head", "row", "what"),
    [
        ("Issue,A,B\n", "i{0},x,y\n", "issues"),
        ("Issue" + ",p" * 21 + "\n", "i{0}" + ",x" * 21 + "\n", "columns of parties"),
        ("issue,party,stance\n", "i{0},a,x\n", "issues"),
        ("issue,party,stance\n", "i,p{0},x\n", "parties"),
        ("issue,party,stance,round\n", "i,p,x,r{0}\n", "rounds"),
    ],
)
def test_more_entries_than_a_talks_may_have_are_refused(
    head: str, row: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_ENTRIES", 20)
    made((head.replace(",p" * 21, ",p" * 20) + "".join(row.format(number) for number in range(20))).encode(), "x.csv")
    content = (head + "".join(row.format(number) for number in range(21))).encode()
    assert refused(content, "x.csv") == f"the table has more than 20 {what}, the most that a talks may have"


@pytest.mark.parametrize(
    "page",
    [
        b"<table><tr><td>" * 20_000,
        b"<table><tr><td>" + b"<div>" * 20_000,
        b"<!--" * 20_000,
        b"<![CDATA[" * 20_000 + b">",
        b"<a" * 20_000,
        b'<a b="' * 20_000 + b">",
        b"<?" * 20_000,
        b"</" * 20_000,
        b"<script>" + b"</s" * 20_000,
        b"<table><tr><td>" + b"&" * 20_000,
        b"<title>" * 20_000,
    ],
    ids=lambda page: page[:12].decode(),
)
def test_hostile_pages_are_refused_in_time(page: bytes) -> None:
    start = time.process_time()
    assert refused(page, "x.html").startswith(NO_TABLE)
    assert time.process_time() - start < 10


def wide(count: int) -> bytes:
    return HEAD + b"".join(b"Issue %d,word %d,%d kt\n" % (number, number, number) for number in range(count))


def broad(count: int) -> bytes:
    return (
        b"Issue," + b",".join(b"P%d" % number for number in range(count)) + b"\nx" + b",yes,no" * (count // 2) + b"\n"
    )


def marked(count: int) -> bytes:
    return b"| Issue | A |\n|---|---|\n" + b"| [a](b | **a `b` _c |\n" * count


def rows(count: int) -> bytes:
    return b"issue,party,stance,accepts\n" + b"".join(
        b"i%d,p%d,s%d,s1; s%d\n" % (n % 9, n // 9, n % 5, n % 7) for n in range(count)
    )


@pytest.mark.parametrize(("write", "name"), [(wide, "x.csv"), (broad, "x.csv"), (marked, "x.md"), (rows, "x.csv")])
def test_time_grows_with_the_size_and_no_faster(write: Callable[[int], bytes], name: str) -> None:
    def cost(count: int) -> float:
        content = write(count)
        start = time.process_time()
        import_file(content, name)
        return time.process_time() - start

    cost(100)
    assert cost(4000) < 40 * max(cost(500), 0.01)


def test_what_comes_of_many_columns_passes_check() -> None:
    text, report = made(broad(2000), "x.csv")
    assert "1 issue, 2000 parties, 2000 positions" in report
    assert "levels: ['no', 'yes']" not in text
