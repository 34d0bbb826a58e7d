"""What `--tidy` writes comes back through `import`, whatever stands in the texts."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.finding.lost import LostError
from negmatrix.formulas import defuse, restore
from negmatrix.importing import import_file
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


def make_workbook(sheet: str) -> bytes:
    """A workbook with this text instead of its only sheet's."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    book.save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else old.read(part))
    return out.getvalue()


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


def test_a_long_text_that_spans_all_is_refused() -> None:
    page = "<table><tr><th>Issue<th>A" + f"<tr><td>i<td rowspan=60000 colspan=30>{'z' * 3000}" * 300 + "</table>"
    with pytest.raises(LostError, match="more than 64 million characters"):
        import_file(page.encode(), "x.html")
