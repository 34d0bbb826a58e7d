"""What `--tidy` writes comes back through `import`, whatever stands in the texts."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.finding.lost import LostError
from negmatrix.formulas import defuse, restore
from negmatrix.importing import import_file, limits, xlsx, xlsx_rows
from negmatrix.importing.explicit import split_list
from negmatrix.model.standing import all_standing
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.writers.csv_tidy import join, write_tidy

ROOT = Path(__file__).parent.parent
DATA = sorted((*ROOT.glob("data/*.yaml"), ROOT / "tests" / "cases" / "fine" / "harbour-with-notes.yaml"))


def read(text: str) -> Talks:
    talks = read_talks([SourceText("t.yaml", text)]).talks
    assert talks is not None
    return talks


def write_and_import(talks: Talks) -> Talks:
    out = io.StringIO(newline="")
    write_tidy((measure_matrix(talks, standing) for standing in all_standing(talks)), out)
    return read(import_file(out.getvalue().encode(), "t.csv").text)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_names_roles_and_rounds_come_back(path: Path) -> None:
    before = read(path.read_text(encoding="utf-8"))
    after = write_and_import(before)
    assert [(p.id, p.name, p.role) for p in after.parties.values()] == [
        (p.id, p.name, p.role) for p in before.parties.values()
    ]
    assert [(r.id, r.title, r.date) for r in after.rounds.values()] == [
        (r.id, r.title, r.date) for r in before.rounds.values()
    ]


@given(st.text("='+-@\t\n\u200b1a ＝e.", max_size=8))
def test_an_apostrophe_is_taken_from_what_was_defused_only(text: str) -> None:
    assert restore(defuse(text)) == text


@pytest.mark.parametrize("kept", ["'", "'quoted' words", "'tis", "''", "'1"])
def test_an_apostrophe_of_the_text_itself_stays(kept: str) -> None:
    assert restore(kept) == kept


@given(st.lists(st.text('a;b[]"\\,\n é', min_size=1, max_size=6).filter(lambda text: text.strip() == text), min_size=1))
def test_listed_texts_come_back(texts: list[str]) -> None:
    assert split_list(join(texts) or "") == tuple(texts)


def test_what_only_looks_like_a_list_is_parted_as_before() -> None:
    assert split_list("[a, b]") == ("a", "b")
    assert split_list("[" * 100_000) == ("[" * 100_000,)
    assert split_list("[1, 2]") == ("1", "2")


def make_workbook(sheet: str, shared: str = "") -> bytes:
    """A workbook with this text instead of its only sheet's, and with shared strings if they are given."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    book.save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part).replace(b"</Types>", LISTED.encode() + b"</Types>" if shared else b"</Types>")
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else content)
        if shared:
            new.writestr("xl/sharedStrings.xml", shared)
    return out.getvalue()


