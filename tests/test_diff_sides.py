"""Numbers before and after a change: an arrow between the two for people, a column for each to machines."""

import csv
import io
from pathlib import Path

import pytest
from calling import ROOT, call
from openpyxl import load_workbook

from negmatrix.analysis.changes import Changes
from negmatrix.document import Table
from negmatrix.views.diff import show_changes
from tests.comparing import STEPS, piers, step

WRITERS = ROOT / "data" / "writers.yaml"
SIDES = (f"{WRITERS}@august", f"{WRITERS}@deal")


def read_tables() -> list[list[dict[str, str]]]:
    text = call("diff", *SIDES, "-f", "csv").out
    return [list(csv.DictReader(io.StringIO(part, newline=""))) for part in text.split("\r\n\r\n")]


def test_the_csv_of_a_diff_has_both_sides() -> None:
    issues, *_, pairs = read_tables()
    told = {row["Issue"]: (row["Agreement before"], row["Agreement after"]) for row in issues}
    assert told["General minimums"] == ("0.5125", "1")
    assert told["Health contribution"] == ("", "1")
    assert told["Script fees for staff writers"] == ("", "")
    (pair,) = pairs
    assert (pair["Agreement before"], pair["Agreement after"]) == ("0.403869047619", "0.883333333333")
    before, after = (float(pair[f"On the same issues {side}"]) for side in ("before", "after"))
    assert (after - before) * 100 == pytest.approx(float(pair["Points"]))


def test_the_workbook_of_a_diff_has_both_sides_as_numbers(tmp_path: Path) -> None:
    assert call("diff", *SIDES, "-o", tmp_path / "diff.xlsx").code == 0
    head, row = load_workbook(tmp_path / "diff.xlsx")["Agreement of pairs"].iter_rows(values_only=True)
    assert head[1:5] == (
        "Agreement before",
        "Agreement after",
        "On the same issues before",
        "On the same issues after",
    )
    assert row[1:5] == pytest.approx((0.403869, 0.883333, 0.403869, 0.833333), abs=1e-6)


@pytest.mark.parametrize("changes", [*map(step, STEPS), piers()], ids=[*STEPS, "piers"])
def test_both_sides_are_those_that_people_read(changes: Changes) -> None:
    tables = [block for block in show_changes(changes).blocks if isinstance(block, Table) and block.whole]
    assert tables
    for table in tables:
        assert table.whole is not None
        whole = table.whole()
        place = next(number for number, column in enumerate(table.columns) if column.title == "Agreement")
        assert [column.title for column in whole.columns[place : place + 2]] == ["Agreement before", "Agreement after"]
        for row, both in zip(table.rows, whole.rows, strict=True):
            assert len(both.cells) == len(whole.columns)
            told = "".join(line.text for line in row.cells[place].lines)
            before, after = ("".join(line.text for line in cell.lines) or "·" for cell in both.cells[place : place + 2])
            assert told.replace("n/a", "·") == ("" if before == after == "·" else f"{before} → {after}")
