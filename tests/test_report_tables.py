"""Tables of a report, of which many are alike: each says to machines which issue it belongs to."""

import csv
import io

import pytest
from calling import ROOT, call
from openpyxl import load_workbook

import negmatrix as nm

TALKS = ("writers", "paris", "ukraine")


def read_tables(talks: str) -> list[list[list[str]]]:
    text = call("export", ROOT / "data" / f"{talks}.yaml", "-f", "csv").out
    return [list(csv.reader(io.StringIO(part, newline=""))) for part in text.split("\r\n\r\n")]


@pytest.mark.parametrize("talks", TALKS)
def test_the_tables_of_an_issue_name_it_in_each_row(talks: str) -> None:
    tables = read_tables(talks)
    titles = [row[0] for row in tables[0][1:]]
    told = [table for table in tables if table[0][:3] == ["Issue", "Party", "Position"]]
    ruled = [table for table in tables if table[0][:2] == ["Issue", "Verdict"] and "What blocks it" not in table[0]]
    assert len(told) > 2
    for table in (*told, *ruled):
        (issue,) = {row[0] for row in table[1:]}
        assert issue in titles
    assert len({table[1][0] for table in told}) == len(told)
    assert not any(table[0][0] in ("Party", "Verdict") and "Stands from" in table[0] for table in tables)


def test_the_sheets_of_an_issue_are_named_by_it() -> None:
    book = load_workbook(io.BytesIO(nm.export(nm.load(ROOT / "data" / "writers.yaml")).to_xlsx()))
    names = book.sheetnames
    assert {"Viewing data, Positions", "Viewing data, Verdicts", "Pension and health …, Positions"} <= set(names)
    assert not [name for name in names if name.startswith(("Positions (", "Verdicts"))]
    sheet = book["Viewing data, Positions"]
    assert [field.value for field in next(sheet.iter_rows())][:3] == ["Issue", "Party", "Position"]
    assert {sheet.cell(row, 1).value for row in range(2, sheet.max_row + 1)} == {"Viewing data"}