LISTED = (
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>{}</worksheet>'
BOMBS = {
    "many cells": SHEET.format(f"<row>{'<c><v>1</v></c>' * 1000}</row>" * 300, ""),
    "one cell over many": SHEET.format("<row><c/></row>", '<mergeCells><mergeCell ref="A1:ZZ900"/></mergeCells>'),
}


@pytest.mark.parametrize("sheet", BOMBS.values(), ids=BOMBS)
def test_a_small_workbook_of_too_many_cells_is_refused_before_it_is_unpacked(sheet: str) -> None:
    content = make_workbook(sheet)
    assert len(content) < 60_000
    with pytest.raises(LostError, match="an import takes 250000"):
        import_file(content, "x.xlsx")


def make_mixed_book() -> bytes:
    """Cells of every type, merged headers, a gap, a link and an error."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Talks"
    sheet.append(["Positions of all", None, None, None, None])
    sheet.append(["Issue", "Positions", None, None, "Notes"])
    sheet.append([None, "A", "B", "C", None])
    sheet.append(["Share", 0.25, 1200, 3.5, "x & <y>"])
    sheet.append(["Day", date(2025, 5, 1), datetime(2025, 5, 1, 12, 30), time(9), True])
    sheet.append(["Odd", "#N/A", "=1+1", " blanks ", "two\nlines"])
    sheet["B8"], sheet["A9"], sheet["C9"] = "after a gap", "Last", timedelta(hours=30)
    for place, form in {"B4": "0%", "C4": '#,##0.00 "EUR"', "D4": "0.00"}.items():
        sheet[place].number_format = form
    sheet["B6"].data_type = "e"
    for stretch in ("A1:E1", "B2:D2", "A2:A3", "B9:B10"):
        sheet.merge_cells(stretch)
    sheet["E9"] = "linked"
    sheet["E9"].hyperlink = "https://example.org"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_large_sheet_is_read_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = import_file(make_mixed_book(), "x.xlsx")
    assert "2025-05-01 12:30" in loaded.text
    monkeypatch.setattr(xlsx, "_MOST_LOADED", 0)
    assert import_file(make_mixed_book(), "x.xlsx") == loaded


TEXTS = (
    "<row r='1'><c r='A1' t='inlineStr'><is><t>Issue</t></is></c><c t='inlineStr'><is><r><t>A</t></r></is></c></row>"
)
PLAIN = "<row><c t='str'><v>i</v></c><c r='B2'><v>7</v></c></row><row r='5'><c r='A5' t='b'><v>1</v></c><c r='B5' s='0'/></row>"


def test_cells_that_do_not_tell_where_they_stand_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    content = make_workbook(SHEET.format(TEXTS + PLAIN, ""))
    loaded = import_file(content, "x.xlsx")
    monkeypatch.setattr(xlsx, "_MOST_LOADED", 0)
    assert import_file(content, "x.xlsx") == loaded


SHARED = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<si><t>Issue</t></si><si><t>Coast</t></si><si><t>Quota</t></si><si><r><t>Forty </t></r><r><t>kt</t></r></si></sst>"
)
INDEXED = (
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
    "<row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' t='s'><v>3</v></c></row>"
    "<row r='3'><c r='A3' t='inlineStr'><is><r><t>Ins</t></r><r><t>pectors</t></r></is></c><c r='B3'><v>7</v></c></row>"
)


def test_texts_that_cells_share_are_read_as_spreadsheets_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    content = make_workbook(SHEET.format(INDEXED, ""), SHARED)
    loaded = import_file(content, "x.xlsx")
    assert "quota: Quota" in loaded.text
    assert "coast: Forty kt" in loaded.text
    assert "inspectors: Inspectors" in loaded.text
    monkeypatch.setattr(xlsx, "_MOST_LOADED", 0)
    monkeypatch.setattr(xlsx_rows, "MOST_KNOWN", 0)
    assert import_file(content, "x.xlsx") == loaded


def test_a_link_without_a_text_in_a_large_sheet_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_LOADED", 0)
    link = "<hyperlinks><hyperlink ref='B4' location='x'/></hyperlinks>"
    report = import_file(make_workbook(SHEET.format(TEXTS + PLAIN, link)), "x.xlsx").report
    assert "cells with a link and no text are left empty: the sheet 'Sheet' B4" in report


def test_a_large_sheet_with_a_cell_far_out_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_LOADED", 0)
    far = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
    with pytest.raises(LostError, match="reaches to row 1048576 and column 16384: an import takes 2000000 cells"):
        import_file(make_workbook(SHEET.format(far, "")), "x.xlsx")


LIMITS = {
    "rows": ("MOST_ROWS", "Issue,A\n" + "i,x\n" * 20, "csv", "the table has more than 8 rows"),
    "bars": ("MOST_ROWS", "|Issue|A|\n|-|-|\n" + "|i|x|\n" * 20, "md", "the table in line 1 has more than 8 rows"),
    "cells": ("MOST_POSITIONS", "Issue,A,B,C\n" + "i,x,y,z\n" * 3, "csv", "the table has more than 8 positions"),
    "a row each": (
        "MOST_POSITIONS",
        "issue,party,stance\n" + "i,a,x\n" * 9,
        "csv",
        "the table has more than 8 positions",
    ),
    "pages": ("MOST_TABLES", "<table><tr><td>a</table>" * 9, "html", "there are more than 8 tables here"),
    "pipes": ("MOST_TABLES", "|a|b|\n|-|-|\n|c|d|\n\n" * 9, "md", "there are more than 8 tables here"),
}


@pytest.mark.parametrize(("limit", "text", "kind", "sentence"), LIMITS.values(), ids=LIMITS)
def test_more_than_anybody_negotiates_is_refused(
    limit: str, text: str, kind: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, 8)
    with pytest.raises(LostError, match=sentence):
        import_file(text.encode(), f"x.{kind}")


def test_our_own_rows_may_be_more(monkeypatch: pytest.MonkeyPatch) -> None:
    before = read(DATA[0].read_text(encoding="utf-8"))
    monkeypatch.setattr(limits, "MOST_POSITIONS", 1)
    assert len(write_and_import(before).parties) == len(before.parties)


def test_a_long_text_that_spans_all_is_refused() -> None:
    page = "<table><tr><th>Issue<th>A" + f"<tr><td>i<td rowspan=60000 colspan=30>{'z' * 3000}" * 300 + "</table>"
    with pytest.raises(LostError, match="more than 64 million characters"):
        import_file(page.encode(), "x.html")
